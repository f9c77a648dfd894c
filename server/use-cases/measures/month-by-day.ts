import type { DepartmentKind } from '@tokimori/law/overtime/types';
import { lengthOf, type MonthIndex } from '@tokimori/law/time/months';
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
  /** When people came and left; null where no measure asks. */
  first_in: string | null;
  last_out: string | null;
  beyond_days: string;
  overtime_days: string;
  exceptional_days: string;
  ordered_days: string;
  unclassifiable_days: string;
};
/** The overtime of a month by day, as text: places in the month from 0, and in the same order where the first of it begins and the last ends. */
export type OrderedRow = { staff: string; month: string; days: number; places: string; begins: string; ends: string };
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

const unknownDays = (length: number): Int16Array => new Int16Array(length).fill(UNKNOWN);

/** Of a month that was handed over as a sum, the days are not known: all of it is known at its end. */
function lastDay(minutes: number, length: number): Int16Array {
  const days = new Int16Array(length);
  days[length - 1] = minutes;
  return days;
}

/** Present beyond duty by day; of a day that cannot be classified it is not known. */
function presenceOf(row: DayRow, length: number): Int16Array {
  const beyond = numbersIn(row.beyond_days, length);
  if (row.unclassifiable_days === '{}') return beyond;
  const unknown = numbersIn(row.unclassifiable_days, length);
  return beyond.map((minutes, at) => (unknown[at] === 1 ? UNKNOWN : minutes));
}

function dutyOf(row: DayRow, length: number): Uint8Array {
  const states = numbersIn(row.day_state, length);
  const duty = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) duty[at] = Number(dutyNumbers.has(states[at] ?? UNKNOWN));
  return duty;
}

/** When the overtime of each day begins and ends; unknown on a day without. */
function ordersIn(
  row: OrderedRow | undefined,
  length: number,
): { readonly from: Int16Array; readonly until: Int16Array } {
  const [from, until] = [unknownDays(length), unknownDays(length)];
  if (row === undefined) return { from, until };
  const [places, begins, ends] = [row.places, row.begins, row.ends].map((each) => numbersIn(each, row.days));
  for (let at = 0; at < row.days; at += 1) {
    const place = places?.[at] ?? UNKNOWN;
    if (place < 0 || place >= length) continue;
    from[place] = begins?.[at] ?? UNKNOWN;
    until[place] = ends?.[at] ?? UNKNOWN;
  }
  return { from, until };
}

/** What a month is read with: where it belongs, the allotted hours, and its overtime where a measure asks when people come and leave. */
type With = { readonly place: Place; readonly hours: Duty; readonly orders: OrderedRow | undefined };

/** A stored row of a month by day. Its days are read from the text when they are first asked for: most measures are decided by sums. */
class StoredMonth implements PersonMonth {
  readonly month: MonthIndex;
  readonly section: string;
  readonly bureau: string;
  readonly department: DepartmentKind;
  readonly managerial: boolean;
  readonly #row: DayRow;
  readonly #with: With;
  readonly #length: number;
  readonly #byDay: boolean;
  #overtime?: Int16Array;
  #exceptional?: Int16Array;
  #presence?: Int16Array;
  #ordered?: Int16Array;
  #duty?: Uint8Array;
  #early?: Int16Array;
  #gaps?: Pick<PersonMonth, 'leaveAfterDuty' | 'leaveAfterOvertime'>;
  #orders?: ReturnType<typeof ordersIn>;

  constructor(row: DayRow, read: With) {
    this.#row = row;
    this.#with = read;
    this.month = monthOfText(row.month.slice(0, 7));
    this.section = read.place.section;
    this.bureau = read.place.bureau;
    this.department = row.externally_driven ? 'externallyDriven' : 'selfDirected';
    this.managerial = row.managerial;
    this.#length = lengthOf(this.month);
    this.#byDay = row.source === 'days';
  }

  get overtime(): Int16Array {
    const { overtime_days, overtime } = this.#row;
    this.#overtime ??= this.#byDay ? numbersIn(overtime_days, this.#length) : lastDay(overtime, this.#length);
    return this.#overtime;
  }

  get exceptional(): Int16Array {
    const { exceptional_days, exceptional } = this.#row;
    this.#exceptional ??= this.#byDay ? numbersIn(exceptional_days, this.#length) : lastDay(exceptional, this.#length);
    return this.#exceptional;
  }

  get presence(): Int16Array {
    this.#presence ??= this.#byDay ? presenceOf(this.#row, this.#length) : unknownDays(this.#length);
    return this.#presence;
  }

  get ordered(): Int16Array {
    this.#ordered ??= this.#byDay ? numbersIn(this.#row.ordered_days, this.#length) : new Int16Array(this.#length);
    return this.#ordered;
  }

  get duty(): Uint8Array {
    this.#duty ??= this.#byDay ? dutyOf(this.#row, this.#length) : new Uint8Array(this.#length);
    return this.#duty;
  }

  /** From arriving to the beginning of duty or of an order before it; on a day off to that of the order. */
  get arriveBeforeWork(): Int16Array {
    this.#early ??= this.#arrivedEarly();
    return this.#early;
  }

  get leaveAfterDuty(): Int16Array {
    this.#gaps ??= this.#leftLate();
    return this.#gaps.leaveAfterDuty;
  }

  get leaveAfterOvertime(): Int16Array {
    this.#gaps ??= this.#leftLate();
    return this.#gaps.leaveAfterOvertime;
  }

  #arrivedEarly(): Int16Array {
    const early = this.#punches(this.#row.first_in);
    const { from } = this.#ordersByDay();
    for (let at = 0; at < this.#length; at += 1) {
      const arrived = early[at] ?? UNKNOWN;
      if (arrived < 0) continue;
      const begins = Math.min(
        beginning(from[at]),
        this.duty[at] === 1 ? this.#with.hours.from : Number.POSITIVE_INFINITY,
      );
      early[at] = begins === Number.POSITIVE_INFINITY ? UNKNOWN : Math.max(0, begins - arrived);
    }
    return early;
  }

  /** From the end of duty to leaving on a day without overtime; from the end of overtime on the others. */
  #leftLate(): Pick<PersonMonth, 'leaveAfterDuty' | 'leaveAfterOvertime'> {
    const { until: dutyEnds } = this.#with.hours;
    const [leaveAfterDuty, leaveAfterOvertime] = [unknownDays(this.#length), unknownDays(this.#length)];
    const lastOut = this.#punches(this.#row.last_out);
    const { until } = this.#ordersByDay();
    for (let at = 0; at < this.#length; at += 1) {
      const out = lastOut[at] ?? UNKNOWN;
      if (out < 0) continue;
      const end = until[at] ?? UNKNOWN;
      const onDuty = this.duty[at] === 1;
      if (end !== UNKNOWN) leaveAfterOvertime[at] = Math.max(0, out - (onDuty ? Math.max(dutyEnds, end) : end));
      else if (onDuty && this.overtime[at] === 0) leaveAfterDuty[at] = Math.max(0, out - dutyEnds);
    }
    return { leaveAfterDuty, leaveAfterOvertime };
  }

  #punches(literal: string | null): Int16Array {
    return this.#byDay && literal !== null ? numbersIn(literal, this.#length) : unknownDays(this.#length);
  }

  #ordersByDay(): ReturnType<typeof ordersIn> {
    this.#orders ??= ordersIn(this.#with.orders, this.#length);
    return this.#orders;
  }
}

const beginning = (begins: number | undefined): number =>
  begins === undefined || begins === UNKNOWN ? Number.POSITIVE_INFINITY : begins;

/** A stored row of a month by day. */
export const monthOfRow = (row: DayRow, read: With): PersonMonth => new StoredMonth(row, read);
