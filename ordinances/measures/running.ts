import { averageLengths } from '@tokimori/law/overtime/caps/caps';
import { forecastMonth } from '@tokimori/law/overtime/forecast';
import { firstMonthOf, fiscalYearOf, type MonthIndex } from '@tokimori/law/time/months';
import { type PersonHistory, type PersonMonth, UNKNOWN } from './facts.ts';
import type { Figure } from './vocabulary.ts';

/** Averages of 2 to 6 months are whole numbers of a sixtieth of a minute. */
const SIXTIETHS = 60;
const FORTY_FIVE = 45 * 60;

export type RunningOptions = {
  readonly yearStartMonth: number;
  /** Duty days that must be over before a pace says anything of the month's end. */
  readonly leastDays: number;
};

const sumOf = (minutes: Int16Array): number => minutes.reduce((sum, each) => sum + Math.max(0, each), 0);
/** The figures of one person in one month as the days go by. */
export class RunningMonth {
  readonly of: PersonMonth;
  readonly #options: RunningOptions;
  readonly #totals: ReadonlyMap<MonthIndex, number>;
  readonly #presences: ReadonlyMap<MonthIndex, number>;
  #day = 0;
  #overtime = 0;
  #exceptional = 0;
  #presence = 0;
  #judged = 0;
  #left: number;
  /** Of the months of the year before this one: their sum and how many are over 45 hours; null when one is not known. */
  readonly #before: { readonly sum: number; readonly over: number } | null;
  #ordered: number;

  constructor(of: PersonMonth, totals: Totals, options: RunningOptions) {
    this.of = of;
    this.#options = options;
    this.#totals = totals.overtime;
    this.#presences = totals.presence;
    this.#left = of.duty.reduce((sum, each) => sum + each, 0);
    this.#before = this.#yearBefore(totals.since);
    this.#ordered = sumOf(of.ordered);
  }

  get day(): number {
    return this.#day;
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
      case 'average':
        return this.#average();
      case 'presence':
        return this.#presence;
      case 'presenceThreeMonths':
        return this.#presenceThreeMonths();
      case 'leaveAfterDuty':
        return this.#ofDay(this.of.leaveAfterDuty);
      case 'leaveAfterOvertime':
        return this.#ofDay(this.of.leaveAfterOvertime);
    }
  }

  /** Whether the month itself has a part in a figure of the year: nothing comes to be due again in a month without overtime. */
  movedBy(figure: Figure): boolean {
    if (figure === 'year') return this.#overtime > 0;
    return figure !== 'monthsOver45' || this.#overtime > FORTY_FIVE;
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

  #yearBefore(since: MonthIndex): { sum: number; over: number } | null {
    const { month } = this.of;
    const { yearStartMonth } = this.#options;
    let [sum, over] = [0, 0];
    for (let each = firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth); each < month; each += 1) {
      const total = this.#totals.get(each) ?? (each < since ? 0 : undefined);
      if (total === undefined) return null;
      sum += total;
      over += Number(total > FORTY_FIVE);
    }
    return { sum, over };
  }

  /** The longest mean of two to six months that end with this one; windows with an unknown month are left out. */
  #average(): number | null {
    let [sum, longest]: [number, number | null] = [this.#overtime, null];
    const most = Math.max(...averageLengths);
    for (let length = 2; length <= most; length += 1) {
      const total = this.#totals.get(this.of.month - length + 1);
      if (total === undefined) break;
      sum += total;
      const mean = (sum * SIXTIETHS) / length;
      if (longest === null || mean > longest) longest = mean;
    }
    return longest;
  }

  #presenceThreeMonths(): number {
    const before = (months: number) => this.#presences.get(this.of.month - months) ?? 0;
    return this.#presence + before(1) + before(2);
  }
}

/** Sums of a person's months. */
export type Totals = {
  readonly overtime: ReadonlyMap<MonthIndex, number>;
  readonly presence: ReadonlyMap<MonthIndex, number>;
  /** The first month of service: before it nothing was worked. */
  readonly since: MonthIndex;
};

export function totalsOf({ months, earlier = [], since = Number.NEGATIVE_INFINITY }: PersonHistory): Totals {
  const sums = [
    ...earlier,
    ...months.map(({ month, overtime, presence }) => ({
      month,
      overtime: sumOf(overtime),
      presence: sumOf(presence),
    })),
  ];
  return {
    overtime: new Map(sums.map(({ month, overtime }) => [month, overtime])),
    presence: new Map(sums.map(({ month, presence }) => [month, presence])),
    since,
  };
}

/** A threshold in the unit in which {@link RunningMonth.figure} answers. */
export const thresholdOf = (figure: Figure, value: number): number =>
  figure === 'average' ? value * SIXTIETHS : value;
