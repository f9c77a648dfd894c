import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { ChunkResult } from './intake.ts';

/** The sum of what became of the chunks of a file so far. */
export class Tally {
  rows = 0;
  taken = 0;
  unchanged = 0;
  refused = 0;
  readonly people = new Set<string>();
  readonly sample: Readonly<Record<string, string>>[] = [];
  #first: EpochDay | null = null;
  #last: EpochDay | null = null;

  add(chunk: ChunkResult): void {
    this.rows += chunk.rows;
    this.taken += chunk.taken;
    this.unchanged += chunk.unchanged;
    this.refused += chunk.refused.length;
    for (const staff of chunk.people) this.people.add(staff);
    this.sample.push(...chunk.sample);
    if (chunk.first !== null) this.#first = Math.min(this.#first ?? chunk.first, chunk.first);
    if (chunk.last !== null) this.#last = Math.max(this.#last ?? chunk.last, chunk.last);
  }

  /** Whose days, and which, would be derived again. */
  consequence(): { people: number; firstDate: string | null; lastDate: string | null } {
    return {
      people: this.people.size,
      firstDate: this.#first === null ? null : formatLocalDate(this.#first),
      lastDate: this.#last === null ? null : formatLocalDate(this.#last),
    };
  }
}
