import { parseLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { type FireOptions, fire } from './fire.ts';
import { fired, measure, september, spread } from './testing/fired.ts';
import { type MonthSketch, monthAt, personOf } from './testing/people.ts';

describe('京都市: the permission above 720:00 of the year', () => {
  const permission = measure('kyoto', 'kyoto-permission-720');
  const yearOf = (hours: readonly number[], last: MonthSketch = {}) => [
    personOf('甲', {
      ...Object.fromEntries(hours.map((each, at) => [monthName(at), spread(each)])),
      [monthName(hours.length)]: last,
    }),
  ];
  const monthName = (at: number) => formatYearMonth(monthAt('2026-04') + at);
  const whole = { ...september, from: monthAt('2026-04'), through: monthAt('2027-03') };

  it('is due once, months before they are passed, as soon as the pace of the year leads above them', () => {
    expect(fired(permission, yearOf([150, 150, 150, 150, 110, 10]), whole)).toEqual([
      '甲 | 2026-06 | 2026-06-07 | 甲 yearForecast 1800:00',
    ]);
  });
  it('is not due at 720:00 to the minute', () => {
    expect(fired(permission, yearOf([60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60], spread(60)), whole)).toEqual([]);
  });
  it('is due by orders before they are worked, where the pace does not lead there', () => {
    const slow = [55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55];
    expect(fired(permission, yearOf(slow, { ordered: { 20: '115:00' } }), whole)).toEqual([]);
    expect(fired(permission, yearOf(slow, { ordered: { 20: '115:01' } }), whole)).toEqual([
      '甲 | 2027-03 | 2027-03-01 | 甲 yearForecast 720:01',
    ]);
  });
  it('does not take one busy month at the beginning of a year for the year', () => {
    expect(fired(permission, yearOf([99], spread(20)), whole)).toEqual([]);
  });
  it('is not foreseen while a month of the year is not known', () => {
    const [person] = yearOf([150, 150, 150]);
    const months = person?.months.filter(({ month }) => month !== monthAt('2026-05')) ?? [];
    expect(fired(permission, [{ person: '甲', months }], whole)).toEqual([]);
  });
});

describe('a measure of months in a row', () => {
  const hearing = measure('nerima', 'nerima-hearing-self-directed');
  const half = { ...september, from: monthAt('2026-04') };
  const of = (hours: readonly number[]) => [
    personOf('甲', Object.fromEntries(hours.map((each, at) => [`2026-0${at + 4}`, spread(each)]))),
  ];
  const monthsOf = (hours: readonly number[], options: FireOptions = half) =>
    fire([hearing], of(hours), options).map(({ month }) => formatYearMonth(month));

  it.each<[string, readonly number[], readonly string[]]>([
    ['not in the first month', [46, 10, 46, 10, 46, 10], []],
    ['in the second, and not again while it lasts', [46, 46, 46, 46, 46, 46], ['2026-05']],
    ['again when it has begun anew', [46, 46, 10, 46, 46, 46], ['2026-05', '2026-08']],
    ['45:00 is not over', [46, 45, 46, 46, 10, 10], ['2026-07']],
    ['the year goes on lasting while it is exceeded', [45, 45, 45, 45, 181, 45], ['2026-09']],
    ['a month without overtime ends it', [100, 0, 100, 100, 0, 100], ['2026-07']],
  ])('%s', (_, hours, expected) => expect(monthsOf(hours)).toEqual(expected));
  it('begins with those in whose case it has lasted already', () => {
    const july = { ...half, from: monthAt('2026-07'), since: parseLocalDate('2026-07-01') ?? 0 };
    expect(monthsOf([46, 46, 46, 46, 46, 46], july)).toEqual(['2026-07']);
    expect(monthsOf([46, 46, 46, 46, 46, 46], { ...july, since: parseLocalDate('2026-06-30') ?? 0 })).toEqual([]);
  });
  it('does not count the year before: its sum is another year’s', () => {
    const months = { '2027-02': spread(40), '2027-03': spread(40), '2027-04': spread(46), '2027-05': spread(46) };
    const over = { ...personOf('甲', months), since: monthAt('2026-04') };
    const earlier = Array.from({ length: 10 }, (_, at) => ({
      month: monthAt('2026-04') + at,
      overtime: 44 * 60,
      presence: 0,
    }));
    const span = { ...september, from: monthAt('2027-02'), through: monthAt('2027-05') };
    expect(fire([hearing], [{ ...over, earlier }], span).map(({ month }) => formatYearMonth(month))).toEqual([
      '2027-05',
    ]);
  });
});
