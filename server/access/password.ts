import { hash, verify } from '@node-rs/argon2';
import type { Problem } from '@tokimori/contract/values';
import { gateOf } from './gate.ts';

/** argon2id, 19 MiB, two passes. The library computes on its own threads; two at a time keep the machine responsive. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const gate = gateOf(2, 200);

/** PHC string of a password, to be stored. */
export const hashPassword = (password: string): Promise<string> => gate(() => hash(password.normalize('NFC'), options));

/** Whether a password belongs to a stored hash. A malformed hash belongs to no password. */
export const passwordFits = (stored: string, password: string): Promise<boolean> =>
  gate(() => verify(stored, password.normalize('NFC')).catch(() => false));

let decoy: Promise<string> | undefined;
/** Takes as long as `passwordFits` and is always false: for logins that do not exist. */
export async function passwordFitsNobody(password: string): Promise<false> {
  decoy ??= hashPassword('nobody-has-this-password');
  await passwordFits(await decoy, password);
  return false;
}

const SHORTEST = 10;
const wellKnown = [
  'password',
  'passw0rd',
  'qwerty',
  'administrator',
  'letmein',
  'welcome',
  '1234567890',
  '0123456789',
  'abcdefghij',
];

type Flaw = NonNullable<Problem['fields']>[number];
const flaw = (code: string, message: string): Flaw => ({ field: 'next', code, message });

/** Why a password may not be chosen; empty when it may. Length counts, not the mixture of kinds of characters. */
export function flawsOf(password: string, own: { login: string; current: string }): Flaw[] {
  const text = password.normalize('NFC');
  const lower = text.toLowerCase();
  if ([...text].length < SHORTEST) return [flaw('password.short', `${SHORTEST}文字以上にしてください。`)];
  if (text === own.current.normalize('NFC')) return [flaw('password.same', '今のパスワードと違うものにしてください。')];
  if (own.login.length >= 3 && lower.includes(own.login.toLowerCase())) {
    return [flaw('password.login', '職員番号(ログイン名)を含まないものにしてください。')];
  }
  if (new Set(text).size < 4)
    return [flaw('password.repeated', '同じ文字の繰り返しです。4種類以上の文字を使ってください。')];
  if (wellKnown.some((word) => lower.includes(word))) {
    return [flaw('password.wellKnown', '広く知られた言葉や並びが入っています。ほかの言葉にしてください。')];
  }
  return [];
}
