import { type EpochDay, parseLocalDate } from '@tokimori/law/time/civil';
import { refuse } from '../../access/refusal.ts';

/** A date someone typed: of the right form by the contract, but perhaps no day of the calendar (2月30日). */
export function dayInput(field: string, text: string): EpochDay {
  const day = parseLocalDate(text);
  if (day !== undefined) return day;
  return refuse('date.not-in-calendar', {
    title: '日付が正しくありません',
    detail: `${text} は暦にない日です。日付を確かめてください。`,
    fields: [{ field, code: 'not-in-calendar', message: '暦にある日を入力してください' }],
  });
}
