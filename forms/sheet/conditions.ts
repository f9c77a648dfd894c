import { parseDuration } from '@tokimori/law/time/minutes';
import { type Condition, type FormDefinition, keyOf, type Part, type RouteStep } from './definition.ts';
import type { Filled } from './given.ts';

/** Whether a field stands so, typed or as it starts. A length that cannot be read is over nothing. */
export function holds(parts: readonly Part[], filled: Filled, condition: Condition): boolean {
  const value = filled[condition.key] ?? startOf(parts, condition.key);
  if (typeof value !== 'string') return false;
  return 'is' in condition ? value === condition.is : (parseDuration(value) ?? 0) > condition.above;
}

const startOf = (parts: readonly Part[], key: string) =>
  parts.flatMap((part) => part.fields.filter((field) => keyOf(part, field) === key)).at(0)?.start;

/** The posts that a form passes, as it is filled in. */
export const routeOf = (
  { route }: Pick<FormDefinition, 'route'>,
  parts: readonly Part[],
  filled: Filled,
): readonly RouteStep[] => route.filter(({ onlyWhen }) => onlyWhen === undefined || holds(parts, filled, onlyWhen));
