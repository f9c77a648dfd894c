import type { Actor } from '../context.ts';
import { type FormPost, postOf } from './form-posts.ts';
import { chargeOf, type FormScope } from './form-scope.ts';
import { headedIn, heads, is } from './policies.ts';

/** Whose a form is. */
export type PlacedForm = {
  readonly per: 'person' | 'section' | 'bureau' | 'city';
  readonly subject: string;
  readonly section: string;
  readonly bureau: string;
};

const own = (actor: Actor, form: PlacedForm): boolean =>
  form.per === 'person' && actor.staff !== null && actor.staff === form.subject;

/** An office: whoever was named for it; while nobody was, the executives for the 副市長, and for the others 人事課 where the municipality lets it. */
export function holdsOffice(actor: Actor, { offices, hrActs }: FormScope, post: FormPost): boolean {
  if (!('office' in post)) return post.kind === 'office' && is(actor, 'hr');
  if (offices.vacant.has(post.office)) return false;
  if (offices.named.has(post.office)) return offices.held.has(post.office);
  return post.kind === 'executive' ? is(actor, 'executive') : is(actor, 'hr') && hrActs;
}

/**
 * Holds a post towards a form: the head of the section, the chief of the person's 係, the head or the 次長 of the 部局, an office, the person. Nobody
 * approves what is about themselves.
 */
export function holdsPost(actor: Actor, scope: FormScope, form: PlacedForm, post: FormPost): boolean {
  if (post.kind === 'person') return own(actor, form);
  if (own(actor, form)) return false;
  switch (post.kind) {
    case 'chief':
      return form.per === 'person' && is(actor, 'staff') && scope.charges.has(chargeOf(form.section, form.subject));
    case 'section':
      return heads(actor, scope, [headedIn(form)]);
    case 'bureau':
      return is(actor, 'manager') && form.bureau !== '' && scope.headed.has(form.bureau);
    case 'deputy':
      return is(actor, 'manager') && scope.deputyIn.has(form.bureau);
    case 'top':
      return is(actor, 'manager') && scope.topOf.has(form.bureau);
    default:
      return holdsOffice(actor, scope, post);
  }
}

/**
 * Holds a post by name: by an appointment to it, or as the one whom the municipality named. Two posts in a row are given by one person only where both
 * are held so; to head the 部局 above is not to be the head of its 課.
 */
export function holdsByName(actor: Actor, scope: FormScope, form: PlacedForm, post: FormPost): boolean {
  if (!holdsPost(actor, scope, form, post)) return false;
  if (post.kind === 'section') return scope.headed.has(form.section);
  return 'office' in post ? scope.offices.held.has(post.office) : true;
}

/** Filling in: whoever holds one of the posts it is filled in by; 人事課 on behalf of them, never about themselves. */
export const mayFillForm = (actor: Actor, scope: FormScope, form: PlacedForm, by: readonly string[]): boolean =>
  (is(actor, 'hr') && !own(actor, form)) || by.some((role) => holdsPost(actor, scope, form, postOf(role)));

/** Writing a part of one's own kind: whoever holds its post, and 人事課 on behalf of them, as for the whole form. */
export const mayWritePart = (actor: Actor, scope: FormScope, form: PlacedForm, by: string | undefined): boolean =>
  by === undefined || mayFillForm(actor, scope, form, [by]);

/** Recording what was approved on paper, with who decided; returning a form on its way; passing a post that nobody holds: 人事課, never one about oneself. */
export const mayRecordOnPaper = (actor: Actor, form: PlacedForm): boolean => is(actor, 'hr') && !own(actor, form);
/** Returning a form on its way: the post that is awaited, and 人事課. */
export const mayReturnForm = (
  actor: Actor,
  scope: FormScope,
  form: PlacedForm,
  awaited: FormPost | undefined,
): boolean => (awaited !== undefined && holdsPost(actor, scope, form, awaited)) || mayRecordOnPaper(actor, form);
/** Reopening a form that was accepted: the post that approved last, and 人事課. */
export const mayReopenForm = (actor: Actor, scope: FormScope, form: PlacedForm, last: FormPost | undefined): boolean =>
  mayReturnForm(actor, scope, form, last);

/** Approving at all, for whatever post: those to whom the route is open. Auditors only read, and a technical administrator has no part in the work. */
export const mayApproveForms = (actor: Pick<Actor, 'roles'>): boolean =>
  actor.roles.some((role) => role === 'staff' || role === 'manager' || role === 'hr' || role === 'executive');

/** What a form says about who writes it and which posts it passes. */
type Rule = { readonly by: readonly string[]; readonly posts: readonly FormPost[]; readonly toldToPerson: boolean };

/**
 * Reading: who fills it in or approves it; 人事課, executives and auditors; the person it is about, once it was handed in, where the form says
 * that they are told.
 */
export function mayViewForm(actor: Actor, scope: FormScope, form: PlacedForm, rule: Rule): boolean {
  if (is(actor, 'hr', 'executive', 'auditor')) return true;
  if (rule.toldToPerson && own(actor, form)) return true;
  return [...rule.by.map(postOf), ...rule.posts].some((post) => holdsPost(actor, scope, form, post));
}

/** Offices whose task the health of staff is: 労務担当課 and 健康管理部局. */
const caring: ReadonlySet<string> = new Set(['laborOffice', 'health']);

/** Those who wrote in a form, by the name that its deeds and saves have: whoever saved it last, and whoever handed it in. */
type Written = { readonly authors: readonly string[] };

/** The 課長 of the person by appointment, where the form is theirs to write; whoever heads the 部局 above is not. */
const writesByPost = (actor: Actor, { headed }: FormScope, form: PlacedForm, by: readonly string[]): boolean =>
  by.includes('manager') && is(actor, 'manager') && !own(actor, form) && headed.has(headedIn(form));

/**
 * What a form says about somebody's health: whoever wrote it, the 課長 whose task it is to write it, 人事課, the offices of labour and health that it
 * passes, and the person who is told. Neither a 係長 nor a head above who wrote nothing, neither executives nor auditors, nor the posts it passes otherwise.
 */
export function mayViewHealthOfForm(actor: Actor, scope: FormScope, form: PlacedForm, rule: Rule & Written): boolean {
  if (is(actor, 'hr') || (rule.toldToPerson && own(actor, form))) return true;
  if (!own(actor, form) && rule.authors.includes(actor.staff ?? actor.login)) return true;
  if (writesByPost(actor, scope, form, rule.by)) return true;
  const offices = rule.posts.filter((post) => 'role' in post && caring.has(post.role));
  return offices.some((post) => holdsPost(actor, scope, form, post));
}

/** All forms of the municipality in one list. */
export const mayViewFormsOfAll = (actor: Actor): boolean => is(actor, 'hr', 'executive', 'auditor');
export const mayPrintAllForms = (actor: Actor): boolean => is(actor, 'hr');
/** Naming who holds the offices, and choosing which forms are used: 人事課; auditors see it. */
export const maySettleForms = (actor: Actor): boolean => is(actor, 'hr');
export const mayViewFormSettings = (actor: Actor): boolean => is(actor, 'hr', 'auditor');
