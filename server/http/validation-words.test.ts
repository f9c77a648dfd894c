import { addDevice, journal } from '@tokimori/contract/administration';
import { recordPunches } from '@tokimori/contract/punches';
import { signIn } from '@tokimori/contract/session';
import { date, instant, month, uuid } from '@tokimori/contract/values';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../access/refusal.ts';
import { invalidInput } from './validation-words.ts';

function fieldsOf(schema: z.ZodType, value: unknown) {
  const found = schema.safeParse(value, { reportInput: true });
  if (found.success) return [];
  const refusal = invalidInput(found.error);
  expect(refusal).toBeInstanceOf(Refusal);
  return (refusal.words.fields ?? []).map(({ field, message }) => `${field}: ${message}`);
}

const punch = {
  id: '0198c2f0-0000-7000-8000-000000000001',
  occurredAt: '2026-11-04T08:22:10+09:00',
  direction: 'in',
};

it.each([
  ['neither number nor card', punch],
  ['both', { ...punch, staffNumber: '100001', card: { kind: 'idm', value: '0123456789ABCDEF' } }],
])('a punch with %s is told which of them to send', (_, sent) => {
  expect(fieldsOf(recordPunches.body, { punches: [sent] })).toContain(
    'punches[0]: staffNumber(職員番号)か card(カード)の、どちらか一方だけを入れてください。',
  );
});

it('people read what the fields are called and how long a time may be, never names of the program', () => {
  const schema = z.strictObject({
    from: z.number().max(2880),
    kind: z.enum(['standIn', 'delegated']),
    people: z.number().max(99),
    spans: z.array(z.object({ occurredAt: z.string() })),
    inner: z.string(),
  });
  const sent = { from: 3000, kind: 'x', people: 100, spans: [{ occurredAt: 1 }], more: 1 };
  const found = schema.safeParse(sent, { reportInput: true });
  const refusal = found.success ? undefined : invalidInput(found.error);
  expect(refusal?.words.detail).toBe(
    [
      '入力に直すところがあるため、受け付けていません。',
      '始まり: 48:00 を超えているため、受け付けられません。48:00 までに直してください。 ',
      '種類: 選べる値ではありません。画面を読み込み直して、選び直してください。 ',
      '人数: 99 を超えているため、受け付けられません。99 までに直してください。 ',
      '打刻の日時(1件目): 文字を入れてください。 ',
      '入力した項目: 入力してください。',
    ].join(''),
  );
  expect(refusal?.words.fields?.map(({ field }) => field)).toEqual([
    'from',
    'kind',
    'people',
    'spans[0].occurredAt',
    'inner',
    'more',
  ]);
});

it('a code of five digits is told how many there are', () => {
  expect(fieldsOf(signIn.body, { municipality: '99201', login: '100001', password: 'x' })).toEqual([
    'municipality: 団体コードは6桁の数字で入れてください。',
  ]);
});

it.each<[z.ZodType, unknown, RegExp]>([
  [date, '2026/11/04', /日付は 2026-11-04/],
  [month, '2026-13', /月は 2026-11/],
  [instant, '2026-11-04', /日時は 2026-11-04T/],
  [uuid, 'x', /UUID/],
  [addDevice.body, { device: '玄関', name: '玄関' }, /英数字/],
  [journal.query, { before: 'x' }, /next/],
  [z.string().regex(/^x$/), 'y', /書き方が違います/],
  [z.union([z.literal(1), z.array(z.string())]), 'y', /値が正しくありません/],
  [z.number().refine(() => false, 'an English word'), 1, /値が正しくありません。確かめて/],
])('the message is Japanese (%#)', (schema, value, expected) => {
  const [message = ''] = fieldsOf(schema, value);
  expect(message).toMatch(expected);
  expect(message).not.toMatch(/[a-z]{3,} [a-z]{2,}/i);
});
