import type { Actor } from '../context.ts';
import { heads, is, mayDecideOvertime, mayViewSection, mayViewStaff, type Subject } from './policies.ts';
import type { DecidingScope } from './standing-in.ts';

/** Who may act in somebody's place, as sentences. A 代決 or 専決 opens decisions on overtime and what they rest on, and nothing else. */
type Placed = { readonly staff: string; readonly department: string };

const standsIn = (actor: Actor, scope: DecidingScope, departments: readonly string[]): boolean =>
  is(actor, 'deputy') && departments.some((department) => scope.standingIn.has(department));

/**
 * Ordering, returning, rejecting, revoking, confirming: the head, or whoever stands in for the head today; never for oneself, nor for the very head
 * in whose place one stands: that lies with the head above.
 */
export const mayDecideInPlace = (actor: Actor, scope: DecidingScope, overtime: Placed): boolean =>
  mayDecideOvertime(actor, scope, overtime) ||
  (is(actor, 'deputy') &&
    actor.staff !== overtime.staff &&
    (scope.standingIn.get(overtime.department) ?? []).some(({ for: head }) => head !== overtime.staff));

/** The final order where the approver moved up: the head of the 部局, or whoever stands in for that head today. */
export const mayGiveFinal = (actor: Actor, scope: DecidingScope, bureau: string): boolean =>
  (is(actor, 'manager') && scope.headed.has(bureau)) ||
  (is(actor, 'deputy') && [...scope.standingIn.values()].flat().some(({ of }) => of === bureau));

/** The month of a department: as before, and whoever decides in it. */
export const mayViewSectionToDecide = (actor: Actor, scope: DecidingScope, department: string): boolean =>
  mayViewSection(actor, scope, department) || standsIn(actor, scope, [department]);

/** Figures of a person: as before, and whoever decides on their overtime. */
export const mayViewStaffToDecide = (actor: Actor, scope: DecidingScope, subject: Subject): boolean =>
  mayViewStaff(actor, scope, subject) || standsIn(actor, scope, subject.departments);

/** Naming who stands in: the head of the department, a head above it, and 人事課. Whoever stands in names nobody. */
export const mayGiveMandate = (actor: Actor, scope: DecidingScope, department: string): boolean =>
  is(actor, 'hr') || heads(actor, scope, [department]);
export const mayViewMandates = (actor: Actor): boolean => is(actor, 'manager', 'hr');

/** Absence of a head: the head, a head above, and 人事課. `headed`: the departments the absent person heads. */
export const mayRecordAbsence = (
  actor: Actor,
  scope: DecidingScope,
  absent: { readonly staff: string; readonly headed: readonly string[] },
): boolean =>
  is(actor, 'hr') || (is(actor, 'manager') && actor.staff === absent.staff) || heads(actor, scope, absent.headed);

/** 後閲: the head of the department, and nobody in the head's place. */
export const maySeeAfterwards = (actor: Actor, scope: DecidingScope, department: string): boolean =>
  is(actor, 'manager') && scope.headed.has(department);

/** 代理: the head of the person's department, its 庶務担当, and 人事課; one's own requests are entered as one's own. */
export const mayEnterFor = (
  actor: Actor,
  scope: DecidingScope,
  clerkOf: ReadonlySet<string>,
  subject: Subject,
): boolean =>
  actor.staff !== subject.staff &&
  (is(actor, 'hr') ||
    heads(actor, scope, subject.departments) ||
    (is(actor, 'staff') && subject.departments.some((department) => clerkOf.has(department))));

/** 取消 entered in the head's place: the 庶務担当 of the department and 人事課. A head revokes as the head. */
export const mayRevokeFor = (actor: Actor, clerkOf: ReadonlySet<string>, overtime: Placed): boolean =>
  actor.staff !== overtime.staff && (is(actor, 'hr') || (is(actor, 'staff') && clerkOf.has(overtime.department)));

/** Objecting: the person alone, to what others entered. */
export const mayObject = (actor: Actor, staff: string): boolean =>
  is(actor, 'staff') && actor.staff !== null && actor.staff === staff;

/** Answering it: the head of the department and 人事課, never one's own. */
export const mayAnswerObjection = (actor: Actor, scope: DecidingScope, placed: Placed): boolean =>
  actor.staff !== placed.staff && (is(actor, 'hr') || heads(actor, scope, [placed.department]));
