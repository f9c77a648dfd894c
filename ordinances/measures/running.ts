import { forecastMonth } from '@tokimori/law/overtime/forecast';
import type { EpochDay } from '@tokimori/law/time/civil';
import { lastDayOf } from '@tokimori/law/time/months';
import { FORTY_FIVE, moves } from './bounds.ts';
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
  #left: number;
  /** Of the months of the year before this one: their sum and how many are over 45 hours; null when one is not known. */
  readonly #before: YearBefore | null;
  #ordered: number;

  constructor(of: PersonMonth, past: PastMonths, options: RunningOptions) {
    this.of = of;
    this.#options = options;
    this.#past = past;
    this.#left = of.duty.reduce((sum, each) => sum + each, 0);
    this.#before = past.yearBefore(of.month);
    this.#ordered = sumOf(of.ordered);
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
    this.#day += 1;
    this.#overtime += Math.max(0, this.of.overtime[at] ?? 0);
    this.#exceptional += Math.max(0, this.of.exceptional[at] ?? 0);
    this.#presence += Math.max(0, this.of.presence[at] ?? UNKNOWN);
    const duty = this.of.duty[at] ?? 0;
    this.#judged += duty;
    this.#ordered -= Math.max(0, this.of.ordered[at] ?? 0);
    this.#left -= duty;
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
