import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { samples } from '../testing/samples.ts';
import { epochDayOf } from '../time/civil.ts';
import { parseDuration } from '../time/minutes.ts';
import { dutyDateAt, dutyDatesOf, marksByDutyDate, marksNeededFor, type TimedMark } from './duty-dates.ts';

const DAY = 1440;
const monthStart = epochDayOf(2026, 11, 1);

function markOf(text: string): TimedMark {
  const [day = '', at = '', direction, source = 'punch'] = text.split(' ');
  if (direction !== 'in' && direction !== 'out' && direction !== 'unknown') throw new Error(`${text}: no direction`);
  if (source !== 'punch' && source !== 'gate' && source !== 'pc') throw new Error(`${text}: no source`);
  return { at: (monthStart + Number(day) - 1) * DAY + (parseDuration(at) ?? Number.NaN), direction, source };
}

testCases(new URL('./duty-dates.cases.yaml', import.meta.url), (given) => {
  const marks = given.texts('marks').map(markOf);
  const dates = dutyDatesOf(marks, given.has('boundary') ? given.minutes('boundary') : 300);
  return { answer: dates.map((date) => date - monthStart + 1) };
});

const base = monthStart * DAY;
const anyMarks = fc
  .array(
    fc.record({
      at: fc.integer({ min: base, max: base + 5 * DAY }),
      direction: fc.constantFrom('in', 'out', 'unknown'),
      source: fc.constantFrom('punch', 'gate', 'pc'),
    }),
    { maxLength: 20, size: 'max' },
  )
  .map((marks): TimedMark[] => marks.sort((a, b) => a.at - b.at));

describe('duty dates', () => {
  it('are the day by the clock, or the one before for a leaving', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        dutyDatesOf(marks, 300).forEach((date, index) => {
          const natural = dutyDateAt(marks[index]!.at, 300);
          if (marks[index]!.direction === 'out') expect([natural, natural - 1]).toContain(date);
          else expect(date).toBe(natural);
        });
      }),
    );
  });

  it('hold every mark once, counted from their own 0:00', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const byDate = marksByDutyDate(marks, 300);
        const back = [...byDate].flatMap(([date, listed]) =>
          listed.map((mark) => ({ ...mark, at: mark.at + date * DAY })),
        );
        const byTime = (a: TimedMark, b: TimedMark) =>
          a.at - b.at || marks.findIndex((m) => m.at === a.at) - marks.findIndex((m) => m.at === b.at);
        expect(back.sort(byTime)).toHaveLength(marks.length);
        expect(back.map(({ at }) => at).sort((a, b) => a - b)).toEqual(marks.map(({ at }) => at));
        for (const listed of byDate.values()) for (const { at } of listed) expect(at).toBeGreaterThanOrEqual(300);
      }),
    );
  });

  it('need only the marks of the stretch they name', () => {
    fc.assert(
      fc.property(anyMarks, fc.integer({ min: 0, max: 4 }), (marks, offset) => {
        const date = monthStart + offset;
        const { from, until } = marksNeededFor(date, date, 300);
        const needed = marks.filter(({ at }) => from <= at && at < until);
        expect(marksByDutyDate(needed, 300).get(date) ?? []).toEqual(marksByDutyDate(marks, 300).get(date) ?? []);
      }),
      { numRuns: samples(300) },
    );
  });

  it('name that stretch from a day before to a day after', () => {
    expect(marksNeededFor(10, 12, 300)).toEqual({ from: 9 * DAY + 300, until: 14 * DAY + 300 });
  });
});
