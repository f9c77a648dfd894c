import type { Citation } from '../decision/citation.ts';
import type { Decision } from '../decision/decision.ts';
import type { Minutes } from '../time/minutes.ts';
import { lengthOf, type MonthIndex } from '../time/months.ts';
import {
  beyondForty,
  firesByLaw,
  type GuidanceRuleName,
  type GuidanceRules,
  guidanceCitations,
  LAW_THRESHOLD,
  modelGuidance,
  reaches,
} from './guidance-rules.ts';

/** A month of someone's hours. */
export type GuidanceMonth = {
  readonly month: MonthIndex;
  /** 時間外勤務, as it counts for the caps. */
  readonly overtime: Minutes;
  /** Every minute worked: regular hours, overtime, holidays; without leave and breaks. Absent = not known. */
  readonly worked?: Minutes;
};

export type GuidanceInput = {
  /** At least one; the latest is judged. In any order. */
  readonly months: readonly GuidanceMonth[];
  /** 面接指導の申出. */
  readonly requested: boolean;
  /** Within a month before the count a doctor interviewed or examined the person and found no interview needed. */
  readonly foundUnneeded: boolean;
};

export type GuidanceReason = {
  readonly rule: GuidanceRuleName;
  /** Length of the window, of an average. */
  readonly months?: number;
  /** What was measured: the month, the sum of the window, or the hours beyond 40 a week. */
  readonly value: Minutes;
  readonly threshold: Minutes;
  readonly citation: Citation;
};

/** A rule that nobody can say fires or not. */
export type GuidanceNotJudged = { readonly rule: 'average' | 'law80'; readonly months?: number };

export type Guidance = {
  readonly month: MonthIndex;
  /** By hours alone. Without request, it is the employer's duty; on request, it becomes one with the request. */
  readonly due: 'withoutRequest' | 'onRequest' | 'none';
  /** A doctor's finding takes the interview's place. The person stays counted as 該当. */
  readonly exempt: boolean;
  readonly interview: 'required' | 'offered' | 'none';
  /** Every rule that fires, in the order of `guidanceRuleNames`. */
  readonly reasons: readonly GuidanceReason[];
  readonly notJudged: readonly GuidanceNotJudged[];
};

/**
 * monthCompared: value, threshold, fires · averageCompared: months, sum, threshold, fires · averageUnknown: months ·
 * lawCompared: worked, days, beyond, threshold, fires · lawUnknown · exemptByFinding · notExempt · interviewVerdict (words: due, interview)
 */
export type GuidanceStepName =
  | 'monthCompared'
  | 'averageCompared'
  | 'averageUnknown'
  | 'lawCompared'
  | 'lawUnknown'
  | 'exemptByFinding'
  | 'notExempt'
  | 'interviewVerdict';

const lengths = [2, 3, 4, 5, 6] as const;

/** Thrown when there is no month to judge, a month twice, or less worked than the overtime of a month. */
export class ImpossibleHours extends Error {
  override readonly name = 'ImpossibleHours';
}

/** The latest month, and overtime by month. @throws ImpossibleHours */
function readMonths(months: readonly GuidanceMonth[]) {
  const overtime = new Map<MonthIndex, Minutes>();
  let latest: GuidanceMonth | undefined;
  for (const each of months) {
    if (overtime.has(each.month)) throw new ImpossibleHours(`a month twice: ${each.month}`);
    if (each.worked !== undefined && each.worked < each.overtime) {
      throw new ImpossibleHours(`less worked than overtime: ${each.month}`);
    }
    overtime.set(each.month, each.overtime);
    if (latest === undefined || each.month > latest.month) latest = each;
  }
  if (latest === undefined) throw new ImpossibleHours('no month');
  return { latest, overtime };
}

type Steps = Decision<Guidance, GuidanceStepName>['steps'][number][];

/** The averages that end in the month; a window with an unknown month is not judged. */
function averagesOf(
  latest: GuidanceMonth,
  overtime: ReadonlyMap<MonthIndex, Minutes>,
  rules: GuidanceRules,
  steps: Steps,
): { reasons: GuidanceReason[]; notJudged: GuidanceNotJudged[] } {
  const citation = guidanceCitations.average;
  const reasons: GuidanceReason[] = [];
  const notJudged: GuidanceNotJudged[] = [];
  for (const months of lengths) {
    let sum: Minutes | undefined = 0;
    for (let back = 0; back < months; back += 1) {
      const of = overtime.get(latest.month - back);
      sum = sum === undefined || of === undefined ? undefined : sum + of;
    }
    if (sum === undefined) {
      notJudged.push({ rule: 'average', months });
      steps.push({ says: 'averageUnknown', figures: { months }, citation });
      continue;
    }
    const threshold = rules.average.hours * months;
    const fires = reaches(rules.average, sum, months);
    steps.push({ says: 'averageCompared', figures: { months, sum, threshold, fires: Number(fires) }, citation });
    if (fires) reasons.push({ rule: 'average', months, value: sum, threshold, citation });
  }
  return { reasons, notJudged };
}

function byMonth(
  rule: 'month100' | 'month80',
  { overtime }: GuidanceMonth,
  rules: GuidanceRules,
  steps: Steps,
): GuidanceReason[] {
  const threshold = rule === 'month100' ? rules.month : rules.monthOnRequest;
  const fires = reaches(threshold, overtime);
  const citation = guidanceCitations[rule];
  const figures = { value: overtime, threshold: threshold.hours, fires: Number(fires) };
  steps.push({ says: 'monthCompared', figures, words: { rule }, citation });
  return fires ? [{ rule, value: overtime, threshold: threshold.hours, citation }] : [];
}

function byLaw({ month, worked }: GuidanceMonth, steps: Steps): GuidanceReason[] | null {
  const citation = guidanceCitations.law80;
  if (worked === undefined) {
    steps.push({ says: 'lawUnknown', figures: {}, citation });
    return null;
  }
  const days = lengthOf(month);
  const { sevenths, shown } = beyondForty(worked, days);
  const fires = firesByLaw(sevenths);
  const figures = { worked, days, beyond: shown, threshold: LAW_THRESHOLD, fires: Number(fires) };
  steps.push({ says: 'lawCompared', figures, citation });
  return fires ? [{ rule: 'law80', value: shown, threshold: LAW_THRESHOLD, citation }] : [];
}

/** A finding exempts only when it exempts from every rule that fires; it says so also of someone who is not due. */
function isExempt(reasons: readonly GuidanceReason[], foundUnneeded: boolean, rules: GuidanceRules): boolean {
  return foundUnneeded && reasons.every(({ rule }) => rules.exempts.includes(rule));
}

function interviewOf(due: Guidance['due'], exempt: boolean, requested: boolean): Guidance['interview'] {
  if (due === 'none' || exempt) return 'none';
  return due === 'withoutRequest' || requested ? 'required' : 'offered';
}

/**
 * Who is due for a physician's interview after a month, by which rule (人事院規則10―4 第22条の2, 安衛則52条の2). Lengths are
 * minutes. 疲労の蓄積 is not asked for: the request itself shows it.
 * @throws ImpossibleHours
 */
export function judgeGuidance(
  input: GuidanceInput,
  rules: GuidanceRules = modelGuidance,
): Decision<Guidance, GuidanceStepName> {
  const steps: Steps = [];
  const { latest, overtime } = readMonths(input.months);
  const month100 = byMonth('month100', latest, rules, steps);
  const averages = averagesOf(latest, overtime, rules, steps);
  const unasked = [...month100, ...averages.reasons];
  const month80 = unasked.length > 0 ? [] : byMonth('month80', latest, rules, steps);
  const law = byLaw(latest, steps);
  const reasons = [...unasked, ...month80, ...(law ?? [])];
  const due = unasked.length > 0 ? 'withoutRequest' : reasons.length > 0 ? 'onRequest' : 'none';
  const exempt = isExempt(reasons, input.foundUnneeded, rules);
  if (input.foundUnneeded && reasons.length > 0) {
    steps.push({ says: exempt ? 'exemptByFinding' : 'notExempt', figures: {}, citation: guidanceCitations.exemption });
  }
  const interview = interviewOf(due, exempt, input.requested);
  steps.push({ says: 'interviewVerdict', figures: { month: latest.month }, words: { due, interview } });
  const notJudged = [...averages.notJudged, ...(law === null ? [{ rule: 'law80' } as const] : [])];
  return { outcome: { month: latest.month, due, exempt, interview, reasons, notJudged }, steps };
}
