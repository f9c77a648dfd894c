import type { staffStanding as staffStandingRoute } from '@tokimori/contract/manager';
import type { Answer, Input } from '@tokimori/contract/route';
import type { staffMonth as staffMonthRoute } from '@tokimori/contract/staff';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Actor, Context } from '../context.ts';
import { ensureMayView, staffMeant } from './access-to-staff.ts';
import { dayViews } from './reading/days.ts';
import { type Here, here, monthDate, monthEnd, monthIndexOf, throughOf } from './reading/moment.ts';
import { type MonthRow, minuteAt, readMonths } from './reading/month-rows.ts';
import { standingOvertime } from './reading/overtime-rows.ts';
import { personOn } from './reading/persons.ts';
import { readStanding } from './reading/standings.ts';

type Month = Answer<typeof staffMonthRoute>;

/** One person's month, day by day. */
export async function staffMonth(context: Context, actor: Actor, input: Input<typeof staffMonthRoute>): Promise<Month> {
  const staff = staffMeant(actor, input.staff);
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    await ensureMayView(tx, actor, at, staff, month, month);
    const [person, rows, overtime, standing, parameters] = await Promise.all([
      personOn(tx, staff, monthEnd(month)),
      readMonths(tx, [staff], [monthDate(month - 1), monthDate(month)]),
      standingOvertime(tx, [staff], monthDate(month), monthEnd(month)),
      readStanding(context, tx, at, staff, month),
      context.parameters(tx, firstDayOf(month)),
    ]);
    const row = rows.find((each) => each.month === monthDate(month));
    const through = row === undefined ? null : lastWithFigures(row, month, at);
    return {
      person,
      month: input.month,
      through: through === null ? null : formatLocalDate(through),
      days: dayViews(month, row, overtime, parameters),
      standing,
      totals: totalsOf(row, month),
      previous: rows.some((each) => each.month === monthDate(month - 1)) ? formatYearMonth(month - 1) : null,
      next: month < at.month ? formatYearMonth(month + 1) : null,
    };
  });
}

/** The last day with figures: the running one too as soon as it has a record, because the totals hold it. */
function lastWithFigures(row: MonthRow, month: MonthIndex, at: Here): EpochDay | null {
  const today = at.month === month && minuteAt(row.first_in, at.dutyDay - firstDayOf(month)) !== null;
  return today ? at.dutyDay : throughOf(month, at);
}

function totalsOf(row: MonthRow | undefined, month: MonthIndex): Month['totals'] {
  const unclassifiable: string[] = [];
  const first = firstDayOf(month);
  for (let day = first; day <= lastDayOf(month); day += 1) {
    if (row?.unclassifiable_days[day - first] === 1) unclassifiable.push(formatLocalDate(day));
  }
  return {
    daysWorked: row?.days_worked ?? 0,
    presence: row?.presence ?? 0,
    beyond: row?.beyond ?? 0,
    overtime: row?.overtime ?? 0,
    exceptional: row?.exceptional ?? 0,
    dayOffOvertime: row?.day_off_overtime ?? 0,
    holidayWork: row?.holiday_work ?? 0,
    night: row?.night ?? 0,
    discrepancy: row?.discrepancy_days.reduce((sum, minutes) => sum + minutes, 0) ?? 0,
    unclassifiable,
  };
}

/** Remaining hours of a person this month, for dialogues. */
export async function staffStanding(
  context: Context,
  actor: Actor,
  input: Input<typeof staffStandingRoute>,
): Promise<Answer<typeof staffStandingRoute>> {
  const staff = staffMeant(actor, input.staff);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    await ensureMayView(tx, actor, at, staff, at.month, at.month);
    return readStanding(context, tx, at, staff, at.month);
  });
}
