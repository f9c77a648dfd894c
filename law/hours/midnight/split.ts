import type { EpochDay } from '../../time/civil.ts';
import { hours, type Minutes } from '../../time/minutes.ts';
import type { Span } from '../../time/spans.ts';

/**
 * A shift over midnight belongs to the duty date on which it begins; the clock cuts it at 0:00, 5:00 and 22:00 (5:00 and 22:00
 * bound 深夜, 労基法37条4項), counted on past 24:00 as 29:00 and 46:00.
 */

const DAY = hours(24);
const CUTS: readonly Minutes[] = [hours(5), hours(22), DAY, hours(29), hours(46)];
const LATEST = hours(48);

/** A part of a span between two cuts. */
export type ClockPiece = Span & {
  /** The calendar day on which its minutes lie. */
  readonly calendarDay: EpochDay;
  /** 22:00–5:00. */
  readonly night: boolean;
};

/** Thrown for a span that does not end after it begins, or lies outside 0:00–48:00 of its duty date. */
export class ImpossibleSpan extends Error {
  override readonly name = 'ImpossibleSpan';
}

/** Whether a minute of a duty date lies in 22:00–5:00. */
const isNight = (minute: Minutes): boolean => minute % DAY < hours(5) || minute % DAY >= hours(22);

/**
 * The parts of a span, in order, cut where the day or the band of the night changes.
 * @throws ImpossibleSpan
 */
export function splitByClock(dutyDate: EpochDay, { from, until }: Span): readonly ClockPiece[] {
  if (until <= from || from < 0 || until > LATEST) throw new ImpossibleSpan(`${from}–${until}`);
  const cuts = [from, ...CUTS.filter((cut) => from < cut && cut < until), until];
  return cuts.slice(1).map((end, at): ClockPiece => {
    const begin = cuts[at] ?? from;
    return {
      from: begin,
      until: end,
      calendarDay: dutyDate + Math.floor(begin / DAY),
      night: isNight(begin),
    };
  });
}

/**
 * Minutes of a span in 22:00–5:00.
 * @throws ImpossibleSpan
 */
export function nightMinutesOf(span: Span): Minutes {
  return splitByClock(0, span)
    .filter(({ night }) => night)
    .reduce((sum, { from, until }) => sum + until - from, 0);
}
