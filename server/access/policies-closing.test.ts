import { describe, expect, test } from 'vitest';
import type { Actor } from '../context.ts';
import {
  mayAskReopening,
  mayCloseMunicipality,
  mayCloseOverOpenPoints,
  mayCloseSection,
  mayExportPay,
  mayRemindClosing,
  mayReopen,
  mayViewClosing,
  mayViewClosingOfAll,
  mayViewPayExports,
} from './policies-closing.ts';
import { nothing, type Scope } from './scope.ts';

const actor = (staff: string | null, ...roles: Actor['roles']): Actor => ({
  municipality: '352101',
  login: staff ?? 'x',
  staff,
  roles,
});
const own: Scope = { headed: new Set(['1101']), departments: new Set(['1101', '110101']) };
const actors = {
  staff: [actor('100001', 'staff'), nothing],
  manager: [actor('100002', 'staff', 'manager'), own],
  managerOfNothing: [actor('100004', 'staff', 'manager'), nothing],
  staffWithScope: [actor('100007', 'staff'), own],
  hr: [actor('100005', 'staff', 'hr'), nothing],
  executive: [actor(null, 'executive'), nothing],
  auditor: [actor(null, 'auditor'), nothing],
  admin: [actor(null, 'admin'), nothing],
  nobody: [actor(null), nothing],
} as const satisfies Record<string, readonly [Actor, Scope]>;

type Policy = (a: Actor, s: Scope) => boolean;
const table: readonly (readonly [string, Policy, readonly (keyof typeof actors)[]])[] = [
  [
    'see the closing of the own section',
    (a, s) => mayViewClosing(a, s, '1101'),
    ['manager', 'hr', 'executive', 'auditor'],
  ],
  ['see the closing of another section', (a, s) => mayViewClosing(a, s, '1102'), ['hr', 'executive', 'auditor']],
  ['see the closing of every section', (a) => mayViewClosingOfAll(a), ['hr', 'executive', 'auditor']],
  ['close the own section', (a, s) => mayCloseSection(a, s, '1101'), ['manager', 'hr']],
  ['close another section', (a, s) => mayCloseSection(a, s, '1102'), ['hr']],
  ['close over open points', (a) => mayCloseOverOpenPoints(a), ['hr']],
  ['open a month again', (a) => mayReopen(a), ['hr']],
  ['ask for the own month to be opened again', (a, s) => mayAskReopening(a, s, '1101'), ['manager']],
  ['ask for another month to be opened again', (a, s) => mayAskReopening(a, s, '1102'), []],
  ['remind', (a) => mayRemindClosing(a), ['hr']],
  ['close the municipality', (a) => mayCloseMunicipality(a), ['hr']],
  ['see what payroll was told', (a) => mayViewPayExports(a), ['hr', 'auditor']],
  ['tell payroll', (a) => mayExportPay(a), ['hr']],
];

describe.each(table)('may %s', (_deed, policy, allowed) => {
  test.each(Object.keys(actors) as (keyof typeof actors)[])('%s', (name) => {
    const [who, scope] = actors[name];
    expect(policy(who, scope)).toBe(allowed.includes(name));
  });
});
