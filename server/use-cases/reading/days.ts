import type { DayView } from '@tokimori/contract/values';
import { type CalendarDay, monthCalendar } from '@tokimori/law/calendar/municipal-calendar';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import { grouped } from './grouped.ts';
import { dayStateAt, lengthAt, type MonthRow, minuteAt } from './month-rows.ts';
import type { StandingOvertime } from './overtime-rows.ts';

/** The days of a month of one person: the record, the calendar, and what was asked and ordered. */
export function dayViews(
  month: MonthIndex,
  row: MonthRow | undefined,
  overtime: readonly StandingOvertime[],
  parameters: Parameters,
): DayView[] {
  const byDate = grouped(overtime, (each) => each.duty_date);
  return monthCalendar(parameters, month).days.map((day, index) =>
    dayView(day, index, row, byDate.get(formatLocalDate(day.day)) ?? []),
  );
}

function dayView(
  day: CalendarDay,
  index: number,
  row: MonthRow | undefined,
  overtime: readonly StandingOvertime[],
): DayView {
  const { allotment } = day;
  return {
    date: formatLocalDate(day.day),
    state: row === undefined ? blankState(day) : dayStateAt(row, index),
    holidayName: day.name ?? null,
    allotment:
      allotment.kind === 'weeklyDayOff'
        ? null
        : { ...allotment.hours, breaks: allotment.breaks.map(({ from, until }) => ({ from, until })) },
    firstIn: minuteAt(row?.first_in, index),
    lastOut: minuteAt(row?.last_out, index),
    pcFirst: minuteAt(row?.pc_first, index),
    pcLast: minuteAt(row?.pc_last, index),
    presence: lengthAt(row?.presence_days, index),
    beyond: lengthAt(row?.beyond_days, index),
    overtime: lengthAt(row?.overtime_days, index),
    exceptional: lengthAt(row?.exceptional_days, index),
    orderedAhead: lengthAt(row?.ordered_days, index),
    requested: overtime.reduce((sum, each) => (isWaiting(each) ? sum + each.minutes : sum), 0),
    discrepancy: lengthAt(row?.discrepancy_days, index),
    cumulative: lengthAt(row?.cumulative, index),
    spans: overtime.flatMap(spanOf),
  };
}

/** Without a record nothing is known but the calendar. */
const blankState = (day: CalendarDay): DayView['state'] =>
  day.kind === 'weeklyDayOff' ? 'dayOff' : day.kind === 'legalHoliday' ? 'holiday' : 'future';

/** Asked for, or approved first, and not yet ordered. */
export const isWaiting = ({ state }: Pick<StandingOvertime, 'state'>): boolean =>
  state === 'requested' || state === 'firstApproved';

function spanOf(row: StandingOvertime): DayView['spans'] {
  const { from_minute: from, until_minute: until, category, state } = row;
  if (from === null || until === null) return [];
  // What was approved first is not an order yet: it is drawn as what waits.
  if (isWaiting(row)) return [{ from, until, category, state: 'requested' }];
  return state === 'ordered' || state === 'confirmed' ? [{ from, until, category, state }] : [];
}

/** The end of what was ordered or confirmed on a day; null when nothing with a span was. */
export function orderUntil(overtime: readonly StandingOvertime[], date: string): number | null {
  let until: number | null = null;
  for (const row of overtime) {
    if (row.duty_date !== date || (row.state !== 'ordered' && row.state !== 'confirmed')) continue;
    if (row.until_minute !== null && (until === null || row.until_minute > until)) until = row.until_minute;
  }
  return until;
}

/** Position of a date in its month. */
export const indexIn = (month: MonthIndex, day: number): number => day - firstDayOf(month);
