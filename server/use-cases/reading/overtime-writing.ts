import type { Overtime } from '@tokimori/records/overtime-events';
import type { Tx } from '../../store/tenant.ts';

/** Writes the projection of an overtime, in the transaction of its events. */
export async function writeOvertime(tx: Tx, id: string, overtime: Overtime, version: number): Promise<void> {
  const { capacity, firstApproval } = overtime;
  await tx.query(
    `insert into tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes,
       category, work, why, retroactive, allowance, requested_by, requested_at, decided_by, decided_at, note, version,
       decided_as, decided_for, first_by, first_at, first_as, first_for, emergency, ground)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)
     on conflict (municipality, id) do update set staff = excluded.staff, duty_date = excluded.duty_date, department = excluded.department, state = excluded.state, from_minute = excluded.from_minute, until_minute = excluded.until_minute, minutes = excluded.minutes, category = excluded.category, work = excluded.work, why = excluded.why, retroactive = excluded.retroactive, allowance = excluded.allowance, requested_by = excluded.requested_by, requested_at = excluded.requested_at, decided_by = excluded.decided_by, decided_at = excluded.decided_at, note = excluded.note, version = excluded.version, decided_as = excluded.decided_as, decided_for = excluded.decided_for, first_by = excluded.first_by, first_at = excluded.first_at, first_as = excluded.first_as, first_for = excluded.first_for, emergency = excluded.emergency, ground = excluded.ground`,
    [
      tx.municipality,
      id,
      overtime.staff,
      overtime.dutyDate,
      overtime.department,
      overtime.state,
      overtime.from,
      overtime.until,
      overtime.minutes,
      overtime.category,
      overtime.work,
      overtime.why,
      overtime.retroactive,
      overtime.allowance,
      overtime.requestedBy,
      overtime.requestedAt,
      overtime.decidedBy,
      overtime.decidedAt,
      overtime.note,
      version,
      capacity?.as ?? null,
      capacity?.for ?? null,
      firstApproval?.by ?? null,
      firstApproval?.at ?? null,
      firstApproval?.capacity?.as ?? null,
      firstApproval?.capacity?.for ?? null,
      overtime.emergency,
      overtime.ground,
    ],
  );
}
