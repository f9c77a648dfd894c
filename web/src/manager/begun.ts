import { minuteOfDuty } from '@tokimori/wording/format';
import type { DecisionView } from './views.ts';

/** Whether hours of a day have begun at `now` (ISO 8601); unknown while they cannot be read. */
export const isBegun = (now: string, date: string | undefined, from: number | null | undefined): boolean =>
  date !== undefined && from !== undefined && minuteOfDuty(now, date) > (from ?? 1440);

/** Asked for in time, and the hours have begun: whoever orders it now says why. */
export const isDecidedLate = ({ afterTheFact, overtime }: DecisionView, now: string): boolean =>
  !afterTheFact && isBegun(now, overtime.date, overtime.from);
