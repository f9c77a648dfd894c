import type { Minutes } from '@tokimori/law/time/minutes';
import type { Allotment, Span } from '@tokimori/law/working-time/types';

const overlap = (a: Span, b: Span): Minutes => Math.max(0, Math.min(a.until, b.until) - Math.max(a.from, b.from));

/** How long a span of work outside regular hours is. Minutes. */
export type OvertimeLength = {
  /** All of it, without breaks and without the regular hours of a 勤務を要する日. */
  readonly minutes: Minutes;
  /** Of it, what counts for the caps: work inside the allotment of a 休日 does not (正規の勤務時間). */
  readonly counted: Minutes;
};

/**
 * Length of a span on a duty date.
 * 勤務を要する日: what lies outside the allotted hours. 休日: everything but the breaks, of which only what lies outside
 * the allotted hours counts. 週休日: the whole span.
 */
export function lengthOf(span: Span, allotment: Allotment): OvertimeLength {
  const whole = Math.max(0, span.until - span.from);
  if (allotment.kind === 'weeklyDayOff') return { minutes: whole, counted: whole };
  const outside = whole - overlap(span, allotment.hours);
  if (allotment.kind === 'dutyDay') return { minutes: outside, counted: outside };
  const breaks = allotment.breaks.reduce((sum, each) => sum + overlap(span, each), 0);
  return { minutes: whole - breaks, counted: outside };
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
