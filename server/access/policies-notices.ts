import type { NoticeKind } from '@tokimori/ordinances/parameters/groups/notices';
import type { Actor } from '../context.ts';
import { is } from './policies.ts';

/** Whose notices somebody sees and settles, as sentences. What no sentence allows is denied. */

/** Whoever is told: a member of staff by the 職員番号, an account without one (副市長, 職員組合) by its login. Never both. */
export const recipientOf = ({ staff, login }: Pick<Actor, 'staff' | 'login'>): string => staff ?? `account/${login}`;

/** One's own, and nobody else's: what waits, and how one is told of it. There is no way to ask for those of another. */
export const ownNotices = (actor: Actor): string => recipientOf(actor);

/** The address of an account without a 職員番号 is its own to say; that of a member of staff comes with the record of the staff. */
export const maySayAddress = (actor: Actor): boolean => actor.staff === null;

/** What may wait for an account without a 職員番号, by its roles. Members of staff may be told of every kind that is no office's: posts change. */
const ofAccounts: Partial<Readonly<Record<Actor['roles'][number], readonly NoticeKind[]>>> = {
  hr: ['difference', 'formApproval', 'formReturned', 'plan', 'support', 'reopening', 'breachReview', 'due'],
  executive: ['formApproval', 'formReturned', 'executiveDue'],
  union: ['plan'],
};

/** Whether a kind of notice may ever reach somebody: only these are offered to be chosen. */
export const mayBeToldOf = (actor: Actor, kind: NoticeKind): boolean =>
  actor.staff === null
    ? actor.roles.some((role) => ofAccounts[role]?.includes(kind) === true)
    : kind === 'executiveDue'
      ? is(actor, 'executive')
      : kind !== 'reopening' || is(actor, 'hr');
