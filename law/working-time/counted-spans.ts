import type { Minutes } from '../time/minutes.ts';
import { type Span, Spans } from '../time/spans.ts';
import { type CountedEntry, countOvertime } from './count-overtime.ts';
import { nightOf } from './net-overtime.ts';
import type { Allotment, OvertimeEntry } from './types.ts';

/**
 * At which minutes of a duty date overtime and 休日勤務 were worked, as pay needs to know them (給与条例(準則)15条–17条: 深夜 has a rate of its
 * own). As many minutes as {@link countOvertime} counts, which the caps go by, and as many of them in the night.
 *
 * Where fewer minutes count than a span holds, the break is taken as one of the day, not of the night. Overtime of which only a length is known
 * is laid after the regular hours (on a 週休日 from the hour at which duty usually begins), outside the night while there is room.
 */
export type DaySpans = {
  readonly overtime: Spans;
  readonly holidayWork: Spans;
  /** Of the overtime, minutes of which only the length is known. */
  readonly withoutHours: Minutes;
};

const nothing: DaySpans = { overtime: Spans.none, holidayWork: Spans.none, withoutHours: 0 };
const daylight = Spans.of({ from: 5 * 60, until: 22 * 60 });
const wholeDay = Spans.of({ from: 0, until: 48 * 60 });

/** The first minutes of a set. */
const firstOf = (spans: Spans, minutes: Minutes): Spans => spans.without(Math.max(0, spans.total - minutes), minutes);

/** So many minutes of a set: what is left out is taken from the end of its day, then from the end of its night. */
function keep(spans: Spans, minutes: Minutes): Spans {
  if (spans.total <= minutes) return spans;
  const night = nightOf(spans);
  const day = spans.minus(night);
  return firstOf(day, Math.max(0, minutes - night.total)).or(firstOf(night, Math.min(night.total, minutes)));
}

/** Lays minutes without hours where nothing else is: after the regular hours, before them, in the night. */
function layLoose(minutes: Minutes, taken: Spans, allotment: Allotment, duty: Span): Spans {
  const inside = allotment.kind === 'weeklyDayOff' ? Spans.none : Spans.of(allotment.hours);
  const from = allotment.kind === 'weeklyDayOff' ? duty.from : allotment.hours.until;
  const after = Spans.of({ from, until: 48 * 60 });
  const free = daylight.minus(inside).minus(taken);
  let laid = Spans.none;
  for (const room of [free.and(after), free.minus(after), wholeDay.minus(inside).minus(taken)]) {
    const left = minutes - laid.total;
    if (left <= 0) break;
    laid = laid.or(firstOf(room.minus(laid), left));
  }
  return laid;
}

/**
 * The counted minutes of one duty date as spans, net of breaks.
 * @param present the person's stays, or `everPresent` where everything is confirmed
 * @param duty the hours at which duty usually begins and ends, for lengths on a 週休日
 */
export function countedSpans(
  entries: readonly OvertimeEntry[],
  allotment: Allotment,
  present: Spans,
  duty: Span,
): DaySpans {
  if (entries.length === 0) return nothing;
  let [overtime, holidayWork] = [Spans.none, Spans.none];
  let [loose, withoutHours] = [0, 0];
  const take = ({ minutes, holidayMinutes, spans }: CountedEntry): void => {
    if (spans === null) {
      loose += minutes;
      withoutHours += minutes;
      return;
    }
    const kept = keep(spans.overtime, minutes);
    // What was confirmed beyond its net hours lies in the same span: somebody worked through the break.
    const more = firstOf(spans.own.minus(kept).minus(overtime).minus(spans.holidayWork), minutes - kept.total);
    loose += minutes - kept.total - more.total;
    overtime = overtime.or(kept).or(more);
    holidayWork = holidayWork.or(keep(spans.holidayWork, holidayMinutes));
  };
  countOvertime(entries, allotment, present, [], take);
  if (loose > 0) overtime = overtime.or(layLoose(loose, overtime.or(holidayWork), allotment, duty));
  return { overtime, holidayWork, withoutHours };
}
