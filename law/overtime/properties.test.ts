import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryArticle36, arbitraryHistory } from '../testing/overtime/arbitrary-history.ts';
import { samples } from '../testing/samples.ts';
import { monthOf } from '../time/months.ts';
import { judgeOvertime } from './judge-overtime.ts';
import { standingOf } from './standing.ts';
import type { LimitKey, LimitVerdict, OvertimeHistory } from './types.ts';

const anyHistory = fc.oneof({ weight: 3, arbitrary: arbitraryHistory }, { weight: 1, arbitrary: arbitraryArticle36 });

/** The same history with so much more ordered in the running month. */
function withMore(history: OvertimeHistory, minutes: number): OvertimeHistory {
  const current = monthOf(history.asOf);
  const months = history.months.map((m) => (m.month === current ? { ...m, overtime: m.overtime + minutes } : m));
  return { ...history, months };
}

const keyOf = (limit: LimitVerdict): LimitKey => (limit.limit === 'average' ? `average-${limit.months}` : limit.limit);
const endOf = (limit: LimitVerdict, history: OvertimeHistory): number => {
  const current = monthOf(history.asOf);
  if (limit.limit === 'average') return limit.through;
  return 'month' in limit ? limit.month : current;
};

/** The limits that are broken and that the running month enters (of past years nothing changes). */
function brokenNow(history: OvertimeHistory): Set<string> {
  return new Set(
    judgeOvertime(history)
      .limits.filter((limit) => limit.verdict.startsWith('exceeded') && endOf(limit, history) === monthOf(history.asOf))
      .map((limit) =>
        'fiscalYear' in limit
          ? `${keyOf(limit)} ${limit.fiscalYear}`
          : 'from' in limit
            ? `${keyOf(limit)} ${limit.from}`
            : keyOf(limit),
      ),
  );
}

describe('what remains', () => {
  it('can be ordered to the last minute without breaking anything more', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { remaining } = judgeOvertime(history);
        fc.pre(remaining.overtime !== null);
        // A limit that touches an unknown month is left out of what remains, and says so.
        const judged = (broken: Set<string>) =>
          [...broken].filter((name) => !remaining.notJudged.some((key) => name.split(' ')[0] === key));
        expect(judged(brokenNow(withMore(history, remaining.overtime ?? 0)))).toEqual(judged(brokenNow(history)));
      }),
      { numRuns: samples(1000) },
    );
  });

  it('is exact: one minute more breaks the limit that binds', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { remaining } = judgeOvertime(history);
        fc.pre(remaining.overtime !== null);
        const over = standingOf({
          history: withMore(history, (remaining.overtime ?? 0) + 1),
          pace: null,
          nearPercent: 80,
        });
        const binding = over.limits.find(({ limit }) => limit === remaining.binding);
        const settled = binding?.state === 'unknown' ? (binding.slack ?? 0) < 0 : binding?.state.startsWith('over');
        expect(settled).toBe(true);
      }),
      { numRuns: samples(1000) },
    );
  });

  it('never grows with more overtime in a past month of the same kind', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(), fc.integer({ min: 1, max: 600 }), (history, pick, more) => {
        const position = history.months.length === 0 ? 0 : pick % history.months.length;
        const heavier = {
          ...history,
          months: history.months.map((m, at) => (at === position ? { ...m, overtime: m.overtime + more } : m)),
        };
        const before = judgeOvertime(history).remaining;
        const after = judgeOvertime(heavier).remaining;
        if (before.overtime === null || after.overtime === null) expect(after.overtime).toBe(before.overtime);
        else expect(after.overtime).toBeLessThanOrEqual(before.overtime);
      }),
      { numRuns: samples(1000) },
    );
  });

  it('together with what is used never passes a cap', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { limits, remaining } = standingOf({ history, pace: null, nearPercent: 80 });
        for (const { limit, value, cap, slack, comparison } of limits) {
          if (limit === 'monthsOver45' || value === null || slack === null || slack < 0) continue;
          const reached = value + (remaining ?? 0);
          expect(comparison === 'atMost' ? reached <= cap : reached < cap).toBe(true);
        }
      }),
      { numRuns: samples(500) },
    );
  });
});

describe('a history', () => {
  it('means the same in any order', () => {
    const shuffled = anyHistory.chain((history) =>
      fc
        .record({
          months: fc.shuffledSubarray([...history.months], { minLength: history.months.length }),
          transfers: fc.shuffledSubarray([...history.transfers], { minLength: history.transfers.length }),
        })
        .map((parts) => ({ history, mixed: { ...history, ...parts } })),
    );
    fc.assert(
      fc.property(shuffled, ({ history, mixed }) => {
        expect(judgeOvertime(mixed)).toEqual(judgeOvertime(history));
      }),
      { numRuns: samples(300) },
    );
  });

  it('says nothing about months and transfers after the running one', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const month = monthOf(history.asOf) + 1;
        const later = {
          ...history,
          months: [
            ...history.months,
            { month, department: 'externallyDriven', overtime: 5999, exceptional: 60, legalHolidayWork: 0 } as const,
          ],
          transfers: [
            ...history.transfers,
            { on: history.asOf + 40, from: 'externallyDriven', to: 'selfDirected' } as const,
          ],
        };
        expect(judgeOvertime(later)).toEqual(judgeOvertime(history));
      }),
      { numRuns: samples(300) },
    );
  });

  it('is judged the same by the page: verdict, value and remaining', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const judged = judgeOvertime(history);
        const standing = standingOf({ history, pace: null, nearPercent: 80 });
        expect(standing.remaining).toBe(judged.remaining.overtime);
        expect(standing.binding).toBe(judged.remaining.binding);
        for (const { limit, state } of standing.limits) {
          const states = {
            over: 'exceeded',
            overExceptional: 'exceededForExceptionalWork',
            unknown: 'notJudged',
          } as const;
          const expected = state in states ? states[state as keyof typeof states] : 'within';
          const verdicts = judged.limits.filter(
            (each) => keyOf(each) === limit && endOf(each, history) === standing.month,
          );
          expect(verdicts.map(({ verdict }) => verdict)).toContain(expected);
        }
      }),
      { numRuns: samples(500) },
    );
  });
});
