import type { Actor } from '../context.ts';
import { heads, is } from './policies.ts';
import type { Scope } from './scope.ts';

/** Whose a form is. */
export type PlacedForm = {
  readonly per: 'person' | 'section' | 'bureau' | 'city';
  readonly subject: string;
  readonly section: string;
  readonly bureau: string;
};
/** Posts whose deeds 人事課 does in its own right: offices of the personnel side, and those that have no account of their own. */
const offices: ReadonlySet<string> = new Set(['hr', 'hrDirector', 'laborOffice', 'generalAffairs', 'health', 'union']);
export const isOffice = (role: string): boolean => offices.has(role);

/** Kinds of posts that are held in the same way. */
export type Post = 'person' | 'office' | 'viceMayor' | 'bureau' | 'section';

/** How a role of a form is held. */
export function postOf(role: string): Post {
  if (role === 'person' || role === 'viceMayor') return role;
  if (offices.has(role)) return 'office';
  return role === 'bureauHead' || role === 'director' ? 'bureau' : 'section';
}

const own = (actor: Actor, form: PlacedForm): boolean =>
  form.per === 'person' && actor.staff !== null && actor.staff === form.subject;

/** The department whose head is the 所属長: the 課; of whoever stands directly in a 部局, the 部局. None ('') of a form of a 部局 or the whole body. */
const headedBy = ({ per, section, bureau }: PlacedForm): string =>
  section === '' && per === 'person' ? bureau : section;

/** Holds a post towards a form: the head of the section, of the 部局, an executive, an office, the person. Nobody approves what is about themselves. */
export function holdsPost(actor: Actor, scope: Scope, form: PlacedForm, role: string): boolean {
  const post = postOf(role);
  if (post === 'person') return own(actor, form);
  if (own(actor, form)) return false;
  switch (post) {
    case 'office':
      return is(actor, 'hr');
    case 'viceMayor':
      return is(actor, 'executive');
    case 'bureau':
      return is(actor, 'manager') && form.bureau !== '' && scope.headed.has(form.bureau);
    case 'section':
      return heads(actor, scope, [headedBy(form)]);
  }
}

/** Filling in: whoever holds one of the posts it is filled in by; 人事課 on behalf of them, never about themselves. */
export const mayFillForm = (actor: Actor, scope: Scope, form: PlacedForm, by: readonly string[]): boolean =>
  (is(actor, 'hr') && !own(actor, form)) || by.some((role) => holdsPost(actor, scope, form, role));

/** Writing a part of one's own kind: whoever holds its post, and 人事課 on behalf of them, as for the whole form. */
export const mayWritePart = (actor: Actor, scope: Scope, form: PlacedForm, by: string | undefined): boolean =>
  by === undefined || mayFillForm(actor, scope, form, [by]);

/** Approving: whoever holds the post; 人事課 records what was approved on paper, which is told. Never a form about oneself. */
export const mayStampForm = (actor: Actor, scope: Scope, form: PlacedForm, role: string): boolean =>
  holdsPost(actor, scope, form, role) || (is(actor, 'hr') && !own(actor, form));

/**
 * Reading: who fills it in or approves it; 人事課, executives and auditors; the person it is about, once it was handed in, where the form says
 * that they are told.
 */
export function mayViewForm(
  actor: Actor,
  scope: Scope,
  form: PlacedForm,
  rule: { readonly by: readonly string[]; readonly route: readonly string[]; readonly toldToPerson: boolean },
): boolean {
  if (is(actor, 'hr', 'executive', 'auditor')) return true;
  if (rule.toldToPerson && own(actor, form)) return true;
  return [...rule.by, ...rule.route].some((role) => holdsPost(actor, scope, form, role));
}

/** All forms of the municipality in one list. */
export const mayViewFormsOfAll = (actor: Actor): boolean => is(actor, 'hr', 'executive', 'auditor');
export const mayPrintAllForms = (actor: Actor): boolean => is(actor, 'hr');
