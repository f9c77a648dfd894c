import { describe, expect, test } from 'vitest';
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
import { whoMay } from './testing/people.ts';

const mine = { staff: '100011', department: '110101', section: '1101' };
const others = { staff: '100012', department: '110201', section: '1102' };
const seeAll = ['hr', 'executive', 'auditor'];

describe('上限を超えた記録', () => {
  test('the pages', () => {
    expect(whoMay((a) => mayViewBreaches(a))).toEqual(['manager', 'managerOfNothing', ...seeAll]);
    expect(whoMay((a) => mayViewReductions(a))).toEqual(['manager', 'managerOfNothing', ...seeAll]);
  });
  test('a record of the own section, of another one', () => {
    expect(whoMay((a, s) => mayViewBreach(a, s, mine))).toEqual(['manager', ...seeAll]);
    expect(whoMay((a, s) => mayViewBreach(a, s, others))).toEqual(seeAll);
  });
  test('written by the head alone, never about oneself', () => {
    expect(whoMay((a, s) => mayWriteBreach(a, s, mine))).toEqual(['manager']);
    expect(whoMay((a, s) => mayWriteBreach(a, s, others))).toEqual([]);
    expect(whoMay((a, s) => mayWriteBreach(a, s, { ...mine, staff: '100002' }))).toEqual([]);
  });
  test('returned by 人事課 alone, never about oneself', () => {
    expect(whoMay((a) => mayReturnBreach(a, mine))).toEqual(['hr']);
    expect(whoMay((a) => mayReturnBreach(a, { ...mine, staff: '100005' }))).toEqual([]);
  });
});

describe('要因の分析', () => {
  test('written for the own section by its head, for all by 人事課', () => {
    expect(whoMay((a, s) => mayWriteReview(a, s, '1101'))).toEqual(['manager', 'hr']);
    expect(whoMay((a, s) => mayWriteReview(a, s, '1102'))).toEqual(['hr']);
    expect(whoMay((a, s) => mayWriteReview(a, s, ''))).toEqual(['hr']);
  });
  test('read', () => {
    expect(whoMay((a, s) => mayViewReview(a, s, '1101'))).toEqual(['manager', ...seeAll]);
    expect(whoMay((a, s) => mayViewReview(a, s, '1102'))).toEqual(seeAll);
    expect(whoMay((a, s) => mayViewReview(a, s, ''))).toEqual(['manager', 'managerOfNothing', ...seeAll]);
  });
});

describe('縮減の取組', () => {
  test('kept by 人事課, and by the head of all its sections', () => {
    expect(whoMay((a, s) => mayKeepReduction(a, s, ['1101']))).toEqual(['manager', 'hr']);
    expect(whoMay((a, s) => mayKeepReduction(a, s, ['1101', '1102']))).toEqual(['hr']);
    expect(whoMay((a, s) => mayKeepReduction(a, s, []))).toEqual(['hr']);
  });
  test('moved by its owner too', () => {
    const owned = { owner: '100004', sections: ['1102'] };
    expect(whoMay((a, s) => mayMoveReduction(a, s, owned))).toEqual(['managerOfNothing', 'hr']);
    expect(whoMay((a, s) => mayMoveReduction(a, s, { owner: '100001', sections: ['1102'] }))).toEqual(['hr']);
  });
});
