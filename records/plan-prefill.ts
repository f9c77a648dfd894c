import { type EpochDay, weekdayOf } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { firstDayOf, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { PlanLine } from './plan.ts';

/** Overtime of a person for one work, in minutes. */
export type WorkHours = { readonly work: string; readonly minutes: Minutes };

/** What is known of a person when a plan is begun. */
export type PlanPerson = {
  readonly staff: string;
  /** In the same month of last year, in this section, by work. */
  readonly lastYear: readonly WorkHours[];
  /** In the running month so far, by work. */
  readonly running: readonly WorkHours[];
  /** Expected at the end of the running month; null = not known. */
  readonly forecast: Minutes | null;
};

/** Works of a person that get a line of their own; the rest is added to the last of them. */
const WORKS = 3;

/**
 * Lines to begin a plan with: of each person the works and hours of the same month of last year; of those who had none, the forecast of the
 * running month under their work of it. The head changes them: they are a beginning, no proposal.
 */
export function prefillLines(people: readonly PlanPerson[]): readonly PlanLine[] {
  return people.flatMap(({ staff, lastYear, running, forecast }) => {
    const before = longestFirst(lastYear);
    if (before.length > 0) return foldedInto(before).map((each) => lineOf(staff, each));
    const [main] = longestFirst(running);
    const expected = forecast ?? running.reduce((sum, { minutes }) => sum + minutes, 0);
    return expected > 0 ? [lineOf(staff, { work: main?.work ?? '', minutes: expected })] : [];
  });
}

const lineOf = (staff: string, { work, minutes }: WorkHours): PlanLine => ({
  staff,
  work,
  reason: '',
  weeks: null,
  minutes,
});

const longestFirst = (works: readonly WorkHours[]): readonly WorkHours[] =>
  works
    .filter(({ minutes }) => minutes > 0)
    .toSorted((a, b) => b.minutes - a.minutes || (a.work < b.work ? -1 : a.work > b.work ? 1 : 0));

/** The longest works; no minute of the others is lost. */
function foldedInto(works: readonly WorkHours[]): readonly WorkHours[] {
  const shown = works.slice(0, WORKS);
  const rest = works.slice(WORKS).reduce((sum, { minutes }) => sum + minutes, 0);
  const last = shown.at(-1);
  if (rest === 0 || last === undefined) return shown;
  return [...shown.slice(0, -1), { work: `${last.work} ほか`, minutes: last.minutes + rest }];
}

/** A week of a month, both days inclusive. */
export type PlanWeek = { readonly from: EpochDay; readonly through: EpochDay };

/** Weeks of a month from Monday to Sunday; the first and the last as far as the month reaches. Four to six. */
export function weeksOf(month: MonthIndex): readonly PlanWeek[] {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const weeks: PlanWeek[] = [];
  for (let from = first; from <= last; ) {
    const through = Math.min(last, from + ((7 - weekdayOf(from)) % 7));
    weeks.push({ from, through });
    from = through + 1;
  }
  return weeks;
}
