import type { Answer, Input } from '@tokimori/contract/route';
import type { myOvertime } from '@tokimori/contract/staff';
import type {
  answerObjection as answerRoute,
  objectTo as objectRoute,
  openApprovals,
} from '@tokimori/contract/standing-in';
import { appendDeed } from '../../access/journal.ts';
import { ensure } from '../../access/policies.ts';
import { mayAnswerObjection, mayObject } from '../../access/policies-standing-in.ts';
import { decidingScopeOf } from '../../access/standing-in.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { staffMeant } from '../access-to-staff.ts';
import { holdStaff } from '../hold-staff.ts';
import { actorName } from '../journal.ts';
import { overtimeFor } from '../overtime-deeds.ts';
import { type Here, here } from '../reading/moment.ts';
import { overtimeView, readOvertimes } from '../reading/overtime-rows.ts';
import { personOf, personsOn } from '../reading/persons.ts';
import { refuseDeed } from '../refused-deed.ts';

/** Whether others entered, withdrew or revoked something for the person: that is what may be objected to. */
const byOthers = (row: { staff: string; requested_by: string | null; decided_as: string | null }): boolean =>
  (row.requested_by !== null && row.requested_by !== row.staff) || row.decided_as === 'onBehalf';

/** The person does not agree with what was entered for them. One objection at a time; the head is told of it. */
export async function objectTo(
  context: Context,
  actor: Actor,
  { id, objection, reason }: Input<typeof objectRoute>,
): Promise<Answer<typeof objectRoute>> {
  const staff = staffMeant(actor, 'me');
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    await holdStaff(tx, [staff]);
    const row = await overtimeFor(tx, id);
    ensure(mayObject(actor, row.staff));
    const known = await tx.query<{ id: string; open: boolean }>(
      'select b.id, b.answered_at is null as open from tk.objection b where b.municipality = $1 and b.overtime = $2',
      [tx.municipality, id],
    );
    if (known.some((each) => each.id === objection)) return { stated: true };
    if (known.some(({ open }) => open)) return refuseDeed({ code: 'objection.open', figures: {}, words: {} });
    if (!byOthers(row)) return refuseDeed({ code: 'objection.own', figures: {}, words: {} });
    await tx.query(
      `insert into tk.objection (municipality, id, overtime, staff, department, reason, stated_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.municipality, objection, id, staff, row.department, reason, at.now],
    );
    const deed = {
      kind: 'ObjectionStated',
      actor: actorName(actor),
      reason,
      data: { overtime: id },
      at: at.now,
    } as const;
    await appendDeed(tx, { stream: `objection/${objection}`, ...deed });
    return { stated: true };
  });
}

/** The head answers an objection; the person sees the answer. Once. */
export async function answerObjection(
  context: Context,
  actor: Actor,
  { id, answer }: Input<typeof answerRoute>,
): Promise<Answer<typeof answerRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [row] = await tx.query<{ staff: string; department: string; overtime: string; answered: boolean }>(
      `select b.staff, b.department, b.overtime, b.answered_at is not null as answered from tk.objection b
       where b.municipality = $1 and b.id = $2 for update`,
      [tx.municipality, id],
    );
    if (row === undefined) return refuseDeed({ code: 'objection.not-found', figures: {}, words: {} });
    ensure(mayAnswerObjection(actor, await decidingScopeOf(tx, actor, at.dutyDate), row));
    if (row.answered) return refuseDeed({ code: 'objection.answered', figures: {}, words: {} });
    await tx.query(
      `update tk.objection as b set answered_by = $3, answered_at = $4, answer = $5 where b.municipality = $1 and b.id = $2`,
      [tx.municipality, id, actorName(actor), at.now, answer],
    );
    const data = { overtime: row.overtime };
    const deed = { kind: 'ObjectionAnswered', actor: actorName(actor), reason: answer, data, at: at.now } as const;
    await appendDeed(tx, { stream: `objection/${id}`, ...deed });
    return { answered: true };
  });
}

type Open = Answer<typeof openApprovals>['objections'];

/** Objections of some departments that wait for an answer, oldest first; one's own are answered by the head above. */
export async function openObjections(tx: Tx, at: Here, actor: Actor, departments: readonly string[]): Promise<Open> {
  if (departments.length === 0) return [];
  const rows = await tx.query<{ id: string; overtime: string; reason: string; stated_at: Date }>(
    `select b.id, b.overtime, b.reason, b.stated_at from tk.objection b
     where b.municipality = $1 and b.department = any($2) and b.answered_at is null and b.staff is distinct from $3
     order by b.stated_at, b.id limit 100`,
    [tx.municipality, departments, actor.staff],
  );
  const overtime = await readOvertimes(
    tx,
    rows.map((row) => row.overtime),
  );
  const persons = await personsOn(tx, [...new Set(overtime.map(({ staff }) => staff))], at.dutyDate);
  const views = new Map(overtime.map((row) => [row.id, overtimeView(row, personOf(persons, row.staff))]));
  return rows.flatMap(({ id, overtime: about, reason, stated_at: statedAt }) => {
    const view = views.get(about);
    return view === undefined ? [] : [{ id, reason, statedAt: formatInstant(statedAt), overtime: view }];
  });
}

/** What a person objected to among some overtime, with the answers. */
export async function objectionsTo(
  tx: Tx,
  overtime: readonly string[],
): Promise<Answer<typeof myOvertime>['objections']> {
  const rows = await tx.query<{
    id: string;
    overtime: string;
    reason: string;
    stated_at: Date;
    answer: string;
    by: string | null;
    answered_at: Date | null;
  }>(
    `select b.id, b.overtime, b.reason, b.stated_at, b.answer, coalesce(s.name, b.answered_by) as by, b.answered_at
     from tk.objection b left join tk.staff s on s.municipality = $1 and s.staff = b.answered_by
     where b.municipality = $1 and b.overtime = any($2::uuid[]) order by b.stated_at, b.id`,
    [tx.municipality, overtime],
  );
  return rows.map(({ stated_at: statedAt, answered_at: answeredAt, by, ...row }) => ({
    ...row,
    statedAt: formatInstant(statedAt),
    answeredBy: by,
    answeredAt: answeredAt === null ? null : formatInstant(answeredAt),
  }));
}
