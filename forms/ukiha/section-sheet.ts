import type { SectionSheet } from '@tokimori/contract/registers/sheets';
import { hours, type Minutes } from '@tokimori/law/time/minutes';

/** A month of one person as it counts in this section. Minutes. */
export type PersonMonth = {
  readonly staff: string;
  readonly month: string;
  readonly overtime: Minutes;
  readonly exceptional: Minutes;
};
type Person = SectionSheet['people'][number];
type Total = SectionSheet['totals'][number];

/** 45 hours of a month (労働基準法第36条第4項, 人事院規則15―14第16条の2の2). */
export const BASE: Minutes = hours(45);

/** One person over the months of the sheet: 通常 and 特例 apart, null for months in which they did not belong here. */
function rowOf(months: readonly string[], own: readonly PersonMonth[]): Pick<Person, 'ordinary' | 'exceptional'> {
  const at = (month: string) => own.find((each) => each.month === month);
  return {
    ordinary: months.map((month) => {
      const found = at(month);
      return found === undefined ? null : found.overtime - found.exceptional;
    }),
    exceptional: months.map((month) => at(month)?.exceptional ?? null),
  };
}

/** People in order of their hours, the most first; the same hours share a rank. */
export function rankedPeople(
  months: readonly string[],
  records: readonly PersonMonth[],
  about: ReadonlyMap<string, Pick<Person, 'name' | 'marks'>>,
): Person[] {
  const people = [...about].map(([staff, { name, marks }]) => {
    const own = records.filter((each) => each.staff === staff);
    return {
      staff,
      name,
      ...rowOf(months, own),
      total: own.reduce((sum, { overtime }) => sum + overtime, 0),
      totalExceptional: own.reduce((sum, { exceptional }) => sum + exceptional, 0),
      over45: own.filter(({ overtime }) => overtime > BASE).length,
      marks,
    };
  });
  people.sort((a, b) => b.total - a.total || (a.staff < b.staff ? -1 : 1));
  return people.map((person) => ({ ...person, rank: 1 + people.findIndex(({ total }) => total === person.total) }));
}

/** A section in one month. */
export type SectionSum = { readonly headcount: number; readonly overtime: Minutes; readonly exceptional: Minutes };

const headed = (sum: SectionSum | undefined): Minutes | null =>
  sum === undefined || sum.headcount === 0 ? null : Math.round(sum.overtime / sum.headcount);

/** The line of a month: 通常 and 特例 of the section, per head, and the same month of last year. */
export function totalOf(month: string, now: SectionSum | undefined, before: SectionSum | undefined): Total {
  return {
    month,
    headcount: now?.headcount ?? 0,
    ordinary: now === undefined ? null : now.overtime - now.exceptional,
    exceptional: now?.exceptional ?? null,
    perHead: headed(now),
    lastYearHeadcount: before?.headcount ?? 0,
    lastYear: before?.overtime ?? null,
    lastYearPerHead: headed(before),
  };
}
