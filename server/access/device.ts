import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { memoryOf } from './memory.ts';

/** A terminal that proved itself by its token. */
export type Device = { readonly municipality: string; readonly device: string };
export type Devices = { readonly find: (authorization: string | undefined) => Promise<Device | undefined> };

const BEARER = /^Bearer (tkd_(\d{6})_([A-Za-z0-9_-]{43}))$/i;
/** A revoked token is of no use any more after this time. */
const REMEMBER_MS = 800;

/** A new token and the hash to be stored. The token itself is shown once and stored nowhere. */
export function newDeviceToken(municipality: string): { readonly token: string; readonly hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { token: `tkd_${municipality}_${secret}`, hash: hashOf(secret) };
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Terminals by the header `Authorization: Bearer tkd_…`; calls at the same time share one look-up. */
export function devicesOf(context: Context, rememberMs = REMEMBER_MS): Devices {
  const memory = memoryOf<Promise<Device | undefined>>(rememberMs);

  async function read(municipality: string, secret: string): Promise<Device | undefined> {
    const [row] = await context.store.tenant(municipality, (tx) =>
      tx.query<{ device: string }>(
        'select d.device from tk.device d where d.municipality = $1 and d.token_hash = $2 and d.revoked_at is null',
        [municipality, hashOf(secret)],
      ),
    );
    return row === undefined ? undefined : { municipality, device: row.device };
  }

  return {
    async find(authorization) {
      const parts = BEARER.exec(authorization ?? '');
      if (parts === null) return undefined;
      const [, token = '', municipality = '', secret = ''] = parts;
      const remembered = memory.get(token);
      if (remembered !== undefined) return remembered;
      const reading = read(municipality, secret);
      memory.set(token, reading);
      reading.catch(() => memory.forget((value) => value === reading));
      return reading;
    },
  };
}
