import type { Minutes } from '@tokimori/law/time/minutes';
import { netHolidayWork, netOvertime } from '@tokimori/law/working-time/net-overtime';
import type { Allotment, Span } from '@tokimori/law/working-time/types';

/** How long a span of work outside regular hours is. Minutes, net of breaks. */
export type OvertimeLength = {
  /** All of it: overtime, and on a 休日 the work inside the allotted hours. */
  readonly minutes: Minutes;
  /** Of it, what counts for the caps: work inside the allotment of a 休日 does not (正規の勤務時間). */
  readonly counted: Minutes;
};

/** Length of a span on a duty date so allotted, as the law counts it. */
export function lengthOf(span: Span, allotment: Allotment): OvertimeLength {
  if (span.until <= span.from) return { minutes: 0, counted: 0 };
  const counted = netOvertime(span, allotment);
  return { minutes: counted + netHolidayWork(span, allotment), counted };
}

/**
 * The latest end of a span from `from` whose counted length keeps within `room` minutes, but not later than `until`.
 * @returns null when not even one counted minute has room.
 */
export function latestUntil(span: Span, allotment: Allotment, room: Minutes): Minutes | null {
  if (room <= 0) return null;
  let until = span.until;
  while (until > span.from && lengthOf({ from: span.from, until }, allotment).counted > room) until -= 1;
  return lengthOf({ from: span.from, until }, allotment).counted > 0 ? until : null;
}
