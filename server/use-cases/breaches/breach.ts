import type {
  completeBreach as completeRoute,
  draftBreach as draftRoute,
  returnBreach as returnRoute,
  breachView as viewRoute,
} from '@tokimori/contract/breaches';
import type { Answer, Input } from '@tokimori/contract/route';
import { reviewDue } from '@tokimori/law/designation/breach-record';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { Parameters } from '@tokimori/ordinances/schema';
import {
  type BreachCommand,
  type BreachWords,
  decideBreach,
  evolveBreach,
  missingIn,
} from '@tokimori/records/breaches/breach';
import { isOfYear } from '@tokimori/records/breaches/exceeded';
import { ensure } from '../../access/policies.ts';
import { mayReturnBreach, mayWriteBreach } from '../../access/policies-breaches.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, append } from '../journal.ts';
import { type Here, monthOfText } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { readDeeds } from './deeds-of.ts';
import { reachOf } from './reach.ts';
import { refuseBreach } from './refused-breach.ts';
import { type BreachRow, breachOf, breachShown, readBreach } from './rows.ts';

/** One record with its five items, until when it is reviewed, and what was done with it. */
export async function breachView(
  context: Context,
  actor: Actor,
  { id }: Input<typeof viewRoute>,
): Promise<Answer<typeof viewRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const { at, scope, tree } = await reachOf(context, tx, actor);
    const row = await readBreach(tx, actor, scope, id);
    const [history, siblings] = await Promise.all([readDeeds(tx, `breach/${id}`), readSiblings(tx, row)]);
    const names = await namesOf(tx, [...history.map(({ by }) => by), row.completed_by ?? '']);
    const today = formatLocalDate(at.day);
    const breach = breachOf(row);
    return {
      ...breachShown(row, tree, today, at.parameters),
      on: today,
      exceptional: row.exceptional,
      overtime: row.overtime,
      outline: row.outline,
      outlineMade: row.outline_made,
      reason: row.reason,
      causes: row.causes,
      works: [...row.works],
      missing: [...missingIn(breach.figures, breach.words)],
      offered: [...new Set([...at.parameters.breaches.causes, ...row.causes])],
      note: row.note,
      completedBy: row.completed_by === null ? '' : (names.get(row.completed_by) ?? row.completed_by),
      completedAt: row.completed_at === null ? null : formatInstant(row.completed_at),
      completedValue: row.completed_value,
      review: dueOf(row, at.parameters),
      siblings: siblings
        .filter((each) => mayWriteBreach(actor, scope, each))
        .map((each) => ({ id: each.id, limit: each.limit_name, value: each.value, cap: each.cap })),
      mayWrite: row.standing === 'holds' && mayWriteBreach(actor, scope, row),
      mayReturn: row.standing === 'holds' && row.state === 'completed' && mayReturnBreach(actor, row),
      history: history.map((deed) => ({ ...deed, by: names.get(deed.by) ?? deed.by })),
    };
  });
}

/** Until when the record is reviewed, by the law and by the municipality. */
function dueOf({ fiscal_year, month, limit_name }: BreachRow, { designation, yearStartMonth }: Parameters) {
  const { ofYear, ofMonth } = reviewDue(
    {
      fiscalYear: fiscal_year,
      yearStartMonth,
      month: isOfYear(limit_name) ? null : monthOfText(month.slice(0, 7)),
    },
    designation,
  ).outcome;
  return { ofYear: formatLocalDate(ofYear), ofMonth: ofMonth === null ? null : formatLocalDate(ofMonth) };
}

type Sibling = Pick<BreachRow, 'id' | 'staff' | 'department' | 'section' | 'limit_name' | 'value' | 'cap'>;

async function readSiblings(tx: Tx, { id, staff, month }: BreachRow): Promise<readonly Sibling[]> {
  return tx.query<Sibling>(
    `select b.id, b.staff, b.department, b.section, b.limit_name, b.value, b.cap from tk.breach b
     where b.municipality = $1 and b.staff = $2 and b.month = $3::date and b.id <> $4 and b.standing = 'holds' and b.state <> 'completed'
     order by b.limit_name`,
    [tx.municipality, staff, month, id],
  );
}

/** Keeps what the head has typed so far. */
export async function draftBreach(
  context: Context,
  actor: Actor,
  { id, ...words }: Input<typeof draftRoute>,
): Promise<Answer<typeof draftRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const { at, scope } = await reachOf(context, tx, actor);
    const row = await readBreach(tx, actor, scope, id, 'for update');
    ensure(mayWriteBreach(actor, scope, row));
    await perform(tx, at, row, { type: 'draft', actor: actorName(actor), words });
    return { kept: true };
  });
}

/** Completes a record, and others of the same person and month with the same words. All of them or none. */
export async function completeBreach(
  context: Context,
  actor: Actor,
  { id, also, ...words }: Input<typeof completeRoute>,
): Promise<Answer<typeof completeRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const { at, scope } = await reachOf(context, tx, actor);
    const first = await readBreach(tx, actor, scope, id, 'for update');
    const others = [...new Set(also)].filter((other) => other !== id).sort();
    let completed = 0;
    for (const each of [id, ...others]) {
      const row = each === id ? first : await readBreach(tx, actor, scope, each, 'for update');
      if (row.staff !== first.staff || row.month !== first.month)
        refuseBreach({ code: 'breach.complete.other-month', figures: {}, words: {} });
      ensure(mayWriteBreach(actor, scope, row));
      const { causes } = at.parameters.breaches;
      completed += await perform(tx, at, row, { type: 'complete', actor: actorName(actor), words, causes });
    }
    return { completed };
  });
}

/** Returns a completed record to its head, with the reason. */
export async function returnBreach(
  context: Context,
  actor: Actor,
  { id, note }: Input<typeof returnRoute>,
): Promise<Answer<typeof returnRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const { at, scope } = await reachOf(context, tx, actor);
    const row = await readBreach(tx, actor, scope, id, 'for update');
    ensure(mayReturnBreach(actor, row));
    await perform(tx, at, row, { type: 'return', actor: actorName(actor), note }, note);
    return { returned: true };
  });
}

/** Decides, journals and writes. @returns how many events came of it */
async function perform(tx: Tx, at: Here, row: BreachRow, command: BreachCommand, reason = ''): Promise<number> {
  const answer = decideBreach(command, breachOf(row));
  if ('refused' in answer) return refuseBreach(answer.refused);
  if (answer.events.length === 0) return 0;
  const { actor } = command;
  const after = answer.events.reduce(
    (state, event) => evolveBreach(state, { event, actor, occurredAt: at.now }),
    breachOf(row),
  );
  const version = await append(tx, {
    stream: `breach/${row.id}`,
    after: row.version,
    events: answer.events,
    actor,
    reason,
    occurredAt: at.now,
  });
  const { outline, reason: why, causes, mainCause }: BreachWords = after.words;
  await tx.query(
    `update tk.breach as b set state = $3, outline = $4, reason = $5, causes = $6, main_cause = $7, completed_by = $8, completed_at = $9,
       completed_value = $10, note = $11, version = $12
     where b.municipality = $1 and b.id = $2`,
    [
      tx.municipality,
      row.id,
      after.state,
      outline,
      why,
      causes,
      mainCause,
      after.completedBy,
      after.completedAt,
      after.completedValue,
      after.note,
      version,
    ],
  );
  return answer.events.length;
}
