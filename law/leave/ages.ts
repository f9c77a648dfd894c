import { civilOf, type EpochDay, epochDayOf } from '../time/civil.ts';

/**
 * The day on which someone attains an age: the day before the birthday (年齢計算ニ関スル法律, 民法143条). Born on 29 February, the
 * birthday of other years counts as 1 March, so the age is attained on 28 February. An age is attained at the end of that day: 「1歳に満たない」 still
 * holds on it.
 */
export function attains(age: number, bornOn: EpochDay): EpochDay {
  const { year, month, day } = civilOf(bornOn);
  return epochDayOf(year + age, month, day) - 1;
}

/** The first 31 March on or after the day on which a child attains an age: the last day of that school year. */
export function schoolYearEndAfter(age: number, bornOn: EpochDay): EpochDay {
  const attained = attains(age, bornOn);
  const { year } = civilOf(attained);
  const end = epochDayOf(year, 3, 31);
  return attained <= end ? end : epochDayOf(year + 1, 3, 31);
}

/** 小学校就学の始期に達するまで (学校教育法17条1項): the last day before a child enters primary school. */
export const lastDayBeforeSchool = (bornOn: EpochDay): EpochDay => schoolYearEndAfter(6, bornOn);
