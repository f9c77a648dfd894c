import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { OvertimeCategory } from '@tokimori/law/working-time/types';
import { untouched } from '@tokimori/records/overtime';
import type { Overtime, OvertimeSubject } from '@tokimori/records/overtime-events';
import type { Tx } from '../../store/tenant.ts';
import { appendDeeds } from './journal.ts';
import type { Reading } from './kind.ts';
import { markDays } from './stale.ts';

/** A line of overtime that another system recorded. It counts as confirmed whatever the punches say. */
export type OvertimeLine = {
  readonly staff: string;
  readonly day: EpochDay;
  readonly from: Minutes | null;
  readonly until: Minutes | null;
  /** As told; null = to be found from the span. */
  readonly told: Minutes | null;
  readonly category: OvertimeCategory;
  readonly work: string;
  readonly allowance: number | null;
  /** Set when the line is judged: its id, what it is about, and the version it replaces. */
  settled: { readonly id: string; readonly subject: OvertimeSubject; readonly version: number } | null;
};

/** Whom the journal names: the import of a person, or the command and its user. Nobody of them decided it as a head. */
const actorOf = ({ startedBy }: Reading): string =>
  startedBy.startsWith('system:') ? startedBy : `system:import:${startedBy}`;

/** An overtime as it stands, with its id and version. */
export type Stored = Overtime & { readonly id: string; readonly version: number };

/** Overtime of these people on these days, the ones before and the ones after as it stands. */
export async function loadOvertime(tx: Tx, lines: readonly OvertimeLine[]): Promise<readonly Stored[]> {
  const days = lines.flatMap(({ staff, day }) =>
    [-1, 0, 1].map((add) => ({ staff, date: formatLocalDate(day + add) })),
  );
  const rows = await tx.query<{
    id: string;
    staff: string;
    duty_date: string;
    department: string;
    state: Overtime['state'];
    from_minute: number | null;
    until_minute: number | null;
    minutes: number;
    category: OvertimeCategory;
    work: string;
    why: string;
    retroactive: boolean;
    allowance: number | null;
    requested_by: string | null;
    requested_at: Date | null;
    decided_by: string | null;
    decided_at: Date | null;
    note: string;
    version: number;
  }>(
    `select o.id, o.staff, o.duty_date, o.department, o.state, o.from_minute, o.until_minute, o.minutes, o.category, o.work,
       o.why, o.retroactive, o.allowance, o.requested_by, o.requested_at, o.decided_by, o.decided_at, o.note, o.version
     from tk.overtime o join (select distinct u.staff, u.duty_date from unnest($2::text[], $3::date[]) as u(staff, duty_date)) w
       on w.staff = o.staff and w.duty_date = o.duty_date
     where o.municipality = $1`,
    [tx.municipality, days.map((day) => day.staff), days.map((day) => day.date)],
  );
  return rows.map((row) => ({
    // An import looks at none of these: it asks only who decided, and what.
    ...untouched,
    id: row.id,
    staff: row.staff,
    dutyDate: row.duty_date,
    department: row.department,
    state: row.state,
    from: row.from_minute,
    until: row.until_minute,
    minutes: row.minutes,
    category: row.category,
    work: row.work,
    why: row.why,
    retroactive: row.retroactive,
    allowance: row.allowance,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    note: row.note,
    version: row.version,
  }));
}

/** Journals settled lines and sets them as confirmed overtime. */
export async function writeOvertime(tx: Tx, lines: readonly OvertimeLine[], reading: Reading): Promise<void> {
  const rows = lines.flatMap((line) => (line.settled === null ? [] : [{ ...line.settled, allowance: line.allowance }]));
  await appendDeeds(
    tx,
    rows.map(({ id, subject, allowance }) => ({
      stream: `overtime/${id}`,
      kind: 'OvertimeImported',
      data: { ...subject, allowance, source: reading.fileName },
      actor: actorOf(reading),
      onBehalfOf: reading.startedBy,
      reason: '',
      at: reading.now,
    })),
  );
  await tx.query(
    `insert into tk.overtime as o (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes,
       category, work, allowance, decided_by, decided_at, note, version)
     select $1, u.id, u.staff, u.duty_date, u.department, 'confirmed', u.from_minute, u.until_minute, u.minutes, u.category,
       u.work, u.allowance, $12, $13::timestamptz, $14, u.version
     from unnest($2::uuid[], $3::text[], $4::date[], $5::text[], $6::smallint[], $7::smallint[], $8::smallint[], $9::text[],
       $10::text[], $11::integer[], $15::integer[])
       as u(id, staff, duty_date, department, from_minute, until_minute, minutes, category, work, allowance, version)
     on conflict (municipality, id) do update set allowance = excluded.allowance, decided_at = excluded.decided_at,
       note = excluded.note, version = excluded.version`,
    [
      tx.municipality,
      rows.map((row) => row.id),
      rows.map((row) => row.subject.staff),
      rows.map((row) => row.subject.dutyDate),
      rows.map((row) => row.subject.department),
      rows.map((row) => row.subject.from),
      rows.map((row) => row.subject.until),
      rows.map((row) => row.subject.minutes),
      rows.map((row) => row.subject.category),
      rows.map((row) => row.subject.work),
      rows.map((row) => row.allowance),
      actorOf(reading),
      reading.now.toISOString(),
      reading.fileName,
      rows.map((row) => row.version),
    ],
  );
  await markDays(
    tx,
    lines.map((line) => ({ staff: line.staff, day: line.day })),
    0,
  );
}
