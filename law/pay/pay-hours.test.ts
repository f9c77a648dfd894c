import { describe, expect, it } from 'vitest';
import { NotInForce } from '../decision/dated.ts';
import { type Answer, type Given, testCases } from '../testing/cases.ts';
import { readPayMonth, readPayRules } from '../testing/pay/read-month.ts';
import { formatDuration } from '../time/minutes.ts';
import { firstDayOf, parseYearMonth } from '../time/months.ts';
import { ImpossibleSpans, spanDefects } from './check-month.ts';
import { payHours } from './pay-hours.ts';
import { modelPay } from './rules.ts';

function judge(given: Given): Answer {
  const month = readPayMonth(given);
  const rules = readPayRules(given);
  try {
    const { outcome, steps } = payHours(month, rules);
    return {
      answer: {
        classes: outcome.classes.map((c) => `${c.allowance} ${c.rate} ${formatDuration(c.exact)}→${c.paid}`),
        beyondSixty: formatDuration(outcome.beyondSixty),
        timeOff: formatDuration(outcome.timeOffInLieu),
        says: [...new Set(steps.map(({ says }) => says))],
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleSpans) return { answer: { refused: true, defect: error.defect }, refusal: error };
    throw error;
  }
}

testCases(new URL('./pay-hours.cases.yaml', import.meta.url), judge);
testCases(new URL('./pay-choices.cases.yaml', import.meta.url), judge);

describe('pay hours', () => {
  const month = parseYearMonth('2026-11')!;
  const nothing = { month, overtime: [], holidayWork: [], nightRegular: [], reallotted: [] };

  it('says of every minute which rate it has and why', () => {
    const { steps } = payHours({
      ...nothing,
      overtime: [{ dutyDate: firstDayOf(month) + 3, dayKind: 'dutyDay', from: 1260, until: 1380 }],
      reallotted: [{ dutyDate: firstDayOf(month) + 3, exceeding: 15 }],
    });
    const words = { dutyDate: '2026-11-04', kind: 'dutyDay' };
    expect(steps).toMatchObject([
      { says: 'pieceRated', figures: { from: 1260, until: 1320, minutes: 60, rate: 125, night: 0, beyond: 0 }, words },
      { says: 'pieceRated', figures: { from: 1320, until: 1380, minutes: 60, rate: 150, night: 1, beyond: 0 }, words },
      {
        says: 'reallottedRated',
        figures: { minutes: 15, rate: 25, night: 0, beyond: 0 },
        words: { dutyDate: '2026-11-04', kind: 'reallotted' },
      },
      { says: 'sixtyCompared', figures: { counted: 135, sixty: 3600, beyond: 0 } },
      { says: 'classRounded', figures: { rate: 25, exact: 15, paid: 0 }, words: { allowance: 'overtime' } },
      { says: 'classRounded', figures: { rate: 125, exact: 60, paid: 1 } },
      { says: 'classRounded', figures: { rate: 150, exact: 60, paid: 1 } },
    ]);
  });

  it('sums the time off by kind', () => {
    const overtime = Array.from({ length: 25 }, (_, at) => ({
      dutyDate: firstDayOf(month) + at,
      dayKind: at < 24 ? ('dutyDay' as const) : ('weeklyDayOff' as const),
      from: 540,
      until: 540 + 160,
    }));
    const { steps } = payHours({ ...nothing, overtime });
    expect(steps.at(-1)).toMatchObject({
      says: 'timeOffSummed',
      figures: { beyondSixty: 400, dutyDay: 240, shortTime: 0, otherDay: 160, reallotted: 0, timeOff: 84 },
    });
  });

  it('answers for every month from April 2010 to the end of the next fiscal year, and not before', () => {
    const first = parseYearMonth('2010-04')!;
    for (let each = first; each <= parseYearMonth('2028-03')!; each += 1) {
      const span = { dutyDate: firstDayOf(each), dayKind: 'dutyDay', from: 1035, until: 1095 } as const;
      expect(payHours({ ...nothing, month: each, overtime: [span] }).outcome.classes).toEqual([
        { allowance: 'overtime', rate: 125, exact: 60, paid: 1 },
      ]);
    }
    expect(() => payHours({ ...nothing, month: first - 1 })).toThrow(NotInForce);
  });

  it('finds everything that cannot be, each with its day', () => {
    const dutyDate = firstDayOf(month);
    const defects = spanDefects(
      {
        ...nothing,
        overtime: [
          { dutyDate, dayKind: 'dutyDay', from: 60, until: 60 },
          { dutyDate: dutyDate + 1, dayKind: 'dutyDay', from: 2820, until: 2881, regularHours: 1441 },
        ],
        reallotted: [{ dutyDate: dutyDate + 2, exceeding: -1 }],
      },
      modelPay,
    );
    expect(defects.map(({ defect, source }) => [defect, source.dutyDate - dutyDate])).toEqual([
      ['negative', 2],
      ['reversed', 0],
      ['pastEnd', 1],
      ['regularHoursTooLong', 1],
    ]);
    expect(defects[0]?.message).toBe('negative: 2026-11-03');
  });
});
