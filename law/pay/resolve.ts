import type { Step } from '../decision/decision.ts';
import { type EpochDay, formatLocalDate, weekdayOf } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { monthOf } from '../time/months.ts';
import type { Span } from '../time/spans.ts';
import { payCitations } from './citations.ts';
import { MIDNIGHT } from './pay-rates.ts';
import type { OvertimeSpan, PayDayKind, PayMonth, PaySpan, PayStepName, Reallotted } from './pay-types.ts';
import type { PayRules } from './rules.ts';

/** A span of overtime, or its part before or after midnight, of which the rules have said what it is. */
export type OvertimePart = Span & {
  readonly dutyDate: EpochDay;
  /** The day that decides: the duty date, or the calendar day. */
  readonly day: EpochDay;
  readonly kind: 'dutyDay' | 'otherDay';
  /** A duty day's minutes that a 法定休日 raises to those of another day. */
  readonly raised: boolean;
  /** Enters the counter of sixty hours. */
  readonly counted: boolean;
  /** 正規の勤務時間 of the duty date, of short-time staff. */
  readonly regular: Minutes | undefined;
  /** Of short-time staff on a day without hours, where the week is looked at: 正規の勤務時間 of the week. */
  readonly weekHours: Minutes | undefined;
};
type Steps = Step<PayStepName>[];

/** What a kind of day is to the rates. */
export function rateKindOf(kind: PayDayKind, { compensatedHolidayRate }: PayRules): OvertimePart['kind'] {
  if (kind === 'dutyDay') return 'dutyDay';
  return kind === 'compensatedHoliday' && compensatedHolidayRate === 'DUTY_DAY' ? 'dutyDay' : 'otherDay';
}

/** Whether the week decides about a span: of short-time staff, on a day without hours. */
export function looksAtWeek({ dayKind }: OvertimeSpan, regular: Minutes | undefined, rules: PayRules): boolean {
  return rules.shortTimeWithoutHours === 'FULL_WEEK' && dayKind === 'dayWithoutHours' && regular !== undefined;
}

/** A span cut at midnight; one of the two may be missing. */
function halves<S extends PaySpan>(span: S): readonly (S & { readonly next: 0 | 1 })[] {
  const { from, until } = span;
  if (until <= MIDNIGHT) return [{ ...span, next: 0 }];
  if (from >= MIDNIGHT) return [{ ...span, next: 1 }];
  return [
    { ...span, until: MIDNIGHT, next: 0 },
    { ...span, from: MIDNIGHT, next: 1 },
  ];
}

const isSame = (a: OvertimePart, b: OvertimePart): boolean =>
  a.day === b.day && a.kind === b.kind && a.raised === b.raised && a.counted === b.counted;

/** The parts of one span: two where midnight changes what they are. */
function partsOf(
  span: OvertimeSpan,
  given: PayMonth,
  rules: PayRules,
  regular: ReadonlyMap<EpochDay, Minutes>,
  steps: Steps,
): readonly OvertimePart[] {
  const { dutyDate, dayKind, nextDayKind = dayKind } = span;
  const byCalendar = rules.overnightRateBy === 'CALENDAR_DATE';
  const parts: OvertimePart[] = [];
  for (const { from, until, next } of halves(span)) {
    const day = byCalendar ? dutyDate + next : dutyDate;
    if (monthOf(day) !== given.month) {
      const words = { dutyDate: formatLocalDate(dutyDate) };
      steps.push({ says: 'otherMonthLeftOut', figures: { minutes: until - from }, words });
      continue;
    }
    const ofDay = byCalendar && next === 1 ? nextDayKind : dayKind;
    const week = !(byCalendar && next === 1) && looksAtWeek(span, regular.get(dutyDate), rules);
    const own = week ? 'dutyDay' : rateKindOf(ofDay, rules);
    const raised = own === 'dutyDay' && (given.statutoryDaysOff?.includes(dutyDate + next) ?? false);
    const kind = raised ? 'otherDay' : own;
    const counted = rules.sixtyExcludes === 'NONE' || !isSundayType(given, day, ofDay);
    const weekHours = week ? span.weekHours : undefined;
    const part = { dutyDate, day, from, until, kind, raised, counted, regular: regular.get(dutyDate), weekHours };
    const before = parts.at(-1);
    if (before !== undefined && isSame(before, part)) parts[parts.length - 1] = { ...before, until };
    else parts.push(part);
  }
  return parts;
}

/** 日曜日, or the day in its place. */
const isSundayType = ({ statutoryDaysOff }: PayMonth, day: EpochDay, kind: PayDayKind): boolean =>
  statutoryDaysOff?.includes(day) ?? (kind === 'weeklyDayOff' && weekdayOf(day) === 0);

function sayOf(span: OvertimeSpan, parts: readonly OvertimePart[], rules: PayRules, steps: Steps): void {
  const words = { dutyDate: formatLocalDate(span.dutyDate) };
  if (span.dayKind === 'compensatedHoliday') {
    const otherDay = Number(rules.compensatedHolidayRate === 'OTHER_DAY');
    steps.push({ says: 'compensatedHoliday', figures: { otherDay }, words, citation: payCitations.compensatedHoliday });
  }
  for (const { from, until, raised, counted, weekHours } of parts) {
    if (weekHours !== undefined && !raised) {
      const figures = { week: weekHours, fullWeek: rules.fullWeek, fullDay: rules.fullDay };
      steps.push({ says: 'weekCompared', figures, words, citation: payCitations.shortTimeWithoutHours });
    }
    if (raised) {
      const citation = payCitations.statutoryDayOff;
      steps.push({ says: 'minimumRaised', figures: { from, until }, words, citation });
    }
    if (!counted) {
      const citation = payCitations.counter;
      steps.push({ says: 'sundayLeftOut', figures: { minutes: until - from }, words, citation });
    }
  }
}

const byStart = (a: PaySpan, b: PaySpan): number => a.dutyDate - b.dutyDate || a.from - b.from;
const byClock = (a: PaySpan, b: PaySpan): number => a.dutyDate * MIDNIGHT + a.from - (b.dutyDate * MIDNIGHT + b.from);

/** The overtime of a month in the order in which it counts to sixty hours. */
export function resolveOvertime(
  given: PayMonth,
  rules: PayRules,
): { readonly parts: readonly OvertimePart[]; readonly steps: readonly Step<PayStepName>[] } {
  const steps: Steps = [];
  const regular = new Map<EpochDay, Minutes>();
  for (const { dutyDate, regularHours } of given.overtime) {
    if (regularHours !== undefined) regular.set(dutyDate, regularHours);
  }
  const order = rules.overnightRateBy === 'START_DAY' ? byStart : byClock;
  const parts = [...given.overtime].sort(order).flatMap((span) => {
    if (span.travel === 'notOrdered') {
      const words = { dutyDate: formatLocalDate(span.dutyDate) };
      const figures = { minutes: span.until - span.from };
      steps.push({ says: 'travelLeftOut', figures, words, citation: payCitations.travel });
      return [];
    }
    const own = partsOf(span, given, rules, regular, steps);
    sayOf(span, own, rules, steps);
    return own;
  });
  return { parts: parts.sort(order), steps };
}

/** Regular spans as far as they lie in the month, in order. */
export function resolveRegular(spans: readonly PaySpan[], { month }: PayMonth, rules: PayRules): readonly PaySpan[] {
  if (rules.overnightRateBy === 'START_DAY') return [...spans].sort(byStart);
  return spans
    .flatMap((span) => halves(span).filter(({ next }) => monthOf(span.dutyDate + next) === month))
    .sort(byClock);
}

/** The last day of the week of a day. */
export const lastOfWeek = (day: EpochDay, weekStart: number): EpochDay =>
  day + 6 - ((weekdayOf(day) - weekStart + 7) % 7);

/** After which day re-allotted minutes enter the counter; those of a week that runs on into the next month enter last. */
export function entersAfter({ dutyDate }: Reallotted, { reallottedEnters, weekStart }: PayRules): EpochDay {
  switch (reallottedEnters) {
    case 'WEEK_END':
      return lastOfWeek(dutyDate, weekStart);
    case 'DUTY_DATE':
      return dutyDate;
    case 'MONTH_END':
      return Number.POSITIVE_INFINITY;
  }
}
