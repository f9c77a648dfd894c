import { describe, expect, test } from 'vitest';
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
import { type Name, names, type Policy, people } from './testing/people.ts';

const table: readonly (readonly [string, Policy, readonly Name[]])[] = [
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
  test.each(names)('%s', (name) => {
    const [who, scope] = people[name];
    expect(policy(who, scope)).toBe(allowed.includes(name));
  });
});
