import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../../testing/cases.ts';
import { samples } from '../../testing/samples.ts';
import { formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { firstDayOf, parseYearMonth } from '../../time/months.ts';
import { modelRecordKeeping, type RecordKeepingRules, type RecordKind, recordKinds } from '../rules.ts';
import {
  dayAfterYears,
  ImpossibleRetention,
  judgeRetention,
  nextFiscalYearAfter,
  type RetentionInput,
} from './retention.ts';
import { kindsOfRecord } from './terms.ts';

function kindOf(text: string): RecordKind {
  const kind = recordKinds.find((each) => each === text);
  if (kind === undefined) throw new Error(`no kind: ${text}`);
  return kind;
}

function rulesOf(given: Given, kind: RecordKind): RecordKeepingRules {
  if (!given.has('rules')) return modelRecordKeeping;
  const rules = given.inner('rules');
  return {
    ...modelRecordKeeping,
    ...(rules.has('years') ? { retentionYears: rules.number('years') } : {}),
    ...(rules.has('from') && rules.text('from') === 'nextFiscalYear' ? { retentionFrom: 'nextFiscalYear' } : {}),
    ...(rules.has('byKind') ? { retentionYearsByKind: { [kind]: rules.number('byKind') } } : {}),
  };
}

const exceptions = ['municipalTermShorter', 'payDayLater', 'payDayNotLater', 'retentionNotStarted', 'termForNow'];
const shown = (day: number | null): string => (day === null ? 'なし' : formatLocalDate(day));

testCases(new URL('./retention.cases.yaml', import.meta.url), (given) => {
  const kind = kindOf(given.text('kind'));
  const start = given.text('start');
  const input: RetentionInput = {
    kind,
    startedOn: start === 'まだ' ? null : (parseLocalDate(start) ?? Number.NaN),
    asOf: given.day('asOf'),
    ...(given.has('payDay') ? { payDay: given.day('payDay') } : {}),
  };
  try {
    const { outcome, steps } = judgeRetention(input, rulesOf(given, kind));
    const said: readonly string[] = steps.map(({ says }) => says);
    return {
      answer: {
        event: outcome.start,
        counted: shown(outcome.countedFrom),
        statutory: shown(outcome.statutoryUntil),
        deletable: shown(outcome.deletableFrom),
        verdict: outcome.verdict,
        kept: outcome.keptYears,
        years: outcome.statutoryYears,
        article: outcome.articleYears,
        says: said.filter((name) => exceptions.includes(name)),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleRetention) return { answer: { refused: error.defect }, refusal: error };
    throw error;
  }
});

const day = (text: string): number => parseLocalDate(text) ?? Number.NaN;
const anyKind = fc.constantFrom(...recordKinds);
const anyDay = fc.integer({ min: day('2020-04-01'), max: day('2028-03-31') });

describe('keeping records', () => {
  it('lets no setting keep a record for less than the law', () => {
    fc.assert(
      fc.property(anyKind, anyDay, fc.integer({ min: 1, max: 12 }), fc.boolean(), (kind, startedOn, years, fiscal) => {
        const rules: RecordKeepingRules = {
          ...modelRecordKeeping,
          retentionYears: years,
          retentionFrom: fiscal ? 'nextFiscalYear' : 'recordEnd',
        };
        const { outcome } = judgeRetention({ kind, startedOn, asOf: startedOn }, rules);
        expect(outcome.deletableFrom ?? 0).toBeGreaterThanOrEqual(outcome.statutoryUntil ?? Number.POSITIVE_INFINITY);
        expect(outcome.verdict).toBe('keep');
      }),
      { numRuns: samples(200) },
    );
  });

  it('turns to deletable on one day and stays so', () => {
    fc.assert(
      fc.property(anyKind, anyDay, fc.integer({ min: -400, max: 400 }), (kind, startedOn, offset) => {
        const { deletableFrom } = judgeRetention({ kind, startedOn, asOf: startedOn }).outcome;
        const asOf = Math.max(startedOn, (deletableFrom ?? 0) + offset);
        const may = judgeRetention({ kind, startedOn, asOf }).outcome.verdict === 'mayDelete';
        expect(may).toBe(asOf >= (deletableFrom ?? 0));
      }),
      { numRuns: samples(200) },
    );
  });

  it('never ends earlier for a later start or a longer term', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(800), fc.integer({ min: 1, max: 30 }), fc.nat(5), (from, later, years, more) => {
        expect(dayAfterYears(from + later, years)).toBeGreaterThanOrEqual(dayAfterYears(from, years));
        expect(dayAfterYears(from, years + more)).toBeGreaterThanOrEqual(dayAfterYears(from, years));
      }),
      { numRuns: samples(200) },
    );
  });

  it('counts the fiscal year from the next 1 April', () => {
    expect(formatLocalDate(nextFiscalYearAfter(day('2026-03-31')))).toBe('2026-04-01');
    expect(formatLocalDate(nextFiscalYearAfter(day('2026-04-01')))).toBe('2027-04-01');
    expect(formatLocalDate(nextFiscalYearAfter(day('2026-12-31')))).toBe('2027-04-01');
  });

  it.each(recordKinds)('%s is answered in every month of its rule to 2028-03, and refused before it', (kind) => {
    const first = kindsOfRecord[kind].terms[0]?.from ?? '';
    const begins = Math.max(day(first), day('2015-01-01'));
    const months = (parseYearMonth('2028-03') ?? 0) - (parseYearMonth(formatLocalDate(begins).slice(0, 7)) ?? 0);
    for (let back = 0; back <= months; back += 1) {
      const asOf = Math.max(begins, firstDayOf((parseYearMonth('2028-03') ?? 0) - back));
      expect(judgeRetention({ kind, startedOn: asOf, asOf }).outcome.verdict).toBe('keep');
    }
    expect(() => judgeRetention({ kind, startedOn: null, asOf: day(first) - 1 })).toThrow(ImpossibleRetention);
  });

  it('has terms without gap or overlap, each cited and looked at', () => {
    for (const { terms } of Object.values(kindsOfRecord)) {
      terms.slice(1).forEach(({ from }, at) => {
        expect(terms[at]?.until).toBe(from);
      });
      expect(terms.at(-1)?.until).toBeUndefined();
      for (const { checkedOn, value } of terms) {
        expect(checkedOn).toBe('2026-11-28');
        expect(value.years <= value.article).toBe(true);
        expect(value.forNow === null).toBe(value.years === value.article);
      }
    }
  });
});
