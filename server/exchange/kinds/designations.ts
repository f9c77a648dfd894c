import { importShapes } from '@tokimori/contract/import-columns';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Tx } from '../../store/tenant.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { showDay } from '../rows/show.ts';
import { plain, readDay, readText } from '../rows/values.ts';
import { appendDeeds } from './journal.ts';
import { fresh, type Judgement, type Kind, type Reading, refused, unchanged } from './kind.ts';
import { dayFrom, dayOrNull, loadDepartments, noSuchDepartment, textOrNull } from './references.ts';
import { markAll } from './stale.ts';

/** 他律的業務の比重が高い部署の指定. */
export type Designation = {
  readonly department: string;
  readonly from: EpochDay;
  /** Exclusive; null = open. */
  readonly until: EpochDay | null;
  /** The day on which it was made known (周知). */
  readonly publishedOn: EpochDay;
  readonly reason: string;
  /** Why a designation that was made known after it began is let through. */
  readonly overrideReason: string | null;
};

function readDesignation(row: RowReader): Designation | undefined {
  const department = row.required('部署コード', plain);
  const from = row.required('適用開始日', readDay);
  const last = row.optional('適用終了日', readDay, null);
  const publishedOn = row.required('周知日', readDay);
  const reason = row.required('理由', (text) => readText(text, 400));
  const overrideReason = row.optional('遡及の理由', (text) => readText(text, 400), null);
  if (from !== undefined && last !== null && last < from)
    row.refuse('適用終了日', 'import.designation.ends-before-begin');
  if (from !== undefined && publishedOn !== undefined && publishedOn > from && overrideReason === null) {
    row.refuse('周知日', 'import.designation.published-late');
  }
  if (department === undefined || from === undefined || publishedOn === undefined || reason === undefined)
    return undefined;
  if (row.refusals.length > 0) return undefined;
  return { department, from, until: last === null ? null : last + 1, publishedOn, reason, overrideReason };
}

const keyOf = (designation: Pick<Designation, 'department' | 'from'>): string =>
  `${designation.department}\u001f${designation.from}`;
const contentOf = (designation: Designation): string =>
  JSON.stringify([designation.until, designation.publishedOn, designation.reason, designation.overrideReason]);

async function loadDesignations(tx: Tx): Promise<Designation[]> {
  const rows = await tx.query<{
    department: string;
    effective_from: string;
    effective_until: string | null;
    published_on: string;
    reason: string;
    override_reason: string | null;
  }>(
    `select g.department, g.effective_from, g.effective_until, g.published_on, g.reason, g.override_reason
     from tk.designation g where g.municipality = $1`,
    [tx.municipality],
  );
  return rows.map((row) => ({
    department: row.department,
    from: dayFrom(row.effective_from),
    until: dayOrNull(row.effective_until),
    publishedOn: dayFrom(row.published_on),
    reason: row.reason,
    overrideReason: row.override_reason,
  }));
}

async function judge(tx: Tx, facts: readonly Designation[]): Promise<Judgement[]> {
  const [departments, stored] = await Promise.all([loadDepartments(tx), loadDesignations(tx)]);
  const known = new Map(stored.map((each) => [keyOf(each), each]));
  return facts.map((fact) => {
    const missing = noSuchDepartment(departments, fact.department, fact.from);
    if (missing !== null) return missing;
    const same = known.get(keyOf(fact));
    if (same !== undefined && contentOf(same) === contentOf(fact)) return unchanged;
    const overlapping = [...known.values()].some(
      (each) =>
        each.department === fact.department &&
        each.from !== fact.from &&
        each.from < (fact.until ?? Number.POSITIVE_INFINITY) &&
        fact.from < (each.until ?? Number.POSITIVE_INFINITY),
    );
    if (overlapping) return refused('適用開始日', formatLocalDate(fact.from), 'import.designation.overlaps');
    known.set(keyOf(fact), fact);
    return fresh;
  });
}

/** Writes designations with their journal and marks everybody from the first of them on. */
export async function writeDesignations(tx: Tx, facts: readonly Designation[], reading: Reading): Promise<void> {
  if (facts.length === 0) return;
  await tx.query(
    `insert into tk.designation as g (municipality, department, effective_from, effective_until, published_on, reason, override_reason)
     select $1, u.department, u.effective_from, u.effective_until, u.published_on, u.reason, u.override_reason
     from unnest($2::text[], $3::date[], $4::date[], $5::date[], $6::text[], $7::text[])
       as u(department, effective_from, effective_until, published_on, reason, override_reason)
     on conflict (municipality, department, effective_from) do update set effective_until = excluded.effective_until,
       published_on = excluded.published_on, reason = excluded.reason, override_reason = excluded.override_reason`,
    [
      tx.municipality,
      facts.map((fact) => fact.department),
      facts.map((fact) => formatLocalDate(fact.from)),
      facts.map((fact) => textOrNull(fact.until)),
      facts.map((fact) => formatLocalDate(fact.publishedOn)),
      facts.map((fact) => fact.reason),
      facts.map((fact) => fact.overrideReason),
    ],
  );
  await appendDeeds(
    tx,
    facts.map((fact) => ({
      stream: `department/${fact.department}`,
      kind: 'DepartmentDesignated',
      actor: reading.startedBy,
      onBehalfOf: null,
      data: {
        department: fact.department,
        from: formatLocalDate(fact.from),
        until: textOrNull(fact.until),
        publishedOn: formatLocalDate(fact.publishedOn),
        overrideReason: fact.overrideReason,
      },
      reason: fact.reason,
      at: reading.now,
    })),
  );
  await markAll(tx, Math.min(...facts.map((fact) => fact.from)), reading.today);
}

export const designations: Kind<Designation> = {
  kind: 'designations',
  columns: importShapes.designations.columns,
  alternatives: importShapes.designations.alternatives,
  chunkLines: 10_000,
  read: readDesignation,
  judge,
  write: writeDesignations,
  months: () => [],
  touched: (fact) => ({ staff: null, first: fact.from, last: fact.until === null ? null : fact.until - 1 }),
  show: (fact) => ({
    部署: fact.department,
    期間: `${showDay(fact.from)}から${fact.until === null ? '' : `${showDay(fact.until - 1)}まで`}`,
    周知日: showDay(fact.publishedOn),
    理由: fact.reason,
  }),
};
