import { type Measure, type MeasureSet, measureKind } from './measure.ts';
import { sayAction, sayOccasion } from './says.ts';

/** One thing that is not the same in two practices. */
export type MeasureDifference = {
  readonly id: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: readonly string[];
  readonly after: readonly string[];
};

const linesOf = (measure: Measure): readonly string[] => [
  sayOccasion(measure),
  ...measure.follows.map((action) => sayAction(action, measure.moment)),
];
const written = (measure: Measure): string => JSON.stringify(measureKind.writes(measure));

/** What was added, removed or changed between two practices, by the id of the measure, in words. */
export function measureDifferences(before: MeasureSet, after: MeasureSet): readonly MeasureDifference[] {
  const old = new Map(before.measures.map((measure) => [measure.id, measure]));
  const now = new Set(after.measures.map(({ id }) => id));
  const changed = after.measures.flatMap((measure): MeasureDifference[] => {
    const { id, title } = measure;
    const was = old.get(id);
    if (was === undefined) return [{ id, title, change: 'added', before: [], after: linesOf(measure) }];
    if (written(was) === written(measure)) return [];
    const [first, second] = [linesOf(was), linesOf(measure)];
    const only = (lines: readonly string[], others: readonly string[]) =>
      lines.filter((line) => !others.includes(line));
    return [{ id, title, change: 'changed', before: only(first, second), after: only(second, first) }];
  });
  const removed = before.measures
    .filter(({ id }) => !now.has(id))
    .map((measure) => ({
      id: measure.id,
      title: measure.title,
      change: 'removed' as const,
      before: linesOf(measure),
      after: [],
    }));
  return [...changed, ...removed];
}
