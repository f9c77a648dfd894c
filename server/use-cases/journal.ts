import { randomUUID } from 'node:crypto';
import { Refusal, refuse } from '../access/refusal.ts';
import type { Actor, Context } from '../context.ts';
import { markStale } from '../derive/stale.ts';
import type { Tx } from '../store/tenant.ts';

/** Who stands in the journal: the 職員番号, or the login of an account without one. */
export const actorName = (actor: Actor): string => actor.staff ?? actor.login;

/** Events of one stream, to be written behind the ones that are known to be there. */
export type Deed = {
  /** `overtime/<id>`, `correction/<id>`, `department/<code>` … */
  readonly stream: string;
  /** Number of the last event the deed was decided on; 0 = a new stream. */
  readonly after: number;
  readonly events: readonly { readonly kind: string; readonly data: object }[];
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly reason?: string;
  readonly occurredAt: Date;
};

/**
 * Appends a deed to the journal. Two deeds decided on the same state cannot both be written:
 * the later one is refused with 409 `record.changed` and its transaction is rolled back.
 * @returns number of the last event.
 */
export async function append(tx: Tx, deed: Deed): Promise<number> {
  const written = await Promise.all(
    deed.events.map((event, index) =>
      tx.query<{ seq: number }>(
        `insert into tk.event (municipality, stream, seq, id, kind, data, actor, on_behalf_of, reason, occurred_at, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) on conflict do nothing returning seq`,
        [
          tx.municipality,
          deed.stream,
          deed.after + index + 1,
          randomUUID(),
          event.kind,
          JSON.stringify(event.data),
          deed.actor,
          deed.onBehalfOf ?? null,
          deed.reason ?? '',
          deed.occurredAt,
        ],
      ),
    ),
  );
  if (written.some((rows) => rows.length === 0)) recordChanged();
  return deed.after + deed.events.length;
}

/** Someone else was faster. */
export function recordChanged(): never {
  refuse('record.changed', {
    status: 409,
    title: 'ほかの人が先に変更しました',
    detail: '開いている間に、この記録が変わりました。画面を読み込み直して、いまの内容を確かめてください。',
  });
}

/** Marks one duty date of a person to be derived again, in the transaction of the deed. */
export async function staleDay(tx: Tx, staff: string, dutyDate: string): Promise<void> {
  await markStale(tx, [{ staff, firstDate: dutyDate, lastDate: dutyDate }]);
}

/** Runs a deed in one transaction and, once it is durable, tells the deriver. */
export async function doDeed<T>(context: Context, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const answer = await context.store.tenant(actor.municipality, work);
  context.wakeDeriver(actor.municipality);
  return answer;
}

/**
 * As `doDeed`, for deeds that carry their own id: when the same deed comes twice at once, the later one is tried again and
 * finds that nothing is left to do.
 */
export async function doDeedOnce<T>(context: Context, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await doDeed(context, actor, work);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'record.changed') throw error;
    return doDeed(context, actor, work);
  }
}
