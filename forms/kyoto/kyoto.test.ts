import { describe, expect, it } from 'vitest';
import { routeOf } from '../sheet/conditions.ts';
import { problemsOf } from '../sheet/filled.ts';
import type { Filled, Given, GivenPerson } from '../sheet/given.ts';
import { filledUp, sampleGiven, samplePerson, withMonth } from '../sheet/testing/sample.ts';
import { kyotoReport } from './report.ts';

const person = samplePerson('100001', '森下 千尋', [100, 100, 100, 100, 100, 100, 50]);
const about = (one: GivenPerson) => sampleGiven({ people: [one] });
const labels = (given: Given, filled: Filled) =>
  routeOf(kyotoReport, kyotoReport.parts(given), filled).map(({ label }) => label);
const seals = kyotoReport.route.map(({ label }) => ({ label, name: '', on: '' }));

describe('京都市 事前報告: beyond 720 hours in the year', () => {
  it.each<[string, boolean]>([
    ['720:00', false],
    ['720:01', true],
  ])('%s expected', (year, beyond) => {
    const given = about(person);
    const filled = { ...filledUp(kyotoReport, given), 'outlook.year': year, 'flow.review': '' };
    expect(problemsOf(kyotoReport.parts(given), filled, true).map(({ key }) => key)).toEqual(
      beyond ? ['flow.review'] : [],
    );
    expect(labels(given, filled)).toEqual(beyond ? ['人事部', '人事部長'] : ['人事部']);
    expect(kyotoReport.printed({ given, filled, submittedOn: null, seals })).toMatchObject({
      beyond,
      seals: beyond ? [{ label: '人事部長' }, { label: '人事部' }] : [{ label: '人事部' }],
    });
  });

  it.each<[number | null, string, boolean]>([
    [120 * 60, '', false],
    [120 * 60 + 1, '720:01', true],
    [null, '', false],
  ])('a forecast of %s for the month makes the year start with %j', (forecast, start, beyond) => {
    const given = about({ ...person, forecast });
    const year = kyotoReport.parts(given)[1]?.fields.find(({ id }) => id === 'year');
    expect(year?.start).toBe(start);
    expect(labels(given, {})).toEqual(beyond ? ['人事部', '人事部長'] : ['人事部']);
    const concerns = kyotoReport.concerns as (given: Given, person: GivenPerson) => boolean;
    expect(concerns(given, given.people[0]!)).toBe(beyond);
  });

  it('concerns whoever has 特例業務 in the month, and starts with those works alone', () => {
    const works = [
      { work: '選挙事務', minutes: 60, exceptional: true },
      { work: '窓口', minutes: 600, exceptional: false },
    ];
    const given = about({ ...withMonth(person, '2026-10', 60, 1), works });
    const concerns = kyotoReport.concerns as (given: Given, person: GivenPerson) => boolean;
    expect(concerns(given, given.people[0]!)).toBe(true);
    expect(kyotoReport.printed({ given, filled: {}, submittedOn: null, seals })).toMatchObject({
      work: '選挙事務',
      soFar: '1時間',
      year: '601時間',
      expectedYear: '　　時間',
    });
  });

  it('begins with the prior notice of the month, and tells the register what it says', () => {
    const notice = { task: '選挙の執行', staffing: '分担替え', unavoidable: '期日', reduction: '応援', health: '' };
    const notices = [{ ...notice, expected: [{ month: '2026-10', minutes: 3000 }] }];
    const given = { ...about(person), notices };
    expect(kyotoReport.notice?.(given, { 'report.cause': '告示が早まった' })).toEqual({
      task: '選挙の執行',
      expected: [{ month: '2026-10', minutes: 3000 }],
      hoursAt: 'outlook.exceptional',
      staffing: '分担替え',
      unavoidable: '告示が早まった',
      reduction: '応援',
    });
    expect(kyotoReport.notice?.(about(person), {})?.expected).toEqual([]);
  });
});
