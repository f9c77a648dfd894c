import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../../testing/cases.ts';
import { samples } from '../../testing/samples.ts';
import { parseLocalDate } from '../../time/civil.ts';
import { formatDuration, parseDuration } from '../../time/minutes.ts';
import { firstDayOf, lastDayOf, parseYearMonth } from '../../time/months.ts';
import { ImpossibleLedger, judgeLedger, type LedgerInput } from './judge-ledger.ts';
import { requirementsOf } from './requirements.ts';
import type { LedgerEntry, LedgerFinding, LedgerPeriod, LedgerPerson, TimeFigures } from './types.ts';

const day = (text: string): number => parseLocalDate(text) ?? Number.NaN;
const june: LedgerPeriod = { from: day('2026-06-01'), through: day('2026-06-30') };
const figureOf = (text: string): number | null =>
  text === '?' ? null : text.includes(':') ? (parseDuration(text) ?? Number.NaN) : Number(text);

function timesOf(texts: readonly string[]) {
  const [daysWorked = null, worked = null, overtime = null, holidayWork = null, night = null] = texts.map(figureOf);
  return { daysWorked, worked, overtime, holidayWork, night };
}

function recordsOf(given: Given): TimeFigures | null {
  if (!given.has('records')) return null;
  const { daysWorked, worked, overtime, holidayWork, night } = timesOf(given.texts('records'));
  return {
    daysWorked: daysWorked ?? 0,
    worked: worked ?? 0,
    overtime: overtime ?? 0,
    holidayWork: holidayWork ?? 0,
    night: night ?? 0,
  };
}

function linesOf(given: Given, key: string, usual: number) {
  if (!given.has(key)) return Array.from({ length: usual }, (_, at) => ({ name: `${at}`, yen: 1000 }));
  if (given.texts(key).length > 0) throw new Error('a number');
  return null;
}

function personOf(given: Given): LedgerPerson {
  const exempt = given.has('exempt') ? given.text('exempt') : null;
  const byDay = given.has('byDay') ? given.text('byDay') : null;
  return {
    name: given.has('name') ? given.text('name') : '汐見 渚',
    sex: given.has('sex') && given.text('sex') === '?' ? null : 'female',
    exempt: exempt === 'managerial' || exempt === 'intermittent' ? exempt : null,
    hiredByDay: byDay !== null,
    beyondOneMonth: byDay === 'beyond',
  };
}

const periods: Readonly<Record<string, LedgerPeriod | null>> = {
  '?': null,
  reversed: { from: june.through, through: june.from },
  '1947': { from: day('1947-10-31'), through: day('1947-11-30') },
};

function payOf(given: Given, key: 'pay' | 'deductions', usual: number) {
  if (!given.has(key)) return linesOf(given, key, usual);
  try {
    return Array.from({ length: given.number(key) }, (_, at) => ({ name: `${at}`, yen: 1000 }));
  } catch {
    return null;
  }
}

function inputOf(given: Given): LedgerInput {
  const period = given.has('period') ? (periods[given.text('period')] ?? null) : june;
  const pay = payOf(given, 'pay', 2);
  const deductions = payOf(given, 'deductions', 1);
  const input = { person: personOf(given), period, records: recordsOf(given), pay, deductions };
  if (!given.has('entered')) return input;
  return { ...input, entered: { ...timesOf(given.texts('entered')), period, pay, deductions } };
}

function told({ contradiction, item, entered, against }: LedgerFinding): string {
  const asTime = !['daysWorked', 'pay'].includes(item);
  const show = (n: number) => (asTime ? formatDuration(n) : String(n));
  return `${contradiction} ${item} ${show(entered)} ${show(against)}`;
}

const rowOf = (row: LedgerEntry): string[] =>
  [row.daysWorked, row.worked, row.overtime, row.holidayWork, row.night].map((n, at) =>
    n === null ? '?' : at === 0 ? String(n) : formatDuration(n),
  );

testCases(new URL('./wage-ledger.cases.yaml', import.meta.url), (given) => {
  try {
    const { outcome, steps } = judgeLedger(inputOf(given));
    return {
      answer: {
        required: outcome.requirements.filter(({ requirement }) => requirement === 'required').length,
        missing: [...outcome.missing],
        advised: [...outcome.advised],
        findings: outcome.findings.map(told),
        verdict: outcome.verdict,
        row: rowOf(outcome.row),
        says: steps.map(({ says }) => says).filter((says) => says.startsWith('period')),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleLedger) return { answer: { refused: error.defect }, refusal: error };
    throw error;
  }
});

const someone: LedgerPerson = { name: '汐見', sex: 'male', exempt: null, hiredByDay: false, beyondOneMonth: false };
const lines = [
  { name: '給料', yen: 300_000 },
  { name: '時間外勤務手当', yen: 20_000 },
];
const plausible = fc
  .record({
    daysWorked: fc.integer({ min: 1, max: 28 }),
    overtime: fc.nat(60),
    holidayWork: fc.nat(60),
    night: fc.nat(60),
  })
  .map((times): TimeFigures => ({ ...times, worked: times.daysWorked * 465 }));

describe('the wage ledger', () => {
  it('written from sound records is complete', () => {
    fc.assert(
      fc.property(plausible, (records) => {
        const { outcome } = judgeLedger({ person: someone, period: june, records, pay: lines, deductions: [] });
        expect([outcome.verdict, outcome.findings, outcome.missing]).toEqual(['complete', [], []]);
        expect(outcome.row).toMatchObject(records);
      }),
      { numRuns: samples(200) },
    );
  });

  it('tells every figure that differs from the records, and blanks as blanks', () => {
    fc.assert(
      fc.property(
        plausible,
        fc.subarray(['overtime', 'holidayWork', 'night'] as const),
        fc.boolean(),
        (records, items, blank) => {
          const changed = Object.fromEntries(items.map((item) => [item, blank ? null : records[item] + 1]));
          const entered = { ...records, ...changed, period: june, pay: lines, deductions: [] };
          const { outcome } = judgeLedger({
            person: someone,
            period: june,
            records,
            pay: lines,
            deductions: [],
            entered,
          });
          expect(outcome.missing).toEqual(blank ? items : []);
          expect(outcome.findings.map(({ item }) => item)).toEqual(blank ? [] : items);
        },
      ),
      { numRuns: samples(200) },
    );
  });

  it('asks no more of a person who is exempt or hired by the day', () => {
    const count = (person: Partial<LedgerPerson>) =>
      requirementsOf({ ...someone, ...person }).filter(({ requirement }) => requirement === 'required').length;
    expect([count({}), count({ hiredByDay: true }), count({ hiredByDay: true, beyondOneMonth: true })]).toEqual([
      10, 9, 10,
    ]);
    expect([count({ exempt: 'managerial' }), count({ exempt: 'managerial', hiredByDay: true })]).toEqual([6, 5]);
  });

  it.each([
    ['a negative figure', { worked: -1 }],
    ['a broken figure', { night: 0.5 }],
  ])('refuses %s', (_, wrong) => {
    const records = { daysWorked: 1, worked: 465, overtime: 0, holidayWork: 0, night: 0, ...wrong };
    const ask = () => judgeLedger({ person: someone, period: june, records, pay: lines, deductions: [] });
    expect(ask).toThrow(ImpossibleLedger);
  });

  it.each(['pay', 'deductions'] as const)('refuses a negative amount of %s', (key) => {
    const records = { daysWorked: 1, worked: 465, overtime: 0, holidayWork: 0, night: 0 };
    const input = { person: someone, period: june, records, pay: lines, deductions: lines };
    expect(() => judgeLedger({ ...input, [key]: [{ name: '給料', yen: -1 }] })).toThrow('notAnAmount: 給料');
  });

  it('is answered for every month from its start to 2028-03', () => {
    const records = { daysWorked: 1, worked: 465, overtime: 0, holidayWork: 0, night: 0 };
    const last = parseYearMonth('2028-03') ?? 0;
    for (let month = parseYearMonth('1947-11') ?? 0; month <= last; month += 1) {
      const period = { from: firstDayOf(month), through: lastDayOf(month) };
      const { verdict } = judgeLedger({ person: someone, period, records, pay: lines, deductions: [] }).outcome;
      expect(verdict).toBe('complete');
    }
  });
});
