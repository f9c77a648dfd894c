import { describe, expect, it } from 'vitest';
import { coveredThrough, expectedYear, monthsOfYear, ordinaryOf, sumOf, worksOf, yearOfForm } from './figures.ts';
import { sampleGiven, samplePerson, withMonth } from './testing/sample.ts';
import { hoursInWords, typedHoursInWords, upTo } from './words.ts';

const given = sampleGiven();
const person = samplePerson('1', '森下 千尋', [10, 20, 30, 0, 0, 0, 40]);

describe('figures of a form', () => {
  it.each([
    ['2026-10', '2026-10-20', '2026-10-20'],
    ['2026-10', '2026-10-31', '2026-10-31'],
    ['2026-10', '2026-11-05', '2026-10-31'],
    ['2028-02', '2028-04-01', '2028-02-29'],
  ])('the figures of %s, read on %s, go through %s', (month, on, through) => {
    expect(coveredThrough({ month, on })).toBe(through);
  });

  it('expects the year with the month as it will end, never below what it has', () => {
    expect(expectedYear(given, person)).toBe(100 * 60);
    expect(expectedYear(given, { ...person, forecast: 55 * 60 })).toBe(115 * 60);
    expect(expectedYear(given, { ...person, forecast: 30 * 60 })).toBe(100 * 60);
  });

  it('takes 特例業務 off a month, and knows nothing of an unknown one', () => {
    const [month] = withMonth(person, '2025-04', 600, 90).months;
    expect(ordinaryOf(month!)).toBe(510);
    expect(ordinaryOf({ ...month!, exceptional: null })).toBe(600);
    expect(ordinaryOf({ ...month!, total: null })).toBe(null);
  });

  it('adds what is known', () => {
    expect(sumOf([1, null, 2])).toBe(3);
    expect(sumOf([null, null])).toBe(null);
    expect(sumOf([0, null])).toBe(0);
  });

  it('has the months of the year, of a form without anybody too', () => {
    expect(monthsOfYear(sampleGiven())).toEqual(monthsOfYear(sampleGiven({ people: [] })));
    expect(monthsOfYear(sampleGiven({ people: [], month: '2027-03' })).at(-1)).toBe('2027-03');
    expect([yearOfForm({ month: '2027-03' }), yearOfForm({ month: '2027-04' })]).toEqual([2026, 2027]);
  });

  it('lists works, cut at a number of characters and never inside one', () => {
    const works = [{ work: '𠮷田町の調査', minutes: 90, exceptional: false }];
    expect(worksOf({ ...person, works }, ({ work }) => work, 1)).toBe('𠮷');
    expect(worksOf(undefined, ({ work }) => work, 9)).toBe('');
    expect(upTo(2, 'あ𠮷い')).toBe('あ𠮷');
  });

  it.each([
    [null, '　　時間'],
    [0, '0時間'],
    [52 * 60, '52時間'],
    [45 * 60 + 30, '45時間30分'],
    [1_046 * 60 + 5, '1,046時間5分'],
  ])('%s minutes are %s', (minutes, words) => {
    expect(hoursInWords(minutes)).toBe(words);
  });

  it('reads what was typed, and leaves a blank for nothing', () => {
    expect([typedHoursInWords('12:30'), typedHoursInWords('')]).toEqual(['12時間30分', '　　時間']);
  });
});
