import { describe, expect, test } from 'vitest';
import {
  ensure,
  mayAdministerDevices,
  mayDecideCorrection,
  mayDecideMeasures,
  mayDecideOvertime,
  mayDesignate,
  mayFindStaff,
  mayImport,
  mayReadJournal,
  mayReport,
  mayRequestOvertime,
  maySettleDue,
  mayViewCity,
  mayViewDepartments,
  mayViewDue,
  mayViewMeasures,
  mayViewSection,
  mayViewSettings,
  mayViewStaff,
  type PlacedDue,
} from './policies.ts';
import { Refusal } from './refusal.ts';
import { type Name, names, type Policy, people } from './testing/people.ts';

const member = { staff: '100011', departments: ['110101'] };
const stranger = { staff: '100012', departments: ['1102'] };
const concurrent = { staff: '100013', departments: ['1102', '1101'] };
/** Of a person of the section 110101, done by nobody and told to nobody unless said. */
const due = (more: Partial<PlacedDue>): PlacedDue => ({
  per: 'person',
  deed: 'alert',
  written: false,
  subject: '100011',
  section: '110101',
  bureau: '11',
  by: [],
  to: [],
  ...more,
});

const table: readonly (readonly [string, Policy, readonly Name[]])[] = [
  ['see a person of the own section', (a, s) => mayViewStaff(a, s, member), ['manager', 'hr', 'executive', 'auditor']],
  ['see a person of another section', (a, s) => mayViewStaff(a, s, stranger), ['hr', 'executive', 'auditor']],
  [
    'see a person who is there by a concurrent post',
    (a, s) => mayViewStaff(a, s, concurrent),
    ['manager', 'hr', 'executive', 'auditor'],
  ],
  [
    'see themselves',
    (a, s) => mayViewStaff(a, s, { staff: a.staff ?? '', departments: ['9'] }),
    ['staff', 'manager', 'managerOfNothing', 'staffWithScope', 'hr', 'executive', 'auditor'],
  ],
  ['see the month of the section below theirs', (a, s) => mayViewSection(a, s, '110101'), ['manager', 'hr']],
  ['see the month of another section', (a, s) => mayViewSection(a, s, '1102'), ['hr']],
  ['see the month of the bureau above', (a, s) => mayViewSection(a, s, '11'), ['hr']],
  ['see the whole municipality', (a) => mayViewCity(a), ['hr', 'executive', 'auditor']],
  ['make reports', (a) => mayReport(a), ['hr', 'executive', 'auditor']],
  ['request overtime for 100001', (a) => mayRequestOvertime(a, '100001'), ['staff']],
  [
    'order overtime in the own section',
    (a, s) => mayDecideOvertime(a, s, { staff: '100011', department: '110101' }),
    ['manager'],
  ],
  ['order overtime in another section', (a, s) => mayDecideOvertime(a, s, { staff: '100012', department: '1102' }), []],
  ['order overtime to themselves', (a, s) => mayDecideOvertime(a, s, { staff: a.staff ?? '', department: '1101' }), []],
  ['decide corrections of the own section', (a, s) => mayDecideCorrection(a, s, member), ['manager', 'hr']],
  ['decide corrections of another section', (a, s) => mayDecideCorrection(a, s, stranger), ['hr']],
  ['decide own corrections', (a, s) => mayDecideCorrection(a, s, { staff: a.staff ?? '', departments: ['1101'] }), []],
  ['look for people', (a) => mayFindStaff(a), ['manager', 'managerOfNothing', 'hr', 'executive', 'auditor']],
  ['import', (a) => mayImport(a), ['hr', 'admin']],
  ['see departments', (a) => mayViewDepartments(a), ['hr', 'executive', 'auditor', 'admin']],
  ['designate', (a) => mayDesignate(a), ['hr']],
  ['administer terminals', (a) => mayAdministerDevices(a), ['admin']],
  ['see settings', (a) => mayViewSettings(a), ['hr', 'auditor', 'admin']],
  ['see the measures', (a) => mayViewMeasures(a), ['hr', 'executive', 'auditor']],
  ['try and decide measures', (a) => mayDecideMeasures(a), ['hr']],
  [
    'see what is due of a person of the own section',
    (a, s) => mayViewDue(a, s, due({ subject: '100011' })),
    ['manager', 'hr', 'executive'],
  ],
  [
    'see what is due of a person of another section',
    (a, s) => mayViewDue(a, s, due({ subject: '100012', section: '1102' })),
    ['hr', 'executive'],
  ],
  [
    'see what is due of themselves and speaks to them',
    (a, s) => mayViewDue(a, s, due({ subject: a.staff ?? '', section: '9', to: ['person'] })),
    ['staff', 'manager', 'managerOfNothing', 'staffWithScope', 'hr', 'executive'],
  ],
  [
    'see what is due of themselves and does not speak to them',
    (a, s) => mayViewDue(a, s, due({ subject: a.staff ?? '', section: '9' })),
    ['hr', 'executive'],
  ],
  [
    'settle what the head of the own section does',
    (a, s) => maySettleDue(a, s, due({ by: ['manager'] })),
    ['manager', 'hr'],
  ],
  [
    'settle what the head of another section does',
    (a, s) => maySettleDue(a, s, due({ section: '1102', by: ['manager'] })),
    ['hr'],
  ],
  [
    'see what is for all heads',
    (a, s) =>
      mayViewDue(a, s, due({ per: 'city', subject: '', section: '', bureau: '', by: ['hr'], to: ['managers'] })),
    ['manager', 'managerOfNothing', 'hr', 'executive'],
  ],
  [
    'see what is for all staff',
    (a, s) =>
      mayViewDue(a, s, due({ per: 'city', subject: '', section: '', bureau: '', by: ['hr'], to: ['everyone'] })),
    ['staff', 'staffWithScope', 'manager', 'managerOfNothing', 'hr', 'executive'],
  ],
  [
    'settle what is written by writing it',
    (a, s) => maySettleDue(a, s, due({ by: ['manager'], deed: 'form', written: true })),
    ['hr'],
  ],
  [
    'settle a permission that they ask for',
    (a, s) => maySettleDue(a, s, due({ by: ['manager'], to: ['hrDirector'], deed: 'permission' })),
    ['hr'],
  ],
  [
    'settle what the vice mayor takes part in',
    (a, s) => maySettleDue(a, s, due({ by: ['viceMayor', 'manager'], deed: 'interview' })),
    ['hr', 'executive'],
  ],
  ['settle what HR does', (a, s) => maySettleDue(a, s, due({ by: ['hr'] })), ['hr']],
  ['settle what the vice mayor does', (a, s) => maySettleDue(a, s, due({ by: ['viceMayor'] })), ['hr', 'executive']],
  [
    'settle what the head of the 部局 does',
    (a, s) => maySettleDue(a, s, due({ section: '', bureau: '1101', by: ['bureauHead'] })),
    ['manager', 'hr'],
  ],
  [
    'settle what they do themselves',
    (a, s) => maySettleDue(a, s, due({ subject: a.staff ?? '', section: '9', by: ['person'] })),
    ['staff', 'manager', 'managerOfNothing', 'staffWithScope', 'hr'],
  ],
  ['read the journal', (a) => mayReadJournal(a), ['hr', 'auditor']],
];

describe.each(table)('may %s', (_deed, policy, allowed) => {
  test.each(names)('%s', (name) => {
    const [who, scope] = people[name];
    // An account without staff number is nobody's own: '' is no staff number.
    expect(policy(who, scope)).toBe(allowed.includes(name));
  });
});

test('what is not allowed is refused with 403', () => {
  expect(() => ensure(true)).not.toThrow();
  expect(() => ensure(false)).toThrow(Refusal);
  expect(() => ensure(false)).toThrow('access.denied');
});
