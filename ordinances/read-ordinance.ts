import { erased, type Words } from './parameters/kinds/kind.ts';
import { date } from './parameters/kinds/values.ts';
import { isPlain, type Plain } from './parameters/merge.ts';
import { type DocumentFrame, documentKind, MOST_VERSIONS, type VersionFrame } from './reading/document-kind.ts';
import { type Found, inOrder, type OrdinanceProblem } from './reading/problem.ts';
import { expectedOf, foundBy, reach, type View } from './reading/sentences.ts';
import { resolveVersions, UNREADABLE, type Version } from './reading/versions.ts';
import { readYaml } from './reading/yaml.ts';

export type { OrdinanceProblem };

/** A municipality with its versions in ascending order, each complete. */
export type OrdinanceDocument = {
  readonly municipality: DocumentFrame['municipality'];
  readonly versions: readonly Version[];
};
export type OrdinanceRead =
  | { readonly document: OrdinanceDocument; readonly problems: readonly [] }
  | { readonly document: null; readonly problems: readonly OrdinanceProblem[] };

/**
 * Reads a municipality's file (YAML 1.2; a byte order mark and CRLF are no matter). Everything may be left out: the first
 * version takes it from the model, a later one from the version before. Nothing is guessed: an unknown key or a wrong value is a
 * problem, and all problems of a file are told at once, by line. Where the syntax is broken, only that is told.
 */
export function readOrdinance(text: string, file: string): OrdinanceRead {
  const { value, lineOf, problems: syntax } = readYaml(text);
  const refuse = (found: readonly Found[]) => ({ document: null, problems: inOrder(found, file) });
  if (value === undefined) return refuse(syntax);
  if (!isPlain(value)) return refuse([...syntax, { line: 1, key: '', words: whole }]);
  const frame = documentKind.written.safeParse(value);
  const view: View = {
    expectedAt: (path) => expectedOf(erased(documentKind), path),
    valueAt: (path) => reach(value, path),
    lineOf,
  };
  const outer = frame.success ? [] : frame.error.issues.flatMap((issue) => foundBy(issue, view));
  const { versions, problems } = resolveVersions(frame.success ? frame.data.versions : readableVersions(value), lineOf);
  // Where something could not be taken over from the syntax, it is not told a second time as missing.
  const lines = new Set(syntax.map(({ line }) => line));
  const found = [...syntax, ...[...outer, ...problems].filter(({ line }) => !lines.has(line))];
  if (!frame.success || found.length > 0) return refuse(found);
  return { document: { municipality: frame.data.municipality, versions }, problems: [] };
}

const whole: Words = {
  ja: 'ファイルの全体は、municipality(団体)と versions(版)の2つの項目です。',
  en: 'The file consists of the members municipality and versions.',
};

/** The versions of a file whose frame has faults, so that what they say is looked at all the same. */
function readableVersions({ versions }: Plain): readonly VersionFrame[] {
  return (Array.isArray(versions) ? versions.slice(0, MOST_VERSIONS) : []).map((version: unknown) => {
    const { effectiveFrom, parameters } = isPlain(version) ? version : {};
    return {
      effectiveFrom: date.written.safeParse(effectiveFrom).data ?? UNREADABLE,
      parameters: isPlain(parameters) ? parameters : {},
    };
  });
}
