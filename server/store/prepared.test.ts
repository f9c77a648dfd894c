import { expect, test } from 'vitest';
import { prepared } from './prepared.ts';

const text =
  'select s.staff from tk.staff s where s.municipality = $1 and s.staff = any($2) and s.joined_on = any($3::date[])';
const many = Array.from({ length: 101 }, (_, i) => `${i}`);

test('asks for a list of one as one value, by its own type', () => {
  const { text: sent, name } = prepared(text, ['131016', ['100001'], ['2026-04-01']]);
  expect(sent).toContain('s.staff = ($2::text[])[1] and s.joined_on = ($3::date[])[1]');
  expect(name).toMatch(/^[\w-]{22}$/);
});

test('keeps one plan for short lists, another where one of them has one entry', () => {
  const two = prepared(text, ['131016', ['100001', '100002'], ['2026-04-01', '2026-05-01']]);
  const none = prepared(text, ['131016', [], null]);
  const one = prepared(text, ['131016', ['100001'], ['2026-04-01', '2026-05-01']]);
  expect(two).toBe(none);
  expect(two.text).toBe(text);
  expect(one.name).not.toBe(two.name);
});

test('leaves a long list to be planned for its values', () => {
  expect(prepared(text, ['131016', many, ['2026-04-01']])).toEqual({ text });
  expect(prepared(text, ['131016', ['100001'], many])).toEqual({ text });
});

test('names a statement without a list by its text alone', () => {
  const plain = 'select 1 from tk.staff s where s.municipality = $1';
  expect(prepared(plain, ['131016'])).toBe(prepared(plain, ['272019']));
});
