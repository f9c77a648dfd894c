import { createHash } from 'node:crypto';
import type { OvertimeView, Person } from '@tokimori/contract/values';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { formatEraDateShort } from '@tokimori/law/time/eras';
import type { OvertimeCategory } from '@tokimori/law/working-time/types';
import type { Capacity, DecisionGround, Overtime, OvertimeStateName } from '@tokimori/records/overtime-events';
import { askedAfter } from '@tokimori/records/overtime-order';
import { formatInstant, tokyoOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';

/** A row of tk.overtime, with the names of those who asked and decided where they were joined. */
export type OvertimeRow = {
  id: string;
  staff: string;
  duty_date: string;
  department: string;
  state: OvertimeStateName;
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
  decided_as: Capacity['as'] | null;
  decided_for: string | null;
  first_by: string | null;
  first_at: Date | null;
  first_as: Capacity['as'] | null;
  first_for: string | null;
  emergency: boolean;
  ground: DecisionGround | null;
  requester?: string | null;
  decider?: string | null;
  decided_for_name?: string | null;
  first_name?: string | null;
  first_for_name?: string | null;
};

const columns = `o.id, o.staff, o.duty_date, o.department, o.state, o.from_minute, o.until_minute, o.minutes, o.category,
  o.work, o.why, o.retroactive, o.allowance, o.requested_by, o.requested_at, o.decided_by, o.decided_at, o.note, o.version,
  o.decided_as, o.decided_for, o.first_by, o.first_at, o.first_as, o.first_for, o.emergency, o.ground`;
const named = `${columns}, q.name as requester, p.name as decider, f.name as decided_for_name, g.name as first_name,
  h.name as first_for_name from tk.overtime o
  left join tk.staff q on q.municipality = $1 and q.staff = o.requested_by
  left join tk.staff p on p.municipality = $1 and p.staff = o.decided_by
  left join tk.staff f on f.municipality = $1 and f.staff = o.decided_for
  left join tk.staff g on g.municipality = $1 and g.staff = o.first_by
  left join tk.staff h on h.municipality = $1 and h.staff = o.first_for`;

export async function readOvertime(tx: Tx, id: string): Promise<OvertimeRow | null> {
  const [row] = await tx.query<OvertimeRow>(`select ${named} where o.municipality = $1 and o.id = $2`, [
    tx.municipality,
    id,
  ]);
  return row ?? null;
}

/** Several by id, in order of the duty date. */
export async function readOvertimes(tx: Tx, ids: readonly string[]): Promise<OvertimeRow[]> {
  return tx.query<OvertimeRow>(
    `select ${named} where o.municipality = $1 and o.id = any($2::uuid[]) order by o.duty_date, o.from_minute, o.id`,
    [tx.municipality, ids],
  );
}

/** What of an overtime the figures of a day rest on. */
export type StandingOvertime = Pick<
  OvertimeRow,
  | 'id'
  | 'staff'
  | 'duty_date'
  | 'department'
  | 'state'
  | 'from_minute'
  | 'until_minute'
  | 'minutes'
  | 'category'
  | 'note'
>;

/** What stands for people between two days (both inclusive): asked, approved first, ordered, confirmed or returned. */
export async function standingOvertime(
  tx: Tx,
  staff: readonly string[],
  from: string,
  through: string,
): Promise<StandingOvertime[]> {
  return tx.query<StandingOvertime>(
    `select o.id, o.staff, o.duty_date, o.department, o.state, o.from_minute, o.until_minute, o.minutes, o.category, o.note from tk.overtime o
     where o.municipality = $1 and o.staff = any($2) and o.duty_date between $3 and $4
       and o.state in ('requested', 'firstApproved', 'ordered', 'confirmed', 'returned')
     order by o.duty_date, o.from_minute, o.id`,
    [tx.municipality, staff, from, through],
  );
}

/** Own requests and orders: the latest 100, or those of a day and later that are not settled. */
export async function ownOvertime(tx: Tx, staff: string, from?: string): Promise<OvertimeRow[]> {
  if (from === undefined) {
    return tx.query<OvertimeRow>(
      `select ${named} where o.municipality = $1 and o.staff = $2 order by o.duty_date desc, o.from_minute desc, o.id limit 100`,
      [tx.municipality, staff],
    );
  }
  return tx.query<OvertimeRow>(
    `select ${named} where o.municipality = $1 and o.staff = $2 and o.duty_date >= $3
       and o.state in ('requested', 'firstApproved', 'ordered', 'returned')
     order by o.duty_date, o.from_minute, o.id limit 100`,
    [tx.municipality, staff, from],
  );
}

/** What is open for people from a day on, oldest first: requests, first approvals, returned ones and orders. At most 200. */
export async function openOvertimeOf(tx: Tx, staff: readonly string[], from: string): Promise<OvertimeRow[]> {
  if (staff.length === 0) return [];
  return tx.query<OvertimeRow>(
    `select ${named} where o.municipality = $1 and o.staff = any($2) and o.duty_date >= $3
       and o.state in ('requested', 'firstApproved', 'ordered', 'returned')
     order by o.duty_date, o.staff, o.from_minute, o.id limit 200`,
    [tx.municipality, staff, from],
  );
}

/** Confirmed results of people in departments between two days, oldest first; at most 1,000. */
export async function readConfirmed(
  tx: Tx,
  staff: readonly string[],
  departments: readonly string[],
  from: string,
  through: string,
): Promise<OvertimeRow[]> {
  return tx.query<OvertimeRow>(
    `select ${named} where o.municipality = $1 and o.staff = any($2) and o.department = any($3) and o.state = 'confirmed'
       and o.duty_date between $4 and $5
     order by o.duty_date, o.staff, o.from_minute, o.id limit 1000`,
    [tx.municipality, staff, departments, from, through],
  );
}

/** What waits in departments for a decision (申請) or for the one above (課長承認済み), oldest duty date first. */
export async function waitingOvertime(
  tx: Tx,
  departments: readonly string[],
  from: string,
  through: string,
  state: 'requested' | 'firstApproved' = 'requested',
): Promise<OvertimeRow[]> {
  return tx.query<OvertimeRow>(
    `select ${named} where o.municipality = $1 and o.department = any($2) and o.state in ('requested', 'firstApproved')
       and o.state = $5 and o.duty_date between $3 and $4
     order by o.duty_date, o.from_minute, o.id limit 200`,
    [tx.municipality, departments, from, through, state],
  );
}

const capacityOf = (as: Capacity['as'] | null, whose: string | null): Capacity | null =>
  as === null ? null : { as, for: whose };

/** The overtime as the deeds know it. */
export function overtimeOfRow(row: OvertimeRow): Overtime {
  return {
    staff: row.staff,
    dutyDate: row.duty_date,
    department: row.department,
    from: row.from_minute,
    until: row.until_minute,
    minutes: row.minutes,
    category: row.category,
    work: row.work,
    why: row.why,
    state: row.state,
    retroactive: row.retroactive,
    allowance: row.allowance,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    capacity: capacityOf(row.decided_as, row.decided_for),
    firstApproval:
      row.first_by === null || row.first_at === null
        ? null
        : { by: row.first_by, at: row.first_at, capacity: capacityOf(row.first_as, row.first_for) },
    emergency: row.emergency,
    ground: row.ground,
    note: row.note,
  };
}

/** 事後: asked for, or by a head entered without a request, when the work had begun. */
export function askedAfterTheFact(
  row: Pick<OvertimeRow, 'duty_date' | 'from_minute' | 'requested_at' | 'first_at'>,
): boolean {
  const asked = row.requested_at ?? row.first_at;
  if (asked === null) return false;
  return askedAfter({ dutyDate: row.duty_date, from: row.from_minute }, tokyoOf(asked));
}

/** 申請番号: era year and month of the duty date, then what the id comes to in eight figures (R8-10-3F2A90C1). */
export function requestNumber(id: string, dutyDate: string): string {
  const [eraYear = ''] = (formatEraDateShort(parseLocalDate(dutyDate) ?? Number.NaN) ?? '').split('.');
  return `${eraYear}-${dutyDate.slice(5, 7)}-${createHash('sha256').update(id).digest('hex').slice(0, 8).toUpperCase()}`;
}

/** The overtime as it leaves. */
export function overtimeView(row: OvertimeRow, person: Person): OvertimeView {
  return {
    id: row.id,
    number: requestNumber(row.id, row.duty_date),
    person,
    date: row.duty_date,
    from: row.from_minute,
    until: row.until_minute,
    minutes: row.minutes,
    category: row.category,
    state: row.state,
    retroactive: row.retroactive,
    work: row.work,
    why: row.why,
    note: row.note,
    requestedBy: row.requester ?? row.requested_by,
    requestedAt: row.requested_at === null ? null : formatInstant(row.requested_at),
    decidedBy: row.decider ?? row.decided_by,
    decidedAt: row.decided_at === null ? null : formatInstant(row.decided_at),
    onBehalf: row.requested_by !== null && row.requested_by !== row.staff,
    capacity: capacityOf(row.decided_as, row.decided_for_name ?? row.decided_for),
    firstApproval:
      row.first_by === null || row.first_at === null
        ? null
        : {
            by: row.first_name ?? row.first_by,
            at: formatInstant(row.first_at),
            capacity: capacityOf(row.first_as, row.first_for_name ?? row.first_for),
          },
    emergency: row.emergency,
    ground: row.ground,
  };
}
