import { type EpochDay, formatLocalDate, weekdayOf } from '@tokimori/law/time/civil';
import { formatEraDate } from '@tokimori/law/time/eras';
import { formatDuration, type Minutes } from '@tokimori/law/time/minutes';

const WEEKDAYS = '日月火水木金土';

/** 令和8年10月23日(金). */
export function showDay(day: EpochDay): string {
  return `${formatEraDate(day) ?? formatLocalDate(day)}(${WEEKDAYS[weekdayOf(day)]})`;
}

/** A time of a duty date (`26:10` beyond midnight) or a length, as `h:mm`; empty when there is none. */
export const showMinutes = (minutes: Minutes | null): string => (minutes === null ? '' : formatDuration(minutes));

export const showFlag = (flag: boolean): string => (flag ? 'はい' : '');
export const showAmount = (amount: number | null): string =>
  amount === null ? '' : `${amount.toLocaleString('ja-JP')}円`;
export const showStaff = (staff: string, names: ReadonlyMap<string, string>): string =>
  `${staff} ${names.get(staff) ?? ''}`.trim();
