import { describe, expect, test } from 'vitest';
import type { Actor } from '../context.ts';
import {
  mayKeepReduction,
  mayMoveReduction,
  mayReturnBreach,
  mayViewBreach,
  mayViewBreaches,
  mayViewReductions,
  mayViewReview,
  mayWriteBreach,
  mayWriteReview,
} from './policies-breaches.ts';
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
  // A scope without the role is worth nothing.
  staffWithScope: [actor('100007', 'staff'), own],
  manager: [actor('100002', 'staff', 'manager'), own],
  managerOfNothing: [actor('100004', 'staff', 'manager'), nothing],
  hr: [actor('100005', 'staff', 'hr'), nothing],
  executive: [actor(null, 'executive'), nothing],
  auditor: [actor(null, 'auditor'), nothing],
  admin: [actor(null, 'admin'), nothing],
  nobody: [actor(null), nothing],
} as const satisfies Record<string, readonly [Actor, Scope]>;
type Name = keyof typeof actors;
const allowed = (may: (actor: Actor, scope: Scope) => boolean): string[] =>
  (Object.keys(actors) as Name[]).filter((name) => may(...actors[name]));

const mine = { staff: '100011', department: '110101', section: '1101' };
const others = { staff: '100012', department: '110201', section: '1102' };
const seeAll = ['hr', 'executive', 'auditor'];

describe('上限を超えた記録', () => {
  test('the pages', () => {
    expect(allowed((a) => mayViewBreaches(a))).toEqual(['manager', 'managerOfNothing', ...seeAll]);
    expect(allowed((a) => mayViewReductions(a))).toEqual(['manager', 'managerOfNothing', ...seeAll]);
  });
  test('a record of the own section, of another one', () => {
    expect(allowed((a, s) => mayViewBreach(a, s, mine))).toEqual(['manager', ...seeAll]);
    expect(allowed((a, s) => mayViewBreach(a, s, others))).toEqual(seeAll);
  });
  test('written by the head alone, never about oneself', () => {
    expect(allowed((a, s) => mayWriteBreach(a, s, mine))).toEqual(['manager']);
    expect(allowed((a, s) => mayWriteBreach(a, s, others))).toEqual([]);
    expect(allowed((a, s) => mayWriteBreach(a, s, { ...mine, staff: '100002' }))).toEqual([]);
  });
  test('returned by 人事課 alone, never about oneself', () => {
    expect(allowed((a) => mayReturnBreach(a, mine))).toEqual(['hr']);
    expect(allowed((a) => mayReturnBreach(a, { ...mine, staff: '100005' }))).toEqual([]);
  });
});

describe('要因の分析', () => {
  test('written for the own section by its head, for all by 人事課', () => {
    expect(allowed((a, s) => mayWriteReview(a, s, '1101'))).toEqual(['manager', 'hr']);
    expect(allowed((a, s) => mayWriteReview(a, s, '1102'))).toEqual(['hr']);
    expect(allowed((a, s) => mayWriteReview(a, s, ''))).toEqual(['hr']);
  });
  test('read', () => {
    expect(allowed((a, s) => mayViewReview(a, s, '1101'))).toEqual(['manager', ...seeAll]);
    expect(allowed((a, s) => mayViewReview(a, s, '1102'))).toEqual(seeAll);
    expect(allowed((a, s) => mayViewReview(a, s, ''))).toEqual(['manager', 'managerOfNothing', ...seeAll]);
  });
});

describe('縮減の取組', () => {
  test('kept by 人事課, and by the head of all its sections', () => {
    expect(allowed((a, s) => mayKeepReduction(a, s, ['1101']))).toEqual(['manager', 'hr']);
    expect(allowed((a, s) => mayKeepReduction(a, s, ['1101', '1102']))).toEqual(['hr']);
    expect(allowed((a, s) => mayKeepReduction(a, s, []))).toEqual(['hr']);
  });
  test('moved by its owner too', () => {
    const owned = { owner: '100004', sections: ['1102'] };
    expect(allowed((a, s) => mayMoveReduction(a, s, owned))).toEqual(['managerOfNothing', 'hr']);
    expect(allowed((a, s) => mayMoveReduction(a, s, { owner: '100001', sections: ['1102'] }))).toEqual(['hr']);
  });
});
