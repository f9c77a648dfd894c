import type { z } from 'zod';
import type { Complaint } from '../refusal.ts';
import type { ValueDefect } from './values.ts';

/** `['staff', 0, 'months', 2]` → staff[0].months[2]. */
function pathOf(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${part}]`;
    return path === '' ? String(part) : `${path}.${String(part)}`;
  }, '');
}

/** A complaint about one place of the input. */
export function complain(
  path: string,
  ja: readonly [why: string, cure: string],
  en: readonly [why: string, cure: string],
): Complaint {
  const at = path === '' ? { ja: '入力', en: 'input' } : { ja: path, en: path };
  return { why: { ja: `${at.ja}: ${ja[0]}`, en: `${at.en}: ${en[0]}` }, cure: { ja: ja[1], en: en[1] } };
}

type Sentence = (value: string) => readonly [ja: readonly [string, string], en: readonly [string, string]];

const valueSentences: Readonly<Record<ValueDefect, Sentence>> = {
  duration: (value) => [
    [`「${value}」は時間として読めません。`, '0:00 以上の h:mm(分は 00 から 59)で書いてください。例 "45:00"'],
    [`"${value}" is not a duration.`, 'Write h:mm, not negative, minutes 00 to 59, such as "45:00".'],
  ],
  month: (value) => [
    [`「${value}」は年月として読めません。`, '1873年から2199年までの年月を YYYY-MM で書いてください。例 "2026-04"'],
    [`"${value}" is not a month.`, 'Write YYYY-MM of 1873 to 2199, such as "2026-04".'],
  ],
  date: (value) => [
    [
      `「${value}」は暦にある日付として読めません。`,
      '1873年から2199年までの日付を YYYY-MM-DD で書いてください。例 "2026-09-30"',
    ],
    [`"${value}" is not a day of the calendar.`, 'Write YYYY-MM-DD of 1873 to 2199, such as "2026-09-30".'],
  ],
  yearStart: (value) => [
    [`「${value}」は協定の1年の始まりの月として読めません。`, '1 から 12 の月か、YYYY-MM で書いてください。'],
    [`"${value}" is not a start month.`, 'Write a month from 1 to 12, or YYYY-MM.'],
  ],
};

const kindsOfValue: Readonly<Record<string, { ja: string; en: string }>> = {
  string: { ja: '引用符で囲んだ文字', en: 'text in quotation marks' },
  number: { ja: '数', en: 'a number' },
  int: { ja: '整数', en: 'a whole number' },
  array: { ja: '[ ] で囲んだ並び', en: 'a list in [ ]' },
  object: { ja: '{ } で囲んだ項目', en: 'members in { }' },
};

const missing = (path: string, choices?: readonly unknown[]): Complaint =>
  choices === undefined
    ? complain(path, ['必要な項目がありません。', '項目を加えてください。'], ['This member is needed.', 'Add it.'])
    : complain(
        path,
        ['必要な項目がありません。', `${choices.join('、')} のどれかを加えてください。`],
        ['This member is needed.', `Add one of ${choices.join(', ')}.`],
      );

function complainType(issue: z.core.$ZodIssueInvalidType, path: string): Complaint {
  if (issue.input === undefined) return missing(path);
  const needed = kindsOfValue[issue.expected] ?? { ja: issue.expected, en: issue.expected };
  return complain(
    path,
    [`値 ${JSON.stringify(issue.input)} の種類が違います。`, `${needed.ja}で書いてください。`],
    [`${JSON.stringify(issue.input)} is of the wrong kind.`, `Write ${needed.en}.`],
  );
}

function complainRange(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, path: string): Complaint {
  if (issue.origin === 'string') {
    return complain(path, ['空です。', '値を書いてください。'], ['It is empty.', 'Write a value.']);
  }
  const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const [ja, en] = issue.code === 'too_small' ? ['以上', 'at least'] : ['以下', 'at most'];
  return complain(
    path,
    [`値 ${JSON.stringify(issue.input)} は範囲の外です。`, `${bound} ${ja}で書いてください。`],
    [`${JSON.stringify(issue.input)} is out of range.`, `Write ${en} ${bound}.`],
  );
}

/** The complaints of one issue of the schema: an unknown key is one complaint each. */
export function complaintsOf(issue: z.core.$ZodIssue, before: readonly PropertyKey[] = []): readonly Complaint[] {
  const parts = [...before, ...issue.path];
  const path = pathOf(parts);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        complain(
          pathOf([...parts, key]),
          ['知らない項目です。', '項目の名前を確かめて直すか、取り除いてください。'],
          ['This member is not known.', 'Check its name, or remove it.'],
        ),
      );
    case 'invalid_type':
      return [complainType(issue, path)];
    case 'invalid_value':
      if (issue.input === undefined) return [missing(path, issue.values)];
      return [
        complain(
          path,
          [`値 ${JSON.stringify(issue.input)} は使えません。`, `${issue.values.join('、')} のどれかを書いてください。`],
          [`${JSON.stringify(issue.input)} is not allowed.`, `Write one of ${issue.values.join(', ')}.`],
        ),
      ];
    case 'too_small':
    case 'too_big':
      return [complainRange(issue, path)];
    case 'invalid_union':
      return complaintsOf(issue.errors.flat().at(-1) ?? { ...issue, code: 'custom', params: {} }, parts);
    default: {
      const params: Readonly<Record<string, unknown>> = issue.code === 'custom' ? (issue.params ?? {}) : {};
      const sentence = valueSentences[params.defect as ValueDefect];
      if (sentence === undefined)
        return [complain(path, [issue.message, '値を直してください。'], [issue.message, 'Correct the value.'])];
      return [complain(path, ...sentence(String(params.value)))];
    }
  }
}
