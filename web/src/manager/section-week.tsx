import { dayOfMonth, dayOnly, hm, weekday } from '@tokimori/wording/format';
import { limitNames } from '@tokimori/wording/limit-names';
import { useState } from 'react';
import { paths } from '../app/paths.ts';
import { Anchor, Button } from '../components/button.tsx';
import { cellSentence, type HeatCell, HeatFigure, type HeatRow } from '../components/heat-map.tsx';
import { ShapeMark } from '../components/shapes.tsx';
import { remainingWords, stateLabels } from '../wording/words.ts';
import { groupsOf } from './heat-rows.tsx';
import type { SectionMonthView, SectionRowView } from './views.ts';

type Week = { readonly duty: readonly number[]; readonly off: readonly number[] };

/** The phone's heat map: one week of working days a person, the weekend in one column, the month's sum and what is left. */
export function SectionWeek({ view }: { readonly view: SectionMonthView }) {
  const weeks = weeksOf(view);
  const latest = view.calendar.findIndex((day) => day.date === view.through);
  const current = weeks.findIndex((week) => [...week.duty, ...week.off].includes(latest));
  const [shown, setShown] = useState(Math.max(0, current));
  const week = weeks[shown];
  if (week === undefined) return null;
  const places = [...week.duty, ...week.off].toSorted((a, b) => a - b);
  const first = view.calendar[places[0] ?? 0]?.date ?? view.today;
  const last = view.calendar[places.at(-1) ?? 0]?.date ?? view.today;
  return (
    <div className="wide:hidden print:hidden">
      <div className="my-2 grid grid-cols-[1fr_auto_1fr] items-center gap-2">
        <span>
          {shown > 0 && (
            <Button size="small" onPress={() => setShown(shown - 1)}>
              前の週
            </Button>
          )}
        </span>
        <strong aria-live="polite">
          {dayOfMonth(first)}–{dayOnly(last)}
        </strong>
        <span className="text-right">
          {shown < weeks.length - 1 && (
            <Button size="small" onPress={() => setShown(shown + 1)}>
              次の週
            </Button>
          )}
        </span>
      </div>
      <table className="w-full border-collapse text-[0.8125rem] leading-140">
        <caption className="sr-only">
          {view.name} {dayOfMonth(first)}から{dayOnly(last)}までの1日ごとの時間外(時:分)
        </caption>
        <thead>
          <tr className="border-b border-black">
            <th scope="col" className="pb-1 text-left align-bottom">
              職員
            </th>
            {week.duty.map((i) => (
              <DayHead key={i} view={view} place={i} />
            ))}
            <th scope="col" className="w-8 px-0 pb-1 text-center align-bottom font-400">
              土日
            </th>
            <th scope="col" className="pb-1 text-right align-bottom">
              今月
            </th>
          </tr>
        </thead>
        {groupsOf(view)
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <tbody key={group.title}>
              <tr className="bg-solid-gray-50">
                <th scope="rowgroup" colSpan={week.duty.length + 3} className="px-1 py-1 text-left">
                  {group.title}
                </th>
              </tr>
              {group.rows.map((row) => (
                <WeekRow key={row.key} view={view} row={row} week={week} />
              ))}
            </tbody>
          ))}
      </table>
    </div>
  );
}

/** Positions of the days of the month by week, Monday to Sunday; days off apart. */
function weeksOf(view: SectionMonthView): Week[] {
  const weeks: { duty: number[]; off: number[] }[] = [];
  view.calendar.forEach((day, i) => {
    if (i === 0 || weekday(day.date) === '月') weeks.push({ duty: [], off: [] });
    weeks.at(-1)?.[day.kind === 'weeklyDayOff' ? 'off' : 'duty'].push(i);
  });
  return weeks;
}

function DayHead({ view, place }: { readonly view: SectionMonthView; readonly place: number }) {
  const day = view.calendar[place];
  if (day === undefined) return null;
  const today = day.date === view.today;
  return (
    <th
      scope="col"
      className={`w-8 px-0 pb-1 text-center align-bottom ${today ? 'border-l-2 border-l-red-900 text-red-900' : ''}`}
    >
      <span className="block">{dayOnly(day.date).slice(0, -1)}</span>
      <span className="block font-400">{day.kind === 'legalHoliday' ? '祝' : weekday(day.date)}</span>
    </th>
  );
}

/** The weekend in one cell. */
function together(cells: readonly HeatCell[]): HeatCell {
  const missing = cells.find((cell) => cell.state === 'missingOut' || cell.state === 'missingIn');
  return {
    state: missing?.state ?? 'dayOff',
    overtime: cells.reduce((sum, cell) => sum + cell.overtime, 0),
    requested: cells.reduce((sum, cell) => sum + cell.requested, 0),
    discrepancy: cells.some((cell) => cell.discrepancy),
  };
}

type RowProps = { readonly view: SectionMonthView; readonly row: HeatRow; readonly week: Week };

function WeekRow({ view, row, week }: RowProps) {
  const own = view.rows.find((each) => each.person.staff === row.key);
  const off = together(week.off.flatMap((i) => row.cells[i] ?? []));
  const weekend = view.calendar[week.off[0] ?? -1];
  return (
    <tr className="border-b border-solid-gray-200">
      <th scope="row" className="py-1 pr-1 text-left wrap-normal break-keep">
        <span className="flex min-h-11 items-center">
          <Anchor to={paths.person(row.key)}>{row.name}</Anchor>
        </span>
      </th>
      {week.duty.map((i) => {
        const [cell, day] = [row.cells[i], view.calendar[i]];
        if (cell === undefined || day === undefined) return null;
        return (
          <td
            key={day.date}
            className={`p-0 ${day.kind === 'legalHoliday' ? 'heat-holiday' : ''} ${day.date === view.today ? 'border-l-2 border-l-red-900' : ''}`}
          >
            <span className="sr-only">{cellSentence('', day, cell, row.measure)}</span>
            <span aria-hidden="true">
              <HeatFigure cell={cell} />
            </span>
          </td>
        );
      })}
      <td className="bg-solid-gray-50 p-0">
        <span className="sr-only">{weekend === undefined ? '' : cellSentence('', weekend, off, row.measure)}</span>
        <span aria-hidden="true">
          <HeatFigure cell={off} />
        </span>
      </td>
      <td className="py-1 pl-1 text-right">{own !== undefined && <MonthSoFar row={own} />}</td>
    </tr>
  );
}

function MonthSoFar({ row }: { readonly row: SectionRowView }) {
  if (row.person.managerial)
    return (
      <>
        在庁 <strong className="block">+{hm(row.beyond)}</strong>
      </>
    );
  const left = row.remaining;
  const { shape, word } = stateLabels[row.state];
  const elsewhere = row.stateLimit !== null && row.stateLimit !== row.binding;
  const mark = row.state === 'fine' || row.state === 'unknown' ? null : <ShapeMark shape={shape} size={12} />;
  return (
    <>
      <strong className="block text-[0.875rem]">{hm(row.overtime)}</strong>
      <span className={`block wrap-normal ${left !== null && left < 0 ? 'font-700 text-red-900' : ''}`}>
        <span className="inline-flex items-center gap-0.5">
          {!elsewhere && mark}
          {left === null ? word : remainingWords(left).replace(' ', '\u00a0')}
        </span>
      </span>
      {elsewhere && row.stateLimit !== null && (
        <span className="inline-flex items-center gap-0.5">
          {mark}
          {limitNames[row.stateLimit]}の上限
        </span>
      )}
      <span className="sr-only">{word}</span>
    </>
  );
}
