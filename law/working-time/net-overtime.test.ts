import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { formatDuration } from '../time/minutes.ts';
import { Spans } from '../time/spans.ts';
import { netHolidayWork, netOvertime, nightOf, overtimeOf, workWithin } from './net-overtime.ts';
import type { Allotment } from './types.ts';

const hours = { from: 510, until: 1035 };
const breaks = [{ from: 720, until: 780 }];
const dayOff: Allotment = { kind: 'weeklyDayOff' };

function allotmentOf(kind: string): Allotment {
  if (kind === 'weeklyDayOff') return dayOff;
  if (kind === 'dutyDay' || kind === 'legalHoliday') return { kind, hours, breaks };
  throw new Error(`${kind}: no kind of day`);
}

testCases(new URL('./net-overtime.cases.yaml', import.meta.url), (given) => {
  const allotment = allotmentOf(given.text('kind'));
  const span = { from: given.minutes('from'), until: given.minutes('until') };
  return {
    answer: {
      overtime: formatDuration(netOvertime(span, allotment)),
      holidayWork: formatDuration(netHolidayWork(span, allotment)),
    },
  };
});

describe('work of a day off', () => {
  it('never shrinks when the stretch grows, and holds the break the law asks for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (stretch) => {
        const work = workWithin(stretch);
        expect(workWithin(stretch + 1)).toBeGreaterThanOrEqual(work);
        const needed = work > 480 ? 60 : work > 360 ? 45 : 0;
        expect(stretch - work).toBeGreaterThanOrEqual(needed);
        // One minute more of work would not leave the break it needs.
        const more = work + 1;
        expect(stretch - more).toBeLessThan(more > 480 ? 60 : more > 360 ? 45 : 0);
      }),
    );
  });

  it('takes the break after six hours of work', () => {
    expect(overtimeOf(Spans.of({ from: 540, until: 1080 }), dayOff).list).toEqual([
      { from: 540, until: 900 },
      { from: 960, until: 1080 },
    ]);
  });

  it('counts time away as break', () => {
    const twice = Spans.of({ from: 540, until: 720 }, { from: 740, until: 1080 });
    // 3:00 + 5:40 of presence in 9:00 with 20 minutes away: 40 minutes of the break are lacking.
    expect(overtimeOf(twice, dayOff).total).toBe(480);
    const longAway = Spans.of({ from: 540, until: 720 }, { from: 1200, until: 1500 });
    expect(overtimeOf(longAway, dayOff).total).toBe(480);
  });

  it('is nothing without work', () => expect(overtimeOf(Spans.none, dayOff).total).toBe(0));
});

describe('深夜', () => {
  it.each([
    [0, 300, 300],
    [299, 301, 1],
    [300, 1320, 0],
    [1319, 1321, 1],
    [1320, 1740, 420],
    [1739, 1741, 1],
    [1740, 2760, 0],
    [2759, 2761, 1],
    [2760, 3180, 420],
    [-120, 0, 120],
  ])('of %d–%d are %d minutes', (from, until, minutes) =>
    expect(nightOf(Spans.of({ from, until })).total).toBe(minutes),
  );
});
