import { eraDateOf } from './parameters/kinds/values.ts';
import { isSame } from './parameters/rows.ts';
import {
  type Entry,
  entries,
  type Heading,
  headings,
  modelParameters,
  type Parameters,
  valueAt,
} from './parameters/table.ts';
import type { OrdinanceDocument } from './read-ordinance.ts';

/** One parameter that is not the same on both sides, in words. */
export type Difference = {
  readonly key: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
};

/** What differs from a day of effect on, until the next such day. */
export type DatedDifferences = { readonly from: string; readonly differences: readonly Difference[] };

type Versions = OrdinanceDocument['versions'];

/** Title of the group of a parameter; empty for those directly below `parameters`, whose names speak for themselves. */
const titleOf = (path: readonly string[]): string => {
  const names: string[] = [];
  let level: readonly Heading[] = headings.filter((heading) => heading.path.length > 0);
  for (const name of path) {
    const heading = level.find((one) => one.key === name);
    if (heading === undefined) break;
    names.push(heading.title);
    level = heading.parts;
  }
  return names.join(' ');
};

/** What a parameter is, without the explanation in parentheses at its end where the rest tells it from its neighbours. */
function shortName({ path, definition: { what } }: Entry): string {
  const short = bareName(what);
  const neighbours = entries.filter((other) => keyAbove(other.path) === keyAbove(path));
  return neighbours.filter((other) => bareName(other.definition.what) === short).length === 1 ? short : what;
}
const bareName = (what: string): string => what.replace(/\([^()]*\)$/, '');
const keyAbove = (path: readonly string[]): string => path.slice(0, -1).join('.');

/** Parameters that differ, in the order of the table. */
export function differences(before: Parameters, after: Parameters): readonly Difference[] {
  return entries.flatMap((entry) => {
    const { path, definition } = entry;
    const { kind } = definition;
    const [old, now] = [valueAt(before, path), valueAt(after, path)];
    if (isSame(old, now)) return [];
    const [title, name] = [titleOf(path), shortName(entry)];
    return [
      {
        key: path.join('.'),
        what: title === '' ? name : `${title}: ${name}`,
        before: kind.says(old),
        after: kind.says(now),
      },
    ];
  });
}

/** How each version differs from the model. */
export const fromModel = (versions: Versions): readonly DatedDifferences[] =>
  versions.map(({ effectiveFrom, parameters }) => ({
    from: effectiveFrom,
    differences: differences(modelParameters, parameters),
  }));

/** How each version differs from the one before it; the first has none before it. */
export const fromVersionBefore = (versions: Versions): readonly DatedDifferences[] =>
  versions.slice(1).map(({ effectiveFrom, parameters }, at) => ({
    from: effectiveFrom,
    differences: differences(versions[at]?.parameters ?? parameters, parameters),
  }));

/** What is in force on a day; before the first version the first one, as everywhere. */
const onDay = (versions: Versions, day: string): Parameters =>
  (versions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? versions[0])?.parameters ?? modelParameters;

/**
 * How two histories differ, by every day of effect of either; days that change nothing about the differences are left out.
 * A last entry without differences tells that they end.
 */
export function compareVersions(before: Versions, after: Versions): readonly DatedDifferences[] {
  const days = [...new Set([...before, ...after].map(({ effectiveFrom }) => effectiveFrom))].sort();
  let last: readonly Difference[] = [];
  return days.flatMap((from) => {
    const found = differences(onDay(before, from), onDay(after, from));
    if (isSame(found, last)) return [];
    last = found;
    return [{ from, differences: found }];
  });
}

/** 令和8年4月1日 */
export const sayDay = (day: string): string => eraDateOf(day);
