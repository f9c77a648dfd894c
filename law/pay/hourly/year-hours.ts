import { type CalendarRules, monthCalendar } from '../../calendar/municipal-calendar.ts';
import type { Step } from '../../decision/decision.ts';
import { type EpochDay, weekdayOf } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { firstMonthOf } from '../../time/months.ts';
import { payCitations } from '../citations.ts';
import type { PayRules } from '../rules.ts';
import type { HourlyStepName } from './hourly-step-names.ts';
import { type Fraction, fraction } from './yen.ts';

/** 年末年始 as the calendar names it. */
const YEAR_END = '年末年始';
const WEEKS = 52;
const [SUNDAY, SATURDAY] = [0, 6];

type Counted = { readonly national: number; readonly yearEnd: number; readonly own: number };

/** 休日 of a fiscal year of which `counts` says yes, by what they are. */
function countHolidays(
  calendar: CalendarRules,
  fiscalYear: number,
  counts: (day: EpochDay, yearEnd: boolean) => boolean,
): Counted {
  const counted = { national: 0, yearEnd: 0, own: 0 };
  const ownNames = new Set(calendar.anniversaries.map(({ name }) => name));
  const first = firstMonthOf(fiscalYear);
  for (let month = first; month < first + 12; month += 1) {
    for (const { day, kind, name = '' } of monthCalendar(calendar, month).days) {
      if (kind !== 'legalHoliday' || !counts(day, name === YEAR_END)) continue;
      if (name === YEAR_END) counted.yearEnd += 1;
      else if (ownNames.has(name)) counted.own += 1;
      else counted.national += 1;
    }
  }
  return counted;
}

/** A 祝日法の休日 counts unless it is a Saturday, a day of 年末年始 unless it is a Saturday or Sunday; no others count. */
function countLiterally(calendar: CalendarRules, fiscalYear: number): Counted {
  const everyDay: CalendarRules = { ...calendar, weeklyDaysOff: [], anniversaries: [] };
  return countHolidays(everyDay, fiscalYear, (day, yearEnd) => {
    const weekday = weekdayOf(day);
    return weekday !== SATURDAY && !(yearEnd && weekday === SUNDAY);
  });
}

function deductedDays(rules: PayRules, calendar: CalendarRules, fiscalYear: number): Counted | number {
  switch (rules.holidayDeduction) {
    case 'WEEKDAY_COUNT':
      return countHolidays(calendar, fiscalYear, () => true);
    case 'LITERAL_OGAWARA':
      return countLiterally(calendar, fiscalYear);
    case 'FIXED':
      return rules.holidayDeductionDays;
    case 'NONE':
      return 0;
  }
}

/** The hours of a year by which twelve months' pay is divided. */
export type YearHours = {
  /** Days of 休日 taken out. */
  readonly days: number;
  /** Minutes; a fraction for short-time staff whose week is no round part of the full one. */
  readonly minutes: Fraction;
};

/**
 * 1週間の勤務時間 × 52 − 1日の勤務時間 × (休日の日数) of a fiscal year; for short-time staff both in the ratio of their week.
 * @param weekly minutes of the person's own week.
 * @throws OutsideCalendar for a year whose holidays are not known
 */
export function yearHoursOf(
  fiscalYear: number,
  weekly: Minutes,
  calendar: CalendarRules,
  rules: PayRules,
): { readonly outcome: YearHours; readonly steps: readonly Step<HourlyStepName>[] } {
  const counted = deductedDays(rules, calendar, fiscalYear);
  const days = typeof counted === 'number' ? counted : counted.national + counted.yearEnd + counted.own;
  const { fullWeek, fullDay } = rules;
  const full = fullWeek * WEEKS - fullDay * days;
  const minutes = fraction(BigInt(full) * BigInt(weekly), BigInt(fullWeek));
  const steps: Step<HourlyStepName>[] = [
    {
      says: 'holidaysCounted',
      figures: { fiscalYear, days, ...(typeof counted === 'number' ? {} : counted) },
      words: { rule: rules.holidayDeduction },
      citation: rules.holidayDeduction === 'NONE' ? payCitations.hourlyAmount : payCitations.holidayDeduction,
    },
    {
      says: 'yearHoursSummed',
      figures: { fullWeek, weeks: WEEKS, fullDay, days, minutes: full },
      citation: payCitations.hourlyAmount,
    },
  ];
  if (weekly !== fullWeek) {
    const figures = { weekly, fullWeek, minutes: Number(minutes.numerator / minutes.denominator) };
    steps.push({ says: 'shortWeekApplied', figures, citation: payCitations.holidayDeduction });
  }
  return { outcome: { days, minutes }, steps };
}
