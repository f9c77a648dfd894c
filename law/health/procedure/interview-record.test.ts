import { describe, expect, it } from 'vitest';
import { formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { modelProcedure } from '../rules.ts';
import {
  type InterviewRecord,
  judgeInterviewRecord,
  keptThrough,
  recordFields,
  recordReaders,
  seenBy,
  visibleFields,
} from './interview-record.ts';

const day = (text: string): number => parseLocalDate(text)!;
const whole: InterviewRecord = {
  interviewedOn: day('2026-11-20'),
  personName: '職員',
  physicianName: '産業医',
  fatigue: '疲労の蓄積あり',
  otherState: '特になし',
  opinion: '時間外勤務の制限',
  workingConditions: '月100時間の時間外勤務',
  measures: '12月の時間外勤務を命じない',
  memo: '経過をみる',
};

describe('the record of an interview', () => {
  it('is complete with its five contents and the opinion, and kept five years', () => {
    const { outcome, steps } = judgeInterviewRecord(whole, 'office');
    expect(outcome).toEqual({ complete: true, missing: [], unconfirmed: [], keptThrough: day('2031-11-20') });
    expect(steps).toMatchObject([
      { says: 'recordHolds', figures: { held: 6, needed: 6 }, citation: { path: 'a=52_5' } },
      { says: 'recordKept', figures: { from: day('2026-11-20'), through: day('2031-11-20'), years: 5 } },
    ]);
  });

  it('names what is missing: nothing is filled in, blanks are nothing', () => {
    const { outcome, steps } = judgeInterviewRecord({ personName: '職員', fatigue: ' 　', opinion: '' }, 'office');
    expect(outcome.missing).toEqual(['interviewedOn', 'physicianName', 'fatigue', 'otherState', 'opinion']);
    expect(outcome.unconfirmed).toEqual(['workingConditions', 'fatigue', 'otherState']);
    expect(outcome).toMatchObject({ complete: false, keptThrough: null });
    expect(steps.map(({ says }) => says)).toEqual([
      'recordHolds',
      ...new Array(5).fill('fieldMissing'),
      ...new Array(3).fill('notConfirmed'),
      'recordNotDated',
    ]);
    expect(steps[0]?.figures).toEqual({ held: 1, needed: 6 });
    expect(steps[1]?.words).toEqual({ field: 'interviewedOn' });
    expect(steps[6]?.words).toEqual({ field: 'workingConditions' });
  });

  it('of one confirmation less is still complete', () => {
    const { workingConditions, ...rest } = whole;
    expect(workingConditions).toBeDefined();
    expect(judgeInterviewRecord(rest, 'office').outcome).toMatchObject({
      complete: true,
      unconfirmed: ['workingConditions'],
    });
  });

  it('is replaced by a certificate of one’s own doctor with the first five contents', () => {
    const { opinion, workingConditions, ...certificate } = whole;
    expect([opinion, workingConditions]).not.toContain(undefined);
    const { outcome, steps } = judgeInterviewRecord(certificate, 'ownDoctor');
    expect(outcome).toMatchObject({ complete: true, missing: [], unconfirmed: [] });
    expect(steps[0]?.citation?.path).toBe('a=66_8/p=2');
    expect(judgeInterviewRecord(certificate, 'office').outcome.missing).toEqual(['opinion']);
  });

  it('is kept from the day it was made, longer where the municipality says so', () => {
    const kept = (from: string, years = 5) =>
      formatLocalDate(
        judgeInterviewRecord(whole, 'office', day(from), { ...modelProcedure, keepYears: years }).outcome.keptThrough!,
      );
    expect(kept('2026-12-01')).toBe('2031-12-01');
    expect(kept('2026-12-01', 10)).toBe('2036-12-01');
    expect(formatLocalDate(keptThrough(day('2028-02-29'), 5))).toBe('2033-02-28');
    expect(formatLocalDate(keptThrough(day('2028-02-29'), 4))).toBe('2032-02-29');
  });
});

describe('who sees what of a record', () => {
  it('personnel the opinion and the measures only', () => {
    expect(seenBy(whole, 'personnel')).toEqual({ opinion: whole.opinion, measures: whole.measures });
  });

  it('the notes of the doctor nobody but the health staff', () => {
    expect(recordReaders.filter((reader) => seenBy(whole, reader).memo !== undefined)).toEqual([
      'industrialPhysician',
      'healthStaff',
    ]);
    expect(seenBy(whole, 'person')).toEqual({ ...whole, memo: undefined });
    expect(seenBy(whole, 'industrialPhysician')).toEqual(whole);
  });

  it('the head what is to be done, the committee nothing', () => {
    expect(seenBy(whole, 'departmentHead')).toEqual({ measures: whole.measures });
    expect(seenBy(whole, 'healthCommittee')).toEqual({});
    for (const reader of recordReaders) {
      expect(visibleFields[reader].every((field) => recordFields.includes(field))).toBe(true);
    }
  });
});
