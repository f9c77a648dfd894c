import { describe, expect, test } from 'vitest';
import { maySettleDue, type PlacedDue } from './policies.ts';
import { type Listed, mayViewDueList } from './policies-due-lists.ts';
import { type Name, peopleHeading, whoMay } from './testing/people.ts';

/** The head heads a whole 部局. */
const people = peopleHeading({ headed: new Set(['11']), departments: new Set(['11', '1101']) });

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
    const found = whoMay((who, scope) => mayViewDueList(who, scope, due, listed), people);
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
  const may = (name: Name, due: PlacedDue) => maySettleDue(...people[name], due);
  test('about somebody directly in a 部局 is that of the head of the 部局, about themselves nobody’s', () => {
    expect(may('manager', ofPerson)).toBe(true);
    expect(may('managerOfNothing', ofPerson)).toBe(false);
    expect(may('staffWithScope', ofPerson)).toBe(false);
    expect(may('manager', { ...ofPerson, subject: '100002' })).toBe(false);
  });
});
