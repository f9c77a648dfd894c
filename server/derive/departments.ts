import type { EpochDay } from '@tokimori/law/time/civil';

/** Half-open range of days; `until` may be Infinity. */
export type Days = { readonly from: EpochDay; readonly until: EpochDay };

export type DepartmentVersion = Days & {
  readonly department: string;
  readonly parent: string | null;
  /** Number of 労基法別表第1 of the 事業場; null or absent = in none of its own. */
  readonly appdxTable1?: number | null;
};
export type Designation = Days & { readonly department: string };

/** Departments and designations of a municipality, as the caps need them. */
export type DepartmentBook = {
  /** Days on which a department, or one above it, is designated as externally driven (他律). Ascending, apart. */
  readonly designatedDays: (department: string) => readonly Days[];
  readonly designatedOn: (department: string, day: EpochDay) => boolean;
  /** The department and those above it on a day, nearest first. */
  readonly chainOn: (department: string, day: EpochDay) => readonly string[];
  /** The number of 労基法別表第1 of the nearest of the chain that has one; null = 非現業. */
  readonly appdxTable1On: (department: string, day: EpochDay) => number | null;
};

/** Deeper than any municipality; stops a circle of parents. */
const DEPTH = 12;

/** Reads dated departments and designations once and answers for every department. */
export function departmentBook(
  versions: readonly DepartmentVersion[],
  designations: readonly Designation[],
): DepartmentBook {
  const versionsOf = groupBy(versions);
  const designationsOf = groupBy(designations);
  const found = new Map<string, readonly Days[]>();
  const designatedDays = (department: string) => {
    const known = found.get(department);
    if (known !== undefined) return known;
    const days = designations.length === 0 ? [] : merge(collect(department, versionsOf, designationsOf, WHOLE, DEPTH));
    found.set(department, days);
    return days;
  };
  const versionOn = (department: string, day: EpochDay) =>
    versionsOf.get(department)?.find((version) => version.from <= day && day < version.until);
  const chainOn = (department: string, day: EpochDay) => {
    const chain: string[] = [];
    for (let at: string | null = department; at !== null && chain.length < DEPTH; ) {
      chain.push(at);
      at = versionOn(at, day)?.parent ?? null;
    }
    return chain;
  };
  const isListed = versions.some(({ appdxTable1 = null }) => appdxTable1 !== null);
  return {
    designatedDays,
    designatedOn: (department, day) => designatedDays(department).some((d) => d.from <= day && day < d.until),
    chainOn,
    appdxTable1On: (department, day) =>
      isListed
        ? (chainOn(department, day)
            .map((each) => versionOn(each, day)?.appdxTable1 ?? null)
            .find((number) => number !== null) ?? null)
        : null,
  };
}

const WHOLE: Days = { from: -Infinity, until: Infinity };

function collect(
  department: string,
  versions: ReadonlyMap<string, readonly DepartmentVersion[]>,
  designations: ReadonlyMap<string, readonly Designation[]>,
  within: Days,
  depth: number,
): Days[] {
  const own = (designations.get(department) ?? []).map((d) => intersect(d, within));
  if (depth === 0) return own.filter(isSome);
  const above = (versions.get(department) ?? []).flatMap((version) => {
    const days = intersect(version, within);
    return version.parent === null || !isSome(days)
      ? []
      : collect(version.parent, versions, designations, days, depth - 1);
  });
  return [...own, ...above].filter(isSome);
}

/** The days that two ranges share; empty when `from >= until`. */
export function intersect(a: Days, b: Days): Days {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
}

/** Whether a range holds any day. */
export function isSome(days: Days): boolean {
  return days.from < days.until;
}

function merge(ranges: readonly Days[]): Days[] {
  const merged: Days[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && range.from <= last.until) {
      merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, range.until) };
    } else merged.push({ from: range.from, until: range.until });
  }
  return merged;
}

function groupBy<T extends { readonly department: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.department);
    if (group === undefined) groups.set(row.department, [row]);
    else group.push(row);
  }
  return groups;
}
