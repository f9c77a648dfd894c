import { count, eraDate, eraMonth, hm, monthName } from '@tokimori/wording/format';
import type { Answer } from '../../api/call.ts';
import { addressOf } from '../../api/call.ts';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { useMe } from '../../app/session.ts';
import { Empty, Shown } from '../../app/states.tsx';
import { Anchor, ButtonLink } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { PageTitle, Section } from '../../components/section.tsx';
import { useMonth } from '../month-of.ts';
import { WaitingDifferences } from './waiting.tsx';

export type DifferencesView = Answer<NonNullable<(typeof routes.differencesMonth)['shape']>>;
type Sums = DifferencesView['all'];

/** 差異の状況: differences of a month by section and outcome, and what waits for 人事課 or is overdue. */
export function DifferencesPage() {
  const { month } = useMonth();
  const me = useMe();
  const query = useReading(routes.differencesMonth, { params: { month } }, { keep: true });
  const city = me.roles.some((role) => role === 'hr' || role === 'executive' || role === 'auditor');
  return (
    <Shown query={query} title="差異の状況">
      {(view) => (
        <>
          <PageTitle facts={eraMonth(view.month)} actions={<Moves view={view} />}>
            差異の状況
          </PageTitle>
          <p>{rulesWords(view)}</p>
          <Figures sums={view.all} through={view.through} />
          <Section title={city ? '課ごと' : '自分の課'} aside="差異の多い順">
            {view.sections.length === 0 ? <Empty>この月の差異はありません。</Empty> : <Sections view={view} />}
          </Section>
          <WaitingDifferences view={view} city={city} />
          {city && (
            <p className="no-print mt-6">
              <Anchor to={paths.declarations}>申告の点検(上限に合わせた申告、実態調査、説明)を見る</Anchor>
            </p>
          )}
        </>
      )}
    </Shown>
  );
}

function rulesWords({ rules }: DifferencesView): string {
  const than = rules.atLeast ? '以上' : 'を超える';
  const threshold =
    rules.afterDuty === rules.afterOvertime
      ? `${hm(rules.afterDuty)} ${than}`
      : `勤務時間の後は ${hm(rules.afterDuty)}、時間外勤務の後は ${hm(rules.afterOvertime)} ${than}`;
  return `打刻・入退館・PCの記録を命令と申請に突き合わせ、差が ${threshold}日に理由をたずねます。本人は${rules.answerDays}日以内に届け出て、所属長は届け出から${rules.confirmDays}日以内に確かめます。${hm(rules.grave)} を超える差異は著しい差異です。`;
}

function Moves({ view }: { readonly view: DifferencesView }) {
  return (
    <>
      {view.previous !== null && (
        <ButtonLink size="small" to={paths.differences(view.previous)}>
          {monthName(view.previous)}を見る
        </ButtonLink>
      )}
      {view.next !== null && (
        <ButtonLink size="small" to={paths.differences(view.next)}>
          {monthName(view.next)}を見る
        </ButtonLink>
      )}
      <a className="link" href={addressOf(routes.differencesFile.path, { month: view.month }, {})} download>
        CSVで保存する
      </a>
    </>
  );
}

function Figures({ sums, through }: { readonly sums: Sums; readonly through: string | null }) {
  const cells = [
    { name: '差異', value: `${count(sums.total)}件`, note: hm(sums.minutes) },
    { name: '未決', value: `${count(sums.open)}件`, note: `期限を過ぎたもの ${count(sums.overdue)}件` },
    { name: '勤務として補正', value: `${count(sums.corrected)}件`, note: hm(sums.correctedMinutes) },
    {
      name: '勤務ではない',
      value: `${count(sums.notWork)}件`,
      note: `記録の訂正 ${count(sums.recordCorrected)}件・なくなった ${count(sums.lapsed)}件`,
    },
    {
      name: '届け出までの日数',
      value: sums.answerDays === null ? '' : `${sums.answerDays}日`,
      note: sums.answerDays === null ? '届け出はまだありません' : '中央の値',
    },
  ];
  return (
    <>
      <dl className="mt-4 grid grid-cols-2 gap-y-3 border-solid-gray-420 border-t-2 border-b border-t-black py-3 wide:grid-cols-5">
        {cells.map((cell) => (
          <div key={cell.name} className="pr-3">
            <dt className="text-[0.875rem]">{cell.name}</dt>
            <dd className="font-700 text-[1.5rem] leading-140">{cell.value}</dd>
            <dd className="prose-small">{cell.note}</dd>
          </div>
        ))}
      </dl>
      <p className="prose-small mt-2">
        {through === null
          ? '記録の突き合わせはこれから行います。'
          : `${eraDate(through)} までの記録を突き合わせました。`}
      </p>
    </>
  );
}

const figure = (n: number): string => (n === 0 ? '' : count(n));
const columns: readonly (readonly [name: string, tell: (sums: Sums) => string])[] = [
  ['差異', (sums) => `${count(sums.total)}件`],
  ['時間', (sums) => hm(sums.minutes)],
  ['未決', (sums) => figure(sums.open)],
  ['期限切れ', (sums) => figure(sums.overdue)],
  ['勤務', (sums) => figure(sums.corrected)],
  ['補正した時間', (sums) => (sums.correctedMinutes === 0 ? '' : hm(sums.correctedMinutes))],
  ['勤務でない', (sums) => figure(sums.notWork)],
  ['記録の訂正', (sums) => figure(sums.recordCorrected)],
  ['届け出まで', (sums) => (sums.answerDays === null ? '' : `${sums.answerDays}日`)],
];

function Sections({ view }: { readonly view: DifferencesView }) {
  return (
    <DataTable caption={`${eraMonth(view.month)} 課ごとの差異(件、時:分)`} minWidth={50} stack>
      <thead>
        <tr>
          <th scope="col">課</th>
          {columns.map(([name]) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.sections.map((each) => (
          <tr key={each.section}>
            <th scope="row">{each.name}</th>
            {columns.map(([name, tell]) => (
              <td key={name} data-label={name} className="number">
                {tell(each)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
