import type { DaysAndTime } from '../../leave/annual/amount.ts';
import { asDaysAndTime, daysOf, type HalfMinutes, timeOf } from '../../leave/annual/amount.ts';
import type { AnnualEntry, AnnualStaff, AnnualTaking } from '../../leave/annual/types.ts';
import { type LeaveRules, modelLeave } from '../../leave/rules.ts';
import { epochDayOf, parseLocalDate } from '../../time/civil.ts';
import { formatDuration, parseDuration } from '../../time/minutes.ts';
import type { Given } from '../cases.ts';

const has = (given: Given, key: string, value: string) => given.has(key) && given.text(key) === value;
const flag = (given: Given, key: string, otherwise = false) => (given.has(key) ? given.flag(key) : otherwise);

export function annualRulesOf(given: Given): LeaveRules {
  return {
    ...modelLeave,
    leaveYear: flag(given, 'fiscal') ? 'fiscal' : 'calendar',
    carryOverFraction: has(given, 'fraction', 'cut') ? 'cut' : 'keep',
    annualOrder: has(given, 'order', 'currentFirst') ? 'currentFirst' : 'carriedOverFirst',
    halfDayUnit: flag(given, 'halfDay'),
    halfDayCounts: has(given, 'halfDayCounts', 'hoursTaken') ? 'hoursTaken' : 'halfOfDay',
    appointeeGrant: flag(given, 'onAppointment') ? 'onAppointment' : 'afterSixMonths',
  };
}

export function annualStaffOf(given: Given, kind: AnnualStaff['kind']): AnnualStaff {
  return {
    kind,
    enterprise: flag(given, 'enterprise'),
    hourlyAgreement: flag(given, 'agreement', true),
    hiredOn: given.has('hired') ? given.day('hired') : epochDayOf(2020, 4, 1),
    dayMinutes: given.has('day') ? given.minutes('day') : 465,
    ...(given.has('leaves') ? { leavesOn: given.day('leaves') } : {}),
    ...(given.has('weeklyDays') ? { weeklyDays: given.number('weeklyDays') } : {}),
    ...(given.has('annualDays') ? { annualDays: given.number('annualDays') } : {}),
    ...(given.has('weekly') ? { weeklyMinutes: given.minutes('weekly') } : {}),
  };
}

const units: readonly string[] = ['day', 'halfDay', 'hour'];

/** 「a 2026-05-11 hour 3:00」, 「b 2026-05-12 day 取消」. */
export function takingOf(text: string): AnnualTaking {
  const [id = '', day = '', unit = '', ...rest] = text.split(' ');
  const on = parseLocalDate(day);
  if (on === undefined || !units.includes(unit)) throw new Error(`not understood: ${text}`);
  const time = rest.find((word) => word.includes(':'));
  const minutes = time === undefined ? 0 : (parseDuration(time) ?? Number.NaN);
  return { id, on, unit: unit as AnnualTaking['unit'], minutes, revoked: rest.includes('取消') };
}

/** 「3d 2:00」 as an amount. */
export function amountOf(text: string, dayMinutes: number): HalfMinutes {
  const [days = '0d', time = '0:00'] = text.split(' ');
  return daysOf(Number(days.replace('d', '')), dayMinutes) + timeOf(parseDuration(time) ?? Number.NaN);
}

export const told = ({ days, minutes, halfMinute }: DaysAndTime): string =>
  `${days}d ${formatDuration(minutes)}${halfMinute ? '½' : ''}`;
export const toldAmount = (amount: HalfMinutes, dayMinutes: number): string => told(asDaysAndTime(amount, dayMinutes));

export const entryLine = ({ id, verdict, refusal, balance }: AnnualEntry): string =>
  [id, verdict, refusal, told(balance)].filter((word) => word !== undefined).join(' ');
