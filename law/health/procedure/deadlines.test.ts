import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCitation } from '../../decision/format-citation.ts';
import { type Given, testCases } from '../../testing/cases.ts';
import { samples } from '../../testing/samples.ts';
import { civilOf, epochDayOf, formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { lastDayOf } from '../../time/months.ts';
import { modelProcedure } from '../rules.ts';
import {
  countDayOf,
  type GuidanceDates,
  guidanceDeadlineNames,
  ImpossibleDates,
  judgeGuidanceDeadlines,
  judgePhysicianReport,
} from './deadlines.ts';
import { firstDayWithinMonthBefore, lastDayOfTerm } from './terms.ts';

function datesOf(given: Given): GuidanceDates {
  if (!given.has('done')) return {};
  const done = given.inner('done');
  return Object.fromEntries(
    guidanceDeadlineNames.filter((name) => done.has(name)).map((name) => [name, done.day(name)]),
  );
}

testCases(new URL('./deadlines.cases.yaml', import.meta.url), (given) => {
  const flag = (key: string) => given.has(key) && given.flag(key);
  const rules = given.has('countDay') ? { ...modelProcedure, countDay: given.number('countDay') } : modelProcedure;
  try {
    const { outcome, steps } = judgeGuidanceDeadlines(
      {
        month: given.month('month'),
        route: given.text('route') === 'onRequest' ? 'onRequest' : 'withoutRequest',
        exempt: flag('exempt'),
        urgent: flag('urgent'),
        done: datesOf(given),
        asOf: given.day('asOf'),
      },
      rules,
    );
    expect(outcome.map(({ step }) => step)).toEqual(guidanceDeadlineNames);
    expect(steps).toHaveLength(outcome.length);
    const shown = outcome.map(({ step, due, state }) => [
      step,
      `${due === null ? '-' : formatLocalDate(due)} ${state}`,
    ]);
    const cites = outcome.map(({ citation }) => formatCitation(citation));
    return { answer: Object.fromEntries(shown) as Record<string, string>, cites, steps };
  } catch (error) {
    if (error instanceof ImpossibleDates) return { answer: `refused ${error.at}`, refusal: error };
    throw error;
  }
});

const day = (text: string): number => parseLocalDate(text)!;
const days = fc.integer({ min: day('2019-04-01'), max: day('2028-03-31') });

describe('terms', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2027-01-15', 1, '2027-02-15'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-11-30', 1, '2026-12-31'],
    ['2027-03-31', 1, '2027-04-30'],
    ['2026-10-30', 4, '2027-02-28'],
    ['2027-01-01', 0, '2027-01-01'],
    ['2026-06-10', 12, '2027-06-10'],
  ])('of months from %s, %i, end on %s', (from, months, last) =>
    expect(formatLocalDate(lastDayOfTerm(day(from), { months }))).toBe(last),
  );

  it('of days are counted from the day after', () =>
    expect(formatLocalDate(lastDayOfTerm(day('2026-12-25'), { days: 14 }))).toBe('2027-01-08'));

  it('of a month are never shorter than the month that begins them is allowed to be, and never go back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 24 }), (from, months) => {
        const last = lastDayOfTerm(from, { months });
        const { day: ofMonth } = civilOf(from);
        const { day: end } = civilOf(last);
        // The same day of the month, or a last day of one.
        const isLast = civilOf(last + 1).day === 1;
        return last <= lastDayOfTerm(from + 1, { months }) && (end === ofMonth || isLast);
      }),
      { numRuns: samples(400) },
    );
  });

  it.each([
    ['2026-11-10', '2026-10-10'],
    ['2026-03-31', '2026-03-01'],
    ['2026-03-28', '2026-02-28'],
    ['2026-03-29', '2026-03-01'],
    ['2028-03-29', '2028-02-29'],
    ['2027-01-10', '2026-12-10'],
  ])('the month before %s begins on %s', (on, first) =>
    expect(formatLocalDate(firstDayWithinMonthBefore(day(on)))).toBe(first),
  );
});

describe('deadlines', () => {
  const done = { count: day('2026-11-10'), request: day('2026-12-15') };
  const procedure = {
    month: 2026 * 12 + 9,
    route: 'onRequest',
    exempt: false,
    urgent: false,
    done,
    asOf: day('2026-12-20'),
  } as const;

  it('say by how many days they are missed', () => {
    const { steps } = judgeGuidanceDeadlines(procedure);
    expect(steps).toMatchObject([
      { says: 'deadlineJudged', figures: { late: 0, done: done.count }, words: { step: 'count', state: 'done' } },
      {
        says: 'deadlineJudged',
        figures: { due: day('2026-11-24'), late: 26, asOf: procedure.asOf },
        words: { state: 'overdue' },
      },
      { says: 'deadlineJudged', figures: { late: 26 } },
      {
        says: 'deadlineJudged',
        figures: { due: day('2026-12-10'), done: done.request, late: 5 },
        words: { state: 'doneLate' },
      },
      { says: 'deadlineJudged', figures: { due: day('2027-01-15'), late: 0 }, words: { state: 'open' } },
      { says: 'deadlineWaiting', words: { step: 'opinion', for: 'interview' } },
      { says: 'deadlineWaiting', words: { step: 'measures', for: 'opinion' } },
    ]);
    const exempt = judgeGuidanceDeadlines({ ...procedure, exempt: true, done: {} }).steps;
    expect(exempt.at(-1)).toMatchObject({ says: 'deadlineNotNeeded', words: { step: 'measures', because: 'exempt' } });
  });

  it('never come nearer by waiting, and an overdue one stays overdue', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (wait, longer) => {
        const [now, later] = [wait, wait + longer].map(
          (after) => judgeGuidanceDeadlines({ ...procedure, asOf: procedure.asOf + after }).outcome,
        );
        return now!.every(({ due, state }, at) => {
          const then = later![at]!;
          return then.due === due && (state !== 'overdue' || then.state === 'overdue');
        });
      }),
      { numRuns: samples(200) },
    );
  });

  it('count every month until 2028-03 after it has ended', () => {
    for (let month = 2019 * 12 + 3; month <= 2028 * 12 + 2; month += 1) {
      expect(countDayOf(month, modelProcedure)).toBe(lastDayOf(month) + 10);
    }
  });
});

describe('the report to the 産業医', () => {
  const report = { countedOn: day('2026-11-10'), asOf: day('2026-11-25') };

  it('is due within 14 days, also when nobody is told', () => {
    const { outcome, steps } = judgePhysicianReport({ ...report, persons: 0 });
    expect(outcome).toMatchObject({ due: day('2026-11-24'), state: 'overdue', doneOn: null });
    expect(outcome.citation.instrument).toBe('industrial-physician-notice');
    expect(steps).toHaveLength(1);
    expect(judgePhysicianReport({ ...report, persons: 3 }).outcome.citation.path).toBe('a=14_2/p=2/i=2');
  });

  it('is done once it is given, and never before the count', () => {
    const given = (reportedOn: string) => judgePhysicianReport({ ...report, persons: 1, reportedOn: day(reportedOn) });
    expect(given('2026-11-24').outcome.state).toBe('done');
    expect(given('2026-11-25').outcome.state).toBe('doneLate');
    expect(() => given('2026-11-09')).toThrow(ImpossibleDates);
    expect(() => given('2026-11-26')).toThrow('informPhysician: after asOf');
    expect(() => judgePhysicianReport({ ...report, persons: 1, asOf: epochDayOf(2026, 11, 9) })).toThrow('count');
  });
});
