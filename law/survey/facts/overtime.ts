import { firstMonthOf, formatYearMonth, type MonthIndex } from '../../time/months.ts';
import { surveyCitations } from '../citations.ts';
import { checkCount, checkOnce, ImpossibleSurvey } from '../defects.ts';
import type { LongHoursCounts } from '../figures/overtime.ts';
import type { BureauKind, SurveyRules } from '../rules.ts';
import type { SurveyStep } from '../table.ts';
import type { Bureau, OvertimeFacts, PersonMonth } from './types.ts';

/** 月45時間 and 月100時間 of the tables, in minutes: more than the one, at least the other. */
const BASE = 45 * 60;
const LONG = 100 * 60;

/** Overtime of one 部局 and month of the surveyed population. */
export type OvertimeCounts = LongHoursCounts & { readonly minutes: number };
export const noOvertime: OvertimeCounts = { heads: 0, minutes: 0, between: 0, above: 0 };

export const addOvertime = (a: OvertimeCounts, b: OvertimeCounts): OvertimeCounts => ({
  heads: a.heads + b.heads,
  minutes: a.minutes + b.minutes,
  between: a.between + b.between,
  above: a.above + b.above,
});

/** Counts by month, and in it by 部局. */
export type OvertimeByMonth = ReadonlyMap<MonthIndex, ReadonlyMap<string, OvertimeCounts>>;

/** Whom the overtime tables leave out. */
export function isSurveyed(kind: BureauKind, managerial: boolean, rules: SurveyRules): boolean {
  return !rules.overtimeExcludes.includes(kind) && !(managerial && rules.overtimeExcludesManagerial);
}

const keyOf = (month: MonthIndex, bureau: string, managerial: boolean) => `${month} ${bureau} ${managerial}`;

/** Heads by month, 部局 and managerial; every month of the year has some. @throws ImpossibleSurvey */
function readHeads(
  { headcounts }: OvertimeFacts,
  first: MonthIndex,
  bureaus: ReadonlyMap<string, Bureau>,
): Map<string, number> {
  const place = (position: number) => `overtime.headcounts[${position}]`;
  checkOnce(
    headcounts.map(({ month, bureau, managerial }) => keyOf(month, bureau, managerial)),
    place,
  );
  const heads = new Map<string, number>();
  headcounts.forEach(({ month, bureau, managerial, heads: many }, position) => {
    if (month < first || month > first + 11) throw new ImpossibleSurvey('monthOutside', place(position), { month });
    if (!bureaus.has(bureau)) throw new ImpossibleSurvey('unknownBureau', place(position), {}, { bureau });
    heads.set(keyOf(month, bureau, managerial), checkCount(many, `${place(position)}.heads`));
  });
  for (let month = first; month < first + 12; month += 1) {
    if (!headcounts.some((each) => each.month === month)) {
      throw new ImpossibleSurvey('monthMissing', 'overtime.headcounts', { month }, { month: formatYearMonth(month) });
    }
  }
  return heads;
}

function checkMonth(entry: PersonMonth, place: string, first: MonthIndex, bureaus: ReadonlyMap<string, Bureau>): void {
  const { month, bureau, overtime, exceptional, legalHolidayWork } = entry;
  if (month > first + 11) throw new ImpossibleSurvey('monthOutside', place, { month });
  if (!bureaus.has(bureau)) throw new ImpossibleSurvey('unknownBureau', place, {}, { bureau });
  for (const minutes of [overtime, exceptional, legalHolidayWork]) checkCount(minutes, place);
  if (exceptional > overtime) throw new ImpossibleSurvey('exceptionalOverOvertime', place, { exceptional, overtime });
}

/** The person-months of the surveyed year, with their places. @throws ImpossibleSurvey */
function readMonths({ people }: OvertimeFacts, first: MonthIndex, bureaus: ReadonlyMap<string, Bureau>) {
  checkOnce(
    people.map(({ id }) => id),
    (position) => `overtime.people[${position}].id`,
  );
  return people.flatMap(({ months }, position) => {
    const place = (at: number) => `overtime.people[${position}].months[${at}]`;
    checkOnce(
      months.map(({ month }) => String(month)),
      place,
    );
    months.forEach((entry, at) => {
      checkMonth(entry, place(at), first, bureaus);
    });
    return months.filter(({ month }) => month >= first);
  });
}

function countMonths(months: readonly PersonMonth[], heads: number, place: string): OvertimeCounts {
  if (months.length > heads) throw new ImpossibleSurvey('moreThanHeads', place, { people: months.length, heads });
  return months.reduce<OvertimeCounts>(
    (sum, { overtime }) => ({
      heads,
      minutes: sum.minutes + overtime,
      between: sum.between + Number(overtime > BASE && overtime < LONG),
      above: sum.above + Number(overtime >= LONG),
    }),
    { ...noOvertime, heads },
  );
}

/** What the population leaves out, told once. */
function populationSteps(counted: number, outside: number, managers: number, rules: SurveyRules): SurveyStep[] {
  const citation = surveyCitations.overtimePopulation;
  return [
    {
      says: 'overtimePopulation',
      figures: { heads: counted, outside },
      words: { bureaus: rules.overtimeExcludes.join(' ') },
      citation,
    },
    rules.overtimeExcludesManagerial
      ? { says: 'managerialOutside', figures: { heads: managers }, citation }
      : { says: 'managerialInside', figures: {}, citation },
  ];
}

/** Groups person-months by month, 部局 and managerial. */
function groupMonths(months: readonly PersonMonth[]): ReadonlyMap<string, readonly PersonMonth[]> {
  const groups = new Map<string, PersonMonth[]>();
  for (const entry of months) {
    const key = keyOf(entry.month, entry.bureau, entry.managerial);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}

/**
 * Counts the overtime of a fiscal year by month and 部局, within the surveyed population. A head without a record worked no
 * overtime. @throws ImpossibleSurvey
 */
export function countOvertime(
  facts: OvertimeFacts,
  fiscalYear: number,
  bureaus: ReadonlyMap<string, Bureau>,
  rules: SurveyRules,
): { readonly byMonth: OvertimeByMonth; readonly steps: readonly SurveyStep[] } {
  const first = firstMonthOf(fiscalYear);
  const heads = readHeads(facts, first, bureaus);
  const months = groupMonths(readMonths(facts, first, bureaus));
  const byMonth = new Map<MonthIndex, Map<string, OvertimeCounts>>();
  const seen = { inside: 0, outside: 0, managers: 0, records: 0 };
  const addCell = (month: MonthIndex, { id, kind }: Bureau, managerial: boolean) => {
    const key = keyOf(month, id, managerial);
    const many = heads.get(key) ?? 0;
    const found = months.get(key) ?? [];
    const counts = countMonths(found, many, `overtime.people ${formatYearMonth(month)} ${id}`);
    if (isSurveyed(kind, managerial, rules)) {
      const ofMonth = byMonth.get(month) ?? new Map<string, OvertimeCounts>();
      byMonth.set(month, ofMonth.set(id, addOvertime(ofMonth.get(id) ?? noOvertime, counts)));
      seen.inside += many;
      seen.records += found.length;
    } else if (isSurveyed(kind, false, rules)) seen.managers += many;
    else seen.outside += many;
  };
  for (let month = first; month < first + 12; month += 1) {
    for (const bureau of bureaus.values()) for (const managerial of [false, true]) addCell(month, bureau, managerial);
  }
  const steps: SurveyStep[] = [
    ...populationSteps(seen.inside, seen.outside, seen.managers, rules),
    { says: 'recordsOf', figures: { people: seen.records, silent: seen.inside - seen.records } },
  ];
  return { byMonth, steps };
}
