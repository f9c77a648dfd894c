import { Link } from '@tanstack/react-router';
import { count, dayOnly, eraMonth, hm, monthName } from '@tokimori/wording/format';
import type { ReactNode } from 'react';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor, ButtonLink } from '../components/button.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { UrgentThings } from '../entrance/urgent-things.tsx';
import { Bureaus } from './city-bureaus.tsx';
import { Distribution } from './city-distribution.tsx';
import { ByLimit } from './city-limits.tsx';
import { Trend } from './city-trend.tsx';
import { changeWords, chipNames, comparedWords } from './figures.ts';
import { LimitTable } from './limit-table.tsx';
import { useMonth } from './month-of.ts';
import type { CityView } from './views.ts';

/** 全庁: who has broken or will break which limit, what is due, and is it getting better. */
export function CityPage() {
  const { month } = useMonth();
  const view = useReading(routes.cityMonth, { params: { month } }, { refetchInterval: 30_000 });
  return (
    <Shown query={view} title="全庁の時間外勤務">
      {(data) => <City view={data} />}
    </Shown>
  );
}

function City({ view }: { readonly view: CityView }) {
  const progress = view.settled
    ? '(確定)'
    : view.through === null
      ? '(記録はまだありません)'
      : `1日–${dayOnly(view.through)}(途中)。前月・前年も同じ日までと比べています。`;
  return (
    <>
      <PageTitle facts={`${eraMonth(view.month)}${progress}`} actions={<Actions view={view} />}>
        全庁の時間外勤務
      </PageTitle>
      <Figures view={view} />
      <UrgentForMe />
      {view.externallyDrivenShare.warn && <TooManyDriven view={view} />}
      <Urgent view={view} />
      <Bureaus view={view} />
      <div className="grid gap-x-8 wide:grid-cols-2">
        <ByLimit view={view} />
        <Distribution view={view} />
      </div>
      <Trend view={view} />
    </>
  );
}

function Actions({ view }: { readonly view: CityView }) {
  return (
    <>
      {view.previous !== null && (
        <ButtonLink size="small" to={paths.cityMonth(view.previous)}>
          {monthName(view.previous)}(確定)を見る
        </ButtonLink>
      )}
      {view.next !== null && (
        <ButtonLink size="small" to={paths.cityMonth(view.next)}>
          {monthName(view.next)}を見る
        </ButtonLink>
      )}
      <ButtonLink size="small" to={paths.differences(view.month)}>
        差異の状況
      </ButtonLink>
      <ButtonLink size="small" to={paths.reports}>
        表を保存する
      </ButtonLink>
    </>
  );
}

/** The 副市長 has no day and no section of their own: what waits for them stands here. */
function UrgentForMe() {
  const { roles } = useMe();
  return roles.includes('executive') ? <UrgentThings /> : null;
}

function Figures({ view }: { readonly view: CityView }) {
  const { people } = view;
  const over = people.over + people.overExceptional;
  const cells = [
    {
      name: '上限を超えた人',
      value: `${over}人`,
      note: people.overExceptional > 0 ? `うち特例業務によるもの ${people.overExceptional}人` : '',
    },
    {
      name: '見込みで超える人',
      value: view.settled ? '' : `${people.forecastOver}人`,
      note: `ほかに注意 ${people.near}人`,
    },
    {
      name: '1人当たり',
      value: hm(view.perHead.now),
      note: comparedWords('前月', view.perHead, view.perHead.previous),
    },
    {
      name: '全庁の合計',
      value: hm(view.total.now),
      note:
        view.total.lastYear === null
          ? ''
          : `前年 ${hm(view.total.lastYear)}(${changeWords(view.total.now, view.total.lastYear)})`,
    },
    {
      name: '判定できない人',
      value: `${people.unknown}人`,
      note: view.missingDays > 0 ? `打刻漏れ ${count(view.missingDays)}日` : '打刻漏れはありません',
    },
  ];
  return (
    <dl className="mt-2 grid grid-cols-2 gap-y-3 border-solid-gray-420 border-t-2 border-b border-t-black py-3 wide:grid-cols-5 print:grid-cols-5">
      {cells
        .filter((cell) => cell.value !== '')
        .map((cell) => (
          <div key={cell.name} className="pr-3">
            <dt className="text-[0.875rem]">{cell.name}</dt>
            <dd className="font-700 text-[1.5rem] leading-140">{cell.value}</dd>
            <dd className="prose-small">{cell.note}</dd>
          </div>
        ))}
    </dl>
  );
}

function TooManyDriven({ view }: { readonly view: CityView }) {
  const { designated, departments } = view.externallyDrivenShare;
  return (
    <div className="mt-5">
      <Banner
        kind="warning"
        title={`${departments}課のうち ${designated}課が他律部署に指定されています`}
        action={<ButtonLink to={paths.departments}>指定を見る</ButtonLink>}
      >
        指定は必要最小限とされています(総行公第139号
        令和5年12月25日)。業務の量と時期を自ら決められない部署かどうか、確かめてください。
      </Banner>
    </div>
  );
}

/** The list of the most urgent, with a chip for every limit. */
function Urgent({ view }: { readonly view: CityView }) {
  const basis = view.settled ? undefined : '見込み = いままでの合計 + 平日の平均 × 残りの日数';
  return (
    <Section title={`超えた人・近い人 ${count(view.rowCount)}件`} aside={basis}>
      <Chips view={view} />
      {view.rows.length === 0 ? (
        <p className="py-4">
          上限を超えた人はいません({count(view.judged)}人を判定
          {view.people.unknown > 0 ? `、${view.people.unknown}人は判定できません` : ''})。
        </p>
      ) : (
        <LimitTable
          rows={view.rows}
          month={view.month}
          caption={`${eraMonth(view.month)} 上限を超えた人・近い人。1人が2つ以上の上限に当たることがあります。`}
        />
      )}
      {view.rowCount > view.rows.length && (
        <p className="mt-3">
          <Anchor to={paths.cityLimits(view.month)}>{count(view.rowCount)}件すべてを見る</Anchor>
        </p>
      )}
    </Section>
  );
}

function Chips({ view }: { readonly view: CityView }) {
  const counted = chipNames.map((chip) => ({
    ...chip,
    count: view.chips.filter((c) => chip.limits.includes(c.limit)).reduce((sum, c) => sum + c.count, 0),
  }));
  return (
    <nav aria-label="上限ごとの一覧" className="no-print my-3">
      <ul className="flex flex-wrap gap-2">
        <Chip all to={paths.cityLimits(view.month)}>
          すべて {count(view.rowCount)}
        </Chip>
        {counted
          .filter((chip) => chip.count > 0)
          .map((chip) => (
            <Chip key={chip.key} to={paths.cityLimits(view.month, chip.key)}>
              {chip.name} {count(chip.count)}
            </Chip>
          ))}
      </ul>
    </nav>
  );
}

const pill = 'inline-flex min-h-11 items-center rounded-full border px-4 text-[0.9375rem] hover:underline';

function Chip({
  to,
  all = false,
  children,
}: {
  readonly to: string;
  readonly all?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <Link
        to={to}
        className={`${pill} ${all ? 'keep-colours border-solid-gray-800 bg-solid-gray-800 font-700 text-white' : 'border-solid-gray-600'}`}
      >
        {children}
      </Link>
    </li>
  );
}
