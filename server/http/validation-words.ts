import type { Problem } from '@tokimori/contract/values';
import { formatDuration } from '@tokimori/law/time/minutes';
import type { z } from 'zod';
import { Refusal } from '../access/refusal.ts';
import { fieldName, holdsMinutes } from './field-words.ts';

type Issue = z.core.$ZodIssue;
type Field = NonNullable<Problem['fields']>[number];

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: '「はい」か「いいえ」',
  array: '一つ以上の値の並び',
  object: '項目と値の組',
  record: '項目と値の組',
};
const formats: Readonly<Record<string, string>> = {
  uuid: '番号(UUID)の形ではありません。画面を読み込み直して、もう一度操作してください。',
  datetime: '日時は 2026-11-04T08:22:10+09:00 のように入れてください。',
};

type Size = {
  readonly origin: string;
  readonly path: readonly PropertyKey[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
};

function sizeWords(issue: Size): string {
  const least = issue.minimum !== undefined;
  const bound = String(issue.minimum ?? issue.maximum);
  if (issue.origin === 'string') {
    if (least && bound === '1') return '入力してください。';
    return least ? `${bound}文字以上で入れてください。` : `${bound}文字以内で入れてください。`;
  }
  if (issue.origin === 'array') return least ? `${bound}件以上にしてください。` : `${bound}件以内にしてください。`;
  const said = holdsMinutes(issue.path) ? formatDuration(Number(bound)) : bound;
  return least
    ? `${said} より小さいため、受け付けられません。${said} 以上に直してください。`
    : `${said} を超えているため、受け付けられません。${said} までに直してください。`;
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
        : `${kinds[issue.expected] ?? '決められた形の値'}を入れてください。`;
    case 'too_small':
    case 'too_big':
      return sizeWords(issue);
    case 'invalid_format':
      return formats[issue.format] ?? toldBy(issue) ?? '書き方が違います。決められた形で入れてください。';
    case 'invalid_value':
      return '選べる値ではありません。画面を読み込み直して、選び直してください。';
    case 'unrecognized_keys':
      return '使えない項目です。画面を読み込み直して、もう一度操作してください。';
    default:
      return toldBy(issue) ?? '値が正しくありません。確かめて、入れ直してください。';
  }
}

type Told = Field & { readonly name: string };

function fieldsOf(issue: Issue): Told[] {
  const name = fieldName(issue.path);
  const path = issue.path.map((part, index) =>
    typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`,
  );
  const place = path.join('');
  if (issue.code !== 'unrecognized_keys') return [{ field: place, code: issue.code, message: wordsOf(issue), name }];
  const message = wordsOf(issue);
  return issue.keys.map((key) => ({ field: place === '' ? key : `${place}.${key}`, code: issue.code, message, name }));
}

/**
 * The refusal of an input that does not keep the contract: 400 `http.input`. People read what each thing is called and what to put there; `fields` names
 * every place for programs.
 */
export function invalidInput(error: z.ZodError): Refusal {
  const told = error.issues.flatMap(fieldsOf).slice(0, 50);
  const said = [...new Set(told.map(({ name, message }) => `${name}: ${message}`))].slice(0, 5);
  return new Refusal('http.input', {
    status: 400,
    title: '入力を確かめてください',
    detail: `入力に直すところがあるため、受け付けていません。${said.join(' ')}`,
    fields: told.map(({ name: _name, ...field }) => field),
  });
}
