import type { Answer, Input } from '@tokimori/contract/route';
import type { endMandate as endRoute, giveMandate as giveRoute } from '@tokimori/contract/standing-in';
import { endMandate as decideEnd, giveMandate as decideGiving, type MandateEvent } from '@tokimori/records/mandate';
import type { Decided } from '@tokimori/records/recorded';
import { ensure } from '../../access/policies.ts';
import { mayGiveMandate } from '../../access/policies-standing-in.ts';
import { decidingScopeOf } from '../../access/standing-in.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { actorName, append, doDeedOnce } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { type Here, here } from '../reading/moment.ts';
import { personOn } from '../reading/persons.ts';
import { refuseDeed } from '../refused-deed.ts';
import { headsOf, mandateOf, othersOf, readMandate, untilOf } from './mandate-rows.ts';

type Kind = Input<typeof giveRoute>['kind'];

/** The kind of a department on a day; 404 when it does not exist. One department is held, so that two mandates are given one after the other. */
async function holdDepartment(tx: Tx, department: string, on: string): Promise<'bureau' | 'division' | 'section'> {
  const [row] = await tx.query<{ kind: 'bureau' | 'division' | 'section' }>(
    `select d.kind from tk.department d
     where d.municipality = $1 and d.department = $2
       and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date) for update`,
    [tx.municipality, department, on],
  );
  return row?.kind ?? departmentNotFound(department);
}

/** Events of a deed, or the call ends with the refusal. */
export function eventsOf<E>(decided: Decided<E>): readonly E[] {
  return 'refused' in decided ? refuseDeed(decided.refused) : decided.events;
}

/** A 係 without a post of its own has nobody in whose place one could stand. */
function ensurePost(kind: Kind, department: 'bureau' | 'division' | 'section', heads: readonly string[]): void {
  if (kind === 'standIn' && department === 'section' && heads.length === 0)
    refuseDeed({ code: 'mandate.no-post', figures: {}, words: {} });
}

/** Names who stands in, decides by delegation or enters requests for a department. The same again is the same. */
export async function giveMandate(
  context: Context,
  actor: Actor,
  input: Input<typeof giveRoute>,
): Promise<Answer<typeof giveRoute>> {
  dayInput('from', input.from);
  dayInput('through', input.through);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { id, department, holder, kind, from, through, dailyLimit, reason } = input;
    ensure(mayGiveMandate(actor, await decidingScopeOf(tx, actor, at.dutyDate), department));
    const unit = await holdDepartment(tx, department, at.dutyDate);
    const mandate = { id, department, holder, kind, from, until: untilOf(through), dailyLimit };
    const [known, others, heads] = await Promise.all([
      readMandate(tx, id),
      othersOf(tx, mandate, at.dutyDate),
      headsOf(tx, [department], from),
      personOn(tx, holder, from),
    ]);
    ensurePost(kind, unit, heads);
    const events = eventsOf(
      decideGiving({
        actor: actorName(actor),
        mandate,
        today: at.dutyDate,
        known: known === null ? null : mandateOf(known),
        others,
        heads,
        delegatedLimit: at.parameters.delegatedDailyLimit,
      }),
    );
    if (events.length > 0) {
      const version = await journalMandate(tx, at, id, { after: 0, events, actor: actorName(actor), reason });
      await tx.query(
        `insert into tk.mandate (municipality, id, department, holder, kind, effective_from, effective_until, daily_limit, reason,
           given_by, given_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          tx.municipality,
          id,
          department,
          holder,
          kind,
          from,
          mandate.until,
          dailyLimit,
          reason,
          actorName(actor),
          at.now,
          version,
        ],
      );
    }
    return { given: true };
  });
}

type Journaled = {
  readonly after: number;
  readonly events: readonly MandateEvent[];
  readonly actor: string;
  readonly reason: string;
};
const journalMandate = (tx: Tx, at: Here, id: string, deed: Journaled): Promise<number> =>
  append(tx, { stream: `mandate/${id}`, occurredAt: at.now, ...deed });

/** Ends a mandate before its time. What was decided under it stands. */
export async function endMandate(
  context: Context,
  actor: Actor,
  { id, until, reason }: Input<typeof endRoute>,
): Promise<Answer<typeof endRoute>> {
  dayInput('until', until);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [row, scope] = await Promise.all([readMandate(tx, id), decidingScopeOf(tx, actor, at.dutyDate)]);
    if (row === null) return refuseDeed({ code: 'mandate.not-found', figures: {}, words: {} });
    ensure(mayGiveMandate(actor, scope, row.department));
    const events = eventsOf(decideEnd(mandateOf(row), until, at.dutyDate));
    if (events.length > 0) {
      const version = await journalMandate(tx, at, id, { after: row.version, events, actor: actorName(actor), reason });
      await tx.query(
        `update tk.mandate as m set effective_until = $3, ended_by = $4, ended_at = $5, end_reason = $6, version = $7
         where m.municipality = $1 and m.id = $2`,
        [tx.municipality, id, until, actorName(actor), at.now, reason, version],
      );
    }
    return { ended: true };
  });
}
