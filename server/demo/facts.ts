import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { OvertimeFact, PunchFact } from '@tokimori/ordinances/example-city/month';
import type { PersonPlan } from '@tokimori/ordinances/example-city/plan';
import type { OvertimeEvent } from '@tokimori/records/overtime-events';
import { instantOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { columnsOf, insertColumns } from './bulk.ts';
import { demoId } from './ids.ts';

export type PunchRow = PunchFact & { readonly staff: string; readonly id: string };
export type OvertimeRow = OvertimeFact & { readonly staff: string; readonly id: string; readonly head: string };

/** Rows with their lasting ids, of one person and month. */
export function punchRows(person: PersonPlan, month: MonthIndex, punches: readonly PunchFact[]): PunchRow[] {
  return punches.map((p, i) => ({ ...p, staff: person.number, id: demoId(1, person.index, month, i) }));
}

export function overtimeRows(
  person: PersonPlan,
  month: MonthIndex,
  entries: readonly OvertimeFact[],
  head: string,
): OvertimeRow[] {
  return entries.map((o, i) => ({ ...o, staff: person.number, head, id: demoId(2, person.index, month, i) }));
}

/** Card punches and PC traces, as their terminals recorded them. */
export async function writePunches(tx: Tx, rows: readonly PunchRow[]): Promise<void> {
  const instants = rows.map((p) => instantOf(p.day, p.minute).toISOString());
  const months = rows.map((p) => formatLocalDate(firstDayOf(monthOf(p.day))));
  const shared = [
    { name: 'id', type: 'uuid', values: rows.map((p) => p.id) },
    { name: 'month', type: 'date', values: months },
  ];
  await insertColumns(tx, 'tk.punch_id', shared);
  await insertColumns(tx, 'tk.punch', [
    ...shared,
    { name: 'staff', type: 'text', values: rows.map((p) => p.staff) },
    { name: 'occurred_at', type: 'timestamptz', values: instants },
    { name: 'direction', type: 'text', values: rows.map((p) => p.direction) },
    { name: 'source', type: 'text', values: rows.map((p) => p.source) },
    { name: 'device', type: 'text', values: rows.map((p) => (p.source === 'pc' ? `PC-${p.staff}` : '本庁舎1階')) },
    { name: 'recorded_at', type: 'timestamptz', values: instants },
  ]);
}

/** Requests, orders and confirmed results, with the deeds that led to them in the journal. */
export async function writeOvertime(tx: Tx, rows: readonly OvertimeRow[]): Promise<void> {
  const at = (o: OvertimeRow, minute: number) => instantOf(o.day, minute).toISOString();
  const decided = (o: OvertimeRow) => o.state !== 'requested';
  await insertColumns(
    tx,
    'tk.overtime',
    columnsOf(rows, {
      id: ['uuid', (o) => o.id],
      staff: ['text', (o) => o.staff],
      duty_date: ['date', (o) => formatLocalDate(o.day)],
      department: ['text', (o) => o.department],
      state: ['text', (o) => o.state],
      from_minute: ['smallint', (o) => o.from],
      until_minute: ['smallint', (o) => o.until],
      minutes: ['smallint', (o) => o.minutes],
      category: ['text', (o) => o.category],
      work: ['text', (o) => o.work],
      retroactive: ['boolean', (o) => o.retroactive],
      requested_by: ['text', (o) => o.staff],
      requested_at: ['timestamptz', (o) => at(o, 500)],
      decided_by: ['text', (o) => (decided(o) ? o.head : null)],
      decided_at: ['timestamptz', (o) => (decided(o) ? at(o, 960) : null)],
      version: ['integer', (o) => deedsOf(o).length],
    }),
  );
  const deeds = rows.flatMap((o) => deedsOf(o).map((deed, i) => ({ o, seq: i + 1, ...deed })));
  await insertColumns(
    tx,
    'tk.event',
    columnsOf(
      deeds.map((deed, i) => ({ ...deed, i })),
      {
        stream: ['text', (e) => `overtime/${e.o.id}`],
        seq: ['integer', (e) => e.seq],
        id: ['uuid', (e) => e.o.id.replace('-0002-', `-${(16 + e.seq).toString(16).padStart(4, '0')}-`)],
        kind: ['text', (e) => e.kind],
        data: ['jsonb', (e) => JSON.stringify(e.data)],
        actor: ['text', (e) => e.actor],
        occurred_at: ['timestamptz', (e) => at(e.o, e.minute)],
        recorded_at: ['timestamptz', (e) => at(e.o, e.minute)],
      },
    ),
  );
}

type Deed = { readonly kind: string; readonly actor: string; readonly minute: number; readonly data: object };

function deedsOf(o: OvertimeRow): readonly Deed[] {
  const { staff, department, from, until, minutes, category, work } = o;
  const subject = {
    staff,
    dutyDate: formatLocalDate(o.day),
    department,
    from,
    until,
    minutes,
    category,
    work,
    why: '',
  };
  const deed = (event: OvertimeEvent, actor: string, minute: number): Deed => ({ ...event, actor, minute });
  const asked = deed({ kind: 'OvertimeRequested', data: subject }, staff, 500);
  if (o.state === 'requested') return [asked];
  const data = { ...subject, retroactive: o.retroactive, overLimits: [], healthConfirmed: false, note: '' };
  const ordered = deed({ kind: 'OvertimeOrdered', data }, o.head, o.retroactive ? 1990 : 960);
  if (o.state === 'ordered') return [asked, ordered];
  const result = { from, until, minutes, as: 'ordered', retroactive: o.retroactive, note: '' } as const;
  return [asked, ordered, deed({ kind: 'OvertimeConfirmed', data: result }, o.head, 2000)];
}
