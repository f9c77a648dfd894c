import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { dayOf, monthDate } from './moment.ts';

/** Overtime of a month per head of those with caps. Minutes. */
export type MonthSum = { readonly headcount: number; readonly overtime: number };

type Kept = { readonly stamp: string; readonly until: number; readonly sums: Map<MonthIndex, MonthSum | null> };

/** Past months hardly change; their sums are kept for a while, and thrown away when an import ended or days wait. */
const KEEP_MILLISECONDS = 10 * 60_000;
const kept = new Map<string, Kept>();

/**
 * Sums of past months by month. Those that were read lately are not read again while nothing waits to be derived and no
 * import has ended since.
 */
export async function readTrend(
  tx: Tx,
  months: readonly MonthIndex[],
  now: Date,
): Promise<ReadonlyMap<MonthIndex, MonthSum>> {
  const stamp = await readStamp(tx);
  const known = keptFor(tx.municipality, stamp, now.getTime());
  const missing = months.filter((month) => !known.has(month));
  const sums = new Map<MonthIndex, MonthSum>();
  for (const [month, sum] of known) if (sum !== null) sums.set(month, sum);
  if (missing.length === 0) return sums;
  const rows = await tx.query<{ month: string } & MonthSum>(
    `select r.month, count(*)::int as headcount, sum(r.overtime)::int as overtime from tk.month_record r
     where r.municipality = $1 and r.month = any($2::date[]) and not r.managerial group by r.month`,
    [tx.municipality, missing.map(monthDate)],
  );
  const read = new Map(rows.map(({ month, ...sum }) => [monthOf(dayOf(month)), sum]));
  for (const month of missing) {
    const sum = read.get(month) ?? null;
    if (sum !== null) sums.set(month, sum);
    known.set(month, sum);
  }
  return sums;
}

/** What the kept sums hold for: the latest import that ended; null while days wait to be derived. */
async function readStamp(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ ended: Date | null; waiting: boolean }>(
    `select (select max(i.finished_at) from tk.import_run i where i.municipality = $1) as ended,
       exists (select 1 from tk.stale_day d where d.municipality = $1)
         or exists (select 1 from tk.sweep w where w.municipality = $1) as waiting`,
    [tx.municipality],
  );
  return row === undefined || row.waiting ? null : String(row.ended?.getTime() ?? '');
}

function keptFor(municipality: string, stamp: string | null, now: number): Map<MonthIndex, MonthSum | null> {
  if (stamp === null) return new Map();
  const found = kept.get(municipality);
  if (found !== undefined && found.stamp === stamp && now < found.until && now >= found.until - KEEP_MILLISECONDS)
    return found.sums;
  const sums = new Map<MonthIndex, MonthSum | null>();
  kept.set(municipality, { stamp, until: now + KEEP_MILLISECONDS, sums });
  return sums;
}
