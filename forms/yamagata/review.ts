import type { WorkReview } from '@tokimori/contract/registers/entries';
import type { Minutes } from '@tokimori/law/time/minutes';

type Saving = WorkReview['savings'][number];
type Measure = Saving['measure'];
export type Saved = { readonly planned: Minutes; readonly actual: Minutes };

const add = (sum: Saved, { planned, actual }: Pick<Saving, 'planned' | 'actual'>): Saved => ({
  planned: sum.planned + (planned ?? 0),
  actual: sum.actual + (actual ?? 0),
});
const nothing: Saved = { planned: 0, actual: 0 };

/** Minutes a year that one review saves, planned and as reported. What is not known yet counts nothing. */
export const savedBy = ({ savings }: Pick<WorkReview, 'savings'>): Saved => savings.reduce(add, nothing);

/** 削減事務量 by kind of measure in the order given, as in 山形県's table. Kinds without any are left out. */
export function savedByMeasure(
  measures: readonly Measure[],
  reviews: readonly Pick<WorkReview, 'savings'>[],
): (Saved & { readonly measure: Measure })[] {
  const savings = reviews.flatMap((review) => review.savings);
  return measures.flatMap((measure) => {
    const own = savings.filter((saving) => saving.measure === measure);
    return own.length === 0 ? [] : [{ measure, ...own.reduce(add, nothing) }];
  });
}

/** 削減事務量 by section, the most first; of the same amount in the order in which they come. */
export function savedBySection(
  reviews: readonly (Pick<WorkReview, 'savings'> & { readonly section: string })[],
): (Saved & { readonly section: string })[] {
  const sums = new Map<string, Saved>();
  for (const review of reviews) sums.set(review.section, add(sums.get(review.section) ?? nothing, savedBy(review)));
  return [...sums]
    .map(([section, saved]) => ({ section, ...saved }))
    .sort((a, b) => b.actual - a.actual || b.planned - a.planned);
}

/** 計. */
export const savedByAll = (reviews: readonly Pick<WorkReview, 'savings'>[]): Saved =>
  reviews.map(savedBy).reduce(add, nothing);

/** The first step of the flow that is neither done nor left out; null when the flow is through. */
export function waitingStep<Step extends string>(
  flow: readonly Step[],
  steps: readonly { readonly step: string }[],
): Step | null {
  const settled = new Set(steps.map(({ step }) => step));
  return flow.find((step) => !settled.has(step)) ?? null;
}
