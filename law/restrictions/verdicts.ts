import type { Citation } from '../decision/citation.ts';
import { inForce } from '../decision/dated.ts';
import type { Step } from '../decision/decision.ts';
import { formatLocalDate } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { firstDayOf, firstMonthOf, fiscalYearOf, type MonthIndex, monthOf } from '../time/months.ts';
import * as cites from './citations.ts';
import { coverageOf, type DayPeriod, unionOf } from './day-periods.ts';
import type { RestrictionRules } from './rules.ts';
import type { RestrictionStepName } from './step-names.ts';
import type { JudgedRequest, PersonalVerdict, RestrictedMonth, RestrictionKind } from './types.ts';

type RestrictionStep = Step<RestrictionStepName>;

/** Months ready to be asked. */
export type Hours = ReadonlyMap<MonthIndex, RestrictedMonth>;

/** What counts: 災害等 is apart, save where 労基法66条 forbids it too. */
const countedIn = ({ overtime, disasterNeed }: RestrictedMonth, withDisaster: boolean): Minutes =>
  withDisaster ? overtime : overtime - disasterNeed;

/** The days on which some request of these kinds holds. */
export function daysOf(requests: readonly JudgedRequest[], kinds: readonly RestrictionKind[]): readonly DayPeriod[] {
  return unionOf(
    requests.flatMap(({ kind, effective }) => (effective !== null && kinds.includes(kind) ? [effective] : [])),
  );
}

/** Months that the periods touch, to the running one, ascending. */
function monthsOf(union: readonly DayPeriod[], current: MonthIndex): readonly MonthIndex[] {
  const months = new Set<MonthIndex>();
  for (const { from, through } of union) {
    for (let month = monthOf(from); month <= Math.min(monthOf(through), current); month += 1) months.add(month);
  }
  return [...months];
}

type OfMonth = {
  readonly limit: 'personalMonthly' | 'personalExempt';
  readonly cap: Minutes;
  readonly withDisaster: boolean;
  readonly citation: Citation;
};

/** A month under a cap of its own. Of a month restricted in part, only what stays below the cap as a whole can be judged. */
function judgeMonth(month: MonthIndex, union: readonly DayPeriod[], hours: Hours, of: OfMonth): PersonalVerdict {
  const { limit, cap, withDisaster, citation } = of;
  const judged = { limit, from: month, through: month, cap, citation };
  const known = hours.get(month);
  if (known === undefined) return { ...judged, value: null, verdict: 'notJudged', because: 'unknownMonth' };
  const value = countedIn(known, withDisaster);
  if (value <= cap) return { ...judged, value, verdict: 'within' };
  if (coverageOf(month, union) === 'part')
    return { ...judged, value: null, verdict: 'notJudged', because: 'partOfMonth' };
  return { ...judged, value, verdict: 'exceeded' };
}

/** What is known of the months of a year: those restricted in whole for certain, all as the most it can be. */
export type YearSum = {
  readonly from: MonthIndex;
  readonly through: MonthIndex;
  readonly least: Minutes;
  readonly most: Minutes;
  readonly unknown: number;
};

/** Sums the counted months of a stretch to the running one. */
function sumYear(
  from: MonthIndex,
  through: MonthIndex,
  union: readonly DayPeriod[],
  hours: Hours,
  current: MonthIndex,
): YearSum {
  let [least, most, unknown] = [0, 0, 0];
  for (let month = from; month <= Math.min(through, current); month += 1) {
    const coverage = coverageOf(month, union);
    if (coverage === 'none') continue;
    const known = hours.get(month);
    if (known === undefined) {
      unknown += 1;
      continue;
    }
    const value = countedIn(known, false);
    most += value;
    if (coverage === 'whole') least += value;
  }
  return { from, through, least, most, unknown };
}

/** The years over which 150 hours are counted: of each request, or each 年度 that the limit touches. To the running month. */
export function yearsOf(
  requests: readonly JudgedRequest[],
  hours: Hours,
  current: MonthIndex,
  rules: RestrictionRules,
): readonly YearSum[] {
  const limits = requests.flatMap(({ kind, effective }) =>
    kind === 'overtimeLimit' && effective !== null && monthOf(effective.from) <= current ? [effective] : [],
  );
  if (rules.yearOf === 'requestPeriod') {
    return limits.map((days) => sumYear(monthOf(days.from), monthOf(days.through), [days], hours, current));
  }
  const union = unionOf(limits);
  const { yearStartMonth } = rules;
  const years = new Set(monthsOf(union, current).map((month) => fiscalYearOf(month, yearStartMonth)));
  return [...years].map((year) => {
    const from = firstMonthOf(year, yearStartMonth);
    return sumYear(from, from + 11, union, hours, current);
  });
}

function judgeYear(
  { from, through, least, most, unknown }: YearSum,
  cap: Minutes,
  citation: Citation,
): PersonalVerdict {
  const judged = { limit: 'personalAnnual', from, through, cap, citation } as const;
  if (least > cap) return { ...judged, value: least, verdict: 'exceeded' };
  if (unknown > 0) return { ...judged, value: null, verdict: 'notJudged', because: 'unknownMonth' };
  if (most <= cap) return { ...judged, value: most, verdict: 'within' };
  return { ...judged, value: null, verdict: 'notJudged', because: 'partOfMonth' };
}

function stepOf({ limit, from, through, value, cap, because, citation }: PersonalVerdict): RestrictionStep {
  if (because === 'unknownMonth') return { says: 'unknownMonths', figures: { from, through }, citation };
  if (because === 'partOfMonth')
    return { says: 'partOfMonth', figures: { month: from }, citation: cites.periodReading };
  const worked = value ?? 0;
  if (limit === 'personalExempt') return { says: 'exemptCompared', figures: { month: from, value: worked }, citation };
  const figures = { from, through, value: worked, cap, over: Number(worked > cap) };
  return { says: limit === 'personalMonthly' ? 'monthlyCompared' : 'annualCompared', figures, citation };
}

/** The citation of the first request of some kinds that holds at all. */
function citationOf(requests: readonly JudgedRequest[], kinds: readonly RestrictionKind[]): Citation {
  const found = requests.find(({ kind, effective }) => effective !== null && kinds.includes(kind));
  return found?.citation ?? cites.requestPeriod;
}

/** 24 and 150 hours, as in force in a month. @throws NotInForce before 2002-04 */
export const limitsIn = (month: MonthIndex): cites.OvertimeLimits =>
  inForce(cites.overtimeLimits, formatLocalDate(firstDayOf(month))).value;

/** Months and years under the person's own limits, to the running month. */
export function judgeVerdicts(
  requests: readonly JudgedRequest[],
  hours: Hours,
  current: MonthIndex,
  rules: RestrictionRules,
) {
  const limited = daysOf(requests, ['overtimeLimit']).length > 0;
  const { monthly, annual } = limited ? limitsIn(current) : { monthly: 0, annual: 0 };
  const monthsUnder = (kinds: readonly RestrictionKind[], of: Omit<OfMonth, 'citation'>) => {
    const union = daysOf(requests, kinds);
    const citation = citationOf(requests, kinds);
    return monthsOf(union, current).map((month) => judgeMonth(month, union, hours, { ...of, citation }));
  };
  const verdicts = [
    ...monthsUnder(['overtimeLimit'], { limit: 'personalMonthly', cap: monthly, withDisaster: false }),
    ...yearsOf(requests, hours, current, rules)
      .map((year) => judgeYear(year, annual, citationOf(requests, ['overtimeLimit'])))
      .sort((a, b) => a.from - b.from || a.through - b.through),
    ...monthsUnder(['overtimeExemption'], { limit: 'personalExempt', cap: 0, withDisaster: false }),
    ...monthsUnder(['maternityOvertime'], { limit: 'personalExempt', cap: 0, withDisaster: true }),
  ];
  return { verdicts, steps: verdicts.map(stepOf) };
}
