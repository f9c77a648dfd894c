import type { EpochDay } from '@tokimori/law/time/civil';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { Clock } from './runtime/clock.ts';
import type { Store, Tx } from './store/tenant.ts';

/** The little of a logger that the rooms need (pino fits). */
export type Log = {
  info(fields: object, message?: string): void;
  warn(fields: object, message?: string): void;
  error(fields: object, message?: string): void;
};

/** What every use case is given. */
export type Context = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** The municipal parameters in force on a day; read inside the caller's transaction and remembered for some seconds. */
  readonly parameters: (tx: Tx, on: EpochDay) => Promise<Parameters>;
  /** Tells the deriver that there are stale days (it also looks by itself). */
  readonly wakeDeriver: (municipality: string) => void;
};

/** Who acts. Found by the session or the device token; carried into the journal. */
export type Actor = {
  readonly municipality: string;
  readonly login: string;
  readonly staff: string | null;
  readonly roles: readonly ('staff' | 'manager' | 'hr' | 'executive' | 'auditor' | 'admin' | 'union' | 'deputy')[];
};
