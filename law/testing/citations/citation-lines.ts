import type { Citation } from '../../decision/citation.ts';
import type { Dated } from '../../decision/dated.ts';
import { formatCitation } from '../../decision/format-citation.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isCitation = (value: object): value is Citation => 'instrument' in value && 'confidence' in value;
const isDated = (value: object): value is Dated<unknown> => 'citation' in value && 'from' in value;
const inside = (value: object, name: string): readonly (readonly [string, object])[] =>
  Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    isObject(each) ? [[name === '' ? key : `${name}.${key}`, each] as const] : [],
  );

const lineOf = (citation: Citation): string =>
  `${formatCitation(citation)} ${citation.revision} ${citation.confidence}`;

/**
 * Every citation and dated value that a module exports, as lines by name: place, day of the wording, confidence; dated values
 * with their days before. A room's test holds them against a table of its own.
 */
export function citationLines(value: object, name = ''): Readonly<Record<string, string>> {
  if (isCitation(value)) return { [name]: lineOf(value) };
  if (isDated(value)) {
    const { from, until = '', checkedOn } = value;
    const days = `${from}–${until} ${JSON.stringify(value.value)}`;
    return { [name]: `${days} ${lineOf(value.citation)} (${checkedOn})` };
  }
  return Object.assign({}, ...inside(value, name).map(([inner, each]) => citationLines(each, inner)));
}

/** Every citation that a module exports, also inside dated values, by name. */
export function citationsIn(value: object, name = ''): readonly (readonly [string, Citation])[] {
  if (isCitation(value)) return [[name, value]];
  return inside(value, name).flatMap(([inner, each]) => citationsIn(each, inner));
}
