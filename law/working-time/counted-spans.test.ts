import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { Spans } from '../time/spans.ts';
import { countOvertime, everPresent } from './count-overtime.ts';
import { countedSpans } from './counted-spans.ts';
import { nightOf } from './net-overtime.ts';
import type { Allotment, OvertimeEntry } from './types.ts';

const hours = { from: 510, until: 1035 };
const breaks = [{ from: 720, until: 780 }];
const dutyDay: Allotment = { kind: 'dutyDay', hours, breaks };
const holiday: Allotment = { kind: 'legalHoliday', hours, breaks };
const dayOff: Allotment = { kind: 'weeklyDayOff' };

const entry = (from: number, until: number, minutes: number, state: OvertimeEntry['state'] = 'confirmed') =>
  ({ state, span: { from, until }, minutes, category: 'normal' }) as const;
const length = (minutes: number, state: OvertimeEntry['state'] = 'confirmed') =>
  ({ state, span: null, minutes, category: 'normal' }) as const;
const spansOf = (entries: readonly OvertimeEntry[], allotment: Allotment, present = everPresent) => {
  const { overtime, holidayWork, withoutHours } = countedSpans(entries, allotment, present, hours);
  return {
    overtime: overtime.list.map(({ from, until }) => [from, until]),
    holidayWork: holidayWork.list.map(({ from, until }) => [from, until]),
    withoutHours,
  };
};

describe('the minutes of a day that count, as spans', () => {
  it('are the ordered ones after the regular hours, past midnight too', () =>
    expect(spansOf([entry(1035, 1500, 465)], dutyDay)).toEqual({
      overtime: [[1035, 1500]],
      holidayWork: [],
      withoutHours: 0,
    }));
  it('leave out the statutory break of a 週休日 after six hours', () =>
    // 9:00–18:00: 8:00 of work, the break of an hour from 15:00.
    expect(spansOf([entry(540, 1080, 480)], dayOff).overtime).toEqual([
      [540, 900],
      [960, 1080],
    ]));
  it('are 休日勤務 inside the allotted hours of a 休日 and overtime outside them', () =>
    expect(spansOf([entry(480, 1095, 555)], holiday)).toEqual({
      overtime: [
        [480, 510],
        [1035, 1095],
      ],
      holidayWork: [
        [510, 720],
        [780, 1035],
      ],
      withoutHours: 0,
    }));
  it('take a break that was entered by hand from the day, so that the night stays whole', () =>
    // 17:15–23:00 with 5:00 confirmed: 45 minutes of break before 22:00.
    expect(spansOf([entry(1035, 1380, 300)], dutyDay).overtime).toEqual([
      [1035, 1275],
      [1320, 1380],
    ]));
  it('hold what was confirmed through the statutory break', () =>
    expect(spansOf([entry(540, 1080, 520)], dayOff).overtime).toEqual([
      [540, 940],
      [960, 1080],
    ]));
  it('are those of an order as far as the person was present', () =>
    expect(
      spansOf([entry(1035, 1200, 165, 'ordered')], dutyDay, Spans.of({ from: 505, until: 1100 })).overtime,
    ).toEqual([[1035, 1100]]));
  it('of a length without hours lie after duty, then before it, and in the night only when the day is full', () => {
    expect(spansOf([length(120)], dutyDay)).toEqual({ overtime: [[1035, 1155]], holidayWork: [], withoutHours: 120 });
    expect(spansOf([entry(1035, 1155, 120), length(60)], dutyDay).overtime).toEqual([[1035, 1215]]);
    expect(spansOf([length(360)], dutyDay).overtime).toEqual([
      [300, 375],
      [1035, 1320],
    ]);
    expect(spansOf([length(600)], dutyDay).overtime).toEqual([
      [0, 105],
      [300, 510],
      [1035, 1320],
    ]);
    expect(spansOf([length(240)], dayOff).overtime).toEqual([[510, 750]]);
  });

  const anyEntry = fc
    .record({
      state: fc.constantFrom<OvertimeEntry['state']>('ordered', 'confirmed'),
      from: fc.integer({ min: 300, max: 1700 }),
      long: fc.integer({ min: 1, max: 600 }),
      minutes: fc.integer({ min: 1, max: 600 }),
      spanned: fc.boolean(),
    })
    .map(
      ({ state, from, long, minutes, spanned }): OvertimeEntry =>
        spanned ? entry(from, from + long, Math.min(minutes, long), state) : length(minutes, state),
    );
  it('are as many as count for the caps, apart from each other, with all of their night', () => {
    fc.assert(
      fc.property(
        fc.array(anyEntry, { maxLength: 4 }),
        fc.constantFrom(dutyDay, holiday, dayOff),
        fc.integer({ min: 300, max: 900 }),
        fc.integer({ min: 1, max: 1200 }),
        (entries, allotment, came, stayed) => {
          const present = Spans.of({ from: came, until: came + stayed });
          const counted = countOvertime(entries, allotment, present, []);
          const { overtime, holidayWork } = countedSpans(entries, allotment, present, hours);
          expect(overtime.total).toBe(counted.overtime);
          expect(holidayWork.total).toBe(counted.holidayWork);
          expect(overtime.meets(holidayWork)).toBe(false);
          expect(nightOf(overtime).total).toBeGreaterThanOrEqual(counted.night);
        },
      ),
      { numRuns: samples(2_000) },
    );
  });
});
