import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import type { OvertimeMonth } from '@tokimori/law/overtime/types';
import { countStatutoryHours } from '@tokimori/law/statutory-hours/count';
import type { DayCount } from '@tokimori/law/statutory-hours/types';
import { type EpochDay, weekdayOf } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { Tx } from '../../store/tenant.ts';
import type { Days } from '../departments.ts';
import { monthDates } from '../facts.ts';
import { dayOf } from '../rules.ts';
import { integersOf } from '../told.ts';
import type { Workplace } from './regimes.ts';
import { nothingStored, type StoredDay, workedDayOf } from './worked-weeks.ts';

/** The months of one person as the caps of 労基法36条 take them. Minutes. */
export type StatutoryMonths = {
  readonly months: readonly OvertimeMonth[];
  /** Beyond the statutory hours of the last month, on days without an agreement. */
  readonly uncovered: number;
};

type Stored = {
  readonly month: MonthIndex;
  /** Handed over as a total: nothing is known of its days. */
  readonly total: number | null;
  readonly days: ReadonlyMap<EpochDay, StoredDay>;
};

const arrays = ['presence_days', 'overtime_days', 'disaster_days', 'holiday_work_days'] as const;

async function readStored(
  tx: Tx,
  staff: readonly string[],
  from: MonthIndex,
  through: MonthIndex,
): Promise<Map<string, Stored[]>> {
  const rows = await tx.query<
    { staff: string; month: string; source: 'days' | 'month'; overtime: number } & Record<
      (typeof arrays)[number],
      string
    >
  >(
    `select r.staff, r.month, r.source, r.overtime,
            ${arrays.map((name) => `array_to_string(r.${name}, ',') as ${name}`).join(', ')}
       from tk.month_record r
      where r.municipality = $1 and r.staff = any($2) and r.month = any($3::date[]) order by r.month`,
    [tx.municipality, staff, monthDates(from, through)],
  );
  const people = new Map<string, Stored[]>();
  for (const row of rows) {
    const [presence, overtime, disaster, holidayWork] = arrays.map((name) => numbersOf(row[name]));
    const first = dayOf(row.month);
    const days = new Map<EpochDay, StoredDay>();
    for (let at = 0; at <= lastDayOf(monthOf(first)) - first; at += 1) {
      const day = {
        worked: (presence?.[at] ?? 0) > 0,
        overtime: Math.max(0, overtime?.[at] ?? 0),
        disaster: Math.max(0, disaster?.[at] ?? 0),
        holidayWork: Math.max(0, holidayWork?.[at] ?? 0),
      };
      if (day.worked || day.overtime > 0 || day.holidayWork > 0) days.set(first + at, day);
    }
    const stored = { month: monthOf(first), total: row.source === 'month' ? row.overtime : null, days };
    people.set(row.staff, [...(people.get(row.staff) ?? []), stored]);
  }
  return people;
}

const numbersOf = (text: string): readonly number[] => (text === '' ? [] : integersOf(text));

const within = (days: readonly Days[], day: EpochDay): boolean =>
  days.some(({ from, until }) => from <= day && day < until);

/** Whole weeks around some days. */
function weeksAround(first: EpochDay, last: EpochDay, weekStart: number): { from: EpochDay; through: EpochDay } {
  const from = first - ((weekdayOf(first) - weekStart + 7) % 7);
  return { from, through: last + 6 - ((last - from) % 7) };
}

type Counting = { readonly parameters: Parameters; readonly from: MonthIndex; readonly through: MonthIndex };

/**
 * Counts the months of people under 労基法36条 from what is stored of their days: beyond eight hours and forty hours, 法定休日労働 apart,
 * 33条1項 outside. A month handed over as a total counts in full as beyond the statutory hours: its days are not known.
 */
export async function readStatutoryMonths(
  tx: Tx,
  counting: Counting,
  workplaces: ReadonlyMap<string, Workplace>,
): Promise<ReadonlyMap<string, StatutoryMonths>> {
  // A week before the first month may hold days of its first week.
  const stored = await readStored(tx, [...workplaces.keys()], counting.from - 1, counting.through);
  return new Map(
    [...workplaces].map(([staff, workplace]) => [staff, countMonths(counting, workplace, stored.get(staff) ?? [])]),
  );
}

function countMonths(
  { parameters, from, through }: Counting,
  workplace: Workplace,
  stored: readonly Stored[],
): StatutoryMonths {
  const rules = parameters.statutoryHours;
  const range = weeksAround(firstDayOf(from), lastDayOf(through), rules.weekStart);
  const byDay = new Map(stored.flatMap(({ days }) => [...days]));
  const days = Array.from({ length: range.through - range.from + 1 }, (_, at) => {
    const date = range.from + at;
    const allotment = allotmentOf(parameters, date);
    return workedDayOf(date, byDay.get(date) ?? nothingStored, allotment, within(workplace.disasters, date));
  });
  const { appdxTable1, enterprise } = workplace;
  const { outcome } = countStatutoryHours({ days, averaging: [], workplace: { appdxTable1, enterprise } }, rules);
  const counted = new Map(outcome.months.map((each) => [each.month, each]));
  const months = stored
    .filter(({ month }) => month >= from)
    .map(({ month, total }): OvertimeMonth => {
      const kind = { month, department: 'selfDirected', exceptional: 0 } as const;
      const count = counted.get(month);
      if (total !== null || count === undefined) return { ...kind, overtime: total ?? 0, legalHolidayWork: 0 };
      const { statutoryOvertime, disasterOvertime, legalHolidayWork } = count;
      return {
        ...kind,
        overtime: statutoryOvertime + disasterOvertime,
        legalHolidayWork,
        ...(disasterOvertime === 0 ? {} : { disasterNeed: disasterOvertime }),
      };
    });
  return { months, uncovered: uncoveredOf(outcome.days, workplace, through) };
}

function uncoveredOf(days: readonly DayCount[], { agreements }: Workplace, month: MonthIndex): number {
  return days
    .filter(({ date }) => monthOf(date) === month && !within(agreements, date))
    .reduce((sum, { daily, weekly, period, legalHolidayWork }) => sum + daily + weekly + period + legalHolidayWork, 0);
}
