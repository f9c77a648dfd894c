import { parseLocalDate } from '@tokimori/law/time/civil';
import { holds } from './conditions.ts';
import { type Field, keyOf, type Part } from './definition.ts';
import type { Filled } from './given.ts';

/** A field that cannot stay as it is. `key` is empty where it is about the form as a whole. */
export type FilledProblem = { readonly key: string; readonly message: string };

const HOURS = /^\d{1,4}:[0-5]\d$/;

/**
 * What is wrong with values. A draft may be incomplete but not wrong; what is handed in must be both.
 * @param complete whether it is about to be handed in
 */
export function problemsOf(parts: readonly Part[], filled: Filled, complete: boolean): readonly FilledProblem[] {
  const fields = new Map(parts.flatMap((part) => part.fields.map((field) => [keyOf(part, field), field] as const)));
  const unknown = Object.keys(filled).filter((key) => !fields.has(key));
  return [
    ...unknown.map((key) => ({
      key,
      message: `「${key}」という欄はこの様式にありません。画面を読み込み直してください`,
    })),
    ...[...fields].flatMap(([key, field]) => {
      const asked = complete && isAsked(parts, filled, field);
      const message = problemOf(field, filled[key] ?? field.start ?? '', asked);
      return message === null ? [] : [{ key, message }];
    }),
  ];
}

const isEmpty = (value: string | readonly string[]): boolean =>
  typeof value === 'string' ? value.trim() === '' : value.length === 0;

/** Whether a field has to be filled in, as the others stand. */
const isAsked = (parts: readonly Part[], filled: Filled, { required, requiredWhen }: Field): boolean =>
  required || (requiredWhen !== undefined && holds(parts, filled, requiredWhen));

function problemOf(field: Field, value: string | readonly string[], asked: boolean): string | null {
  if (isEmpty(value)) return asked ? `${field.label}を入力してください` : null;
  if (field.kind === 'checks') {
    const chosen = typeof value === 'string' ? [value] : value;
    const strange = chosen.find((word) => !field.options.includes(word));
    return strange === undefined ? null : `${field.label}に「${strange}」は選べません`;
  }
  if (typeof value !== 'string') return `${field.label}は一つだけ入力してください`;
  return wrongText(field, value);
}

function wrongText(field: Field, value: string): string | null {
  switch (field.kind) {
    case 'line':
    case 'text':
      if ([...value].length > field.max) return `${field.label}は${field.max}字までで入力してください`;
      return field.kind === 'line' && value.includes('\n') ? `${field.label}は1行で入力してください` : null;
    case 'date':
      return parseLocalDate(value) === undefined ? `${field.label}は暦にある日付を入力してください` : null;
    case 'hours':
      return HOURS.test(value) ? null : `${field.label}は 12:30 のように時間と分で入力してください`;
    default:
      return field.options.includes(value) ? null : `${field.label}に「${value}」は選べません`;
  }
}
