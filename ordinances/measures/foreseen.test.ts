import { formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { parseDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import type { ExpectedMonth } from './expected.ts';
import type { PersonHistory } from './facts.ts';
import { deadlineOf } from './fire.ts';
import { Foreseeing } from './foreseen.ts';
import type { Measure } from './measure.ts';
import { sayOccasion } from './says.ts';
import { measure, spread, told } from './testing/fired.ts';
import { type MonthSketch, monthAt, personOf } from './testing/people.ts';

const day = (text: string) => parseLocalDate(text) ?? Number.NaN;
const self = measure('nerima', 'nerima-prior-report-self-directed');
const driven = measure('nerima', 'nerima-prior-report-externally-driven');
const kyoto = measure('kyoto', 'kyoto-prior-report-self-directed');

type Asking = { until: string; since?: string; asked?: string; from?: string; people?: readonly ExpectedMonth[] };
function foresee(of: Measure, histories: readonly PersonHistory[], { until, since, asked, from, people = [] }: Asking) {
  const options = { until: day(until), since: day(since ?? '2026-04-01'), from: monthAt(from ?? '2026-04') };
  const foreseeing = new Foreseeing([of], people, {
    ...options,
    asked: asked === undefined ? null : day(asked),
    yearStartMonth: 4,
  });
  for (const history of histories) foreseeing.add(history);
  return foreseeing.all();
}
const ask = (...given: Parameters<typeof foresee>) => foresee(...given).map(told);

/** Months of the year from April on, each with so many hours, then some sketch. */
const yearOf = (hours: readonly number[], last: MonthSketch = {}, kind: MonthSketch = {}) => [
  personOf(
    '甲',
    Object.fromEntries(
      [...hours.map((each) => spread(each)), last].map((sketch, at) => [
        formatYearMonth(monthAt('2026-04') + at),
        { ...sketch, ...kind },
      ]),
    ),
  ),
];
const expected = (part: Partial<ExpectedMonth>): ExpectedMonth => ({
  person: '甲',
  month: monthAt('2026-10'),
  section: '税務課',
  bureau: '財務部',
  department: 'selfDirected',
  managerial: false,
  notices: [],
  orders: [],
  ordinary: [],
  ...part,
});
const some = (on: string, hours: string) => [{ on: day(on), minutes: parseDuration(hours) ?? Number.NaN }];

describe('練馬区・京都市: the month that runs leads above its cap', () => {
  /** 25 of the 31 days of October are judged as duty in the sketches; the first five days at so many minutes each. */
  const pace = (of: string): MonthSketch => ({ overtime: Object.fromEntries([1, 2, 3, 4, 5].map((at) => [at, of])) });
  const october = (sketch: MonthSketch) => [personOf('甲', { '2026-10': sketch })];

  it('is due on the day on which the pace shows it, past the day of the month before', () => {
    const [found, ...more] = foresee(self, october(pace('2:00')), { until: '2026-10-09' });
    expect(more).toEqual([]);
    expect(found && told(found)).toBe('甲 | 2026-10 | 2026-10-05 | 甲 month 46:00');
    const deadline = found && deadlineOf(self.follows[0]?.due ?? null, found);
    expect([deadline?.by, deadline?.passed].map((each) => each && formatLocalDate(each))).toEqual([
      '2026-10-05',
      '2026-09-20',
    ]);
  });
  it('is not due before five duty days, nor at a pace of 45:00 to the minute', () => {
    expect(ask(self, october(pace('2:00')), { until: '2026-10-04' })).toEqual([]);
    expect(ask(self, october({ overtime: {}, ordered: { 20: '45:00' } }), { until: '2026-10-09' })).toEqual([]);
    expect(ask(self, october({ overtime: {}, ordered: { 20: '45:01' } }), { until: '2026-10-01' })).toEqual([
      '甲 | 2026-10 | 2026-10-01 | 甲 month 45:01',
    ]);
  });
  it('is not due any more when the month is over and did not come to it', () => {
    expect(ask(self, october(pace('2:00')), { until: '2026-10-30' })).toHaveLength(1);
    expect(ask(self, october(pace('2:00')), { until: '2026-10-31' })).toEqual([]);
    expect(ask(self, october({ overtime: { ...pace('2:00').overtime, 9: '35:01' } }), { until: '2026-10-31' })).toEqual(
      ['甲 | 2026-10 | 2026-10-05 | 甲 month 45:01'],
    );
  });
  it('asks of each kind of department by its own caps', () => {
    const other = (of: string) => october({ ...pace(of), department: 'externallyDriven' });
    expect(ask(self, other('2:00'), { until: '2026-10-09' })).toEqual([]);
    expect(ask(driven, other('2:00'), { until: '2026-10-09' })).toEqual([]);
    expect(ask(driven, other('4:30'), { until: '2026-10-09' })).toEqual([
      '甲 | 2026-10 | 2026-10-05 | 甲 month 103:30',
    ]);
    const by = (hours: string) => october({ ordered: { 20: hours }, department: 'externallyDriven' });
    expect(ask(driven, by('99:59'), { until: '2026-10-01' })).toEqual([]);
    expect(ask(driven, by('100:00'), { until: '2026-10-01' })).toHaveLength(1);
  });
  it('adds what a notice tells beyond the orders, once', () => {
    const noticed = { ...october({ overtime: { 1: '5:00' }, ordered: { 20: '10:00' } })[0]! };
    const people = (hours: string) => [
      expected({ notices: some('2026-10-01', hours), orders: some('2026-10-01', '10:00') }),
    ];
    const months: Measure = { ...self, when: self.when.slice(1) };
    expect(ask(months, [noticed], { until: '2026-10-01', people: people('40:00') })).toEqual([]);
    expect(ask(months, [noticed], { until: '2026-10-01', people: people('40:01') })).toEqual([
      '甲 | 2026-10 | 2026-10-01 | 甲 month 45:01',
    ]);
  });
});

describe('the month behind the one that runs', () => {
  const driven12: MonthSketch = { department: 'externallyDriven' };
  const months: Measure = { ...self, when: self.when.slice(1) };
  const people = (hours: string, part: Partial<ExpectedMonth> = {}) => [
    expected({ notices: some('2026-09-10', hours), ...part }),
  ];

  it('comes to 特例業務 and what the year comes to on the mean beside it, in time for the day of the month before', () => {
    const history = yearOf([25, 25, 25, 25, 25], {});
    expect(ask(months, history, { until: '2026-09-20', people: people('20:00') })).toEqual([]);
    const [found] = foresee(months, history, { until: '2026-09-20', people: people('20:01') });
    expect(found && told(found)).toBe('甲 | 2026-10 | 2026-09-10 | 甲 month 45:01');
    expect(found && deadlineOf(self.follows[0]?.due ?? null, found)).toEqual({ by: day('2026-09-20'), passed: null });
  });
  it('takes no mean month above the cap for the next one, without 特例業務', () => {
    expect(ask(months, yearOf([50, 50], {}), { until: '2026-06-20', from: '2026-06' })).toEqual([]);
  });
  it('takes what is ordered of it, of whatever kind', () => {
    const ordinary = (hours: string) => [expected({ ordinary: some('2026-09-12', hours) })];
    expect(ask(months, yearOf([0], {}), { until: '2026-09-30', people: ordinary('45:00') })).toEqual([]);
    expect(ask(months, yearOf([0], {}), { until: '2026-09-30', people: ordinary('45:01') })).toEqual([
      '甲 | 2026-10 | 2026-09-12 | 甲 month 45:01',
    ]);
  });
  it('brings the year above its cap at the mean of its months, at 360:00 to the minute not yet', () => {
    // Seven months are over, 40 hours each; November comes to 40:00, December is foreseen at the mean: 360:00.
    const seven = [40, 40, 40, 40, 40, 40, 40];
    expect(ask(kyoto, yearOf(seven, spread(40)), { until: '2026-11-30', from: '2026-12' })).toEqual([]);
    const [found] = foresee(kyoto, yearOf(seven, { overtime: { ...spread(40).overtime, 30: '0:01' } }), {
      until: '2026-11-30',
      from: '2026-12',
    });
    expect(found && told(found)).toBe('甲 | 2026-12 | 2026-11-30 | 甲 year 360:01');
    expect(found && deadlineOf(kyoto.follows[0]?.due ?? null, found)).toEqual({ by: day('2026-11-30'), passed: null });
  });
  it('begins a year of its own, and is nobody’s who has left', () => {
    const whole = [30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30];
    expect(ask(months, yearOf(whole, spread(29)), { until: '2027-03-31', from: '2027-04' })).toEqual([]);
    const [leaver] = yearOf([40, 40, 40, 40, 40, 40, 40], spread(41));
    const at = { until: '2026-11-30', from: '2026-12' };
    expect(ask(months, [leaver!], at)).toHaveLength(1);
    expect(ask(months, [{ ...leaver!, through: monthAt('2026-11') }], at)).toEqual([]);
  });
  it('is not asked any more of whoever stands in a department of the other kind when it begins', () => {
    const [person] = yearOf([40, 40, 40, 40, 40, 40, 40], spread(41));
    const [moved] = yearOf([40, 40, 40, 40, 40, 40, 40, 41], driven12);
    expect(ask(months, [person!], { until: '2026-11-30', from: '2026-12' })).toHaveLength(1);
    expect(ask(months, [moved!], { until: '2026-12-01', from: '2026-12' })).toEqual([]);
  });
  it('is not foreseen of the year while a month of it is not known', () => {
    const [person] = yearOf([40, 40, 40, 40, 40, 40, 40], spread(45));
    const open = (person?.months ?? []).filter(({ month }) => month !== monthAt('2026-06'));
    expect(ask(months, [{ person: '甲', months: open }], { until: '2026-11-30', from: '2026-12' })).toEqual([]);
  });
  it('counts months over 45:00 and averages of a 他律部署', () => {
    const only = (figure: 'monthsOver45' | 'average'): Measure => ({
      ...driven,
      when: driven.when.filter((each) => each.figure === figure),
    });
    const kind = { department: 'externallyDriven' } as const;
    const over = [46, 46, 46, 46, 46];
    const at = { until: '2026-09-30', from: '2026-10', people: people('46:00', kind) };
    expect(ask(only('monthsOver45'), yearOf(over, spread(45), kind), at)).toEqual([]);
    expect(ask(only('monthsOver45'), yearOf(over, spread(46), kind), at)).toEqual([
      '甲 | 2026-10 | 2026-09-10 | 甲 monthsOver45 7',
    ]);
    expect(ask(only('average'), yearOf([80, 80, 80, 80, 80], spread(80), kind), { until: '2026-09-30' })).toEqual([]);
    expect(ask(only('average'), yearOf([80, 80, 80, 80, 80], spread(81), kind), { until: '2026-09-30' })).toEqual([
      '甲 | 2026-09 | 2026-09-05 | 甲 average 80:30',
      '甲 | 2026-10 | 2026-09-09 | 甲 average 80:30',
    ]);
  });
  it('says from where it is foreseen', () => {
    expect(sayOccasion(self)).toBe(
      '前の月の20日までに、職員ごとに(管理職を含む全職員、自律部署)。月の特例業務が 0:00 を超えるか、月の時間外勤務が 45:00 を超えるか、年度の時間外勤務の累計が 360:00 を超える見込みのとき(見込みは、届け出た時間、命じた時間、その月のこれまでの進み方、年度の月平均から出します)',
    );
  });
});

describe('the days on which it holds', () => {
  it('come after the last day of which was asked: an order of today was not known before', () => {
    const history = [personOf('甲', { '2026-10': { ordered: { 28: '46:00' } } })];
    const [found] = foresee(self, history, { until: '2026-10-20', asked: '2026-10-19' });
    expect(found && told(found)).toBe('甲 | 2026-10 | 2026-10-20 | 甲 month 46:00');
    const notices = [expected({ notices: some('2026-10-05', '46:00') })];
    expect(ask(self, history, { until: '2026-10-20', asked: '2026-10-19', people: notices })).toEqual([
      '甲 | 2026-10 | 2026-10-05 | 甲 monthExceptional 46:00',
    ]);
  });
  it('come no earlier than the measure, and of no month before it', () => {
    const months: Measure = { ...self, when: self.when.slice(1) };
    const history = yearOf([0], { ordered: { 20: '46:00' } });
    expect(ask(months, history, { until: '2026-05-20', since: '2026-05-08' })).toEqual([
      '甲 | 2026-05 | 2026-05-08 | 甲 month 46:00',
    ]);
    expect(ask(months, history, { until: '2026-05-20', from: '2026-06' })).toEqual([]);
  });
});
