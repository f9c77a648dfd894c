import type { Actor } from '../context.ts';
import { refuse } from './refusal.ts';
import type { Scope } from './scope.ts';

/**
 * Who may do what, as sentences. What no sentence allows is denied. Routes are opened to roles by the contract first;
 * these decide about the very person, department or file. Municipalities never meet here: a transaction sees one only.
 */
type Role = Actor['roles'][number];

export const is = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.roles.some((role) => roles.includes(role));
export const heads = (actor: Actor, scope: Scope, departments: readonly string[]): boolean =>
  is(actor, 'manager') && departments.some((department) => scope.departments.has(department));

type Belonging = { readonly per: string; readonly section: string; readonly bureau: string };
/**
 * The department whose head is the 所属長 of what is due or written: the 課; of whoever stands directly in a 部局, the 部局. None ('') of what is of a 部局
 * or the whole body.
 */
export const headedIn = ({ per, section, bureau }: Belonging): string =>
  section === '' && per === 'person' ? bureau : section;

/** A person whose figures are asked for, with the departments to which they belong in the period asked for. */
export type Subject = { readonly staff: string; readonly departments: readonly string[] };

/** Own figures; those of the departments one heads; all of the municipality for 人事課, executives and auditors. */
export function mayViewStaff(actor: Actor, scope: Scope, subject: Subject): boolean {
  if (actor.staff !== null && actor.staff === subject.staff && is(actor, 'staff', 'manager')) return true;
  return heads(actor, scope, subject.departments) || mayViewCity(actor);
}

/** The month of a department: its head (or a head above it) and 人事課. */
export function mayViewSection(actor: Actor, scope: Scope, department: string): boolean {
  return heads(actor, scope, [department]) || is(actor, 'hr');
}

/** The whole municipality, to read. */
export const mayViewCity = (actor: Actor): boolean => is(actor, 'hr', 'executive', 'auditor');

/** Own overtime may be asked for by the person alone. */
export const mayRequestOvertime = (actor: Actor, staff: string): boolean =>
  is(actor, 'staff') && actor.staff !== null && actor.staff === staff;

/** Ordering, returning, rejecting, revoking, confirming: the head of the department, never for oneself. */
export function mayDecideOvertime(
  actor: Actor,
  scope: Scope,
  overtime: { staff: string; department: string },
): boolean {
  return heads(actor, scope, [overtime.department]) && actor.staff !== overtime.staff;
}

/** Corrections of punches: the head of the person's department or 人事課, never one's own. */
export function mayDecideCorrection(actor: Actor, scope: Scope, subject: Subject): boolean {
  return (heads(actor, scope, subject.departments) || is(actor, 'hr')) && actor.staff !== subject.staff;
}

/** People found by name: 人事課, executives and auditors all; a head those of the own departments. */
export const mayFindStaff = (actor: Actor): boolean => mayViewCity(actor) || is(actor, 'manager');

export const mayImport = (actor: Actor): boolean => is(actor, 'hr', 'admin');
export const mayReport = (actor: Actor): boolean => mayViewCity(actor);
export const mayViewDepartments = (actor: Actor): boolean => mayViewCity(actor) || is(actor, 'admin');
export const mayDesignate = (actor: Actor): boolean => is(actor, 'hr');
export const mayAdministerDevices = (actor: Actor): boolean => is(actor, 'admin');
export const mayViewSettings = (actor: Actor): boolean => is(actor, 'hr', 'admin', 'auditor');
export const mayViewMeasures = (actor: Actor): boolean => mayViewCity(actor);
/** Trying and deciding the measures against long overtime: 人事課. */
export const mayDecideMeasures = (actor: Actor): boolean => is(actor, 'hr');
/** What a measure brought due, with whom it concerns and who acts or is told. */
export type PlacedDue = {
  readonly per: 'person' | 'section' | 'bureau' | 'city';
  readonly subject: string;
  readonly section: string;
  readonly bureau: string;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly deed: string;
  /** Done by a document that has its own way: a form, a plan. */
  readonly written: boolean;
};
const named = ({ by, to }: PlacedDue, ...roles: readonly string[]): boolean =>
  roles.some((role) => by.includes(role) || to.includes(role));

/** Everything that is due: 人事課, who carries the measures, and executives. */
export const mayViewDuesOfAll = (actor: Actor): boolean => is(actor, 'hr', 'executive');

/**
 * The person, when it speaks to them; the head of the department or 部局 it belongs to; every head, when it is for all heads, and everybody, when it is
 * for all staff; 人事課 and executives.
 */
export function mayViewDue(actor: Actor, scope: Scope, due: PlacedDue): boolean {
  if (mayViewDuesOfAll(actor)) return true;
  if (due.per === 'city' && named(due, 'everyone') && is(actor, 'staff')) return true;
  if (due.per === 'city' && named(due, 'managers') && is(actor, 'manager')) return true;
  if (due.per === 'person' && actor.staff !== null && actor.staff === due.subject && named(due, 'person')) return true;
  return heads(actor, scope, [due.section === '' ? due.bureau : due.section]);
}

/**
 * Whose task it is: the head for the head's and the chief's, the head of the 部局 for those above, 人事課 for the offices', the person what only
 * the person can do. What is told to a person and the head is seen to by the head. 人事課 sees to everything but
 * what is about themselves. What is written is done by writing it: only 人事課 says so of a paper. A permission is given by whom it is asked of, and what the 副市長 takes part in is told by the 副市長.
 */
export function maySettleDue(actor: Actor, scope: Scope, due: PlacedDue): boolean {
  const own = due.per === 'person' && actor.staff !== null && actor.staff === due.subject;
  if (is(actor, 'hr') && !own) return true;
  if (due.written) return false;
  if (due.by.includes('viceMayor')) return is(actor, 'executive') && !own;
  const acting = due.by.length > 0 && due.deed !== 'permission' ? due.by : due.to;
  const acts = (...roles: readonly string[]) => roles.some((role) => acting.includes(role));
  if (own) return due.by.includes('person') || (due.by.length === 0 && due.to.every((role) => role === 'person'));
  if (is(actor, 'executive') && acts('viceMayor')) return true;
  const below = acts('manager', 'subsectionChief') && heads(actor, scope, [headedIn(due)]);
  const above =
    acts('director', 'bureauHead') && is(actor, 'manager') && due.bureau !== '' && scope.headed.has(due.bureau);
  return below || above;
}
export const mayReadJournal = (actor: Actor): boolean => is(actor, 'auditor', 'hr');

/** Goes on when the policy allows; refuses with 403 `access.denied` otherwise. The answer tells nothing about the object. */
export function ensure(allowed: boolean): asserts allowed {
  if (!allowed) refuse('access.denied', accessDenied);
}

export const accessDenied = {
  status: 403,
  title: 'この画面や操作を使う権限がありません',
  detail: '見ようとした職員や所属が、あなたの担当の範囲にありません。必要なときは人事課に相談してください。',
} as const;
