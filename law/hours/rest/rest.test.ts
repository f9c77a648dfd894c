import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCases } from '../../testing/cases.ts';
import { samples } from '../../testing/samples.ts';
import { stepText } from '../../testing/step-text.ts';
import { epochDayOf, formatLocalDate } from '../../time/civil.ts';
import { formatDuration } from '../../time/minutes.ts';
import { firstDayOf, parseYearMonth } from '../../time/months.ts';
import { formatTimeOfDay, parseTimeOfDay } from '../../time/time-of-day.ts';
import { modelHours, type RestRules } from '../rules.ts';
import { ImpossibleRest, judgeRest, judgeRestWeek } from './rest.ts';

const model = modelHours.rest;

testCases(new URL('./rest.cases.yaml', import.meta.url), (given) => {
  const rules: RestRules = {
    ...model,
    ...(given.has('target') ? { target: given.minutes('target') } : {}),
    ...(given.has('adopted') ? { adopted: given.flag('adopted') } : {}),
  };
  const input = {
    end: { date: given.day('date'), minute: given.minutes('end') },
    start: { date: given.day('next'), minute: given.minutes('start') },
    shifts: given.texts('shifts').map((name) => {
      const from = parseTimeOfDay(name) ?? Number.NaN;
      return { name, from, until: from + 525, breaks: [] };
    }),
  };
  try {
    const { outcome, steps } = judgeRest(input, rules);
    const { duty, interval, shortage, earliest, proposal } = outcome;
    return {
      answer: {
        rest: `${duty} ${formatDuration(interval)} ${formatDuration(shortage)} ${formatLocalDate(earliest.date)} ${formatTimeOfDay(earliest.minute)}`,
        shift: proposal?.name ?? null,
        steps: steps.map(stepText({ days: ['date'], counts: [] })),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleRest) return { answer: { refused: error.defect }, refusal: error };
    throw error;
  }
});

const MONDAY = epochDayOf(2026, 11, 2);
const weekOf = (...intervals: readonly number[]) => intervals.map((interval, at) => ({ date: MONDAY + at, interval }));

describe('the rest of a week', () => {
  it.each([
    [[660, 660, 660, 659, 0], 3, 3, true],
    [[660, 660, 659, 659, 0], 2, 3, false],
    [[660, 660], 2, 2, true],
    [[660, 659], 1, 2, false],
  ])('of %j reaches %d of %d', (intervals, reached, wanted, kept) => {
    const { outcome, steps } = judgeRestWeek(weekOf(...intervals), model);
    expect(outcome).toEqual({ duty: 'endeavour', days: intervals.length, reached, wanted, kept });
    expect(steps.map(({ says, figures }) => [says, figures])).toEqual([
      [kept ? 'weekKept' : 'weekMissed', { days: intervals.length, reached, wanted, target: 660 }],
    ]);
  });

  it('wants every day where the target is every day', () =>
    expect(judgeRestWeek(weekOf(660, 660, 660, 660, 659), { ...model, daysPerWeek: 7 }).outcome).toMatchObject({
      wanted: 5,
      kept: false,
    }));

  it('knows no duty before 2024-04-01, nor where it was not taken over', () => {
    const before = [{ date: epochDayOf(2024, 3, 29), interval: 0 }];
    expect(judgeRestWeek(before, model)).toMatchObject({
      outcome: { duty: 'none', kept: true },
      steps: [{ says: 'noDutyYet' }],
    });
    expect(judgeRestWeek(weekOf(0), { ...model, adopted: false })).toMatchObject({
      outcome: { duty: 'none', kept: true, reached: 0 },
      steps: [{ says: 'notAdopted' }],
    });
  });

  it.each([
    ['no day', [], model],
    [
      'a day twice',
      [
        { date: 1, interval: 0 },
        { date: 1, interval: 0 },
      ],
      model,
    ],
    ['a negative interval', weekOf(-1), model],
    ['no day of the week wanted', weekOf(0), { ...model, daysPerWeek: 0 }],
    ['eight days of the week wanted', weekOf(0), { ...model, daysPerWeek: 8 }],
    ['half a day wanted', weekOf(0), { ...model, daysPerWeek: 2.5 }],
  ])('refuses %s', (_, week, rules) => expect(() => judgeRestWeek(week, rules)).toThrow(ImpossibleRest));
});

describe('the rest between shifts', () => {
  it('and its shortage make up the target, and the proposal ends the shortage', () => {
    const input = fc.record({
      end: fc.integer({ min: 600, max: 1900 }),
      rest: fc.nat(900),
      starts: fc.array(fc.integer({ min: 300, max: 1300 }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(input, ({ end, rest, starts }) => {
        const at = end + rest;
        const moment = { date: MONDAY + Math.floor(at / 1440), minute: at % 1440 };
        const shifts = starts.map((from) => ({ name: String(from), from, until: from + 525, breaks: [] }));
        const judged = judgeRest({ end: { date: MONDAY, minute: end }, start: moment, shifts }, model).outcome;
        expect(judged.interval).toBe(rest);
        expect(judged.interval + judged.shortage).toBe(Math.max(rest, 660));
        if (judged.proposal === null) return;
        const later = { ...moment, minute: judged.proposal.from };
        expect(judgeRest({ end: { date: MONDAY, minute: end }, start: later, shifts }, model).outcome.shortage).toBe(0);
        const better = starts.filter((from) => from >= judged.earliest.minute && from > moment.minute);
        expect(judged.proposal.from).toBe(Math.min(...better));
      }),
      { numRuns: samples(200) },
    );
  });

  it('covers every month from 2024-04 to 2028-03', () => {
    for (let month = parseYearMonth('2024-04') ?? 0; month <= (parseYearMonth('2028-03') ?? 0); month += 1) {
      const date = firstDayOf(month);
      const input = { end: { date, minute: 1420 }, start: { date: date + 1, minute: 510 }, shifts: [] };
      expect(judgeRest(input, model).outcome).toMatchObject({ duty: 'endeavour', shortage: 130 });
    }
  });
});
