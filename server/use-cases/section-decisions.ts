import type { DecidingScope } from '../access/standing-in.ts';
import type { Actor, Context } from '../context.ts';
import { formatInstant, instantOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { monthOfOvertime } from './overtime-deeds.ts';
import { effectOf } from './reading/effect.ts';
import { type Ground, readGrounds } from './reading/grounds.ts';
import { grouped } from './reading/grouped.ts';
import { dayOf, type Here } from './reading/moment.ts';
import { askedAfterTheFact, type OvertimeRow, overtimeView } from './reading/overtime-rows.ts';
import { personOf, personsOn } from './reading/persons.ts';
import type { SectionMonth } from './section-rows.ts';
import { deciderAt, finalityOf, postsOf } from './standing-in/final-approval.ts';

type Decision = SectionMonth['decisions'][number];

/** Cards of what waits for a decision: over a limit first, then by the time at which it is needed. */
export async function readDecisions(
  context: Context,
  tx: Tx,
  at: Here,
  { actor, scope }: { readonly actor: Actor; readonly scope: DecidingScope },
  waiting: readonly OvertimeRow[],
): Promise<Decision[]> {
  const byMonth = grouped(waiting, (row) => monthOfOvertime(row.duty_date));
  const staff = [...new Set(waiting.map((row) => row.staff))];
  const [persons, ...grounds] = await Promise.all([
    personsOn(tx, staff, at.dutyDate),
    ...[...byMonth].map(async ([month, rows]) => {
      const people = [...new Set(rows.map((row) => row.staff))];
      return [month, await readGrounds(context, tx, at, people, month)] as const;
    }),
  ]);
  const finality = await finalityOf(tx, at, actor, scope, waiting);
  const above = waiting.flatMap((row) => (finality(row).above ? [finality(row).top] : []));
  const posts = await postsOf(tx, above, at.dutyDate);
  const finalBy = (row: OvertimeRow) => (finality(row).above ? deciderAt(posts.get(finality(row).top)) : null);
  const groundOf = new Map<number, ReadonlyMap<string, Ground>>(grounds);
  const cards = waiting.flatMap((row): Decision[] => {
    const ground = groundOf.get(monthOfOvertime(row.duty_date))?.get(row.staff);
    if (ground === undefined) return [];
    const { id, duty_date: dutyDate, from_minute: from, until_minute: until, minutes, category } = row;
    const effect = effectOf(ground, { id, dutyDate, from, until, minutes, category });
    const overtime = overtimeView(row, personOf(persons, row.staff));
    return [
      { overtime, effect, deadline: deadlineOf(row, at), afterTheFact: askedAfterTheFact(row), finalBy: finalBy(row) },
    ];
  });
  return cards.sort(
    (a, b) => Number(isOver(b)) - Number(isOver(a)) || ((a.deadline ?? '') < (b.deadline ?? '') ? -1 : 1),
  );
}

const isOver = ({ effect }: Decision): boolean => effect.slackAfter !== null && effect.slackAfter < 0;

/** Until when the request is to be decided: the municipality's time on its day, or the beginning of the work before it. */
function deadlineOf(row: OvertimeRow, at: Here): string {
  const minute = Math.min(at.parameters.requestDeadline, row.from_minute ?? at.parameters.requestDeadline);
  return formatInstant(instantOf(dayOf(row.duty_date), minute));
}
