import type { PlanState } from '@tokimori/records/plan';
import type { SupporterKind } from '@tokimori/records/support-events';
import type { Actor } from '../context.ts';
import { heads, is, mayViewCity } from './policies.ts';
import type { Scope } from './scope.ts';

/** Who may do what with 時間外勤務実施計画書, 終礼 and 応援, as sentences. What no sentence allows is denied. */

/** A plan with the section it is of; `state` null: not begun. */
export type PlacedPlan = { readonly department: string; readonly state: PlanState | null };

/** What was put before the 職員組合: it waits for its agreement, or it agreed. Drafts and returned ones are not its matter. */
const beforeUnion: readonly (PlanState | null)[] = ['agreedByHead', 'agreedByUnion', 'received'];

/** The head of the section, 人事課, executives and auditors; the 職員組合 the plans that were put before it. */
export const mayViewPlan = (actor: Actor, scope: Scope, plan: PlacedPlan): boolean =>
  heads(actor, scope, [plan.department]) ||
  mayViewCity(actor) ||
  (is(actor, 'union') && beforeUnion.includes(plan.state));

/** Hours that people really worked, and what is expected of them, beside the plan: not for the 職員組合. */
export const mayViewPlanActuals = (actor: Actor, scope: Scope, department: string): boolean =>
  heads(actor, scope, [department]) || mayViewCity(actor);

/** Drafting, and agreeing for the section: its head, or a head above. */
export const mayDraftPlan = (actor: Actor, scope: Scope, department: string): boolean =>
  heads(actor, scope, [department]);
export const mayAgreeAsUnion = (actor: Actor): boolean => is(actor, 'union');
export const mayReceivePlan = (actor: Actor): boolean => is(actor, 'hr');
/** The plans of all sections. */
export const mayViewPlansOfAll = (actor: Actor): boolean => mayViewCity(actor);

/** Measures of reports and what became of them: the head of the section and 人事課, who hears them. */
export const mayWriteReportMeasures = (actor: Actor, scope: Scope, department: string): boolean =>
  heads(actor, scope, [department]) || is(actor, 'hr');

/** 終礼 of a section: its head; 人事課 sees it. */
export const mayViewDailyClose = (actor: Actor, scope: Scope, department: string): boolean =>
  heads(actor, scope, [department]) || is(actor, 'hr');

/** Asking for support, accepting offers, confirming hours: the head of the section that asks. */
export const mayAskForSupport = (actor: Actor, scope: Scope, department: string): boolean =>
  heads(actor, scope, [department]);

/** A supporter: kind, the person, the section. */
export type PlacedSupporter = {
  readonly kind: SupporterKind;
  readonly staff: string | null;
  readonly department: string;
};

/** A person registers themselves, a head the own section, 人事課 the workstation. */
export function mayRegisterSupporter(
  actor: Actor,
  scope: Scope,
  { kind, staff, department }: PlacedSupporter,
): boolean {
  if (kind === 'staff') return is(actor, 'staff') && actor.staff !== null && actor.staff === staff;
  return kind === 'section' ? heads(actor, scope, [department]) : is(actor, 'hr');
}

/** The head of the person's section, never for oneself. */
export const mayConsentSupporter = (
  actor: Actor,
  scope: Scope,
  { kind, staff, department }: PlacedSupporter,
): boolean => kind === 'staff' && heads(actor, scope, [department]) && actor.staff !== staff;

/** The supporting side: the person, the head of the section that gives, 人事課 for the workstation. */
export const isSupportingSide = (actor: Actor, scope: Scope, supporter: PlacedSupporter): boolean =>
  mayRegisterSupporter(actor, scope, supporter) ||
  (supporter.kind === 'staff' && heads(actor, scope, [supporter.department]));

/** Ending a registration: the supporting side, and 人事課. */
export const mayEndSupporter = (actor: Actor, scope: Scope, supporter: PlacedSupporter): boolean =>
  isSupportingSide(actor, scope, supporter) || is(actor, 'hr');

/** Choosing supporters for others: 人事課. */
export const mayAssignSupport = (actor: Actor): boolean => is(actor, 'hr');
/** Looking for no more supporters: the asking head, and 人事課. */
export const mayCloseSupport = (actor: Actor, scope: Scope, department: string): boolean =>
  heads(actor, scope, [department]) || is(actor, 'hr');
/** Hours of support are entered by those who give it, never by the side that confirms them alone. */
export const mayEnterSupportHours = (actor: Actor, scope: Scope, supporter: PlacedSupporter): boolean =>
  isSupportingSide(actor, scope, supporter);
/** Sums of all sections: 人事課, executives, auditors; a head those of the own section, asked and given. */
export const mayViewSupportOfAll = (actor: Actor): boolean => mayViewCity(actor);
