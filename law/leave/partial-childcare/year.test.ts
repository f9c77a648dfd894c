import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../../testing/cases.ts';
import { readPartialYear, regularDay } from '../../testing/leave/read-partial-year.ts';
import { samples } from '../../testing/samples.ts';
import { epochDayOf } from '../../time/civil.ts';
import { formatDuration } from '../../time/minutes.ts';
import { formatYearMonth } from '../../time/months.ts';
import { Spans } from '../../time/spans.ts';
import { type LeaveRules, modelLeave } from '../rules.ts';
import { judgePartialChildcareYear, type LedgerEntry } from './judge-year.ts';
import { ImpossiblePartialLeave, type PartialChildcareEvent, type PartialChildcareYear } from './types.ts';

const told = (minutes: number | null) => (minutes === null ? '–' : formatDuration(minutes));

function rulesOf(given: Given): LeaveRules {
  const conversion = given.has('conversion') ? given.text('conversion') : 'lessTaken';
  return {
    ...modelLeave,
    conversionAtChange: conversion === 'full' || conversion === 'byMonths' ? conversion : 'lessTaken',
    partialLeavePayRounding:
      given.has('payRounding') && given.text('payRounding') === 'exact' ? 'exact' : 'thirtyMinutes',
  };
}

function lineOf({ id, verdict, refusal, minutes, balance, notice }: LedgerEntry): string {
  const words = [id, verdict, refusal, told(minutes), told(balance)];
  const due = notice === undefined ? [] : [notice.effect, notice.required ? '変更届' : '–'];
  return [...words, ...due].filter((word) => word !== undefined).join(' ');
}

testCases(new URL('./year.cases.yaml', import.meta.url), (given) => {
  const rules = rulesOf(given);
  const year = readPartialYear(given);
  try {
    const { outcome, steps } = judgePartialChildcareYear(year, rules);
    const { type, limit, taken, balance, entries, pay } = outcome;
    return {
      answer: {
        type: type ?? '–',
        limit: told(limit),
        taken: `${told(taken.type1)} ${told(taken.type2)}`,
        balance: told(balance),
        entries: entries.map(lineOf),
        pay: pay.map(({ month, minutes, deducted }) => `${formatYearMonth(month)} ${told(minutes)} ${told(deducted)}`),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossiblePartialLeave) return { answer: { impossible: error.message }, refusal: error };
    throw error;
  }
});

const START = epochDayOf(2026, 5, 1);
type Request = Extract<PartialChildcareEvent, { event: 'request' }>;

function request(id: number, day: number, from: number, until: number, type: 'type1' | 'type2'): Request {
  return {
    event: 'request',
    id: `r${id}`,
    recordedOn: START + day,
    type,
    child: '子',
    days: [START + day],
    rows: [{ from, until }],
    allotment: regularDay,
    childcareTime: 0,
    caregiverTime: 0,
    otherLeave: Spans.none,
  };
}
function yearWith(type: 'type1' | 'type2', events: readonly PartialChildcareEvent[]): PartialChildcareYear {
  return {
    fiscalYear: 2026,
    staff: { kind: 'fullTime', dailyMinutes: 465, childcareShortTime: false },
    children: [{ id: '子', bornOn: epochDayOf(2023, 5, 1) }],
    events: [{ event: 'declaration', id: 'd', recordedOn: START - 1, type }, ...events],
  };
}
/** Any times on any days of two months, by quarters of an hour, in any order. */
const requests = (type: 'type1' | 'type2') =>
  fc
    .array(
      fc.record({ day: fc.nat(60), from: fc.integer({ min: 34, max: 68 }), length: fc.integer({ min: 1, max: 35 }) }),
      { maxLength: 25, size: 'max' },
    )
    .map((list) => list.map(({ day, from, length }, at) => request(at, day, from * 15, (from + length) * 15, type)));

describe('a year of 部分休業', () => {
  it('never has a negative balance, and the balance is the limit less what is taken, to the minute', () => {
    fc.assert(
      fc.property(requests('type2'), (events) => {
        const { entries, limit, balance, taken, pay } = judgePartialChildcareYear(yearWith('type2', events)).outcome;
        expect(entries.every((entry) => (entry.balance ?? 0) >= 0)).toBe(true);
        expect((limit ?? 0) - taken.type2).toBe(balance);
        expect(entries.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(taken.type2);
        expect(pay.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(taken.type2);
      }),
      { numRuns: samples(150) },
    );
  });

  it('never takes more than two hours of a day under 第1号', () => {
    fc.assert(
      fc.property(requests('type1'), (events) => {
        const { entries } = judgePartialChildcareYear(yearWith('type1', events)).outcome;
        const byDay = new Map<number, number>();
        for (const { id, minutes } of entries) {
          const day = events.find((event) => event.id === id)?.recordedOn ?? 0;
          byDay.set(day, (byDay.get(day) ?? 0) + minutes);
        }
        expect([...byDay.values()].every((minutes) => minutes <= 120 && minutes % 30 === 0)).toBe(true);
      }),
      { numRuns: samples(150) },
    );
  });

  it('does not depend on the order in which events of different days are given', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 20, size: 'max' }).chain((days) => {
          const events = days.map((day, at) => request(at, day, 510, 570 + 15 * (at % 3), 'type2'));
          return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }));
        }),
        ([events, shuffled]) => {
          const { outcome } = judgePartialChildcareYear(yearWith('type2', events));
          expect(judgePartialChildcareYear(yearWith('type2', shuffled)).outcome).toEqual(outcome);
        },
      ),
      { numRuns: samples(100) },
    );
  });

  it('ends alike whatever the order of independent requests of the same day', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const events = [510, 570, 630, 780].map((from, at) => ({ ...request(at, 0, from, from + 60, 'type2') }));
        const shuffled = order.flatMap((at) => events[at] ?? []);
        const { outcome } = judgePartialChildcareYear(yearWith('type2', shuffled));
        expect([outcome.balance, outcome.taken]).toEqual([4650 - 240, { type1: 0, type2: 240 }]);
      }),
      { numRuns: samples(24) },
    );
  });

  it('is as before when everything is revoked', () => {
    fc.assert(
      fc.property(requests('type2'), (events) => {
        const judged = judgePartialChildcareYear(yearWith('type2', events)).outcome.entries;
        const revocations = judged.flatMap(({ id, event, verdict }, at): PartialChildcareEvent[] =>
          event === 'request' && verdict === 'accepted'
            ? [{ event: 'revocation', id: `x${at}`, of: id, recordedOn: START + 61 }]
            : [],
        );
        const after = judgePartialChildcareYear(yearWith('type2', [...events, ...revocations])).outcome;
        expect([after.balance, after.taken.type2, after.pay]).toEqual([after.limit, 0, []]);
      }),
      { numRuns: samples(100) },
    );
  });

  it('gives back a part that is revoked, to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 510, max: 1034 }), fc.integer({ min: 1, max: 525 }), (from, length) => {
        const span = { from, until: Math.min(1035, from + length) };
        const revocation = { event: 'revocation', id: 'x', of: 'r0', recordedOn: START, span } as const;
        const { outcome } = judgePartialChildcareYear(
          yearWith('type2', [request(0, 0, 510, 1035, 'type2'), revocation]),
        );
        expect(outcome.taken.type2).toBe(465 - regularDay.and(Spans.of(span)).total);
      }),
      { numRuns: samples(100) },
    );
  });

  it('refuses impossible staff', () => {
    const year = yearWith('type2', []);
    for (const dailyMinutes of [0, 1441]) {
      expect(() => judgePartialChildcareYear({ ...year, staff: { ...year.staff, dailyMinutes } })).toThrow(
        ImpossiblePartialLeave,
      );
    }
  });
});
