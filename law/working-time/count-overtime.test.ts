import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { Spans } from '../time/spans.ts';
import { countOvertime } from './count-overtime.ts';
import type { Allotment, OvertimeCategory, OvertimeEntry } from './types.ts';

const hours = { from: 510, until: 1035 };
const breaks = [{ from: 720, until: 780 }];
const allotments: readonly Allotment[] = [
  { kind: 'dutyDay', hours, breaks },
  { kind: 'legalHoliday', hours, breaks, name: '文化の日' },
  { kind: 'weeklyDayOff' },
];
const categories: readonly OvertimeCategory[] = ['normal', 'temporary', 'exceptional', 'disaster', 'infection'];

type Spanned = OvertimeEntry & { readonly span: NonNullable<OvertimeEntry['span']> };
const anyEntry = fc
  .record({
    state: fc.constantFrom('ordered', 'confirmed'),
    from: fc.integer({ min: 300, max: 1700 }),
    length: fc.integer({ min: 1, max: 600 }),
    minutes: fc.integer({ min: 1, max: 600 }),
    category: fc.constantFrom(...categories),
  })
  .map(({ state, from, length, minutes, category }): Spanned => {
    return { state, span: { from, until: from + length }, minutes: Math.min(minutes, length), category };
  });
const anyAllotment = fc.constantFrom(...allotments);
const anyPresence = fc
  .record({ from: fc.integer({ min: 300, max: 1200 }), length: fc.nat(1200) })
  .map(({ from, length }) => Spans.of({ from, until: from + length }));
const exceptional = ['exceptional', 'disaster', 'infection'] as const;

describe('the overtime of a duty date', () => {
  it('counts no minute twice: never more than its spans hold together', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 4 }), anyAllotment, anyPresence, (entries, allotment, present) => {
        const counted = countOvertime(entries, allotment, present, exceptional);
        const union = Spans.of(...entries.map(({ span }) => span));
        expect(counted.overtime + counted.holidayWork).toBeLessThanOrEqual(union.total);
        expect(counted.ordered + counted.confirmed).toBe(counted.overtime);
      }),
      { numRuns: samples(1000) },
    );
  });

  it('counts the same entry twice as once', () => {
    fc.assert(
      fc.property(
        anyEntry,
        fc.integer({ min: 2, max: 4 }),
        anyAllotment,
        anyPresence,
        (entry, times, allotment, present) => {
          const often = Array.from({ length: times }, () => entry);
          expect(countOvertime(often, allotment, present, exceptional).overtime).toBe(
            countOvertime([entry], allotment, present, exceptional).overtime,
          );
        },
      ),
      { numRuns: samples(1000) },
    );
  });

  it('leaves confirmed work of which only a length is known as it is, beside any other', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 3 }), fc.integer({ min: 1, max: 600 }), (entries, minutes) => {
        const present = Spans.of({ from: 480, until: 1200 });
        const length: OvertimeEntry = { state: 'confirmed', span: null, minutes, category: 'normal' };
        const confirmed = (of: readonly OvertimeEntry[]) => countOvertime(of, allotments[0]!, present, []).confirmed;
        expect(confirmed([...entries, length])).toBe(confirmed(entries) + minutes);
      }),
      { numRuns: samples(300) },
    );
  });
});
