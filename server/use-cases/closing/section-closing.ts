import type { sectionClosing as sectionRoute } from '@tokimori/contract/closing';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import {
  mayAskReopening,
  mayCloseOverOpenPoints,
  mayCloseSection,
  mayRemindClosing,
  mayReopen,
  mayViewClosing,
} from '../../access/policies-closing.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { closingOf, type Here, here, monthDate, monthIndexOf } from '../reading/moment.ts';
import { closingChecks, listOpen } from './checks.ts';
import {
  dateOf,
  readActors,
  readClosings,
  readLatePunches,
  type StoredClosing,
  viewOfClosing,
} from './closing-rows.ts';
import { monthsBeside } from './closing-view.ts';
import { isMonthOver, unfinished } from './readiness.ts';
import { type ClosingSections, readSections } from './sections.ts';

/** A section whose month is to be closed, as a deed or a page finds it. */
export type OpenedSection = {
  readonly at: Here;
  readonly month: MonthIndex;
  readonly section: string;
  readonly scope: Scope;
  readonly sections: ClosingSections;
  readonly staff: readonly string[];
  readonly stored: StoredClosing | undefined;
};

/** The people of a section in a month, by number. */
export async function staffOf(tx: Tx, month: MonthIndex, departments: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.query<{ staff: string }>(
    `select r.staff from tk.month_record r where r.municipality = $1 and r.month = $2::date and r.department = any($3) order by r.staff`,
    [tx.municipality, monthDate(month), departments],
  );
  return rows.map(({ staff }) => staff);
}

/** Reads the section to which a department belongs, when the caller may see it. */
export async function openSection(
  context: Context,
  tx: Tx,
  actor: Actor,
  given: { readonly department: string; readonly month: string },
): Promise<OpenedSection> {
  const month = monthIndexOf(given.month);
  const at = await here(context, tx);
  const [scope, sections] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readSections(tx, month, at)]);
  const section = sections.sectionOf(given.department);
  ensure(mayViewClosing(actor, scope, section));
  const [staff, closings] = await Promise.all([
    staffOf(tx, month, sections.departmentsOf(section)),
    readClosings(tx, month, [section]),
  ]);
  if (staff.length === 0 && sections.tree.find(section) === undefined) departmentNotFound(given.department);
  return { at, month, section, scope, sections, staff, stored: closings.get(section) };
}

/** What is to be settled before the month of a section is closed. */
export async function sectionClosing(
  context: Context,
  actor: Actor,
  input: Input<typeof sectionRoute>,
): Promise<Answer<typeof sectionRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const opened = await openSection(context, tx, actor, input);
    const { at, month, section, scope, sections, staff, stored } = opened;
    const [open, late, names, beside, waits] = await Promise.all([
      listOpen(tx, monthDate(month), staff),
      readLatePunches(tx, month, stored === undefined ? [] : [stored], at.parameters.dayBoundary),
      readActors(tx, stored === undefined ? [] : [stored.closing]),
      monthsBeside(tx, month, at),
      isMonthOver(month, at) ? unfinished(tx, month, staff, at) : null,
    ]);
    const dueOn = closingOf(firstDayOf(month), at.parameters);
    const today = formatLocalDate(at.day);
    return {
      department: section,
      name: sections.tree.find(section)?.name ?? section,
      path: sections.tree.path(section) || section,
      month: input.month,
      today,
      dueOn,
      late: today > dueOn,
      over: isMonthOver(month, at),
      people: staff.length,
      pending: waits !== null,
      closing: viewOfClosing(stored?.closing, names),
      checks: closingChecks.map(({ key, title, short, cure, page }) => ({
        key,
        title,
        short,
        cure,
        page,
        count: open.get(key)?.count ?? 0,
        points: (open.get(key)?.points ?? []).map((point) => ({
          staff: point.staff,
          name: point.name,
          date: point.day,
        })),
      })),
      latePunches: late.map(({ staff: who, name, day, minute, recordedAt }) => ({
        staff: who,
        name,
        date: dateOf(day),
        minute,
        recordedAt,
      })),
      ...beside,
      may: {
        close: mayCloseSection(actor, scope, section),
        closeOver: mayCloseOverOpenPoints(actor),
        reopen: mayReopen(actor),
        ask: mayAskReopening(actor, scope, section),
        remind: mayRemindClosing(actor),
      },
    };
  });
}
