import type { Citation } from '../../decision/citation.ts';
import type { Dated } from '../../decision/dated.ts';
import { formatCitation } from '../../decision/format-citation.ts';

const isCitation = (value: object): value is Citation => 'instrument' in value && 'confidence' in value;
const isDated = (value: object): value is Dated<unknown> => 'citation' in value && 'from' in value;

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
  const inner = Object.entries(value).map(([key, each]: [string, unknown]) =>
    typeof each === 'object' && each !== null ? citationLines(each, name === '' ? key : `${name}.${key}`) : {},
  );
  return Object.assign({}, ...inner);
}
