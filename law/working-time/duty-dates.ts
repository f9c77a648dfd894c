import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import type { Mark } from './types.ts';

const DAY = 24 * 60;

/**
 * Which duty date (勤務日) a mark belongs to.
 *
 * A mark belongs to its civil day; before the day boundary (日の区切り), to the day before. A leaving after the boundary
 * still belongs to the duty date before when a shift of that date is running: an arrival without a leaving, no arrival
 * since, and less than 24:00 gone since it. A second leaving right after such a one is the same leaving.
 */

/** A mark on the time line: minutes since 1970-01-01 0:00 of local time (day × 1440 + minute of the day). */
export type TimedMark = Omit<Mark, 'at'> & { readonly at: number };

/** A shift as far as it is known: its arrival and the duty date it belongs to. */
type Shift = { at: number; date: EpochDay; running: boolean; carried: boolean };

const noShift = (): Shift => ({ at: Number.NEGATIVE_INFINITY, date: 0, running: false, carried: false });

function arrive(shift: Shift, at: number, date: EpochDay): void {
  shift.at = at;
  shift.date = date;
  shift.running = true;
  shift.carried = false;
}

/** Whether a leaving at `at`, which by its hour belongs to `date`, closes a shift of an earlier duty date. */
function closes(shift: Shift, at: number, date: EpochDay): boolean {
  return shift.date < date && at - shift.at < DAY && (shift.running || shift.carried);
}

/** The duty date of a moment when no shift is running: the civil day, or the day before until the boundary. */
export function dutyDateAt(at: number, dayBoundary: Minutes): EpochDay {
  return Math.floor((at - dayBoundary) / DAY);
}

/**
 * The duty date of every mark of one person.
 * @param marks in order of time; begin at {@link marksNeededFor} for the duty dates that matter.
 * @param dayBoundary minutes after 0:00.
 * @returns one duty date per mark, in the same order.
 */
export function dutyDatesOf(marks: readonly TimedMark[], dayBoundary: Minutes): EpochDay[] {
  const shifts = { punch: noShift(), gate: noShift(), pc: noShift() };
  const { punch: punched, pc: logged } = shifts;
  return marks.map(({ at, direction, source }) => {
    const natural = dutyDateAt(at, dayBoundary);
    if (direction === 'unknown') return natural;
    if (direction === 'in') {
      arrive(shifts[source], at, natural);
      // Whoever arrives by punch has left the screen of an earlier duty date.
      if (source === 'punch' && logged.date !== natural) Object.assign(logged, noShift());
      return natural;
    }
    const shift = shifts[source];
    const own = shift.running && shift.date === natural;
    const carried = closes(shift, at, natural);
    shift.running = false;
    shift.carried = carried;
    if (source !== 'punch' && !own && closes(punched, at, natural)) return punched.date;
    return carried ? shift.date : natural;
  });
}

/** The marks of one person by duty date, their times counted from 0:00 of that date. Parameters as {@link dutyDatesOf}. */
export function marksByDutyDate(marks: readonly TimedMark[], dayBoundary: Minutes): Map<EpochDay, Mark[]> {
  const dates = dutyDatesOf(marks, dayBoundary);
  const own = marks.map(({ at, direction, source }, i): Mark => ({ at: at - dates[i]! * DAY, direction, source }));
  const byDate = new Map<EpochDay, Mark[]>();
  // Marks of a date nearly always follow each other: they are cut out as one piece.
  for (let start = 0, next = 1; start < own.length; next += 1) {
    const date = dates[start]!;
    if (dates[next] === date) continue;
    const before = byDate.get(date);
    const piece = own.slice(start, next);
    byDate.set(date, before === undefined ? piece : before.concat(piece));
    start = next;
  }
  return byDate;
}

/**
 * The stretch of time whose marks decide the duty dates `first` … `last` (inclusive): half-open, minutes since 1970-01-01.
 * It begins a day early, because an arrival of the day before may still be open.
 */
export function marksNeededFor(first: EpochDay, last: EpochDay, dayBoundary: Minutes): { from: number; until: number } {
  return { from: (first - 1) * DAY + dayBoundary, until: (last + 2) * DAY + dayBoundary };
}
