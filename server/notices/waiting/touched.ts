import type { Tx } from '../../store/tenant.ts';

/** What a look reads again: everything that is open, or what was touched since the last look. */
export type Touched = {
  /** Everything that is open, not only what was touched. */
  readonly whole: boolean;
  /** What is behind the names: `overtime` of `overtime/<id>`. */
  readonly of: (name: string) => readonly string[];
  readonly names: readonly string[];
};

/**
 * Deeds are written when they happened and are seen when their transaction ends: those of this long before the last look are read again. Reading
 * twice tells once. No transaction of a person lasts as long; what does (a large file) is found by the next reading of everything. Milliseconds.
 */
const OVERLAP_MS = 10 * 60_000;

/** Streams of the journal that change what waits. */
const streams = ['overtime', 'correction', 'form', 'breach', 'breach-review', 'closing'] as const;

/**
 * What was touched since a moment: streams of the journal, and days whose difference was judged anew. Imported overtime is settled: nothing waits
 * for it.
 * @param since when it was looked last; null: never, and nothing that was decided before is told of
 */
export async function readTouched(tx: Tx, since: Date | null, whole: boolean): Promise<Touched> {
  if (since === null) return touchedOf([], whole);
  const from = new Date(since.getTime() - OVERLAP_MS);
  const [deeds, days] = await Promise.all([
    tx.query<{ stream: string }>(
      `select distinct e.stream from tk.event e
       where e.municipality = $1 and e.recorded_at >= $2 and split_part(e.stream, '/', 1) = any($3) and e.kind <> 'OvertimeImported'`,
      [tx.municipality, from, streams],
    ),
    tx.query<{ staff: string; duty_date: string }>(
      'select d.staff, d.duty_date from tk.difference d where d.municipality = $1 and d.judged_at >= $2',
      [tx.municipality, from],
    ),
  ]);
  return touchedOf(
    [...deeds.map(({ stream }) => stream), ...days.map((row) => `difference/${row.staff}/${row.duty_date}`)],
    whole,
  );
}

function touchedOf(names: readonly string[], whole: boolean): Touched {
  const behind = new Map<string, string[]>();
  for (const name of names) {
    const at = name.indexOf('/');
    const before = name.slice(0, at);
    const found = behind.get(before) ?? [];
    behind.set(before, found);
    found.push(name.slice(at + 1));
  }
  return { whole, names, of: (name) => behind.get(name) ?? [] };
}

/** As before, but everything. */
export const wholly = (touched: Touched): Touched => ({ ...touched, whole: true });
