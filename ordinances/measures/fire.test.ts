import { formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonHistory } from './facts.ts';
import { dueOn, type Fired, fire } from './fire.ts';
import type { Measure } from './measure.ts';
import { preset, presetNames } from './presets.ts';
import { fired, measure, one, september, spread, told } from './testing/fired.ts';
import { type MonthSketch, monthAt, personOf } from './testing/people.ts';

describe('years, averages and three months', () => {
  const year = (hours: readonly number[]) => [
    personOf('甲', Object.fromEntries(hours.map((each, at) => [`2026-0${at + 4}`, spread(each)]))),
  ];

  it('adds up the year from its first month; a month that is not known leaves it open', () => {
    const notice = measure('nerima', 'nerima-reduction-notice');
    expect(fired(notice, year([72, 72, 72, 72, 36, 36]), september)).toEqual([]);
    expect(fired(notice, year([72, 72, 72, 72, 37, 36]), september)).toEqual([
      '税務課 | 2026-09 | 2026-09-30 | 甲 year 361:00',
    ]);
    const [whole] = year([72, 72, 72, 72, 72, 36]);
    const open = { person: '甲', months: (whole?.months ?? []).filter((_, at) => at !== 2) };
    expect(fired(notice, [open], september)).toEqual([]);
  });
  it('takes sums of earlier months as well as months by day', () => {
    const notice = measure('nerima', 'nerima-reduction-notice');
    const [whole] = year([72, 72, 72, 72, 37, 36]);
    const earlier = (whole?.months ?? []).slice(0, 5).map(({ month, overtime }) => ({
      month,
      overtime: overtime.reduce((sum, each) => sum + each, 0),
      presence: 0,
    }));
    const short = { person: '甲', months: (whole?.months ?? []).slice(5), earlier };
    expect(fired(notice, [short], september)).toEqual(fired(notice, whole === undefined ? [] : [whole], september));
    expect(fired(notice, [short], september)).toHaveLength(1);
  });
  it('takes the longest average, exactly', () => {
    const report = measure('toyohashi', 'toyohashi-report-80');
    expect(fired(report, year([10, 10, 10, 80, 80, 80]), september)).toEqual([]);
    expect(fired(report, year([10, 10, 10, 80, 81, 80]), september)).toEqual([
      '税務課 | 2026-09 | 2026-09-30 | 甲 average 80:30',
    ]);
  });
  it('brings nothing due again in a month that has no part in the figure of the year', () => {
    const review = measure('zama', 'zama-review-self-directed');
    expect(fired(review, year([80, 80, 80, 80, 80, 0]), september)).toEqual([]);
    expect(fired(review, year([80, 80, 80, 80, 80, 1]), september)).toHaveLength(1);
  });
  it('counts from the first month of service: months before it are none of the person’s', () => {
    const review = measure('zama', 'zama-review-self-directed');
    const [whole] = year([80, 80, 80, 80, 80, 44]);
    const late = { person: '甲', months: (whole?.months ?? []).slice(1) };
    expect(fired(review, [late], september)).toEqual([]);
    expect(fired(review, [{ ...late, since: monthAt('2026-05') }], september)).toHaveLength(1);
    expect(fired(review, [{ ...late, since: monthAt('2026-04') }], september)).toEqual([]);
  });
  it('foresees no less than what is ordered, and nothing from days that are not known', () => {
    const paper = measure('owase', 'owase-forecast-20');
    const [person] = one({ overtime: { 1: '1:00' } });
    const [month] = person?.months ?? [];
    if (month === undefined) throw new Error('no month');
    const ordered = month.ordered.map((_, at) => (at === 20 ? 20 * 60 : 0));
    expect(fired(paper, [{ person: '甲', months: [{ ...month, ordered }] }])).toEqual([
      '甲 | 2026-09 | 2026-09-05 | 甲 forecast 21:00',
    ]);
    const unknown = { ...month, duty: month.duty.map((_, at) => Number(at > 20)) };
    expect(fired(paper, [{ person: '甲', months: [{ ...unknown, overtime: month.overtime.map(() => 0) }] }])).toEqual(
      [],
    );
  });
  it('counts months over 45:00', () => {
    const review = measure('zama', 'zama-review-externally-driven');
    const driven = (hours: readonly number[]) =>
      hours.map(
        (each, at) =>
          [`2026-${String(at + 4).padStart(2, '0')}`, { ...spread(each), department: 'externallyDriven' }] as const,
      );
    const october = { ...september, from: monthAt('2026-10'), through: monthAt('2026-10') };
    expect(fired(review, [personOf('甲', Object.fromEntries(driven([46, 46, 46, 46, 46, 46, 45])))], october)).toEqual(
      [],
    );
    expect(fired(review, [personOf('甲', Object.fromEntries(driven([46, 46, 46, 46, 46, 46, 46])))], october)).toEqual([
      '税務課 | 2026-10 | 2026-10-31 | 甲 monthsOver45 7',
    ]);
  });
  it('sums presence over three months, and of an unknown one nothing', () => {
    const list = measure('nanto', 'nanto-presence-180');
    const months = (last: MonthSketch) =>
      personOf('甲', {
        '2026-07': { presence: spread(60).overtime as Record<number, string> },
        '2026-08': last,
        '2026-09': { presence: spread(60).overtime as Record<number, string> },
      });
    expect(fired(list, [months({ presence: spread(60).overtime as Record<number, string> })])).toEqual([
      '団体 | 2026-09 | 2026-09-30 | 甲 presenceThreeMonths 180:00',
    ]);
    expect(fired(list, [months({ presence: spread(59).overtime as Record<number, string> })])).toEqual([]);
    expect(fired(list, [months({ presence: null })])).toEqual([]);
  });
  it('a measure of the beginning of the year fires in its first month alone', () => {
    const meeting = measure('uji', 'uji-meeting');
    const months = { '2026-04': {}, '2026-05': {} };
    const spring = { ...september, from: monthAt('2026-04'), through: monthAt('2026-05') };
    expect(fired(meeting, [personOf('甲', months)], spring)).toEqual(['税務課 | 2026-04 | 2026-04-01']);
    expect(fired(meeting, [personOf('甲', months)], { ...spring, yearStartMonth: 5 })).toEqual([
      '税務課 | 2026-05 | 2026-05-01',
    ]);
  });
});

describe('sections and bureaus', () => {
  it('leave whoever stands directly in a 部局 out of what is asked of each 課', () => {
    const people = [personOf('部長', { '2026-09': { ...spread(100), section: '' } })];
    expect(fired(measure('nerima', 'nerima-reduction-notice'), people)).toEqual([]);
    expect(fired(measure('nerima', 'nerima-list-20'), people)).toEqual([]);
    expect(fired(measure('yokohama', 'yokohama-plan-80'), people)).toEqual([
      '財務部 | 2026-09 | 2026-09-30 | 部長 monthOrdinary 100:00',
    ]);
    expect(fired(measure('nerima', 'nerima-alert-40'), people)).toHaveLength(1);
  });
  it('come to be due once, by the first of their people, and name everybody', () => {
    const notice = measure('nerima', 'nerima-reduction-notice');
    const people = [
      personOf('甲', { '2026-09': spread(46) }),
      personOf('乙', { '2026-09': spread(30) }),
      personOf('丙', { '2026-09': spread(50) }),
      personOf('丁', { '2026-09': { ...spread(50), section: '会計課' } }),
    ];
    expect(fired(notice, people)).toEqual([
      '税務課 | 2026-09 | 2026-09-30 | 甲 month 46:00 | 丙 month 50:00',
      '会計課 | 2026-09 | 2026-09-30 | 丁 month 50:00',
    ]);
  });
});

describe('the daily run', () => {
  const daily = (of: Measure, people: readonly PersonHistory[], until: string) =>
    fire([of], people, { ...september, live: true, until: parseLocalDate(until) ?? 0 }).map(told);

  it('looks at nothing that is not over', () => {
    const alert = measure('ukiha', 'ukiha-alert-10');
    const people = one({ overtime: { 10: '16:00' } });
    expect(daily(alert, people, '2026-09-09')).toEqual([]);
    expect(daily(alert, people, '2026-09-10')).toHaveLength(1);
    const report = measure('yokohama', 'yokohama-report-45');
    expect(daily(report, one(spread(50)), '2026-09-29')).toEqual([]);
    expect(daily(report, one(spread(50)), '2026-09-30')).toHaveLength(1);
  });
  it('brings a plan due on the first day of the month before, and no report of what nobody ordered yet', () => {
    const plan = measure('toyohashi', 'toyohashi-plan');
    expect(daily(plan, one({}), '2026-09-01')).toEqual(['税務課 | 2026-10 | 2026-09-01']);
    const [found] = fire([plan], one({}), { ...september, live: true });
    expect(found && dueOn(plan.follows[0]?.due ?? null, found)).toBe(parseLocalDate('2026-09-30'));
    const prior = measure('nerima', 'nerima-prior-report-self-directed');
    expect(daily(prior, one({ overtime: { 5: '5:00' }, exceptional: { 5: '5:00' } }), '2026-09-30')).toEqual([]);
  });
  it('begins in the middle of a month with those who are over already', () => {
    const rise = measure('yokohama', 'yokohama-approver-60');
    const people = one({ overtime: { ...spread(60).overtime, 10: '1:00' } });
    const options = { ...september, live: true, until: parseLocalDate('2026-09-30') ?? 0 };
    expect(fire([rise], people, { ...options, since: parseLocalDate('2026-09-15') ?? 0 }).map(told)).toEqual([
      '甲 | 2026-09 | 2026-09-15 | 甲 month 61:00',
    ]);
  });
  it('names where it belongs', () => {
    const [person] = fire([measure('ukiha', 'ukiha-alert-10')], one({ overtime: { 10: '16:00' } }), september);
    expect(person).toMatchObject({ subject: '甲', section: '税務課', bureau: '財務部' });
    const [bureau] = fire([measure('yokohama', 'yokohama-plan-80')], one(spread(100)), september);
    expect(bureau).toMatchObject({ subject: '財務部', section: '', bureau: '財務部' });
  });
});

describe('when an action is done by', () => {
  const at = (text: string) => ({ on: (personOf('甲', { [text]: {} }).months[0]?.month ?? 0) && dayOf(text) });
  const dayOf = (text: string) =>
    fire([measure('zama', 'zama-monthly')], [personOf('甲', { [text]: {} })], {
      ...september,
      from: monthAt(text),
      through: monthAt(text),
    })[0]?.on ?? 0;
  it.each([
    ['2026-09', { monthsAfter: 1, day: 31 }, '2026-10-31'],
    ['2027-01', { monthsAfter: 1, day: 31 }, '2027-02-28'],
    ['2026-09', { monthsAfter: 2, day: 20 }, '2026-11-20'],
    ['2026-12', { monthsAfter: 1, day: 14 }, '2027-01-14'],
    ['2026-09', { days: 3 }, '2026-10-03'],
    ['2026-09', { days: 0 }, '2026-09-30'],
  ] as const)('%s %j is %s', (month, due, expected) =>
    expect(formatLocalDate(dueOn(due, at(month)) ?? 0)).toBe(expected),
  );
  it('is no day where none is set', () => expect(dueOn(null, at('2026-09'))).toBeNull());
});

describe('whatever the people worked', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 30, maxLength: 30, size: 'max' });
  const months = ['2026-07', '2026-08', '2026-09'];
  const history = fc.array(minutes, { minLength: 3, maxLength: 3 }).map((all): PersonHistory => {
    const base = personOf('甲', Object.fromEntries(months.map((name) => [name, {}])));
    return {
      ...base,
      months: base.months.map((month, at) => ({
        ...month,
        overtime: Int16Array.from(month.overtime, (_, day) => all[at]?.[day] ?? 0),
      })),
    };
  });
  const all = presetNames.flatMap((name) => preset(name).measures);
  const keys = (found: readonly Fired[]) =>
    found.map(({ measure: { id }, subject, month }) => `${id} ${subject} ${month}`).sort();

  it('the order of people has no meaning but for the order of causes', () =>
    fc.assert(
      fc.property(history, history, (a, b) => {
        const people = [a, { ...b, person: '乙' }];
        const causes = (found: readonly Fired[]) =>
          found.map(({ measure: { id }, subject, month, on, causes: each }) =>
            [id, subject, month, on, ...each.map(({ person }) => person).sort()].join(' '),
          );
        expect(causes(fire(all, people.toReversed(), september)).sort()).toEqual(
          causes(fire(all, people, september)).sort(),
        );
      }),
      { numRuns: 40 },
    ));
  it('more overtime brings no less due, and nothing later, but what is due once while it lasts', () => {
    const each = all.filter(({ lasting }) => lasting === undefined);
    fc.assert(
      fc.property(history, fc.nat(2), fc.nat(29), fc.integer({ min: 1, max: 300 }), (before, at, day, more) => {
        const after: PersonHistory = {
          ...before,
          months: before.months.map((month, position) =>
            position === at ? { ...month, overtime: month.overtime.map((m, d) => (d === day ? m + more : m)) } : month,
          ),
        };
        const [less, than] = [fire(each, [before], september), fire(each, [after], september)];
        expect(keys(than)).toEqual(expect.arrayContaining(keys(less)));
        const days = new Map(than.map(({ measure: { id }, subject, on }) => [`${id} ${subject}`, on]));
        for (const {
          measure: { id, moment },
          subject,
          on,
        } of less)
          if (moment !== 'daily') expect(days.get(`${id} ${subject}`)).toBeLessThanOrEqual(on);
      }),
      { numRuns: 40 },
    );
  });
});
