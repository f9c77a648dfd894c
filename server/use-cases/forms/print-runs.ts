import { randomUUID } from 'node:crypto';
import type { readPrint } from '@tokimori/contract/forms';
import type { Answer } from '@tokimori/contract/route';
import { formDefinition } from '@tokimori/forms/catalogue';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName } from '../journal.ts';
import { monthDate } from '../reading/moment.ts';

/** A row of tk.print_run with the words that its file needs. */
export type PrintRow = {
  id: string;
  form: string;
  month: string;
  shape: 'pdf' | 'zip';
  state: 'running' | 'done' | 'failed';
  total: number;
  done: number;
  file_name: string;
  error: string;
  title: string;
  municipality_name: string;
};

const columns = `p.id, p.form, p.month, p.shape, p.state, p.total, p.done, p.file_name, p.error,
  (select m.name from tk.municipality m where m.code = p.municipality) as municipality_name`;

const titled = (row: Omit<PrintRow, 'title'>): PrintRow => ({
  ...row,
  title: formDefinition(row.form)?.title ?? row.form,
});

export async function findPrint(tx: Tx, id: string): Promise<PrintRow | null> {
  const [row] = await tx.query<Omit<PrintRow, 'title'>>(
    `select ${columns} from tk.print_run p where p.municipality = $1 and p.id = $2`,
    [tx.municipality, id],
  );
  return row === undefined ? null : titled(row);
}

/** The same request of the same person that is still being carried out. What asks for the same at once waits for the first. */
export async function findRunning(
  tx: Tx,
  { form, month, shape, actor }: Pick<Begun, 'form' | 'month' | 'shape' | 'actor'>,
): Promise<PrintRow | null> {
  const asker = actorName(actor);
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1 || '/print/' || $2, 0))`, [tx.municipality, asker]);
  const [row] = await tx.query<Omit<PrintRow, 'title'>>(
    `select ${columns} from tk.print_run p
     where p.municipality = $1 and p.state = 'running' and p.form = $2 and p.month = $3::date and p.shape = $4 and p.asked_by = $5
     order by p.asked_at desc limit 1`,
    [tx.municipality, form, monthDate(month), shape, asker],
  );
  return row === undefined ? null : titled(row);
}

type Begun = {
  readonly form: string;
  readonly title: string;
  readonly month: MonthIndex;
  readonly shape: 'pdf' | 'zip';
  readonly total: number;
  readonly fileName: string;
  readonly actor: Actor;
  readonly now: Date;
};
export async function beginPrint(
  tx: Tx,
  { form, month, shape, total, fileName, actor, now }: Begun,
): Promise<PrintRow> {
  const id = randomUUID();
  await tx.query(
    `insert into tk.print_run (municipality, id, form, month, shape, state, total, done, file_name, asked_by, asked_at)
     values ($1, $2, $3, $4::date, $5, 'running', $6, 0, $7, $8, $9)`,
    [tx.municipality, id, form, monthDate(month), shape, total, fileName, actorName(actor), now],
  );
  const row = await findPrint(tx, id);
  if (row === null) throw new Error('a print that was just begun is not there');
  return row;
}

export async function writeDone(tx: Tx, id: string, done: number): Promise<void> {
  await tx.query('update tk.print_run as p set done = $3 where p.municipality = $1 and p.id = $2', [
    tx.municipality,
    id,
    done,
  ]);
}

export async function endPrint(tx: Tx, id: string, state: 'done' | 'failed', error: string, now: Date): Promise<void> {
  await tx.query(
    'update tk.print_run as p set state = $3, error = $4, ended_at = $5 where p.municipality = $1 and p.id = $2',
    [tx.municipality, id, state, error, now],
  );
}

/** Runs that a stop of the server cut off. */
export async function failLeftOver(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `update tk.print_run as p set state = 'failed', ended_at = $2, error = $3 where p.municipality = $1 and p.state = 'running'`,
    [tx.municipality, now, 'サーバーが止まったため、途中で終わりました。もう一度印刷してください。'],
  );
}

/** Forgets runs asked for before a moment. @returns their ids, whose files are to be removed */
export async function clearOldPrints(tx: Tx, before: Date): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    'delete from tk.print_run as p where p.municipality = $1 and p.asked_at < $2 returning p.id',
    [tx.municipality, before],
  );
  return rows.map(({ id }) => id);
}

export const printView = (row: PrintRow): Answer<typeof readPrint> => ({
  id: row.id,
  title: row.title,
  month: row.month.slice(0, 7),
  state: row.state,
  total: row.total,
  done: row.done,
  fileName: row.file_name,
  error: row.error,
});
