import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { firstDayOf, firstMonthOf, fiscalYearOf, type MonthIndex, monthOf } from '../time/months.ts';
import { plainAgreement } from './caps/article36-caps.ts';
import { CAPS_BEGIN } from './caps/caps.ts';
import { modelOvertime, type OvertimeRules } from './rules.ts';
import type { Agreement, DepartmentKind, DepartmentTransfer, OvertimeHistory, OvertimeMonth } from './types.ts';

/** A history made ready to be asked by month. Months and transfers after the month of `asOf` are gone. */
export type KnownMonths = {
  readonly regime: OvertimeHistory['regime'];
  /** The month of `asOf`: the last one that counts. */
  readonly current: MonthIndex;
  /** First month that caps and employment cover. */
  readonly begins: MonthIndex;
  readonly yearStartMonth: number;
  readonly agreement: Agreement;
  readonly rules: OvertimeRules;
  readonly byMonth: ReadonlyMap<MonthIndex, OvertimeMonth>;
  /** Ascending by day. */
  readonly transfers: readonly DepartmentTransfer[];
};

/** Thrown when a history says something impossible; `judge` refuses it before it comes here. */
export class ImpossibleHistory extends Error {
  override readonly name = 'ImpossibleHistory';
}

function checkMonth(month: OvertimeMonth, seen: ReadonlyMap<MonthIndex, OvertimeMonth>): void {
  if (seen.has(month.month)) throw new ImpossibleHistory(`month ${month.month} is given twice`);
  const { overtime, exceptional, legalHolidayWork, disasterNeed = 0 } = month;
  const lengths = [overtime, exceptional, legalHolidayWork, disasterNeed];
  if (lengths.some((minutes) => !Number.isInteger(minutes) || minutes < 0)) {
    throw new ImpossibleHistory(`month ${month.month} has a length that is not whole minutes`);
  }
  if (exceptional > overtime || disasterNeed > overtime) {
    throw new ImpossibleHistory(`month ${month.month} has more exceptional work or disaster need than overtime`);
  }
}

/** Readies a history. The order of its months and transfers has no meaning. @throws ImpossibleHistory */
export function knownMonthsOf(history: OvertimeHistory): KnownMonths {
  const current = monthOf(history.asOf);
  const agreement = history.agreement ?? plainAgreement;
  const begins = Math.max(CAPS_BEGIN, history.capsFrom ?? CAPS_BEGIN, history.employedFrom ?? CAPS_BEGIN);
  const byMonth = new Map<MonthIndex, OvertimeMonth>();
  for (const month of history.months) {
    checkMonth(month, byMonth);
    byMonth.set(month.month, month);
  }
  for (const month of byMonth.keys()) if (month > current || month < begins) byMonth.delete(month);
  const transfers = history.transfers
    .filter((transfer) => monthOf(transfer.on) <= current && monthOf(transfer.on) >= begins)
    .sort((a, b) => a.on - b.on);
  const yearStartMonth = history.regime === 'article36' ? agreement.yearStartMonth : (history.yearStartMonth ?? 4);
  const rules = history.rules ?? modelOvertime;
  return { regime: history.regime, current, begins, yearStartMonth, agreement, rules, byMonth, transfers };
}

/**
 * 時間外 alone, or with 法定休日労働 (労基法36条6項). Under article 36 what 33条1項 demanded is apart. Undefined for a month that
 * is not known.
 */
export function minutesIn(known: KnownMonths, month: MonthIndex, counts: 'overtime' | 'total'): Minutes | undefined {
  const found = known.byMonth.get(month);
  if (found === undefined) return undefined;
  const apart = known.regime === 'article36' ? (found.disasterNeed ?? 0) : 0;
  return found.overtime - apart + (counts === 'overtime' ? 0 : found.legalHolidayWork);
}

/** First and last month of the year (年度, or the agreement's year) in which a month lies. */
export function yearAround(
  known: KnownMonths,
  month: MonthIndex,
): { fiscalYear: number; from: MonthIndex; through: MonthIndex } {
  const fiscalYear = fiscalYearOf(month, known.yearStartMonth);
  const from = firstMonthOf(fiscalYear, known.yearStartMonth);
  return { fiscalYear, from, through: from + 11 };
}

/** Months of a year that count today: not before employment or the caps, not after the month of `asOf`. */
export function countedMonths(known: KnownMonths, from: MonthIndex, through: MonthIndex): readonly MonthIndex[] {
  const first = Math.max(from, known.begins);
  const last = Math.min(through, known.current);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, position) => first + position);
}

/** Whether a day is the first of a year (年度). */
export function isFirstDayOfYear(day: EpochDay, yearStartMonth: number): boolean {
  const month = monthOf(day);
  return day === firstDayOf(month) && month === firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth);
}

/** Whether a transfer on the first day of its month (or year) only says where one stands, as the rules have it. */
export function onlyConfirms(
  { rules, yearStartMonth }: Pick<KnownMonths, 'rules' | 'yearStartMonth'>,
  { on }: Pick<DepartmentTransfer, 'on'>,
): boolean {
  if (isFirstDayOfYear(on, yearStartMonth)) return rules.transferOnFirstDayOfYear === 'confirmsKind';
  return on === firstDayOf(monthOf(on)) && rules.transferOnFirstDayOfMonth === 'confirmsKind';
}

/** The transfers of a month that change the kind within it: one that only confirms the kind is none. */
export function transfersWithin(known: KnownMonths, month: MonthIndex): readonly DepartmentTransfer[] {
  return known.transfers.filter(
    (transfer) => transfer.from !== transfer.to && monthOf(transfer.on) === month && !onlyConfirms(known, transfer),
  );
}

/**
 * The kind under which a month is judged; undefined when nothing says so.
 * A month in which a transfer falls counts as externally driven in both directions (大山崎町告示 別表第1, 特定期間).
 */
export function kindIn(known: KnownMonths, month: MonthIndex): DepartmentKind | undefined {
  if (transfersWithin(known, month).length > 0) return 'externallyDriven';
  return known.byMonth.get(month)?.department;
}
