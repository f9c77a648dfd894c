import { createHash } from 'node:crypto';

/** Name space of ids made from imported content (frozen: stored ids depend on it). */
const NAMESPACE = Buffer.from('5f1d1f0c3c3b4a0c9d0e7a4f6b2c8e11', 'hex');
const SEPARATOR = '\u001f';

/**
 * A UUID (version 5) made from a kind of fact and its content: the same content has the same id for ever, so that the
 * same file taken in again changes nothing.
 */
export function contentId(kind: string, ...content: readonly (string | number)[]): string {
  const digest = createHash('sha1')
    .update(NAMESPACE)
    .update([kind, ...content].join(SEPARATOR))
    .digest();
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
