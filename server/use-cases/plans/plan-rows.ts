import { type Plan, type PlanLine, type PlanMeasure, type PlanState, plannedMinutes } from '@tokimori/records/plan';
import type { Tx } from '../../store/tenant.ts';

type Row = {
  department: string;
  month: string;
  state: PlanState;
  lines: PlanLine[];
  remarks: string;
  measures: PlanMeasure[];
  note: string;
  head_by: string | null;
  head_at: Date | null;
  union_by: string | null;
  union_at: Date | null;
  received_by: string | null;
  received_at: Date | null;
  version: number;
};

/** A plan with the number of the last event it was decided on. */
export type PlanRow = { readonly plan: Plan; readonly version: number };

/** Of which section and month; the month as it is stored, `YYYY-MM-01`. */
export type PlanKey = { readonly department: string; readonly monthDate: string };

export const planStream = ({ department, monthDate }: PlanKey): string => `plan/${department}/${monthDate.slice(0, 7)}`;

const columns = `p.department, p.month, p.state, p.lines, p.remarks, p.measures, p.note, p.head_by, p.head_at, p.union_by, p.union_at,
  p.received_by, p.received_at, p.version`;

const stamp = (by: string | null, at: Date | null) => (by === null || at === null ? null : { by, at });

const planOf = (row: Row): PlanRow => ({
  version: row.version,
  plan: {
    department: row.department,
    month: row.month.slice(0, 7),
    state: row.state,
    lines: row.lines,
    remarks: row.remarks,
    measures: row.measures,
    note: row.note,
    head: stamp(row.head_by, row.head_at),
    union: stamp(row.union_by, row.union_at),
    received: stamp(row.received_by, row.received_at),
  },
});

export async function readPlan(tx: Tx, { department, monthDate }: PlanKey): Promise<PlanRow | null> {
  const [row] = await tx.query<Row>(
    `select ${columns} from tk.plan p where p.municipality = $1 and p.month = $2::date and p.department = $3`,
    [tx.municipality, monthDate, department],
  );
  return row === undefined ? null : planOf(row);
}

/** The plans of all sections for a month. */
export async function readPlansOf(tx: Tx, monthDate: string): Promise<readonly PlanRow[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from tk.plan p where p.municipality = $1 and p.month = $2::date order by p.department`,
    [tx.municipality, monthDate],
  );
  return rows.map(planOf);
}

/** The plans that wait for the 職員組合, and those of a month and later that went on from there. In order of month and section. */
export async function readPlansOfUnion(tx: Tx, since: string): Promise<readonly PlanRow[]> {
  const [waiting, agreed] = await Promise.all([
    tx.query<Row>(
      `select ${columns} from tk.plan p where p.municipality = $1 and p.state = 'agreedByHead' order by p.month, p.department`,
      [tx.municipality],
    ),
    tx.query<Row>(
      `select ${columns} from tk.plan p where p.municipality = $1 and p.month >= $2::date and p.state in ('agreedByUnion', 'received')
       order by p.month desc, p.department limit 500`,
      [tx.municipality, since],
    ),
  ]);
  return [...waiting, ...agreed].map(planOf);
}

/** Writes the projection of a plan, in the transaction of its events. */
export async function writePlan(tx: Tx, plan: Plan, version: number): Promise<void> {
  await tx.query(
    `insert into tk.plan (municipality, month, department, state, lines, planned, remarks, measures, note, head_by, head_at, union_by,
       union_at, received_by, received_at, version)
     values ($1, $2::date, $3, $4, $5::jsonb, $6, $7, $8::jsonb, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (municipality, month, department) do update set state = excluded.state, lines = excluded.lines,
       planned = excluded.planned, remarks = excluded.remarks, measures = excluded.measures, note = excluded.note,
       head_by = excluded.head_by, head_at = excluded.head_at, union_by = excluded.union_by, union_at = excluded.union_at,
       received_by = excluded.received_by, received_at = excluded.received_at, version = excluded.version`,
    [
      tx.municipality,
      `${plan.month}-01`,
      plan.department,
      plan.state,
      JSON.stringify(plan.lines),
      plannedMinutes(plan.lines),
      plan.remarks,
      JSON.stringify(plan.measures),
      plan.note,
      plan.head?.by ?? null,
      plan.head?.at ?? null,
      plan.union?.by ?? null,
      plan.union?.at ?? null,
      plan.received?.by ?? null,
      plan.received?.at ?? null,
      version,
    ],
  );
}
