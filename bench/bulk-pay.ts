import { type BulkHistories, standingsOf } from '@tokimori/law/overtime/bulk/bulk';
import { type BulkPayMonths, payHoursOf, type SpanColumns } from '@tokimori/law/pay/bulk';
import type { MonthIndex } from '@tokimori/law/time/months';
import { type Random, randomFor } from '@tokimori/ordinances/example-city/random';
import { percentile } from './table.ts';

const MONTHS = 12;
/** Months of history that a judgement looks back on. */
const BACK = 17;
const RUNS = 5;

export type BulkPay = {
  /** Median of five: pay hours of twelve months, then every cap of each of the twelve. */
  readonly seconds: number;
  readonly paySeconds: number;
  readonly capSeconds: number;
  /** Median of five: only adding up the lengths of the same spans. */
  readonly floorSeconds: number;
  readonly personMonths: number;
  /** Spans of overtime, 休日勤務 and regular hours of the night. */
  readonly spans: number;
  /** Overtime of all person-months, hours. */
  readonly hours: number;
  readonly beyondSixty: number;
  readonly over: number;
};

/** Spans row after row, written one by one. */
class SpanWriter {
  readonly rowFrom: Int32Array;
  readonly from: number[] = [];
  readonly until: number[] = [];
  #row = 0;

  constructor(rows: number) {
    this.rowFrom = new Int32Array(rows + 1);
  }

  add(from: number, length: number): void {
    this.from.push(from);
    this.until.push(from + length);
  }

  endRow(): void {
    this.#row += 1;
    this.rowFrom[this.#row] = this.from.length;
  }

  columns(): SpanColumns {
    return { rowFrom: this.rowFrom, from: Int16Array.from(this.from), until: Int16Array.from(this.until) };
  }
}

/** Four person-months of five have overtime, some eight spans of nearly two hours; one in fifty passes sixty hours. */
function inventedMonths(people: number, first: MonthIndex, random: Random): BulkPayMonths {
  const rows = people * MONTHS;
  const overtime = new SpanWriter(rows);
  const holidayWork = new SpanWriter(rows);
  const nightRegular = new SpanWriter(rows);
  const otherDay: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const heavy = random.chance(0.02);
    const spans = heavy ? 15 : random.chance(0.8) ? random.between(4, 12) : 0;
    for (let s = 0; s < spans; s += 1) {
      const off = random.chance(0.12);
      overtime.add(off ? 540 : 1035, heavy ? 290 : random.between(30, 190));
      otherDay.push(Number(off));
    }
    if (random.chance(0.03)) holidayWork.add(510, 465);
    if (random.chance(0.02)) nightRegular.add(1320, 420);
    for (const each of [overtime, holidayWork, nightRegular]) each.endRow();
  }
  const count = overtime.from.length;
  return {
    rows,
    month: Int32Array.from({ length: rows }, (_, row) => first + (row % MONTHS)),
    overtime: {
      ...overtime.columns(),
      otherDay: Uint8Array.from(otherDay),
      counted: new Uint8Array(count).fill(1),
      shortTime: new Int16Array(count),
    },
    holidayWork: { ...holidayWork.columns(), statutory: new Uint8Array(holidayWork.from.length) },
    nightRegular: nightRegular.columns(),
    reallotted: { rowFrom: new Int32Array(rows + 1), before: new Int32Array(0), minutes: new Int32Array(0) },
  };
}

/** Overtime of each person-month, minutes. */
function sumsOf({ rows, overtime: { rowFrom, from, until } }: BulkPayMonths): Int32Array {
  const sums = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    for (let s = rowFrom[row] ?? 0; s < (rowFrom[row + 1] ?? 0); s += 1) {
      sums[row] = (sums[row] ?? 0) + (until[s] ?? 0) - (from[s] ?? 0);
    }
  }
  return sums;
}

/** What the caps of one of the twelve months are judged from: the sums of the months, and invented ones before them. */
function historiesOf(people: number, sums: Int32Array, at: number, current: MonthIndex, random: Random): BulkHistories {
  const overtime = new Int32Array(people * BACK);
  const externallyDriven = new Uint8Array(people * BACK);
  for (let person = 0; person < people; person += 1) {
    const driven = random.chance(0.15) ? 1 : 0;
    for (let column = 0; column < BACK; column += 1) {
      const month = at - (BACK - 1) + column;
      const cell = person * BACK + column;
      overtime[cell] = month < 0 ? random.between(0, 1440) : (sums[person * MONTHS + month] ?? 0);
      externallyDriven[cell] = driven;
    }
  }
  return {
    people,
    months: BACK,
    current,
    yearStartMonth: 4,
    overtime,
    exceptional: new Int32Array(people * BACK),
    externallyDriven,
    employedFrom: new Int32Array(people),
    leftExternallyDriven: new Int32Array(people),
    pace: {
      judgedMinutes: Int32Array.from({ length: people }, (_, person) => overtime[person * BACK + BACK - 1] ?? 0),
      judgedDays: new Int32Array(people).fill(20),
      daysLeft: new Int32Array(people),
      orderedAhead: new Int32Array(people),
    },
    nearPercent: 80,
  };
}

/**
 * Pay hours and caps of twelve months that end with `last`, for so many people, on one core. What is measured is the law
 * alone: the columns are in memory before and the answers after.
 */
export function payEverybody(people: number, last: MonthIndex): BulkPay {
  const random = randomFor('bulk-pay', people);
  const first = last - MONTHS + 1;
  const months = inventedMonths(people, first, random);
  const sums = sumsOf(months);
  const histories = Array.from({ length: MONTHS }, (_, at) => historiesOf(people, sums, at, first + at, random));
  const [both, pay, caps, floor]: [number[], number[], number[], number[]] = [[], [], [], []];
  let [beyondSixty, over] = [0, 0];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    const paid = payHoursOf(months);
    const between = performance.now();
    over = 0;
    for (const history of histories) {
      const { state } = standingsOf(history);
      for (let person = 0; person < people; person += 1) if (state[person] === 0) over += 1;
    }
    const end = performance.now();
    sumsOf(months);
    floor.push((performance.now() - end) / 1000);
    pay.push((between - start) / 1000);
    caps.push((end - between) / 1000);
    both.push((end - start) / 1000);
    beyondSixty = paid.beyondSixty.reduce((count, minutes) => count + Number(minutes > 0), 0);
  }
  const spansOf = ({ from }: SpanColumns) => from.length;
  return {
    seconds: percentile(both, 0.5),
    paySeconds: percentile(pay, 0.5),
    capSeconds: percentile(caps, 0.5),
    floorSeconds: percentile(floor, 0.5),
    personMonths: months.rows,
    spans: spansOf(months.overtime) + spansOf(months.holidayWork) + spansOf(months.nightRegular),
    hours: Math.round(sums.reduce((sum, minutes) => sum + minutes, 0) / 60),
    beyondSixty,
    over,
  };
}
