import type { Difference } from '@tokimori/law/record-keeping/discrepancy/types';
import { modelRecordKeeping } from '@tokimori/law/record-keeping/rules';
import { epochDayOf, formatLocalDate } from '@tokimori/law/time/civil';
import { describe, expect, it } from 'vitest';
import type { Correction, DifferenceAnswer } from './correction.ts';
import { type DifferenceGround, mainDifference, standingOf } from './difference.ts';

const rules = modelRecordKeeping.discrepancy;
const shownOn = epochDayOf(2026, 11, 5);
const difference: Difference = {
  kind: 'recordsDisagree',
  span: { from: 1170, until: 1242 },
  minutes: 72,
  threshold: 30,
  class: 'toExplain',
};
const ground: DifferenceGround = {
  staffMember: '100001',
  difference,
  now: 'toExplain',
  mustInvestigate: false,
  shownOn,
  said: null,
  recordCorrected: false,
  asOf: shownOn + 3,
};
const work: DifferenceAnswer = { says: 'work', from: 1170, until: 1242 };
const study: DifferenceAnswer = { says: 'notWork', reason: 'selfStudy' };

function said(answer: DifferenceAnswer | null, rest: Partial<Correction> = {}): DifferenceGround['said'] {
  const asked = { requestedBy: '100001', requestedAt: new Date(0), decidedBy: null, decidedAt: null, note: '' };
  const subject = { staff: '100001', dutyDate: '2026-11-04', about: 'discrepancy', in: null, out: null } as const;
  const decided = rest.state === undefined ? {} : { decidedBy: '200001', decidedAt: new Date(0) };
  const decidedOn = rest.state === undefined ? null : shownOn + 2;
  const correction = { ...subject, ...asked, reason: '片付け', answer, state: 'requested' as const, finding: null };
  return { ...correction, ...decided, ...rest, askedOn: shownOn + 1, decidedOn };
}
const told = (given: Partial<DifferenceGround>) => {
  const standing = standingOf({ ...ground, ...given }, rules);
  if (standing === null) return null;
  const { state, due, corrected } = standing;
  return [state, due?.who ?? '-', due === null ? '-' : formatLocalDate(due.by), corrected].join(' ');
};

describe('差異の状態', () => {
  it('waits for the person, then for the head, each until the end of a day', () => {
    expect(told({})).toBe('awaitsAnswer staffMember 2026-11-12 0');
    expect(told({ said: said(study) })).toBe('awaitsConfirmation departmentHead 2026-11-13 0');
    expect(told({ said: said(work) })).toBe('awaitsConfirmation departmentHead 2026-11-13 0');
  });
  it('is work as it was found, or no work with the ground', () => {
    const found = { found: 'work', from: 1170, until: 1200, investigated: false } as const;
    expect(told({ said: said(work, { state: 'accepted', finding: found }) })).toBe('corrected - - 30');
    const not = { found: 'notWork', investigated: false } as const;
    expect(told({ said: said(study, { state: 'accepted', finding: not, note: '講座' }) })).toBe('notWork - - 0');
  });
  it('stays what was found when nothing is left to explain', () => {
    const found = { found: 'work', from: 1170, until: 1242, investigated: false } as const;
    expect(told({ now: 'none', said: said(work, { state: 'accepted', finding: found }) })).toBe('corrected - - 72');
    expect(told({ now: 'none' })).toBe('lapsed - - 0');
    expect(told({ now: 'none', said: said(work) })).toBe('lapsed - - 0');
    expect(told({ now: 'none', recordCorrected: true })).toBe('recordCorrected - - 0');
  });
  it('goes to 人事課 when the head does not agree, and where it is grave', () => {
    const not = { found: 'notWork', investigated: false } as const;
    expect(told({ said: said(work, { state: 'rejected', finding: not, note: '退庁を見た' }) })).toBe(
      'disputed personnel 2026-11-14 0',
    );
    const agreed = said(study, { state: 'accepted', finding: not, note: '講座' });
    expect(told({ mustInvestigate: true, said: agreed })).toBe('awaitsInvestigation personnel 2026-12-05 0');
    const looked = { found: 'notWork', investigated: true } as const;
    const closed = said(work, { state: 'accepted', finding: looked, note: '聞き取り', decidedBy: '400001' });
    expect(told({ mustInvestigate: true, said: closed })).toBe('notWork - - 0');
    const unanswered = said(null, { state: 'accepted', finding: looked, decidedBy: '400001', requestedBy: '400001' });
    expect(told({ said: unanswered })).toBe('notWork - - 0');
  });
  it('asks again what was given back, from the day it was given back', () =>
    expect(told({ said: said(study, { state: 'rejected', note: '講座の名は' }) })).toBe(
      'awaitsAnswer staffMember 2026-11-14 0',
    ));
  it('waits for the head where a claim has no order, and keeps what was accepted before answers were asked', () => {
    const claim: Difference = { ...difference, kind: 'declaredBeyondOrder', class: 'toCorrect', threshold: 0 };
    expect(told({ difference: claim, now: 'toCorrect' })).toBe('awaitsOrder departmentHead 2026-11-12 0');
    expect(told({ said: said(null, { state: 'accepted' }) })).toBe('explained - - 0');
    expect(told({ difference: null, now: 'none' })).toBeNull();
  });
  it('takes the longest difference to be explained', () => {
    const claim: Difference = { ...difference, kind: 'declaredBeyondOrder', class: 'toCorrect', minutes: 200 };
    const short: Difference = { ...difference, minutes: 40 };
    expect(mainDifference([short, claim, difference])).toBe(difference);
    expect(mainDifference([claim])).toBe(claim);
    expect(mainDifference([])).toBeNull();
  });
});
