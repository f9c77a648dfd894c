import type { Answer, Input } from '@tokimori/contract/route';
import type { history as historyRoute } from '@tokimori/contract/staff';
import { averageLengths, CAPS_BEGIN, capIn, monthlyCap } from '@tokimori/law/overtime/caps/caps';
import type { OvertimeMonth } from '@tokimori/law/overtime/types';
import { hours } from '@tokimori/law/time/minutes';
import { firstMonthOf, fiscalYearOf, formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import type { Actor, Context } from '../context.ts';
import { ensureMayView, staffMeant } from './access-to-staff.ts';
import { here, monthEnd, monthIndexOf, monthOfText } from './reading/moment.ts';
import { readEvents } from './reading/person-events.ts';
import { personOn } from './reading/persons.ts';
import { readPersonMonth } from './reading/standings.ts';
import { standingView } from './reading/views.ts';

type History = Answer<typeof historyRoute>;
type Shown = History['months'][number];

const MONTHS_SHOWN = 18;
/** Months before the first shown one that its averages reach back to. */
const REACH = 5;

/** A person's months, averages and events, up to a month (the running one unless told otherwise). */
export async function history(context: Context, actor: Actor, input: Input<typeof historyRoute>): Promise<History> {
  const staff = staffMeant(actor, input.staff);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const month = input.month === undefined ? at.month : monthIndexOf(input.month);
    const first = month - MONTHS_SHOWN + 1;
    await ensureMayView(tx, actor, at, staff, month, month);
    const [person, read] = await Promise.all([
      personOn(tx, staff, monthEnd(month)),
      readPersonMonth(context, tx, staff, month, first - REACH),
    ]);
    if (read === null) {
      return {
        person,
        standing: null,
        months: [],
        monthsOver45: [],
        events: await readEvents(tx, staff, first, month, [], []),
      };
    }
    const { found, parameters, beside } = read;
    const months = monthsOf(found.history.months, Math.max(first, found.history.employedFrom ?? first), month);
    const yearBegins = firstMonthOf(fiscalYearOf(month, parameters.yearStartMonth), parameters.yearStartMonth);
    return {
      person,
      standing: found.record.managerial ? null : standingView(found, month, at, parameters, beside).view,
      months,
      monthsOver45: months.flatMap((each) =>
        monthOfText(each.month) >= yearBegins && (each.overtime ?? 0) > hours(45) ? each.month : [],
      ),
      events: await readEvents(tx, staff, first, month, months, parameters.exceptionalCategories),
    };
  });
}

/** Every month of the stretch; one without a record is unknown, not zero. */
function monthsOf(known: readonly OvertimeMonth[], first: MonthIndex, last: MonthIndex): Shown[] {
  const byMonth = new Map(known.map((each) => [each.month, each]));
  const shown: Shown[] = [];
  let department = known[0]?.department ?? 'selfDirected';
  for (let month = first; month <= last; month += 1) {
    const found = byMonth.get(month);
    department = found?.department ?? department;
    shown.push({
      month: formatYearMonth(month),
      overtime: found?.overtime ?? null,
      exceptional: found?.exceptional ?? 0,
      department,
      monthlyCap: month < CAPS_BEGIN ? null : capIn(monthlyCap[department], month).value.limit,
      averages: averageLengths.map((months) => ({ months, average: averageOf(byMonth, month, months) })),
    });
  }
  return shown;
}

/** Mean of some months ending in `month`, to the nearest minute; null when one of them is not known. */
function averageOf(known: ReadonlyMap<MonthIndex, OvertimeMonth>, month: MonthIndex, months: number): number | null {
  let sum = 0;
  for (let back = 0; back < months; back += 1) {
    const overtime = known.get(month - back)?.overtime;
    if (overtime === undefined) return null;
    sum += overtime;
  }
  return Math.round(sum / months);
}
