import { formatYearMonth } from '../time/months.ts';
import type { BulkPayMonths } from './bulk-columns.ts';
import { holidayRates } from './cut-month.ts';
import { type PayLaw, paidHours, payLaw, payLawOf, rateOf, timeOffFactor } from './pay-rates.ts';
import { type Allowance, allowances, type OvertimeKind, overtimeKinds } from './pay-types.ts';
import { modelPay, type PayRules } from './rules.ts';

export type { BulkPayMonths, SpanColumns } from './bulk-columns.ts';
export { columnsOf } from './bulk-columns.ts';

/** The same hours by class as `payHours` for many person-months at once, from flat arrays and without steps. */
export type BulkPayHours = {
  /** The classes in the order of `payHours`. */
  readonly classes: readonly { readonly allowance: Allowance; readonly rate: number }[];
  /** rows × classes, minutes. */
  readonly exact: Int32Array;
  /** rows × classes, whole hours. */
  readonly paid: Int16Array;
  /** Minutes per row. */
  readonly beyondSixty: Int32Array;
  readonly timeOffInLieu: Int32Array;
};

/** Thrown when the rows lie in months of different laws: they are asked apart. */
export class TwoLaws extends Error {
  override readonly name = 'TwoLaws';
}

/** Places in the row of a kind of overtime: by day, by night, and the same beyond sixty hours. */
type Places = {
  readonly day: number;
  readonly night: number;
  readonly dayBeyond: number;
  readonly nightBeyond: number;
};

type Run = {
  readonly given: BulkPayMonths;
  readonly law: PayLaw;
  readonly counts: boolean;
  readonly places: Readonly<Record<OvertimeKind, Places>>;
  readonly factors: Readonly<Record<OvertimeKind, number>>;
  readonly exact: Int32Array;
  /** First cell of the row in hand, the minutes in its counter, hundredths of minutes off. */
  row: number;
  counted: number;
  hundredths: number;
};

function lawOf({ rows, month }: BulkPayMonths): PayLaw {
  let [least, greatest] = [Number.MAX_SAFE_INTEGER, 0];
  for (let r = 0; r < rows; r += 1) {
    least = Math.min(least, month[r] as number);
    greatest = Math.max(greatest, month[r] as number);
  }
  const law = rows === 0 ? payLaw[payLaw.length - 1]!.value : payLawOf(least);
  if (rows > 0 && law !== payLawOf(greatest))
    throw new TwoLaws(`${formatYearMonth(least)} and ${formatYearMonth(greatest)}`);
  return law;
}
function classesIn(law: PayLaw, rules: PayRules): BulkPayHours['classes'] {
  const overtime = overtimeKinds.flatMap((kind) =>
    [rateOf(law, kind, false), rateOf(law, kind, true)].flatMap((rate) =>
      kind === 'reallotted' ? [rate] : [rate, rate + law.nightMore],
    ),
  );
  const holiday = [...holidayRates(law, rules, false), ...holidayRates(law, rules, true)];
  const rates: Readonly<Record<Allowance, readonly number[]>> = { overtime, holiday, night: [law.night] };
  return allowances.flatMap((allowance) =>
    [...new Set(rates[allowance])].sort((a, b) => a - b).map((rate) => ({ allowance, rate })),
  );
}

const placeIn = (classes: BulkPayHours['classes'], allowance: Allowance, rate: number): number =>
  classes.findIndex((each) => each.allowance === allowance && each.rate === rate);

function placesOf(law: PayLaw, classes: BulkPayHours['classes'], kind: OvertimeKind): Places {
  const more = kind === 'reallotted' ? 0 : law.nightMore;
  const at = (beyond: boolean, night: number) => placeIn(classes, 'overtime', rateOf(law, kind, beyond) + night);
  return { day: at(false, 0), night: at(false, more), dayBeyond: at(true, 0), nightBeyond: at(true, more) };
}

/** Minutes between 22:00 and 5:00 before a minute of the duty date. */
function nightBefore(minute: number): number {
  if (minute <= 1320) return Math.min(minute, 300);
  if (minute <= 2760) return minute < 1740 ? minute - 1020 : 720;
  return minute - 2040;
}

/** Minutes of one kind that lie all on one side of sixty hours. */
function add(run: Run, kind: OvertimeKind, from: number, until: number, beyond: boolean): void {
  const { exact, places, row } = run;
  const { day, night, dayBeyond, nightBeyond } = places[kind];
  const dark = nightBefore(until) - nightBefore(from);
  const light = until - from - dark;
  if (beyond) {
    exact[row + dayBeyond]! += light;
    exact[row + nightBeyond]! += dark;
    run.hundredths += (until - from) * run.factors[kind];
  } else {
    exact[row + day]! += light;
    exact[row + night]! += dark;
  }
}

/** Minutes of one kind, cut where sixty hours are full. */
function count(run: Run, kind: OvertimeKind, from: number, until: number): void {
  const length = until - from;
  const within = Math.max(0, Math.min(length, run.law.sixty - run.counted));
  run.counted += length;
  if (within > 0) add(run, kind, from, from + within, false);
  if (within < length) add(run, kind, from + within, until, true);
}

/** Re-allotted minutes have no hour: they are laid where it is day. */
function enter(run: Run, minutes: number): void {
  const { law, counts, places, exact, row } = run;
  const within = counts ? Math.max(0, Math.min(minutes, law.sixty - run.counted)) : minutes;
  exact[row + places.reallotted.day]! += within;
  exact[row + places.reallotted.dayBeyond]! += minutes - within;
  run.hundredths += (minutes - within) * run.factors.reallotted;
  if (counts) run.counted += minutes;
}

function countOvertime(run: Run, r: number): void {
  const { overtime, reallotted } = run.given;
  const first = overtime.rowFrom[r] as number;
  const end = overtime.rowFrom[r + 1] as number;
  const entriesEnd = reallotted.rowFrom[r + 1] as number;
  let entry = reallotted.rowFrom[r] as number;
  for (let s = first; s < end; s += 1) {
    for (; entry < entriesEnd && first + (reallotted.before[entry] as number) <= s; entry += 1) {
      enter(run, reallotted.minutes[entry] as number);
    }
    const from = overtime.from[s] as number;
    const until = overtime.until[s] as number;
    const other = overtime.otherDay[s] === 1;
    const short = overtime.shortTime[s] as number;
    const split = other || short <= 0 ? from : Math.min(until, from + short);
    if (overtime.counted[s] === 1) {
      if (split > from) count(run, 'shortTime', from, split);
      if (until > split) count(run, other ? 'otherDay' : 'dutyDay', split, until);
    } else {
      if (split > from) add(run, 'shortTime', from, split, false);
      if (until > split) add(run, other ? 'otherDay' : 'dutyDay', split, until, false);
    }
  }
  for (; entry < entriesEnd; entry += 1) enter(run, reallotted.minutes[entry] as number);
}

function countRegular(run: Run, r: number, holiday: readonly (readonly number[])[], night: number): void {
  const { given, exact, row } = run;
  const { holidayWork, nightRegular } = given;
  for (let s = holidayWork.rowFrom[r] as number; s < (holidayWork.rowFrom[r + 1] as number); s += 1) {
    const from = holidayWork.from[s] as number;
    const until = holidayWork.until[s] as number;
    for (const place of holiday[holidayWork.statutory[s] as number] ?? []) exact[row + place]! += until - from;
    exact[row + night]! += nightBefore(until) - nightBefore(from);
  }
  for (let s = nightRegular.rowFrom[r] as number; s < (nightRegular.rowFrom[r + 1] as number); s += 1) {
    exact[row + night]! += nightBefore(nightRegular.until[s] as number) - nightBefore(nightRegular.from[s] as number);
  }
}

/** A figure for every kind of overtime. */
const byKind = <T>(figure: (kind: OvertimeKind) => T): Readonly<Record<OvertimeKind, T>> => ({
  dutyDay: figure('dutyDay'),
  shortTime: figure('shortTime'),
  otherDay: figure('otherDay'),
  reallotted: figure('reallotted'),
});

/**
 * Hours by premium class of many person-months (as `payHours`). Lengths are minutes, `paid` whole hours.
 * @throws NotInForce for a month before 2010-04; TwoLaws when the law changed between the rows' months
 */
export function payHoursOf(given: BulkPayMonths, rules: PayRules = modelPay): BulkPayHours {
  const law = lawOf(given);
  const classes = classesIn(law, rules);
  const exact = new Int32Array(given.rows * classes.length);
  const paid = new Int16Array(given.rows * classes.length);
  const beyondSixty = new Int32Array(given.rows);
  const timeOffInLieu = new Int32Array(given.rows);
  const holiday = [false, true].map((statutory) =>
    holidayRates(law, rules, statutory).map((rate) => placeIn(classes, 'holiday', rate)),
  );
  const night = placeIn(classes, 'night', law.night);
  const places = byKind((kind) => placesOf(law, classes, kind));
  const factors = byKind((kind) => timeOffFactor(law, kind));
  const counts = rules.reallottedCountsToSixty;
  const run: Run = { given, law, counts, places, factors, exact, row: 0, counted: 0, hundredths: 0 };
  for (let r = 0; r < given.rows; r += 1) {
    run.row = r * classes.length;
    run.counted = 0;
    run.hundredths = 0;
    countOvertime(run, r);
    countRegular(run, r, holiday, night);
    beyondSixty[r] = Math.max(0, run.counted - law.sixty);
    timeOffInLieu[r] = Math.floor(run.hundredths / 100);
  }
  for (let cell = 0; cell < exact.length; cell += 1)
    paid[cell] = paidHours(exact[cell] as number, rules.payRoundingUpFrom);
  return { classes, exact, paid, beyondSixty, timeOffInLieu };
}
