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

export function bureausOf(tree: DepartmentTree, used: Iterable<string>): Bureaus {
  const departments = [...new Set(used)];
  const found = new Map(
    departments.flatMap((department) => {
      const bureau = tree.bureau(department);
      return bureau === undefined ? [] : [[bureau.department, bureau.name] as const];
    }),
  );
  const codes = [...found.keys()].toSorted();
  const names = codes.map((code) => found.get(code)!);
  const isElsewhere = departments.some((department) => tree.bureau(department) === undefined);
  return {
    names: isElsewhere ? [...names, ELSEWHERE] : names,
    positionOf: (department) => {
      const bureau = tree.bureau(department);
      const at = bureau === undefined ? -1 : codes.indexOf(bureau.department);
      return at === -1 ? codes.length : at;
    },
  };
}
