import { judgeOvertime } from '../../overtime/judge-overtime.ts';
import type { LimitVerdict, OvertimeMonth } from '../../overtime/types.ts';
import { hours } from '../../time/minutes.ts';
import { firstMonthOf, fiscalYearOf, lastDayOf, type MonthIndex } from '../../time/months.ts';
import { surveyCitations } from '../citations.ts';
import { type CapRow, capRows } from '../layouts/sheets.ts';
import { counted } from '../measured.ts';
import type { Figures, SurveyStep } from '../table.ts';
import type { OvertimeFacts, Person } from './types.ts';

/** One person under one limit of the year. */
type Standing = { exceeded: Set<number>; excused: Set<number>; notJudged: boolean };

const ordinanceRow: Readonly<Partial<Record<LimitVerdict['limit'], CapRow>>> = {
  average: 'average',
  monthsOver45: 'monthsOver45',
  afterTransfer: 'afterTransfer',
};
const article36Row: Readonly<Record<LimitVerdict['limit'], CapRow>> = {
  monthly: 'article36Monthly',
  monthlyTotal: 'article36MonthlyTotal',
  average: 'article36Average',
  annual: 'article36Annual',
  monthsOver45: 'article36MonthsOver',
  afterTransfer: 'afterTransfer',
};

/** The row of a verdict: monthly and annual limits of the ordinance differ by the kind of department, which their cap tells. */
function rowOf({ limit, cap }: LimitVerdict, regime: Person['regime']): CapRow {
  if (regime === 'article36') return article36Row[limit];
  if (limit === 'monthly') return cap === hours(100) ? 'externallyDrivenMonthly' : 'selfDirectedMonthly';
  return ordinanceRow[limit] ?? (cap === hours(720) ? 'externallyDrivenAnnual' : 'selfDirectedAnnual');
}

/** The month that a verdict is about: its month, the end of its window, the first of its period, or the whole year (0). */
function periodOf(verdict: LimitVerdict): number {
  if (verdict.limit === 'monthly' || verdict.limit === 'monthlyTotal') return verdict.month;
  if (verdict.limit === 'average') return verdict.through;
  return verdict.limit === 'afterTransfer' ? verdict.from : 0;
}

function isOfYear(verdict: LimitVerdict, fiscalYear: number): boolean {
  if ('fiscalYear' in verdict) return verdict.fiscalYear === fiscalYear;
  return fiscalYearOf(periodOf(verdict)) === fiscalYear;
}

/** The months under a cap: those of managers are not; months of the year without a record are 0:00. */
function historyMonths({ months }: Person, first: MonthIndex): OvertimeMonth[] {
  const given = months.filter(({ managerial }) => !managerial);
  const known = new Set(given.map(({ month }) => month));
  const silent = Array.from({ length: 12 }, (_, at) => first + at).filter((month) => !known.has(month));
  const silentMonths = silent.map(
    (month): OvertimeMonth => ({
      month,
      department: 'selfDirected',
      overtime: 0,
      exceptional: 0,
      legalHolidayWork: 0,
    }),
  );
  return [...given, ...silentMonths];
}

/** The verdicts of the year; `countOvertime` has refused what cannot be judged. */
function judge(person: Person, fiscalYear: number): readonly LimitVerdict[] {
  const first = firstMonthOf(fiscalYear);
  return judgeOvertime({
    regime: person.regime,
    months: historyMonths(person, first),
    transfers: person.transfers,
    asOf: lastDayOf(first + 11),
    ...(person.employedFrom === undefined ? {} : { employedFrom: person.employedFrom }),
    ...(person.agreement === undefined ? {} : { agreement: person.agreement }),
  }).limits.filter((verdict) => isOfYear(verdict, fiscalYear));
}

function standingsOf(person: Person, verdicts: readonly LimitVerdict[]): ReadonlyMap<CapRow, Standing> {
  const standings = new Map<CapRow, Standing>();
  for (const verdict of verdicts) {
    const row = rowOf(verdict, person.regime);
    const standing = standings.get(row) ?? { exceeded: new Set(), excused: new Set(), notJudged: false };
    standings.set(row, standing);
    if (verdict.verdict === 'exceeded') standing.exceeded.add(periodOf(verdict));
    if (verdict.verdict === 'exceededForExceptionalWork') standing.excused.add(periodOf(verdict));
    standing.notJudged ||= verdict.verdict === 'notJudged';
  }
  return standings;
}

/** Periods in which a limit was exceeded, and those of them in which every excess was 特例業務. */
function timesOf({ exceeded, excused }: Standing): { times: number; exceptional: number } {
  const exceptional = [...excused].filter((period) => !exceeded.has(period)).length;
  return { times: exceeded.size + exceptional, exceptional };
}

function figuresOf(standings: readonly Standing[], place: string): Figures {
  let [times, exceptional, people, excusedPeople, notJudged] = [0, 0, 0, 0, 0];
  for (const standing of standings) {
    const own = timesOf(standing);
    times += own.times;
    exceptional += own.exceptional;
    people += Number(own.times > 0);
    excusedPeople += Number(own.times > 0 && own.times === own.exceptional);
    notJudged += Number(own.times === 0 && standing.notJudged);
  }
  return {
    times: counted(times, place),
    timesExceptional: counted(exceptional, place),
    people: counted(people, place),
    peopleExceptional: counted(excusedPeople, place),
    peopleNotJudged: counted(notJudged, place),
  };
}

/**
 * Who exceeded which cap in a fiscal year: person-months (a window counts at the month it ends in, once) and persons, and
 * those of them whose excess was 特例業務. Everyone under a cap counts, whatever the 部局.
 * @param facts as `countOvertime` has checked them
 */
export function countCaps(
  facts: OvertimeFacts,
  fiscalYear: number,
): { readonly figures: ReadonlyMap<string, Figures>; readonly steps: readonly SurveyStep[] } {
  const underCap = facts.people.flatMap((person) => {
    if (person.months.every(({ managerial }) => managerial)) return [];
    return [standingsOf(person, judge(person, fiscalYear))];
  });
  const figures = new Map<string, Figures>();
  for (const { id } of capRows) {
    const standings = underCap.flatMap((each) => each.get(id) ?? []);
    if (standings.length > 0) figures.set(id, figuresOf(standings, id));
  }
  const notJudged = underCap.filter((each) => [...each.values()].some((standing) => standing.notJudged)).length;
  const citation = surveyCitations.capsExceeded;
  return { figures, steps: [{ says: 'capsJudged', figures: { people: underCap.length, notJudged }, citation }] };
}
