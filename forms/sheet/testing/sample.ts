import { shiftMonth } from '@tokimori/wording/format';
import { type FormDefinition, keyOf, type Part } from '../definition.ts';
import type { Filled, Given, GivenPerson } from '../given.ts';
import { upTo } from '../words.ts';

/** A person of 保険年金課 for tests of forms: hours in minutes by month of the running fiscal year, from April. */
export function samplePerson(
  staff: string,
  name: string,
  hours: readonly number[],
  more: Partial<GivenPerson> = {},
): GivenPerson {
  const first = '2025-04';
  const months = Array.from({ length: 24 }, (_, at) => {
    const total = at < 12 ? 20 * 60 + 15 : (hours[at - 12] ?? null) === null ? null : (hours[at - 12] ?? 0) * 60;
    return {
      month: shiftMonth(first, at),
      total,
      exceptional: total === null ? null : 0,
      presence: total === null ? null : total + 90,
    };
  });
  return {
    staff,
    name,
    post: '主任',
    section: '市民部 保険年金課 国保係',
    managerial: false,
    externallyDriven: false,
    months,
    average: { months: 2, minutes: 50 * 60 },
    forecast: null,
    over: ['月45時間'],
    works: [{ work: '国民健康保険料の本算定', minutes: 40 * 60, exceptional: false }],
    ...more,
  };
}

/** A person with other minutes in one month. */
export const withMonth = (person: GivenPerson, month: string, total: number, exceptional = 0): GivenPerson => ({
  ...person,
  months: person.months.map((each) => (each.month === month ? { ...each, total, exceptional } : each)),
});

/** What the records of October 2026 tell of 保険年金課, as read on 5 November. */
export const sampleGiven = (more: Partial<Given> = {}): Given => ({
  municipality: '美汐市',
  month: '2026-10',
  on: '2026-11-05',
  section: '市民部 保険年金課',
  bureau: '市民部',
  head: { post: '課長', name: '高瀬 誠' },
  people: [
    samplePerson('100001', '森下 千尋', [12, 20, 35, 30, 28, 40, 52]),
    samplePerson('100002', '𠮷田 髙志', [45, 45, 45, 45, 45, 60, 82], { over: ['月45時間', '年360時間'] }),
  ],
  earlier: null,
  ...more,
});

type Texts = (field: Part['fields'][number] & { readonly max: number }) => string;

/** Every field of a form filled in, texts of one and of two lines. */
export const filledUp = (definition: FormDefinition, given: Given): Filled =>
  filledWith(definition, given, ({ kind, label, max }) =>
    (kind === 'line' ? `${label}を一行で` : `${label}について、二行にわたり\n記入した例です。`).slice(0, max),
  );

/** Every field filled in as long as it may be, in one go, with rare letters of names. */
export const filledLongest = (definition: FormDefinition, given: Given): Filled =>
  filledWith(definition, given, ({ max }) => upTo(max, '𠮷田髙志の担当する業務を'.repeat(max)));

/** Every field filled in with as many lines as it takes: more than any sheet has room for. */
export const filledWithLines = (definition: FormDefinition, given: Given): Filled =>
  filledWith(definition, given, ({ kind, max }) => (kind === 'line' ? '一行' : 'あ\n'.repeat(max / 2).trim()));

function filledWith(definition: FormDefinition, given: Given, texts: Texts): Filled {
  const value = (part: Part, field: Part['fields'][number]): string | readonly string[] => {
    switch (field.kind) {
      case 'line':
      case 'text':
        return texts(field);
      case 'date':
        return '2026-11-04';
      case 'hours':
        return '12:30';
      case 'choice':
        return field.options[0] ?? '';
      case 'checks':
        return field.options;
      default:
        throw new Error(`no value for ${part.id}`);
    }
  };
  return Object.fromEntries(
    definition.parts(given).flatMap((part) => part.fields.map((field) => [keyOf(part, field), value(part, field)])),
  );
}
