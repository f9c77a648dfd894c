import { forecastMonth } from '@tokimori/law/overtime/forecast';
import type { EpochDay } from '@tokimori/law/time/civil';
import { lastDayOf } from '@tokimori/law/time/months';
import { exceeds, FORTY_FIVE, moves } from './bounds.ts';
import { type PersonMonth, UNKNOWN } from './facts.ts';
import type { Condition } from './measure.ts';
import { type PastMonths, sumOf, type YearBefore } from './past-months.ts';
import type { Figure } from './vocabulary.ts';

export type RunningOptions = {
  /** Duty days that must be over before a pace says anything of the month's end. */
  readonly leastDays: number;
};

/** The figures of one person in one month as the days go by. */
export class RunningMonth {
  readonly of: PersonMonth;
  readonly #options: RunningOptions;
  readonly #past: PastMonths;
  #day = 0;
  #overtime = 0;
  #exceptional = 0;
  #presence = 0;
  #judged = 0;
  #left = 0;
  /** Of the months of the year before this one: their sum and how many are over 45 hours; null when one is not known. */
  readonly #before: YearBefore | null;
  #ordered = 0;

  constructor(of: PersonMonth, past: PastMonths, options: RunningOptions) {
    this.of = of;
    this.#options = options;
    this.#past = past;
    this.#before = past.yearBefore(of.month);
  }

  get day(): number {
    return this.#day;
  }

  /** The year before the month; null when a month of it is not known. */
  get before(): YearBefore | null {
    return this.#before;
  }

  /** Worked so far, and ordered of the days to come. */
  get committed(): number {
    return this.#overtime + this.#ordered;
  }

  get length(): number {
    return this.of.overtime.length;
  }

  /** Goes on to the next day, which then is over. */
  advance(): void {
    const at = this.#day;
    if (at === 0) this.#begin();
    this.#day += 1;
    this.#overtime += Math.max(0, this.of.overtime[at] ?? 0);
    this.#exceptional += Math.max(0, this.of.exceptional[at] ?? 0);
    this.#presence += Math.max(0, this.of.presence[at] ?? UNKNOWN);
    const duty = this.of.duty[at] ?? 0;
    this.#judged += duty;
    this.#ordered -= Math.max(0, this.of.ordered[at] ?? 0);
    this.#left -= duty;
  }

  /** What is still to come of the month. */
  #begin(): void {
    this.#left = sumOf(this.of.duty);
    this.#ordered = sumOf(this.of.ordered);
  }

  /**
   * Whether conditions can hold on a day of the month at all, told by what the month comes to as a whole: nobody's days are gone through for
   * bounds that they stay far below. Always so where there is no condition.
   */
  mayMeet(conditions: readonly Condition[]): boolean {
    return (
      conditions.length === 0 ||
      conditions.some(({ and = [], ...first }) =>
        [first, ...and].every((bound) => {
          const most = this.#most(bound.figure);
          return most !== null && exceeds(bound, most);
        }),
      )
    );
  }

  /** What a figure does not pass on any day of the month; null = it is not known on any. */
  #most(figure: Figure): number | null {
    const { month } = this.of;
    const total = this.#past.overtimeOf(month) ?? sumOf(this.of.overtime);
    switch (figure) {
      case 'month':
      case 'monthOrdinary':
        return total;
      case 'monthExceptional':
        return sumOf(this.of.exceptional);
      case 'forecast':
        return this.#mostForecast(total);
      case 'year':
        return this.#before === null ? null : this.#before.sum + total;
      case 'monthsOver45':
        return this.#before === null ? null : this.#before.over + Number(total > FORTY_FIVE);
      case 'yearForecast':
        return this.#before === null ? null : this.#past.yearAhead(month, this.#before, total + sumOf(this.of.ordered));
      case 'average':
        return this.#past.average(month, total);
      case 'presence':
        return this.#past.presenceOf(month);
      case 'presenceThreeMonths':
        return (this.#past.presenceOf(month) ?? 0) + this.#past.presenceBefore(month);
      case 'arriveBeforeWork':
        return mostOf(this.of.arriveBeforeWork);
      case 'leaveAfterDuty':
        return mostOf(this.of.leaveAfterDuty);
      case 'leaveAfterOvertime':
        return mostOf(this.of.leaveAfterOvertime);
    }
  }

  /** The pace of the fewest days that say anything, had all overtime been worked by then, for as many days as a month has. */
  #mostForecast(total: number): number {
    const paced = total + Math.ceil((total * this.length) / Math.max(1, this.#options.leastDays));
    return Math.max(paced, total + sumOf(this.of.ordered));
  }

  /**
   * A figure at the end of the day that is over; null = not known. Of `average` in sixtieths of a minute. Of presence the days that are known are
   * told: a missing punch does not keep somebody off a list whom the other days bring on it.
   */
  figure(figure: Figure): number | null {
    switch (figure) {
      case 'month':
        return this.#overtime;
      case 'monthOrdinary':
        return this.#overtime - this.#exceptional;
      case 'monthExceptional':
        return this.#exceptional;
      case 'forecast':
        return this.#forecast();
      case 'year':
        return this.#before === null ? null : this.#before.sum + this.#overtime;
      case 'monthsOver45':
        return this.#before === null ? null : this.#before.over + Number(this.#overtime > FORTY_FIVE);
      case 'yearForecast':
        return this.#yearForecast();
      case 'average':
        return this.#past.average(this.of.month, this.#overtime);
      case 'presence':
        return this.#presence;
      case 'presenceThreeMonths':
        return this.#presence + this.#past.presenceBefore(this.of.month);
      case 'arriveBeforeWork':
        return this.#ofDay(this.of.arriveBeforeWork);
      case 'leaveAfterDuty':
        return this.#ofDay(this.of.leaveAfterDuty);
      case 'leaveAfterOvertime':
        return this.#ofDay(this.of.leaveAfterOvertime);
    }
  }

  /** Whether the month itself has a part in a figure of the year: nothing comes to be due again in a month without overtime. */
  movedBy(figure: Figure): boolean {
    return moves(figure, this.#overtime + (figure === 'yearForecast' ? this.#ordered : 0));
  }

  /**
   * Whether conditions that hold now have held for so many months in a row that a measure of such a run begins by it: the run became so long in
   * this month, or the measure did not hold yet in the month before.
   * @param since the first day on which the measure holds
   */
  begins(conditions: readonly Condition[], lasting: number, since: EpochDay): boolean {
    const { month } = this.of;
    const held = (back: number) => conditions.some((each) => this.#past.heldAtEnd(each, month - back, month));
    for (let back = 1; back < lasting; back += 1) if (!held(back)) return false;
    return !held(lasting) || lastDayOf(month - 1) < since;
  }

  #ofDay(minutes: Int16Array): number | null {
    const found = minutes[this.#day - 1] ?? UNKNOWN;
    return found === UNKNOWN ? null : found;
  }

  #forecast(): number | null {
    if (this.#judged < this.#options.leastDays) return null;
    const pace = {
      judgedMinutes: this.#overtime,
      judgedDays: this.#judged,
      daysLeft: this.#left,
      orderedAhead: this.#ordered,
    };
    return forecastMonth(this.#overtime, pace);
  }

  #yearForecast(): number | null {
    if (this.#before === null) return null;
    return this.#past.yearAhead(this.of.month, this.#before, this.#overtime + this.#ordered);
  }
}

/** The longest of some lengths of days; null when no day is known. */
function mostOf(minutes: Int16Array): number | null {
  let most = UNKNOWN;
  for (const each of minutes) if (each > most) most = each;
  return most === UNKNOWN ? null : most;
}
