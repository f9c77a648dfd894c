import { minuteOfDuty } from '@tokimori/wording/format';
import type { TodayView } from './views.ts';

type Seen = Pick<TodayView, 'day' | 'dutyDate' | 'records'>;

/**
 * When the person came or left today, in minutes of the duty date; null while it is open. The records answer at once,
 * the day derived from them a moment later: a punch just made counts here before the day knows it.
 */
export function recordedAt({ day, dutyDate, records }: Seen, direction: 'in' | 'out'): number | null {
  const punches = records
    .filter((record) => record.source !== 'pc' && record.direction !== 'unknown')
    .map((record) => ({ minute: minuteOfDuty(record.occurredAt, dutyDate), direction: record.direction }))
    .sort((a, b) => a.minute - b.minute);
  if (direction === 'in') return day.firstIn ?? punches.find((punch) => punch.direction === 'in')?.minute ?? null;
  const last = punches.at(-1);
  if (last !== undefined) return last.direction === 'out' ? last.minute : null;
  return day.state === 'open' ? null : day.lastOut;
}
