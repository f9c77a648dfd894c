import { describe, expect, test } from 'vitest';
import {
  mayInvestigate,
  mayRegisterDeclarations,
  mayViewDeclarations,
  mayViewDifference,
  mayViewDifferencesOfAll,
} from './policies-differences.ts';
import { whoMay } from './testing/people.ts';

const member = { staff: '100011', departments: ['110101'] };
const stranger = { staff: '100012', departments: ['1102'] };

describe('differences', () => {
  test('are seen by the head and by who sees all, never by colleagues', () => {
    expect(whoMay((one, scope) => mayViewDifference(one, scope, member))).toEqual([
      'manager',
      'hr',
      'executive',
      'auditor',
    ]);
    expect(whoMay((one, scope) => mayViewDifference(one, scope, stranger))).toEqual(['hr', 'executive', 'auditor']);
    expect(whoMay((one, scope) => mayViewDifference(one, scope, { staff: '100001', departments: [] }))).toContain(
      'staff',
    );
    expect(whoMay((one) => mayViewDifferencesOfAll(one))).toEqual(['hr', 'executive', 'auditor']);
  });
  test('are investigated by 人事課, not by the person', () => {
    expect(whoMay((one) => mayInvestigate(one, '100011'))).toEqual(['hr']);
    expect(whoMay((one) => mayInvestigate(one, '100005'))).toEqual([]);
  });
});

describe('declarations', () => {
  test('are looked into by 人事課 and seen by executives and auditors', () => {
    expect(whoMay((one) => mayViewDeclarations(one))).toEqual(['hr', 'executive', 'auditor']);
    expect(whoMay((one) => mayRegisterDeclarations(one))).toEqual(['hr']);
  });
});
