import type { Minutes } from '../../time/minutes.ts';
import { checkCount, checkOnce, ImpossibleSurvey } from '../defects.ts';
import type { AnnualLeaveCounts, PaternityCounts } from '../figures/leave.ts';
import type { AnnualLeave, Father, LeaveTaken } from './types.ts';

/** 年5日 of the survey: of 年次有給休暇 the bound below, of the leaves around a birth the bound from. */
const FIVE_DAYS = 5;

/** Days and hours of leave in minutes. @param day minutes of one day @throws ImpossibleSurvey */
export function minutesOf({ days, hours }: LeaveTaken, day: Minutes, place: string): Minutes {
  return checkCount(days, `${place}.days`) * day + checkCount(hours, `${place}.hours`);
}

/** Counts 年次有給休暇: everyone asked, what they took, and who took under five days. @throws ImpossibleSurvey */
export function countAnnualLeave(
  people: readonly AnnualLeave[],
  bureaus: ReadonlySet<string>,
  day: Minutes,
): { readonly all: AnnualLeaveCounts; readonly byBureau: ReadonlyMap<string, AnnualLeaveCounts> } {
  const place = (position: number) => `annualLeave[${position}]`;
  checkOnce(
    people.map(({ staff }) => staff),
    place,
  );
  const taken = people.map(({ bureau, taken: leave }, position) => {
    if (!bureaus.has(bureau)) throw new ImpossibleSurvey('unknownBureau', place(position), {}, { bureau });
    return { bureau, minutes: minutesOf(leave, day, `${place(position)}.taken`) };
  });
  const countOf = (of: typeof taken): AnnualLeaveCounts => ({
    people: of.length,
    minutes: of.reduce((sum, { minutes }) => sum + minutes, 0),
    few: of.filter(({ minutes }) => minutes < FIVE_DAYS * day).length,
  });
  const byBureau = new Map(
    [...bureaus].map((id) => [id, countOf(taken.filter(({ bureau }) => bureau === id))] as const),
  );
  return { all: countOf(taken), byBureau };
}

/** Counts the leaves of new fathers: each, either, and both together for five days or more. @throws ImpossibleSurvey */
export function countFathers(fathers: readonly Father[], day: Minutes): PaternityCounts {
  const place = (position: number) => `fathers[${position}]`;
  checkOnce(
    fathers.map(({ staff }) => staff),
    place,
  );
  const taken = fathers.map(({ delivery, participation }, position) => ({
    delivery: minutesOf(delivery, day, `${place(position)}.delivery`),
    participation: minutesOf(participation, day, `${place(position)}.participation`),
  }));
  const many = (holds: (of: (typeof taken)[number]) => boolean) => taken.filter(holds).length;
  return {
    eligible: taken.length,
    delivery: many(({ delivery }) => delivery > 0),
    participation: many(({ participation }) => participation > 0),
    either: many(({ delivery, participation }) => delivery + participation > 0),
    fiveDays: many(({ delivery, participation }) => delivery + participation >= FIVE_DAYS * day),
  };
}
