import type { Step } from '../decision/decision.ts';
import type { OvertimeMonth } from '../overtime/types.ts';
import type { EpochDay } from '../time/civil.ts';
import { lengthOf, type MonthIndex, monthOf } from '../time/months.ts';
import { statutoryCitations as cites } from './citations.ts';
import type { StatutoryHoursRules } from './rules.ts';
import type { DayCount, MonthCount, StatutoryStepName } from './types.ts';

type Sums = { -readonly [Key in Exclude<keyof MonthCount, 'month' | 'complete'>]: number };

const noSums = (): Sums => ({
  statutoryOvertime: 0,
  legalHolidayWork: 0,
  withinStatutory: 0,
  disasterOvertime: 0,
  disasterHolidayWork: 0,
  fromRegular: 0,
});

/** The month in which a day's weekly excess counts. Weeks are whole, `at` is the day's position. */
function monthOfWeekly(days: readonly DayCount[], at: number, rules: StatutoryHoursRules): MonthIndex {
  const last: EpochDay | undefined = days[at - (at % 7) + 6]?.date;
  return monthOf(rules.weekAcrossMonths === 'lastDayOfWeek' && last !== undefined ? last : (days[at]?.date ?? 0));
}

/** Sums by month of the duty date; what was counted by the week as the rules say. */
export function sumMonths(
  days: readonly DayCount[],
  rules: StatutoryHoursRules,
  steps: Step<StatutoryStepName>[],
): readonly MonthCount[] {
  const sums = new Map<MonthIndex, Sums>();
  const given = new Map<MonthIndex, number>();
  const of = (month: MonthIndex): Sums => {
    const found = sums.get(month) ?? noSums();
    sums.set(month, found);
    return found;
  };
  days.forEach((day, at) => {
    const month = monthOf(day.date);
    given.set(month, (given.get(month) ?? 0) + 1);
    const own = of(month);
    own.statutoryOvertime += day.daily + day.period;
    own.legalHolidayWork += day.legalHolidayWork;
    own.withinStatutory += day.withinStatutory;
    own.disasterOvertime += day.disasterOvertime;
    own.disasterHolidayWork += day.disasterHolidayWork;
    own.fromRegular += day.fromRegular;
    of(monthOfWeekly(days, at, rules)).statutoryOvertime += day.weekly;
  });
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([month, sum]) => tell({ month, complete: given.get(month) === lengthOf(month), ...sum }, steps));
}

function tell(count: MonthCount, steps: Step<StatutoryStepName>[]): MonthCount {
  const { month, complete, statutoryOvertime, legalHolidayWork, withinStatutory, fromRegular } = count;
  const { disasterOvertime: overtime, disasterHolidayWork: holidayWork } = count;
  const figures = { month, statutoryOvertime, legalHolidayWork, withinStatutory, fromRegular };
  steps.push({ says: 'monthCounted', figures, citation: cites.agreement });
  if (overtime + holidayWork > 0) {
    steps.push({ says: 'disasterApart', figures: { month, overtime, holidayWork }, citation: cites.disaster });
  }
  if (!complete) steps.push({ says: 'monthIncomplete', figures: { month } });
  return count;
}

/** The complete months as the caps of 労基法36条 take them (`judgeOvertime`, regime `article36`). */
export function overtimeMonthsOf(months: readonly MonthCount[]): readonly OvertimeMonth[] {
  return months
    .filter(({ complete }) => complete)
    .map(({ month, statutoryOvertime, legalHolidayWork }) => ({
      month,
      department: 'selfDirected',
      overtime: statutoryOvertime,
      exceptional: 0,
      legalHolidayWork,
    }));
}
