import type { MonthIndex } from '@tokimori/law/time/months';

/** A transaction bound to one municipality. Every table a statement names has its own `municipality = $n`. */
export interface Tx {
  readonly municipality: string;
  /** Runs one parameterised statement; named (prepared) by its text. Statements may be issued without awaiting each other. */
  query<R extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

/** The door to the database. Dates come and go as `YYYY-MM-DD` strings, bigint as number, timestamptz as Date. */
export interface Store {
  /** One read-write transaction for a municipality: begin, tk.tenant(), work, commit; rolled back when work throws. */
  tenant<T>(municipality: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One statement in a transaction of its own, for a municipality: begin, tk.tenant(), the statement and commit leave
   * together and need one way there and back.
   * @param plan `kept`: one plan for all values. Otherwise the database may plan anew for every length of a list that is
   * unnested, which takes longer than writing a few rows.
   */
  statement<R extends object>(
    municipality: string,
    text: string,
    values: readonly unknown[],
    plan?: 'kept',
  ): Promise<R[]>;
  /** The installation's reference table `tk.municipality`, outside any tenant. */
  municipalities(): Promise<readonly { readonly code: string; readonly name: string }[]>;
  registerMunicipality(code: string, name: string, now: Date): Promise<void>;
  /** Creates the month partitions of `tk.punch` that do not exist yet (owner's connection). */
  ensurePartitions(months: Iterable<MonthIndex>): Promise<void>;
  /** Lets the database count its rows anew (owner's connection), after so much was written that its plans are off; of every table, or of these. */
  refreshStatistics(tables?: readonly ('month_record' | 'standing' | 'standing_limit')[]): Promise<void>;
  /** Whether the database answers and every migration is applied. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}
