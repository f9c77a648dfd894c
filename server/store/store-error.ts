/**
 * The database could not be asked, or its answer did not arrive. HTTP answers 503 and the caller repeats.
 * - `store.unavailable`: nothing was written.
 * - `store.outcome-unknown`: the connection broke during COMMIT; repeating with the same ids is safe and tells.
 */
export class StoreUnavailable extends Error {
  readonly code: 'store.unavailable' | 'store.outcome-unknown';
  constructor(code: 'store.unavailable' | 'store.outcome-unknown', cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** Terminated, starting up, shutting down, connection lost, too many connections, standby that takes no writes. */
const SQLSTATES = new Set(['57P01', '57P02', '57P03', '53300', '25006', '08000', '08003', '08006', '08001', '08004']);
const SYSTEM = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EHOSTUNREACH', 'ENOTFOUND']);
const SENTENCES = [
  'Connection terminated',
  'Query read timeout',
  'timeout expired',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Client was closed',
];

/** Whether an error says that the connection, not the statement, is at fault: the client must be dropped. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && (SQLSTATES.has(code) || SYSTEM.has(code))) return true;
  if (error instanceof AggregateError) return error.errors.some(isConnectionError);
  return SENTENCES.some((sentence) => error.message.startsWith(sentence));
}
