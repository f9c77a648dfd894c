import { importShapes } from '@tokimori/contract/import-columns';
import type { EpochDay } from '@tokimori/law/time/civil';
import type { Tx } from '../../store/tenant.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { showDay } from '../rows/show.ts';
import { plain, readDay, readFlag, readText, readWord } from '../rows/values.ts';
import { writeDesignations } from './designations.ts';
import { appendDeeds } from './journal.ts';
import { fresh, type Judgement, type Kind, type Reading, refused, unchanged } from './kind.ts';
import { dayFrom, dayOrNull, textOrNull } from './references.ts';
import { markAll } from './stale.ts';

/** A version of a department (部署), in force from a day on. */
type DepartmentKind = 'bureau' | 'division' | 'section';
type Department = {
  readonly department: string;
  readonly name: string;
  readonly kind: DepartmentKind;
  readonly parent: string | null;
  readonly from: EpochDay;
  /** First day on which it no longer exists; null = open. */
  readonly until: EpochDay | null;
  /** 労基法別表第1の号数; null = 非現業. */
  readonly appendedTable: number | null;
  /** Designated as externally driven (他律) from the same day on. */
  readonly designated: boolean;
};

const kinds: Readonly<Record<string, DepartmentKind>> = {
  部局: 'bureau',
  部: 'bureau',
  局: 'bureau',
  bureau: 'bureau',
  課: 'division',
  室: 'division',
  division: 'division',
  係: 'section',
  班: 'section',
  グループ: 'section',
  section: 'section',
};
const kindNames = { bureau: '部局', division: '課', section: '係' } as const;
/** Items of the appended table: 1–15, of which 11, 12 … are named too. */
const appendedTable: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from({ length: 15 }, (_, at) => [
    [`${at + 1}`, at + 1],
    [`${at + 1}号`, at + 1],
    [`第${at + 1}号`, at + 1],
  ]).flat(),
);

function readDepartment(row: RowReader): Department | undefined {
  const department = row.required('部署コード', (text) => readText(plain(text), 20));
  const name = row.required('部署名', (text) => readText(text, 60));
  const parent = row.optional('上位部署コード', (text) => readText(plain(text), 20), null);
  const kind = row.required('区分', (text) => readWord(text, kinds));
  const from = row.required('適用開始日', readDay);
  const until = row.optional('廃止日', readDay, null);
  const table = row.optional(
    '別表第1号数',
    (text) => readWord(text, { ...appendedTable, '0': null, 非現業: null }),
    null,
  );
  const designated = row.optional('他律的業務', readFlag, false);
  if (parent !== null && parent === department) row.refuse('上位部署コード', 'import.department.own-parent');
  if (from !== undefined && until !== null && until <= from)
    row.refuse('廃止日', 'import.department.ends-before-begin');
  if (department === undefined || name === undefined || kind === undefined || from === undefined) return undefined;
  if (row.refusals.length > 0) return undefined;
  return { department, name, kind, parent, from, until, appendedTable: table, designated };
}

type Stored = Omit<Department, 'designated'>;
const keyOf = (version: { department: string; from: EpochDay }): string => `${version.department}\u001f${version.from}`;
const sameVersion = (a: Stored, b: Stored): boolean =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.parent === b.parent &&
  a.appendedTable === b.appendedTable &&
  (b.until === null || a.until === b.until);

async function loadVersions(tx: Tx): Promise<Map<string, Stored>> {
  const rows = await tx.query<{
    department: string;
    effective_from: string;
    effective_until: string | null;
    name: string;
    kind: DepartmentKind;
    parent: string | null;
    appended_table: number | null;
  }>(
    `select d.department, d.effective_from, d.effective_until, d.name, d.kind, d.parent, d.appended_table
     from tk.department d where d.municipality = $1`,
    [tx.municipality],
  );
  const versions = rows.map((row) => ({
    department: row.department,
    name: row.name,
    kind: row.kind,
    parent: row.parent,
    from: dayFrom(row.effective_from),
    until: dayOrNull(row.effective_until),
    appendedTable: row.appended_table,
  }));
  return new Map(versions.map((version) => [keyOf(version), version]));
}

/** Whether the way up from a department leads back to where it has been. */
function isCircle(department: string, parents: ReadonlyMap<string, string | null>): boolean {
  const passed = new Set<string>();
  for (let at: string | null | undefined = department; at !== null && at !== undefined; at = parents.get(at)) {
    if (passed.has(at)) return true;
    passed.add(at);
  }
  return false;
}

/** A parent may come later in the same file: a file of departments is judged as a whole. */
async function judge(tx: Tx, facts: readonly Department[]): Promise<Judgement[]> {
  const [stored, designated] = await Promise.all([loadVersions(tx), loadDesignated(tx)]);
  const codes = new Set([
    ...[...stored.values()].map((version) => version.department),
    ...facts.map((fact) => fact.department),
  ]);
  const seen = new Map<string, Department>();
  const parents = new Map([...stored.values(), ...facts].map((version) => [version.department, version.parent]));
  return facts.map((fact) => {
    if (isCircle(fact.department, parents))
      return refused('上位部署コード', fact.parent ?? '', 'import.department.circle');
    if (fact.parent !== null && !codes.has(fact.parent)) {
      return refused('上位部署コード', fact.parent, 'import.department.parent-unknown');
    }
    const twin = seen.get(keyOf(fact));
    if (twin !== undefined) {
      return sameVersion(twin, fact) ? unchanged : refused('部署コード', fact.department, 'import.department.twice');
    }
    seen.set(keyOf(fact), fact);
    const known = stored.get(keyOf(fact));
    const isKnown = known !== undefined && sameVersion(known, fact);
    return isKnown && (!fact.designated || designated.has(keyOf(fact))) ? unchanged : fresh;
  });
}

async function loadDesignated(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ department: string; effective_from: string }>(
    'select g.department, g.effective_from from tk.designation g where g.municipality = $1',
    [tx.municipality],
  );
  return new Set(rows.map((row) => keyOf({ department: row.department, from: dayFrom(row.effective_from) })));
}

/** A version ends where the next of the same code begins, or on the day told. */
function chained(versions: readonly Stored[]): Stored[] {
  const ordered = versions.toSorted((a, b) =>
    a.department < b.department ? -1 : a.department > b.department ? 1 : a.from - b.from,
  );
  return ordered.map((version, at) => {
    const next = ordered[at + 1];
    if (next === undefined || next.department !== version.department) return version;
    return { ...version, until: Math.min(version.until ?? next.from, next.from) };
  });
}

async function write(tx: Tx, facts: readonly Department[], reading: Reading): Promise<void> {
  const before = await loadVersions(tx);
  const after = new Map(before);
  for (const { designated: _designated, ...fact } of facts) after.set(keyOf(fact), fact);
  const changed = chained([...after.values()]).filter((version) => {
    const old = before.get(keyOf(version));
    return old === undefined || !sameVersion(old, version) || old.until !== version.until;
  });
  await tx.query(
    `insert into tk.department as d (municipality, department, effective_from, effective_until, name, kind, parent, appended_table)
     select $1, u.department, u.effective_from, u.effective_until, u.name, u.kind, u.parent, u.appended_table
     from unnest($2::text[], $3::date[], $4::date[], $5::text[], $6::text[], $7::text[], $8::smallint[])
       as u(department, effective_from, effective_until, name, kind, parent, appended_table)
     on conflict (municipality, department, effective_from) do update set effective_until = excluded.effective_until,
       name = excluded.name, kind = excluded.kind, parent = excluded.parent, appended_table = excluded.appended_table`,
    [
      tx.municipality,
      changed.map((version) => version.department),
      changed.map((version) => textOrNull(version.from)),
      changed.map((version) => textOrNull(version.until)),
      changed.map((version) => version.name),
      changed.map((version) => version.kind),
      changed.map((version) => version.parent),
      changed.map((version) => version.appendedTable),
    ],
  );
  await appendDeeds(
    tx,
    changed.map(({ from, until, ...version }) => ({
      stream: `department/${version.department}`,
      kind: 'DepartmentSet',
      actor: reading.startedBy,
      onBehalfOf: null,
      data: { ...version, effectiveFrom: textOrNull(from), effectiveUntil: textOrNull(until) },
      reason: reading.fileName,
      at: reading.now,
    })),
  );
  await writeDesignations(
    tx,
    facts
      .filter((fact) => fact.designated)
      .map((fact) => ({
        department: fact.department,
        from: fact.from,
        until: null,
        publishedOn: fact.from,
        overrideReason: null,
        reason: '部署の一覧による指定',
      })),
    reading,
  );
  await markAll(tx, Math.min(...changed.map((version) => version.from)), reading.today);
}

export const departments: Kind<Department> = {
  kind: 'departments',
  columns: importShapes.departments.columns,
  alternatives: importShapes.departments.alternatives,
  chunkLines: 100_000,
  read: readDepartment,
  judge,
  write,
  months: () => [],
  touched: (fact) => ({ staff: null, first: fact.from, last: null }),
  show: (fact) => ({
    部署: `${fact.department} ${fact.name}`,
    区分: kindNames[fact.kind],
    上位部署: fact.parent ?? '',
    適用開始日: showDay(fact.from),
    別表第1: fact.appendedTable === null ? '' : `第${fact.appendedTable}号`,
    他律的業務: fact.designated ? '指定' : '',
  }),
};
