import { erased, type Kind, type Words } from '../parameters/kinds/kind.ts';
import { isPlain } from '../parameters/merge.ts';
import { type Found, inOrder, keyOf, type OrdinanceProblem } from './problem.ts';
import { expectedOf, foundBy, reach } from './sentences.ts';
import { readYaml } from './yaml.ts';

/** What each member alone allows but together makes no sense. */
export type Contradiction = { readonly path: readonly PropertyKey[]; readonly words: Words };

export type DocumentRead<T> =
  | { readonly document: T; readonly problems: readonly [] }
  | { readonly document: null; readonly problems: readonly OrdinanceProblem[] };

/**
 * Reads a document (YAML 1.2) of one kind. Nothing is guessed: every unknown key, wrong value or contradiction is a problem with its line, and
 * all are told at once.
 * @param whole what is said when the file is no such document at all
 */
export function readDocument<T>(
  source: string,
  file: string,
  kind: Kind<T>,
  {
    whole,
    contradictions,
  }: {
    readonly whole: Words;
    /** Given the document, and what stands in the file at a place. */
    readonly contradictions: (
      document: T,
      writtenAt: (path: readonly PropertyKey[]) => unknown,
    ) => readonly Contradiction[];
  },
): DocumentRead<T> {
  const { value, lineOf, problems: syntax } = readYaml(source);
  const refuse = (found: readonly Found[]): DocumentRead<T> => ({ document: null, problems: inOrder(found, file) });
  if (value === undefined) return refuse(syntax);
  if (!isPlain(value)) return refuse([...syntax, { line: 1, key: '', words: whole }]);
  const parsed = kind.written.safeParse(value);
  const view = {
    expectedAt: (path: readonly PropertyKey[]) => expectedOf(erased(kind), path),
    valueAt: (path: readonly PropertyKey[]) => reach(value, path),
    lineOf,
  };
  const found = parsed.success
    ? contradictions(parsed.data, view.valueAt).map(({ path, words }) => ({
        line: lineOf(path),
        key: keyOf(path),
        words,
      }))
    : parsed.error.issues.flatMap((issue) => foundBy(issue, view));
  const all = [...syntax, ...found];
  return parsed.success && all.length === 0 ? { document: parsed.data, problems: [] } : refuse(all);
}
