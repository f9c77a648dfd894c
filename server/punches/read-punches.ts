import { punch } from '@tokimori/contract/punches';
import type { SentPunch } from './punch.ts';

const KEYS = new Set(['id', 'staffNumber', 'card', 'occurredAt', 'direction']);

/**
 * The body of `recordPunches`, looked at by hand because it is the hottest call of the house; undefined when it does not
 * keep the contract, whose schema then says what is wrong. Accepts exactly what the schema accepts.
 */
export function readPunches(body: unknown): { readonly punches: readonly SentPunch[] } | undefined {
  if (!isRecord(body) || Object.keys(body).length !== 1 || !Array.isArray(body.punches)) return undefined;
  const { punches } = body;
  if (punches.length < 1 || punches.length > 1000 || !punches.every(isPunch)) return undefined;
  return { punches };
}

function isPunch(value: unknown): value is SentPunch {
  if (!isRecord(value)) return false;
  for (const key in value) if (!KEYS.has(key)) return false;
  const { id, staffNumber, card, occurredAt, direction } = value;
  if (typeof id !== 'string' || id.length > 64 || typeof occurredAt !== 'string' || occurredAt.length > 64)
    return false;
  if (direction !== 'in' && direction !== 'out' && direction !== 'unknown') return false;
  if (card !== undefined) return staffNumber === undefined && punch.safeParse(value).success;
  return typeof staffNumber === 'string' && staffNumber.length >= 1 && staffNumber.length <= 20;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
