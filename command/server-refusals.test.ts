import { expect, it } from 'vitest';
import { formatRefusal, InputRefused } from './refusal.ts';
import { asRefusal } from './server-refusals.ts';

const what = { ja: 'サーバーを始められません。', en: 'The server cannot start.' };

async function told(error: Error): Promise<string> {
  const refused = await asRefusal(what, () => Promise.reject(error)).catch((thrown: unknown) => thrown);
  if (!(refused instanceof InputRefused)) throw refused;
  return formatRefusal(refused, 'ja');
}
const answer = (code: string, message: string) => Object.assign(new Error(message), { code, severity: 'FATAL' });

it.each([
  ['3D000', 'database "nosuch" does not exist', 'データベースの名前を確かめる'],
  ['28P01', 'password authentication failed for user "x"', '利用者名と合言葉'],
  ['42501', 'permission denied to create role', 'CREATEROLE'],
  ['XX000', 'something else', '設定を確かめて'],
])('an answer %s of the database is told with what to do', async (code, message, cure) => {
  const words = await told(answer(code, message));
  expect(words).toContain(`原因: データベースが受け付けません(${message})。`);
  expect(words).toMatch(new RegExp(`対処: .*${cure}`));
});

it('finds the answer beneath another error', async () => {
  const error = new Error('移行に失敗しました。', { cause: answer('42501', 'permission denied') });
  expect(await told(error)).toContain('CREATEROLE');
});

it('a database that cannot be reached is told by its reason', async () => {
  const cause = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });
  const error = Object.assign(new Error('store.unavailable', { cause }), { code: 'store.unavailable' });
  expect(await told(error)).toMatch(/原因: データベースにつながりません\(ECONNREFUSED\)。\n対処: .*ホストとポート/);
});

it('a defect stays a defect', async () => {
  const defect = new TypeError('x is undefined');
  await expect(told(defect)).rejects.toBe(defect);
});
