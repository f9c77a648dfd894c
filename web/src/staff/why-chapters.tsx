import type { StepView } from '@tokimori/contract/values';
import { dayLabel, dayOfMonth, dayOnly, hm, monthName, span } from '@tokimori/wording/format';
import { limitNames } from '@tokimori/wording/limit-names';
import type { ReactNode } from 'react';
import { paths } from '../app/paths.ts';
import { axisUntil } from '../components/band-geometry.ts';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { type ReasonChapter, StepSentences } from '../components/reason-steps.tsx';
import { StateLabel } from '../components/status-label.tsx';
import { BandAxis, TimelineBand } from '../components/timeline-band.tsx';
import { averageMonths, departmentWords, limitTitle, remainingWords } from '../wording/words.ts';
import type { WhyView } from './views.ts';

type ChapterName = WhyView['chapters'][number]['chapter'];
type Drawn = { readonly title: (view: WhyView) => string; readonly body: (view: WhyView, staff: string) => ReactNode };

/** What stands in a chapter beside the sentences of its steps. A chapter without its drawing does not compile. */
const drawn: Readonly<Record<ChapterName, Drawn>> = {
  records: {
    title: () => '打刻とPCの記録から、その日の在庁を出します',
    body: (view, staff) => <Records view={view} staff={staff} />,
  },
  overtime: {
    title: () => '割振りの外の、命令された時間が時間外勤務です',
    body: (view) => <ExampleOvertime view={view} />,
  },
  sum: { title: (view) => `${monthName(view.standing.month)}の合計`, body: (view) => <Sum view={view} /> },
  caps: {
    title: (view) =>
      `${view.person.departmentName}は${departmentWords[view.standing.department]}なので、上限は${kindsOf(view)}つです`,
    body: () => null,
  },
  remaining: {
    title: (view) => `それぞれの上限まで、${monthName(view.standing.month)}はあと何時間か`,
    body: (view) => <RemainingTable view={view} />,
  },
  exceptions: { title: () => '例外に当たるか', body: () => null },
  verdict: { title: () => '判定', body: (view) => <VerdictFigure view={view} /> },
};

/** How many kinds of limits apply; the averages of two to six months are one. */
function kindsOf({ standing }: WhyView): number {
  return new Set(standing.limits.map(({ limit }) => (averageMonths(limit) === undefined ? limit : 'average'))).size;
}

/** The chapters the server told, in its order. The chain stops where a fact is missing, because the server stops there. */
export function whyChapters(view: WhyView, staff: string): ReasonChapter[] {
  return view.chapters.map(({ chapter, steps }) => ({
    key: chapter,
    title: drawn[chapter].title(view),
    body: (
      <>
        {drawn[chapter].body(view, staff)}
        {chapter === 'remaining' ? <RemainingSteps steps={steps} /> : <StepSentences steps={steps} />}
      </>
    ),
  }));
}

/** The equation of the limit reached first in view; those of the others, whose figures stand in the table, folded. */
function RemainingSteps({ steps }: { readonly steps: readonly StepView[] }) {
  const apart = (step: StepView) => step.figures.binding === 0;
  const others = steps.filter(apart);
  return (
    <>
      <StepSentences steps={steps.filter((step) => !apart(step))} />
      {others.length > 0 && (
        <details>
          <summary className="link min-h-7 cursor-pointer">ほかの上限の式を見る</summary>
          <StepSentences steps={others} />
        </details>
      )}
    </>
  );
}

function Records({ view, staff }: { readonly view: WhyView; readonly staff: string }) {
  const day = view.exampleDay;
  const days = view.days.length;
  if (day === null) return <p>この月の記録はまだありません。</p>;
  const until = axisUntil([day]);
  return (
    <>
      <p className="prose-small">
        例 {dayLabel(day.date)}。{days > 0 && `この月の ${days}日分を同じ手順で計算しました。`}
        <Anchor to={paths.staffMonth(staff, view.standing.month)}>日ごとの記録を見る</Anchor>
      </p>
      <div className="mt-1 max-w-[38rem]">
        <BandAxis until={until} />
        <TimelineBand day={day} until={until} tall />
      </div>
      {day.pcFirst !== null && <p className="pt-1 text-[0.9375rem]">PC {span(day.pcFirst, day.pcLast)}</p>}
    </>
  );
}

function ExampleOvertime({ view }: { readonly view: WhyView }) {
  const day = view.exampleDay;
  if (day === null) return null;
  const ordered = day.spans.filter((s) => s.state !== 'requested');
  return (
    <>
      <p>
        {day.allotment === null
          ? `${dayLabel(day.date)}は割振りのない日です。`
          : `割振り ${span(day.allotment.from, day.allotment.until)}`}
        {ordered.length > 0 && `、命令 ${ordered.map((s) => span(s.from, s.until)).join('・')}。`}
      </p>
      <p className="font-700 text-[1.0625rem]">
        {dayLabel(day.date)}の時間外 = {hm(day.overtime)}
      </p>
    </>
  );
}

/** 3:20 + 4:05 + … + 5:15(22日)+ 3:30(23日)= 58:40 */
export function sumEquation(
  days: readonly { readonly date: string; readonly overtime: number }[],
  total: number,
): string {
  const counted = days.filter((day) => day.overtime > 0);
  const named = counted.slice(-2).map((day) => `${hm(day.overtime)}(${dayOnly(day.date)})`);
  const first = counted.slice(0, Math.min(2, counted.length - named.length)).map((day) => hm(day.overtime));
  const gap = counted.length > first.length + named.length ? ['…'] : [];
  const parts = [...first, ...gap, ...named];
  return `${parts.length === 0 ? '時間外はありません ' : `${parts.join(' + ')} `}= ${hm(total)}`;
}

function Sum({ view }: { readonly view: WhyView }) {
  const days = view.days.filter((day) => day.overtime > 0);
  return (
    <>
      <p className="font-700 text-[1.0625rem]">{sumEquation(days, view.standing.overtime)}</p>
      <p className="prose-small">丸めはしていません。退勤の打刻がない日は入れていません。</p>
      {days.length > 0 && (
        <details className="my-1">
          <summary className="link min-h-7 cursor-pointer">{days.length}日分を見る</summary>
          <DataTable caption={`${monthName(view.standing.month)}の時間外勤務、日ごと`}>
            <thead>
              <tr>
                <th scope="col">日</th>
                <th scope="col" className="number">
                  時間外
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day.date}>
                  <th scope="row" className="font-400!">
                    {dayOfMonth(day.date)}
                  </th>
                  <td className="number">{hm(day.overtime)}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </details>
      )}
    </>
  );
}

function RemainingTable({ view }: { readonly view: WhyView }) {
  const figure = (limit: WhyView['limits'][number], value: number | null) =>
    value === null ? '' : limit.limit === 'monthsOver45' ? `${value}回` : hm(value);
  const left = (limit: WhyView['limits'][number]) => {
    if (limit.limit === 'monthsOver45')
      return limit.total === null || limit.now === null ? '判定できない' : `${Math.max(0, limit.total - limit.now)}回`;
    return limit.slack === null ? '判定できない' : limit.slack < 0 ? `${hm(-limit.slack)} 超過` : hm(limit.slack);
  };
  return (
    <div className="mb-2">
      <DataTable caption="上限ごとの残り(時:分)">
        <thead>
          <tr>
            <th scope="col">上限</th>
            <th scope="col" className="number">
              上限の合計
            </th>
            <th scope="col" className="number hidden wide:table-cell">
              前の月まで
            </th>
            <th scope="col" className="number hidden wide:table-cell">
              {monthName(view.standing.month)}いま
            </th>
            <th scope="col" className="number">
              あと
            </th>
          </tr>
        </thead>
        <tbody>
          {view.limits.map((limit) => (
            <tr key={limit.limit} className={limit.binding ? 'border-l-4 border-l-black bg-yellow-50' : ''}>
              <th scope="row">
                {limitNames[limit.limit]}
                {limit.binding && <span className="ml-1 font-400">先に届く</span>}
              </th>
              <td className="number">{figure(limit, limit.total)}</td>
              <td className="number hidden wide:table-cell">
                {figure(limit, limit.before === 0 ? null : limit.before)}
              </td>
              <td className="number hidden wide:table-cell">{figure(limit, limit.now)}</td>
              <td className="number font-700">{left(limit)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

function VerdictFigure({ view }: { readonly view: WhyView }) {
  const { standing } = view;
  const binding = standing.limits.find((limit) => limit.limit === standing.binding) ?? standing.limits[0];
  const slack = binding?.slack ?? standing.remaining;
  return (
    <p className="flex flex-wrap items-center gap-3">
      <span className="font-700 text-[2.25rem] leading-130">
        {slack === null || slack === undefined ? '判定できない' : remainingWords(slack)}
      </span>
      <StateLabel state={standing.state} />
      {binding !== undefined && <span className="sr-only">{limitTitle(binding)}</span>}
    </p>
  );
}
