import type { ImportKind } from '@tokimori/contract/imports';
import type { EpochDay } from '@tokimori/law/time/civil';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import type { Context } from '../context.ts';
import { tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { decodedText, type FileFacts } from './decode.ts';
import { withKind } from './kinds/by-name.ts';
import type { Judgement, Kind, LineRefusal, Reading } from './kinds/kind.ts';
import { loadStaff } from './kinds/references.ts';
import { type Layout, layoutOf, type Mapping } from './rows/columns.ts';
import { type CsvRow, csvRows, type RowFault } from './rows/csv-rows.ts';
import { RowReader, rowRefusals } from './rows/row-reader.ts';

/** A file whose encoding and columns are known. */
export type OpenFile = {
  readonly path: string;
  readonly name: string;
  readonly facts: FileFacts;
  readonly layout: Layout;
  readonly header: string;
};

/** A line that is not taken in, with all its reasons. */
export type RefusedLine = { readonly line: number; readonly raw: string; readonly refusals: readonly LineRefusal[] };

/** What became of the lines of one transaction. In a check: what would become of them. */
export type ChunkResult = {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedLine[];
  /** People and days that the new facts touch. */
  readonly people: ReadonlySet<string>;
  readonly first: EpochDay | null;
  readonly last: EpochDay | null;
  /** The first readable lines, as they will be stored. */
  readonly sample: readonly Readonly<Record<string, string>>[];
};

export type Intake = {
  readonly context: Context;
  readonly municipality: string;
  readonly kind: ImportKind;
  readonly file: OpenFile;
  readonly startedBy: string;
  /** `check` writes nothing. */
  readonly mode: 'check' | 'run';
  /** Runs in the transaction of each chunk, after its facts: progress is true or nothing is. */
  readonly alongside?: (tx: Tx, chunk: ChunkResult) => Promise<void>;
};

const SAMPLE = 5;

/** The line of the column names cannot be split into names. */
export class UnreadableHeader extends Error {
  readonly code: RowFault;
  readonly line: number;
  constructor(code: RowFault, line: number) {
    super(`${code} on line ${line}`);
    this.code = code;
    this.line = line;
  }
}

/** The columns of a file, from its first row. An empty file has none. */
export async function openLayout(
  path: string,
  facts: FileFacts,
  kind: ImportKind,
  mapping: Mapping,
): Promise<OpenFile & { name: '' }> {
  for await (const rows of csvRows(decodedText(path, facts.encoding), facts.separator)) {
    const [first] = rows;
    if (first === undefined) continue;
    if (first.fault !== undefined) throw new UnreadableHeader(first.fault, first.line);
    const layout = withKind(kind, ({ columns, alternatives }) => layoutOf(first.cells, columns, alternatives, mapping));
    return { path, name: '', facts, layout, header: first.raw.replace(/^\ufeff/, '') };
  }
  const layout = withKind(kind, ({ columns, alternatives }) => layoutOf([], columns, alternatives, mapping));
  return { path, name: '', facts, layout, header: '' };
}

/** Passes over a file chunk by chunk, in memory bounded by a chunk, checking its lines or taking them in. */
export function passOver(intake: Intake): AsyncGenerator<ChunkResult> {
  return withKind(intake.kind, (kind) => chunksOf(intake, kind));
}

async function* chunksOf<Fact>(intake: Intake, kind: Kind<Fact>): AsyncGenerator<ChunkResult> {
  const { file } = intake;
  const partitions = new Set<string>();
  let wanted = intake.mode === 'check' ? SAMPLE : 0;
  let header = true;
  let rows: CsvRow[] = [];
  const settle = async (): Promise<ChunkResult> => {
    const chunk = await settleChunk(intake, kind, rows, partitions, wanted);
    wanted -= chunk.sample.length;
    rows = [];
    return chunk;
  };
  for await (const batch of csvRows(decodedText(file.path, file.facts.encoding), file.facts.separator)) {
    for (const row of batch) {
      if (header) {
        header = false;
        continue;
      }
      rows.push(row);
      if (rows.length >= kind.chunkLines) yield await settle();
    }
  }
  if (rows.length > 0) yield await settle();
}

type ReadLine<Fact> = {
  readonly row: CsvRow;
  readonly fact: Fact | undefined;
  readonly refusals: readonly LineRefusal[];
};

function readLines<Fact>(
  kind: Kind<Fact>,
  rows: readonly CsvRow[],
  layout: Layout,
  reading: Reading,
): ReadLine<Fact>[] {
  return rows.map((row) => {
    const spoilt = rowRefusals(row, layout.columns.length);
    if (spoilt.length > 0) return { row, fact: undefined, refusals: spoilt };
    const reader = new RowReader(row.cells, layout.positions);
    const fact = kind.read(reader, reading);
    return { row, fact: reader.refusals.length > 0 ? undefined : fact, refusals: reader.refusals };
  });
}

async function settleChunk<Fact>(
  intake: Intake,
  kind: Kind<Fact>,
  rows: readonly CsvRow[],
  partitions: Set<string>,
  wanted: number,
): Promise<ChunkResult> {
  const { context, municipality } = intake;
  const now = context.clock.now();
  const reading: Reading = {
    now,
    today: tokyoOf(now).day,
    fileName: intake.file.name,
    startedBy: intake.startedBy,
    parameters: context.parameters,
  };
  const lines = readLines(kind, rows, intake.file.layout, reading);
  const facts = lines.flatMap((line) => (line.fact === undefined ? [] : [line.fact]));
  const attempt = () =>
    context.store.tenant(municipality, async (tx) => {
      const judged = facts.length === 0 ? [] : await kind.judge(tx, facts, reading);
      const fresh = facts.filter((_, at) => judged[at]?.state === 'new');
      if (intake.mode === 'run' && fresh.length > 0) await kind.write(tx, fresh, reading);
      const names = wanted > 0 ? await namesOf(tx, kind, shownOf(facts, judged, wanted)) : new Map<string, string>();
      const chunk = resultOf(kind, lines, judged, wanted, names);
      await intake.alongside?.(tx, chunk);
      return chunk;
    });
  if (intake.mode === 'run') await ensurePartitions(context, facts.flatMap(kind.months), partitions);
  return attempt().catch((error: unknown) => (isConflict(error) ? attempt() : Promise.reject(error)));
}

/** Another writer was at the same stream or row: once more, on what is there now. */
const isConflict = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === '23505' || error.code === '40001' || error.code === '40P01');

async function ensurePartitions(context: Context, months: readonly MonthIndex[], known: Set<string>): Promise<void> {
  const missing = [...new Set(months)].filter((month) => !known.has(formatYearMonth(month)));
  if (missing.length === 0) return;
  await context.store.ensurePartitions(missing);
  for (const month of missing) known.add(formatYearMonth(month));
}

/** The facts that a sample shows: the first ones that are not refused. */
const shownOf = <Fact>(facts: readonly Fact[], judged: readonly Judgement[], wanted: number): readonly Fact[] =>
  facts.filter((_, at) => judged[at]?.state !== 'refused').slice(0, wanted);

async function namesOf<Fact>(tx: Tx, kind: Kind<Fact>, facts: readonly Fact[]): Promise<ReadonlyMap<string, string>> {
  const numbers = facts.flatMap((fact) => kind.touched(fact).staff ?? []);
  const known = await loadStaff(tx, numbers);
  return new Map([...known.values()].map((person) => [person.staff, person.name]));
}

function resultOf<Fact>(
  kind: Kind<Fact>,
  lines: readonly ReadLine<Fact>[],
  judged: readonly Judgement[],
  wanted: number,
  names: ReadonlyMap<string, string>,
): ChunkResult {
  const people = new Set<string>();
  const refused: RefusedLine[] = [];
  const sample: Record<string, string>[] = [];
  let [taken, unchanged, at] = [0, 0, 0];
  let first: EpochDay | null = null;
  let last: EpochDay | null = null;
  for (const { row, fact, refusals } of lines) {
    if (fact === undefined) {
      refused.push({ line: row.line, raw: row.raw, refusals });
      continue;
    }
    const judgement = judged[at++]!;
    if (judgement.state === 'refused') {
      refused.push({ line: row.line, raw: row.raw, refusals: [judgement.refusal] });
      continue;
    }
    if (sample.length < wanted) sample.push({ 行: String(row.line), ...kind.show(fact, names) });
    if (judgement.state === 'unchanged') {
      unchanged += 1;
      continue;
    }
    taken += 1;
    const touched = kind.touched(fact);
    if (touched.staff !== null) people.add(touched.staff);
    if (touched.first !== null) first = Math.min(first ?? touched.first, touched.first);
    if (touched.last !== null) last = Math.max(last ?? touched.last, touched.last);
  }
  return { rows: lines.length, taken, unchanged, refused, people, first, last, sample };
}
