import { expect, test } from 'vitest';
import type { Actor } from '../context.ts';
import * as policies from './policies-agreements.ts';
import type { Scope } from './scope.ts';

const roles: readonly Actor['roles'][number][] = ['staff', 'manager', 'hr', 'executive', 'auditor', 'admin'];
const as = (role: Actor['roles'][number], staff: string | null = '200001'): Actor => ({
  municipality: '992011',
  login: 'x',
  staff,
  roles: [role],
});
const scope: Scope = { headed: new Set(['11']), departments: new Set(['11', '111']) };
const who = (may: (actor: Actor) => boolean) => roles.filter((role) => may(as(role))).join(' ');

test('だれが見て、だれが決めるか', () => {
  expect(who(policies.mayViewAgreements)).toBe('hr executive auditor');
  expect(who(policies.mayKeepAgreements)).toBe('hr');
  expect(who(policies.mayViewTasks)).toBe('hr executive auditor');
  expect(who(policies.mayDesignateTask)).toBe('hr');
  expect(who(policies.mayViewExceptionalOfAll)).toBe('hr executive auditor');
});

test('所属長は、自分の所属の下だけ', () => {
  for (const [department, heads] of [
    ['111', true],
    ['21', false],
  ] as const) {
    const also = heads ? ['manager'] : [];
    expect(who((a) => policies.mayRecordDisaster(a, scope, department))).toBe([...also, 'hr'].join(' '));
    expect(who((a) => policies.mayViewNotices(a, scope, department))).toBe([...also, 'hr', 'auditor'].join(' '));
    expect(who((a) => policies.mayViewExceptional(a, scope, department))).toBe([...also, 'hr'].join(' '));
    expect(who((a) => policies.mayFilePriorNotice(a, scope, { staff: '100001', department }))).toBe(also.join(' '));
  }
});

test('自分のことは、自分で確認し、自分では届け出ない', () => {
  expect(who((a) => policies.mayAcknowledge(a, '200001'))).toBe('staff manager');
  expect(who((a) => policies.mayAcknowledge(a, '100001'))).toBe('');
  expect(policies.mayAcknowledge(as('staff', null), '200001')).toBe(false);
  expect(who((a) => policies.mayFilePriorNotice(a, scope, { staff: '200001', department: '11' }))).toBe('');
});
