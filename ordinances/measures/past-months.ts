import { averageLengths } from '@tokimori/law/overtime/caps/caps';
import { forecastPeriod, roundHalfUp } from '@tokimori/law/overtime/forecast';
import { firstMonthOf, fiscalYearOf, type MonthIndex } from '@tokimori/law/time/months';
import { exceeds, FORTY_FIVE, moves, SIXTIETHS } from './bounds.ts';
import type { PersonHistory } from './facts.ts';
import type { Condition } from './measure.ts';
import type { Figure } from './vocabulary.ts';

export function sumOf(minutes: Int16Array | Uint8Array): number {
  let sum = 0;
  for (const each of minutes) if (each > 0) sum += each;
  return sum;
}

/** A year before one of its months: its sum in minutes, and its months over 45 hours. */
export type YearBefore = { readonly sum: number; readonly over: number };

/** The sums of a person's months, and what a year, an average or three months come to at the end of one. */
export class PastMonths {
  readonly #overtime: ReadonlyMap<MonthIndex, number>;
  /** Made when it is asked for. */
  #presence: ReadonlyMap<MonthIndex, number> | null = null;
  readonly #history: PersonHistory;
  /** The first month of service: before it nothing was worked. */
  readonly #since: MonthIndex;
  readonly #yearStartMonth: number;

  constructor(history: PersonHistory, yearStartMonth: number) {
    const { months, earlier = [], since = Number.NEGATIVE_INFINITY } = history;
    this.#history = history;
    this.#overtime = new Map([...earlier, ...months].map((each) => [each.month, whole(each.overtime)]));
    this.#since = since;
    this.#yearStartMonth = yearStartMonth;
  }

  /** The months of the year before one; null when one of them is not known. */
  yearBefore(month: MonthIndex): YearBefore | null {
    let [sum, over] = [0, 0];
    for (let each = this.#yearBegins(month); each < month; each += 1) {
      const total = this.#overtime.get(each) ?? (each < this.#since ? 0 : undefined);
      if (total === undefined) return null;
      sum += total;
      over += Number(total > FORTY_FIVE);
    }
    return { sum, over };
  }

  /**
   * What the year comes to at its end, in minutes: the months that are over, their mean for each month to come, and the running month with what is
   * known of it, or the mean where that is more. Within a month it never falls, so that one busy week is not taken for the year.
   * @param known of the running month: worked and ordered
   */
  yearAhead(month: MonthIndex, { sum }: YearBefore, known: number): number {
    const begins = this.#yearBegins(month);
    const elapsed = month - Math.max(begins, this.#since);
    if (elapsed < 1) return sum + known;
    const months = begins + 12 - month;
    return forecastPeriod(0, sum, elapsed, months) + Math.max(0, known - roundHalfUp(sum, elapsed));
  }

  /** What the months of the year before one come to on the mean, in minutes; null when none is over, or one is not known. */
  meanBefore(month: MonthIndex): number | null {
    const year = this.yearBefore(month);
    const elapsed = month - Math.max(this.#yearBegins(month), this.#since);
    return year === null || elapsed < 1 ? null : roundHalfUp(year.sum, elapsed);
  }

  /** Whether a year begins with a month. */
  beginsYear(month: MonthIndex): boolean {
    return this.#yearBegins(month) === month;
  }

  /**
   * The longest mean of two to six months that end with one, in sixtieths of a minute; windows with an unknown month are left out.
   * @param before what the month before it is taken for, where that is not over
   */
  average(month: MonthIndex, last: number, before?: number): number | null {
    let [sum, longest]: [number, number | null] = [last, null];
    const most = Math.max(...averageLengths);
    for (let length = 2; length <= most; length += 1) {
      const total = length === 2 && before !== undefined ? before : this.#overtime.get(month - length + 1);
      if (total === undefined) break;
      sum += total;
      const mean = (sum * SIXTIETHS) / length;
      if (longest === null || mean > longest) longest = mean;
    }
    return longest;
  }

  /** The overtime of a month that is told; null of one that is not known. */
  overtimeOf(month: MonthIndex): number | null {
    return this.#overtime.get(month) ?? null;
  }

  /** The presence beyond duty of a month, of the days that are known; null of a month that is not. */
  presenceOf(month: MonthIndex): number | null {
    const { months, earlier = [] } = this.#history;
    this.#presence ??= new Map([...earlier, ...months].map((each) => [each.month, whole(each.presence)]));
    return this.#presence.get(month) ?? null;
  }

  /** Presence of the two months before one. */
  presenceBefore(month: MonthIndex): number {
    return (this.presenceOf(month - 1) ?? 0) + (this.presenceOf(month - 2) ?? 0);
  }

  /** Whether a condition held at the end of a month before another; a figure that is not known does not. */
  heldAtEnd({ and = [], ...first }: Condition, month: MonthIndex, seenFrom: MonthIndex): boolean {
    const total = this.#overtime.get(month);
    if (total === undefined || !moves(first.figure, total)) return false;
    return [first, ...and].every((bound) => {
      const found = this.#atEnd(bound.figure, month, total, seenFrom);
      return found !== null && exceeds(bound, found);
    });
  }

  /** A figure at the end of a month that is over. Figures of a year count from its first month: what the year before came to is another matter. */
  #atEnd(figure: Figure, month: MonthIndex, total: number, seenFrom: MonthIndex): number | null {
    const year = month >= this.#yearBegins(seenFrom) ? this.yearBefore(month) : null;
    switch (figure) {
      case 'month':
        return total;
      case 'year':
        return year === null ? null : year.sum + total;
      case 'yearForecast':
        return year === null ? null : this.yearAhead(month, year, total);
      case 'monthsOver45':
        return year === null ? null : year.over + Number(total > FORTY_FIVE);
      case 'average':
        return this.average(month, total);
      case 'presence':
        return this.presenceOf(month);
      case 'presenceThreeMonths':
        return (this.presenceOf(month) ?? 0) + this.presenceBefore(month);
      default:
        return null;
    }
  }

  #yearBegins(month: MonthIndex): MonthIndex {
    return firstMonthOf(fiscalYearOf(month, this.#yearStartMonth), this.#yearStartMonth);
  }
}

const whole = (minutes: number | Int16Array): number => (typeof minutes === 'number' ? minutes : sumOf(minutes));
