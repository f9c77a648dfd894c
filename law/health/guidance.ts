import type { Citation } from '../decision/citation.ts';
import { inForce } from '../decision/dated.ts';
import type { Decision } from '../decision/decision.ts';
import { formatLocalDate } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { firstDayOf, lengthOf, type MonthIndex } from '../time/months.ts';
import { guidanceCitations } from './citations.ts';
import {
  judgeLocalClasses,
  type LocalFinding,
  type LocalReason,
  type LocalStepName,
} from './guidance/local-classes.ts';
import {
  beyondForty,
  firesByLaw,
  type GuidanceRuleName,
  type GuidanceRules,
  lawThresholds,
  modelGuidance,
  reaches,
} from './guidance-rules.ts';

/** A month of someone's hours. */
export type GuidanceMonth = {
  readonly month: MonthIndex;
  /** 時間外勤務, as it counts for the caps. */
  readonly overtime: Minutes;
  /** 休日勤務 inside allotted hours. Needed where the municipality counts it (`includeHolidayWork`). Absent = not known. */
  readonly holidayWork?: Minutes;
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
  /** The head of the department or a doctor found an interview necessary; some municipalities have a class for it. */
  readonly foundNecessary?: boolean;
  /** 管理監督職員; whether the municipal rule reaches them is the municipality's. */
  readonly managerial?: boolean;
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
  /** Every class of the municipality's own that fires, in its order. */
  readonly localReasons: readonly LocalReason[];
  readonly notJudged: readonly GuidanceNotJudged[];
};

/**
 * holidayWorkIncluded: overtime, holidayWork, value · managerOutsideMunicipalRule · monthCompared: value, threshold, atLeast (1 for
 * 以上), fires (words: rule) · month80LeftOut · averageCompared: months, sum, threshold, atLeast, fires · averageUnknown: months ·
 * localCompared: value, from, atLeast, through, fires (words: class, when) · localFindingAbsent: value (words: class) ·
 * lawCompared: worked, days, beyond, threshold, fires · lawUnknown · exemptByFinding · notExempt · findingAbsent ·
 * requestAbsent, requestPresent · interviewVerdict: month (words: due, interview)
 */
export type GuidanceStepName =
  | LocalStepName
  | 'holidayWorkIncluded'
  | 'managerOutsideMunicipalRule'
  | 'monthCompared'
  | 'month80LeftOut'
  | 'averageCompared'
  | 'averageUnknown'
  | 'lawCompared'
  | 'lawUnknown'
  | 'exemptByFinding'
  | 'notExempt'
  | 'findingAbsent'
  | 'requestAbsent'
  | 'requestPresent'
  | 'interviewVerdict';

const lengths = [2, 3, 4, 5, 6] as const;

/** Thrown when there is no month to judge, a month twice, less worked than the hours of a month, or a holiday's hours missing. */
export class ImpossibleHours extends Error {
  override readonly name = 'ImpossibleHours';
}

/** The hours of a month that the municipal rule counts; undefined when a part of them is not known. */
function countedOf(
  { overtime, holidayWork }: GuidanceMonth,
  { includeHolidayWork }: GuidanceRules,
): Minutes | undefined {
  if (!includeHolidayWork) return overtime;
  return holidayWork === undefined ? undefined : overtime + holidayWork;
}

/** The latest month, and what counts of each. @throws ImpossibleHours */
function readMonths(months: readonly GuidanceMonth[], rules: GuidanceRules) {
  const counted = new Map<MonthIndex, Minutes | undefined>();
  let latest: GuidanceMonth | undefined;
  for (const each of months) {
    if (counted.has(each.month)) throw new ImpossibleHours(`a month twice: ${each.month}`);
    if (each.worked !== undefined && each.worked < each.overtime + (each.holidayWork ?? 0)) {
      throw new ImpossibleHours(`less worked than overtime: ${each.month}`);
    }
    counted.set(each.month, countedOf(each, rules));
    if (latest === undefined || each.month > latest.month) latest = each;
  }
  if (latest === undefined) throw new ImpossibleHours('no month');
  const value = counted.get(latest.month);
  if (value === undefined) throw new ImpossibleHours(`work on holidays is not known: ${latest.month}`);
  return { latest, value, counted };
}

type Steps = Decision<Guidance, GuidanceStepName>['steps'][number][];

/** The averages that end in the month; a window with an unknown month is not judged. */
function averagesOf(
  latest: GuidanceMonth,
  counted: ReadonlyMap<MonthIndex, Minutes | undefined>,
  rules: GuidanceRules,
  steps: Steps,
): { reasons: GuidanceReason[]; notJudged: GuidanceNotJudged[] } {
  const citation = guidanceCitations.average;
  const reasons: GuidanceReason[] = [];
  const notJudged: GuidanceNotJudged[] = [];
  for (const months of lengths) {
    let sum: Minutes | undefined = 0;
    for (let back = 0; back < months; back += 1) {
      const of = counted.get(latest.month - back);
      sum = sum === undefined || of === undefined ? undefined : sum + of;
    }
    if (sum === undefined) {
      notJudged.push({ rule: 'average', months });
      steps.push({ says: 'averageUnknown', figures: { months }, citation });
      continue;
    }
    const threshold = rules.average.hours * months;
    const fires = reaches(rules.average, sum, months);
    const atLeast = Number(rules.average.fires === 'atLeast');
    steps.push({
      says: 'averageCompared',
      figures: { months, sum, threshold, atLeast, fires: Number(fires) },
      citation,
    });
    if (fires) reasons.push({ rule: 'average', months, value: sum, threshold, citation });
  }
  return { reasons, notJudged };
}

function byMonth(rule: 'month100' | 'month80', value: Minutes, rules: GuidanceRules, steps: Steps): GuidanceReason[] {
  const threshold = rule === 'month100' ? rules.month : rules.monthOnRequest;
  const fires = reaches(threshold, value);
  const citation = guidanceCitations[rule];
  const atLeast = Number(threshold.fires === 'atLeast');
  const figures = { value, threshold: threshold.hours, atLeast, fires: Number(fires) };
  steps.push({ says: 'monthCompared', figures, words: { rule }, citation });
  return fires ? [{ rule, value, threshold: threshold.hours, citation }] : [];
}

function byLaw({ month, worked }: GuidanceMonth, steps: Steps): GuidanceReason[] | null {
  const { value: threshold, citation } = inForce(lawThresholds, formatLocalDate(firstDayOf(month)));
  if (worked === undefined) {
    steps.push({ says: 'lawUnknown', figures: {}, citation });
    return null;
  }
  const days = lengthOf(month);
  const { sevenths, shown } = beyondForty(worked, days);
  const fires = firesByLaw(sevenths, threshold);
  const figures = { worked, days, beyond: shown, threshold, fires: Number(fires) };
  steps.push({ says: 'lawCompared', figures, citation });
  return fires ? [{ rule: 'law80', value: shown, threshold, citation }] : [];
}

/** What the municipal rule says: the month, the averages, the month on request, the classes of its own. */
type Municipal = {
  readonly reasons: readonly GuidanceReason[];
  readonly notJudged: readonly GuidanceNotJudged[];
  readonly due: Guidance['due'];
  readonly local: LocalFinding;
};

const isOutside = ({ managerial }: GuidanceInput, rules: GuidanceRules): boolean =>
  managerial === true && !rules.managersIncluded;

function byMunicipalRule(
  input: GuidanceInput,
  { latest, value, counted }: ReturnType<typeof readMonths>,
  rules: GuidanceRules,
  steps: Steps,
): Municipal {
  if (isOutside(input, rules)) {
    steps.push({ says: 'managerOutsideMunicipalRule', figures: {}, citation: guidanceCitations.local });
    return { reasons: [], notJudged: [], due: 'none', local: judgeLocalClasses([], value, false).outcome };
  }
  if (rules.includeHolidayWork) {
    const { overtime, holidayWork = 0 } = latest;
    const citation = guidanceCitations.local;
    steps.push({ says: 'holidayWorkIncluded', figures: { overtime, holidayWork, value }, citation });
  }
  const month100 = byMonth('month100', value, rules, steps);
  const averages = averagesOf(latest, counted, rules, steps);
  const unasked = [...month100, ...averages.reasons];
  if (unasked.length > 0) steps.push({ says: 'month80LeftOut', figures: {}, citation: guidanceCitations.month80 });
  const month80 = unasked.length > 0 ? [] : byMonth('month80', value, rules, steps);
  const local = judgeLocalClasses(rules.localClasses, value, input.foundNecessary === true);
  steps.push(...local.steps);
  const reasons = [...unasked, ...month80];
  const due = unasked.length > 0 ? 'withoutRequest' : month80.length > 0 ? 'onRequest' : 'none';
  return { reasons, notJudged: averages.notJudged, due, local: local.outcome };
}

/**
 * A finding exempts only when it exempts from every rule that fires; it says so also of someone who is not due.
 * Pushes the step that says so where there is something to be exempt from.
 */
function isExempt(
  reasons: readonly GuidanceReason[],
  local: LocalFinding,
  foundUnneeded: boolean,
  rules: GuidanceRules,
  steps: Steps,
): boolean {
  const exempt = foundUnneeded && local.exempts && reasons.every(({ rule }) => rules.exempts.includes(rule));
  if (reasons.length + local.reasons.length > 0) {
    const says = !foundUnneeded ? 'findingAbsent' : exempt ? 'exemptByFinding' : 'notExempt';
    steps.push({ says, figures: {}, citation: guidanceCitations.exemption });
  }
  return exempt;
}

function interviewOf(
  due: Guidance['due'],
  exempt: boolean,
  requested: boolean,
  onLocalRequest: boolean,
): Guidance['interview'] {
  if (exempt) return 'none';
  if (due === 'withoutRequest' || (requested && (due === 'onRequest' || onLocalRequest))) return 'required';
  return due === 'onRequest' ? 'offered' : 'none';
}

const ranks = { none: 0, onRequest: 1, withoutRequest: 2 } as const;
const greatest = (dues: readonly Guidance['due'][]): Guidance['due'] =>
  dues.reduce((most, due) => (ranks[due] > ranks[most] ? due : most), 'none');

/**
 * Who is due for a physician's interview after a month, by which rule (人事院規則10―4 第22条の2, 安衛則52条の2). Lengths are
 * minutes. 疲労の蓄積 is not asked for: the request itself shows it.
 * @throws ImpossibleHours
 * @throws NotInForce for a month before 2019-04
 */
export function judgeGuidance(
  input: GuidanceInput,
  rules: GuidanceRules = modelGuidance,
): Decision<Guidance, GuidanceStepName> {
  const steps: Steps = [];
  // Whom only the law's rule reaches, for him nothing else has to be known.
  const read = readMonths(input.months, isOutside(input, rules) ? modelGuidance : rules);
  const { reasons: municipal, local, ...byRule } = byMunicipalRule(input, read, rules, steps);
  const law = byLaw(read.latest, steps);
  const reasons = [...municipal, ...(law ?? [])];
  const due = greatest([byRule.due, local.due, law !== null && law.length > 0 ? 'onRequest' : 'none']);
  const exempt = isExempt(reasons, local, input.foundUnneeded, rules, steps);
  if (due === 'onRequest' || local.onRequest) {
    const says = input.requested ? 'requestPresent' : 'requestAbsent';
    steps.push({ says, figures: {}, citation: guidanceCitations.month80 });
  }
  const interview = interviewOf(due, exempt, input.requested, local.onRequest);
  steps.push({ says: 'interviewVerdict', figures: { month: read.latest.month }, words: { due, interview } });
  const notJudged = [...byRule.notJudged, ...(law === null ? [{ rule: 'law80' } as const] : [])];
  const outcome = { month: read.latest.month, due, exempt, interview, reasons, localReasons: local.reasons, notJudged };
  return { outcome, steps };
}
