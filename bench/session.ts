import type { Caller } from './load.ts';

/** Headers of somebody who is signed in: for reading and for deeds. */
export type Session = { readonly headers: Readonly<Record<string, string>> };

/** Signs in. @throws when the product does not let in */
export async function signedIn(call: Caller, municipality: string, login: string, password: string): Promise<Session> {
  const answer = await call('POST', '/api/v1/session', {}, JSON.stringify({ municipality, login, password }));
  const cookie = answer.cookies[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`no session: ${answer.status} ${answer.body}`);
  const me = await call('GET', '/api/v1/me', { cookie });
  const { csrf }: { csrf: string } = JSON.parse(me.body);
  return { headers: { cookie, 'x-csrf-token': csrf } };
}
