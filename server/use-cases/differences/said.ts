import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Correction } from '@tokimori/records/correction';
import { tokyoOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { dayOf } from '../reading/moment.ts';

/** A row of tk.correction. */
export type CorrectionRow = {
  id: string;
  staff: string;
  duty_date: string;
  kind: 'punch' | 'discrepancy';
  state: Correction['state'];
  in_minute: number | null;
  out_minute: number | null;
  reason: string;
  answer: Correction['answer'];
  finding: Correction['finding'];
  requested_by: string;
  requested_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  note: string;
  version: number;
};

const columns = `c.id, c.staff, c.duty_date, c.kind, c.state, c.in_minute, c.out_minute, c.reason, c.answer, c.finding,
  c.requested_by, c.requested_at, c.decided_by, c.decided_at, c.note, c.version`;

/** One correction; null when there is none of this id. */
export async function readCorrection(tx: Tx, id: string): Promise<CorrectionRow | null> {
  const [row] = await tx.query<CorrectionRow>(
    `select ${columns} from tk.correction c where c.municipality = $1 and c.id = $2`,
    [tx.municipality, id],
  );
  return row ?? null;
}

export function correctionOfRow(row: CorrectionRow): Correction {
  return {
    staff: row.staff,
    dutyDate: row.duty_date,
    about: row.kind,
    in: row.in_minute,
    out: row.out_minute,
    reason: row.reason,
    answer: row.answer,
    state: row.state,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    note: row.note,
    finding: row.finding,
  };
}

/** The last word about a difference, with the days on which it was asked and decided. */
export type Said = Correction & {
  readonly id: string;
  readonly version: number;
  readonly askedOn: EpochDay;
  readonly decidedOn: EpochDay | null;
};

/** The last word about the difference of each day, by `staff day`. */
export async function readSaid(
  tx: Tx,
  staff: readonly string[],
  first: EpochDay,
  last: EpochDay,
): Promise<ReadonlyMap<string, Said>> {
  const rows = await tx.query<CorrectionRow>(
    `select ${columns} from tk.correction c
      where c.municipality = $1 and c.staff = any($2) and c.duty_date between $3::date and $4::date
        and c.kind = 'discrepancy' and c.state <> 'withdrawn'
      order by c.requested_at, c.id`,
    [tx.municipality, staff, formatLocalDate(first), formatLocalDate(last)],
  );
  return new Map(
    rows.map((row) => [
      `${row.staff} ${dayOf(row.duty_date)}`,
      {
        ...correctionOfRow(row),
        id: row.id,
        version: row.version,
        askedOn: tokyoOf(row.requested_at).day,
        decidedOn: row.decided_at === null ? null : tokyoOf(row.decided_at).day,
      },
    ]),
  );
}
