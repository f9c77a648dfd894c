import type { Problem } from '@tokimori/contract/values';

/** What a refusal says: `title` 事象, `detail` 原因 and 対処, in plain Japanese. */
export type RefusalWords = {
  readonly title: string;
  readonly detail: string;
  /** HTTP status; 422 unless told otherwise. */
  readonly status?: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly fields?: Problem['fields'];
  /** Seconds after which the same call may be worth repeating. */
  readonly retryAfter?: number;
};

/** A deed the rules do not allow. Thrown, so that the transaction around it is rolled back; answered as problem+json. */
export class Refusal extends Error {
  readonly code: string;
  readonly words: RefusalWords;
  readonly status: number;
  constructor(code: string, words: RefusalWords) {
    super(`${code}: ${words.title}`);
    this.name = 'Refusal';
    this.code = code;
    this.words = words;
    this.status = words.status ?? 422;
  }
}

/**
 * Refuses a deed. Never returns.
 * @param code dotted, e.g. `overtime.order.month-closed`
 */
export function refuse(code: string, words: RefusalWords): never {
  throw new Refusal(code, words);
}

/** The problem document (RFC 9457) of a refusal. */
export function problemOf(refusal: Refusal): Problem {
  const { title, detail, fields } = refusal.words;
  const document = {
    type: `urn:tokimori:problem:${refusal.code}`,
    title,
    status: refusal.status,
    detail,
    code: refusal.code,
  };
  return fields === undefined ? document : { ...document, fields };
}
