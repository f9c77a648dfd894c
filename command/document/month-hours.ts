import { formatDuration, type Minutes } from '@tokimori/law/time/minutes';
import { formatYearMonth, lengthOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Complaint } from '../refusal.ts';
import { complain } from './complaints.ts';

/** Hours that a month does not have, at `path`. */
export function beyondMonth(path: string, month: MonthIndex, minutes: Minutes): readonly Complaint[] {
  const whole = lengthOf(month) * 1440;
  if (minutes <= whole) return [];
  return [
    complain(
      path,
      [
        `${formatYearMonth(month)} の全時間 ${formatDuration(whole)} より長くなっています。`,
        '時間数を確かめてください。',
      ],
      [`It is longer than the whole month (${formatDuration(whole)}).`, 'Check the hours.'],
    ),
  ];
}
