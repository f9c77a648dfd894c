import { count, eraDate, hm } from '@tokimori/wording/format';
import type { Answer } from '../../api/call.ts';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { useMe } from '../../app/session.ts';
import { Empty, Shown } from '../../app/states.tsx';
import { Banner } from '../../components/banner.tsx';
import { Anchor, ButtonLink } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import type { Label } from '../../wording/words.ts';
import { EndAgreement } from './end-agreement.tsx';
import { RecordDisaster } from './record-disaster.tsx';
import { SetCategory } from './set-category.tsx';

type Register = Answer<NonNullable<(typeof routes.agreementsView)['shape']>>;
type Row = Register['agreements'][number];

const labels: Readonly<Record<Row['state'], Label>> = {
  draft: { shape: 'clock', tone: 'waiting', word: '下書き' },
  upcoming: { shape: 'clock', tone: 'waiting', word: 'これから' },
  inForce: { shape: 'check', tone: 'done', word: '効力あり' },
  renewalDue: { shape: 'warning', tone: 'forecast', word: '更新の時期' },
  expired: { shape: 'none', tone: 'done', word: '期間の終わり' },
  ended: { shape: 'none', tone: 'done', word: '終了' },
};
const disasterLabels: Readonly<Record<Register['disasters'][number]['state'], Label>> = {
  notNeeded: { shape: 'none', tone: 'done', word: '届出は不要' },
  permitted: { shape: 'check', tone: 'done', word: '許可済み' },
  reported: { shape: 'check', tone: 'done', word: '届出済み' },
  reportDue: { shape: 'warning', tone: 'forecast', word: '届出待ち' },
  withdrawn: { shape: 'none', tone: 'done', word: '取下げ済み' },
};
export const categoryNames = {
  regularService: '一般職の職員',
  publicEnterprise: '企業職員',
  simpleLabor: '単純労務職員',
} as const;

/** 36協定の台帳: what is in force, what expires, which workplaces have none; 33条1項 and 職種 beside it. */
export function AgreementsPage() {
  const view = useReading(routes.agreementsView, {});
  return (
    <Shown query={view} title="36協定の台帳">
      {(data) => <Agreements view={data} />}
    </Shown>
  );
}

function Agreements({ view }: { readonly view: Register }) {
  const mayKeep = useMe().roles.includes('hr');
  const uncovered = view.uncovered.reduce((sum, { headcount }) => sum + headcount, 0);
  return (
    <>
      <Crumbs>
        <Anchor to={paths.departments}>部署と指定</Anchor> / 36協定の台帳
      </Crumbs>
      <PageTitle
        facts={eraDate(view.on)}
        actions={mayKeep && <ButtonLink to={paths.editAgreement({})}>36協定を登録する</ButtonLink>}
      >
        36協定の台帳
      </PageTitle>
      {view.uncovered.length > 0 && (
        <Banner kind="warning" title={`効力のある36協定がない職員が ${count(uncovered)}人います`}>
          36協定がないと、時間外勤務を命じられません(労働基準法第36条第1項)。1日8時間、週40時間を超えた時間は、すべて超過になります。
          <ul className="list-disc pl-5">
            {view.uncovered.map((each) => (
              <li key={each.department}>
                {each.name}({each.appdxTable1 === null ? '企業職員・単純労務職員' : `別表第1 ${each.appdxTable1}号`})
                {count(each.headcount)}人{' '}
                {mayKeep && (
                  <Anchor
                    to={paths.editAgreement({ department: each.department })}
                    label={`${each.name}の36協定を登録する`}
                  >
                    登録する
                  </Anchor>
                )}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <Section title="協定" aside={`期間の終わりの ${view.renewalNoticeDays}日前から「更新の時期」と示します`}>
        {view.agreements.length === 0 ? (
          <Empty>登録した36協定はありません。別表第1の事業場の職員がいる団体は、届け出た協定を登録してください。</Empty>
        ) : (
          <AgreementTable view={view} mayKeep={mayKeep} />
        )}
      </Section>
      <Section
        title="災害等による臨時の必要(労働基準法第33条第1項)"
        aside={mayKeep && <RecordDisaster name="記録する" />}
      >
        {view.disasters.length === 0 ? (
          <Empty>記録はありません。災害などで協定によらずに命じたときは、許可か届出とあわせて記録します。</Empty>
        ) : (
          <Disasters view={view} mayKeep={mayKeep} />
        )}
      </Section>
      <Section title="企業職員・単純労務職員" aside={mayKeep && <SetCategory />}>
        {view.categories.length === 0 ? (
          <Empty>登録はありません。企業職員と単純労務職員は、どの部署でも36協定によります。</Empty>
        ) : (
          <ul>
            {view.categories.map((each) => (
              <li key={each.staff} className="flex flex-wrap gap-x-4 border-b border-solid-gray-200 py-2.5">
                <Anchor to={paths.person(each.staff)}>{each.name}</Anchor>
                <span>{categoryNames[each.category]}</span>
                <span className="prose-small">{eraDate(each.from)}から</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function AgreementTable({ view, mayKeep }: { readonly view: Register; readonly mayKeep: boolean }) {
  return (
    <DataTable caption={`${eraDate(view.on)} の36協定`} minWidth={56} stack className="mt-3">
      <thead>
        <tr>
          <th scope="col">事業場</th>
          <th scope="col">状態</th>
          <th scope="col">期間</th>
          <th scope="col">届出</th>
          <th scope="col">記録を残す日</th>
          {mayKeep && <th scope="col">すること</th>}
        </tr>
      </thead>
      <tbody>
        {view.agreements.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <td>
              <StatusLabel label={labels[row.state]} />
              {row.state === 'draft' && row.open > 0 && (
                <span className="prose-small block">直すところ {row.open}か所</span>
              )}
              {row.state === 'renewalDue' && <span className="prose-small block">あと {row.daysLeft}日</span>}
            </td>
            <td data-label="期間">
              {row.from === null ? '' : `${eraDate(row.from)}から`}
              {row.through !== null && <span className="block">{eraDate(row.through)}まで</span>}
            </td>
            <td data-label="届出">
              {row.filedOn === null ? '届け出ていない' : eraDate(row.filedOn)}
              {row.filedWith !== '' && <span className="prose-small block">{row.filedWith}</span>}
            </td>
            <td data-label="記録を残す日">
              {row.measuresKeptThrough === null ? '' : `${eraDate(row.measuresKeptThrough)}まで`}
            </td>
            {mayKeep && (
              <td className="whitespace-nowrap">
                <span className="flex flex-wrap gap-x-4">
                  <Anchor to={paths.editAgreement({ id: row.id })} label={`${row.name}の36協定を見る・直す`}>
                    見る・直す
                  </Anchor>
                  {row.state !== 'expired' && row.state !== 'ended' && (
                    <EndAgreement id={row.id} name={row.name} draft={row.state === 'draft'} />
                  )}
                </span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Disasters({ view, mayKeep }: { readonly view: Register; readonly mayKeep: boolean }) {
  return (
    <ul>
      {view.disasters.map((each) => (
        <li key={each.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-solid-gray-200 py-2.5">
          <StatusLabel label={disasterLabels[each.state]} />
          <span className="font-700">{each.name}</span>
          <span>
            {eraDate(each.from)}
            {each.through === each.from ? '' : `から${eraDate(each.through)}まで`}
          </span>
          <span className="min-w-0">
            {each.reason}(見込み {hm(each.expected)})
          </span>
          {mayKeep && <RecordDisaster name="許可・届出を記録する" occasion={each} />}
        </li>
      ))}
    </ul>
  );
}
