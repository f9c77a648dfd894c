import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { formatCitation } from '../../decision/format-citation.ts';
import { type Answer, type Given, testCases } from '../../testing/cases.ts';
import { arbitraryHistory } from '../../testing/overtime/arbitrary-history.ts';
import { monthsOf, readHistory, readRules } from '../../testing/overtime/read-history.ts';
import { samples } from '../../testing/samples.ts';
import { formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { formatDuration, parseDuration } from '../../time/minutes.ts';
import { firstDayOf, formatYearMonth, monthOf } from '../../time/months.ts';
import { judgeOvertime } from '../judge-overtime.ts';
import { ImpossibleHistory } from '../known-months.ts';
import { modelOvertime } from '../rules.ts';
import { judgeBeforeTransfers } from './before-transfer.ts';
import { sumPosts } from './concurrent.ts';
import { employedFromOf } from './employment.ts';
import { judgeHarmfulDays } from './harmful-work.ts';

function askPosts(given: Given): Answer {
  const others = given.list('posts').map(monthsOf);
  const months = sumPosts(monthsOf(given), others, readRules(given));
  const kinds = { selfDirected: '自律', externallyDriven: '他律' } as const;
  return {
    answer: {
      months: months.map(
        ({ month, department, overtime }) =>
          `${formatYearMonth(month)} ${kinds[department]} ${formatDuration(overtime)}`,
      ),
    },
  };
}

function askAppointments(given: Given): Answer {
  const appointments = given.texts('appointments').map((text) => {
    const [from = '', until = ''] = text.split(' ');
    return { from: parseLocalDate(from) ?? 0, until: until === 'なし' ? null : (parseLocalDate(until) ?? 0) };
  });
  const first = employedFromOf(appointments, given.day('asOf'), readRules(given));
  return { answer: { employedFrom: first === undefined ? 'なし' : formatYearMonth(first) } };
}

function askBefore(given: Given): Answer {
  const verdicts = judgeBeforeTransfers(readHistory(given));
  return {
    answer: {
      verdicts: verdicts.map(({ limit, value, cap, verdict, because }) => {
        const worked = value === null ? null : formatDuration(value);
        return `${limit} ${worked}/${formatDuration(cap)} ${verdict}${because === undefined ? '' : `: ${because}`}`;
      }),
    },
    cites: verdicts.map(({ citation }) => formatCitation(citation)),
  };
}

function askHarmful(given: Given): Answer {
  const days = given.texts('days').map((text) => {
    const [day = '', beyond = ''] = text.split(' ');
    return { day: parseLocalDate(day) ?? 0, beyond: parseDuration(beyond) ?? 0 };
  });
  const verdicts = judgeHarmfulDays(days);
  return {
    answer: {
      verdicts: verdicts.map(
        ({ day, value, cap, verdict }) =>
          `${formatLocalDate(day)} ${formatDuration(value)}/${formatDuration(cap)} ${verdict}`,
      ),
    },
    cites: verdicts.map(({ citation }) => formatCitation(citation)),
  };
}

const questions: Readonly<Record<string, (given: Given) => Answer>> = {
  兼務: askPosts,
  任用: askAppointments,
  異動の前: askBefore,
  有害業務: askHarmful,
};

testCases(new URL('./people.cases.yaml', import.meta.url), (given) => {
  const question = questions[given.text('about')];
  if (question === undefined) throw new Error('an unknown question');
  try {
    return question(given);
  } catch (error) {
    if (error instanceof ImpossibleHistory) {
      if (given.has('asOf')) given.day('asOf');
      return { answer: { refused: true }, refusal: error };
    }
    throw error;
  }
});

describe('several posts', () => {
  it('lose no minute and do not depend on their order', () => {
    fc.assert(
      fc.property(arbitraryHistory, arbitraryHistory, arbitraryHistory, (main, one, two) => {
        const move = (history: typeof main) =>
          history.months.map((month) => ({
            ...month,
            month: month.month + monthOf(main.asOf) - monthOf(history.asOf),
          }));
        const others = [move(one), move(two)];
        const summed = sumPosts(main.months, others);
        expect(sumPosts(main.months, others.toReversed())).toEqual(summed);
        const known = new Set(main.months.map(({ month }) => month));
        const total = [main.months, ...others]
          .flat()
          .filter(({ month }) => known.has(month))
          .reduce((sum, { overtime }) => sum + overtime, 0);
        expect(summed.reduce((sum, { overtime }) => sum + overtime, 0)).toBe(total);
        expect(sumPosts(main.months, [])).toEqual(main.months);
      }),
      { numRuns: samples(100) },
    );
  });

  it('carry their exceptional work, legal-holiday work and disaster need along', () => {
    const month = {
      month: 24_315,
      department: 'selfDirected',
      overtime: 600,
      exceptional: 60,
      legalHolidayWork: 30,
    } as const;
    expect(sumPosts([month], [[{ ...month, disasterNeed: 10 }], [month]])).toEqual([
      { ...month, overtime: 1800, exceptional: 180, legalHolidayWork: 90, disasterNeed: 10 },
    ]);
    expect(sumPosts([month], [[month]])[0]).not.toHaveProperty('disasterNeed');
  });

  it('never leave more remaining hours than the main post alone', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.integer({ min: 0, max: 900 }), (history, minutes) => {
        const beside = history.months.map((month) => ({
          ...month,
          overtime: minutes,
          exceptional: 0,
          legalHolidayWork: 0,
        }));
        const alone = judgeOvertime(history).remaining.overtime;
        const summed = judgeOvertime({ ...history, months: sumPosts(history.months, [beside]) }).remaining.overtime;
        if (alone === null || summed === null) expect(summed).toBe(alone);
        else expect(summed).toBeLessThanOrEqual(alone);
      }),
      { numRuns: samples(100) },
    );
  });
});

describe('the hours before a transfer', () => {
  it('exceed nothing more when there were fewer', () => {
    fc.assert(
      fc.property(
        arbitraryHistory,
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 600 }),
        (history, before, less) => {
          const exceeded = (overtimeBefore: number) => {
            const months = history.months.map((month) => ({ ...month, overtime: Math.max(month.overtime, 3000) }));
            const transfers = history.transfers.map((transfer) => ({ ...transfer, overtimeBefore }));
            return judgeBeforeTransfers({ ...history, months, transfers }).filter(({ verdict }) =>
              verdict.startsWith('exceeded'),
            );
          };
          expect(exceeded(Math.max(0, before - less)).length).toBeLessThanOrEqual(exceeded(before).length);
        },
      ),
      { numRuns: samples(100) },
    );
  });
});

describe('harmful work', () => {
  it('is limited since 2019-04-01, to the end of the next fiscal year', () => {
    const first = parseLocalDate('2019-04-01') ?? 0;
    expect(() => judgeHarmfulDays([{ day: first - 1, beyond: 0 }])).toThrow(NotInForce);
    for (let month = monthOf(first); month <= monthOf(parseLocalDate('2028-03-31') ?? 0); month += 1) {
      expect(judgeHarmfulDays([{ day: firstDayOf(month), beyond: 121 }])[0]?.verdict).toBe('exceeded');
    }
    expect(() => judgeHarmfulDays([{ day: first, beyond: -1 }])).toThrow(ImpossibleHistory);
    expect(() => judgeHarmfulDays([{ day: first, beyond: 0.5 }])).toThrow(ImpossibleHistory);
  });
});

describe('the rules of the municipality', () => {
  it('change nothing when they are the model', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        expect(judgeOvertime({ ...history, rules: modelOvertime })).toEqual(judgeOvertime(history));
      }),
      { numRuns: samples(100) },
    );
  });
});
