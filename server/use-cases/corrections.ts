import type { decideCorrection as decideRoute } from '@tokimori/contract/manager';
import type { Answer, Input } from '@tokimori/contract/route';
import type { reportCorrection as reportRoute } from '@tokimori/contract/staff';
import {
  type Correction,
  type CorrectionCommand,
  decideCorrection as decide,
  evolveCorrection,
} from '@tokimori/records/correction';
import { ensure, mayDecideCorrection, mayRequestOvertime } from '../access/policies.ts';
import { departmentsOf, scopeOf } from '../access/scope.ts';
import type { Actor, Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { closedRefusal } from './closing/closed-months.ts';
import { actorName, append, doDeed, doDeedOnce, staleDay } from './journal.ts';
import { ensureDay } from './overtime-deeds.ts';
import { dayInput } from './reading/date-input.ts';
import { type Here, here } from './reading/moment.ts';
import { headOf, personOn } from './reading/persons.ts';
import { refuseDeed } from './refused-deed.ts';

/** Reports the true time of a missing or wrong punch, or the reason of a difference. The same id again changes nothing. */
export async function reportCorrection(
  context: Context,
  actor: Actor,
  input: Input<typeof reportRoute>,
): Promise<Answer<typeof reportRoute>> {
  const staff = actor.staff ?? '';
  ensure(mayRequestOvertime(actor, staff));
  dayInput('date', input.date);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { id, date: dutyDate, kind: about, in: inMinute, out, reason } = input;
    await ensureDay(tx, at, staff, dutyDate);
    const person = await personOn(tx, staff, dutyDate);
    const subject = {
      staff,
      dutyDate,
      about,
      in: about === 'punch' ? inMinute : null,
      out: about === 'punch' ? out : null,
      reason,
    };
    await perform(
      tx,
      at,
      id,
      { type: 'report', actor: actorName(actor), subject, dayBoundary: at.parameters.dayBoundary },
      reason,
    );
    return { id, state: 'requested', decidesBy: await headOf(tx, person.department, staff, at.dutyDate) };
  });
}

/** Accepts or rejects a reported correction. */
export async function decideCorrection(
  context: Context,
  actor: Actor,
  input: Input<typeof decideRoute>,
): Promise<Answer<typeof decideRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const row = await readCorrection(tx, input.id);
    if (row === null) return refuseDeed({ code: 'correction.not-found', figures: {}, words: {} });
    const [scope, departments] = await Promise.all([
      scopeOf(tx, actor, at.dutyDate),
      departmentsOf(tx, row.staff, row.duty_date, at.dutyDate),
    ]);
    ensure(mayDecideCorrection(actor, scope, { staff: row.staff, departments }));
    const type = input.accept ? 'accept' : 'reject';
    await perform(tx, at, input.id, { type, actor: actorName(actor), note: input.note }, input.note);
    return { id: input.id, state: input.accept ? 'accepted' : 'rejected' };
  });
}

type Row = {
  staff: string;
  duty_date: string;
  kind: 'punch' | 'discrepancy';
  state: Correction['state'];
  in_minute: number | null;
  out_minute: number | null;
  reason: string;
  requested_by: string;
  requested_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  note: string;
  version: number;
};

async function readCorrection(tx: Tx, id: string): Promise<Row | null> {
  const [row] = await tx.query<Row>(
    `select c.staff, c.duty_date, c.kind, c.state, c.in_minute, c.out_minute, c.reason, c.requested_by, c.requested_at,
       c.decided_by, c.decided_at, c.note, c.version
     from tk.correction c where c.municipality = $1 and c.id = $2`,
    [tx.municipality, id],
  );
  return row ?? null;
}

function correctionOfRow(row: Row): Correction {
  return {
    staff: row.staff,
    dutyDate: row.duty_date,
    about: row.kind,
    in: row.in_minute,
    out: row.out_minute,
    reason: row.reason,
    state: row.state,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    note: row.note,
  };
}

async function perform(tx: Tx, at: Here, id: string, command: CorrectionCommand, reason: string): Promise<void> {
  const row = await readCorrection(tx, id);
  const before = row === null ? null : correctionOfRow(row);
  const answer = decide(command, before, { day: at.day, minute: at.minute });
  if ('refused' in answer) return refuseDeed(answer.refused);
  if (answer.events.length === 0) return;
  const { actor } = command;
  const after = answer.events.reduce<Correction | null>(
    (state, event) => evolveCorrection(state, { event, actor, occurredAt: at.now }),
    before,
  );
  if (after === null) return;
  const closed = await closedRefusal(tx, after.staff, [after.dutyDate]);
  if (closed !== null) return refuseDeed(closed);
  const deed = {
    stream: `correction/${id}`,
    after: row?.version ?? 0,
    events: answer.events,
    actor,
    reason,
    occurredAt: at.now,
  };
  const version = await append(tx, deed);
  await Promise.all([writeCorrection(tx, id, after, version), staleDay(tx, after.staff, after.dutyDate)]);
}

async function writeCorrection(tx: Tx, id: string, correction: Correction, version: number): Promise<void> {
  await tx.query(
    `insert into tk.correction (municipality, id, staff, duty_date, kind, state, in_minute, out_minute, reason,
       requested_by, requested_at, decided_by, decided_at, note, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (municipality, id) do update set state = excluded.state, decided_by = excluded.decided_by,
       decided_at = excluded.decided_at, note = excluded.note, version = excluded.version`,
    [
      tx.municipality,
      id,
      correction.staff,
      correction.dutyDate,
      correction.about,
      correction.state,
      correction.in,
      correction.out,
      correction.reason,
      correction.requestedBy,
      correction.requestedAt,
      correction.decidedBy,
      correction.decidedAt,
      correction.note,
      version,
    ],
  );
}
