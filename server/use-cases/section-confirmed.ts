import type { confirmedResults as route } from '@tokimori/contract/results';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf } from '@tokimori/law/time/months';
import type { Actor, Context } from '../context.ts';
import { closedMonthsOf } from './closing/closed-months.ts';
import { here, monthDate, monthEnd, monthIndexOf } from './reading/moment.ts';
import { overtimeView, readConfirmed } from './reading/overtime-rows.ts';
import { membersOf } from './reading/section-people.ts';
import { openSection } from './section.ts';

/** Results of a section's month that were confirmed, for whoever may put them right; nobody's own. */
export async function confirmedResults(
  context: Context,
  actor: Actor,
  input: Input<typeof route>,
): Promise<Answer<typeof route>> {
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const on = formatLocalDate(Math.max(Math.min(at.dutyDay, lastDayOf(month)), firstDayOf(month)));
    const { departments, name } = await openSection(tx, actor, at, input.department, on);
    const members = await membersOf(tx, departments, on);
    const persons = new Map(members.map(({ person }) => [person.staff, person]));
    if (actor.staff !== null) persons.delete(actor.staff);
    const staff = [...persons.keys()];
    const [rows, closed] = await Promise.all([
      readConfirmed(tx, staff, departments, monthDate(month), monthEnd(month)),
      closedMonthsOf(tx, staff, [monthDate(month)]),
    ]);
    const results = rows.flatMap((row) => {
      const person = persons.get(row.staff);
      return person === undefined ? [] : [{ overtime: overtimeView(row, person), person }];
    });
    return { name, closed: closed.size > 0, results };
  });
}
