import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { load } from './load.ts';

/**
 * The floor of this machine in this run: single-row inserts, each its own commit, over a pool of as many connections as
 * the load has clients. No HTTP, no checks, no row-level security.
 */
export async function rawInserts(url: string, clients: number, amount: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  try {
    await pool.query(
      'create table if not exists bench_floor (municipality char(6), month date, staff text, occurred_at timestamptz, id uuid, direction text, primary key (municipality, month, staff, occurred_at, id))',
    );
    const at = new Date();
    const insert = { name: 'floor', text: 'insert into bench_floor values ($1, $2, $3, $4, $5, $6)' };
    const result = await load(clients, amount, async (nth) => {
      await pool.query({
        ...insert,
        values: ['995001', '2026-10-01', String(100_000 + (nth % 40_000)), at, randomUUID(), 'in'],
      });
    });
    await pool.query('drop table bench_floor');
    return result.done / result.seconds;
  } finally {
    await pool.end();
  }
}
