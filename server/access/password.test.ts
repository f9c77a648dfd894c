import { describe, expect, test } from 'vitest';
import { flawsOf, hashPassword, passwordFits, passwordFitsNobody } from './password.ts';

describe('hashes', () => {
  test('are argon2id with 19 MiB and two passes, salted, and fit their password only', async () => {
    const [one, two] = await Promise.all([hashPassword('桜の木の下で-2026'), hashPassword('桜の木の下で-2026')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordFits(one, '桜の木の下で-2026')).toBe(true);
    expect(await passwordFits(one, '桜の木の下で-2027')).toBe(false);
  });

  test('do not depend on how a keyboard composes characters', async () => {
    const stored = await hashPassword('パスワードが長い'.normalize('NFD'));
    expect(await passwordFits(stored, 'パスワードが長い'.normalize('NFC'))).toBe(true);
  });

  test('a malformed hash and nobody fit no password', async () => {
    expect(await passwordFits('', 'anything')).toBe(false);
    expect(await passwordFits('$argon2id$broken', 'anything')).toBe(false);
    expect(await passwordFitsNobody('nobody-has-this-password')).toBe(false);
  });
});

describe('flawsOf', () => {
  const own = { login: '100001', current: 'aki-no-sora-wa-takai' };
  test.each([
    ['短い', 'abcdefgh1', 'password.short'],
    ['今と同じ', 'aki-no-sora-wa-takai', 'password.same'],
    ['職員番号を含む', 'yama100001kawa', 'password.login'],
    ['同じ文字の繰り返し', 'aaaaaabbbbbbcc', 'password.repeated'],
    ['広く知られた言葉', 'MyPassword2026', 'password.wellKnown'],
  ])('%s', (_name, password, code) => {
    expect(flawsOf(password, own)).toMatchObject([{ field: 'next', code }]);
  });
  test.each([['fuyu-no-hoshi-wa'], ['桜の木の下で眠る猫'], ['tz8#kQ2!vm']])('%s may be chosen', (password) => {
    expect(flawsOf(password.padEnd(10, '。'), own)).toEqual([]);
  });
});
