import type { FileAnswer } from '@tokimori/contract/route';
import type { Made } from './made.ts';

/** A report as the answer to a call. */
export async function answered({ fileName, mediaType, bytes }: Made): Promise<FileAnswer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return { fileName, mediaType, bytes: Buffer.concat(pieces) };
}
