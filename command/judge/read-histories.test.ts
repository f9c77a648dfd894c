import { hours } from '@tokimori/law/time/minutes';
import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { formatRefusal, InputRefused } from '../refusal.ts';
import { readHistories } from './read-histories.ts';

type Plain = Record<string, unknown>;
const april = { month: '2026-04', department: 'selfDirected', overtime: '30:00' };
const person = (more: Plain = {}): Plain => ({ id: '100001', regime: 'ordinance', months: [april], ...more });
const document = (staff: readonly Plain[] = [person()], more: Plain = {}): Plain => ({
  asOf: '2026-09-30',
  staff,
  ...more,
});
const month = (more: Plain): Plain => document([person({ months: [{ ...april, ...more }] })]);
const article36 = (agreement: unknown, more: Plain = {}): Plain =>
  document([person({ regime: 'article36', months: [{ month: '2026-04', overtime: '30:00' }], agreement, ...more })]);

/** The reasons for which a document is refused, as the caller reads them. */
function refusalsOf(given: unknown): readonly string[] {
  try {
    readHistories(given);
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => why?.ja ?? '');
    throw error;
  }
  return [];
}

describe('what is refused names its place', () => {
  it.each<[string, unknown, readonly RegExp[]]>([
    ['no document', null, [/^入力: .*種類/]],
    ['a list', [], [/^入力: /]],
    ['no date', { staff: [] }, [/^asOf: 必要な項目/]],
    ['a day that is not there', document([], { asOf: '2026-02-29' }), [/^asOf: 「2026-02-29」/]],
    ['a day before the caps', document([], { asOf: '2019-03-31' }), [/^asOf: .*2019-04/]],
    ['an unknown key', document([], { stuff: [] }), [/^stuff: 知らない項目/]],
    ['an unknown key of a month', month({ overtim: '1:00' }), [/^staff\[0\]\.months\[0\]\.overtim: 知らない項目/]],
    ['sixty minutes', month({ overtime: '45:60' }), [/^staff\[0\]\.months\[0\]\.overtime: 「45:60」/]],
    ['a negative length', month({ overtime: '-1:00' }), [/^staff\[0\]\.months\[0\]\.overtime: 「-1:00」/]],
    ['decimal hours', month({ overtime: '1.5' }), [/overtime: 「1\.5」/]],
    ['a number', month({ overtime: 45 }), [/overtime: 値 45 の種類/]],
    [
      'no overtime',
      document([person({ months: [{ month: '2026-04', department: 'selfDirected' }] })]),
      [/overtime: 必要/],
    ],
    [
      'no kind',
      document([person({ months: [{ month: '2026-04', overtime: '1:00' }] })]),
      [/months\[0\]\.department: 必要/],
    ],
    ['another kind', month({ department: 'other' }), [/department: 値 "other"/]],
    ['a thirteenth month', month({ month: '2026-13' }), [/months\[0\]\.month: 「2026-13」/]],
    ['more exceptional work than overtime', month({ exceptional: '30:01' }), [/months\[0\]\.exceptional: /]],
    ['more than the month has', month({ overtime: '720:01' }), [/months\[0\]\.overtime: .*720:00/]],
    ['a month twice', document([person({ months: [april, april] })]), [/months\[1\]\.month: 2026-04 が二度/]],
    ['a person twice', document([person(), person()]), [/^staff\[1\]\.id: 「100001」が二度/]],
    ['an unknown regime', document([person({ regime: 'other' })]), [/staff\[0\]\.regime: /]],
    ['caps before the law', document([person({ capsFrom: '2019-03' })]), [/staff\[0\]\.capsFrom: /]],
    ['an agreement without its regime', document([person({ agreement: {} })]), [/staff\[0\]\.agreement: /]],
    ['46:00 a month', article36({ monthly: '45:01' }), [/agreement\.monthly: 法律の上限/]],
    ['over 360:00 a year', article36({ annual: '360:01' }), [/agreement\.annual: 法律の上限/]],
    [
      'a special clause above the law',
      article36({ special: { monthly: '100:00', annual: '720:01', times: 7 } }),
      [/special\.monthly: /, /special\.annual: /, /special\.times: /],
    ],
    [
      'an unknown key of the special clause',
      article36({ special: { yearly: '1:00' } }),
      [/agreement\.special\.yearly: /],
    ],
    ['a thirteenth start month', article36({ from: 13 }), [/agreement\.from: /]],
    ['several at once', month({ overtime: 'x', month: 'y' }), [/month: 「y」/, /overtime: 「x」/]],
  ])('%s', (_, given, expected) => {
    const found = refusalsOf(given);
    expect(found).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(found[at]).toMatch(pattern);
  });
});

describe('a transfer', () => {
  const moved = (on: string, department: string, from = 'externallyDriven', to = 'selfDirected') =>
    document([
      person({ months: [{ month: on.slice(0, 7), department, overtime: '1:00' }], transfers: [{ on, from, to }] }),
    ]);

  it('makes its month externally driven in both directions', () => {
    expect(refusalsOf(moved('2026-06-15', 'selfDirected'))).toEqual([
      expect.stringMatching(/months\[0\]\.department: .*他律/),
    ]);
    expect(refusalsOf(moved('2026-06-15', 'selfDirected', 'selfDirected', 'externallyDriven'))).toHaveLength(1);
    expect(refusalsOf(moved('2026-06-15', 'externallyDriven'))).toEqual([]);
    expect(refusalsOf(moved('2026-06-01', 'selfDirected'))).toHaveLength(1);
  });

  it('on the first day of the year only confirms the kind', () => {
    expect(refusalsOf(moved('2026-04-01', 'selfDirected'))).toEqual([]);
    expect(refusalsOf(moved('2026-04-01', 'externallyDriven'))).toEqual([expect.stringMatching(/年度の初日/)]);
  });

  it('is refused twice on one day', () => {
    const transfers = Array(2).fill({ on: '2026-06-15', from: 'externallyDriven', to: 'selfDirected' });
    expect(refusalsOf(document([person({ transfers })]))).toEqual([expect.stringMatching(/transfers\[1\]\.on: /)]);
  });
});

describe('what is taken', () => {
  it('fills what may be left out', () => {
    const [read] = readHistories(document());
    expect(read).toMatchObject({
      id: '100001',
      history: {
        regime: 'ordinance',
        transfers: [],
        months: [{ overtime: 1800, exceptional: 0, legalHolidayWork: 0 }],
      },
    });
    expect(read?.history.agreement).toBeUndefined();
  });

  it("gives an agreement the law's maxima, and a special clause only when it is there", () => {
    const agreement = (given: unknown) => readHistories(article36(given))[0]?.history.agreement;
    expect(agreement({})).toEqual({ monthly: hours(45), annual: hours(360), yearStartMonth: 4 });
    expect(agreement({ special: {} })?.special).toEqual({ monthly: null, annual: hours(720), times: 6 });
    expect(agreement({ special: { monthly: '99:59', annual: '720:00' } })?.special?.monthly).toBe(5999);
    expect(agreement({ special: { times: 4 } })?.special?.times).toBe(4);
    expect(agreement({ from: 10 })?.yearStartMonth).toBe(10);
    expect(agreement({ from: '2026-07' })?.yearStartMonth).toBe(7);
    expect(agreement(null)).toBeUndefined();
  });

  it('lets one line move the beginning of the caps for everybody, or for one', () => {
    const begins = (given: unknown) => readHistories(given).map(({ history }) => history.capsFrom);
    const later = person({ id: '100002', capsFrom: '2024-04' });
    expect(begins(document([person(), later], { capsFrom: '2023-10' }))).toEqual([
      parseYearMonth('2023-10'),
      parseYearMonth('2024-04'),
    ]);
  });
});

it('tells at most twenty places in full', () => {
  const months = Array.from({ length: 25 }, () => ({ ...april, overtime: 'x' }));
  try {
    readHistories(document([person({ months })]));
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    const said = formatRefusal(error, 'ja');
    expect(said.match(/^原因/gm)).toHaveLength(20);
    expect(said).toContain('ほかに 5 か所');
    expect(formatRefusal(error, 'en')).toContain('What to do: Write h:mm');
  }
});
