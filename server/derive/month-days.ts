import type { DutyDay } from '@tokimori/law/working-time/types';
import { dayStates } from '../store/day-state.ts';

/** Arrays of `month_record` with one entry a day, always written out. */
export const denseColumns = [
  'day_state',
  'first_in',
  'last_out',
  'pc_first',
  'pc_last',
  'presence_days',
  'beyond_days',
  'overtime_days',
  'exceptional_days',
  'ordered_days',
  'discrepancy_days',
] as const;

/** Arrays of `month_record` that are stored empty when no day of the month has any. */
export const sparseColumns = [
  'disaster_days',
  'infection_days',
  'holiday_work_days',
  'night_days',
  'day_off_overtime_days',
  'unclassifiable_days',
] as const;

export const dayColumns = [...denseColumns, ...sparseColumns] as const;
export type DayColumn = (typeof dayColumns)[number];

/** The days of one month of one person; every array has the length of the month. */
export type MonthDays = Readonly<Record<DayColumn, number[]>>;

const stateNumbers = new Map(dayStates.map((state, index) => [state, index]));

/** Number under which a state is stored. */
export function stateNumber(state: DutyDay['state']): number {
  const found = stateNumbers.get(state);
  if (found === undefined) throw new Error(`day state without a number: ${state}`);
  return found;
}

/** A day outside the service: nothing can be recorded on it. */
export const outOfService: DutyDay = {
  state: 'dayOff',
  unclassifiable: false,
  firstIn: -1,
  lastOut: -1,
  pcFirst: -1,
  pcLast: -1,
  presence: 0,
  beyond: 0,
  overtime: 0,
  exceptional: 0,
  disaster: 0,
  infection: 0,
  orderedAhead: 0,
  holidayWork: 0,
  night: 0,
  dayOffOvertime: 0,
  discrepancy: 0,
};

/** Days of a month of the given length, all zero; to be filled with `putDay`. */
export function blankDays(length: number): MonthDays {
  const days = {} as Record<DayColumn, number[]>;
  for (const column of dayColumns) days[column] = new Array<number>(length).fill(0);
  return days;
}

/** Gives the days another length; what they held stays until it is overwritten. */
export function resizeDays(days: MonthDays, length: number): void {
  for (const column of dayColumns) {
    const values = days[column];
    while (values.length < length) values.push(0);
    values.length = length;
  }
}

/** Puts one derived duty date into its place (`index` 0 = first of the month). */
export function putDay(days: MonthDays, index: number, day: DutyDay): void {
  days.day_state[index] = stateNumber(day.state);
  days.first_in[index] = day.firstIn;
  days.last_out[index] = day.lastOut;
  days.pc_first[index] = day.pcFirst;
  days.pc_last[index] = day.pcLast;
  days.presence_days[index] = day.presence;
  days.beyond_days[index] = day.beyond;
  days.overtime_days[index] = day.overtime;
  days.exceptional_days[index] = day.exceptional;
  days.ordered_days[index] = day.orderedAhead;
  days.discrepancy_days[index] = day.discrepancy;
  days.disaster_days[index] = day.disaster;
  days.infection_days[index] = day.infection;
  days.holiday_work_days[index] = day.holidayWork;
  days.night_days[index] = day.night;
  days.day_off_overtime_days[index] = day.dayOffOvertime;
  days.unclassifiable_days[index] = day.unclassifiable ? 1 : 0;
}

/** Totals of a month in minutes, and counts of its days. */
export type MonthTotals = {
  readonly overtime: number;
  readonly exceptional: number;
  readonly disaster: number;
  readonly infection: number;
  readonly ordered_ahead: number;
  readonly holiday_work: number;
  readonly night: number;
  readonly day_off_overtime: number;
  readonly presence: number;
  readonly beyond: number;
  readonly days_worked: number;
  readonly unclassifiable: number;
  readonly discrepancies: number;
};

/** Sums up the days. A day counts as worked when anything of presence was recorded on it. */
export function totalsOf(days: MonthDays): MonthTotals {
  return {
    overtime: sum(days.overtime_days),
    exceptional: sum(days.exceptional_days),
    disaster: sum(days.disaster_days),
    infection: sum(days.infection_days),
    ordered_ahead: sum(days.ordered_days),
    holiday_work: sum(days.holiday_work_days),
    night: sum(days.night_days),
    day_off_overtime: sum(days.day_off_overtime_days),
    presence: sum(days.presence_days),
    beyond: sum(days.beyond_days),
    days_worked: daysWorked(days),
    unclassifiable: sum(days.unclassifiable_days),
    discrepancies: positive(days.discrepancy_days),
  };
}

/** Overtime of the month up to and including each day. */
export function cumulativeOf(days: MonthDays): number[] {
  let total = 0;
  return days.overtime_days.map((minutes) => {
    total += minutes;
    return total;
  });
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

function positive(values: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > 0) count += 1;
  return count;
}

function daysWorked(days: MonthDays): number {
  let count = 0;
  for (let i = 0; i < days.first_in.length; i++) {
    if (days.first_in[i]! >= 0 || days.last_out[i]! >= 0 || days.presence_days[i]! > 0) count += 1;
  }
  return count;
}

/** Literals of months on which every day says the same, which is the most common of all. */
const uniform = new Map<number, string>();

/** Writes an array as PostgreSQL reads it: `{1,2,3}`. */
export function arrayLiteral(values: readonly number[]): string {
  const [first = 0] = values;
  for (let i = 1; i < values.length; i++) if (values[i] !== first) return `{${values.join(',')}}`;
  const key = first * 64 + values.length;
  let literal = uniform.get(key);
  if (literal === undefined) {
    literal = `{${values.join(',')}}`;
    if (uniform.size < 1_000) uniform.set(key, literal);
  }
  return literal;
}

const ZERO = 48;
const MINUS = 45;

/** Writes a sparse array: `{}` when it is all zero. */
export function sparseLiteral(values: readonly number[]): string {
  return isBlank(values) ? '{}' : arrayLiteral(values);
}

/** Reads `{1,-1,3}` into an array, whose length says how many there are; the empty array is all zero. */
export function readArray(literal: string, into: number[]): number[] {
  if (literal === '{}') return into.fill(0);
  let index = 0;
  let value = 0;
  let negative = false;
  for (let i = 1; i < literal.length; i++) {
    const code = literal.charCodeAt(i);
    if (code === MINUS) negative = true;
    else if (code >= ZERO && code <= ZERO + 9) value = value * 10 + code - ZERO;
    else {
      into[index++] = negative ? -value : value;
      value = 0;
      negative = false;
    }
  }
  return into;
}

/** The literals of all arrays in the order of `dayColumns`, then `cumulative`. */
export function literalsOf(days: MonthDays): string[] {
  const literals: string[] = [];
  for (const column of denseColumns) literals.push(arrayLiteral(days[column]));
  for (const column of sparseColumns) literals.push(sparseLiteral(days[column]));
  literals.push(arrayLiteral(cumulativeOf(days)));
  return literals;
}

/** Takes apart what `literalsOf` makes, written one behind the other: `{1,2}{}{3}`. */
export function literalsIn(text: string): string[] {
  return text
    .slice(1, -1)
    .split('}{')
    .map((inner) => `{${inner}}`);
}

/**
 * Whether the literals, one behind the other, are those of these days. They nearly always are when a month is made again,
 * so they are compared number by number and none is written out.
 */
export function sayTheSame(text: string, days: MonthDays): boolean {
  let at = 0;
  for (const column of denseColumns) {
    at = behind(text, at, days[column]);
    if (at < 0) return false;
  }
  for (const column of sparseColumns) {
    at = isBlank(days[column]) ? behind(text, at, NONE) : behind(text, at, days[column]);
    if (at < 0) return false;
  }
  return behind(text, at, cumulativeOf(days)) === text.length;
}

const NONE: readonly number[] = [];
const CLOSE = 125;

function isBlank(values: readonly number[]): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) return false;
  return true;
}

/** Where the literal of these values that begins at `at` ends; -1 when another stands there. */
function behind(text: string, at: number, values: readonly number[]): number {
  let position = at + 1;
  for (let i = 0; i < values.length; i++) {
    const negative = text.charCodeAt(position) === MINUS;
    if (negative) position += 1;
    let value = 0;
    let code = text.charCodeAt(position);
    for (; code >= ZERO && code <= ZERO + 9; code = text.charCodeAt(position)) {
      value = value * 10 + code - ZERO;
      position += 1;
    }
    if ((negative ? -value : value) !== values[i]) return -1;
    if (i < values.length - 1) {
      if (code === CLOSE) return -1;
      position += 1;
    }
  }
  return text.charCodeAt(position) === CLOSE ? position + 1 : -1;
}
