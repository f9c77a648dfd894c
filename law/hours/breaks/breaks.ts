import type { Decision, Step } from '../../decision/decision.ts';
import { hours, type Minutes } from '../../time/minutes.ts';
import { type Span, Spans } from '../../time/spans.ts';
import { hoursCitations as cites } from '../citations.ts';

/** 休憩 (労基法34条, 勤務時間条例6条): inside the working time, by the length of what is worked. */

/** One duty date as allotted and ordered. Spans are minutes from 0:00 of the duty date. */
export type BreakDay = {
  /** Regular hours from start to end, breaks inside; null on a day without any. */
  readonly regular: Span | null;
  /** Overtime ordered or worked. */
  readonly overtime: readonly Span[];
  readonly breaks: readonly Span[];
};

export type BreakFinding =
  | { readonly rule: 'tooShort'; readonly shortage: Minutes }
  /** The break lies at the beginning or the end of the work, or outside it: it interrupts nothing. */
  | { readonly rule: 'notInside'; readonly from: Minutes; readonly until: Minutes }
  | { readonly rule: 'overtimeInBreak'; readonly from: Minutes; readonly until: Minutes };

export type BreakCheck = {
  readonly worked: Minutes;
  readonly required: Minutes;
  /** Breaks that lie inside the working time, and gaps between its parts. */
  readonly given: Minutes;
  readonly findings: readonly BreakFinding[];
  /** Where the missing minutes would fit: from the end of the regular hours; the overtime then ends so much later. */
  readonly further: Span | null;
};

/**
 * sixHoursKept: worked (no break needed) · breakRequired: worked, required, over (6:00 or 8:00) · breakGiven: given, required ·
 * breakShort: given, required, shortage · breakNotInside: from, until · overtimeInBreak: from, until · furtherBreak: from, until
 */
export type BreakStepName =
  | 'sixHoursKept'
  | 'breakRequired'
  | 'breakGiven'
  | 'breakShort'
  | 'breakNotInside'
  | 'overtimeInBreak'
  | 'furtherBreak';

/** Thrown for a span that does not end after it begins, lies outside 0:00–48:00, or a day without any work. */
export class ImpossibleBreaks extends Error {
  override readonly name = 'ImpossibleBreaks';
  readonly defect: 'emptySpan' | 'outsideDay' | 'noWork' | 'breaksOverlap' | 'overtimeInRegular';
  constructor(defect: 'emptySpan' | 'outsideDay' | 'noWork' | 'breaksOverlap' | 'overtimeInRegular') {
    super(defect);
    this.defect = defect;
  }
}

const SIX = hours(6);
const EIGHT = hours(8);

/** 労働時間 of more than six hours: 45 minutes; of more than eight: 60. Exactly 6:00 needs none, exactly 8:00 needs 45. */
export function requiredBreak(worked: Minutes): Minutes {
  if (worked > EIGHT) return 60;
  return worked > SIX ? 45 : 0;
}

function refuse({ regular, overtime, breaks }: BreakDay): void {
  for (const { from, until } of [...(regular === null ? [] : [regular]), ...overtime, ...breaks]) {
    if (until <= from) throw new ImpossibleBreaks('emptySpan');
    if (from < 0 || until > hours(48)) throw new ImpossibleBreaks('outsideDay');
  }
  if (regular === null && overtime.length === 0) throw new ImpossibleBreaks('noWork');
  const lengths = breaks.reduce((sum, { from, until }) => sum + until - from, 0);
  if (Spans.of(...breaks).total !== lengths) throw new ImpossibleBreaks('breaksOverlap');
}

/** Overtime inside the regular hours: what meets a break is named, what meets working time cannot be. */
function overtimeInside({ regular, overtime, breaks }: BreakDay): readonly Span[] {
  if (regular === null) return [];
  const inside = Spans.of(...overtime).and(Spans.of(regular));
  if (!inside.minus(Spans.of(...breaks)).isEmpty) throw new ImpossibleBreaks('overtimeInRegular');
  return inside.list;
}

/** A break interrupts the work only with work before and after it. */
const interrupts = (worked: Spans, { from, until }: Span): boolean =>
  (worked.start ?? 0) < from && until < (worked.end ?? 0);

function sayLength(worked: Minutes, required: Minutes): Step<BreakStepName> {
  if (required === 0) return { says: 'sixHoursKept', figures: { worked }, citation: cites.breakLength };
  const over = required === 60 ? EIGHT : SIX;
  return { says: 'breakRequired', figures: { worked, required, over }, citation: cites.breakLength };
}

function sayFinding(finding: BreakFinding): readonly Step<BreakStepName>[] {
  if (finding.rule === 'tooShort') return [];
  const { rule, from, until } = finding;
  return rule === 'notInside'
    ? [{ says: 'breakNotInside', figures: { from, until }, citation: cites.breakLength }]
    : [{ says: 'overtimeInBreak', figures: { from, until }, citation: cites.breakOrdinance }];
}

function stepsOf(
  { worked, required, given, findings, further }: BreakCheck,
  shortage: Minutes,
): readonly Step<BreakStepName>[] {
  const steps = [sayLength(worked, required), ...findings.flatMap(sayFinding)];
  if (required > 0) {
    steps.push(
      shortage > 0
        ? { says: 'breakShort', figures: { given, required, shortage }, citation: cites.breakOrdinance }
        : { says: 'breakGiven', figures: { given, required }, citation: cites.breakOrdinance },
    );
  }
  if (further !== null) steps.push({ says: 'furtherBreak', figures: { ...further }, citation: cites.breakOrdinance });
  return steps;
}

/** The missing minutes from the end of the regular hours, only where overtime follows right after them. */
function furtherBreak({ regular, overtime }: BreakDay, shortage: Minutes): Span | null {
  if (regular === null || shortage === 0) return null;
  if (!overtime.some(({ from, until }) => from <= regular.until && regular.until < until)) return null;
  return { from: regular.until, until: regular.until + shortage };
}

/**
 * The breaks of a duty date against what is worked on it, overtime included. Minutes.
 * @throws ImpossibleBreaks
 */
export function checkBreaks(day: BreakDay): Decision<BreakCheck, BreakStepName> {
  refuse(day);
  const { regular, overtime, breaks } = day;
  const inBreak = overtimeInside(day);
  const whole = Spans.of(...(regular === null ? [] : [regular]), ...overtime);
  // Work ordered inside a break is work: the break is lost.
  const taken = Spans.of(...breaks).minus(Spans.of(...inBreak));
  const worked = whole.minus(taken);
  const outside = breaks.filter((each) => !interrupts(worked, each));
  const free = Spans.of({ from: worked.start ?? 0, until: worked.end ?? 0 }).minus(worked);
  const required = requiredBreak(worked.total);
  const given = free.total;
  const shortage = Math.max(0, required - given);
  const further = furtherBreak(day, shortage);
  const findings: readonly BreakFinding[] = [
    ...outside.map(({ from, until }) => ({ rule: 'notInside', from, until }) as const),
    ...inBreak.map(({ from, until }) => ({ rule: 'overtimeInBreak', from, until }) as const),
    ...(shortage > 0 ? [{ rule: 'tooShort', shortage } as const] : []),
  ];
  const outcome = { worked: worked.total, required, given, findings, further };
  return { outcome, steps: stepsOf(outcome, shortage) };
}
