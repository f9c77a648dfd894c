import { describe, expect, test } from 'vitest';
import type { Actor } from '../context.ts';
import {
  mayAnswerObjection,
  mayDecideInPlace,
  mayEnterFor,
  mayGiveFinal,
  mayGiveMandate,
  mayObject,
  mayRecordAbsence,
  mayRevokeFor,
  maySeeAfterwards,
  mayViewMandates,
  mayViewSectionToDecide,
  mayViewStaffToDecide,
} from './policies-standing-in.ts';
import { nothing as headsNothing } from './scope.ts';
import type { DecidingScope } from './standing-in.ts';
import { actor, own as ownSection } from './testing/people.ts';

const nothing: DecidingScope = { ...headsNothing, standingIn: new Map() };
const own: DecidingScope = { ...nothing, ...ownSection };
const above: DecidingScope = {
  ...nothing,
  headed: new Set(['11']),
  departments: new Set(['11', '1101', '110101', '1102']),
};
const held = { as: 'standIn', of: '1101', for: '100002', dailyLimit: null } as const;
const standing: DecidingScope = {
  ...nothing,
  standingIn: new Map([
    ['1101', [held]],
    ['110101', [held]],
  ]),
};
const forBureau: DecidingScope = { ...nothing, standingIn: new Map([['11', [{ ...held, of: '11' }]]]) };

const actors = {
  staff: [actor('100001', 'staff'), nothing],
  head: [actor('100002', 'staff', 'manager'), own],
  director: [actor('100006', 'staff', 'manager'), above],
  deputy: [actor('100009', 'staff', 'deputy'), standing],
  bureauDeputy: [actor('100010', 'staff', 'deputy'), forBureau],
  // The mandate's scope without the role of the day is worth nothing.
  formerDeputy: [actor('100009', 'staff'), standing],
  hr: [actor('100005', 'staff', 'hr'), nothing],
  executive: [actor(null, 'executive'), nothing],
  auditor: [actor(null, 'auditor'), nothing],
  admin: [actor(null, 'admin'), nothing],
  nobody: [actor(null), nothing],
} as const satisfies Record<string, readonly [Actor, DecidingScope]>;
type Name = keyof typeof actors;
const names = Object.keys(actors) as Name[];
const who = (allowed: (who: Actor, scope: DecidingScope) => boolean): Name[] =>
  names.filter((name) => allowed(...actors[name]));

const member = { staff: '100011', department: '110101' };
const subject = { staff: '100011', departments: ['110101'] };
const clerkOf = new Set(['110101']);

describe('who decides in somebody’s place', () => {
  test('the head, those above, and whoever stands in', () => {
    expect(who((a, s) => mayDecideInPlace(a, s, member))).toEqual(['head', 'director', 'deputy']);
    expect(who((a, s) => mayDecideInPlace(a, s, { ...member, department: '1102' }))).toEqual(['director']);
  });
  test('nobody for the very head in whose place they stand', () => {
    expect(who((a, s) => mayDecideInPlace(a, s, { staff: held.for, department: '1101' }))).toEqual(['director']);
  });
  test('nobody on their own requests', () => {
    for (const name of names) {
      const [a, s] = actors[name];
      expect(mayDecideInPlace(a, s, { staff: a.staff ?? '', department: '110101' }) && a.staff !== null).toBe(false);
    }
  });
  test('the final order: the head of the 部局 and who stands in for that head; no deputy of a 課', () => {
    expect(who((a, s) => mayGiveFinal(a, s, '11'))).toEqual(['director', 'bureauDeputy']);
  });
  test('what a decision rests on is shown to those who decide', () => {
    expect(who((a, s) => mayViewSectionToDecide(a, s, '1101'))).toEqual(['head', 'director', 'deputy', 'hr']);
    expect(who((a, s) => mayViewStaffToDecide(a, s, subject))).toEqual([
      'head',
      'director',
      'deputy',
      'hr',
      'executive',
      'auditor',
    ]);
  });
});

describe('who names and who tells', () => {
  test('a mandate: the head, those above, 人事課; a deputy names nobody', () => {
    expect(who((a, s) => mayGiveMandate(a, s, '1101'))).toEqual(['head', 'director', 'hr']);
    expect(who((a, s) => mayGiveMandate(a, s, '1102'))).toEqual(['director', 'hr']);
    expect(who(mayViewMandates)).toEqual(['head', 'director', 'hr']);
  });
  test('an absence: the head, those above, 人事課', () => {
    const absent = { staff: '100002', headed: ['1101'] };
    expect(who((a, s) => mayRecordAbsence(a, s, absent))).toEqual(['head', 'director', 'hr']);
    expect(who((a, s) => mayRecordAbsence(a, s, { staff: '100006', headed: ['11'] }))).toEqual(['director', 'hr']);
  });
  test('後閲: the head in whose place it was, and nobody else', () => {
    expect(who((a, s) => maySeeAfterwards(a, s, '1101'))).toEqual(['head']);
    expect(who((a, s) => maySeeAfterwards(a, s, '11'))).toEqual(['director']);
  });
});

describe('who enters for somebody', () => {
  test('the head, those above and 人事課; the 庶務担当 of the department; never for oneself', () => {
    expect(who((a, s) => mayEnterFor(a, s, new Set(), subject))).toEqual(['head', 'director', 'hr']);
    expect(who((a, s) => mayEnterFor(a, s, clerkOf, subject))).toEqual([
      'staff',
      'head',
      'director',
      'deputy',
      'bureauDeputy',
      'formerDeputy',
      'hr',
    ]);
    expect(mayEnterFor(actors.hr[0], nothing, clerkOf, { staff: '100005', departments: ['110101'] })).toBe(false);
    expect(mayEnterFor(actors.staff[0], nothing, clerkOf, { ...subject, departments: ['1102'] })).toBe(false);
  });
  test('取消 in the head’s place: 人事課 and the 庶務担当; a head revokes as the head', () => {
    expect(who((a) => mayRevokeFor(a, new Set(), member))).toEqual(['hr']);
    expect(mayRevokeFor(actors.staff[0], clerkOf, member)).toBe(true);
    expect(mayRevokeFor(actors.staff[0], clerkOf, { ...member, staff: '100001' })).toBe(false);
  });
  test('objecting: the person alone; answering: the head, those above, 人事課, never one’s own', () => {
    expect(who((a) => mayObject(a, '100001'))).toEqual(['staff']);
    expect(who((a, s) => mayAnswerObjection(a, s, member))).toEqual(['head', 'director', 'hr']);
    expect(mayAnswerObjection(actors.head[0], own, { staff: '100002', department: '1101' })).toBe(false);
  });
});
