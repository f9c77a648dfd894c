import type { Decision } from '../decision/decision.ts';
import { statutoryCitations as cites } from './citations.ts';
import { type Classed, classesOf, classify, type Steps } from './classify.ts';
import { findDaysOff } from './days-off.ts';
import { sumMonths } from './months.ts';
import { piecesOf, sum } from './pieces.ts';
import { modelStatutoryHours, type StatutoryHoursRules } from './rules.ts';
import type {
  AveragingPeriod,
  DayCount,
  StatutoryCount,
  StatutoryInput,
  StatutoryStepName,
  WorkedDay,
} from './types.ts';
import { readWeeks } from './weeks.ts';

/** 非現業: overtime rests on 労基法33条3項, so that 33条1項 is never the ground. */
const needsAgreement = ({ workplace }: StatutoryInput): boolean =>
  workplace.enterprise || workplace.appdxTable1 !== null;

function withoutDisaster(day: WorkedDay): WorkedDay {
  return { ...day, overtime: day.overtime.map((span) => ({ ...span, basis: 'agreement' })) };
}

function readDays(input: StatutoryInput, rules: StatutoryHoursRules, steps: Steps) {
  const weeks = readWeeks(input, rules.weekStart);
  if (needsAgreement(input)) return weeks;
  const minutes = sum(
    weeks
      .flat()
      .flatMap(piecesOf)
      .filter(({ disasterNeed }) => disasterNeed),
  );
  if (minutes > 0) steps.push({ says: 'disasterUnneeded', figures: { minutes }, citation: cites.publicNeed });
  return weeks.map((week) => week.map(withoutDisaster));
}

function sayAveraging(averaging: readonly AveragingPeriod[], steps: Steps): void {
  if (averaging.length === 0) steps.push({ says: 'noAveraging', figures: {}, citation: cites.averaging });
  for (const { from, through } of averaging) {
    steps.push({ says: 'averagingApplies', figures: { from, through }, citation: cites.averaging });
  }
}

function countDate({ date }: WorkedDay, classed: readonly Classed[], statutoryDayOff: boolean): DayCount {
  const pieces = classed.filter((piece) => piece.date === date);
  const of = (source: Classed['source']) => sum(pieces.filter((piece) => piece.source === source));
  return { date, regular: of('regular'), overtime: of('overtime'), statutoryDayOff, ...classesOf(pieces) };
}

/**
 * Which minutes of whole weeks count for which limit of 労基法36条: 法定内, 法定外 (by day, week and averaging period),
 * 法定休日労働, and apart from them what was ordered by 33条1項. All lengths in minutes; the sums of a month fit `judgeOvertime`.
 * @throws ImpossibleWeeks, NotInForce (days before 1997-04-01)
 */
export function countStatutoryHours(
  input: StatutoryInput,
  rules: StatutoryHoursRules = modelStatutoryHours,
): Decision<StatutoryCount, StatutoryStepName> {
  const steps: Steps = [];
  const weeks = readDays(input, rules, steps);
  sayAveraging(input.averaging, steps);
  const daysOff = findDaysOff(weeks, rules.legalHoliday);
  steps.push(...daysOff.steps);
  const classed = classify(weeks, input.averaging, daysOff.statutory, steps);
  const days = weeks.flat().map((day) => countDate(day, classed, daysOff.statutory.has(day.date)));
  const months = sumMonths(days, rules, steps);
  return { outcome: { days, months }, steps };
}
