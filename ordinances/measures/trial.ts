import type { MonthIndex } from '@tokimori/law/time/months';
import { type FellOn, Marks, Subjects } from './fell-on.ts';
import type { Cause, Place, Sink } from './fire.ts';
import type { Measure } from './measure.ts';
import type { Deed, Role } from './vocabulary.ts';

type Span = { readonly from: MonthIndex; readonly through: MonthIndex };

/** How often a measure would have come to be due. */
export type TrialLine = {
  readonly measure: Measure;
  /** By month, from the first of the trial. */
  readonly byMonth: readonly number[];
  readonly total: number;
  /** Whose figures did it, each once. */
  readonly persons: number;
  /** On how many people, 課 or 部局 it fell, each once. */
  readonly subjects: number;
};

/** How much one role would have had to do, by what it does. */
export type Workload = {
  readonly role: Role;
  readonly do: Deed;
  readonly total: number;
  /** The most of it in one month. */
  readonly busiest: number;
};

export type Trial = {
  readonly from: MonthIndex;
  readonly through: MonthIndex;
  readonly lines: readonly TrialLine[];
  /** Most first. */
  readonly workload: readonly Workload[];
  readonly total: number;
};

/** How many people caused something. They come one after the other: whoever comes again was the last one. */
type Persons = { count: number; last: string | null };

/** Counts what fires without keeping it: a large city has millions of differences on leaving in a year. */
export class TrialCount implements Sink {
  readonly #measures: readonly Measure[];
  readonly #from: MonthIndex;
  readonly #through: MonthIndex;
  readonly #byMonth: ReadonlyMap<string, number[]>;
  readonly #persons: ReadonlyMap<string, Persons>;
  /** On whom each measure fell, in which months: 課, 部局 and the whole body come once a month, whoever caused it. */
  readonly #marks: ReadonlyMap<string, Marks>;
  readonly #sections = new Map<string, number>();

  constructor(measures: readonly Measure[], { from, through }: Span) {
    // What is done every day never comes to be due: a nought beside it would say that it was not done.
    const counted = measures.filter(({ moment }) => moment !== 'standing');
    this.#measures = counted;
    this.#from = from;
    this.#through = through;
    this.#byMonth = new Map(counted.map(({ id }) => [id, new Array<number>(through - from + 1).fill(0)]));
    this.#persons = new Map(counted.map(({ id }) => [id, { count: 0, last: null }]));
    const subjects = { person: new Subjects(), section: new Subjects(), bureau: new Subjects(), city: new Subjects() };
    this.#marks = new Map(counted.map(({ id, per }) => [id, new Marks(subjects[per], from, through)]));
  }

  add(
    { id, per }: Measure,
    { subject, section }: Place,
    { month }: { readonly month: MonthIndex },
    cause: Cause | null,
  ): void {
    const persons = this.#persons.get(id);
    if (persons !== undefined && cause !== null && persons.last !== cause.person) {
      persons.count += 1;
      persons.last = cause.person;
    }
    const isFirst = this.#marks.get(id)?.mark(subject, month) ?? false;
    if (per !== 'person' && !isFirst) return;
    const months = this.#byMonth.get(id);
    if (months !== undefined) months[month - this.#from] = (months[month - this.#from] ?? 0) + 1;
    if (section !== '') this.#sections.set(section, (this.#sections.get(section) ?? 0) + 1);
  }

  /** How often each 課 was concerned, most first. */
  sections(): readonly (readonly [section: string, times: number])[] {
    return [...this.#sections].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  }

  /** On whom a measure fell, in the order of their codes. */
  fellOn(id: string): Iterable<FellOn> {
    return this.#marks.get(id)?.all() ?? [];
  }

  /** How many alerts, forms and interviews there would have been, in which months, for whom. */
  result(): Trial {
    const lines = this.#measures.map((measure): TrialLine => {
      const byMonth = this.#byMonth.get(measure.id) ?? [];
      const persons = this.#persons.get(measure.id)?.count ?? 0;
      const subjects = this.#marks.get(measure.id)?.size ?? 0;
      return { measure, byMonth, total: byMonth.reduce((sum, each) => sum + each, 0), persons, subjects };
    });
    const total = lines.reduce((sum, each) => sum + each.total, 0);
    return { from: this.#from, through: this.#through, lines, workload: workloadOf(lines), total };
  }
}

/** What each role would have had to do; of what is only told, those who are told. */
function workloadOf(lines: readonly TrialLine[]): readonly Workload[] {
  const found = new Map<string, { role: Role; do: Deed; months: number[] }>();
  for (const { measure, byMonth } of lines) {
    for (const { do: deed, by, to } of measure.follows) {
      for (const role of by.length > 0 ? by : to) {
        const key = `${role} ${deed}`;
        const load = found.get(key) ?? { role, do: deed, months: byMonth.map(() => 0) };
        found.set(key, load);
        for (const [at, times] of byMonth.entries()) load.months[at] = (load.months[at] ?? 0) + times;
      }
    }
  }
  return [...found.values()]
    .map(({ role, do: deed, months }) => ({
      role,
      do: deed,
      total: months.reduce((sum, each) => sum + each, 0),
      busiest: Math.max(...months),
    }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || `${a.role}${a.do}`.localeCompare(`${b.role}${b.do}`));
}
