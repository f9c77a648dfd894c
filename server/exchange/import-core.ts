import { randomUUID } from 'node:crypto';
import type { ImportKind } from '@tokimori/contract/imports';
import { refuse } from '../access/refusal.ts';
import type { Context } from '../context.ts';
import { type Encoding, inspectFile, UnreadableFile } from './decode.ts';
import { fileWords, headerWords } from './file-words.ts';
import { type ChunkResult, type OpenFile, openLayout, passOver, UnreadableHeader } from './intake.ts';
import { withKind } from './kinds/by-name.ts';
import { appendDeeds } from './kinds/journal.ts';
import { type Mapping, unknownFields } from './rows/columns.ts';
import { addRefusals, advanceRun, endRun, type Run, type RunOptions, type RunResult } from './run-store.ts';
import { Tally } from './tally.ts';

/** Reads a file's encoding and columns. Refuses files that cannot be read and mappings that name no column. */
export async function openFile(
  path: string,
  name: string,
  kind: ImportKind,
  encoding: Encoding | 'auto',
  mapping: Mapping,
): Promise<OpenFile> {
  const unknown = withKind(kind, ({ columns }) => unknownFields(mapping, columns));
  if (unknown.length > 0) {
    refuse('import.mapping.unknown-field', {
      title: '項目の対応に、この種類にない項目があります',
      detail: `${unknown.join('、')} は取り込みの項目ではありません。項目の名前を確かめてください。`,
    });
  }
  const file = await readable(async () => openLayout(path, await inspectFile(path, encoding), kind, mapping));
  refuseTwice(file.layout.twice);
  return { ...file, name };
}

/** Turns what is wrong with the file as a whole into a refusal. */
export async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableHeader) refuse('import.file.header', headerWords(error));
    if (error instanceof UnreadableFile) refuse(error.code, fileWords(error));
    throw error;
  }
}

/** Refuses a header that names a column twice: which of the two is meant cannot be known. */
export function refuseTwice(twice: readonly string[]): void {
  if (twice.length === 0) return;
  refuse('import.columns-twice', {
    title: '同じ項目名の列が2つ以上あります',
    detail: `${twice.map((name) => `「${name}」`).join('、')}の列が、1行目に2つ以上あります。取り込むほうだけを残すか、項目名を変えてください。`,
  });
}

export const optionsOf = (file: OpenFile, mapping: Mapping, path: string | null): RunOptions => ({
  path,
  encoding: file.facts.encoding,
  sure: file.facts.sure,
  separator: file.facts.separator,
  mapping,
});

/** What is known of a file before its lines are looked at. */
export const freshResult = (file: OpenFile, pass: string): RunResult => ({
  pass,
  header: file.header,
  columns: [...file.layout.columns],
  missingColumns: [...file.layout.missing],
  hasHeader: file.layout.hasHeader,
  sample: [],
  consequence: { people: 0, firstDate: null, lastDate: null },
  changed: null,
});

export type Pass = {
  readonly context: Context;
  readonly municipality: string;
  readonly kind: ImportKind;
  readonly file: OpenFile;
  readonly startedBy: string;
};

/** Checks every line. With `pass`, refusals are kept under it for the error file. */
export async function checkLines(
  about: Pass,
  pass: string | null,
  onChunk?: (chunk: ChunkResult) => void,
): Promise<Tally> {
  const tally = new Tally();
  if (about.file.layout.missing.length > 0) return tally;
  await readable(async () => {
    for await (const chunk of passOver({ ...about, mode: 'check' })) {
      tally.add(chunk);
      onChunk?.(chunk);
      if (pass !== null && chunk.refused.length > 0) {
        await about.context.store.tenant(about.municipality, (tx) => addRefusals(tx, pass, chunk.refused));
      }
    }
  });
  return tally;
}

/** A run was stopped while it went on: its open chunk is rolled back. */
export class StoppedMeanwhile extends Error {}

/** Takes every good line in, chunk by chunk, with progress and refusals in the same transactions, and journals the end. */
export async function takeLines(
  about: Pass,
  run: Run,
  pass: string,
  onChunk?: (chunk: ChunkResult) => void,
): Promise<Tally> {
  const { context, municipality } = about;
  const tally = new Tally();
  const alongside = async (tx: Parameters<typeof advanceRun>[0], chunk: ChunkResult): Promise<void> => {
    await addRefusals(tx, pass, chunk.refused);
    if (!(await advanceRun(tx, run.id, chunk))) throw new StoppedMeanwhile();
  };
  for await (const chunk of passOver({ ...about, mode: 'run', alongside })) {
    tally.add(chunk);
    if (chunk.taken > 0) context.wakeDeriver(municipality);
    onChunk?.(chunk);
  }
  await context.store.tenant(municipality, async (tx) => {
    const now = context.clock.now();
    if (!(await endRun(tx, run.id, 'done', now))) throw new StoppedMeanwhile();
    await appendDeeds(tx, [
      {
        stream: `import/${run.id}`,
        kind: 'ImportFinished',
        data: {
          importKind: run.kind,
          fileName: run.fileName,
          fileHash: run.fileHash,
          taken: tally.taken,
          unchanged: tally.unchanged,
          refused: tally.refused,
        },
        actor: about.startedBy,
        onBehalfOf: null,
        reason: '',
        at: now,
      },
    ]);
  });
  return tally;
}

export const newId = (): string => randomUUID();
