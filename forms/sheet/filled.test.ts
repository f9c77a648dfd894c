import { describe, expect, it } from 'vitest';
import type { Field, Part } from './definition.ts';
import { problemsOf } from './filled.ts';
import type { Filled } from './given.ts';

type Kind = Field['kind'];
type More = Partial<Pick<Field, 'required' | 'start'>>;

function fieldOf(kind: Kind, more: More): Field {
  const base = { id: 'field', label: '理由', required: false, ...more };
  if (kind === 'line' || kind === 'text') return { ...base, kind, max: 5 };
  return kind === 'choice' || kind === 'checks' ? { ...base, kind, options: ['甲', '乙'] } : { ...base, kind };
}
const partWith = ({ kind, ...more }: More & { readonly kind: Kind }): readonly Part[] => [
  { id: 'part', title: '欄', fields: [fieldOf(kind, more)] },
];
const told = (field: Parameters<typeof partWith>[0], value: string | readonly string[], complete = false) =>
  problemsOf(partWith(field), { 'part.field': value }, complete).map(({ message }) => message);

describe('a field takes what it is for, and tells anything else', () => {
  it.each<[Kind, string | readonly string[]]>([
    ['line', 'あいうえお'],
    ['line', '𠮷𠮷𠮷𠮷𠮷'],
    ['text', 'あ\nい\nう'],
    ['date', '2028-02-29'],
    ['hours', '0:00'],
    ['hours', '9999:59'],
    ['choice', '甲'],
    ['checks', ['甲', '乙']],
    ['checks', ['乙']],
    ['checks', '甲'],
  ])('%s takes %j', (kind, value) => {
    expect(told({ kind }, value, true)).toEqual([]);
  });

  it.each<[Kind, string | readonly string[], string]>([
    ['line', 'あいうえおか', '理由は5字までで入力してください'],
    ['line', '𠮷𠮷𠮷𠮷𠮷𠮷', '理由は5字までで入力してください'],
    ['line', 'あ\nい', '理由は1行で入力してください'],
    ['text', 'あ\nい\nうえ', '理由は5字までで入力してください'],
    ['line', ['あ'], '理由は一つだけ入力してください'],
    ['date', '2026-02-29', '理由は暦にある日付を入力してください'],
    ['date', '令和8年11月5日', '理由は暦にある日付を入力してください'],
    ['date', '2026-11-5', '理由は暦にある日付を入力してください'],
    ['hours', '12', '理由は 12:30 のように時間と分で入力してください'],
    ['hours', '12:60', '理由は 12:30 のように時間と分で入力してください'],
    ['hours', '-1:00', '理由は 12:30 のように時間と分で入力してください'],
    ['hours', '10000:00', '理由は 12:30 のように時間と分で入力してください'],
    ['hours', '１２:３０', '理由は 12:30 のように時間と分で入力してください'],
    ['choice', '丙', '理由に「丙」は選べません'],
    ['choice', ['甲', '乙'], '理由は一つだけ入力してください'],
    ['checks', ['甲', '丙'], '理由に「丙」は選べません'],
  ])('%s tells %j, as a draft too', (kind, value, message) => {
    expect(told({ kind }, value, false)).toEqual([message]);
    expect(told({ kind }, value, true)).toEqual([message]);
  });
});

describe('what is required', () => {
  it.each<[Kind, string | readonly string[]]>([
    ['line', ''],
    ['text', ' \n　'],
    ['date', ''],
    ['hours', ''],
    ['choice', ''],
    ['checks', []],
  ])('%s may be empty in a draft, and not when it is handed in', (kind, empty) => {
    expect(told({ kind, required: true }, empty, false)).toEqual([]);
    expect(told({ kind, required: true }, empty, true)).toEqual(['理由を入力してください']);
    expect(told({ kind, required: false }, empty, true)).toEqual([]);
  });

  it('is there where it starts with something, until that is taken out', () => {
    const parts = partWith({ kind: 'line', required: true, start: '初め' });
    expect(problemsOf(parts, {}, true)).toEqual([]);
    expect(problemsOf(parts, { 'part.field': '' }, true)).toEqual([
      { key: 'part.field', message: '理由を入力してください' },
    ]);
  });

  it('tells a start that is wrong as if it were typed', () => {
    expect(problemsOf(partWith({ kind: 'line', start: 'あいうえおか' }), {}, false)).toHaveLength(1);
  });
});

describe('what is required once something else is filled in so', () => {
  const parts = (start?: string): readonly Part[] => [
    {
      id: 'a',
      title: '',
      fields: [
        {
          id: 'kind',
          label: '種類',
          kind: 'choice',
          options: ['甲', 'その他'],
          required: false,
          ...(start === undefined ? {} : { start }),
        },
        { id: 'year', label: '年', kind: 'hours', required: false },
      ],
    },
    {
      id: 'b',
      title: '',
      fields: [
        {
          id: 'why',
          label: '具体的理由',
          kind: 'text',
          max: 9,
          required: false,
          requiredWhen: { key: 'a.kind', is: 'その他' },
        },
        {
          id: 'review',
          label: '検討',
          kind: 'text',
          max: 9,
          required: false,
          requiredWhen: { key: 'a.year', above: 720 * 60 },
        },
      ],
    },
  ];
  const asked = (filled: Filled, start?: string) => problemsOf(parts(start), filled, true).map(({ key }) => key);

  it.each<[Filled, readonly string[]]>([
    [{}, []],
    [{ 'a.kind': '甲' }, []],
    [{ 'a.kind': 'その他' }, ['b.why']],
    [{ 'a.kind': 'その他', 'b.why': '事情' }, []],
    [{ 'a.year': '720:00' }, []],
    [{ 'a.year': '720:01' }, ['b.review']],
    [{ 'a.year': '720:01', 'b.review': '検討中' }, []],
    [{ 'a.year': '多い' }, ['a.year']],
  ])('%j asks for %j', (filled, keys) => {
    expect(asked(filled)).toEqual(keys);
  });

  it('goes by what a field starts with, and asks nothing of a draft', () => {
    expect(asked({}, 'その他')).toEqual(['b.why']);
    expect(asked({ 'a.kind': '甲' }, 'その他')).toEqual([]);
    expect(problemsOf(parts('その他'), {}, false)).toEqual([]);
  });
});

it('tells a field that the form does not have', () => {
  expect(problemsOf(partWith({ kind: 'line' }), { 'part.other': 'x' }, false)).toEqual([
    { key: 'part.other', message: '「part.other」という欄はこの様式にありません。画面を読み込み直してください' },
  ]);
});
