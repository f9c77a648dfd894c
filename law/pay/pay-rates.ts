import type { Citation, Confidence } from '../decision/citation.ts';
import { hours, type Minutes } from '../time/minutes.ts';

/**
 * 時間外勤務手当・休日勤務手当・夜間勤務手当 by class: percent of 勤務1時間当たりの給与額 (給与条例(準則)15条–17条;
 * 労基法37条 is the floor).
 */
export type Allowance = 'overtime' | 'holiday' | 'night';

/**
 * What a minute of overtime is. `dutyDay`: on a day with allotted hours; `shortTime`: on such a day of short-time staff, until
 * regular hours and overtime are 7:45; `otherDay`: on a 週休日, or on a 休日 outside its regular hours; `reallotted`: hours
 * that a 振替 brought into a week beyond its own.
 */
export type OvertimeKind = 'dutyDay' | 'shortTime' | 'otherDay' | 'reallotted';

const ordinance = (path: string, confidence: Confidence): Citation => ({
  instrument: 'model-salary-ordinance',
  revision: '2010-04-01',
  path,
  confidence,
});

export type Rate = { readonly percent: number; readonly citation: Citation };
const rate = (percent: number, path: string, confidence: Confidence = 'A'): Rate => ({
  percent,
  citation: ordinance(path, confidence),
});

/** Within sixty hours of the month; a minute in the night (22:00–5:00) has 25 more. */
export const overtimeRates: Readonly<Record<OvertimeKind, Rate>> = {
  dutyDay: rate(125, 'a=15'),
  otherDay: rate(135, 'a=15'),
  shortTime: rate(100, 'a=15'),
  reallotted: rate(25, 'a=15'),
};
/** Beyond sixty hours: one rate for all, and that of re-allotted hours. */
export const beyondSixtyRate = rate(150, 'a=15');
export const beyondSixtyReallottedRate = rate(50, 'a=15');
export const NIGHT_MORE = 25;

/** 休日勤務手当: 125–150 by municipality. */
export const holidayRate = rate(135, 'a=16');
/** 夜間勤務手当: regular hours in the night. */
export const nightRate = rate(25, 'a=17');

/** 60時間 of the month (給与条例(準則)15条4項, 労基法37条1項ただし書). */
export const SIXTY: Minutes = hours(60);

/** 時間外勤務代休時間: hundredths of an hour off for each hour beyond sixty; the night does not change them. */
export const timeOffFactors: Readonly<Record<OvertimeKind, number>> = {
  dutyDay: 25,
  shortTime: 50,
  otherDay: 15,
  reallotted: 25,
};
export const timeOffCitation: Citation = {
  instrument: 'model-working-hours-ordinance',
  revision: '2010-04-01',
  path: 'a=8_3',
  confidence: 'A',
};
export const roundingCitation: Citation = ordinance('a=15', 'A');

/** Regular hours and overtime up to which short-time staff are paid 100/100. */
export const FULL_DAY: Minutes = 7 * 60 + 45;

/** The minutes after 0:00 of the duty date at which the night begins or ends: 5:00, 22:00, 29:00, 46:00. */
const nightBounds = [5 * 60, 22 * 60, 29 * 60, 46 * 60] as const;
/** Where a duty date ends at the latest. */
export const LATEST: Minutes = 48 * 60;

/** Until when the hour of a minute stays what it is, day or night. */
export function sameHourUntil(minute: Minutes): { readonly until: Minutes; readonly night: boolean } {
  const index = nightBounds.findIndex((bound) => minute < bound);
  if (index < 0) return { until: LATEST, night: true };
  return { until: nightBounds[index] ?? LATEST, night: index % 2 === 0 };
}

/** Sum of a class for the month: 30 minutes and more of the last hour count as one, less as none. Hours. */
export function paidHours(exact: Minutes): number {
  return Math.floor((exact + 30) / 60);
}
