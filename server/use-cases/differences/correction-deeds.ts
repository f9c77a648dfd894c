import {
  type Correction,
  type CorrectionCommand,
  decideCorrection as decide,
  evolveCorrection,
} from '@tokimori/records/correction';
import type { Tx } from '../../store/tenant.ts';
import { closedRefusal } from '../closing/closed-months.ts';
import { append, staleDay } from '../journal.ts';
import type { Here } from '../reading/moment.ts';
import { refuseDeed } from '../refused-deed.ts';
import { correctionOfRow, readCorrection } from './said.ts';

/**
 * Decides a deed about a correction and writes its events, the row and the stale day. A refusal ends the call.
 * @returns the correction after the deed; null when nothing was left to do
 */
export async function performCorrection(
  tx: Tx,
  at: Here,
  id: string,
  command: CorrectionCommand,
  reason: string,
): Promise<Correction | null> {
  const row = await readCorrection(tx, id);
  const before = row === null ? null : correctionOfRow(row);
  const answer = decide(command, before, { day: at.day, minute: at.minute });
  if ('refused' in answer) return refuseDeed(answer.refused);
  if (answer.events.length === 0) return null;
  const { actor } = command;
  const after = answer.events.reduce<Correction | null>(
    (state, event) => evolveCorrection(state, { event, actor, occurredAt: at.now }),
    before,
  );
  if (after === null) return null;
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
  return after;
}

const asJson = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

async function writeCorrection(tx: Tx, id: string, correction: Correction, version: number): Promise<void> {
  await tx.query(
    `insert into tk.correction (municipality, id, staff, duty_date, kind, state, in_minute, out_minute, reason, answer,
       finding, requested_by, requested_at, decided_by, decided_at, note, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::jsonb, $12, $13, $14, $15, $16, $17)
     on conflict (municipality, id) do update set state = excluded.state, finding = excluded.finding,
       decided_by = excluded.decided_by, decided_at = excluded.decided_at, note = excluded.note, version = excluded.version`,
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
      asJson(correction.answer),
      asJson(correction.finding),
      correction.requestedBy,
      correction.requestedAt,
      correction.decidedBy,
      correction.decidedAt,
      correction.note,
      version,
    ],
  );
}
