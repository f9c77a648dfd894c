import { basename } from 'node:path';
import type { ImportKind, ImportRunView } from '@tokimori/contract/imports';
import { refuse } from '../access/refusal.ts';
import type { Context } from '../context.ts';
import type { Encoding } from './decode.ts';
import { errorBytes } from './error-file.ts';
import { checkLines, freshResult, newId, openFile, optionsOf, takeLines } from './import-core.ts';
import type { ChunkResult, OpenFile } from './intake.ts';
import type { Mapping } from './rows/columns.ts';
import { endRun, findRun, insertRun, type Run, shownBad, viewOf } from './run-store.ts';

export type ImportFileOptions = {
  /** Who the journal names: `system:command:<user>` for the command. */
  readonly startedBy?: string;
  /** Checks only: nothing at all is written. */
  readonly dryRun?: boolean;
  readonly encoding?: Encoding | 'auto';
  readonly mapping?: Mapping;
  /** Called after each chunk with the rows seen so far. */
  readonly progress?: (so: { readonly rows: number; readonly refused: number }) => void;
  /** Given the refused lines as a file, piece by piece, when there are any. */
  readonly errors?: (bytes: AsyncIterable<Uint8Array>) => Promise<void>;
};

/**
 * Takes a file into a municipality (`tokimori import`), or with `dryRun` tells what would become of it.
 * @throws Refusal when the file cannot be read or lacks a column
 */
export async function importFile(
  context: Context,
  municipality: string,
  kind: ImportKind,
  path: string,
  options: ImportFileOptions = {},
): Promise<ImportRunView> {
  const mapping = options.mapping ?? {};
  const file = await openFile(path, basename(path), kind, options.encoding ?? 'auto', mapping);
  if (file.layout.missing.length > 0) {
    refuse('import.columns-missing', {
      title: '必要な項目がファイルにありません',
      detail: `${file.layout.missing.join('、')} の列が要ります。項目名を直すか、--mapping で対応を指定してください。`,
    });
  }
  const startedBy = options.startedBy ?? 'system:command';
  const run = blankRun(context, kind, file, mapping, startedBy);
  const about = { context, municipality, kind, file, startedBy };
  let [rows, refused] = [0, 0];
  const bad: ImportRunView['bad'] = [];
  const onChunk = (chunk: ChunkResult): void => {
    rows += chunk.rows;
    refused += chunk.refused.length;
    bad.push(...badOf(chunk, kind).slice(0, 50 - bad.length));
    options.progress?.({ rows, refused });
  };
  if (options.dryRun === true) return checked(run, await checkLines(about, null, onChunk), bad);
  await context.store.tenant(municipality, (tx) => insertRun(tx, { ...run, state: 'running' }));
  try {
    await takeLines(about, run, run.result.pass, onChunk);
  } catch (error) {
    await context.store.tenant(municipality, (tx) => endRun(tx, run.id, 'interrupted', context.clock.now()));
    throw error;
  }
  if (refused > 0) await options.errors?.(errorBytes(context, municipality, run));
  return context.store.tenant(municipality, async (tx) => viewOf(tx, (await findRun(tx, run.id))!));
}

function blankRun(context: Context, kind: ImportKind, file: OpenFile, mapping: Mapping, startedBy: string): Run {
  const id = newId();
  return {
    id,
    kind,
    fileName: file.name,
    fileHash: file.facts.hash,
    state: 'checked',
    options: optionsOf(file, mapping, null),
    rowsTotal: 0,
    rowsDone: 0,
    taken: 0,
    unchanged: 0,
    refused: 0,
    result: freshResult(file, id),
    startedBy,
    startedAt: context.clock.now(),
    finishedAt: null,
  };
}

const badOf = (chunk: ChunkResult, kind: ImportKind): ImportRunView['bad'] =>
  chunk.refused.flatMap(({ line, refusals }) => refusals.map((refusal) => shownBad({ line, ...refusal }, kind)));

function checked(run: Run, tally: Awaited<ReturnType<typeof checkLines>>, bad: ImportRunView['bad']): ImportRunView {
  const { columns, missingColumns, hasHeader } = run.result;
  return {
    id: run.id,
    kind: run.kind,
    fileName: run.fileName,
    state: 'checked',
    encoding: run.options.encoding,
    separator: run.options.separator,
    hasHeader,
    columns,
    missingColumns,
    rowsTotal: tally.rows,
    rowsDone: tally.rows,
    taken: tally.taken,
    unchanged: tally.unchanged,
    refused: tally.refused,
    bad,
    sample: [...tally.sample],
    consequence: tally.consequence(),
    changed: null,
    startedBy: run.startedBy,
    startedAt: run.startedAt.toISOString(),
    finishedAt: null,
  };
}
