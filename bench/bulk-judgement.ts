import { type BulkHistories, standingsOf } from '@tokimori/law/overtime/bulk/bulk';
import type { MonthIndex } from '@tokimori/law/time/months';
import { randomFor } from '@tokimori/ordinances/example-city/random';
import { percentile } from './table.ts';

const MONTHS = 17;

/** Seconds (median of five) to judge every cap of so many people with seventeen months of history each. */
export function judgeEverybody(
  people: number,
  current: MonthIndex,
): { readonly seconds: number; readonly over: number } {
  const histories = inventedHistories(people, current);
  const times: number[] = [];
  let over = 0;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    const { state } = standingsOf(histories);
    times.push((performance.now() - start) / 1000);
    over = state.reduce((sum, s) => sum + (s === 0 ? 1 : 0), 0);
  }
  return { seconds: percentile(times, 0.5), over };
}

function inventedHistories(people: number, current: MonthIndex): BulkHistories {
  const random = randomFor('bulk', people);
  const fill = <T extends Int32Array | Uint8Array>(array: T, value: (i: number) => number): T => {
    for (let i = 0; i < array.length; i++) array[i] = value(i);
    return array;
  };
  const overtime = fill(new Int32Array(people * MONTHS), () => random.between(0, random.chance(0.04) ? 5400 : 2600));
  const driven = fill(new Uint8Array(people), () => (random.chance(0.15) ? 1 : 0));
  return {
    people,
    months: MONTHS,
    current,
    yearStartMonth: 4,
    overtime,
    exceptional: new Int32Array(people * MONTHS),
    externallyDriven: fill(new Uint8Array(people * MONTHS), (i) => driven[Math.floor(i / MONTHS)] ?? 0),
    employedFrom: new Int32Array(people),
    leftExternallyDriven: new Int32Array(people),
    pace: {
      judgedMinutes: fill(new Int32Array(people), (i) => overtime[i * MONTHS + MONTHS - 1] ?? 0),
      judgedDays: fill(new Int32Array(people), () => 15),
      daysLeft: fill(new Int32Array(people), () => 5),
      orderedAhead: new Int32Array(people),
    },
    nearPercent: 80,
  };
}
