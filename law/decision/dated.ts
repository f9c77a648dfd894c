import type { Citation } from './citation.ts';

/** A value that the law fixes from a day on. `from` is inclusive, `until` exclusive (both `YYYY-MM-DD`). */
export type Dated<T> = {
  readonly from: string;
  readonly until?: string;
  readonly value: T;
  readonly citation: Citation;
  /** The day on which someone last compared this entry with the text. */
  readonly checkedOn: string;
};

/** Thrown when no provision, or more than one, is in force: a defect of the data, never a default. */
export class NotInForce extends Error {
  override readonly name = 'NotInForce';
}

/**
 * The one provision in force on a day.
 * @throws NotInForce when there is a gap or an overlap.
 */
export function inForce<T>(values: readonly Dated<T>[], on: string): Dated<T> {
  const found = values.filter((v) => v.from <= on && (v.until === undefined || on < v.until));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new NotInForce(`${found.length} provisions in force on ${on}`);
  }
  return only;
}
