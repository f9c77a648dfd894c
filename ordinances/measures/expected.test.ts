import { formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { parseDuration } from '@tokimori/law/time/minutes';
import { describe, expect, it } from 'vitest';
import { type Expectation, type ExpectedMonth, expectedBy } from './expected.ts';
import { deadlineOf } from './fire.ts';
import { Foreseeing } from './foreseen.ts';
import type { Measure } from './measure.ts';
import { sayOccasion } from './says.ts';
import { measure, told } from './testing/fired.ts';
import { monthAt } from './testing/people.ts';

const day = (text: string) => parseLocalDate(text) ?? Number.NaN;
const some = (...all: readonly (readonly [on: string, hours: string])[]): readonly Expectation[] =>
  all.map(([on, hours]) => ({ on: day(on), minutes: parseDuration(hours) ?? Number.NaN }));
const expected = (part: Partial<ExpectedMonth> = {}): ExpectedMonth => ({
  person: '甲',
  month: monthAt('2026-11'),
  section: '税務課',
  bureau: '財務部',
  department: 'selfDirected',
  managerial: false,
  notices: [],
  orders: [],
  ordinary: [],
  ...part,
});
const nerima = measure('nerima', 'nerima-prior-report-self-directed');
const kyoto = measure('kyoto', 'kyoto-prior-report-self-directed');
const ask = (
  of: Measure,
  people: readonly ExpectedMonth[],
  until: string,
  part: { since?: string; from?: string } = {},
) =>
  new Foreseeing([of], people, {
    until: day(until),
    since: day(part.since ?? '2026-04-01'),
    from: monthAt(part.from ?? '2026-10'),
    asked: null,
    yearStartMonth: 4,
  }).all();
const above = (value: number, comparison: 'above' | 'atLeast' = 'above'): Measure => ({
  ...nerima,
  when: [{ figure: 'monthExceptional', comparison, value }],
});

describe('what is expected of a month', () => {
  it('is the larger of what notices and what orders tell, each added up, as known on a day', () => {
    const both = expected({
      notices: some(['2026-10-05', '30:00'], ['2026-10-10', '20:00']),
      orders: some(['2026-10-07', '40:00'], ['2026-10-12', '20:00']),
    });
    const by = (text: string) => expectedBy(both, day(text)) / 60;
    expect(['2026-10-04', '2026-10-05', '2026-10-07', '2026-10-10', '2026-10-12'].map(by)).toEqual([0, 30, 40, 50, 60]);
  });
});

describe('a report before a month', () => {
  it.each([
    ['0:00', 0],
    ['0:01', 1],
  ])('above 0:00 is due by a notice of %s %i times', (hours, times) =>
    expect(ask(nerima, [expected({ notices: some(['2026-10-05', hours]) })], '2026-10-20')).toHaveLength(times),
  );
  it.each([
    ['above', '20:00', 0],
    ['above', '20:01', 1],
    ['atLeast', '19:59', 0],
    ['atLeast', '20:00', 1],
  ] as const)('%s 20:00 by %s', (comparison, hours, times) =>
    expect(
      ask(above(20 * 60, comparison), [expected({ orders: some(['2026-10-05', hours]) })], '2026-10-20'),
    ).toHaveLength(times),
  );
  it('comes on the day on which the condition held, no earlier than the measure, and not from days to come', () => {
    const grows = expected({ notices: some(['2026-10-05', '15:00'], ['2026-10-08', '6:00']) });
    expect(ask(above(20 * 60), [grows], '2026-10-20').map(told)).toEqual([
      '甲 | 2026-11 | 2026-10-08 | 甲 monthExceptional 21:00',
    ]);
    expect(ask(above(20 * 60), [grows], '2026-10-07')).toEqual([]);
    expect(
      ask(above(20 * 60), [grows], '2026-10-20', { since: '2026-10-15' }).map(({ on }) => formatLocalDate(on)),
    ).toEqual(['2026-10-15']);
  });
  it('is asked of the months from one on alone, and of those whom the measure concerns', () => {
    const notices = some(['2026-10-05', '1:00']);
    const months = ['2026-09', '2026-10', '2027-01'].map((month) => expected({ month: monthAt(month), notices }));
    expect(ask(nerima, months, '2026-10-20')).toHaveLength(2);
    const managers: Measure = { ...nerima, staff: 'managers' };
    expect(ask(managers, [expected({ notices })], '2026-10-20')).toEqual([]);
    expect(ask(managers, [expected({ notices, managerial: true })], '2026-10-20')).toHaveLength(1);
    const driven: Measure = { ...nerima, departments: 'externallyDriven' };
    expect(ask(driven, [expected({ notices })], '2026-10-20')).toEqual([]);
  });
  it('is not asked where a figure would have to be known that is not', () => {
    const notices = some(['2026-10-05', '90:00']);
    const unknown = { figure: 'presence', comparison: 'above', value: 0 } as const;
    const of = (when: Measure['when']): Measure => ({ ...nerima, when });
    const [known] = nerima.when;
    if (known === undefined) throw new Error('no condition');
    expect(ask(of([unknown]), [expected({ notices })], '2026-10-20')).toEqual([]);
    expect(ask(of([{ ...known, and: [unknown] }]), [expected({ notices })], '2026-10-20')).toEqual([]);
    expect(ask(of([unknown, known]), [expected({ notices })], '2026-10-20')).toHaveLength(1);
    expect(sayOccasion(of([unknown]))).toContain('過去の月で試すときだけ');
    expect(sayOccasion(nerima)).not.toContain('過去の月で試すときだけ');
  });
  it('leaves plans and everything else to the days', () => {
    const notices = some(['2026-10-05', '90:00']);
    for (const other of [measure('toyohashi', 'toyohashi-plan'), measure('nerima', 'nerima-alert-40')])
      expect(ask(other, [expected({ notices })], '2026-10-20')).toEqual([]);
  });
});

describe('its deadline', () => {
  const when = (of: Measure, on: string, until = '2026-12-31') => {
    const [found] = ask(of, [expected({ notices: some([on, '1:00']) })], until);
    if (found === undefined) throw new Error('nothing is due');
    const { by, passed } = deadlineOf(of.follows[0]?.due ?? null, found);
    return [by, passed].map((each) => (each === null ? null : formatLocalDate(each)));
  };
  it.each([
    [nerima, '2026-07-01', '2026-10-20', null],
    [nerima, '2026-10-20', '2026-10-20', null],
    [nerima, '2026-10-21', '2026-10-21', '2026-10-20'],
    [nerima, '2026-11-14', '2026-11-14', '2026-10-20'],
    [kyoto, '2026-10-31', '2026-10-31', null],
    [kyoto, '2026-11-01', '2026-11-01', '2026-10-31'],
  ])('%o known on %s is by %s', (of, on, by, passed) => expect(when(of, on)).toEqual([by, passed]));
  it('of days is so many after it came', () => {
    const follows = nerima.follows.map((each) => ({ ...each, due: { days: 3 } }));
    expect(when({ ...nerima, follows }, '2026-10-25')).toEqual(['2026-10-28', null]);
  });
  it('a plan without condition keeps its day, however late it is told', () => {
    const plan = measure('toyohashi', 'toyohashi-plan');
    const late = { measure: plan, month: monthAt('2026-11'), on: day('2026-11-02') };
    expect(deadlineOf(plan.follows[0]?.due ?? null, late)).toEqual({ by: day('2026-10-31'), passed: null });
  });
});
