import { judgeClipped } from '@tokimori/law/record-keeping/clipped/judge-clipped';
import type { ClippedReport, DeclaredMonth } from '@tokimori/law/record-keeping/clipped/types';
import { judgeDiscrepancy, undeclaredOf } from '@tokimori/law/record-keeping/discrepancy/judge-discrepancy';
import { parseLocalDate, weekdayOf } from '@tokimori/law/time/civil';
import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { END, START } from './hours.ts';
import { type DayKindOf, earlierMonthTotal, type MonthFacts, monthFactsOf } from './month.ts';
import { appointmentOn, type PersonPlan, planCity } from './plan.ts';
import { type Random, randomFor } from './random.ts';

/**
 * How often the watch of declarations raises a false alarm in the example city, where everyone declares honestly, and how
 * often it finds a section whose declarations are cut off. 1,100 staff, twelve months; everything is deterministic.
 */

const asOf = parseLocalDate('2026-04-01') ?? 0;
const APRIL = parseYearMonth('2025-04') ?? 0;
const plan = planCity({ seed: 'miushio', headcount: 1100, asOf });
const kindOf: DayKindOf = (day) => ([0, 6].includes(weekdayOf(day)) ? 'weeklyDayOff' : 'dutyDay');
const staff = plan.people.filter((person) => appointmentOn(person, asOf - 1)?.managerial === false);
const sectionOf = (person: PersonPlan): string => appointmentOn(person, asOf - 1)?.department ?? '';
const duty = { kind: 'dutyDay', hours: { from: START, until: END }, breaks: [] } as const;

/** Presence of a month that neither duty nor orders explain, day by day as the comparison of records finds it. */
function undeclaredIn({ punches, overtime }: MonthFacts): number {
  let sum = 0;
  let arrival = 0;
  let dutyDate = 0;
  for (const { day, minute, direction } of punches) {
    if (direction === 'in') {
      [arrival, dutyDate] = [minute, day];
      continue;
    }
    const leaving = minute + (day - dutyDate) * 1440;
    const dutyDay = kindOf(dutyDate) === 'dutyDay';
    const orders = overtime.filter((each) => each.day === dutyDate);
    // Most days end within half an hour of what explains them: nothing to compare.
    if (leaving - Math.max(dutyDay ? END : 0, ...orders.map(({ until }) => until)) <= 30) continue;
    const { outcome } = judgeDiscrepancy({
      day: dutyDate,
      shownOn: dutyDate + 1,
      allotment: dutyDay ? duty : { kind: 'weeklyDayOff' },
      ordered: orders.map(({ from, until, minutes }) => ({ span: { from, until }, minutes })),
      declared: null,
      records: [{ source: 'card', stays: [{ from: arrival, until: leaving }] }],
      managerial: false,
    });
    sum += undeclaredOf(outcome);
  }
  return sum;
}

/** A year of honest declarations, from the punches and orders of every day. */
const honest: readonly DeclaredMonth[] = staff.flatMap((person) =>
  Array.from({ length: 12 }, (_, at): DeclaredMonth => {
    const facts = monthFactsOf(plan, person, APRIL + at, { kindOf, pcFrom: Number.POSITIVE_INFINITY });
    return {
      person: person.number,
      group: sectionOf(person),
      month: APRIL + at,
      declared: facts.overtime.reduce((sum, { minutes }) => sum + minutes, 0),
      undeclared: undeclaredIn(facts),
    };
  }),
);

/** The same people in another year, by its monthly totals alone; everyone stays on in every month. */
const otherYear = (year: number): readonly DeclaredMonth[] =>
  staff.flatMap((person) =>
    Array.from({ length: 12 }, (_, at): DeclaredMonth => {
      const month = APRIL - 12 * year + at;
      const declared = earlierMonthTotal(plan, person, month);
      // The watch begins in 2019-04: the years are told as the one of 2025.
      return { person: person.number, group: sectionOf(person), month: APRIL + at, declared, undeclared: 600 };
    }),
  );

const conspicuous = ({ limits, repeated }: ClippedReport): number =>
  [...limits, ...repeated].filter(({ verdict }) => verdict === 'conspicuous').length;
const judgedIn = ({ comparisons: { person, group, repeated } }: ClippedReport): number => person + group + repeated;
/** Comparisons that would be called conspicuous at 5 % if nothing were corrected for their number. */
const uncorrected = ({ limits, repeated }: ClippedReport): number =>
  [...limits, ...repeated].filter(({ verdict, perMillion }) => verdict !== 'notJudged' && perMillion <= 50_000).length;

type Cut = {
  readonly times: number;
  readonly everyone: boolean;
  readonly othersStay: boolean;
  /** How far below 45:00 the declarations are cut off, at most. Minutes. */
  readonly upTo: number;
};

/**
 * A section in a busy year: its people work `times` as much as they declared; who worked more than 45 hours (everyone, or
 * every second person) declares up to `upTo` minutes less than 45, and stays for the rest. `othersStay`: the months that are
 * not cut off have undeclared presence as well, so that they stand against those that are.
 */
function cutOff(section: readonly DeclaredMonth[], { times, everyone, othersStay, upTo }: Cut, random: Random) {
  return section.map((month): DeclaredMonth & { readonly cut: boolean } => {
    const worked = Math.round(month.declared * times);
    const cut = worked > 2700 && (everyone || Number(month.person) % 2 === 0);
    const stays = othersStay ? 600 : (month.undeclared ?? 0);
    if (!cut) return { ...month, cut, declared: worked, undeclared: stays };
    const declared = 2700 - random.between(0, upTo);
    return { ...month, cut, declared, undeclared: Math.max(stays, worked - declared) };
  });
}

const sections = [...new Set(honest.map(({ group }) => group))].map(
  (section) => [section, honest.filter(({ group }) => group === section)] as const,
);
/** Of the rest of the city only months with undeclared presence take part in any comparison. */
const rest = honest.filter(({ undeclared }) => (undeclared ?? 0) > 120);

/** Sections in which at least five months of three people were cut off (all that can be judged), those found, and wrong ones. */
function measure(how: Cut) {
  const told = { able: 0, found: 0, wrong: 0 };
  for (const [section, months] of sections) {
    const changed = cutOff(months, how, randomFor('cut', section, how.times));
    const cut = changed.filter((month) => month.cut && (month.undeclared ?? 0) > 120);
    if (cut.length < 5 || new Set(cut.map(({ person }) => person)).size < 3) continue;
    const others = rest.filter(({ group }) => group !== section);
    const { limits } = judgeClipped([...others, ...changed.map(({ cut: _, ...month }) => month)]).outcome;
    const groups = limits.filter(({ level, verdict }) => level === 'group' && verdict === 'conspicuous');
    told.able += 1;
    if (groups.some(({ who, most }) => who === section && most === 2700)) told.found += 1;
    told.wrong += groups.filter(({ who }) => who !== section && who !== null).length;
  }
  return told;
}

describe('the watch of declarations in the example city', () => {
  it('looks at the staff without managers, twelve months each', () => {
    expect([staff.length, honest.length, sections.length]).toEqual([1014, 12_168, 36]);
    // Now and then somebody lingers beyond half an hour: more than two hours of it in a month is rare.
    expect(rest.length).toBe(88);
  });

  it('raises no alarm for honest declarations', () => {
    const { outcome } = judgeClipped(honest);
    expect(conspicuous(outcome)).toBe(0);
    expect(outcome.months).toBe(12_168);
  });

  it('raises none even if everyone stayed on undeclared in every month', () => {
    const { outcome } = judgeClipped(honest.map((month) => ({ ...month, undeclared: 600 })));
    expect([conspicuous(outcome), judgedIn(outcome)]).toEqual([0, 834]);
  });

  it('has a chance of a false alarm below the one it states, over four further years', () => {
    const years = [1, 2, 3, 4].map((year) => judgeClipped(otherYear(year)).outcome);
    const judged = years.reduce((sum, report) => sum + judgedIn(report), 0);
    const loose = years.reduce((sum, report) => sum + uncorrected(report), 0);
    expect(years.map(conspicuous)).toEqual([0, 0, 0, 0]);
    expect(judged).toBeGreaterThan(3_000);
    // Without the correction, a comparison at 5 % is wrong in fewer than 5 of 100, and in some.
    expect(loose).toBeGreaterThan(0);
    expect(loose / judged).toBeLessThan(0.02);
  });

  it.each([
    { name: 'everyone, up to 20 minutes below', upTo: 20, everyone: true, othersStay: false, able: 30, least: 30 },
    {
      name: 'every second person, among others who stay',
      upTo: 20,
      everyone: false,
      othersStay: true,
      able: 20,
      least: 20,
    },
    { name: 'everyone, up to an hour below', upTo: 60, everyone: true, othersStay: false, able: 30, least: 27 },
    {
      name: 'every second person, up to an hour below',
      upTo: 60,
      everyone: false,
      othersStay: true,
      able: 20,
      least: 16,
    },
    { name: 'everyone, up to two hours below', upTo: 120, everyone: true, othersStay: false, able: 30, least: 9 },
  ])('finds a section that cuts off: $name', ({ able, least, upTo, everyone, othersStay }) => {
    const told = measure({ times: 2, everyone, othersStay, upTo });
    expect(told.able).toBe(able);
    expect(told.found).toBeGreaterThanOrEqual(least);
    expect(told.wrong).toBe(0);
  });
});
