import type { FileAnswer } from '@tokimori/contract/route';
import { csvField, toCp932 } from '@tokimori/forms/csv';
import type { Context } from '../context.ts';
import type { Encoding, Separator } from './decode.ts';
import { type Run, readRefusals, type StoredRefusal } from './run-store.ts';
import { sentenceOf } from './wording.ts';

const BATCH = 2_000;
const charsets = { 'utf-8': 'utf-8', cp932: 'Shift_JIS', 'utf-16le': 'utf-16', 'utf-16be': 'utf-16' } as const;

/**
 * The refused lines as they came, each behind its reasons: put right, the file can be taken in as it is. The reasons go
 * first, because a line may have fewer or more fields than the header.
 */
export async function errorFileOf(context: Context, municipality: string, run: Run): Promise<FileAnswer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of errorBytes(context, municipality, run)) pieces.push(piece);
  const { encoding } = run.options;
  return {
    fileName: `${run.fileName.replace(/\.[A-Za-z]+$/, '')}_エラー.csv`,
    mediaType: `text/csv; charset=${charsets[encoding]}`,
    bytes: Buffer.concat(pieces),
  };
}

/** The same, piece by piece. */
export async function* errorBytes(context: Context, municipality: string, run: Run): AsyncGenerator<Uint8Array> {
  const { encoding, separator } = run.options;
  yield encoded(`わけ${joint(separator)}直し方${joint(separator)}${run.result.header}\r\n`, encoding, true);
  for (let after = 0; ; ) {
    const found = await context.store.tenant(municipality, (tx) => readRefusals(tx, run.result.pass, after, BATCH));
    if (found.length === 0) return;
    const lines = wholeLines(found);
    after = lines.at(-1)![0]!.line;
    yield encoded(lines.map((refusals) => lineOf(refusals, run)).join(''), encoding, false);
  }
}

const joint = (separator: Separator): string => (separator === 'tab' ? '\t' : ',');

/** Refusals by line; the last line of a full batch may go on in the next one, and is then left to it. */
function wholeLines(refusals: readonly StoredRefusal[]): StoredRefusal[][] {
  const lines: StoredRefusal[][] = [];
  for (const refusal of refusals) {
    const open = lines.at(-1);
    if (open?.[0]?.line === refusal.line) open.push(refusal);
    else lines.push([refusal]);
  }
  return refusals.length === BATCH && lines.length > 1 ? lines.slice(0, -1) : lines;
}

function lineOf(refusals: readonly StoredRefusal[], { kind, options: { separator } }: Run): string {
  const sentences = refusals.map((refusal) => ({ field: refusal.field, ...sentenceOf(refusal, kind) }));
  const why = sentences.map(({ field, message }) => `${field}: ${message}`).join(' / ');
  const cure = sentences.map((sentence) => sentence.cure).join(' / ');
  return `${csvField(why)}${joint(separator)}${csvField(cure)}${joint(separator)}${refusals[0]!.raw}\r\n`;
}

/** The lines came in this encoding, so that nothing is lost on the way back. UTF-16 goes back as little-endian. */
function encoded(text: string, encoding: Encoding, first: boolean): Uint8Array {
  if (encoding === 'cp932') return toCp932(text).bytes;
  return Buffer.from(`${first ? '\ufeff' : ''}${text}`, encoding === 'utf-8' ? 'utf8' : 'utf16le');
}
