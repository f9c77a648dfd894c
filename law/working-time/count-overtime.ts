import type { Minutes } from '../time/minutes.ts';
import { type Span, Spans } from '../time/spans.ts';
import { holidayWorkOf, netOvertime, nightOf, overtimeOf } from './net-overtime.ts';
import type { Allotment, OvertimeCategory, OvertimeEntry } from './types.ts';

/**
 * What the orders and confirmations of a duty date count for.
 *
 * Ordered work counts as far as the person was present (`present`), confirmed work as it was confirmed. No minute counts
 * twice: an entry adds only what the earlier ones did not cover. Breaks are taken from the day as a whole.
 */
export type Counted = {
  readonly overtime: Minutes;
  readonly exceptional: Minutes;
  readonly disaster: Minutes;
  readonly infection: Minutes;
  readonly holidayWork: Minutes;
  readonly night: Minutes;
  /** The parts that come from orders and from confirmations. */
  readonly ordered: Minutes;
  readonly confirmed: Minutes;
  /** The minute after the last ordered or confirmed span; -1 without a span. */
  readonly end: Minutes;
};

/** Presence without bounds: what a day that is still to come is counted against. */
export const everPresent = Spans.of({ from: -24 * 60, until: 96 * 60 });

/** What one entry counts for. A length without hours has no `spans`. */
export type CountedEntry = {
  readonly entry: OvertimeEntry;
  /** Minutes of overtime, and of 休日勤務. */
  readonly minutes: Minutes;
  readonly holidayMinutes: Minutes;
  /** The minutes that the entry covers, and those of them that no entry before it claimed. */
  readonly spans: { readonly own: Spans; readonly overtime: Spans; readonly holidayWork: Spans } | null;
};

/** A day without orders. */
export const nothing: Counted = {
  overtime: 0,
  exceptional: 0,
  disaster: 0,
  infection: 0,
  holidayWork: 0,
  night: 0,
  ordered: 0,
  confirmed: 0,
  end: -1,
};

type Counting = { -readonly [Figure in keyof Counted]: Counted[Figure] };

function add(counted: Counting, { state, category }: OvertimeEntry, minutes: Minutes, exceptional: boolean): void {
  counted.overtime += minutes;
  if (state === 'ordered') counted.ordered += minutes;
  else counted.confirmed += minutes;
  if (category === 'disaster') counted.disaster += minutes;
  if (category === 'infection') counted.infection += minutes;
  if (exceptional) counted.exceptional += minutes;
}

/** What no entry has claimed yet, and the spans that have been claimed (`taken`). */
type Left = { overtime: Spans; holidayWork: Spans; present: Spans; unclaimed: Minutes; taken: Spans };

/** What a span of an entry covers: the whole of it when confirmed, as far as the person was present when ordered. */
function coveredBy(state: OvertimeEntry['state'], span: Span, present: Spans): Spans {
  return state === 'confirmed' ? Spans.of(span) : Spans.of(span).and(present);
}

/** The minutes that all entries with a span cover together, before breaks. */
export function workOf(entries: readonly OvertimeEntry[], present: Spans): Spans {
  let work = Spans.none;
  for (const { span, state } of entries) if (span !== null) work = work.or(coveredBy(state, span, present));
  return work;
}

/**
 * Minutes of overtime of an entry whose span holds `overtime` unclaimed minutes of it. A confirmed entry counts as it was
 * confirmed; where its span meets one that counted before, only what that one left uncovered.
 */
function minutesOf(entry: OvertimeEntry, span: Span, overtime: Minutes, left: Left, allotment: Allotment): Minutes {
  if (entry.state === 'ordered' || allotment.kind === 'legalHoliday') return Math.min(overtime, entry.minutes);
  const whole = Spans.of(span);
  if (whole.and(left.taken).isEmpty) return entry.minutes;
  return Math.min(entry.minutes, overtimeOf(whole, allotment).minus(left.taken).total);
}

/**
 * Minutes of 休日勤務 of an entry whose span holds `inside` minutes of allotted hours. The entry's own length is either
 * that of its overtime alone, which does not bound them, or that of both together.
 */
function holidayMinutesOf(
  entry: OvertimeEntry,
  span: Span,
  overtime: Minutes,
  inside: Minutes,
  allotment: Allotment,
): Minutes {
  if (inside === 0 || entry.minutes <= netOvertime(span, allotment)) return inside;
  return Math.min(inside, entry.minutes - overtime);
}

function countSpan(
  counted: Counting,
  left: Left,
  entry: OvertimeEntry,
  span: Span,
  allotment: Allotment,
  told: ((each: CountedEntry) => void) | undefined,
): Minutes {
  const own = coveredBy(entry.state, span, left.present);
  const overtime = left.overtime.and(own);
  const holidayWork = left.holidayWork.and(own);
  const minutes = minutesOf(entry, span, overtime.total, left, allotment);
  const holidayMinutes = holidayMinutesOf(entry, span, minutes, holidayWork.total, allotment);
  left.overtime = left.overtime.minus(own);
  left.holidayWork = left.holidayWork.minus(own);
  left.taken = left.taken.or(own);
  counted.end = Math.max(counted.end, span.until);
  counted.night += Math.min(minutes, nightOf(overtime).total);
  counted.holidayWork += holidayMinutes;
  told?.({ entry, minutes, holidayMinutes, spans: { own, overtime, holidayWork } });
  return minutes;
}

/** An entry of which only a length is known: when ordered, it counts as far as presence beyond the spans reaches. */
function countLength(left: Left, entry: OvertimeEntry): Minutes {
  if (entry.state === 'confirmed') return entry.minutes;
  const minutes = Math.min(entry.minutes, left.unclaimed);
  left.unclaimed -= minutes;
  return minutes;
}

/**
 * Counts the entries of one duty date.
 * @param present the person's stays; for a day that is still to come, {@link everPresent}.
 * @param told told what each entry counts for, confirmed ones first.
 */
export function countOvertime(
  entries: readonly OvertimeEntry[],
  allotment: Allotment,
  present: Spans,
  exceptionalCategories: readonly OvertimeCategory[],
  told?: (each: CountedEntry) => void,
): Counted {
  const counted: Counting = { ...nothing };
  const work = workOf(entries, present);
  const left: Left = {
    overtime: overtimeOf(work, allotment),
    holidayWork: holidayWorkOf(work, allotment),
    present,
    unclaimed: overtimeOf(present, allotment).minus(work).total,
    taken: Spans.none,
  };
  for (const state of ['confirmed', 'ordered'] as const) {
    for (const entry of entries) {
      if (entry.state !== state) continue;
      const { span } = entry;
      const minutes = span === null ? countLength(left, entry) : countSpan(counted, left, entry, span, allotment, told);
      if (span === null) told?.({ entry, minutes, holidayMinutes: 0, spans: null });
      add(counted, entry, minutes, exceptionalCategories.includes(entry.category));
    }
  }
  return counted;
}
