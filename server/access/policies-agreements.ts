import type { Actor } from '../context.ts';
import { heads, is } from './policies.ts';
import type { Scope } from './scope.ts';

/** Who may do what with 36協定, designation notices and prior notices of 特例業務. What no sentence allows is denied. */

/** The register of 36協定: who sees the whole municipality. */
export const mayViewAgreements = (actor: Actor): boolean => is(actor, 'hr', 'executive', 'auditor');
/** Keeping, replacing and ending an agreement; from when someone is 企業職員 or 単純労務職員. */
export const mayKeepAgreements = (actor: Actor): boolean => is(actor, 'hr');

/** An occasion of 労基法33条1項: 人事課, and the head of the department, who orders in the night of the disaster. */
export const mayRecordDisaster = (actor: Actor, scope: Scope, department: string): boolean =>
  is(actor, 'hr') || heads(actor, scope, [department]);

/** One's own notices alone are acknowledged: nobody confirms for another. */
export const mayAcknowledge = (actor: Actor, staff: string): boolean =>
  is(actor, 'staff', 'manager') && actor.staff !== null && actor.staff === staff;

/** Who was told and who has acknowledged: 人事課 and auditors, and the head of the department. */
export const mayViewNotices = (actor: Actor, scope: Scope, department: string): boolean =>
  is(actor, 'hr', 'auditor') || heads(actor, scope, [department]);

/** 業務ごとの指定, as the designation of departments. */
export const mayViewTasks = (actor: Actor): boolean => is(actor, 'hr', 'executive', 'auditor');
export const mayDesignateTask = (actor: Actor): boolean => is(actor, 'hr');

/** Prior notices and orders of 特例業務 of a section: its head (or a head above it) and 人事課. */
export const mayViewExceptional = (actor: Actor, scope: Scope, department: string): boolean =>
  is(actor, 'hr') || heads(actor, scope, [department]);
/** Those of everybody. */
export const mayViewExceptionalOfAll = (actor: Actor): boolean => is(actor, 'hr', 'executive', 'auditor');
/**
 * Words about health in a prior notice: 人事課, and the head of the very department, who confirmed the state of health and answers for it. Whoever looks
 * at all notices, or heads what is above, sees that it was confirmed and when.
 */
export const mayReadHealthOfNotice = (actor: Actor, scope: Scope, department: string): boolean =>
  is(actor, 'hr') || (is(actor, 'manager') && scope.headed.has(department));
/** Filing and withdrawing: the head of the department, never for oneself. */
export const mayFilePriorNotice = (
  actor: Actor,
  scope: Scope,
  notice: { staff: string; department: string },
): boolean => heads(actor, scope, [notice.department]) && actor.staff !== notice.staff;
/** By a form that serves as the notice: whoever hands in the form, never for oneself. */
export const mayFilePriorNoticeByForm = (actor: Actor, staff: string): boolean => actor.staff !== staff;
