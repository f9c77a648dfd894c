import { describe, expect, test } from 'vitest';
import type { Actor } from '../context.ts';
import { maySettleDue, type PlacedDue } from './policies.ts';
import { type Listed, mayViewDueList } from './policies-due-lists.ts';
import { nothing, type Scope } from './scope.ts';

const actor = (staff: string | null, ...roles: Actor['roles']): Actor => ({
  municipality: '352101',
  login: staff ?? 'x',
  staff,
  roles,
});
const own: Scope = { headed: new Set(['11']), departments: new Set(['11', '1101']) };
const actors = {
  staff: [actor('100001', 'staff'), nothing],
  manager: [actor('100002', 'staff', 'manager'), own],
  managerOfNothing: [actor('100004', 'staff', 'manager'), nothing],
  // A scope without the role is worth nothing.
  staffWithScope: [actor('100007', 'staff'), own],
  hr: [actor('100005', 'staff', 'hr'), nothing],
  executive: [actor(null, 'executive'), nothing],
  auditor: [actor(null, 'auditor'), nothing],
  admin: [actor(null, 'admin'), nothing],
  nobody: [actor(null), nothing],
} as const satisfies Record<string, readonly [Actor, Scope]>;
type Name = keyof typeof actors;

const city: PlacedDue = {
  per: 'city',
  subject: '',
  section: '',
  bureau: '',
  by: ['hr'],
  to: ['managers'],
  deed: 'list',
  written: false,
};
const section: PlacedDue = { ...city, per: 'section', subject: '1101', section: '1101', bureau: '11', to: ['manager'] };

const table: readonly (readonly [string, PlacedDue, Listed, readonly Name[]])[] = [
  ['people, for all heads', city, 'people', ['manager', 'managerOfNothing', 'hr', 'executive']],
  ['people, for all staff: staff read no names', { ...city, to: ['everyone'] }, 'people', ['hr', 'executive']],
  [
    'numbers, for all staff',
    { ...city, to: ['everyone'] },
    'sections',
    ['staff', 'manager', 'managerOfNothing', 'staffWithScope', 'hr', 'executive'],
  ],
  ['numbers, for all heads', city, 'sections', ['manager', 'managerOfNothing', 'hr', 'executive']],
  ['people, for 健康管理部局 alone', { ...city, to: ['health'] }, 'people', ['hr']],
  ['numbers, for 健康管理部局 alone', { ...city, to: ['health'] }, 'sections', ['hr']],
  ['people of the own 課, for its head', section, 'people', ['manager', 'hr', 'executive']],
  ['people of another 課, for its head', { ...section, section: '1201', bureau: '12' }, 'people', ['hr', 'executive']],
  ['people of the own 課, for 健康管理部局', { ...section, to: ['health'] }, 'people', ['hr']],
  [
    'people of the own 部局, for its head',
    { ...section, per: 'bureau', subject: '11', section: '', to: ['bureauHead'] },
    'people',
    ['manager', 'hr', 'executive'],
  ],
];

describe('who reads a list', () => {
  test.each(table)('of %s', (_, due, listed, allowed) => {
    const found = Object.entries(actors).flatMap(([name, [who, scope]]) =>
      mayViewDueList(who, scope, due, listed) ? [name] : [],
    );
    expect(found.sort()).toEqual([...allowed].sort());
  });
});

describe('the task of a 所属長', () => {
  const ofPerson: PlacedDue = {
    ...section,
    per: 'person',
    subject: '100011',
    section: '',
    bureau: '11',
    by: ['manager'],
  };
  const may = (name: Name, due: PlacedDue) => maySettleDue(...actors[name], due);
  test('about somebody directly in a 部局 is that of the head of the 部局, about themselves nobody’s', () => {
    expect(may('manager', ofPerson)).toBe(true);
    expect(may('managerOfNothing', ofPerson)).toBe(false);
    expect(may('staffWithScope', ofPerson)).toBe(false);
    expect(may('manager', { ...ofPerson, subject: '100002' })).toBe(false);
  });
});
