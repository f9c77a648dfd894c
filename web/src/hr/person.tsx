import { useParams } from '@tanstack/react-router';
import { eraDate, hm, monthName } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor, Button, ButtonLink } from '../components/button.tsx';
import { MonthBars } from '../components/month-bars.tsx';
import { patterns } from '../components/patterns.tsx';
import { Crumbs, PageTitle, Section } from '../components/section.tsx';
import { StateLabel } from '../components/status-label.tsx';
import { TokenRow, tokensOf } from '../components/token-row.tsx';
import { departmentWords, limitNoun, limitTitle, remainingWords } from '../wording/words.ts';
import { AverageLines } from './person-averages.tsx';
import { PersonLimits } from './person-limits.tsx';
import { PersonTable } from './person-table.tsx';
import type { HistoryView } from './views.ts';

/** 個人: how this person got here, and what may still be ordered. */
export function PersonPage() {
  const { staff = '' }: { staff?: string } = useParams({ strict: false });
  const view = useReading(routes.history, { params: { staff }, query: {} });
  return (
    <Shown query={view} title="個人">
      {(data) => <Person view={data} />}
    </Shown>
  );
}

function Person({ view }: { readonly view: HistoryView }) {
  const { month: running } = calendarOf(useMe());
  const { person, standing } = view;
  const kind =
    standing === null
      ? ''
      : `・${departmentWords[standing.department]}${standing.departmentSince === null ? '' : `(${eraDate(standing.departmentSince)}から)`}`;
  const transfers = view.events
    .filter((event) => event.kind === 'transfer')
    .map((event) => ({ month: event.date.slice(0, 7), text: event.text }));
  return (
    <>
      <Crumbs>
        <Anchor to={paths.people}>職員をさがす</Anchor> / {person.name}
      </Crumbs>
      <PageTitle
        facts={`職員番号 ${person.staff}・${person.departmentName} ${person.post}${kind}`}
        actions={<Actions view={view} running={running} />}
      >
        {person.name}
      </PageTitle>
      {standing === null ? (
        <p>管理監督職員です。時間外勤務の上限はありません。健康確保のための在庁の記録は「日ごとの記録」にあります。</p>
      ) : (
        <Verdict view={view} running={running} />
      )}
      <Section title="月ごとの時間外勤務(時間)" aside={<BarsLegend />}>
        <MonthBars
          months={view.months}
          running={running}
          forecast={standing?.forecast?.total ?? null}
          transfers={transfers}
          ownTable
        />
      </Section>
      {standing !== null && (
        <Section title="2–6か月の平均(時間)" aside="異動の前の月も入れて平均します">
          <AverageLines view={view} />
        </Section>
      )}
      <div className="grid gap-x-8 wide:grid-cols-2">
        {standing !== null && (
          <div>
            <PersonLimits view={view} standing={standing} />
          </div>
        )}
        <div>
          {standing !== null && (
            <Section
              title={`45:00 を超えた月 ${standing.department === 'externallyDriven' ? '6回のうち' : ''}${view.monthsOver45.length}回`}
            >
              {standing.department === 'externallyDriven' && <TokenRow tokens={tokensOf(view.monthsOver45, running)} />}
              <p className="mt-3">{tokenWords(view)}</p>
            </Section>
          )}
          <Events view={view} />
        </div>
      </div>
      <PersonTable view={view} />
    </>
  );
}

function Actions({ view, running }: { readonly view: HistoryView; readonly running: string }) {
  return (
    <>
      <ButtonLink size="small" to={paths.staffMonth(view.person.staff, running)}>
        日ごとの記録
      </ButtonLink>
      <Button size="small" onPress={() => window.print()}>
        印刷する
      </Button>
    </>
  );
}

function BarsLegend() {
  const box = 'keep-colours inline-block h-3 w-5';
  return (
    <span className="hidden flex-wrap items-center gap-x-4 wide:flex print:flex">
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className={`${box} bg-blue-900`} />
        時間外
      </span>
      <span className="inline-flex items-center gap-1.5">
        <svg width="20" height="12" aria-hidden="true">
          <rect width="20" height="12" fill={patterns.exceptional} stroke="#5109ad" />
        </svg>
        うち特例業務
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className={`${box} border-2 border-dashed border-orange-1000`} />
        月末の見込み
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="keep-colours inline-block h-0.75 w-5 bg-black" />
        月の上限
      </span>
    </span>
  );
}

/** The sentence that matters, with its reasons one press away. */
function Verdict({ view, running }: { readonly view: HistoryView; readonly running: string }) {
  const { standing } = view;
  if (standing === null) return null;
  const [first] = standing.limits;
  const over = standing.remaining !== null && (first?.slack ?? 0) < 0;
  const month = monthName(standing.month);
  const title =
    standing.remaining === null
      ? `${month}の残り時間は判定できません`
      : over
        ? `${month}は上限を超えています(${first === undefined ? '' : limitTitle(first)})`
        : `${month}に命令できるのは ${remainingWords(standing.remaining)} です${first === undefined ? '' : `(${limitNoun(first)})`}`;
  const forecast = standing.forecast === null ? '' : `いまの平均が続くと月末は ${hm(standing.forecast.total)} です。`;
  const kind = over || standing.state === 'over' ? 'error' : standing.state === 'fine' ? 'info' : 'warning';
  return (
    <Banner kind={kind} title={title} action={<ButtonLink to={paths.why(view.person.staff, running)}>なぜ</ButtonLink>}>
      いま {hm(standing.overtime)} です。{forecast}
      {standing.orderedAhead > 0 && `命令済みでこれからの ${hm(standing.orderedAhead)} は、まだ引いていません。`}
      {standing.exceptional > 0
        ? `うち特例業務 ${hm(standing.exceptional)} です。`
        : `${month}に特例業務の命令はありません。`}
    </Banner>
  );
}

function tokenWords(view: HistoryView): string {
  const left = 6 - view.monthsOver45.length;
  const running = view.monthsOver45.find((month) => month === view.standing?.month);
  const already = running === undefined ? '' : `${monthName(running)}(斜線)は途中ですが、もう 45:00 を超えました。`;
  if (view.standing?.department === 'selfDirected')
    return `${already.replace('(斜線)', '')}自律部署では、45:00 を超える月そのものが上限の超過です。`;
  if (left > 0) return `${already}この年度に 45:00 を超えられる月は、あと${left}回です。`;
  if (left < 0) return '6回を超えています。特例業務でなければ命令できません。';
  return running === undefined
    ? `${monthName(view.standing?.month ?? '')}から年度の終わりまで、毎月 45:00 までです。`
    : `${already}これからの月は、年度の終わりまで毎月 45:00 までです。`;
}

function Events({ view }: { readonly view: HistoryView }) {
  const events = view.events.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  return (
    <Section title="できごと">
      {events.length === 0 ? (
        <p className="py-3">異動・指定・特例業務などのできごとは、この期間にありません。</p>
      ) : (
        <ul>
          {events.map((event) => (
            <li
              key={`${event.date}-${event.kind}-${event.text}`}
              className="flex flex-wrap items-baseline gap-x-4 border-b border-solid-gray-200 py-2.5"
            >
              <span className="w-38 shrink-0 text-[0.9375rem]">{eraDate(event.date)}</span>
              <span className="min-w-0 flex-1">{event.text}</span>
              {event.state !== null && event.state !== 'none' && event.state !== 'fine' && (
                <StateLabel state={event.state} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
