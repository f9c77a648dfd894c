import type { Actor } from '../context.ts';
import { heads, is, type Subject } from './policies.ts';
import type { Scope } from './scope.ts';

/** Who may do what about differences and declarations, as sentences. What no sentence allows is denied. */

/** Differences of all sections: 人事課, executives and auditors. */
export const mayViewDifferencesOfAll = (actor: Actor): boolean => is(actor, 'hr', 'executive', 'auditor');

/** The person; the head of a department the person belonged to on that day; who sees those of all. */
export function mayViewDifference(actor: Actor, scope: Scope, subject: Subject): boolean {
  if (actor.staff !== null && actor.staff === subject.staff && is(actor, 'staff', 'manager')) return true;
  return heads(actor, scope, subject.departments) || mayViewDifferencesOfAll(actor);
}

/** 実態調査 of a difference: 人事課, never of an own day. */
export const mayInvestigate = (actor: Actor, staff: string): boolean => is(actor, 'hr') && actor.staff !== staff;

/** What the check of declarations found, about whom: 人事課, executives and auditors. */
export const mayViewDeclarations = (actor: Actor): boolean => is(actor, 'hr', 'executive', 'auditor');

/** Investigations and explanations are registered by 人事課. */
export const mayRegisterDeclarations = (actor: Actor): boolean => is(actor, 'hr');
