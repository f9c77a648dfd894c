import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { type DepartmentTree, readTree, unitsIn } from '../reading/department-tree.ts';
import { type Here, monthDate, monthEnd } from '../reading/moment.ts';

/** Form of the measure that brings a plan due (ordinances/measures/presets/toyohashi.yaml). */
export const PLAN_FORM = 'toyohashi-plan';

/** The 課 that plans: itself or the division above a 係. */
export type PlanSection = {
  readonly department: string;
  readonly path: string;
  /** It and everything below. */
  readonly departments: readonly string[];
  /** Names of the 係 below it. */
  readonly units: readonly string[];
};

/** Day on which the places of a month are looked up: its first while it is to come, today while it runs, its last when it is over. */
export const dayOfPlaces = (month: MonthIndex, at: Here): number =>
  Math.min(Math.max(at.dutyDay, firstDayOf(month)), lastDayOf(month));

/** The section of a department in a month; 404 when there is none. */
export async function planSection(tx: Tx, department: string, month: MonthIndex, at: Here): Promise<PlanSection> {
  const tree = await readTree(tx, dayOfPlaces(month, at));
  return sectionIn(tree, department) ?? departmentNotFound(department);
}

/** The section of a department in a tree; null when the tree does not know it. */
export function sectionIn(tree: DepartmentTree, department: string): PlanSection | null {
  if (tree.find(department) === undefined) return null;
  const place = tree.place(department).section;
  const section = place === '' ? department : place;
  return {
    department: section,
    path: tree.path(section),
    units: unitsIn(tree, section),
    departments: place === '' ? tree.below(section) : tree.within(section),
  };
}

/** By when a plan is handed in: as its measure says, else the end of the month before. `YYYY-MM-DD` by section. */
export async function planDueDays(
  tx: Tx,
  month: MonthIndex,
  departments: readonly string[] | null,
): Promise<(department: string) => string> {
  const rows = await tx.query<{ section: string; due_on: string }>(
    `select d.section, min(d.due_on) as due_on from tk.due d
     where d.municipality = $1 and d.month = $2::date and d.form = '${PLAN_FORM}' and d.due_on is not null
       and ($3::text[] is null or d.section = any($3)) group by d.section`,
    [tx.municipality, monthDate(month), departments],
  );
  const known = new Map(rows.map((row) => [row.section, row.due_on]));
  return (department) => known.get(department) ?? monthEnd(month - 1);
}

/** Neither with 人事課 nor agreed to by the union when the due day is over. */
export const isLate = (state: string | null, dueOn: string, at: Here): boolean =>
  state !== 'agreedByUnion' && state !== 'received' && formatLocalDate(at.day) > dueOn;
