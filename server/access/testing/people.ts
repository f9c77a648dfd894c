import type { Actor } from '../../context.ts';
import type { FormScope } from '../form-scope.ts';
import { nothing, type Scope } from '../scope.ts';

/** Somebody of a municipality, with or without a 職員番号. */
export const actor = (staff: string | null, ...roles: Actor['roles']): Actor => ({
  municipality: '352101',
  login: staff ?? 'x',
  staff,
  roles,
});

/** What the head of a 課 heads: the 課 and its 係. */
export const own: Scope = { headed: new Set(['1101']), departments: new Set(['1101', '110101']) };

type Who = readonly [actor: Actor, scope: Scope];

/** Somebody of every role, and of none, with what they head. */
export const peopleHeading = (headed: Scope) =>
  ({
    staff: [actor('100001', 'staff'), nothing],
    manager: [actor('100002', 'staff', 'manager'), headed],
    // Heads nothing today: the role alone opens no department.
    managerOfNothing: [actor('100004', 'staff', 'manager'), nothing],
    // A scope without the role is worth nothing either.
    staffWithScope: [actor('100007', 'staff'), headed],
    hr: [actor('100005', 'staff', 'hr'), nothing],
    executive: [actor(null, 'executive'), nothing],
    auditor: [actor(null, 'auditor'), nothing],
    admin: [actor(null, 'admin'), nothing],
    union: [actor(null, 'union'), nothing],
    nobody: [actor(null), nothing],
  }) as const satisfies Record<string, Who>;

export const people = peopleHeading(own);
export type Name = keyof typeof people;
export const names = Object.keys(people) as Name[];
export type Policy = (actor: Actor, scope: Scope) => boolean;

/** Whom a policy lets, by name. */
export const whoMay = (may: Policy, among: Readonly<Record<string, Who>> = people): string[] =>
  Object.entries(among).flatMap(([name, [who, scope]]) => (may(who, scope) ? [name] : []));

/** Towards forms: no post, and no office that was named. */
export const noPosts: FormScope = {
  ...{ ...nothing, deputyIn: new Set(), topOf: new Set(), charges: new Set() },
  offices: { named: new Set(), held: new Set(), vacant: new Set() },
  hrActs: true,
};
