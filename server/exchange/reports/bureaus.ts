import type { MonthIndex } from '@tokimori/law/time/months';
import { lastDayOf } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../../use-cases/reading/department-tree.ts';

/** Bureaus (部局) as they stand at the end of a month, in order of their codes. */
export type Bureaus = {
  readonly names: readonly string[];
  /** Position of the bureau above a department in `names`; a department outside them goes behind the last (その他, where there is one). */
  readonly positionOf: (department: string) => number;
};

const ELSEWHERE = 'その他';

/** Reads the departments at the end of a month. `used`: departments that have figures, so that no column stays empty. */
export async function readBureaus(tx: Tx, month: MonthIndex, used: Iterable<string>): Promise<Bureaus> {
  return bureausOf(await readTree(tx, lastDayOf(month)), used);
}

export const bureausOf = (tree: DepartmentTree, used: Iterable<string>): Bureaus =>
  columnsOf(used, (department) => tree.bureau(department));

/** One column for each department that stands above those used, and その他 for those under none. */
export function columnsOf(
  used: Iterable<string>,
  above: (department: string) => { readonly department: string; readonly name: string } | undefined,
): Bureaus {
  const columns = [...new Set(used)].map(above);
  const found = new Map(columns.flatMap((node) => (node === undefined ? [] : [[node.department, node.name] as const])));
  const codes = [...found.keys()].toSorted();
  const names = codes.map((code) => found.get(code)!);
  return {
    names: columns.includes(undefined) ? [...names, ELSEWHERE] : names,
    positionOf: (department) => {
      const node = above(department);
      const at = node === undefined ? -1 : codes.indexOf(node.department);
      return at === -1 ? codes.length : at;
    },
  };
}
