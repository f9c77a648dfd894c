import { describe, expect, test } from 'vitest';
import type { Actor } from '../context.ts';
import {
  mayInvestigate,
  mayRegisterDeclarations,
  mayViewDeclarations,
  mayViewDifference,
  mayViewDifferencesOfAll,
} from './policies-differences.ts';
import { nothing, type Scope } from './scope.ts';

const actor = (staff: string | null, ...roles: Actor['roles']): Actor => ({
  municipality: '352101',
  login: staff ?? 'x',
  staff,
  roles,
});
const own: Scope = { headed: new Set(['1101']), departments: new Set(['1101', '110101']) };
const everybody = {
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
const who = (allowed: (actor: Actor, scope: Scope) => boolean) =>
  Object.entries(everybody).flatMap(([name, [one, scope]]) => (allowed(one, scope) ? [name] : []));

const member = { staff: '100011', departments: ['110101'] };
const stranger = { staff: '100012', departments: ['1102'] };

describe('differences', () => {
  test('are seen by the head and by who sees all, never by colleagues', () => {
    expect(who((one, scope) => mayViewDifference(one, scope, member))).toEqual([
      'manager',
      'hr',
      'executive',
      'auditor',
    ]);
    expect(who((one, scope) => mayViewDifference(one, scope, stranger))).toEqual(['hr', 'executive', 'auditor']);
    expect(who((one, scope) => mayViewDifference(one, scope, { staff: '100001', departments: [] }))).toContain('staff');
    expect(who((one) => mayViewDifferencesOfAll(one))).toEqual(['hr', 'executive', 'auditor']);
  });
  test('are investigated by 人事課, not by the person', () => {
    expect(who((one) => mayInvestigate(one, '100011'))).toEqual(['hr']);
    expect(who((one) => mayInvestigate(one, '100005'))).toEqual([]);
  });
});

describe('declarations', () => {
  test('are looked into by 人事課 and seen by executives and auditors', () => {
    expect(who((one) => mayViewDeclarations(one))).toEqual(['hr', 'executive', 'auditor']);
    expect(who((one) => mayRegisterDeclarations(one))).toEqual(['hr']);
  });
});
