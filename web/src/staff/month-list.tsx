import type { DayView } from '@tokimori/contract/values';
import { dayOnly, hm, weekday } from '@tokimori/wording/format';
import { BandAxis, TimelineBand } from '../components/timeline-band.tsx';
import { type DayContext, isEmptyRest, totalName } from './day-rows.ts';
import { DayDoor, DayStateCell, inWords, outWords } from './day-state.tsx';
import type { StaffMonthView } from './views.ts';

/** The phone's month: newest day first, two lines a day; labels only where something is open. */
export function MonthList({ view, context }: { readonly view: StaffMonthView; readonly context: DayContext }) {
  const shown = view.days
    .filter((day) => !isEmptyRest(day) && (day.state !== 'future' || day.spans.length > 0) && day.date <= context.today)
    .reverse();
  return (
    <div className="wide:hidden print:hidden">
      <div className="mt-3">
        <BandAxis until={context.axis} />
      </div>
      <ol>
        {shown.map((day) => (
          <DayItem key={day.date} day={day} context={context} />
        ))}
      </ol>
      <p className="prose-small mt-2">
        週休日・休日で勤務のない日は省いています。{totalName(view.totals.unclassifiable)}の時間外は{' '}
        {hm(view.totals.overtime)} です。
      </p>
    </div>
  );
}

function DayItem({ day, context }: { readonly day: DayView; readonly context: DayContext }) {
  const open =
    day.state === 'missingOut' ||
    day.state === 'missingIn' ||
    day.state === 'noRecord' ||
    day.discrepancy > 0 ||
    day.requested > 0 ||
    (day.allotment === null && day.overtime > 0);
  const times = day.firstIn === null && day.lastOut === null ? '' : `${inWords(day)}–${outWords(day)}`;
  return (
    <li className="border-b border-solid-gray-200 py-2">
      <div className="flex items-baseline justify-between gap-2">
        <span>
          <DayDoor day={day} own={context.own}>
            {dayOnly(day.date)}
          </DayDoor>{' '}
          {weekday(day.date)}
          <span className="ml-3">{times}</span>
        </span>
        {day.overtime > 0 && <strong>時間外 {hm(day.overtime)}</strong>}
      </div>
      <TimelineBand day={day} until={context.axis} {...(day.date === context.today ? { now: context.now } : {})} />
      {open && (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-[0.875rem]">
          <DayStateCell day={day} today={context.today} />
          {day.discrepancy > 0 && <span>差異 {hm(day.discrepancy)}</span>}
        </p>
      )}
    </li>
  );
}
