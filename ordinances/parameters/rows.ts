import type { Confidence } from '@tokimori/law/decision/citation';
import { type Heading, headings, modelParameters, type Parameters, valueAt } from './table.ts';

/** A parameter as the page of settings shows it: its value in words beside the model's. */
export type ParameterRow = {
  /** Its place in a file: `health.stressGroup.minimum`. */
  readonly key: string;
  readonly what: string;
  readonly value: string;
  readonly default: string;
  readonly differs: boolean;
  readonly source: string;
  readonly decides: string;
  readonly confidence: Confidence;
};

/** Parameters under one heading. `parts` of a group stand under headings of their own. */
export type ParameterGroup = {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly parameters: readonly ParameterRow[];
};

/** Every parameter by headings, sections flattened: 「休暇と部分休業」, then 「休暇と部分休業: 特別休暇の日数」. */
export function parameterGroups(parameters: Parameters): readonly ParameterGroup[] {
  return headings.flatMap((heading) => groupsOf(heading, parameters, '', heading.about));
}

function groupsOf(heading: Heading, parameters: Parameters, above: string, about: string): readonly ParameterGroup[] {
  const title = above === '' ? heading.title : `${above}: ${heading.title}`;
  const rows = heading.entries.map(({ path, definition }): ParameterRow => {
    const { kind, what, source, decides, confidence } = definition;
    const [value, model] = [valueAt(parameters, path), valueAt(modelParameters, path)];
    return {
      key: path.join('.'),
      what,
      value: kind.says(value),
      default: kind.says(model),
      differs: !isSame(value, model),
      source,
      decides,
      confidence,
    };
  });
  const own = { key: heading.path.join('.') || heading.key, title, about, parameters: rows };
  // Where a group has sections only, the first of them says what the group is about.
  const [first, ...others] = heading.parts;
  const below = (part: Heading, said: string) => groupsOf(part, parameters, title, said);
  return [
    ...(rows.length === 0 ? [] : [own]),
    ...(first === undefined ? [] : below(first, rows.length === 0 ? about : first.about)),
    ...others.flatMap((part) => below(part, part.about)),
  ];
}

/** Whether two values are the same, whatever the order of their members. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [own, other] = [Object.entries(a), Object.entries(b)];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    own.length === other.length &&
    own.every(
      ([name, value]) => Object.hasOwn(b, name) && isSame(value, (b as Readonly<Record<string, unknown>>)[name]),
    )
  );
}
