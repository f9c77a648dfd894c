import { describe, expect, it } from 'vitest';
import { formDefinitions } from '../catalogue.ts';
import { kyotoReport } from '../kyoto/report.ts';
import { owaseTwenty } from '../owase/twenty.ts';
import { ukihaRecord } from '../ukiha/record.ts';
import { contradictionsOf } from './against-records.ts';
import { sampleGiven, samplePerson, withMonth } from './testing/sample.ts';

const person = withMonth(samplePerson('100001', '森下 千尋', [40, 40, 40, 40, 40, 40, 0]), '2026-10', 12 * 60 + 30);
const given = sampleGiven({ people: [person], on: '2026-10-15' });
const told = (...args: Parameters<typeof contradictionsOf>) =>
  contradictionsOf(...args).map(({ key, message }) => `${key}: ${message}`);

describe('a day on which something was done', () => {
  it.each([
    ['2026-10-15', []],
    ['2026-10-16', ['interview.on: 面談日は、今日までの日付を入力してください']],
    ['', []],
  ])('%s, handed in on 2026-10-15', (on, expected) =>
    expect(told(ukihaRecord, given, { 'interview.on': on })).toEqual(expected),
  );
  it('is every day that a form asks for: none tells of what is planned', () => {
    for (const { key, parts } of formDefinitions)
      for (const field of parts(given).flatMap((part) => part.fields))
        if (field.kind === 'date') expect([key, field.label, field.past]).toEqual([key, field.label, true]);
  });
});

describe('hours below what the records have', () => {
  it.each([
    ['12:30', []],
    ['12:29', ['work.expected: 当月の予想時間外は、これまでの時間外勤務(12:30)以上の時間を入力してください']],
    ['', []],
  ])('尾鷲市 伺書: %s expected', (hours, expected) =>
    expect(told(owaseTwenty, given, { 'work.expected': hours })).toEqual(expected),
  );
  it('京都市 報告: the month so far and the year so far, each at its field', () => {
    const hours = (month: string, year: string) => ({ 'outlook.month': month, 'outlook.year': year });
    expect(told(kyotoReport, given, hours('12:30', '252:30'))).toEqual([]);
    expect(told(kyotoReport, given, hours('12:00', '252:29'))).toEqual([
      'outlook.month: 当月の見込みは、当月のこれまでの時間外勤務(12:30)以上の時間を入力してください',
      'outlook.year: 年度末までの見込みは、当月までの年度の累計(252:30)以上の時間を入力してください',
    ]);
  });
});
