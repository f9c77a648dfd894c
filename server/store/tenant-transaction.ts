import pg from 'pg';
import { writeTogether } from './connections.ts';
import { prepared } from './prepared.ts';
import { isConnectionError, StoreUnavailable } from './store-error.ts';
import type { Tx } from './tenant.ts';
import { judgeStatement, StatementDefect } from './tenant-rule.ts';

/**
 * Runs work inside one transaction of one municipality on a client. Begin, tenant and the first statements leave
 * together (the connection pipelines); the client is given back or, after a connection error, dropped.
 * @throws what work throws; StoreUnavailable when the connection breaks.
 */
export async function runTransaction<T>(
  client: pg.PoolClient,
  municipality: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const issued: Promise<unknown>[] = [];
  const track = <A>(answer: Promise<A>): Promise<A> => {
    // Its failure is seen by whoever awaits it, and by `settle`; until then it must not end the process.
    answer.catch(() => undefined);
    issued.push(answer);
    return answer;
  };
  const send = <R extends object>(text: string, values: readonly unknown[]): Promise<R[]> => {
    writeTogether(client);
    const query = { ...prepared(text, values), values: [...values] };
    return track(
      client.query<R>(query).then(
        (result) => result.rows,
        (error: unknown) => {
          throw withStatement(error, text);
        },
      ),
    );
  };
  let broken: unknown;
  try {
    writeTogether(client);
    void track(client.query(opening(municipality)));
    const tx = openTx(municipality, send, track);
    const result = await settle(issued, tx, work);
    await commit(client);
    return result;
  } catch (error) {
    if (error instanceof StoreUnavailable) {
      broken = error;
      throw error;
    }
    broken = await rollback(client, error);
    if (isConnectionError(error)) throw new StoreUnavailable('store.unavailable', error);
    throw error;
  } finally {
    client.release(broken !== undefined);
  }
}

/**
 * Runs one statement as a transaction of one municipality; all of it leaves together. When the statement fails the
 * server makes the commit a rollback.
 * @throws the statement's error; StoreUnavailable when the connection breaks (outcome unknown: repeat with the same ids).
 */
export async function runStatement<R extends object>(
  client: pg.PoolClient,
  municipality: string,
  { text, values, plan }: { text: string; values: readonly unknown[]; plan: 'kept' | undefined },
): Promise<R[]> {
  let broken = false;
  try {
    judgeValues(municipality, text, values);
    writeTogether(client);
    const [, answer, committed] = await Promise.allSettled([
      client.query(opening(municipality, plan)),
      client.query<R>({ ...prepared(text, values), values: [...values] }),
      client.query('commit'),
    ]);
    if (answer?.status === 'rejected') throw withStatement(answer.reason, text);
    if (committed?.status === 'rejected') throw committed.reason;
    return answer?.value.rows ?? [];
  } catch (error) {
    broken = isConnectionError(error);
    if (broken) throw new StoreUnavailable('store.outcome-unknown', error);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A plan that is kept was perhaps made when the table was empty: it must not read whole tables. */
const KEEP_PLAN = 'set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off; ';

/** Begins a transaction and binds it to a municipality: one message, one answer. */
function opening(municipality: string, plan?: 'kept'): string {
  const keep = plan === undefined ? '' : KEEP_PLAN;
  return `begin; ${keep}select tk.tenant(${pg.escapeLiteral(municipality)})`;
}

/** Every place at which the statement names the municipality must hold the transaction's own. */
function judgeValues(municipality: string, text: string, values: readonly unknown[]): void {
  for (const position of judgeStatement(text)) {
    if (values[position] === municipality) continue;
    throw new StatementDefect(`$${position + 1} must be the municipality of the transaction`, text);
  }
}

/** The text (never the values, which may be personal data) helps whoever reads the log. */
function withStatement(error: unknown, statement: string): unknown {
  return error instanceof Error ? Object.assign(error, { statement }) : error;
}

type Send = <R extends object>(text: string, values: readonly unknown[]) => Promise<R[]>;
type OpenTx = Tx & { readonly close: () => void };

function openTx(municipality: string, send: Send, track: <A>(answer: Promise<A>) => Promise<A>): OpenTx {
  let open = true;
  const judge = (text: string, values: readonly unknown[]): void => {
    if (!open) throw new StatementDefect('the transaction has ended', text);
    judgeValues(municipality, text, values);
  };
  return {
    municipality,
    query<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
      try {
        judge(text, values);
      } catch (defect) {
        return track(Promise.reject<R[]>(defect));
      }
      return send<R>(text, values);
    },
    close: () => {
      open = false;
    },
  };
}

/** Work is done when it says so and everything it issued has answered well, awaited or not. */
async function settle<T>(issued: Promise<unknown>[], tx: OpenTx, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    const result = await work(tx);
    tx.close();
    await Promise.all(issued);
    return result;
  } catch (error) {
    tx.close();
    const outcomes = await Promise.allSettled(issued);
    const first = outcomes.find((outcome) => outcome.status === 'rejected');
    // After a failed statement every later one fails with 25P02; the first failure is the cause.
    throw isAborted(error) && first !== undefined ? first.reason : error;
  }
}

function isAborted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25P02';
}

async function commit(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('commit');
  } catch (error) {
    if (isConnectionError(error)) throw new StoreUnavailable('store.outcome-unknown', error);
    throw error;
  }
}

/** @returns a reason to drop the client, if there is one. */
async function rollback(client: pg.PoolClient, error: unknown): Promise<unknown> {
  if (isConnectionError(error)) return error;
  try {
    await client.query('rollback');
    return undefined;
  } catch (failure) {
    return failure;
  }
}
