import { civilOf, type EpochDay, weekdayOf } from '../time/civil.ts';
import { firstDayOf, lastDayOf, lengthOf, monthOf } from '../time/months.ts';
import type { Span } from '../time/spans.ts';
import type { AveragingPeriod, StatutoryInput, WorkedDay } from './types.ts';

export const DAY = 24 * 60;
const LATEST = 2 * DAY;

/** What can be wrong with the days given. */
export type WeekDefect =
  | 'noDay'
  | 'dayTwice'
  | 'gap'
  | 'notWholeWeeks'
  | 'emptySpan'
  | 'spanOutsideDay'
  | 'spansOverlap'
  | 'hoursOnDayOff'
  | 'noHoursOnDutyDay'
  | 'moreRegularThanAllotted'
  | 'weekAfterNeeded'
  | 'periodTooLong'
  | 'periodReversed'
  | 'periodsOverlap'
  | 'periodNotCovered'
  | 'weekStartUnknown';

/** Thrown when days cannot have been worked as they are given; `date` is the day that shows it. */
export class ImpossibleWeeks extends Error {
  override readonly name = 'ImpossibleWeeks';
  readonly defect: WeekDefect;
  readonly date: EpochDay | null;
  constructor(defect: WeekDefect, date: EpochDay | null) {
    super(`${defect} ${date ?? ''}`);
    this.defect = defect;
    this.date = date;
  }
}

const lengthsOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, until }) => sum + until - from, 0);

function checkDay(day: WorkedDay): void {
  const { date, kind, allotted, regular, overtime } = day;
  for (const { from, until } of [...regular, ...overtime]) {
    if (until <= from) throw new ImpossibleWeeks('emptySpan', date);
    if (from < 0 || until > LATEST) throw new ImpossibleWeeks('spanOutsideDay', date);
  }
  if (kind === 'weeklyDayOff' && allotted > 0) throw new ImpossibleWeeks('hoursOnDayOff', date);
  if (kind !== 'weeklyDayOff' && allotted <= 0) throw new ImpossibleWeeks('noHoursOnDutyDay', date);
  if (lengthsOf(regular) > allotted) throw new ImpossibleWeeks('moreRegularThanAllotted', date);
}

/** No minute is worked twice, also not by a shift that runs into the next day. */
function checkOverlap(days: readonly WorkedDay[]): void {
  const all = days
    .flatMap(({ date, regular, overtime }) =>
      [...regular, ...overtime].map(({ from, until }) => ({
        date,
        from: date * DAY + from,
        until: date * DAY + until,
      })),
    )
    .sort((a, b) => a.from - b.from);
  all.forEach(({ from, date }, at) => {
    const before = all[at - 1];
    if (before !== undefined && from < before.until) throw new ImpossibleWeeks('spansOverlap', date);
  });
}

function checkPeriods(periods: readonly AveragingPeriod[], first: EpochDay, last: EpochDay): void {
  const ordered = periods.toSorted((a, b) => a.from - b.from);
  ordered.forEach(({ from, through }, at) => {
    if (through < from) throw new ImpossibleWeeks('periodReversed', from);
    if (through > endOfOneMonth(from)) throw new ImpossibleWeeks('periodTooLong', from);
    if (from < first || through > last) throw new ImpossibleWeeks('periodNotCovered', from);
    const before = ordered[at - 1];
    if (before !== undefined && from <= before.through) throw new ImpossibleWeeks('periodsOverlap', from);
  });
}

/** The last day of one month counted from a day: the day before the same day of the next month, else that month's end. */
export function endOfOneMonth(from: EpochDay): EpochDay {
  const next = monthOf(from) + 1;
  const { day } = civilOf(from);
  return day > lengthOf(next) ? lastDayOf(next) : firstDayOf(next) + day - 2;
}

/**
 * The days in order, week by week.
 * @param weekStart 0 = Sunday … 6 = Saturday.
 * @throws ImpossibleWeeks
 */
export function readWeeks(input: StatutoryInput, weekStart: number): readonly (readonly WorkedDay[])[] {
  if (!Number.isInteger(weekStart) || weekStart < 0 || weekStart > 6)
    throw new ImpossibleWeeks('weekStartUnknown', null);
  const days = input.days.toSorted((a, b) => a.date - b.date);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) throw new ImpossibleWeeks('noDay', null);
  days.forEach((day, at) => {
    const before = days[at - 1];
    if (before !== undefined && day.date === before.date) throw new ImpossibleWeeks('dayTwice', day.date);
    if (before !== undefined && day.date !== before.date + 1) throw new ImpossibleWeeks('gap', before.date + 1);
    checkDay(day);
  });
  if (weekdayOf(first.date) !== weekStart) throw new ImpossibleWeeks('notWholeWeeks', first.date);
  if (days.length % 7 !== 0) throw new ImpossibleWeeks('notWholeWeeks', last.date);
  if ([...last.regular, ...last.overtime].some(({ until }) => until > DAY))
    throw new ImpossibleWeeks('weekAfterNeeded', last.date);
  checkOverlap(days);
  checkPeriods(input.averaging, first.date, last.date);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
