import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import type { WorkedDay } from './types.ts';
import { DAY } from './weeks.ts';

/** A run of minutes of one calendar day, with what it is. `day` is its calendar day, `date` the duty date it belongs to. */
export type Piece = {
  readonly date: EpochDay;
  readonly day: EpochDay;
  readonly minutes: Minutes;
  readonly source: 'regular' | 'overtime';
  readonly disasterNeed: boolean;
};

/** The minutes worked on a duty date in order of time, cut at midnight. */
export function piecesOf({ date, regular, overtime }: WorkedDay): readonly Piece[] {
  const spans = [
    ...regular.map(({ from, until }) => ({ from, until, source: 'regular' as const, disasterNeed: false })),
    ...overtime.map(({ from, until, basis }) => ({
      from,
      until,
      source: 'overtime' as const,
      disasterNeed: basis === 'disasterNeed',
    })),
  ].sort((a, b) => a.from - b.from);
  return spans.flatMap(({ from, until, source, disasterNeed }): Piece[] => {
    const before = Math.max(0, Math.min(until, DAY) - from);
    const after = until - from - before;
    return [
      { date, day: date, minutes: before, source, disasterNeed },
      { date, day: date + 1, minutes: after, source, disasterNeed },
    ].filter(({ minutes }) => minutes > 0);
  });
}

export const sum = (pieces: readonly { readonly minutes: Minutes }[]): Minutes =>
  pieces.reduce((total, { minutes }) => total + minutes, 0);

/**
 * Which minutes lie within a limit and which go beyond it: regular hours fill it first, then overtime in order of time, so
 * that 法定内 is what fits beside the person's own hours. The piece in which the limit falls is split.
 */
export function splitAt(
  pieces: readonly Piece[],
  limit: Minutes,
): { readonly within: readonly Piece[]; readonly beyond: readonly Piece[] } {
  const within: Piece[] = [];
  const beyond: Piece[] = [];
  let left = limit;
  for (const piece of [...pieces.filter(isRegular), ...pieces.filter((each) => !isRegular(each))]) {
    const kept = Math.min(piece.minutes, left);
    left -= kept;
    if (kept > 0) within.push({ ...piece, minutes: kept });
    if (kept < piece.minutes) beyond.push({ ...piece, minutes: piece.minutes - kept });
  }
  return { within: within.toSorted(inOrder), beyond };
}

const isRegular = ({ source }: Piece): boolean => source === 'regular';
/** By duty date; within one the order of time is kept. */
const inOrder = (a: Piece, b: Piece): number => a.date - b.date;
