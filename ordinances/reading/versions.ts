import { crossChecks } from '../parameters/cross-checks.ts';
import type { Words } from '../parameters/kinds/kind.ts';
import { follow, followers, isGiven, lay, type Plain, writtenOf } from '../parameters/merge.ts';
import { groupChecks, modelParameters, type Parameters, valueAt } from '../parameters/table.ts';
import { parametersSchema } from '../schema.ts';
import type { DocumentFrame } from './document-kind.ts';
import { mend, placeIn } from './mend.ts';
import { type Found, keyOf } from './problem.ts';
import { expectedParameter, foundBy, reach, type View } from './sentences.ts';

/** Stands for a day of effect that could not be read, which is told elsewhere. */
export const UNREADABLE = '';

export type Version = { readonly effectiveFrom: string; readonly parameters: Parameters };

/** Where a version stands in the file. */
type Place = { readonly at: number; readonly lineOf: (path: readonly PropertyKey[]) => number };

/**
 * Versions one after the other: each begins with what held before it, the first with the model, and says only what changes.
 * @returns those that could be read as they are, and every problem. After a version with problems the next one begins with
 * what of it was right, so that nothing is told twice.
 */
export function resolveVersions(
  frames: DocumentFrame['versions'],
  lineOf: Place['lineOf'],
): { readonly versions: readonly Version[]; readonly problems: readonly Found[] } {
  const problems: Found[] = [];
  const versions: Version[] = [];
  const spoken = new Set<string>();
  let before = modelParameters;
  frames.forEach(({ effectiveFrom, parameters: given }, at) => {
    const place: Place = { at, lineOf: (path) => lineOf(['versions', at, 'parameters', ...path]) };
    for (const { path, definition } of followers)
      if (definition.follows?.how === 'unlessGiven' && isGiven(given, path)) spoken.add(keyOf(path));
    const laid = follow(lay(given, writtenOf(before)), (path) => spoken.has(keyOf(path)) || isGiven(given, path));
    const { parameters, found } = readParameters(laid, writtenOf(before), given, place);
    problems.push(...found, ...contradictions(parameters, given, place));
    versions.push({ effectiveFrom, parameters });
    before = parameters;
  });
  return { versions, problems: [...problems, ...orderProblems(frames, lineOf)] };
}

/** Wrong values are told, and then stand as they stood before. */
function readParameters(laid: Plain, base: Plain, given: Plain, { lineOf }: Place) {
  const first = parametersSchema.safeParse(laid);
  if (first.success) return { parameters: first.data, found: [] };
  const view: View = { expectedAt: expectedParameter, valueAt: (path) => reach(laid, path), lineOf };
  // What only follows a wrong value is not told beside it.
  const said = first.error.issues.filter(({ path }) => isGiven(given, placeIn(path).place));
  const mended = first.error.issues.reduce((values, issue) => mend(values, base, issue), laid);
  return { parameters: parametersSchema.parse(mended), found: said.flatMap((issue) => foundBy(issue, view)) };
}

const sameWords = (leader: string, value: string): Words => ({
  ja: `「${leader}」(${value})と同じ値にします。この行がなければ、同じになります。`,
  en: `It must be the same as "${leader}" (${value}). Without this line it is.`,
});

/** What the values say against each other; told where the file says something about it. */
function contradictions(parameters: Parameters, given: Plain, { lineOf }: Place): readonly Found[] {
  const found: Found[] = [];
  for (const { path, leader, definition } of followers) {
    const [own, other] = [valueAt(parameters, path), valueAt(parameters, leader)];
    if (definition.follows?.how !== 'always' || JSON.stringify(own) === JSON.stringify(other)) continue;
    const words = sameWords(leader.join('.'), definition.kind.says(other));
    found.push({ line: lineOf(isGiven(given, path) ? path : leader), key: keyOf(path), words });
  }
  for (const { path, about, broken } of [...groupChecks, ...crossChecks]) {
    const places = about.map((key) => [...path, ...key.split('.')]);
    const place = places.find((one) => isGiven(given, one));
    if (place === undefined) continue;
    const words = broken(valueAt(parameters, path));
    if (words !== undefined) found.push({ line: lineOf(place), key: keyOf(place), words });
  }
  return found;
}

function orderProblems(frames: DocumentFrame['versions'], lineOf: Place['lineOf']): readonly Found[] {
  return frames.flatMap(({ effectiveFrom }, at) => {
    const before = frames[at - 1]?.effectiveFrom;
    if (before === undefined || effectiveFrom === UNREADABLE || before < effectiveFrom) return [];
    const place = ['versions', at, 'effectiveFrom'];
    const words: Words =
      before === effectiveFrom
        ? {
            ja: '同じ適用開始日の版が2つあります。一つにまとめてください。',
            en: 'Two versions have the same day of effect.',
          }
        : {
            ja: `前の版(${before})より後の日にします。版は古い順に並べます。`,
            en: `It must be later than the version before it (${before}).`,
          };
    return [{ line: lineOf(place), key: keyOf(place), words }];
  });
}
