import type { Problem } from '@tokimori/contract/values';
import type { z } from 'zod';
import { Refusal } from '../access/refusal.ts';

type Issue = z.core.$ZodIssue;
type Field = NonNullable<Problem['fields']>[number];

const kinds: Readonly<Record<string, string>> = {
  string: '文字列',
  number: '数値',
  int: '整数',
  boolean: 'true か false',
  array: '配列',
  object: 'オブジェクト',
  record: 'オブジェクト',
};
const formats: Readonly<Record<string, string>> = {
  uuid: 'UUID を入れてください。',
  datetime: '日時は 2026-11-04T08:22:10+09:00 のように入れてください。',
};

function sizeWords(issue: { origin: string; minimum?: number | bigint; maximum?: number | bigint }): string {
  const least = issue.minimum !== undefined;
  const bound = String(issue.minimum ?? issue.maximum);
  if (issue.origin === 'string') {
    if (least && bound === '1') return '入力してください。';
    return least ? `${bound}文字以上で入れてください。` : `${bound}文字以内で入れてください。`;
  }
  if (issue.origin === 'array') return least ? `${bound}件以上にしてください。` : `${bound}件以内にしてください。`;
  return least ? `${bound}以上の値を入れてください。` : `${bound}以下の値を入れてください。`;
}

/** The contract's own words for its rule; the checker's are English and are not shown. */
function toldBy({ message }: Issue): string | undefined {
  return /\p{Script=Hiragana}/u.test(message) ? message : undefined;
}

/** What is wrong with a value and what to put there, in Japanese. */
function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? '入力してください。'
        : `${kinds[issue.expected] ?? issue.expected}を入れてください。`;
    case 'too_small':
    case 'too_big':
      return sizeWords(issue);
    case 'invalid_format':
      return formats[issue.format] ?? toldBy(issue) ?? '書き方が違います。決められた形で入れてください。';
    case 'invalid_value':
      return `次のどれかを入れてください: ${issue.values.map(String).join('、')}`;
    case 'unrecognized_keys':
      return `使えない項目です: ${issue.keys.join('、')}`;
    default:
      return toldBy(issue) ?? '値が正しくありません。確かめて、入れ直してください。';
  }
}

function fieldsOf(issue: Issue): Field[] {
  const path = issue.path.map((part, index) =>
    typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`,
  );
  const place = path.join('');
  if (issue.code !== 'unrecognized_keys') return [{ field: place, code: issue.code, message: wordsOf(issue) }];
  const message = wordsOf(issue);
  return issue.keys.map((key) => ({ field: place === '' ? key : `${place}.${key}`, code: issue.code, message }));
}

/** The refusal of an input that does not keep the contract: 400 `http.input`, naming every place. */
export function invalidInput(error: z.ZodError): Refusal {
  const fields = error.issues.flatMap(fieldsOf).slice(0, 50);
  return new Refusal('http.input', {
    status: 400,
    title: '入力を確かめてください',
    detail: fields
      .map(({ field, message }) => `${field}: ${message}`)
      .slice(0, 5)
      .join(' '),
    fields,
  });
}
