import { lengthOf } from '@tokimori/law/time/months';
import { type PersonMonth, UNKNOWN } from '@tokimori/ordinances/measures/facts';
import { dayStates } from '../../store/day-state.ts';
import type { Place } from '../reading/department-tree.ts';
import { monthOfText } from '../reading/moment.ts';

/** What a month's row tells of its days; arrays as text. */
export type DayRow = {
  month: string;
  staff: string;
  department: string;
  managerial: boolean;
  externally_driven: boolean;
  source: 'days' | 'month';
  overtime: number;
  exceptional: number;
  day_state: string;
  first_in: string;
  last_out: string;
  beyond_days: string;
  overtime_days: string;
  exceptional_days: string;
  ordered_days: string;
  unclassifiable_days: string;
};
/** The beginning of the first overtime of a day and the end of the last, in minutes of the day. */
export type Ordered = { readonly from: number; readonly until: number };
/** The allotted hours of a day, in minutes of it. */
export type Duty = { readonly from: number; readonly until: number };

/** States of a day without allotted hours; on every other day duty begins and ends, whichever punches are there. */
const withoutDuty: readonly string[] = ['dayOff', 'holiday'];
const dutyNumbers: ReadonlySet<number> = new Set(
  dayStates.flatMap((state, at) => (withoutDuty.includes(state) ? [] : [at])),
);

/** `{1,-1,3}` as numbers; an array stored empty is all zero. */
function numbersIn(literal: string, length: number): Int16Array {
  const numbers = new Int16Array(length);
  if (literal === '{}') return numbers;
  let [at, value, sign] = [0, 0, 1];
  for (let place = 1; place < literal.length; place += 1) {
    const code = literal.charCodeAt(place);
    if (code === 45) sign = -1;
    else if (code >= 48 && code <= 57) value = value * 10 + code - 48;
    else {
      numbers[at] = sign * value;
      [at, value, sign] = [at + 1, 0, 1];
    }
  }
  return numbers;
}

/** From arriving to the beginning of duty or of an order before it; on a day off to that of the order. */
function early(
  firstIn: Int16Array,
  duty: Uint8Array,
  dutyFrom: number,
  orders: ReadonlyMap<number, Ordered> | undefined,
): Int16Array {
  return firstIn.map((arrived, at) => {
    const from = Math.min(
      orders?.get(at)?.from ?? Number.POSITIVE_INFINITY,
      duty[at] === 1 ? dutyFrom : Number.POSITIVE_INFINITY,
    );
    return arrived < 0 || from === Number.POSITIVE_INFINITY ? UNKNOWN : Math.max(0, from - arrived);
  });
}

/** From the end of duty to leaving on a day without overtime; from the end of overtime on the others. */
function gaps(
  { lastOut, overtime, duty }: { lastOut: Int16Array; overtime: Int16Array; duty: Uint8Array },
  dutyEnds: number,
  orders: ReadonlyMap<number, Ordered> | undefined,
): Pick<PersonMonth, 'leaveAfterDuty' | 'leaveAfterOvertime'> {
  const leaveAfterDuty = new Int16Array(lastOut.length).fill(UNKNOWN);
  const leaveAfterOvertime = new Int16Array(lastOut.length).fill(UNKNOWN);
  for (let at = 0; at < lastOut.length; at += 1) {
    const out = lastOut[at] ?? UNKNOWN;
    if (out < 0) continue;
    const end = orders?.get(at)?.until;
    if (end !== undefined) leaveAfterOvertime[at] = Math.max(0, out - (duty[at] === 1 ? Math.max(dutyEnds, end) : end));
    else if (duty[at] === 1 && overtime[at] === 0) leaveAfterDuty[at] = Math.max(0, out - dutyEnds);
  }
  return { leaveAfterDuty, leaveAfterOvertime };
}

/** A stored row of a month by day. */
export function monthOfRow(
  row: DayRow,
  place: Place,
  hours: Duty,
  orders: ReadonlyMap<number, Ordered> | undefined,
): PersonMonth {
  const month = monthOfText(row.month.slice(0, 7));
  const length = lengthOf(month);
  const byDay = row.source === 'days';
  const states = numbersIn(row.day_state, length);
  const overtime = byDay ? numbersIn(row.overtime_days, length) : lastDay(row.overtime, length);
  const duty = Uint8Array.from(states, (state) => Number(byDay && dutyNumbers.has(state)));
  const unknown = () => new Int16Array(length).fill(UNKNOWN);
  const lastOut = byDay ? numbersIn(row.last_out, length) : unknown();
  return {
    month,
    ...place,
    department: row.externally_driven ? 'externallyDriven' : 'selfDirected',
    managerial: row.managerial,
    overtime,
    exceptional: byDay ? numbersIn(row.exceptional_days, length) : lastDay(row.exceptional, length),
    presence: byDay ? presenceOf(row, length) : unknown(),
    ordered: byDay ? numbersIn(row.ordered_days, length) : new Int16Array(length),
    arriveBeforeWork: byDay ? early(numbersIn(row.first_in, length), duty, hours.from, orders) : unknown(),
    ...gaps({ lastOut, overtime, duty }, hours.until, orders),
    duty,
  };
}

/** Present beyond duty by day; of a day that cannot be classified it is not known. */
function presenceOf(row: DayRow, length: number): Int16Array {
  const beyond = numbersIn(row.beyond_days, length);
  const unknown = numbersIn(row.unclassifiable_days, length);
  return beyond.map((minutes, at) => (unknown[at] === 1 ? UNKNOWN : minutes));
}

/** Of a month that was handed over as a sum, the days are not known: all of it is known at its end. */
function lastDay(minutes: number, length: number): Int16Array {
  const days = new Int16Array(length);
  days[length - 1] = minutes;
  return days;
}
