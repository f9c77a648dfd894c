import { useState } from 'react';
import { paths } from '../app/paths.ts';
import { Anchor, Button } from '../components/button.tsx';
import { heatClass } from '../components/heat-classes.ts';
import { StateLabel } from '../components/status-label.tsx';
import { dayOfMonth, dayOnly, hm, weekday } from '../wording/format.ts';
import { ToLimit } from './heat-rows.tsx';
import type { SectionMonthView, SectionRowView } from './views.ts';

/** The phone's heat map: one week of working days a person, the month's sum and what is left. */
export function SectionWeek({ view }: { readonly view: SectionMonthView }) {
  const weeks = weeksOf(view);
  const current = Math.max(
    0,
    weeks.findIndex((week) => week.some((i) => view.calendar[i]?.date === view.today)),
  );
  const [shown, setShown] = useState(view.calendar.some((d) => d.date === view.today) ? current : weeks.length - 1);
  const week = weeks[shown] ?? [];
  const first = view.calendar[week[0] ?? 0]?.date;
  const last = view.calendar[week.at(-1) ?? 0]?.date;
  if (first === undefined || last === undefined) return null;
  return (
    <div className="wide:hidden print:hidden">
      <div className="mt-3 flex items-center justify-between gap-3">
        {shown > 0 ? (
          <Button size="small" onPress={() => setShown(shown - 1)}>
            前の週
          </Button>
        ) : (
          <span />
        )}
        <strong>
          {dayOfMonth(first)}–{dayOnly(last)}
        </strong>
        {shown < weeks.length - 1 ? (
          <Button size="small" onPress={() => setShown(shown + 1)}>
            次の週
          </Button>
        ) : (
          <span />
        )}
      </div>
      <ul className="mt-2">
        {view.rows.map((row) => (
          <WeekItem key={row.person.staff} view={view} row={row} week={week} />
        ))}
      </ul>
    </div>
  );
}

/** Positions of the working days of the month, by calendar week (Sunday to Saturday). */
function weeksOf(view: SectionMonthView): number[][] {
  const weeks: number[][] = [[]];
  view.calendar.forEach((day, i) => {
    if (weekday(day.date) === '日' && weeks.at(-1)?.length) weeks.push([]);
    if (day.kind !== 'weeklyDayOff') weeks.at(-1)?.push(i);
  });
  return weeks.filter((week) => week.length > 0);
}

function WeekItem({
  view,
  row,
  week,
}: {
  readonly view: SectionMonthView;
  readonly row: SectionRowView;
  readonly week: readonly number[];
}) {
  return (
    <li className="border-b border-solid-gray-200 py-2">
      <div className="flex items-center justify-between gap-2">
        <span>
          <Anchor to={paths.person(row.person.staff)} strong>
            {row.person.name}
          </Anchor>
          <span className="ml-2 text-[0.875rem]">{row.person.post}</span>
        </span>
        <StateLabel state={row.state} small />
      </div>
      <div className="mt-1 flex items-end justify-between gap-3">
        <ol className="flex gap-0.5">
          {week.map((i) => {
            const day = view.calendar[i];
            const cell = row.days[i];
            if (day === undefined || cell === undefined) return null;
            const missing = cell.state === 'missingOut' || cell.state === 'missingIn';
            const figure = missing
              ? '?'
              : cell.overtime > 0
                ? hm(cell.overtime)
                : cell.requested > 0
                  ? hm(cell.requested)
                  : '';
            const look = missing
              ? 'border-2 border-dashed border-black font-700'
              : cell.overtime > 0
                ? heatClass(cell.overtime).look
                : cell.requested > 0
                  ? 'border border-dashed border-blue-900 text-blue-900'
                  : 'bg-solid-gray-50';
            return (
              <li key={day.date} className="w-9 text-center text-[0.75rem] leading-130">
                <span className={day.date === view.today ? 'font-700 text-red-900' : ''}>
                  {dayOnly(day.date).slice(0, -1)}
                  <span className="sr-only">{missing ? '日 打刻漏れ' : '日'}</span>
                </span>
                <span className={`keep-colours flex h-8 items-center justify-center text-[0.8125rem] ${look}`}>
                  {figure}
                </span>
              </li>
            );
          })}
        </ol>
        <div className="w-28 shrink-0 text-right">
          {row.person.managerial ? (
            <span className="font-700 text-[0.875rem]">在庁 +{hm(row.beyond)}</span>
          ) : (
            <>
              <strong>{hm(row.overtime)}</strong>
              <ToLimit row={row} />
            </>
          )}
        </div>
      </div>
    </li>
  );
}
