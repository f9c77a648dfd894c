import type { Citation } from '../../decision/citation.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { hours, type Minutes } from '../../time/minutes.ts';
import { hoursCitations as cites } from '../citations.ts';
import type { HoursRules } from '../rules.ts';

/** 1週間当たりの正規の勤務時間 (勤務時間条例2条–4条; 地公法22条の2), averaged over the given weeks, at most four. */

export type StaffCategory = 'fullTime' | 'shortTimeReappointee' | 'fiscalYearFullTime' | 'fiscalYearPartTime';

/** Allotted minutes of the seven days of a week, 0 = 週休日. */
export type AllottedWeek = readonly [Minutes, Minutes, Minutes, Minutes, Minutes, Minutes, Minutes];

export type WeeklyFinding =
  | { readonly rule: 'notFullWeek' | 'outsideRange' | 'notShorter'; readonly total: Minutes }
  | { readonly rule: 'dayTooLong'; readonly week: number; readonly day: number; readonly minutes: Minutes }
  | { readonly rule: 'tooFewDaysOff'; readonly off: number; readonly wanted: number };

/** 短時間: 15:30 to 31:00 a week. */
const SHORTEST = 15 * 60 + 30;
const LONGEST = hours(31);

/**
 * weeklyTotal: total, weeks, wanted (full time) · rangeCompared: total, weeks, least, most · shorterCompared: total, weeks, full ·
 * daysOffCounted: off, wanted · dayTooLong: week, day, minutes, full · weeklyKept · weeklyBroken
 */
export type WeeklyStepName =
  | 'weeklyTotal'
  | 'rangeCompared'
  | 'shorterCompared'
  | 'daysOffCounted'
  | 'dayTooLong'
  | 'weeklyKept'
  | 'weeklyBroken';

/** Thrown for none or more than four weeks, or a negative length. */
export class ImpossibleAllotment extends Error {
  override readonly name = 'ImpossibleAllotment';
}

type Compared = { readonly step: Step<WeeklyStepName>; readonly finding: WeeklyFinding | null };

function compare(category: StaffCategory, total: Minutes, weeks: number, { fullWeek }: HoursRules): Compared {
  const full = fullWeek * weeks;
  if (category === 'shortTimeReappointee') {
    const [least, most] = [SHORTEST * weeks, LONGEST * weeks];
    const figures = { total, weeks, least, most };
    const inside = least <= total && total <= most;
    return {
      step: { says: 'rangeCompared', figures, citation: cites.shortTimeReappointee },
      finding: inside ? null : { rule: 'outsideRange', total },
    };
  }
  if (category === 'fiscalYearPartTime') {
    const figures = { total, weeks, full };
    return {
      step: { says: 'shorterCompared', figures, citation: cites.fiscalYearPartTime },
      finding: total < full ? null : { rule: 'notShorter', total },
    };
  }
  const citation: Citation = category === 'fullTime' ? cites.fullWeek : cites.fiscalYearFullTime;
  return {
    step: { says: 'weeklyTotal', figures: { total, weeks, wanted: full }, citation },
    finding: total === full ? null : { rule: 'notFullWeek', total },
  };
}

/** 短時間勤務: no day longer than a full one. */
function longDays(category: StaffCategory, weeks: readonly AllottedWeek[], fullDay: Minutes): readonly WeeklyFinding[] {
  if (category === 'fullTime' || category === 'fiscalYearFullTime') return [];
  return weeks.flatMap((week, at) =>
    week.flatMap((minutes, day): WeeklyFinding[] =>
      minutes > fullDay ? [{ rule: 'dayTooLong', week: at, day, minutes }] : [],
    ),
  );
}

/**
 * Whether allotted weeks keep the hours of a category of staff. Minutes.
 * @param weeks one to four, over which the hours are averaged.
 * @throws ImpossibleAllotment
 */
export function checkWeeklyHours(
  category: StaffCategory,
  weeks: readonly AllottedWeek[],
  rules: HoursRules,
): Decision<readonly WeeklyFinding[], WeeklyStepName> {
  const days = weeks.flat();
  if (weeks.length === 0 || weeks.length > 4) throw new ImpossibleAllotment('one to four weeks');
  if (days.some((minutes) => minutes < 0)) throw new ImpossibleAllotment('a negative length');
  const total = days.reduce((sum, minutes) => sum + minutes, 0);
  const { step, finding } = compare(category, total, weeks.length, rules);
  const off = days.filter((minutes) => minutes === 0).length;
  const wanted = 2 * weeks.length;
  const long = longDays(category, weeks, rules.fullDay);
  const findings: readonly WeeklyFinding[] = [
    ...(finding === null ? [] : [finding]),
    ...long,
    ...(off < wanted ? [{ rule: 'tooFewDaysOff', off, wanted } as const] : []),
  ];
  const steps: readonly Step<WeeklyStepName>[] = [
    step,
    ...long.flatMap((each): Step<WeeklyStepName>[] =>
      each.rule === 'dayTooLong'
        ? [
            {
              says: 'dayTooLong',
              figures: { week: each.week, day: each.day, minutes: each.minutes, full: rules.fullDay },
              citation: cites.fullDay,
            },
          ]
        : [],
    ),
    { says: 'daysOffCounted', figures: { off, wanted }, citation: cites.daysOff },
    { says: findings.length === 0 ? 'weeklyKept' : 'weeklyBroken', figures: {}, citation: cites.fullWeek },
  ];
  return { outcome: findings, steps };
}

/** A working day of a part-time week. Minutes. */
export type PartTimeDay = { readonly regular: Minutes; readonly overtime: Minutes };
/** Overtime of a day at 100/100 (to a full day, and within a full week) and at 125/100. */
export type PartTimeClasses = { readonly atOrdinary: Minutes; readonly atPremium: Minutes };

/**
 * Overtime of part-time staff by rate: 100/100 until regular hours and overtime make a full day (7:45), and, where the municipality
 * says so, until the hours of the week make a full week (38:45); beyond that 125/100. Days in order.
 * @throws ImpossibleAllotment
 */
export function splitPartTimeWeek(week: readonly PartTimeDay[], rules: HoursRules): readonly PartTimeClasses[] {
  if (week.length > 7) throw new ImpossibleAllotment('more than seven days');
  if (week.some(({ regular, overtime }) => regular < 0 || overtime < 0))
    throw new ImpossibleAllotment('a negative length');
  const regular = week.reduce((sum, day) => sum + day.regular, 0);
  let left = rules.partTimeWeeklyLimit ? Math.max(0, rules.fullWeek - regular) : Number.POSITIVE_INFINITY;
  return week.map((day) => {
    const atOrdinary = Math.min(day.overtime, Math.max(0, rules.fullDay - day.regular), left);
    left -= atOrdinary;
    return { atOrdinary, atPremium: day.overtime - atOrdinary };
  });
}
