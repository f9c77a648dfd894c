import type { DutyDayState } from '@tokimori/law/working-time/types';

/** How a day's state is stored in `month_record.day_state`; positions are frozen, new ones are appended. */
export const dayStates: readonly DutyDayState[] = [
  'dayOff',
  'holiday',
  'future',
  'open',
  'classified',
  'noRecord',
  'missingOut',
  'missingIn',
];
