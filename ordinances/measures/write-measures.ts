import { Document, isCollection, isScalar, type Node, visit } from 'yaml';
import type { MeasureSet } from './measure.ts';
import { measureSetKind } from './read-measures.ts';

/** Hours and dates stand in quotation marks, as people write them. */
const QUOTED = /^(\d+:\d\d|\d{4}-\d\d-\d\d)$/;
/** Members that are short and stand on one line. */
const ONE_LINE: ReadonlySet<string> = new Set(['when', 'by', 'to', 'due']);

/** A practice as a file, to be read again by {@link readMeasures}. */
export function writeMeasures(set: MeasureSet): string {
  const document = new Document(measureSetKind.writes(set));
  dress(document);
  return document.toString(LAYOUT);
}

/** How files of measures are laid out: lines are not broken. */
export const LAYOUT = { lineWidth: 0 } as const;

/** Gives values the look that people write by hand: hours and dates quoted, short members on one line. */
export function dress(written: Document | Node): void {
  visit(written, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && QUOTED.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
    Pair: (_, { key, value }) => {
      if (isScalar(key) && ONE_LINE.has(String(key.value)) && isCollection(value)) value.flow = true;
    },
  });
}
