import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { type MonthIndex, monthOf } from '../../time/months.ts';
import { leaveKindCitations as cites } from '../citations.ts';
import { Impossible } from '../impossible.ts';
import { type LeaveRules, modelLeave, type RegisterCategory } from '../rules.ts';
import { ImpossibleLeaveRules, kindsOf, masterKinds } from './master.ts';
import type { LeaveKindStepName } from './step-names.ts';

/** A mark of the register: a kind on a day, for the whole day or a part of it. */
export type RegisterMark = { readonly on: EpochDay; readonly code: string; readonly minutes: Minutes | null };
export type RegisterCount = {
  readonly label: string;
  readonly sure: RegisterCategory['sure'];
  readonly days: number;
  /** Parts of days, as hours. */
  readonly minutes: Minutes;
};
export type RegisterTally = {
  readonly categories: readonly RegisterCount[];
  /** Kinds that no cell counts. */
  readonly uncounted: readonly { readonly code: string; readonly days: number; readonly minutes: Minutes }[];
};

export type RegisterDefect =
  | 'unknownKind'
  | 'outsideMonth'
  | 'kindTwice'
  | 'twoWholeDays'
  | 'partBesideWhole'
  | 'longerThanDay'
  | 'noTime';

/** Thrown when marks cannot be true; `of` is the day, or the kind nobody knows. */
export class ImpossibleRegister extends Impossible<RegisterDefect> {
  override readonly name = 'ImpossibleRegister';
}

/**
 * Refuses categories in which a code stands twice or is unknown.
 * @throws ImpossibleLeaveRules
 */
export function validateCategories(rules: LeaveRules): void {
  const codes = rules.registerCategories.flatMap((category) => category.codes);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice !== undefined) throw new ImpossibleLeaveRules('categoryCodeTwice', twice);
  // A kind that the municipality does not have may keep its cell.
  const known = new Set([...kindsOf(rules), ...masterKinds].map(({ code }) => code));
  const unknown = codes.find((code) => !known.has(code));
  if (unknown !== undefined) throw new ImpossibleLeaveRules('unknownCategoryCode', unknown);
}

function validateMarks(month: MonthIndex, marks: readonly RegisterMark[], rules: LeaveRules): void {
  const kinds = new Map(kindsOf(rules).map((kind) => [kind.code, kind]));
  const seen = new Set<string>();
  /** The whole-day mark of a day: whether it is presence, beside which parts can stand. */
  const whole = new Map<EpochDay, boolean>();
  const parts = new Map<EpochDay, Minutes>();
  for (const { on, code, minutes } of marks) {
    const kind = kinds.get(code);
    if (kind === undefined) throw new ImpossibleRegister('unknownKind', code);
    const day = formatLocalDate(on);
    if (monthOf(on) !== month) throw new ImpossibleRegister('outsideMonth', day);
    if (seen.has(`${on} ${code}`)) throw new ImpossibleRegister('kindTwice', day);
    seen.add(`${on} ${code}`);
    if (minutes === null) {
      if (whole.has(on)) throw new ImpossibleRegister('twoWholeDays', day);
      whole.set(on, kind.attendance === 'present');
    } else {
      if (!(minutes > 0 && minutes < 1440)) throw new ImpossibleRegister('noTime', day);
      parts.set(on, (parts.get(on) ?? 0) + minutes);
    }
  }
  for (const [on, minutes] of parts) {
    const day = formatLocalDate(on);
    if (whole.get(on) === false) throw new ImpossibleRegister('partBesideWhole', day);
    if (minutes >= 1440) throw new ImpossibleRegister('longerThanDay', day);
  }
}

/**
 * The 整理欄 of a month's register: whole days by category, parts of days as hours. What no category counts is listed beside, never lost.
 * @throws ImpossibleRegister · ImpossibleLeaveRules
 */
export function tallyRegister(
  month: MonthIndex,
  marks: readonly RegisterMark[],
  rules: LeaveRules = modelLeave,
): Decision<RegisterTally, LeaveKindStepName> {
  validateCategories(rules);
  validateMarks(month, marks, rules);
  const sumOf = (counted: (code: string) => boolean) => {
    const mine = marks.filter(({ code }) => counted(code));
    return {
      days: mine.filter(({ minutes }) => minutes === null).length,
      minutes: mine.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    };
  };
  const categories = rules.registerCategories.map(({ label, sure, codes }) => ({
    label,
    sure,
    ...sumOf((code) => codes.includes(code)),
  }));
  const placed = new Set(rules.registerCategories.flatMap(({ codes }) => codes));
  const loose = [...new Set(marks.map(({ code }) => code))].filter((code) => !placed.has(code)).sort();
  const uncounted = loose.map((code) => ({ code, ...sumOf((each) => each === code) }));
  const steps: Step<LeaveKindStepName>[] = [
    ...categories
      .filter(({ days, minutes }) => days + minutes > 0)
      .map(({ label, sure, days, minutes }) => ({
        says: 'tallied' as const,
        figures: { days, minutes },
        words: { label },
        citation: sure === 'legible' ? cites.register : cites.registerDoubtful,
      })),
    ...uncounted.map(({ code, days, minutes }) => ({
      says: 'uncounted' as const,
      figures: { days, minutes },
      words: { code },
      citation: cites.registerDoubtful,
    })),
  ];
  return { outcome: { categories, uncounted }, steps };
}
