import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import type { Allotment } from './types.ts';

/**
 * 勤務間のインターバル (人事院規則15―14第1条の2, from 2024-04-01): rest from the last end of work to the next start.
 * 職職―78 gives 11:00 as the yardstick; the target itself is the municipality's.
 */

/** A moment as duty dates tell it; `minute` may pass 24:00. */
export type DutyMoment = { readonly date: EpochDay; readonly minute: Minutes };

const DAY = 24 * 60;

/** Minutes between two moments; negative when the next start lies before the end. */
export function restBetweenShifts(lastEnd: DutyMoment, nextStart: DutyMoment): Minutes {
  return (nextStart.date - lastEnd.date) * DAY + nextStart.minute - lastEnd.minute;
}

/**
 * The next start of allotted hours after a duty date: 週休日 and 休日 are rest.
 * @param allotmentOf the person's allotment of a day.
 * @param within how many days ahead to look.
 * @returns undefined when no duty day lies within them.
 */
export function nextAllottedStart(
  after: EpochDay,
  allotmentOf: (day: EpochDay) => Allotment,
  within = 31,
): DutyMoment | undefined {
  for (let date = after + 1; date <= after + within; date += 1) {
    const allotment = allotmentOf(date);
    if (allotment.kind === 'dutyDay') return { date, minute: allotment.hours.from };
  }
  return undefined;
}

/** What is missing to the target, 0 when it is reached. */
export function restShortage(rest: Minutes, target: Minutes): Minutes {
  return Math.max(0, target - rest);
}

/** The earliest start that keeps the target after this end. */
export function earliestStart(lastEnd: DutyMoment, target: Minutes): DutyMoment {
  const at = lastEnd.date * DAY + lastEnd.minute + target;
  return { date: Math.floor(at / DAY), minute: ((at % DAY) + DAY) % DAY };
}
