import { minuteOfDuty } from '@tokimori/wording/format';

/** Whether hours of a day have begun at `now` (ISO 8601); unknown while they cannot be read. */
export const isBegun = (now: string, date: string | undefined, from: number | null | undefined): boolean =>
  date !== undefined && from !== undefined && minuteOfDuty(now, date) > (from ?? 1440);
