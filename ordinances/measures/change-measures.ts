import { isDeepStrictEqual } from 'node:util';
import { isPlain } from '../parameters/merge.ts';
import { LONGEST } from '../reading/yaml.ts';
import { withAdded, withHead, withMeasure, without } from './edit-file.ts';
import type { KnownForms } from './forms-named.ts';
import type { Measure } from './measure.ts';
import { type FieldProblem, type Head, headProblems, outlineOf, readMeasureFields } from './measure-fields.ts';
import { MOST } from './read-measures.ts';

/** The members of a measure but its id, each as a file has it: `"45:00"` for hours, a number for a count. */
type Written = Readonly<Record<string, unknown>>;

/** One change of a file: a measure is replaced, added at the end or taken out, or the head is set. */
export type MeasureChange =
  | { readonly kind: 'put'; readonly id: string; readonly measure: Written }
  | { readonly kind: 'add'; readonly measure: Written }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'head'; readonly head: Head };

/** The file after the change; as it was where there are problems. `measure` is what was put or added, once it makes sense. */
export type Changed = {
  readonly text: string;
  readonly problems: readonly FieldProblem[];
  readonly measure: Measure | null;
};

/** What a change is held against: the forms there are, and the day on which it is decided (`YYYY-MM-DD`). */
type Against = { readonly forms?: KnownForms; readonly today?: string };

const BROKEN = 'ファイルに直すところがあるので、欄では直せません。ファイルのほうを先に直してください。';
const NOT_ONE = 'この対策を一つに決められません。ファイルのほうで、番号(id)を確かめてください。';
const LONG = 'ファイルが長くなりすぎます。要らない対策を外してから加えてください。';
const LAST = '対策は一つ以上要ります。ほかの対策を加えてから外してください。';

/**
 * Makes one change in a file of measures (YAML 1.2). Measures, members and comments that the change does not touch stay as they are
 * written. Nothing is changed where the change has a problem: each is told by its field, within the measure or at the head; by
 * no field where the file itself stands in the way.
 */
export function changeMeasures(source: string, change: MeasureChange, { forms, today }: Against = {}): Changed {
  const refused = (problems: readonly FieldProblem[]): Changed => ({ text: source, problems, measure: null });
  const because = (message: string) => refused([{ field: '', message }]);
  const made = (text: string, measure: Measure | null): Changed =>
    text.length > LONGEST ? because(LONG) : { text, problems: [], measure };
  const outline = outlineOf(source);
  if (outline === null) return because(BROKEN);
  if (change.kind === 'head') {
    const problems = headProblems(change.head, today);
    return problems.length > 0 ? refused(problems) : made(withHead(source, change.head), null);
  }
  const { measures } = outline;
  if (change.kind === 'add') {
    if (measures.length >= MOST) return because(`対策は${MOST}までです。`);
    const written = { id: freeId(measures), ...change.measure };
    const { measure, problems } = readMeasureFields(written, forms);
    return measure === null ? refused(problems) : made(withAdded(source, written), measure);
  }
  const places = measures.flatMap((each, at) => (idOf(each) === change.id ? [at] : []));
  const [at] = places;
  if (at === undefined || places.length > 1) return because(NOT_ONE);
  if (change.kind === 'remove') return measures.length === 1 ? because(LAST) : made(without(source, at), null);
  const written = { id: change.id, ...change.measure };
  const { measure, problems } = readMeasureFields(written, forms);
  if (measure === null) return refused(problems);
  return made(isDeepStrictEqual(measures[at], written) ? source : withMeasure(source, at, written), measure);
}

const idOf = (measure: unknown): unknown => (isPlain(measure) ? measure.id : undefined);

/** An id for a measure of one's own that no other has. */
function freeId(measures: readonly unknown[]): string {
  const taken = new Set(measures.map(idOf));
  let nth = 1;
  while (taken.has(`own-${nth}`)) nth += 1;
  return `own-${nth}`;
}
