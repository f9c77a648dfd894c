import type { MonthIndex } from '@tokimori/law/time/months';

/** On whom something fell, and in which months. */
export type FellOn = { readonly subject: string; readonly months: readonly MonthIndex[] };

/** Months that one number tells of. */
const MONTHS = 16;

/** The subjects of one kind (people, 課, 部局), each with a number from 0. Shared by everything that falls on that kind. */
export class Subjects {
  readonly #numbers = new Map<string, number>();
  #ordered: readonly (readonly [subject: string, number: number])[] = [];

  numberOf(subject: string): number {
    const found = this.#numbers.get(subject) ?? this.#numbers.size;
    if (found === this.#numbers.size) this.#numbers.set(subject, found);
    return found;
  }

  /** In the order of their names. */
  inOrder(): readonly (readonly [subject: string, number: number])[] {
    // Every measure asks for it: it is made once, and again when more have come.
    if (this.#ordered.length !== this.#numbers.size)
      this.#ordered = [...this.#numbers].sort(([a], [b]) => (a < b ? -1 : 1));
    return this.#ordered;
  }
}

/**
 * In which months one measure fell on whom: a small number for each subject, a bit for each month. 46,130 people are 90 KB a measure, however often
 * it fell on them.
 */
export class Marks {
  readonly #subjects: Subjects;
  readonly #from: MonthIndex;
  #bits = new Uint16Array(64);
  #size = 0;

  /** @throws RangeError for more months than one number tells of */
  constructor(subjects: Subjects, from: MonthIndex, through: MonthIndex) {
    if (through - from >= MONTHS) throw new RangeError(`at most ${MONTHS} months`);
    this.#subjects = subjects;
    this.#from = from;
  }

  /** How many subjects it fell on. */
  get size(): number {
    return this.#size;
  }

  /** @returns whether it is the first time for this subject and month */
  mark(subject: string, month: MonthIndex): boolean {
    const at = this.#subjects.numberOf(subject);
    if (at >= this.#bits.length) this.#grow(at);
    const before = this.#bits[at] ?? 0;
    const bit = 1 << (month - this.#from);
    if (before === 0) this.#size += 1;
    this.#bits[at] = before | bit;
    return (before & bit) === 0;
  }

  #grow(at: number): void {
    const wider = new Uint16Array(Math.max(at + 1, this.#bits.length * 2));
    wider.set(this.#bits);
    this.#bits = wider;
  }

  /** All of them, in the order of their names. */
  *all(): Generator<FellOn> {
    for (const [subject, at] of this.#subjects.inOrder()) {
      const bits = this.#bits[at] ?? 0;
      if (bits === 0) continue;
      const months = Array.from({ length: MONTHS }, (_, nth) => nth).filter((nth) => (bits & (1 << nth)) !== 0);
      yield { subject, months: months.map((nth) => this.#from + nth) };
    }
  }
}
