import { formatDuration, parseDuration } from '@tokimori/law/time/minutes';
import { type FormDefinition, keyOf, textOf } from './definition.ts';
import type { FilledProblem } from './filled.ts';
import type { Filled, Given } from './given.ts';

/**
 * What is typed and cannot be so, as it is handed in: a day on which something was done that is still to come, and hours below what the records have
 * already. A draft may say so: it is not handed in yet.
 * @param given the records as of the day on which it is handed in
 */
export function contradictionsOf(
  { parts: partsOf, least }: Pick<FormDefinition, 'parts' | 'least'>,
  given: Given,
  filled: Filled,
): readonly FilledProblem[] {
  const parts = partsOf(given);
  const fields = parts.flatMap((part) => part.fields.map((field) => ({ ...field, key: keyOf(part, field) })));
  const later = fields.flatMap((field) =>
    field.kind === 'date' && field.past === true && textOf(parts, filled, field.key) > given.on
      ? [{ key: field.key, message: `${field.label}は、今日までの日付を入力してください` }]
      : [],
  );
  const below = (least?.(given) ?? []).flatMap(({ key, minutes, what }) => {
    const typed = parseDuration(textOf(parts, filled, key));
    const label = fields.find((field) => field.key === key)?.label ?? '';
    return typed === undefined || typed >= minutes
      ? []
      : [{ key, message: `${label}は、${what}(${formatDuration(minutes)})以上の時間を入力してください` }];
  });
  return [...later, ...below];
}
