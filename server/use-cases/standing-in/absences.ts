import type { Answer, Input } from '@tokimori/contract/route';
import type { endAbsence as endRoute, recordAbsence as recordRoute } from '@tokimori/contract/standing-in';
import { endAbsence as decideEnd, recordAbsence as decideRecording } from '@tokimori/records/mandate';
import { ensure } from '../../access/policies.ts';
import { mayRecordAbsence } from '../../access/policies-standing-in.ts';
import { decidingScopeOf } from '../../access/standing-in.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { holdStaff } from '../hold-staff.ts';
import { actorName, append, doDeedOnce } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { type Here, here } from '../reading/moment.ts';
import { refuseDeed } from '../refused-deed.ts';
import { absenceOf, absencesAfter, headedBy, readAbsence, untilOf } from './mandate-rows.ts';
import { eventsOf } from './mandates.ts';

/** Goes on when the actor may tell of the absence of a person; whoever heads nothing has nobody to stand in for. */
async function ensureMayTell(tx: Tx, actor: Actor, at: Here, staff: string): Promise<void> {
  const [scope, headed] = await Promise.all([
    decidingScopeOf(tx, actor, at.dutyDate),
    headedBy(tx, [staff], at.dutyDate),
  ]);
  const departments = headed.get(staff) ?? [];
  ensure(mayRecordAbsence(actor, scope, { staff, headed: departments }));
  if (departments.length === 0) refuseDeed({ code: 'absence.no-head', figures: {}, words: {} });
}

/** Records that a head is away on some days: what a 代決 rests on. */
export async function recordAbsence(
  context: Context,
  actor: Actor,
  input: Input<typeof recordRoute>,
): Promise<Answer<typeof recordRoute>> {
  dayInput('from', input.from);
  dayInput('through', input.through);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { id, staff, from, through, reason } = input;
    await ensureMayTell(tx, actor, at, staff);
    await holdStaff(tx, [staff]);
    const absence = { id, staff, from, until: untilOf(through) };
    const [known, rows] = await Promise.all([readAbsence(tx, id), absencesAfter(tx, [staff], at.dutyDate)]);
    const others = rows.filter((row) => row.id !== id).map(absenceOf);
    const events = eventsOf(
      decideRecording({ absence, today: at.dutyDate, known: known === null ? null : absenceOf(known), others }),
    );
    if (events.length > 0) {
      const deed = { stream: `absence/${id}`, after: 0, events, actor: actorName(actor), reason, occurredAt: at.now };
      const version = await append(tx, deed);
      await tx.query(
        `insert into tk.absence (municipality, id, staff, effective_from, effective_until, reason, recorded_by, recorded_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [tx.municipality, id, staff, from, absence.until, reason, actorName(actor), at.now, version],
      );
    }
    return { recorded: true };
  });
}

/** The head is back earlier: the 代決 ends with the absence. */
export async function endAbsence(
  context: Context,
  actor: Actor,
  { id, until, reason }: Input<typeof endRoute>,
): Promise<Answer<typeof endRoute>> {
  dayInput('until', until);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const row = await readAbsence(tx, id);
    if (row === null) return refuseDeed({ code: 'mandate.not-found', figures: {}, words: {} });
    await ensureMayTell(tx, actor, at, row.staff);
    const events = eventsOf(decideEnd(absenceOf(row), until, at.dutyDate));
    if (events.length > 0) {
      const stream = `absence/${id}`;
      const deed = { stream, after: row.version, events, actor: actorName(actor), reason, occurredAt: at.now };
      const version = await append(tx, deed);
      await tx.query(
        `update tk.absence as b set effective_until = $3, version = $4 where b.municipality = $1 and b.id = $2`,
        [tx.municipality, id, until, version],
      );
    }
    return { ended: true };
  });
}
