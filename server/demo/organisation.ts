import { formatLocalDate } from '@tokimori/law/time/civil';
import type { CityPlan } from '@tokimori/ordinances/example-city/plan';
import type { Tx } from '../store/tenant.ts';
import { columnsOf, insertColumns } from './bulk.ts';
import { demoId } from './ids.ts';

const OPENED = '2015-04-01';

/** Writes departments, people, appointments and designations of a planned city, each with its entry in the journal. */
export async function writeOrganisation(tx: Tx, plan: CityPlan, now: Date): Promise<void> {
  await insertColumns(
    tx,
    'tk.department',
    columnsOf(plan.departments, {
      department: ['text', (d) => d.code],
      effective_from: ['date', () => OPENED],
      name: ['text', (d) => d.name],
      kind: ['text', (d) => d.kind],
      parent: ['text', (d) => d.parent],
    }),
  );
  await insertColumns(
    tx,
    'tk.staff',
    columnsOf(plan.people, {
      staff: ['text', (p) => p.number],
      name: ['text', (p) => p.name],
      kana: ['text', (p) => p.kana],
      joined_on: ['date', (p) => formatLocalDate(p.joinedOn)],
      left_on: ['date', (p) => (p.leftOn === null ? null : formatLocalDate(p.leftOn))],
      mail: ['text', (p) => p.mail],
      pc_account: ['text', (p) => p.pcAccount],
    }),
  );
  const posts = plan.people.flatMap((p) =>
    p.appointments.map((a, i) => ({ staff: p.number, until: p.appointments[i + 1]?.from ?? null, ...a })),
  );
  await insertColumns(
    tx,
    'tk.appointment',
    columnsOf(posts, {
      staff: ['text', (a) => a.staff],
      effective_from: ['date', (a) => formatLocalDate(a.from)],
      effective_until: ['date', (a) => (a.until === null ? null : formatLocalDate(a.until))],
      department: ['text', (a) => a.department],
      post: ['text', (a) => a.post],
      concurrent: ['boolean', (a) => a.concurrent],
      managerial: ['boolean', (a) => a.managerial],
    }),
  );
  await insertColumns(
    tx,
    'tk.designation',
    columnsOf(plan.designations, {
      department: ['text', (d) => d.department],
      effective_from: ['date', (d) => formatLocalDate(d.from)],
      published_on: ['date', (d) => formatLocalDate(d.publishedOn)],
      reason: ['text', (d) => d.reason],
    }),
  );
  await journal(tx, plan, now);
}

async function journal(tx: Tx, plan: CityPlan, now: Date): Promise<void> {
  const deeds = [
    ...plan.departments.map((d) => ({ stream: `department/${d.code}`, kind: 'DepartmentSet', data: d, at: OPENED })),
    ...plan.people.map((p) => ({
      stream: `staff/${p.number}`,
      kind: 'StaffSet',
      data: { name: p.name, joinedOn: formatLocalDate(p.joinedOn) },
      at: formatLocalDate(p.joinedOn),
    })),
    ...plan.designations.map((d) => ({
      stream: `designation/${d.department}`,
      kind: 'DepartmentDesignated',
      data: { from: formatLocalDate(d.from), reason: d.reason },
      at: formatLocalDate(d.publishedOn),
    })),
  ];
  await insertColumns(
    tx,
    'tk.event',
    columnsOf(
      deeds.map((deed, i) => ({ ...deed, i })),
      {
        stream: ['text', (e) => e.stream],
        seq: ['integer', () => 1],
        id: ['uuid', (e) => demoId(3, e.i, 0, 0)],
        kind: ['text', (e) => e.kind],
        data: ['jsonb', (e) => JSON.stringify(e.data)],
        actor: ['text', () => 'system:demo'],
        occurred_at: ['timestamptz', (e) => `${e.at}T00:00:00+09:00`],
        recorded_at: ['timestamptz', () => now.toISOString()],
      },
    ),
  );
}
