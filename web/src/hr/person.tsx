import { useParams } from '@tanstack/react-router';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor, Button, ButtonLink } from '../components/button.tsx';
import { MonthBars } from '../components/month-bars.tsx';
import { Crumbs, PageTitle, Section } from '../components/section.tsx';
import { StateLabel } from '../components/status-label.tsx';
import { TokenRow, tokensOf } from '../components/token-row.tsx';
import { LimitGauge } from '../staff/limit-gauge.tsx';
import { dayLabel, hm, monthName } from '../wording/format.ts';
import { departmentWords, limitNoun, limitTitle, remainingWords } from '../wording/words.ts';
import { AverageLines } from './person-averages.tsx';
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
      : `・${departmentWords[standing.department]}${standing.departmentSince === null ? '' : `(${dayLabel(standing.departmentSince)}から)`}`;
  const transfers = view.events
    .filter((event) => event.kind === 'transfer')
    .map((event) => ({ month: event.date.slice(0, 7), text: event.text }));
  return (
    <>
      <Crumbs>
        <Anchor to={paths.people}>個人</Anchor> / {person.departmentName}
      </Crumbs>
      <PageTitle
        facts={`職員番号 ${person.staff}・${person.departmentName} ${person.post}${kind}`}
        actions={<Actions view={view} running={running} />}
      >
        {person.name}
      </PageTitle>
      {standing === null ? (
        <p>管理監督職員です。上限はありません。健康確保のため、在庁の記録は「日ごとの記録」で見られます。</p>
      ) : (
        <Verdict view={view} running={running} />
      )}
      <Section title="月ごとの時間外勤務(時間)">
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
          <Section title={`${monthName(standing.month)}の残り時間`} aside="あとが少ない順">
            {standing.limits.map((limit, i) => (
              <div key={limit.limit} className="border-b border-solid-gray-420 py-3">
                <LimitGauge limit={limit} standing={standing} first={i === 0} size="small" />
              </div>
            ))}
          </Section>
        )}
        <div>
          {standing !== null && (
            <Section title={`45:00 を超えた月 ${view.monthsOver45.length}回`}>
              <TokenRow tokens={tokensOf(view.monthsOver45, running)} />
              <p>{tokenWords(view)}</p>
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
      いま {hm(standing.overtime)}。{forecast}
    </Banner>
  );
}

function tokenWords(view: HistoryView): string {
  const left = 6 - view.monthsOver45.length;
  if (view.standing?.department === 'selfDirected') return '自律部署では、45:00 を超える月そのものが上限の超過です。';
  if (left > 0) return `この年度に 45:00 を超えられる月は、あと${left}回です。`;
  return left === 0 ? 'これからの月は、毎月 45:00 までです。' : '6回を超えています。特例業務でなければ命令できません。';
}

function Events({ view }: { readonly view: HistoryView }) {
  const events = view.events.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  return (
    <Section title="できごと">
      {events.length === 0 ? (
        <p className="py-3">できごとはまだありません。</p>
      ) : (
        <ul>
          {events.map((event) => (
            <li
              key={`${event.date}-${event.kind}-${event.text}`}
              className="flex flex-wrap items-baseline gap-x-4 border-b border-solid-gray-200 py-2.5"
            >
              <span className="w-32 shrink-0 text-[0.9375rem]">{dayLabel(event.date)}</span>
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
