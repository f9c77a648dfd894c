import type { Actor } from '../context.ts';
import { heads, is } from './policies.ts';
import type { Scope } from './scope.ts';

/** Who may do what with 上限を超えた記録, 要因の分析 and 縮減の取組, as sentences. What no sentence allows is denied. */

/** A record, with the department the person belonged to and its 課. */
export type PlacedBreach = { readonly staff: string; readonly department: string; readonly section: string };

/** Everything of the municipality, to read: 人事課, executives, auditors. */
export const mayViewBreachesOfAll = (actor: Actor): boolean => is(actor, 'hr', 'executive', 'auditor');

/** The pages at all: those, and heads of departments. */
export const mayViewBreaches = (actor: Actor): boolean => mayViewBreachesOfAll(actor) || is(actor, 'manager');

/** A record: the head of the person's department, of its 課 or above; those who see all. The person's colleagues do not. */
export const mayViewBreach = (actor: Actor, scope: Scope, breach: PlacedBreach): boolean =>
  mayViewBreachesOfAll(actor) || heads(actor, scope, [breach.department, breach.section]);

/** ④⑤ and the causes are written by the head who ordered the work, or one above; never about oneself. */
export const mayWriteBreach = (actor: Actor, scope: Scope, breach: PlacedBreach): boolean =>
  heads(actor, scope, [breach.department, breach.section]) && actor.staff !== breach.staff;

/** What is written too thinly goes back: 人事課, never about oneself. */
export const mayReturnBreach = (actor: Actor, breach: PlacedBreach): boolean =>
  is(actor, 'hr') && actor.staff !== breach.staff;

/** The analysis of a 課: its head and 人事課. That of the whole body ('' as section): 人事課. */
export const mayWriteReview = (actor: Actor, scope: Scope, section: string): boolean =>
  is(actor, 'hr') || (section !== '' && heads(actor, scope, [section]));

/** The analysis of a 課: its head and those who see all. That of the whole body is for every head to read, since it tells no names. */
export const mayViewReview = (actor: Actor, scope: Scope, section: string): boolean =>
  mayViewBreachesOfAll(actor) || (section === '' ? is(actor, 'manager') : heads(actor, scope, [section]));

/** 縮減の取組 are for all who see the pages, so that sections learn from each other. They hold no names but the owner's. */
export const mayViewReductions = (actor: Actor): boolean => mayViewBreaches(actor);

/** Registering and changing: 人事課 for any 課; a head for sets of 課 that are all their own. */
export function mayKeepReduction(actor: Actor, scope: Scope, sections: readonly string[]): boolean {
  if (is(actor, 'hr')) return true;
  return sections.length > 0 && sections.every((section) => heads(actor, scope, [section]));
}

/** Who carries a measure says how far it is, as do those who may keep it. */
export const mayMoveReduction = (
  actor: Actor,
  scope: Scope,
  reduction: { readonly owner: string; readonly sections: readonly string[] },
): boolean =>
  mayKeepReduction(actor, scope, reduction.sections) ||
  (is(actor, 'manager') && actor.staff !== null && actor.staff === reduction.owner);
