/** Whether the server answers, and when it last did. Pages keep their last figures and say so while it is away. */
export type Connection = { readonly away: boolean; readonly lastAnswerAt: string | null };

let connection: Connection = { away: false, lastAnswerAt: null };
const listeners = new Set<() => void>();

function change(next: Connection): void {
  connection = next;
  for (const listener of listeners) listener();
}

/** The server answered; its own clock (the `Date` header) tells when. */
export function answered(dateHeader: string | null): void {
  const at = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  const lastAnswerAt = Number.isNaN(at) ? connection.lastAnswerAt : new Date(at).toISOString();
  if (connection.away) change({ away: false, lastAnswerAt });
  else connection = { away: false, lastAnswerAt };
}

export function wentAway(): void {
  if (!connection.away) change({ ...connection, away: true });
}

export const readConnection = (): Connection => connection;

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
