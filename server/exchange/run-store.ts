import type { ImportKind, ImportRunView } from '@tokimori/contract/imports';
import { formatInstant } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import type { Encoding, Separator } from './decode.ts';
import type { RefusedLine } from './intake.ts';
import type { Mapping } from './rows/columns.ts';
import { sentenceOf } from './wording.ts';

export type RunState = ImportRunView['state'];

/** How the file was read. `path` is where it is kept; null when the command was given the file itself. */
export type RunOptions = {
  readonly path: string | null;
  readonly encoding: Encoding;
  readonly sure: boolean;
  readonly separator: Separator;
  readonly mapping: Mapping;
};

/** What a run found. `pass` names the refusals of the latest pass over the file. */
export type RunResult = Pick<
  ImportRunView,
  'columns' | 'missingColumns' | 'hasHeader' | 'sample' | 'consequence' | 'changed'
> & {
  readonly pass: string;
  readonly header: string;
};

export type Run = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileHash: string;
  readonly state: RunState;
  readonly options: RunOptions;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly result: RunResult;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
};

const COLUMNS = `i.id, i.kind, i.file_name as "fileName", i.file_hash as "fileHash", i.state, i.options, i.rows_total as "rowsTotal",
  i.rows_done as "rowsDone", i.taken, i.unchanged, i.refused, i.result, i.started_by as "startedBy", i.started_at as "startedAt",
  i.finished_at as "finishedAt"`;

export async function insertRun(tx: Tx, run: Run): Promise<void> {
  await tx.query(
    `insert into tk.import_run (municipality, id, kind, file_name, file_hash, state, options, rows_total, rows_done, taken,
       unchanged, refused, result, started_by, started_at, finished_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      tx.municipality,
      run.id,
      run.kind,
      run.fileName,
      run.fileHash,
      run.state,
      JSON.stringify(run.options),
      run.rowsTotal,
      run.rowsDone,
      run.taken,
      run.unchanged,
      run.refused,
      JSON.stringify(run.result),
      run.startedBy,
      run.startedAt,
      run.finishedAt,
    ],
  );
}

export async function findRun(tx: Tx, id: string): Promise<Run | undefined> {
  const [run] = await tx.query<Run>(`select ${COLUMNS} from tk.import_run i where i.municipality = $1 and i.id = $2`, [
    tx.municipality,
    id,
  ]);
  return run;
}

export async function latestRuns(tx: Tx, count: number): Promise<Run[]> {
  return tx.query<Run>(
    `select ${COLUMNS} from tk.import_run i where i.municipality = $1 order by i.started_at desc, i.id limit $2`,
    [tx.municipality, count],
  );
}

/** Begins a pass: the counts start again. Answers false when the run is not in one of the states it may begin from. */
export async function beginRun(tx: Tx, id: string, result: RunResult, from: readonly RunState[]): Promise<boolean> {
  const rows = await tx.query(
    `update tk.import_run i set state = 'running', rows_done = 0, taken = 0, unchanged = 0, refused = 0, result = $3::jsonb,
       finished_at = null
     where i.municipality = $1 and i.id = $2 and i.state = any($4::text[]) returning i.id`,
    [tx.municipality, id, JSON.stringify(result), from],
  );
  return rows.length > 0;
}

/** Adds a chunk to the counts of a running run. Answers false when it is no longer running (stopped meanwhile). */
export async function advanceRun(
  tx: Tx,
  id: string,
  chunk: { rows: number; taken: number; unchanged: number; refused: readonly unknown[] },
): Promise<boolean> {
  const rows = await tx.query(
    `update tk.import_run i set rows_done = i.rows_done + $3, taken = i.taken + $4, unchanged = i.unchanged + $5,
       refused = i.refused + $6
     where i.municipality = $1 and i.id = $2 and i.state = 'running' returning i.id`,
    [tx.municipality, id, chunk.rows, chunk.taken, chunk.unchanged, chunk.refused.length],
  );
  return rows.length > 0;
}

/** Ends a running run. Answers false when it was not running. */
export async function endRun(
  tx: Tx,
  id: string,
  state: 'done' | 'stopped' | 'interrupted',
  at: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `update tk.import_run i set state = $3, finished_at = $4::timestamptz, rows_total = greatest(i.rows_total, i.rows_done)
     where i.municipality = $1 and i.id = $2 and i.state = 'running' returning i.id`,
    [tx.municipality, id, state, at],
  );
  return rows.length > 0;
}

/** Runs that were under way when the server went down. */
export async function interruptRuns(tx: Tx, at: Date): Promise<number> {
  const rows = await tx.query(
    `update tk.import_run i set state = 'interrupted', finished_at = $2::timestamptz
     where i.municipality = $1 and i.state = 'running' returning i.id`,
    [tx.municipality, at],
  );
  return rows.length;
}

export async function writeChanged(tx: Tx, id: string, changed: NonNullable<RunResult['changed']>): Promise<void> {
  await tx.query(`update tk.import_run i set result = i.result || $3::jsonb where i.municipality = $1 and i.id = $2`, [
    tx.municipality,
    id,
    JSON.stringify({ changed }),
  ]);
}

/** A line of a file may be long; what is shown and kept of it is not. */
const VALUE = 200;
const RAW = 20_000;

export async function addRefusals(tx: Tx, pass: string, refused: readonly RefusedLine[]): Promise<void> {
  const rows = refused.flatMap(({ line, raw, refusals }) => refusals.map((refusal) => ({ line, raw, ...refusal })));
  if (rows.length === 0) return;
  await tx.query(
    `insert into tk.import_refusal (municipality, run, line, field, value, code, raw)
     select $1, $2, u.line, u.field, u.value, u.code, u.raw
     from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[]) as u(line, field, value, code, raw)
     on conflict do nothing`,
    [
      tx.municipality,
      pass,
      rows.map((row) => row.line),
      rows.map((row) => row.field),
      rows.map((row) => row.value.slice(0, VALUE)),
      rows.map((row) => row.code),
      rows.map((row) => row.raw.slice(0, RAW)),
    ],
  );
}

export type StoredRefusal = { line: number; field: string; value: string; code: string; raw: string };

/** Refusals of a pass in order of lines, after a line, at most `count`. */
export async function readRefusals(tx: Tx, pass: string, after: number, count: number): Promise<StoredRefusal[]> {
  return tx.query<StoredRefusal>(
    `select f.line, f.field, f.value, f.code, f.raw from tk.import_refusal f
     where f.municipality = $1 and f.run = $2 and f.line > $3 order by f.line, f.field limit $4`,
    [tx.municipality, pass, after, count],
  );
}

const SHOWN = 60;

/** A refusal for the eye: long values, and values of several lines, are cut. */
export function shownBad(
  { line, field, value, code }: Omit<StoredRefusal, 'raw'>,
  kind: ImportKind,
): ImportRunView['bad'][number] {
  const characters = [...value.replaceAll(/[\r\n]+/g, ' ')];
  const shown = characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : characters.join('');
  return { line, field, value: shown, code, ...sentenceOf({ code, field, line }, kind) };
}

/** The run as the page and the command see it. */
export async function viewOf(tx: Tx, run: Run): Promise<ImportRunView> {
  const bad = await readRefusals(tx, run.result.pass, 0, 50);
  const { columns, missingColumns, hasHeader, sample, consequence, changed } = run.result;
  return {
    id: run.id,
    kind: run.kind,
    fileName: run.fileName,
    state: run.state,
    encoding: run.options.encoding,
    separator: run.options.separator,
    hasHeader,
    columns,
    missingColumns,
    rowsTotal: run.rowsTotal,
    rowsDone: run.rowsDone,
    taken: run.taken,
    unchanged: run.unchanged,
    refused: run.refused,
    bad: bad.map((each) => shownBad(each, run.kind)),
    sample,
    consequence,
    changed,
    startedBy: run.startedBy,
    startedAt: formatInstant(run.startedAt),
    finishedAt: run.finishedAt === null ? null : formatInstant(run.finishedAt),
  };
}
