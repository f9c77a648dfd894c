import type { FormDefinition } from '@tokimori/forms/sheet/definition';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { PlacedForm } from '../../access/policies-forms.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, unitsIn } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';
import { monthDate } from '../reading/moment.ts';

/** Months before the month concerned whose reports still tell of groups. */
const REMEMBERED = 24;

/**
 * The groups of sections: their 係, then those that their reports of the last two years name besides.
 * @param unitsOf the names of the 係 below each section
 */
export async function groupsOf(
  tx: Tx,
  month: MonthIndex,
  unitsOf: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ department: string; group_name: string }>(
    `select distinct m.department, m.group_name from tk.report_measure m
     where m.municipality = $1 and m.department = any($2) and m.month between $3::date and $4::date and m.group_name <> ''
       and m.state = 'stands'
     order by m.department, m.group_name`,
    [tx.municipality, [...unitsOf.keys()], monthDate(month - REMEMBERED), monthDate(month)],
  );
  const reported = grouped(rows, ({ department }) => department);
  return new Map(
    [...unitsOf].map(([section, units]) => {
      const told = (reported.get(section) ?? []).map((row) => row.group_name);
      return [section, [...new Set([...units, ...told])]];
    }),
  );
}

/** The groups of the sections of a form that is written by groups; undefined for every other form. */
export async function readGroups(
  tx: Tx,
  tree: DepartmentTree,
  { byGroups }: Pick<FormDefinition, 'byGroups'>,
  month: MonthIndex,
  places: readonly PlacedForm[],
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  if (byGroups !== true) return undefined;
  return groupsOf(tx, month, new Map(places.map(({ section }) => [section, unitsIn(tree, section)])));
}
