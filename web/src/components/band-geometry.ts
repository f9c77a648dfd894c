import type { DayView } from '@tokimori/contract/values';
import type { Minutes } from '@tokimori/law/time/minutes';

export type BandPiece = { readonly from: Minutes; readonly until: Minutes };
/** What the lanes of one duty date show, in minutes from 0:00. */
export type BandLanes = {
  readonly allotment: BandPiece | null;
  readonly breaks: readonly BandPiece[];
  readonly overtime: readonly (BandPiece & {
    readonly state: 'requested' | 'ordered' | 'confirmed';
    readonly exceptional: boolean;
  })[];
  readonly presence: BandPiece | null;
  /** Presence whose end (or beginning) nobody recorded, up to the last trace of the PC. */
  readonly guessed: BandPiece | null;
  readonly pc: BandPiece | null;
  readonly discrepancy: BandPiece | null;
};

/** Least length of a mark that can be seen. */
const SHORTEST: Minutes = 10;

export const AXIS_FROM: Minutes = 6 * 60;
export const AXIS_UNTIL: Minutes = 24 * 60;
export const AXIS_UNTIL_NIGHT: Minutes = 30 * 60;

/** Last hour of the axis: 24:00, or 30:00 when something of these days passes midnight. One axis for all rows. */
export function axisUntil(days: readonly DayView[]): Minutes {
  const late = days.some(
    (day) =>
      Math.max(day.lastOut ?? 0, day.pcLast ?? 0, ...day.spans.map((s) => s.until), day.allotment?.until ?? 0) >
      AXIS_UNTIL,
  );
  return late ? AXIS_UNTIL_NIGHT : AXIS_UNTIL;
}

/** Per cent of the axis, clamped to it. */
export function axisPercent(minute: Minutes, until: Minutes): number {
  return Math.min(100, Math.max(0, ((minute - AXIS_FROM) / (until - AXIS_FROM)) * 100));
}

/** Splits a day into its lanes. `now` is the minute of the duty date at which a running day stands. */
export function lanesOf(day: DayView, now?: Minutes): BandLanes {
  const { firstIn, lastOut, pcFirst, pcLast } = day;
  const piece = (from: Minutes | null, until: Minutes | null): BandPiece | null =>
    from !== null && until !== null && until > from ? { from, until } : null;
  const missing = day.state === 'missingOut' || day.state === 'missingIn';
  const end = day.state === 'open' ? (lastOut ?? now ?? null) : lastOut;
  return {
    allotment: day.allotment === null ? null : { from: day.allotment.from, until: day.allotment.until },
    breaks: day.allotment?.breaks ?? [],
    overtime: day.spans.map((s) => ({
      from: s.from,
      until: s.until,
      state: s.state,
      exceptional: s.category === 'exceptional' || s.category === 'disaster',
    })),
    presence: missing ? null : piece(firstIn, end),
    guessed: missing ? piece(firstIn ?? pcFirst, lastOut ?? pcLast) : null,
    // A log-on without a later trace is a point; it is drawn, but no longer than it is.
    pc: pcFirst === null ? null : { from: pcFirst, until: Math.max(pcLast ?? pcFirst, pcFirst + SHORTEST) },
    discrepancy: day.discrepancy > 0 && lastOut !== null ? { from: lastOut - day.discrepancy, until: lastOut } : null,
  };
}
