import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { type Given, testCases } from '../../testing/cases.ts';
import { exampleKindOf } from '../../testing/pay/example-calendar.ts';
import { readPayRules } from '../../testing/pay/read-month.ts';
import { samples } from '../../testing/samples.ts';
import { type EpochDay, formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { formatDuration } from '../../time/minutes.ts';
import { modelPay } from '../rules.ts';
import { judgeDayOffTransfer, type TransferInput } from './day-off-transfer.ts';
import { fewestDaysOff, longestRun } from './days-off.ts';

const dayOf = (text: string): EpochDay => parseLocalDate(text) ?? Number.NaN;

function inputOf(given: Given): TransferInput {
  const offs = given.texts('offs').map(dayOf);
  return {
    work: given.day('work'),
    from: given.day('from'),
    length: given.has('length') && given.text('length') === 'halfDay' ? 'halfDay' : 'wholeDay',
    regular: given.has('regular') ? given.minutes('regular') : 465,
    atEdge: given.has('atEdge') ? given.flag('atEdge') : true,
    kindOf: exampleKindOf(offs),
    earlier: given.texts('earlier').map((text) => {
      const [work = '', from = '', half] = text.split(' ');
      return { work: dayOf(work), from: dayOf(from), length: half === undefined ? 'wholeDay' : 'halfDay' };
    }),
    ...(given.has('decidedOn') ? { decidedOn: given.day('decidedOn') } : {}),
    ...(given.has('fourWeeksFrom') ? { fourWeeksFrom: given.day('fourWeeksFrom') } : {}),
  };
}

testCases(new URL('./day-off-transfer.cases.yaml', import.meta.url), (given) => {
  const input = inputOf(given);
  const rules = readPayRules(given);
  try {
    const { outcome, steps } = judgeDayOffTransfer(input, rules);
    const figure = (says: string, name: string) => steps.find((step) => step.says === says)?.figures[name] ?? null;
    return {
      answer: {
        possible: outcome.possible,
        obstacles: outcome.obstacles,
        window: `${formatLocalDate(outcome.window.first)}〜${formatLocalDate(outcome.window.last)}`,
        sameWeek: outcome.sameWeek,
        moved: formatDuration(outcome.moved),
        fewest: figure('daysOffCounted', 'fewest'),
        longest: figure('runCounted', 'longest'),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof NotInForce) return { answer: { refused: error.name }, refusal: error };
    throw error;
  }
});

describe('a 振替', () => {
  it('says each step with what it compared', () => {
    const kindOf = exampleKindOf([]);
    const { steps } = judgeDayOffTransfer({
      work: dayOf('2026-11-07'),
      from: dayOf('2026-11-10'),
      length: 'halfDay',
      regular: 465,
      atEdge: true,
      kindOf,
      earlier: [],
      decidedOn: dayOf('2026-11-02'),
    });
    expect(steps).toMatchObject([
      { says: 'workCompared', figures: { fits: 1 }, words: { day: '2026-11-07', kind: 'weeklyDayOff' } },
      { says: 'fromCompared', figures: { fits: 1 }, words: { day: '2026-11-10', kind: 'dutyDay' } },
      { says: 'windowCompared', figures: { fits: 1 }, words: { first: '2026-10-11', last: '2027-01-01' } },
      { says: 'decisionCompared', figures: { fits: 1 }, words: { decidedOn: '2026-11-02', before: '2026-11-07' } },
      { says: 'halfDayCompared', figures: { regular: 465, half: 240, atEdge: 1, secondHalf: 0, fits: 1 } },
      { says: 'daysOffCounted', figures: { fewest: 7, least: 4 }, words: { first: '2026-10-11', last: '2026-11-07' } },
      { says: 'runCounted', figures: { longest: 6, most: 24, fits: 1 } },
      { says: 'weekCompared', figures: { same: 0 }, words: { work: '2026-11-07', from: '2026-11-10' } },
      { says: 'transferVerdict', figures: { possible: 1, moved: 240 }, words: { length: 'halfDay' } },
    ]);
  });

  it('answers for a day off of every week from April 2010 to March 2028', () => {
    for (let work = dayOf('2010-04-03'); work < dayOf('2028-04-01'); work += 7) {
      const input = { work, length: 'wholeDay', regular: 465, atEdge: true, earlier: [] } as const;
      const kindOf = (day: EpochDay) => (Math.abs(day - work) % 7 < 2 ? 'weeklyDayOff' : 'dutyDay');
      const { outcome } = judgeDayOffTransfer({ ...input, from: work + 3, kindOf });
      expect(outcome.obstacles).toEqual([]);
    }
  });

  it('keeps the count of days off that a whole day moves about in the same four weeks', () => {
    const first = dayOf('2026-10-04');
    const isOff = exampleKindOf([]);
    const off = (day: EpochDay) => isOff(day) === 'weeklyDayOff';
    fc.assert(
      fc.property(fc.nat(27), (at) => {
        expect(fewestDaysOff(off, first + at, first).fewest).toBe(8);
        expect(fewestDaysOff(off, first + at, first + 280).stretch).toEqual({ first, last: first + 27 });
        expect(fewestDaysOff(off, first + at).fewest).toBe(8);
      }),
      { numRuns: samples(28) },
    );
  });

  it('stops counting a run that is too long', () => {
    const never = () => false;
    expect(longestRun(never, 0, 24)).toBe(25);
    expect(longestRun(() => true, 0, 24)).toBe(0);
    expect(longestRun((day) => day === -3 || day === 4, 0, modelPay.maxConsecutiveDutyDays)).toBe(6);
  });
});
