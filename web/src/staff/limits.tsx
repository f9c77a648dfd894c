import { dayOfMonth, eraDate, eraYear, fiscalYearName, monthName } from '@tokimori/wording/format';
import type { Answer } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { MonthBars } from '../components/month-bars.tsx';
import { CitationNote } from '../components/reason-steps.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { TokenRow, tokensOf } from '../components/token-row.tsx';
import { departmentWords, limitTitle } from '../wording/words.ts';
import { Article36Note } from './article36-note.tsx';
import { DesignationNotices } from './designation-notices.tsx';
import { forecastBasis } from './forecast-words.tsx';
import { LimitGauge } from './limit-gauge.tsx';

type HistoryView = Answer<NonNullable<(typeof routes.history)['shape']>>;

/** 上限と理由: my caps, what is left of each, and why they are mine. */
export function LimitsPage() {
  const { month } = calendarOf(useMe());
  const history = useReading(routes.history, { params: { staff: 'me' } });
  return (
    <Shown query={history} title="上限と理由">
      {(view) => <Limits view={view} month={month} />}
    </Shown>
  );
}

/** 4 for April … : the fiscal year in which a month lies. */
const fiscalYearOf = (month: string): number =>
  Number(month.slice(5)) >= 4 ? Number(month.slice(0, 4)) : Number(month.slice(0, 4)) - 1;

function Limits({ view, month }: { readonly view: HistoryView; readonly month: string }) {
  const { standing, person } = view;
  if (standing === null) {
    return (
      <>
        <PageTitle>上限と理由</PageTitle>
        <p>
          上限はありません。{person.name}
          さんは管理監督職員に当たり、時間外勤務の上限の対象ではありません。健康確保のため、在庁時間は記録されます。
        </p>
        <p className="mt-3">
          <Anchor to={paths.month(month)}>今月の勤務を見る</Anchor>
        </p>
      </>
    );
  }
  const over = view.monthsOver45;
  const citations = new Map(
    standing.limits.flatMap(({ citation }) =>
      citation === null ? [] : [[`${citation.instrument} ${citation.place}`, citation] as const],
    ),
  );
  return (
    <>
      <PageTitle facts={`${eraYear(`${month}-01`)}${monthName(month)}・${dayOfMonth(standing.asOf)}の時点`}>
        上限と理由
      </PageTitle>
      <DesignationNotices all />
      {standing.article36 === null ? (
        <p>
          {person.departmentName}は<strong>{departmentWords[standing.department]}</strong>
          {standing.departmentSince === null ? '' : `(${eraDate(standing.departmentSince)}から)`}です。
          {standing.department === 'externallyDriven'
            ? '業務の量や時期を自分たちで決められない部署として、市長が指定しています。'
            : '業務の量や時期を自分たちで決められる部署の上限が適用されます。'}
        </p>
      ) : (
        <Article36Note article36={standing.article36} />
      )}
      <Section title={`${monthName(month)}の残り時間`} aside="あとが少ない順">
        {standing.limits.length === 0 && <Empty>この月に適用される上限はありません。</Empty>}
        <div className="mt-4 grid gap-x-8 gap-y-8 wide:grid-cols-2">
          {standing.limits.map((limit, i) => (
            <LimitGauge
              key={limit.limit}
              limit={limit}
              standing={standing}
              first={i === 0}
              note={i === 0 ? forecastBasis(standing) : undefined}
            />
          ))}
        </div>
        <p className="mt-4">
          <Anchor to={paths.why('me', month)}>計算と根拠を見る</Anchor>
        </p>
      </Section>
      <Section title={`45:00 を超えた月 ${over.length}回`} aside={fiscalYearName(fiscalYearOf(month))}>
        {standing.limits.some(({ limit }) => limit === 'monthsOver45') && <TokenRow tokens={tokensOf(over, month)} />}
        <p className="mt-2">
          {standing.article36 === null
            ? overSentence(over, month, standing.department)
            : '36協定の上限を超えられる月の数は、協定の特別条項によります。'}
        </p>
      </Section>
      <Section title="月ごとの時間外勤務(時間)">
        <MonthBars months={view.months} running={month} forecast={standing.forecast?.total ?? null} />
      </Section>
      <Section title="上限の根拠">
        <ul className="mt-3 space-y-2">
          {[...citations.values()].map((citation) => (
            <li key={`${citation.instrument} ${citation.place}`}>
              <p className="font-700">
                {standing.limits
                  .filter((limit) => limit.citation?.place === citation.place)
                  .map(limitTitle)
                  .join('、')}
              </p>
              <CitationNote citation={citation} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="できごと">
        {view.events.length === 0 ? (
          <Empty>異動、指定、特例業務などがあると、ここに出ます。</Empty>
        ) : (
          <ul>
            {view.events.map((event) => (
              <li
                key={`${event.date}-${event.kind}-${event.text}`}
                className="flex gap-4 border-b border-solid-gray-200 py-2.5"
              >
                <span className="w-36 shrink-0">{eraDate(event.date)}</span>
                <span>{event.text}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

/** What the number of months above 45:00 means for the rest of the year. */
export function overSentence(
  over: readonly string[],
  month: string,
  department: 'selfDirected' | 'externallyDriven',
): string {
  const times = over.length;
  if (department === 'selfDirected')
    return times === 0
      ? '自律部署では、月 45:00 を超える命令は特例業務に限られます。'
      : `自律部署では、月 45:00 を超える命令は特例業務に限られます。今年度は ${times}回あります。`;
  const running = over.at(-1) === month ? `${monthName(month)}(斜線)は途中ですが、もう 45:00 を超えました。` : '';
  if (times < 6) return `${running}45:00 を超えられるのは年6回までです。あと ${6 - times}回です。`;
  if (times === 6) return `${running}6回に届きました。年度の残りは、毎月 45:00 までです。`;
  return `6回を ${times - 6}回超えています。年度の残りは 45:00 を超える命令ができません。`;
}
