import type { reductionsView } from '@tokimori/contract/reductions';
import type { Answer } from '@tokimori/contract/route';
import type { Reduction } from '@tokimori/records/breaches/reduction';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { sectionNames } from './reach.ts';

export type ReductionRow = {
  id: string;
  title: string;
  kind: Reduction['kind'];
  what: string;
  owner: string;
  due_on: string;
  from_month: string;
  sections: string[];
  causes: string[];
  records: string[];
  expected: number | null;
  state: Reduction['state'];
  note: string;
  registered_by: string;
  registered_at: Date;
  version: number;
};
const columns = `d.id, d.title, d.kind, d.what, d.owner, d.due_on, d.from_month, d.sections, d.causes, d.records::text[] as records, d.expected,
  d.state, d.note, d.registered_by, d.registered_at, d.version`;

/** Measures of one answer. */
export const SHOWN = 200;

/** Those that run, the earliest day first; or those that ended, the latest first. */
export const readReductions = (tx: Tx, show: 'running' | 'ended'): Promise<ReductionRow[]> =>
  tx.query<ReductionRow>(
    `select ${columns} from tk.reduction d where d.municipality = $1 and d.state = any($2)
     order by d.due_on ${show === 'running' ? '' : 'desc'}, d.id limit ${SHOWN}`,
    [tx.municipality, show === 'running' ? ['planned', 'underway'] : ['done', 'stopped']],
  );

/** One measure; null for an id nobody has. */
export async function readReduction(tx: Tx, id: string, lock: 'for update' | '' = ''): Promise<ReductionRow | null> {
  const [row] = await tx.query<ReductionRow>(
    `select ${columns} from tk.reduction d where d.municipality = $1 and d.id = $2 ${lock}`,
    [tx.municipality, id],
  );
  return row ?? null;
}

/** The measure as the rules of `records` know it. */
export const reductionOf = (row: ReductionRow): Reduction => ({
  title: row.title,
  kind: row.kind,
  what: row.what,
  owner: row.owner,
  dueOn: row.due_on,
  from: row.from_month.slice(0, 7),
  sections: row.sections,
  causes: row.causes,
  records: row.records,
  expected: row.expected,
  state: row.state,
  note: row.note,
  registeredBy: row.registered_by,
});

/** What lists and pages show of a measure. Late: the day has passed and it still runs. */
export function reductionShown(
  row: ReductionRow,
  tree: DepartmentTree,
  names: ReadonlyMap<string, string>,
  today: string,
): Answer<typeof reductionsView>['reductions'][number] {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    owner: row.owner,
    ownerName: names.get(row.owner) ?? row.owner,
    dueOn: row.due_on,
    from: row.from_month.slice(0, 7),
    sections: sectionNames(tree, row.sections),
    causes: row.causes,
    records: row.records.length,
    expected: row.expected,
    state: row.state,
    late: row.due_on < today && (row.state === 'planned' || row.state === 'underway'),
    note: row.note,
  };
}

/** Writes a measure as it stands after its deeds. */
export async function writeReduction(
  tx: Tx,
  id: string,
  measure: Reduction,
  { version, now }: { readonly version: number; readonly now: Date },
): Promise<void> {
  await tx.query(
    `insert into tk.reduction (municipality, id, title, kind, what, owner, due_on, from_month, sections, causes, records, expected, state, note,
       registered_by, registered_at, version)
     values ($1, $2, $3, $4, $5, $6, $7::date, $8::date, $9, $10, $11::uuid[], $12, $13, $14, $15, $16, $17)
     on conflict (municipality, id) do update set title = excluded.title, kind = excluded.kind, what = excluded.what, owner = excluded.owner,
       due_on = excluded.due_on, from_month = excluded.from_month, sections = excluded.sections, causes = excluded.causes,
       records = excluded.records, expected = excluded.expected, state = excluded.state, note = excluded.note, version = excluded.version`,
    [
      tx.municipality,
      id,
      measure.title,
      measure.kind,
      measure.what,
      measure.owner,
      measure.dueOn,
      `${measure.from}-01`,
      measure.sections,
      measure.causes,
      measure.records,
      measure.expected,
      measure.state,
      measure.note,
      measure.registeredBy,
      now,
      version,
    ],
  );
}
