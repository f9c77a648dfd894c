import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../../testing/cases.ts';
import { samples } from '../../testing/samples.ts';
import { formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { formatDuration, parseDuration } from '../../time/minutes.ts';
import { firstDayOf, parseYearMonth } from '../../time/months.ts';
import type { Span } from '../../time/spans.ts';
import { deriveDutyDay } from '../../working-time/derive-duty-day.ts';
import type { Allotment, DayFacts } from '../../working-time/types.ts';
import { type DiscrepancyRules, modelRecordKeeping, objectiveSources } from '../rules.ts';
import { ImpossibleDay, judgeDiscrepancy, undeclaredOf } from './judge-discrepancy.ts';
import type { DayRecords, Difference } from './types.ts';

const model = modelRecordKeeping.discrepancy;
const DAY = parseLocalDate('2026-11-04') ?? 0;
const duty = { kind: 'dutyDay' as const, hours: { from: 510, until: 1035 }, breaks: [{ from: 720, until: 780 }] };
const minutes = (text: string): number => parseDuration(text) ?? Number.NaN;
const endOf = (text: string | undefined): number | null => (text === undefined || text === '?' ? null : minutes(text));

function stayOf(text: string) {
  const [from, until] = text.split('-');
  return { from: endOf(from), until: endOf(until) };
}
function spanOf(text: string): Span {
  const { from, until } = stayOf(text);
  return { from: from ?? Number.NaN, until: until ?? Number.NaN };
}

function allotmentOf(given: Given): Allotment {
  const kind = given.has('kind') ? given.text('kind') : 'dutyDay';
  if (kind === 'weeklyDayOff') return { kind };
  return { ...duty, kind: kind === 'legalHoliday' ? kind : 'dutyDay' };
}

function rulesOf(given: Given): DiscrepancyRules {
  if (!given.has('rules')) return model;
  const rules = given.inner('rules');
  const after = rules.has('after') ? rules.minutes('after') : undefined;
  const [answerDays = 7, confirmDays = 7, investigateDays = 30] = rules.texts('days').map(Number);
  const listed = rules.texts('precedence').flatMap((text) => objectiveSources.filter((source) => source === text));
  return {
    ...model,
    answerDays,
    confirmDays,
    investigateDays,
    afterDuty: after ?? (rules.has('afterDuty') ? rules.minutes('afterDuty') : model.afterDuty),
    afterOvertime: after ?? (rules.has('afterOvertime') ? rules.minutes('afterOvertime') : model.afterOvertime),
    beforeStart: rules.has('before') ? rules.minutes('before') : null,
    fires: rules.has('fires') && rules.text('fires') === 'atLeast' ? 'atLeast' : 'moreThan',
    wins: rules.has('wins') && rules.text('wins') === 'widest' ? 'widest' : 'precedence',
    precedence: listed.length > 0 ? listed : model.precedence,
  };
}

function recordsOf(given: Given): DayRecords {
  return {
    day: DAY,
    shownOn: DAY + 1,
    allotment: allotmentOf(given),
    ordered: [
      ...given.texts('ordered').map((text) => ({ span: spanOf(text), minutes: 0 })),
      ...given.texts('lengths').map((text) => ({ span: null, minutes: minutes(text) })),
    ],
    declared: given.has('declared') ? spanOf(given.text('declared')) : null,
    records: objectiveSources
      .filter((source) => given.has(source))
      .map((source) => ({ source, stays: given.texts(source).map(stayOf) })),
    managerial: given.has('managerial') && given.flag('managerial'),
  };
}

const stretch = ({ from, until }: Span): string => `${formatDuration(from)}-${formatDuration(until)}`;
const told = (found: Difference): string => `${found.kind} ${stretch(found.span)} ${formatDuration(found.minutes)}`;
const plain = [
  'recordWins',
  'recordsTogether',
  'explainedUntil',
  'differenceFound',
  'answerDue',
  'noCompleteRecord',
  'managerNotAsked',
];

testCases(new URL('./discrepancy.cases.yaml', import.meta.url), (given) => {
  const records = recordsOf(given);
  try {
    const { outcome, steps } = judgeDiscrepancy(records, rulesOf(given));
    return {
      answer: {
        winner: outcome.winner === null ? 'なし' : `${outcome.winner} ${outcome.because}`,
        incomplete: [...outcome.incomplete],
        class: outcome.class,
        presence: outcome.presence.map(stretch).join(','),
        differences: outcome.differences.map(told),
        due: outcome.due.map(({ who, what, by }) => `${who} ${what} ${formatLocalDate(by)}`),
        grave: outcome.mustInvestigate,
        undeclared: formatDuration(undeclaredOf(outcome)),
        says: steps.map(({ says }) => says).filter((says) => !plain.includes(says)),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleDay) return { answer: { refused: error.defect }, refusal: error };
    throw error;
  }
});

const pairs = (n: number) =>
  fc
    .uniqueArray(fc.integer({ min: 300, max: 1700 }), { minLength: 2 * n, maxLength: 2 * n })
    .map((marks) => marks.toSorted((a, b) => a - b))
    .map((marks) =>
      Array.from({ length: n }, (_, at) => ({ from: marks[2 * at] ?? 0, until: marks[2 * at + 1] ?? 0 })),
    );
const anyStays = fc.integer({ min: 1, max: 3 }).chain(pairs);
const anySpan = pairs(1).map(([span]) => span ?? { from: 0, until: 1 });
const anyOrder = fc.oneof(
  anySpan.map((span) => ({ span, minutes: span.until - span.from })),
  fc.nat(240).map((length) => ({ span: null, minutes: length })),
);
const anyAllotment = fc.constantFrom<Allotment>(duty, { ...duty, kind: 'legalHoliday' }, { kind: 'weeklyDayOff' });
const anyDay = fc.record({
  allotment: anyAllotment,
  ordered: fc.array(anyOrder, { maxLength: 3 }),
  stays: anyStays,
  threshold: fc.constantFrom(0, 15, 30, 60),
});
type AnyDay = {
  readonly allotment: Allotment;
  readonly ordered: DayRecords['ordered'];
  readonly stays: readonly Span[];
};
const dayOf = ({ allotment, ordered, stays }: AnyDay): DayRecords => ({
  day: DAY,
  shownOn: DAY,
  allotment,
  ordered,
  declared: null,
  records: [{ source: 'card', stays }],
  managerial: false,
});
const withThreshold = (threshold: number): DiscrepancyRules => ({
  ...model,
  afterDuty: threshold,
  afterOvertime: threshold,
});

describe('the comparison of a day', () => {
  it('finds after the end what the derived duty date finds', () => {
    fc.assert(
      fc.property(anyDay, ({ threshold, ...given }) => {
        const facts: DayFacts = {
          day: DAY,
          allotment: given.allotment,
          marks: given.stays.flatMap(({ from, until }) => [
            { at: from, direction: 'in', source: 'punch' } as const,
            { at: until, direction: 'out', source: 'punch' } as const,
          ]),
          corrected: null,
          overtime: given.ordered.map((order) => ({ ...order, state: 'ordered', category: 'normal' })),
          discrepancyAnswered: false,
          clock: 3000,
        };
        const derived = deriveDutyDay(facts, {
          dayBoundary: 300,
          discrepancyThreshold: threshold,
          exceptionalCategories: [],
        });
        fc.pre(derived.state === 'classified');
        const { differences } = judgeDiscrepancy(dayOf(given), withThreshold(threshold)).outcome;
        expect(differences.reduce((sum, found) => sum + found.minutes, 0)).toBe(derived.discrepancy);
      }),
      { numRuns: samples(400) },
    );
  });

  it('does not depend on the order of records and orders', () => {
    fc.assert(
      fc.property(anyDay, anyStays, anyStays, ({ threshold, ...given }, gate, pc) => {
        const day = dayOf(given);
        const all: DayRecords = {
          ...day,
          records: [...day.records, { source: 'gate', stays: gate }, { source: 'pc', stays: pc }],
        };
        const turned = { ...all, records: all.records.toReversed(), ordered: all.ordered.toReversed() };
        const rules = withThreshold(threshold);
        expect(judgeDiscrepancy(turned, rules)).toEqual(judgeDiscrepancy(all, rules));
      }),
      { numRuns: samples(150) },
    );
  });

  it('asks no more under a higher threshold, and never about more than was there', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), ({ threshold, ...given }, more) => {
        const found = (by: number) => judgeDiscrepancy(dayOf(given), withThreshold(by)).outcome.differences;
        expect(found(threshold + more).length).toBeLessThanOrEqual(found(threshold).length);
        const there = given.stays.reduce((sum, { from, until }) => sum + until - from, 0);
        for (const difference of found(threshold)) expect(difference.minutes).toBeLessThanOrEqual(there);
      }),
      { numRuns: samples(150) },
    );
  });

  it.each([
    ['notInForce', { day: (parseLocalDate('2017-01-20') ?? 0) - 1 }],
    ['shownTooEarly', { shownOn: DAY - 1 }],
    [
      'sourceTwice',
      {
        records: [
          { source: 'pc', stays: [] },
          { source: 'pc', stays: [] },
        ],
      },
    ],
    ['notALength', { ordered: [{ span: null, minutes: -1 }] }],
    ['noSpan', { declared: { from: 1000, until: 1000 } }],
    ['noSpan', { declared: { from: -1, until: 1000 } }],
    ['noSpan', { declared: { from: 600.5, until: 1000 } }],
    ['noSpan', { declared: { from: 600, until: 1000.5 } }],
    ['noSpan', { allotment: { kind: 'dutyDay', hours: { from: 600, until: 500 }, breaks: [] } }],
  ] as const)('refuses %s', (defect, wrong) => {
    const day: DayRecords = {
      ...dayOf({ allotment: duty, ordered: [], stays: [{ from: 510, until: 1035 }] }),
      ...wrong,
    };
    expect(() => judgeDiscrepancy(day)).toThrow(defect);
    expect(() => judgeDiscrepancy(day)).toThrow(ImpossibleDay);
  });

  it.each(['afterDuty', 'afterOvertime', 'beforeStart', 'grave', 'answerDays', 'confirmDays', 'investigateDays'])(
    'refuses a negative %s',
    (key) => {
      const day = dayOf({ allotment: duty, ordered: [], stays: [{ from: 510, until: 1035 }] });
      expect(() => judgeDiscrepancy(day, { ...model, [key]: -1 })).toThrow('rules: lengths');
    },
  );

  it('is answered for every month since the guideline to 2028-03', () => {
    const given = dayOf({ allotment: duty, ordered: [], stays: [{ from: 510, until: 1100 }] });
    const first = parseLocalDate('2017-01-20') ?? 0;
    expect(judgeDiscrepancy({ ...given, day: first, shownOn: first }).outcome.class).toBe('toExplain');
    for (let month = parseYearMonth('2017-02') ?? 0; month <= (parseYearMonth('2028-03') ?? 0); month += 1) {
      const day = firstDayOf(month);
      expect(judgeDiscrepancy({ ...given, day, shownOn: day }).outcome.class).toBe('toExplain');
    }
  });
});
