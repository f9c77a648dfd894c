import type { Actor } from '../context.ts';
import { heads, is, mayViewDue, type PlacedDue } from './policies.ts';
import type { Scope } from './scope.ts';

/** Whether a list names people, or tells their number alone. */
export type Listed = 'people' | 'sections';

/**
 * Reading a list that is handed over. A list that is handed to 健康管理部局 alone tells of health: it is closed to everybody but 人事課, who looks after
 * that office. Of the others: 人事課, who makes them, and executives, who see the figures of everybody. Of numbers: whoever sees that it is due. Of
 * people, by name: the heads to whom it is handed, of the 課 or 部局 it is of, or all where it is for all heads; staff never.
 */
export function mayViewDueList(actor: Actor, scope: Scope, due: PlacedDue, listed: Listed): boolean {
  if (due.to.length > 0 && due.to.every((role) => role === 'health')) return is(actor, 'hr');
  if (is(actor, 'hr', 'executive')) return true;
  if (listed === 'sections') return mayViewDue(actor, scope, due);
  if (due.per === 'city') return due.to.includes('managers') && is(actor, 'manager');
  const handed = due.to.some((role) => ['manager', 'subsectionChief', 'director', 'bureauHead'].includes(role));
  return handed && heads(actor, scope, [due.section === '' ? due.bureau : due.section]);
}
