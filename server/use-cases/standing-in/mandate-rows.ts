import { formatLocalDate, type LocalDate } from '@tokimori/law/time/civil';
import type { Absence, Mandate, MandateKind } from '@tokimori/records/mandate';
import type { Tx } from '../../store/tenant.ts';
import { dayOf } from '../reading/moment.ts';

/** A row of tk.mandate, with the names of those who gave and ended it. */
export type MandateRow = {
  id: string;
  department: string;
  holder: string;
  kind: MandateKind;
  effective_from: string;
  effective_until: string;
  daily_limit: number | null;
  reason: string;
  given_by: string;
  given_at: Date;
  ended_by: string | null;
  end_reason: string;
  version: number;
  giver: string | null;
  ender: string | null;
};
const columns = `m.id, m.department, m.holder, m.kind, m.effective_from, m.effective_until, m.daily_limit, m.reason, m.given_by, m.given_at,
  m.ended_by, m.end_reason, m.version, g.name as giver, e.name as ender
  from tk.mandate m
  left join tk.staff g on g.municipality = $1 and g.staff = m.given_by
  left join tk.staff e on e.municipality = $1 and e.staff = m.ended_by`;

export const mandateOf = (row: MandateRow): Mandate => ({
  id: row.id,
  department: row.department,
  holder: row.holder,
  kind: row.kind,
  from: row.effective_from,
  until: row.effective_until,
  dailyLimit: row.daily_limit,
});

export async function readMandate(tx: Tx, id: string): Promise<MandateRow | null> {
  const [row] = await tx.query<MandateRow>(`select ${columns} where m.municipality = $1 and m.id = $2`, [
    tx.municipality,
    id,
  ]);
  return row ?? null;
}

/** Mandates of some departments (null: all) that run out after a day, the latest first; at most 200. */
export async function mandatesAfter(
  tx: Tx,
  departments: readonly string[] | null,
  after: LocalDate,
): Promise<MandateRow[]> {
  return tx.query<MandateRow>(
    `select ${columns} where m.municipality = $1 and ($2::text[] is null or m.department = any($2)) and m.effective_until > $3::date
     order by m.effective_until desc, m.effective_from, m.id limit 200`,
    [tx.municipality, departments, after],
  );
}

/** Other mandates of a department and kind that have not run out. */
export async function othersOf(tx: Tx, { department, kind, id }: Mandate, today: LocalDate): Promise<Mandate[]> {
  const rows = await mandatesAfter(tx, [department], today);
  return rows.filter((row) => row.kind === kind && row.id !== id).map(mandateOf);
}

export type AbsenceRow = {
  id: string;
  staff: string;
  effective_from: string;
  effective_until: string;
  reason: string;
  recorded_by: string;
  recorder: string | null;
  version: number;
};
const absenceColumns = `b.id, b.staff, b.effective_from, b.effective_until, b.reason, b.recorded_by, b.version, r.name as recorder
  from tk.absence b left join tk.staff r on r.municipality = $1 and r.staff = b.recorded_by`;

export const absenceOf = (row: AbsenceRow): Absence => ({
  id: row.id,
  staff: row.staff,
  from: row.effective_from,
  until: row.effective_until,
});

export async function readAbsence(tx: Tx, id: string): Promise<AbsenceRow | null> {
  const [row] = await tx.query<AbsenceRow>(`select ${absenceColumns} where b.municipality = $1 and b.id = $2`, [
    tx.municipality,
    id,
  ]);
  return row ?? null;
}

/** Absences that are not over on a day, of some people or (null) of all; at most 200. */
export async function absencesAfter(tx: Tx, staff: readonly string[] | null, after: LocalDate): Promise<AbsenceRow[]> {
  return tx.query<AbsenceRow>(
    `select ${absenceColumns} where b.municipality = $1 and ($2::text[] is null or b.staff = any($2)) and b.effective_until > $3::date
     order by b.effective_from, b.staff limit 200`,
    [tx.municipality, staff, after],
  );
}

/** Departments that people head on a day, by their managerial posts. */
export async function headedBy(
  tx: Tx,
  staff: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await tx.query<{ staff: string; department: string }>(
    `select a.staff, a.department from tk.appointment a
     where a.municipality = $1 and a.staff = any($2) and a.managerial
       and a.effective_from <= $3::date and (a.effective_until is null or a.effective_until > $3::date)
     order by a.concurrent, a.department`,
    [tx.municipality, staff, on],
  );
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.staff, [...(found.get(row.staff) ?? []), row.department]);
  return found;
}

/** Who heads some departments (null: any) on a day. */
export async function headsOf(tx: Tx, departments: readonly string[] | null, on: LocalDate): Promise<string[]> {
  const rows = await tx.query<{ staff: string }>(
    `select distinct a.staff from tk.appointment a
     where a.municipality = $1 and a.managerial and ($2::text[] is null or a.department = any($2))
       and a.effective_from <= $3::date and (a.effective_until is null or a.effective_until > $3::date)
     order by a.staff`,
    [tx.municipality, departments, on],
  );
  return rows.map(({ staff }) => staff);
}

/** The last day of a period whose end is exclusive, and the other way round. */
export const throughOf = (until: LocalDate): LocalDate => formatLocalDate(dayOf(until) - 1);
export const untilOf = (through: LocalDate): LocalDate => formatLocalDate(dayOf(through) + 1);
