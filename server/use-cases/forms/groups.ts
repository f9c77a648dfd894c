import type { FormDefinition } from '@tokimori/forms/sheet/definition';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { PlacedForm } from '../../access/policies-forms.ts';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';
import { monthDate } from '../reading/moment.ts';

/** Months before the month concerned whose reports still tell of groups. */
const REMEMBERED = 24;

/** The 係 below each section, then the groups that its reports of the last two years name besides. Departments in the order of their codes. */
export async function groupsOf(
  tx: Tx,
  tree: DepartmentTree,
  month: MonthIndex,
  sections: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ department: string; group_name: string }>(
    `select distinct m.department, m.group_name from tk.report_measure m
     where m.municipality = $1 and m.department = any($2) and m.month between $3::date and $4::date and m.group_name <> ''
       and m.state = 'stands'
     order by m.department, m.group_name`,
    [tx.municipality, sections, monthDate(month - REMEMBERED), monthDate(month)],
  );
  const reported = grouped(rows, ({ department }) => department);
  return new Map(
    sections.map((section) => {
      const units = tree.below(section).flatMap((code) => {
        const node = tree.find(code);
        return node?.kind === 'section' ? [node.name] : [];
      });
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
  return byGroups === true ? groupsOf(tx, tree, month, [...new Set(places.map(({ section }) => section))]) : undefined;
}
