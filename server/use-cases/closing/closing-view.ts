import type { closingView as viewRoute } from '@tokimori/contract/closing';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import {
  mayCloseMunicipality,
  mayRemindClosing,
  mayViewClosing,
  mayViewClosingOfAll,
} from '../../access/policies-closing.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { firstRecordedMonth } from '../reading/city-sums.ts';
import { grouped } from '../reading/grouped.ts';
import { closingOf, type Here, here, monthDate, monthIndexOf } from '../reading/moment.ts';
import { closingChecks, countOpen } from './checks.ts';
import { readActors, readClosings, readLatePunches, viewOfClosing } from './closing-rows.ts';
import { isMonthOver } from './readiness.ts';
import { readSections } from './sections.ts';

type View = Answer<typeof viewRoute>;

/** Everybody of a month by department. */
async function headcounts(tx: Tx, month: MonthIndex): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ department: string; people: number }>(
    `select r.department, count(*)::int as people from tk.month_record r
     where r.municipality = $1 and r.month = $2::date group by r.department`,
    [tx.municipality, monthDate(month)],
  );
  return new Map(rows.map(({ department, people }) => [department, people]));
}

/** Months before and after one, as far as there are records. */
export async function monthsBeside(tx: Tx, month: MonthIndex, at: Here): Promise<Pick<View, 'previous' | 'next'>> {
  const first = await firstRecordedMonth(tx);
  return {
    previous: first !== null && month > first ? formatYearMonth(month - 1) : null,
    next: month < at.month ? formatYearMonth(month + 1) : null,
  };
}

export const checksShown = closingChecks.map(({ key, title, short, cure, page }) => ({
  key,
  title,
  short,
  cure,
  page,
}));

/** How far the closing of a month is, section by section: of all, or of those the caller heads. */
export async function closingView(context: Context, actor: Actor, input: Input<typeof viewRoute>): Promise<View> {
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const all = mayViewClosingOfAll(actor);
    const [scope, sections, people, open, closings, beside] = await Promise.all([
      scopeOf(tx, actor, at.dutyDate),
      readSections(tx, month, at),
      headcounts(tx, month),
      countOpen(tx, monthDate(month)),
      readClosings(tx, month, null),
      monthsBeside(tx, month, at),
    ]);
    const byDepartment = [...people].map(([department, count]) => ({ department, count }));
    const bySection = [...grouped(byDepartment, ({ department }) => sections.sectionOf(department))].filter(
      ([section]) => mayViewClosing(actor, scope, section),
    );
    const [names, late] = await Promise.all([
      readActors(
        tx,
        [...closings.values()].map(({ closing }) => closing),
      ),
      all ? readLatePunches(tx, month, [...closings.values()], at.parameters.dayBoundary) : [],
    ]);
    const rows = bySection.map(([section, departments]) => {
      const counts = Object.fromEntries(
        closingChecks.map(({ key }) => [
          key,
          departments.reduce((sum, { department }) => sum + (open.get(key)?.get(department) ?? 0), 0),
        ]),
      );
      return {
        department: section,
        name: sections.tree.find(section)?.name ?? section,
        path: sections.tree.path(section) || section,
        people: departments.reduce((sum, { count }) => sum + count, 0),
        open: counts,
        openTotal: Object.values(counts).reduce((sum, count) => sum + count, 0),
        latePunches: late.filter((each) => each.section === section).length,
        closing: viewOfClosing(closings.get(section)?.closing, names),
      };
    });
    const dueOn = closingOf(firstDayOf(month), at.parameters);
    const today = formatLocalDate(at.day);
    return {
      month: input.month,
      today,
      dueOn,
      late: today > dueOn,
      over: isMonthOver(month, at),
      ...beside,
      checks: checksShown,
      whole: all ? viewOfClosing(closings.get('')?.closing, names) : null,
      mayCloseWhole: mayCloseMunicipality(actor),
      mayRemind: mayRemindClosing(actor),
      sections: rows.sort(
        (a, b) => rank(a) - rank(b) || b.openTotal - a.openTotal || (a.department < b.department ? -1 : 1),
      ),
    };
  });
}

/** Asked to be opened again, then late punches, then open ones, then closed ones. */
function rank({ closing, latePunches }: View['sections'][number]): number {
  if (closing.askedAt !== null) return 0;
  if (latePunches > 0) return 1;
  return closing.state === 'open' ? 2 : 3;
}
