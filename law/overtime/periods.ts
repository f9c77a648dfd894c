import type { Citation } from '../decision/citation.ts';
import type { Dated } from '../decision/dated.ts';
import type { Minutes } from '../time/minutes.ts';
import { type MonthIndex, monthOf } from '../time/months.ts';
import {
  article36Annual,
  article36Average,
  article36Monthly,
  article36MonthlyTotal,
  article36MonthsOver,
  article36SpecialAnnual,
} from './caps/article36-caps.ts';
import {
  afterTransferCap,
  annualCap,
  averageCap,
  averageLengths,
  type Cap,
  capIn,
  type MonthCountCap,
  monthlyCap,
  monthsOverCap,
} from './caps/caps.ts';
import {
  countedMonths,
  isFirstDayOfYear,
  type KnownMonths,
  kindIn,
  transfersWithin,
  yearAround,
} from './known-months.ts';
import type { Comparison, DepartmentKind, LimitKey } from './types.ts';

/** One limit of one stretch of months: whatever the law limits is of this form. */
export type LimitPeriod = {
  readonly key: LimitKey;
  readonly from: MonthIndex;
  /** Last month of the stretch; for a year it may lie after the month of `asOf`. */
  readonly through: MonthIndex;
  /** What is compared: 時間外, 時間外+法定休日労働, or the number of months over `base`. */
  readonly counts: 'overtime' | 'total' | 'monthsOver';
  /** Minutes, for `monthsOver` a number of months. */
  readonly cap: number;
  readonly comparison: Comparison;
  readonly base: Minutes;
  readonly citation: Citation;
};

type Stretch = { readonly key: LimitKey; readonly from: MonthIndex; readonly through: MonthIndex };

function minutesPeriod(stretch: Stretch, dated: Dated<Cap>, counts: 'overtime' | 'total', times = 1): LimitPeriod {
  const { limit, within } = dated.value;
  return { ...stretch, counts, cap: limit * times, comparison: within, base: 0, citation: dated.citation };
}

function countPeriod(stretch: Stretch, dated: Dated<MonthCountCap>, base: Minutes, cap: number): LimitPeriod {
  return { ...stretch, counts: 'monthsOver', cap, comparison: dated.value.within, base, citation: dated.citation };
}

function averagePeriods(known: KnownMonths, month: MonthIndex, dated: Dated<Cap>, counts: 'overtime' | 'total') {
  return averageLengths
    .map((length) => ({ length, from: month - length + 1 }))
    .filter(({ from }) => from >= known.begins)
    .map(({ length, from }) =>
      minutesPeriod({ key: `average-${length}`, from, through: month }, dated, counts, length),
    );
}

function monthlyTotalPeriod(known: KnownMonths, month: MonthIndex): LimitPeriod {
  const law = capIn(article36MonthlyTotal, month);
  const stretch = { key: 'monthlyTotal', from: month, through: month } as const;
  const { special } = known.agreement;
  if (special === undefined || special.monthly === null) return minutesPeriod(stretch, law, 'total');
  const { citation } = capIn(article36SpecialAnnual, month);
  return minutesPeriod(stretch, { ...law, citation, value: { limit: special.monthly, within: 'atMost' } }, 'total');
}

/** The limits of a single month and the averages that end in it; none when the kind of the month is not known. */
export function periodsEndingIn(known: KnownMonths, month: MonthIndex): readonly LimitPeriod[] {
  if (month < known.begins) return [];
  const stretch = { key: 'monthly', from: month, through: month } as const;
  if (known.regime === 'article36') {
    const law = capIn(article36Monthly, month);
    const monthly = minutesPeriod(
      stretch,
      { ...law, value: { ...law.value, limit: known.agreement.monthly } },
      'overtime',
    );
    return [
      ...(known.agreement.special === undefined ? [monthly] : []),
      monthlyTotalPeriod(known, month),
      ...averagePeriods(known, month, capIn(article36Average, month), 'total'),
    ];
  }
  const kind = kindIn(known, month);
  if (kind === undefined) return [];
  const monthly = minutesPeriod(stretch, capIn(monthlyCap[kind], month), 'overtime');
  if (kind === 'selfDirected') return [monthly];
  return [monthly, ...averagePeriods(known, month, capIn(averageCap, month), 'overtime')];
}

/** 720時間 (and the count of months over 45時間) as soon as one counted month of the year was externally driven. */
export function kindOfYear(known: KnownMonths, month: MonthIndex): DepartmentKind {
  const { from, through } = yearAround(known, month);
  const driven = countedMonths(known, from, through).some((each) => kindIn(known, each) === 'externallyDriven');
  return driven ? 'externallyDriven' : 'selfDirected';
}

function article36YearPeriods(known: KnownMonths, from: MonthIndex, through: MonthIndex, on: MonthIndex) {
  const { annual, monthly, special } = known.agreement;
  const stretch = { key: 'annual', from, through } as const;
  const capped = (dated: Dated<Cap>, limit: Minutes) =>
    minutesPeriod(stretch, { ...dated, value: { ...dated.value, limit } }, 'overtime');
  if (special === undefined) return [capped(capIn(article36Annual, on), annual)];
  return [
    capped(capIn(article36SpecialAnnual, on), special.annual),
    countPeriod({ key: 'monthsOver45', from, through }, capIn(article36MonthsOver, on), monthly, special.times),
  ];
}

/** The limits of the year in which a month lies. */
export function periodsOfYear(known: KnownMonths, month: MonthIndex): readonly LimitPeriod[] {
  const { from, through } = yearAround(known, month);
  const on = Math.max(from, known.begins);
  if (on > through) return [];
  if (known.regime === 'article36') return article36YearPeriods(known, from, through, on);
  const kind = kindOfYear(known, month);
  const annual = minutesPeriod({ key: 'annual', from, through }, capIn(annualCap[kind], on), 'overtime');
  if (kind === 'selfDirected') return [annual];
  const dated = capIn(monthsOverCap, on);
  const { base, months } = dated.value;
  return [annual, countPeriod({ key: 'monthsOver45', from, through }, dated, base, months)];
}

/**
 * The first month after leaving an externally driven department in a month: the next one, or the month itself when the
 * transfer of its first day only confirms the kind. Undefined when the month's last move does not lead out.
 */
function selfDirectedFrom(known: KnownMonths, month: MonthIndex): MonthIndex | undefined {
  const last = transfersWithin(known, month).at(-1);
  if (last !== undefined) return last.to === 'selfDirected' ? month + 1 : undefined;
  const leaves = known.transfers.some(
    (transfer) =>
      monthOf(transfer.on) === month &&
      transfer.from === 'externallyDriven' &&
      transfer.to === 'selfDirected' &&
      !isFirstDayOfYear(transfer.on, known.yearStartMonth),
  );
  return leaves ? month : undefined;
}

function afterTransferPeriod(known: KnownMonths, month: MonthIndex): LimitPeriod | undefined {
  const from = selfDirectedFrom(known, month);
  const year = yearAround(known, month);
  if (from === undefined || from > year.through || from < known.begins) return undefined;
  const returned = countedMonths(known, from, year.through).find((each) => kindIn(known, each) === 'externallyDriven');
  const through = returned === undefined ? year.through : returned - 1;
  if (from > through) return undefined;
  const stretch = { key: 'afterTransfer', from, through } as const;
  return minutesPeriod(stretch, capIn(afterTransferCap, from), 'overtime', through - from + 1);
}

/**
 * 他律→自律 in the middle of a year: from the next month to the year's end, 30時間 for each of these months.
 * A return to an externally driven department ends the stretch with the month before it.
 */
export function periodsAfterTransfer(known: KnownMonths): readonly LimitPeriod[] {
  if (known.regime === 'article36') return [];
  const months = new Set(known.transfers.map((transfer) => monthOf(transfer.on)));
  return [...months].map((month) => afterTransferPeriod(known, month)).filter((period) => period !== undefined);
}

/** Every limit that the running month can break: its own, the averages that end in it, its year, the months after a transfer. */
export function periodsRunning(known: KnownMonths): readonly LimitPeriod[] {
  if (known.current < known.begins) return [];
  const after = periodsAfterTransfer(known).filter(
    (period) => period.from <= known.current && known.current <= period.through,
  );
  return [...periodsEndingIn(known, known.current), ...periodsOfYear(known, known.current), ...after];
}
