import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/overtime/arbitrary-history.ts';
import { samples } from '../../testing/samples.ts';
import { firstMonthOf, fiscalYearOf, monthOf } from '../../time/months.ts';
import { isFirstDayOfYear } from '../known-months.ts';
import { limitKeys, limitOrder } from '../limit-order.ts';
import { limitStates, standingOf } from '../standing.ts';
import type { MonthStanding, OvertimeHistory, Pace } from '../types.ts';
import { standingsOf } from './bulk.ts';
import { type BulkHistories, type BulkStandings, NONE, NOT_LISTED } from './bulk-types.ts';

const MONTHS = 17;
const nearPercent = 80;
const orNull = (figure: number | undefined) => (figure === NONE || figure === undefined ? null : figure);

/** The month of the last move 他律→自律 of the year, as a caller of the bulk path says it. */
function leftExternallyDriven(history: OvertimeHistory): number {
  const year = history.yearStartMonth ?? 4;
  const current = monthOf(history.asOf);
  const from = firstMonthOf(fiscalYearOf(current, year), year);
  const moves = history.transfers
    .filter(({ on }) => monthOf(on) >= from && monthOf(on) <= current && !isFirstDayOfYear(on, year))
    .sort((a, b) => a.on - b.on);
  const last = moves.filter(({ to }) => to === 'selfDirected').at(-1);
  return last === undefined ? 0 : monthOf(last.on);
}

function flatten(history: OvertimeHistory, pace: Pace | null): BulkHistories {
  const current = monthOf(history.asOf);
  const overtime = new Int32Array(MONTHS).fill(NONE);
  const exceptional = new Int32Array(MONTHS);
  const externallyDriven = new Uint8Array(MONTHS);
  for (const month of history.months) {
    const column = month.month - current + MONTHS - 1;
    overtime[column] = month.overtime;
    exceptional[column] = month.exceptional;
    externallyDriven[column] = Number(month.department === 'externallyDriven');
  }
  for (const { on } of history.transfers) {
    if (!isFirstDayOfYear(on, history.yearStartMonth ?? 4)) externallyDriven[monthOf(on) - current + MONTHS - 1] = 1;
  }
  const one = (figure: number | undefined) => Int32Array.of(figure ?? NONE);
  return {
    people: 1,
    months: MONTHS,
    current,
    yearStartMonth: history.yearStartMonth ?? 4,
    ...(history.capsFrom === undefined ? {} : { capsFrom: history.capsFrom }),
    overtime,
    exceptional,
    externallyDriven,
    employedFrom: Int32Array.of(history.employedFrom ?? 0),
    leftExternallyDriven: Int32Array.of(leftExternallyDriven(history)),
    pace: {
      judgedMinutes: one(pace?.judgedMinutes),
      judgedDays: one(pace?.judgedDays),
      daysLeft: one(pace?.daysLeft),
      orderedAhead: one(pace?.orderedAhead),
    },
    nearPercent,
  };
}

/** What a bulk answer says of one person, in the words of `standingOf`. */
function unflatten(bulk: BulkStandings): object {
  const limits = limitKeys.flatMap((limit, at) =>
    bulk.limitState[at] === NOT_LISTED
      ? []
      : [
          {
            limit,
            state: limitStates[bulk.limitState[at] ?? -1],
            value: orNull(bulk.limitValue[at]),
            cap: bulk.limitCap[at],
            slack: orNull(bulk.limitSlack[at]),
            forecast: orNull(bulk.limitForecast[at]),
          },
        ],
  );
  return {
    state: limitStates[bulk.state[0] ?? -1],
    remaining: orNull(bulk.remaining[0]),
    binding: limitKeys[bulk.binding[0] ?? -1] ?? null,
    forecast: orNull(bulk.forecast[0]),
    limits,
  };
}

function lean({ state, remaining, binding, forecast, limits }: MonthStanding): object {
  return {
    state,
    remaining,
    binding,
    forecast,
    limits: limits
      .map(({ limit, state: each, value, cap, slack, forecast: under }) => ({
        limit,
        state: each,
        value,
        cap,
        slack,
        forecast: under,
      }))
      .sort((a, b) => limitOrder(a.limit) - limitOrder(b.limit)),
  };
}

const pace: fc.Arbitrary<Pace> = fc.record({
  judgedMinutes: fc.integer({ min: 0, max: 6000 }),
  judgedDays: fc.integer({ min: 0, max: 22 }),
  daysLeft: fc.integer({ min: 0, max: 22 }),
  orderedAhead: fc.constantFrom(0, 0, 60, 1500),
});

it('agrees with the one-person judgement in every figure', () => {
  fc.assert(
    fc.property(arbitraryHistory, fc.option(pace), (history, at) => {
      expect(unflatten(standingsOf(flatten(history, at)))).toEqual(
        lean(standingOf({ history, pace: at, nearPercent })),
      );
    }),
    { numRuns: samples(3000) },
  );
});

it('keeps people apart', () => {
  fc.assert(
    fc.property(fc.array(arbitraryHistory, { minLength: 2, maxLength: 5 }), (histories) => {
      const [first] = histories;
      const current = first === undefined ? 0 : monthOf(first.asOf);
      const rows = histories
        .map((history) => flatten(history, null))
        .map((row) => ({ ...row, current, yearStartMonth: 4 }));
      const joined = <K extends 'overtime' | 'exceptional' | 'employedFrom' | 'leftExternallyDriven'>(key: K) =>
        Int32Array.from(rows.flatMap((row) => [...row[key]]));
      const none = new Int32Array(rows.length).fill(NONE);
      const { capsFrom: _, ...shared } = rows[0] as BulkHistories;
      const together = standingsOf({
        ...shared,
        people: rows.length,
        overtime: joined('overtime'),
        exceptional: joined('exceptional'),
        externallyDriven: Uint8Array.from(rows.flatMap((row) => [...row.externallyDriven])),
        employedFrom: joined('employedFrom'),
        leftExternallyDriven: joined('leftExternallyDriven'),
        pace: { judgedMinutes: none, judgedDays: none, daysLeft: none, orderedAhead: none },
      });
      rows.forEach((row, person) => {
        const { capsFrom: __, ...alone } = row;
        const single = standingsOf(alone);
        expect(together.remaining[person]).toBe(single.remaining[0]);
        expect(together.state[person]).toBe(single.state[0]);
        expect([...together.limitSlack.slice(person * 10, person * 10 + 10)]).toEqual([...single.limitSlack]);
      });
    }),
    { numRuns: samples(200) },
  );
});
