import { readRules } from '../../derive/rules.ts';
import type { Tx } from '../../store/tenant.ts';
import { readTree } from '../reading/department-tree.ts';
import { dayOf, type Here } from '../reading/moment.ts';
import { type Comparing, refreshDays } from './refresh.ts';

/** 課 of a department, by a tree: itself or the division above it. */
export function sectionIn(tree: Awaited<ReturnType<typeof readTree>>, department: string): string {
  const chain = tree.chain(department);
  return (chain.find(({ kind }) => kind === 'division') ?? chain[0])?.department ?? department;
}

/** What one day is compared with. */
export async function comparingOn(tx: Tx, at: Here, dutyDate: string): Promise<Comparing> {
  const [rules, tree] = await Promise.all([readRules(tx, at.now), readTree(tx, dayOf(dutyDate))]);
  return { rules, sectionOf: (department) => sectionIn(tree, department), now: at.now, today: at.day };
}

/** Compares one day of a person now, in the transaction of a deed. A day that is not over is left to the run of the night. */
export async function compareDay(tx: Tx, at: Here, staff: string, dutyDate: string): Promise<void> {
  const day = dayOf(dutyDate);
  if (day >= at.dutyDay) return;
  await refreshDays(tx, await comparingOn(tx, at, dutyDate), [staff], day, day);
}
