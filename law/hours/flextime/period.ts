import { civilOf, type EpochDay } from '../../time/civil.ts';
import { lengthOf, monthOf } from '../../time/months.ts';
import type { FlextimeRules, HoursRules } from '../rules.ts';
import type { DeclaredDay, FlextimeDeclaration } from './types.ts';

/** What a declaration cannot be. */
export type DeclarationDefect =
  | 'dayTwice'
  | 'dayMissing'
  | 'dayOutside'
  | 'emptySpan'
  | 'outsideDay'
  | 'breakOutside'
  | 'monthNotFirst'
  | 'declaredAfter'
  | 'breaksWithoutHours';

/** Thrown for days that are not those of the period, or hours that cannot be; `date` shows which day. */
export class ImpossibleDeclaration extends Error {
  override readonly name = 'ImpossibleDeclaration';
  readonly defect: DeclarationDefect;
  readonly date: EpochDay | null;
  constructor(defect: DeclarationDefect, date: EpochDay | null) {
    super(`${defect} ${date ?? ''}`);
    this.defect = defect;
    this.date = date;
  }
}

const weeksOf = { oneWeek: 1, twoWeeks: 2, threeWeeks: 3, fourWeeks: 4, calendarMonth: 0 } as const;

/** Weeks of the period; 0 for a calendar month. */
export const periodWeeks = ({ period }: FlextimeRules): number => weeksOf[period];

/** Days of the period that begins on a day. */
export function periodLength(from: EpochDay, rules: FlextimeRules): number {
  const weeks = periodWeeks(rules);
  return weeks === 0 ? lengthOf(monthOf(from)) : weeks * 7;
}

/** 38:45 for each week; in a calendar month a full day for each day that is no 週休日. */
export function requiredTotal(days: readonly DeclaredDay[], { flextime, fullDay, fullWeek }: HoursRules): number {
  const weeks = periodWeeks(flextime);
  return weeks > 0 ? weeks * fullWeek : days.filter(({ kind }) => kind !== 'weeklyDayOff').length * fullDay;
}

function refuseDay({ date, hours, breaks }: DeclaredDay): void {
  if (hours === null) {
    if (breaks.length > 0) throw new ImpossibleDeclaration('breaksWithoutHours', date);
    return;
  }
  if (hours.until <= hours.from) throw new ImpossibleDeclaration('emptySpan', date);
  if (hours.from < 0 || hours.until > 48 * 60) throw new ImpossibleDeclaration('outsideDay', date);
  const ordered = breaks.toSorted((a, b) => a.from - b.from);
  ordered.forEach(({ from, until }, at) => {
    if (until <= from) throw new ImpossibleDeclaration('emptySpan', date);
    const after = ordered[at - 1]?.until ?? hours.from + 1;
    if (from < after || until >= hours.until) throw new ImpossibleDeclaration('breakOutside', date);
  });
}

/**
 * The days of a declaration in order.
 * @throws ImpossibleDeclaration
 */
export function readDeclaration(declaration: FlextimeDeclaration, rules: FlextimeRules): readonly DeclaredDay[] {
  const { from, declaredOn } = declaration;
  if (rules.period === 'calendarMonth' && civilOf(from).day !== 1)
    throw new ImpossibleDeclaration('monthNotFirst', from);
  if (declaredOn >= from + periodLength(from, rules)) throw new ImpossibleDeclaration('declaredAfter', null);
  const days = declaration.days.toSorted((a, b) => a.date - b.date);
  const length = periodLength(from, rules);
  days.forEach((day, at) => {
    if (day.date < from || day.date >= from + length) throw new ImpossibleDeclaration('dayOutside', day.date);
    if (days[at - 1]?.date === day.date) throw new ImpossibleDeclaration('dayTwice', day.date);
    refuseDay(day);
  });
  const missing = Array.from({ length }, (_, at) => from + at).find((date) => !days.some((day) => day.date === date));
  if (missing !== undefined) throw new ImpossibleDeclaration('dayMissing', missing);
  return days;
}

/** 区分期間: the period cut into weeks from its first day; the last may be shorter. */
export function subPeriods<Day>(days: readonly Day[]): readonly (readonly Day[])[] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
