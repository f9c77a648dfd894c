import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../../testing/cases.ts';
import { staffOf } from '../../testing/leave/read-partial-year.ts';
import { epochDayOf } from '../../time/civil.ts';
import { formatDuration } from '../../time/minutes.ts';
import { firstDayOf, lastDayOf } from '../../time/months.ts';
import { modelLeave } from '../rules.ts';
import { convertedType2, type1Of, type2Of, yearOf } from './limits.ts';
import { limitsOn } from './limits-on.ts';
import { ImpossiblePartialLeave, type PartialChildcareStaff } from './types.ts';

const minutesOf = (given: Given, key: string) => (given.has(key) ? given.minutes(key) : 0);

testCases(new URL('./limits.cases.yaml', import.meta.url), (given) => {
  const rules = given.has('firstPeriod')
    ? { ...modelLeave, type2FirstPeriod: given.text('firstPeriod') === 'full' ? ('full' as const) : ('half' as const) }
    : modelLeave;
  const bornOn = given.has('born') ? given.day('born') : epochDayOf(2022, 5, 1);
  const less = { childcareTime: minutesOf(given, 'childcareTime'), caregiverTime: minutesOf(given, 'caregiverTime') };
  const { outcome, steps } = limitsOn({ staff: staffOf(given), bornOn, on: given.day('on'), ...less }, rules);
  const { type1, type2 } = outcome;
  return {
    answer: {
      type1:
        'refusal' in type1
          ? `refused ${type1.refusal}`
          : `${formatDuration(type1.limit)} / ${formatDuration(type1.usable)}`,
      type2: 'refusal' in type2 ? `refused ${type2.refusal}` : formatDuration(type2.limit),
    },
    steps,
  };
});

const full: PartialChildcareStaff = { kind: 'fullTime', dailyMinutes: 465, childcareShortTime: false };
const none = { childcareTime: 0, caregiverTime: 0 };

describe('the limits of 部分休業', () => {
  it('answer for every month from 2025-10 to 2028-03', () => {
    for (let month = 2025 * 12 + 9; month <= 2028 * 12 + 2; month += 1) {
      for (const on of [firstDayOf(month), lastDayOf(month)]) {
        const { outcome } = limitsOn({ staff: full, bornOn: epochDayOf(2024, 4, 2), on, ...none }, modelLeave);
        expect(outcome).toMatchObject({
          type1: { usable: 120 },
          type2: { limit: month < 2026 * 12 + 3 ? 2325 : 4650 },
        });
      }
    }
  });

  it('are refused before there was such a leave', () => {
    expect(() => type1Of(full, epochDayOf(2025, 9, 30), none)).toThrow('0 provisions in force');
    expect(() => type2Of(full, 2024, modelLeave)).toThrow(ImpossiblePartialLeave);
    expect(() => yearOf(2024)).toThrow('2024: noSuchYear');
  });

  it('need the duty days of part-time staff', () => {
    const staff: PartialChildcareStaff = { kind: 'partTime', dailyMinutes: 420, childcareShortTime: false };
    const asked = { staff, bornOn: epochDayOf(2022, 5, 1), on: epochDayOf(2026, 5, 11), ...none };
    expect(() => limitsOn(asked, modelLeave)).toThrow(ImpossiblePartialLeave);
  });
});

describe('the limit of 第2号 after a change', () => {
  const changed = (
    on: [number, number, number],
    taken1: number,
    taken2: number,
    how: 'lessTaken' | 'byMonths' | 'full',
    year = 2026,
  ) =>
    convertedType2(year === 2025 ? 2325 : 4650, { on: epochDayOf(...on), taken1, taken2 }, year, {
      ...modelLeave,
      conversionAtChange: how,
    }).outcome;

  it('is less the hours taken under 第1号', () => {
    expect(changed([2026, 7, 1], 600, 0, 'lessTaken')).toBe(4050);
    expect(changed([2026, 7, 1], 9999, 0, 'lessTaken')).toBe(0);
    expect(changed([2026, 7, 1], 4500, 465, 'lessTaken')).toBe(465);
  });

  it('or by the months left, that of the change included', () => {
    expect(changed([2026, 7, 1], 600, 0, 'byMonths')).toBe(3487);
    expect(changed([2026, 7, 31], 600, 0, 'byMonths')).toBe(3487);
    expect(changed([2027, 3, 31], 0, 60, 'byMonths')).toBe(447);
    expect(changed([2026, 4, 1], 0, 60, 'byMonths')).toBe(4650);
    expect(changed([2026, 1, 1], 0, 0, 'byMonths', 2025)).toBe(1162);
  });

  it('or the whole', () => expect(changed([2026, 7, 1], 600, 0, 'full')).toBe(4650));
});
