import type { Minutes } from '@tokimori/law/time/minutes';
import type { MonthIndex } from '@tokimori/law/time/months';

/** A month of some people with caps: how many, and their overtime. Minutes. */
export type MonthSum = {
  readonly month: MonthIndex;
  readonly headcount: number;
  readonly overtime: Minutes;
};
/** Mean overtime a head and month over some months; null where a month or everybody lacks. */
export type Mean = {
  readonly perHead: Minutes;
  /** Mean number of people, in tenths. */
  readonly headcountTenths: number;
};

export type Effect = {
  /** Months after the measure began, and the months they are held against. */
  readonly after: readonly MonthIndex[];
  readonly base: readonly MonthIndex[];
  /** `sameMonths`: the same months of the year before; `before`: as many months just before, where last year is not known. */
  readonly against: 'sameMonths' | 'before' | 'nothing';
  readonly means: { readonly after: Mean | null; readonly base: Mean | null };
  /** After less base, a head and month. Negative = less overtime. */
  readonly change: Minutes | null;
  /** The change of all others over the same months, for comparison. */
  readonly othersChange: Minutes | null;
  /** What the change comes to in a month for all people concerned. Negative = less. */
  readonly changeInAll: Minutes | null;
};

/** Months that are compared at most. */
const MOST = 12;

/**
 * What was measured after a measure began: the mean overtime a head in the whole months since, against the same months of the year before
 * (against the months just before where those are not known), beside the change of all others over the same months. It says what changed, not why.
 * @param begins first month in which the measure is to show
 * @param through last whole month
 */
export function effectOf(
  given: { readonly own: readonly MonthSum[]; readonly others: readonly MonthSum[] },
  begins: MonthIndex,
  through: MonthIndex,
): Effect {
  const own = byMonth(given.own);
  const others = byMonth(given.others);
  const after = monthsBetween(Math.max(begins, through - MOST + 1), through).filter((month) => known(own, month));
  const none = { after, base: [], against: 'nothing', change: null, othersChange: null, changeInAll: null } as const;
  const mean = meanOf(own, after);
  if (mean === null) return { ...none, means: { after: null, base: null } };
  const lastYear = after.map((month) => month - 12);
  const before = monthsBetween(begins - after.length, begins - 1);
  // From the second year on the same months of the year before lie after the beginning themselves.
  const mayUseLastYear = lastYear.every((month) => known(own, month) && month < begins);
  const base = mayUseLastYear ? lastYear : before.every((month) => known(own, month)) ? before : [];
  const baseMean = meanOf(own, base);
  if (baseMean === null) return { ...none, means: { after: mean, base: null } };
  const change = mean.perHead - baseMean.perHead;
  const [othersAfter, othersBase] = [meanOf(others, after), meanOf(others, base)];
  return {
    after,
    base,
    against: mayUseLastYear ? 'sameMonths' : 'before',
    means: { after: mean, base: baseMean },
    change,
    othersChange: othersAfter === null || othersBase === null ? null : othersAfter.perHead - othersBase.perHead,
    changeInAll: Math.round((change * mean.headcountTenths) / 10),
  };
}

type Sums = ReadonlyMap<MonthIndex, MonthSum>;
const byMonth = (sums: readonly MonthSum[]): Sums => new Map(sums.map((sum) => [sum.month, sum]));
const known = (sums: Sums, month: MonthIndex): boolean => (sums.get(month)?.headcount ?? 0) > 0;
const monthsBetween = (from: MonthIndex, through: MonthIndex): MonthIndex[] =>
  Array.from({ length: Math.max(0, through - from + 1) }, (_, at) => from + at);

function meanOf(sums: Sums, months: readonly MonthIndex[]): Mean | null {
  let [people, overtime] = [0, 0];
  for (const month of months) {
    const sum = sums.get(month);
    if (sum === undefined || sum.headcount === 0) return null;
    people += sum.headcount;
    overtime += sum.overtime;
  }
  if (people === 0) return null;
  return { perHead: Math.round(overtime / people), headcountTenths: Math.round((people * 10) / months.length) };
}
