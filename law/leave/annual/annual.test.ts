import { describe, expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { testCases } from '../../testing/cases.ts';
import {
  amountOf,
  annualRulesOf,
  annualStaffOf,
  entryLine,
  takingOf,
  toldAmount,
} from '../../testing/leave/read-annual.ts';
import { epochDayOf, formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { firstDayOf } from '../../time/months.ts';
import { modelLeave } from '../rules.ts';
import { daysOf } from './amount.ts';
import type { FiveDays } from './five-days.ts';
import { daysOfYear } from './grants.ts';
import { judgeAnnualYear, judgeAppointee } from './judge-annual.ts';
import { labourStandardsDays } from './labour-standards.ts';
import { endOfMonths, leaveYearAt, leaveYearOf, monthsBegun } from './leave-year.ts';
import { type AnnualStaff, type Attendance, ImpossibleAnnualLeave } from './types.ts';

const fiveLines = (five: readonly FiveDays[] | null) =>
  five === null
    ? '–'
    : five.map(({ through, taken, left }) => `${formatLocalDate(through)} taken ${taken} left ${left}`).join(', ');

testCases(new URL('./annual.cases.yaml', import.meta.url), (given) => {
  const rules = annualRulesOf(given);
  const kind = given.has('kind') && given.text('kind') === 'shortTime' ? 'shortTime' : 'fullTime';
  const staff = annualStaffOf(given, kind);
  const year = given.has('year') ? given.number('year') : 2026;
  const carried = given.has('carried') ? amountOf(given.text('carried'), staff.dayMinutes) : 0;
  const takings = given.texts('takings').map(takingOf);
  try {
    const { outcome, steps } = judgeAnnualYear(staff, year, carried, takings, rules);
    const amount = (half: number) => toldAmount(half, staff.dayMinutes);
    const lot = (of: string) => amount(outcome.granted.find(({ id }) => id === of)?.amount ?? -1);
    return {
      answer: {
        entries: outcome.entries.map(entryLine),
        granted: lot('granted'),
        carriedOver: lot('carriedOver'),
        closed: `${amount(outcome.carries)} / ${amount(outcome.expires)}`,
        fiveDays: fiveLines(outcome.fiveDays),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleAnnualLeave) return { answer: { impossible: error.message }, refusal: error };
    throw error;
  }
});

function attendanceOf(text: string): Attendance {
  const [day = '', share = ''] = text.split(' ');
  const [worked = '', of = ''] = share.split('/');
  return { grantedOn: parseLocalDate(day) ?? Number.NaN, worked: Number(worked), of: Number(of) };
}

testCases(new URL('./appointee.cases.yaml', import.meta.url), (given) => {
  const rules = annualRulesOf(given);
  const staff = annualStaffOf(given, 'appointee');
  const [attendance, takings] = [given.texts('attendance').map(attendanceOf), given.texts('takings').map(takingOf)];
  try {
    const { outcome, steps } = judgeAppointee(staff, given.day('through'), attendance, takings, rules);
    return {
      answer: {
        lots: outcome.granted.map(({ id, amount }) => `${id} ${amount / daysOf(1, staff.dayMinutes)}d`),
        entries: outcome.entries.map(entryLine),
        expired: toldAmount(outcome.expired, staff.dayMinutes),
        fiveDays: fiveLines(outcome.fiveDays),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleAnnualLeave) return { answer: { impossible: error.message }, refusal: error };
    throw error;
  }
});

const staff: AnnualStaff = {
  kind: 'fullTime',
  enterprise: false,
  hourlyAgreement: true,
  hiredOn: epochDayOf(2020, 4, 1),
  dayMinutes: 465,
};

describe('the leave year', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-01-29', 1, '2026-02-28'],
    ['2026-01-28', 1, '2026-02-27'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-04-01', 12, '2027-03-31'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %d months end on %s', (from, months, end) => {
    expect(formatLocalDate(endOfMonths(parseLocalDate(from) ?? Number.NaN, months))).toBe(end);
  });

  it('is the calendar year or the fiscal year', () => {
    expect(leaveYearOf(2026, { leaveYear: 'fiscal' })).toEqual({
      first: epochDayOf(2026, 4, 1),
      last: epochDayOf(2027, 3, 31),
    });
    expect(leaveYearAt(epochDayOf(2027, 3, 31), { leaveYear: 'fiscal' })).toBe(2026);
    expect(leaveYearAt(epochDayOf(2027, 4, 1), { leaveYear: 'fiscal' })).toBe(2027);
    expect(leaveYearAt(epochDayOf(2027, 3, 31), { leaveYear: 'calendar' })).toBe(2027);
    expect(monthsBegun(epochDayOf(2026, 4, 1), epochDayOf(2026, 4, 1))).toBe(1);
  });

  it('grants the table of the first year as 20 × months ÷ 12, half up', () => {
    modelLeave.firstYearDays.forEach((days, at) => {
      expect(days).toBe(Math.floor((20 * (at + 1) * 2 + 12) / 24));
      const hiredOn = firstDayOf(2026 * 12 + 11 - at);
      const year = leaveYearOf(2026, modelLeave);
      expect(daysOfYear({ ...staff, hiredOn }, year, modelLeave).outcome).toBe(days);
    });
  });
});

describe('the days of 労基法39条', () => {
  const appointee: AnnualStaff = { ...staff, kind: 'appointee', weeklyDays: 5, weeklyMinutes: 2325 };

  it('are known for every month from 2001-04 to 2028-03', () => {
    for (let month = 2001 * 12 + 3; month <= 2028 * 12 + 2; month += 1) {
      expect(labourStandardsDays(appointee, firstDayOf(month), 0, null).outcome).toBe(10);
    }
    expect(() => labourStandardsDays(appointee, epochDayOf(2001, 3, 31), 0, null)).toThrow(NotInForce);
  });

  it('are granted for every year from 2011 to 2028, and refused before the fiscal year 2010', () => {
    const old = { ...staff, hiredOn: epochDayOf(2000, 4, 1) };
    const fiscal = { ...modelLeave, leaveYear: 'fiscal' } as const;
    for (let year = 2011; year <= 2028; year += 1) {
      expect(judgeAnnualYear(old, year, 0, []).outcome.carries).toBe(daysOf(20, 465));
      expect(judgeAnnualYear(old, year - 1, 0, [], fiscal).outcome.carries).toBe(daysOf(20, 465));
    }
    expect(() => judgeAnnualYear(old, 2010, 0, [])).toThrow(NotInForce);
    expect(() => judgeAnnualYear(old, 2009, 0, [], fiscal)).toThrow(NotInForce);
  });

  it('are not asked for in the name of someone else', () => {
    expect(() => judgeAnnualYear(appointee, 2026, 0, [])).toThrow('notForAppointee');
    expect(() => judgeAppointee(staff, epochDayOf(2026, 4, 1), [], [])).toThrow(ImpossibleAnnualLeave);
    expect(() => judgeAnnualYear(staff, 2026, -1, [])).toThrow('negativeCarryOver');
    for (const dayMinutes of [0, 1441]) {
      expect(() => judgeAnnualYear({ ...staff, dayMinutes }, 2026, 0, [])).toThrow('dayLength');
    }
  });

  it('carry a duty of five days only from 2019-04-01', () => {
    const enterprise: AnnualStaff = { ...staff, enterprise: true, hiredOn: epochDayOf(2015, 4, 1) };
    expect(judgeAnnualYear(enterprise, 2019, 0, []).outcome.fiveDays).toEqual([]);
    expect(judgeAnnualYear(enterprise, 2021, 0, []).outcome.fiveDays).toHaveLength(1);
    const fiscal = { ...modelLeave, leaveYear: 'fiscal' } as const;
    expect(judgeAnnualYear(enterprise, 2019, 0, [], fiscal).outcome.fiveDays).toHaveLength(1);
    expect(judgeAnnualYear(enterprise, 2018, 0, [], fiscal).outcome.fiveDays).toEqual([]);
  });
});
