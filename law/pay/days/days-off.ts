import type { EpochDay } from '../../time/civil.ts';
import type { Window } from './windows.ts';

/** A 振替 that is decided: hours of the day `from` are worked on the day `work`. */
export type Moved = { readonly work: EpochDay; readonly from: EpochDay; readonly length: 'wholeDay' | 'halfDay' };

const FOUR_WEEKS = 28;

/**
 * The fewest days off of a stretch of four weeks that holds a day, and that stretch (the earliest of them).
 * @param fourWeeksFrom first day of fixed periods; undefined = any 28 days in a row.
 */
export function fewestDaysOff(
  isOff: (day: EpochDay) => boolean,
  day: EpochDay,
  fourWeeksFrom?: EpochDay,
): { readonly fewest: number; readonly stretch: Window } {
  const countFrom = (first: EpochDay): number => {
    let count = 0;
    for (let each = first; each < first + FOUR_WEEKS; each += 1) count += Number(isOff(each));
    return count;
  };
  const stretchFrom = (first: EpochDay): Window => ({ first, last: first + FOUR_WEEKS - 1 });
  if (fourWeeksFrom !== undefined) {
    const first = day - ((((day - fourWeeksFrom) % FOUR_WEEKS) + FOUR_WEEKS) % FOUR_WEEKS);
    return { fewest: countFrom(first), stretch: stretchFrom(first) };
  }
  let start = day - FOUR_WEEKS + 1;
  let fewest = countFrom(start);
  for (let first = start + 1; first <= day; first += 1) {
    const count = countFrom(first);
    if (count < fewest) [fewest, start] = [count, first];
  }
  return { fewest, stretch: stretchFrom(start) };
}

/** Days of duty in a row around a day, 休日 among them; counting stops once they are more than `most`. */
export function longestRun(isOff: (day: EpochDay) => boolean, day: EpochDay, most: number): number {
  if (isOff(day)) return 0;
  let run = 1;
  for (let before = day - 1; run <= most && !isOff(before); before -= 1) run += 1;
  for (let after = day + 1; run <= most && !isOff(after); after += 1) run += 1;
  return run;
}
