import { erased } from '../parameters/kinds/kind.ts';
import { isReadable } from '../parameters/kinds/values.ts';
import { isPlain } from '../parameters/merge.ts';
import { keyOf } from '../reading/problem.ts';
import { expectedOf, reach } from '../reading/sentences.ts';
import { readYaml } from '../reading/yaml.ts';
import { contradictions, dayWords, valueWords } from './contradictions.ts';
import { type KnownForms, misnamedForms } from './forms-named.ts';
import { type Measure, type MeasureSet, measureKind, most } from './measure.ts';
import { measureSetKind, overBefore } from './read-measures.ts';
import { figureNames, figures, type Member, memberNames } from './vocabulary.ts';

/** What is wrong at a field: its place within the measure (`when[0].value`), and a sentence without the keys of the file. */
export type FieldProblem = { readonly field: string; readonly message: string };

/** Members of which the text is typed; others are chosen. */
const typed: ReadonlySet<string> = new Set(['name', 'about', 'title', 'source', 'what'] satisfies Member[]);
const isMember = (name: string): name is Member => Object.hasOwn(memberNames, name);
const hasMost = (name: string): name is keyof typeof most => Object.hasOwn(most, name);

/** Why what stands at a place cannot be taken, for whoever fills in the field. */
function sentenceAt(whole: unknown, path: readonly PropertyKey[], allowed: string): string {
  const name = String(path.findLast((part) => typeof part === 'string') ?? '');
  const given = reach(whole, path);
  if (!isMember(name)) return 'この対策は、欄では直せません。ファイルで直してください。';
  if (name === 'value') {
    const figure = figureNames.find((each) => each === reach(whole, [...path.slice(0, -1), 'figure']));
    return valueWords[figure === undefined ? 'minutes' : figures[figure].unit].page;
  }
  if (name === 'day') return dayWords;
  if (name === 'due')
    return isPlain(given) && 'days' in given
      ? '期限の日数を0〜366の数字で入力してください。0は、その日のうちです。'
      : '期限の日を1〜31の数字で入力してください。31は、その月の末日です。';
  if (name === 'effectiveFrom') return '適用を始める日は、暦にある年・月・日を入力してください。';
  if (Array.isArray(given) && hasMost(name))
    return given.length === 0
      ? `「${memberNames[name]}」を一つ以上加えてください。`
      : `「${memberNames[name]}」は${most[name]}までです。`;
  if (!typed.has(name)) return `「${memberNames[name]}」を選んでください。`;
  if (typeof given === 'string' && !isReadable(given))
    return `「${memberNames[name]}」に、読めない文字が入っています。打ち直してください。`;
  return typeof given !== 'string' || given.trim() === ''
    ? `「${memberNames[name]}」を入力してください。`
    : `「${memberNames[name]}」は${allowed}で入力してください。`;
}

export type MeasureFields =
  | { readonly measure: Measure; readonly problems: readonly [] }
  | { readonly measure: null; readonly problems: readonly FieldProblem[] };

/** Reads one measure as a file or a form of fields has it; all problems that are found are told by their fields. */
export function readMeasureFields(written: unknown, forms?: KnownForms): MeasureFields {
  const parsed = measureKind.written.safeParse(written);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path }) => ({
      field: keyOf(path),
      message: sentenceAt(written, path, expectedOf(erased(measureKind), path).allowed?.ja ?? ''),
    }));
    return { measure: null, problems };
  }
  const found = [
    ...contradictions(parsed.data, (path) => reach(written, path)),
    ...(forms === undefined ? [] : misnamedForms(parsed.data, forms)),
  ];
  if (found.length === 0) return { measure: parsed.data, problems: [] };
  return { measure: null, problems: found.map(({ path, page }) => ({ field: keyOf(path), message: page })) };
}

/** What stands at the head of a file. */
export type Head = Pick<MeasureSet, 'name' | 'about' | 'effectiveFrom'>;
export const headMembers = ['name', 'about', 'effectiveFrom'] as const satisfies readonly (keyof Head)[];

/** What is wrong at the head of a file, were it decided on a day. @param today `YYYY-MM-DD` */
export function headProblems(head: Head, today?: string): readonly FieldProblem[] {
  const found = headMembers.flatMap((member) => {
    const kind = measureSetKind.members?.[member];
    if (kind?.written.safeParse(head[member]).success === true) return [];
    return [{ field: member, message: sentenceAt(head, [member], kind?.allowed.ja ?? '') }];
  });
  const isDated = found.every(({ field }) => field !== 'effectiveFrom');
  const over = today === undefined || !isDated ? [] : overBefore(head, today);
  return [...found, ...over.map(({ page }) => ({ field: 'effectiveFrom', message: page }))];
}

/** A file as it is written, so far as it has the outline of one: nothing is judged. */
export type WrittenFile = Readonly<Record<keyof Head, unknown>> & { readonly measures: readonly unknown[] };

/** The outline of a file; null where its syntax is broken, or where it is something else. */
export function outlineOf(source: string): WrittenFile | null {
  const { value, problems } = readYaml(source);
  if (problems.length > 0 || !isPlain(value) || !Array.isArray(value.measures)) return null;
  const { name, about, effectiveFrom } = value;
  return { name, about, effectiveFrom, measures: value.measures };
}
