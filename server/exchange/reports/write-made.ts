import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LosingText } from '@tokimori/forms/csv';
import { refuse } from '../../access/refusal.ts';
import type { Made } from './made.ts';

/** A file, or a stream that stays open (standard output). */
export type Output = string | Writable;

/**
 * Writes a report while it is made.
 * @throws Refusal `report.not-in-cp932` for a character that CP932 does not have
 */
export async function writeMade({ bytes }: Made, out: Output): Promise<void> {
  try {
    if (typeof out === 'string') await pipeline(Readable.from(bytes), createWriteStream(out));
    else await pipeline(Readable.from(bytes), out, { end: false });
  } catch (error) {
    if (!(error instanceof LosingText)) throw error;
    const lost = error.lost.slice(0, 10).map(({ row, character }) => `${row}行目「${character}」`);
    refuse('report.not-in-cp932', {
      title: 'CP932 にない文字があります',
      detail: `CP932 で書けない文字は ${lost.join('、')} です。UTF-8 で出してください。`,
    });
  }
}
