import { checkCount } from '../defects.ts';
import { absent, average, counted, type Measured, ratio, share } from '../measured.ts';
import type { Figures } from '../table.ts';

/** Annual leave of a year: everyone asked, the minutes taken, and how many took under five days. */
export type AnnualLeaveCounts = { readonly people: number; readonly minutes: number; readonly few: number };

/** ST-10: 総取得日数 ÷ 対象職員数, in tenths of a day. @param day minutes of one day @throws ImpossibleSurvey */
export function annualLeaveFigures({ people, minutes, few }: AnnualLeaveCounts, day: number, place: string): Figures {
  checkCount(minutes, place);
  return {
    people: counted(people, place),
    days: average({ numerator: minutes, denominator: day * people }),
    few: counted(few, place),
    fewShare: share(few, people, place),
  };
}

/** Persons of one sex that became eligible for 育児休業 in the year, and the number that is divided by theirs. */
export type ChildcareRateCounts = { readonly eligible: number; readonly taken: number };

/** 取得率. @param bounded whether those who took are some of the eligible @throws ImpossibleSurvey */
export function childcareRateFigures(
  { eligible, taken }: ChildcareRateCounts,
  bounded: boolean,
  place: string,
): Figures {
  checkCount(eligible, `${place}.eligible`);
  checkCount(taken, `${place}.taken`);
  const rate = bounded ? share(taken, eligible, `${place}.taken`) : ratio(taken, eligible);
  return { eligible: counted(eligible, place), taken: counted(taken, place), rate };
}

/** Men who became eligible in the year, and the leaves they took around the birth. */
export type PaternityCounts = {
  readonly eligible: number;
  readonly delivery: number;
  readonly participation: number;
  readonly either: number;
  readonly fiveDays: number;
};

/** 配偶者出産休暇・育児参加のための休暇. @throws ImpossibleSurvey */
export function paternityFigures(counts: PaternityCounts, place: string): Figures {
  const { eligible, ...takers } = counts;
  const figures: Record<string, Measured> = { eligible: counted(eligible, `${place}.eligible`) };
  for (const [key, count] of Object.entries(takers)) {
    figures[key] = counted(count, `${place}.${key}`);
    figures[`${key}Share`] = share(count, eligible, `${place}.${key}`);
  }
  return figures;
}

/** Users of a system. @param enrolled 在籍職員数, when it is known */
export type UserCounts = { readonly inPlace: boolean; readonly male: number; readonly female: number };

/** @throws ImpossibleSurvey */
export function userFigures({ inPlace, male, female }: UserCounts, enrolled: number | null, place: string): Figures {
  const users = checkCount(male, `${place}.male`) + checkCount(female, `${place}.female`);
  return {
    inPlace: { kind: 'answer', value: inPlace },
    male: counted(male, place),
    female: counted(female, place),
    users: counted(users, place),
    usersShare: enrolled === null ? absent : share(users, enrolled, place),
  };
}
