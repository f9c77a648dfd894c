import { type EpochDay, formatLocalDate } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { monthOf } from '../time/months.ts';
import { LATEST, MIDNIGHT } from './pay-rates.ts';
import type { OvertimeSpan, PayMonth, PaySpan, Reallotted } from './pay-types.ts';
import { lastOfWeek, looksAtWeek } from './resolve.ts';
import type { PayRules } from './rules.ts';

/** What cannot be in a month of spans. */
export type SpanDefect =
  | 'otherMonth'
  | 'reversed'
  | 'pastEnd'
  | 'overlap'
  | 'nightTwice'
  | 'twoKinds'
  | 'twoRegularHours'
  | 'regularHoursTooLong'
  | 'nextDayUnknown'
  | 'weekHoursUnknown'
  | 'twoWeekHours'
  | 'negative';

type Source = PaySpan | Reallotted;

/** Thrown when a month holds what cannot be; `source` is the entry of it. */
export class ImpossibleSpans extends Error {
  override readonly name = 'ImpossibleSpans';
  readonly defect: SpanDefect;
  readonly source: Source;

  constructor(defect: SpanDefect, source: Source) {
    super(`${defect}: ${formatLocalDate(source.dutyDate)}`);
    this.defect = defect;
    this.source = source;
  }
}

type Found = (defect: SpanDefect, source: Source) => void;

/** Whether a span is of the month: by its duty date, and where the calendar day decides also by what lies past midnight. */
function touches({ month }: PayMonth, { overnightRateBy }: PayRules, { dutyDate, until }: PaySpan): boolean {
  if (monthOf(dutyDate) === month) return true;
  return overnightRateBy === 'CALENDAR_DATE' && until > MIDNIGHT && monthOf(dutyDate + 1) === month;
}

function checkSpan(given: PayMonth, rules: PayRules, span: PaySpan, found: Found): void {
  if (span.from < 0 || span.until <= span.from) found('reversed', span);
  else if (span.until > LATEST) found('pastEnd', span);
  else if (!touches(given, rules, span)) found('otherMonth', span);
}

const startOf = ({ dutyDate, from }: PaySpan): number => dutyDate * MIDNIGHT + from;

function checkApart(spans: readonly PaySpan[], defect: SpanDefect, found: Found): void {
  const line = [...spans].sort((a, b) => startOf(a) - startOf(b));
  let end = Number.NEGATIVE_INFINITY;
  for (const span of line) {
    if (startOf(span) < end) found(defect, span);
    end = span.dutyDate * MIDNIGHT + span.until;
  }
}

/** A day is of one kind, and has one length of regular hours. */
function checkDays(overtime: readonly OvertimeSpan[], { overnightRateBy }: PayRules, found: Found): void {
  const kinds = new Map<EpochDay, string>();
  const regular = new Map<EpochDay, Minutes>();
  for (const span of overtime) {
    const { dutyDate, dayKind, regularHours, nextDayKind, until } = span;
    if ((kinds.get(dutyDate) ?? dayKind) !== dayKind) found('twoKinds', span);
    kinds.set(dutyDate, dayKind);
    if (overnightRateBy === 'CALENDAR_DATE' && until > MIDNIGHT && nextDayKind === undefined) {
      found('nextDayUnknown', span);
    }
    if (regularHours === undefined) continue;
    if (regularHours < 0 || regularHours > MIDNIGHT) found('regularHoursTooLong', span);
    if ((regular.get(dutyDate) ?? regularHours) !== regularHours) found('twoRegularHours', span);
    regular.set(dutyDate, regularHours);
  }
}

/** Where the week is looked at, its regular hours are told, and the same by every span of it. */
function checkWeeks(overtime: readonly OvertimeSpan[], rules: PayRules, found: Found): void {
  const regular = new Map(
    overtime.flatMap((span) => (span.regularHours === undefined ? [] : [[span.dutyDate, span.regularHours]])),
  );
  const weeks = new Map<EpochDay, Minutes>();
  for (const span of overtime) {
    if (!looksAtWeek(span, regular.get(span.dutyDate), rules)) continue;
    const { dutyDate, weekHours } = span;
    if (weekHours === undefined) {
      found('weekHoursUnknown', span);
      continue;
    }
    const week = lastOfWeek(dutyDate, rules.weekStart);
    if ((weeks.get(week) ?? weekHours) !== weekHours) found('twoWeekHours', span);
    weeks.set(week, weekHours);
  }
}

/** Everything that cannot be in a month, each once and in the order in which it is checked. */
export function spanDefects(given: PayMonth, rules: PayRules): readonly ImpossibleSpans[] {
  const defects: ImpossibleSpans[] = [];
  const found: Found = (defect, source) => defects.push(new ImpossibleSpans(defect, source));
  const { month, overtime, holidayWork, reallotted, nightRegular } = given;
  for (const each of reallotted) {
    if (monthOf(each.dutyDate) !== month) found('otherMonth', each);
    if (each.exceeding < 0) found('negative', each);
  }
  for (const span of [...overtime, ...holidayWork, ...nightRegular]) checkSpan(given, rules, span, found);
  checkApart([...overtime, ...holidayWork], 'overlap', found);
  checkApart(nightRegular, 'overlap', found);
  // Overtime and 休日勤務 have their night in themselves.
  if (defects.length === 0) checkApart([...overtime, ...holidayWork, ...nightRegular], 'nightTwice', found);
  checkDays(overtime, rules, found);
  checkWeeks(overtime, rules, found);
  return defects;
}

/** @throws ImpossibleSpans the first defect */
export function checkMonth(given: PayMonth, rules: PayRules): void {
  const [first] = spanDefects(given, rules);
  if (first !== undefined) throw first;
}
