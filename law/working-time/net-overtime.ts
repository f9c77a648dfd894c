import type { Minutes } from '../time/minutes.ts';
import { type Span, Spans } from '../time/spans.ts';
import type { Allotment } from './types.ts';

/**
 * What of a stretch of work is overtime (時間外勤務), what is work on a 休日 inside its allotted hours, and what is break.
 *
 * Overtime is work outside the 正規の勤務時間 (勤務時間条例8条2項): on a 勤務を要する日, what lies outside the allotted
 * hours; on a 休日 the hours stay allotted, so only what lies beyond them; on a 週休日, all of it.
 * On a 週休日 no break is allotted, so the statutory one applies (労基法34条1項): work of more than 6:00 contains a
 * break of 45 minutes, of more than 8:00 one of 60. Work is what is left after the break, so 6:30 of presence are 6:00 of
 * work (no more than 6:00 can be worked without the break) and one more minute never makes less work.
 */

const SIX = 6 * 60;
const EIGHT = 8 * 60;
const BREAK_OVER_SIX = 45;
const BREAK_OVER_EIGHT = 60;

/** The most work that a stretch of this length can hold together with the break that so much work needs. */
export function workWithin(stretch: Minutes): Minutes {
  if (stretch <= SIX) return stretch;
  if (stretch <= EIGHT + BREAK_OVER_SIX) return Math.max(SIX, stretch - BREAK_OVER_SIX);
  return Math.max(EIGHT, stretch - BREAK_OVER_EIGHT);
}

/**
 * Work on a 週休日, net of the statutory break. Time away between two stretches counts as break.
 * What is missing is taken out after the first 6:00.
 */
function withoutStatutoryBreak(work: Spans): Spans {
  const stretch = (work.end ?? 0) - (work.start ?? 0);
  const lacking = work.total - workWithin(stretch);
  return lacking > 0 ? work.without(lacking, SIX) : work;
}

/** The minutes of `work` that are overtime on a day so allotted. */
export function overtimeOf(work: Spans, allotment: Allotment): Spans {
  return allotment.kind === 'weeklyDayOff' ? withoutStatutoryBreak(work) : work.minus(Spans.of(allotment.hours));
}

/** The minutes of `work` that are 休日勤務: inside the allotted hours of a 休日, without their breaks (rule OT-07). */
export function holidayWorkOf(work: Spans, allotment: Allotment): Spans {
  if (allotment.kind !== 'legalHoliday') return Spans.none;
  return work.and(Spans.of(allotment.hours)).minus(Spans.of(...allotment.breaks));
}

/** Minutes of overtime that an order or request of this span stands for: net of breaks and of the allotted hours. */
export function netOvertime(span: Span, allotment: Allotment): Minutes {
  return overtimeOf(Spans.of(span), allotment).total;
}

/** Minutes of 休日勤務 (outside the caps) that an order or request of this span stands for. */
export function netHolidayWork(span: Span, allotment: Allotment): Minutes {
  return holidayWorkOf(Spans.of(span), allotment).total;
}

/** 深夜: 22:00–5:00, on the duty date itself, in the night before its morning, and in the night after the next day. */
const nights = Spans.of(
  { from: -2 * 60, until: 5 * 60 },
  { from: 22 * 60, until: 29 * 60 },
  { from: 46 * 60, until: 53 * 60 },
);

/** The minutes between 22:00 and 5:00. */
export function nightOf(work: Spans): Spans {
  return work.and(nights);
}
