import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, monthOf } from '@tokimori/law/time/months';
import { appointmentOn, type CityPlan } from '@tokimori/ordinances/example-city/plan';
import type { MandateEvent, MandateKind } from '@tokimori/records/mandate';
import type { Tx } from '../store/tenant.ts';
import { append } from '../use-cases/journal.ts';
import { demoId } from './ids.ts';

/**
 * 保険年金課 has named who stands in for its 課長, and who enters requests for the others, from the first of the month on: as if the 課長 had
 * entered it on that day.
 */
export async function writeDemoMandates(tx: Tx, plan: CityPlan): Promise<void> {
  const office = plan.departments.find((d) => d.name === '保険年金課')?.code ?? '';
  const people = plan.people.flatMap((person) => {
    const post = appointmentOn(person, plan.asOf);
    return post?.department.startsWith(office) ? [{ number: person.number, post }] : [];
  });
  const head = people.find(({ post }) => post.managerial)?.number;
  const chief = people.find(({ post }) => post.post === '係長')?.number;
  const clerk = people.findLast(({ post }) => post.post === '主事')?.number;
  if (head === undefined) return;
  const named: readonly (readonly [MandateKind, string | undefined, string])[] = [
    ['standIn', chief, '課長の出張や休暇のとき'],
    ['clerk', clerk, '窓口の職員の申請を代わりに入力する'],
  ];
  for (const [nth, [kind, holder, reason]] of named.entries()) {
    if (holder !== undefined) await give(tx, plan, { nth, kind, holder, reason, head, department: office });
  }
}

type Given = {
  readonly nth: number;
  readonly kind: MandateKind;
  readonly holder: string;
  readonly reason: string;
  readonly head: string;
  readonly department: string;
};

async function give(tx: Tx, plan: CityPlan, { nth, kind, holder, reason, head, department }: Given): Promise<void> {
  const id = demoId(5, nth, 0, 0);
  const from = formatLocalDate(firstDayOf(monthOf(plan.asOf)));
  const until = formatLocalDate(firstDayOf(monthOf(plan.asOf) + 6));
  const at = new Date(`${from}T08:30:00+09:00`);
  const data = { department, holder, kind, from, until, dailyLimit: null };
  const events: readonly MandateEvent[] = [{ kind: 'MandateGiven', data }];
  const version = await append(tx, { stream: `mandate/${id}`, after: 0, events, actor: head, reason, occurredAt: at });
  await tx.query(
    `insert into tk.mandate (municipality, id, department, holder, kind, effective_from, effective_until, reason, given_by, given_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [tx.municipality, id, department, holder, kind, from, until, reason, head, at, version],
  );
}
