import { describe, expect, it } from 'vitest';
import { problemsOf } from '../sheet/filled.ts';
import type { Given, GivenPerson } from '../sheet/given.ts';
import { filledUp, sampleGiven, samplePerson, withMonth } from '../sheet/testing/sample.ts';
import { ujiMeeting } from './meeting.ts';
import { ujiRecord } from './record.ts';

const person = samplePerson('100001', '森下 千尋', []);

describe('時間外勤務及び年次休暇等調書', () => {
  const unknown = { ...person, months: person.months.map((each) => ({ ...each, total: null })) };
  const given = sampleGiven({
    month: '2026-04',
    people: [withMonth(person, '2025-05', 45 * 60 + 1), { ...unknown, staff: '2' }],
  });

  it('adds up the year before by person and by month, and nothing of the unknown', () => {
    expect(
      ujiRecord.printed({ given, filled: { 'leave.days-100001': '12日3時間' }, submittedOn: null, seals: [] }),
    ).toMatchObject({
      year: '令和8年度',
      lastYear: '令和7年度',
      months: ['4', '5', '6', '7', '8', '9', '10', '11', '12', '1', '2', '3'],
      people: [
        { total: '267:46', times: '1', leave: '12日3時間' },
        { total: '', times: '0', leave: '' },
      ],
      sums: ['20:15', '45:01', ...Array.from({ length: 10 }, () => '20:15')],
      total: '267:46',
    });
  });

  it('asks for the leave of the section; that of each person is open', () => {
    const filled = { ...filledUp(ujiRecord, given), 'leave.days-100001': '' };
    expect(problemsOf(ujiRecord.parts(given), filled, true)).toEqual([]);
    expect(problemsOf(ujiRecord.parts(given), { ...filled, 'leave.mean': '' }, true)).toHaveLength(1);
  });
});

describe('職場会議の記録', () => {
  it.each([
    [60 * 60, false],
    [60 * 60 + 1, true],
  ])('%i minutes in the month', (minutes, concerned) => {
    const one = withMonth(person, '2026-10', minutes);
    expect((ujiMeeting.concerns as (given: Given, person: GivenPerson) => boolean)(sampleGiven(), one)).toBe(concerned);
  });

  it('says when, who, why and what', () => {
    const filled = {
      'meeting.heldOn': '2026-11-04',
      'meeting.participants': '高瀬、𠮷田',
      'meeting.cause': '要因',
      'meeting.measures': '対策',
    };
    expect(ujiMeeting.printed({ given: sampleGiven(), filled, submittedOn: null, seals: [] })).toMatchObject({
      heldOn: '令和8年11月4日',
      participants: '高瀬、𠮷田',
      cause: '要因',
      measures: '対策',
      people: [{ month: '52:00' }, { month: '82:00', year: '367:00', times: '2' }],
    });
  });
});
