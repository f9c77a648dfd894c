import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../../testing/cases.ts';
import { samples } from '../../testing/samples.ts';
import { formatDuration, parseDuration } from '../../time/minutes.ts';
import { type MonthIndex, parseYearMonth } from '../../time/months.ts';
import { type ClippedRules, modelRecordKeeping } from '../rules.ts';
import { bandsOf, gridPoints, unitOf } from './bands.ts';
import { ImpossibleDeclarations, judgeClipped } from './judge-clipped.ts';
import { limitsIn } from './limits.ts';
import type { Count, DeclaredMonth } from './types.ts';

const model = modelRecordKeeping.clipped;
const APRIL = parseYearMonth('2026-04') ?? 0;

function declarationOf(text: string): Pick<DeclaredMonth, 'declared' | 'undeclared'> {
  const [declared = '', undeclared = '0:00'] = text.split('+');
  const minutes = (each: string) => parseDuration(each) ?? Number.NaN;
  return { declared: minutes(declared), undeclared: undeclared === '?' ? null : minutes(undeclared) };
}

function monthsOf(line: string, first: MonthIndex): DeclaredMonth[] {
  const [, group = '', person = '', totals = ''] = /^(\S+) (\S+): (.*)$/.exec(line) ?? [];
  return totals.split(' ').map((text, at) => ({ person, group, month: first + at, ...declarationOf(text) }));
}

function rulesOf(given: Given): ClippedRules {
  if (!given.has('rules')) return model;
  const rules = given.inner('rules');
  return { ...model, ...(rules.has('own') ? { ownLimits: [rules.minutes('own')] } : {}) };
}

const tenths = (n: number): string => (n / 10).toFixed(1);
const counted = ({ observed, n, expectedTenths, oneIn, verdict }: Count): string =>
  `${observed}/${n} (${tenths(expectedTenths)}) ${oneIn} ${verdict}`;

testCases(new URL('./clipped.cases.yaml', import.meta.url), (given) => {
  const first = given.has('from') ? given.month('from') : APRIL;
  const months = given.texts('months').flatMap((line) => monthsOf(line, first));
  try {
    const { outcome, steps } = judgeClipped(months, rulesOf(given));
    const limits = outcome.limits.map(
      (count) => `${count.level} ${count.who ?? '全体'} ${formatDuration(count.most)} ${counted(count)}`,
    );
    return {
      answer: {
        limits,
        first: limits[0] ?? '',
        repeated: outcome.repeated.map((count) => `${count.person} ${formatDuration(count.total)} ${counted(count)}`),
        unit: outcome.unit,
        withPresence: outcome.withPresence,
        withoutRecord: outcome.withoutRecord,
        comparisons: [outcome.comparisons.person, outcome.comparisons.group, outcome.comparisons.repeated],
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleDeclarations) return { answer: { refused: error.defect }, refusal: error };
    throw error;
  }
});

const anyMonths: fc.Arbitrary<readonly DeclaredMonth[]> = fc
  .array(
    fc.record({
      person: fc.constantFrom('1', '2', '3', '4', '5'),
      month: fc.integer({ min: APRIL, max: APRIL + 11 }),
      declared: fc.integer({ min: 2300, max: 2900 }),
      undeclared: fc.constantFrom(null, 0, 120, 121, 600),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map((months) => [...new Map(months.map((each) => [`${each.person} ${each.month}`, each])).values()])
  .map((months) => months.map((each) => ({ ...each, group: Number(each.person) % 2 === 0 ? '偶' : '奇' })));

describe('the watch of declarations', () => {
  it('does not depend on the order of the months', () => {
    fc.assert(
      fc.property(anyMonths, (months) => {
        expect(judgeClipped(months.toReversed())).toEqual(judgeClipped(months));
      }),
      { numRuns: samples(60) },
    );
  });

  it('never holds a month against anyone who went home', () => {
    fc.assert(
      fc.property(anyMonths, (months) => {
        const home = months.map((each) => ({ ...each, undeclared: Math.min(each.undeclared ?? 0, model.undeclared) }));
        const { limits, repeated, comparisons } = judgeClipped(home).outcome;
        expect([limits, repeated, comparisons]).toEqual([[], [], { person: 0, group: 0, repeated: 0 }]);
      }),
      { numRuns: samples(60) },
    );
  });

  it('calls nothing conspicuous under a stricter significance that it did not under a looser', () => {
    fc.assert(
      fc.property(anyMonths, (months) => {
        const found = (alphaPerTenThousand: number) =>
          judgeClipped(months, { ...model, alphaPerTenThousand })
            .outcome.limits.filter(({ verdict }) => verdict === 'conspicuous')
            .map(({ level, who, most }) => `${level} ${who} ${most}`);
        expect(found(500)).toEqual(expect.arrayContaining(found(10)));
      }),
      { numRuns: samples(60) },
    );
  });

  it('puts each month near a limit into one band, and no other', () => {
    fc.assert(
      fc.property(anyMonths, (months) => {
        const { window, below, beyond } = bandsOf(months, 2700, model);
        const near = months.filter(({ declared }) => Math.abs(declared - 2700) <= model.band);
        expect(window.length + below.length + beyond.length).toBe(near.length);
      }),
      { numRuns: samples(60) },
    );
  });

  it('says for whoever is listed in which months', () => {
    const months = monthsOf('税務課 1: 45:00+6:00 44:00+6:00 44:59+6:00', APRIL);
    const person = judgeClipped(months).outcome.limits.find(({ level }) => level === 'person');
    expect(person).toMatchObject({
      limit: 'month45',
      perMillion: 74_075,
      months: [
        { person: '1', month: APRIL },
        { person: '1', month: APRIL + 2 },
      ],
    });
  });

  it('corrects for the number of comparisons', () => {
    const three = 'a: 45:00+6:00 44:59+6:00 44:51+6:00';
    const verdicts = (people: number) =>
      judgeClipped(Array.from({ length: people }, (_, at) => monthsOf(`課${at} ${at}${three}`, APRIL)).flat(), {
        ...model,
        groupPeople: 99,
      }).outcome.limits.filter(({ level, verdict }) => level === 'person' && verdict === 'conspicuous').length;
    // 3 of 3 has the chance 1/915: one comparison of nine may stand at 1 %, none of ten.
    expect([verdicts(1), verdicts(9), verdicts(10)]).toEqual([1, 9, 0]);
  });

  it('tells the grid of declarations', () => {
    expect(unitOf([])).toBe(1);
    expect(unitOf([60, 61])).toBe(60);
    expect(unitOf([60, 61, 67])).toBe(1);
    expect(unitOf([45, 75, 90])).toBe(15);
    expect(unitOf([10, 20, 21])).toBe(10);
    expect(unitOf([5, 35, 1])).toBe(5);
    expect(gridPoints(2670, 2700, 1)).toBe(31);
    expect(gridPoints(2670, 2700, 30)).toBe(2);
    expect(gridPoints(2671, 2699, 30)).toBe(0);
  });

  it('watches two limits of the same total once', () => {
    const own = limitsIn(APRIL, { ...model, ownLimits: [2700, 2400] });
    expect(own.map(({ limit, most }) => `${limit} ${most}`)).toEqual([
      'care24 1440',
      'transfer30 1800',
      'month45 2700',
      'average80 4800',
      'month100 5999',
      'own 2400',
    ]);
  });

  it.each([
    ['within', { within: -1 }],
    ['band', { band: 30 }],
    ['roundTo', { roundTo: 0 }],
    ['repeatGrid', { repeatGrid: 0 }],
    ['spread', { spread: 60 }],
    ['a broken spread', { spread: 361 }],
    ['no significance', { alphaPerTenThousand: 0 }],
    ['more than certain', { alphaPerTenThousand: 10_001 }],
    ['a guideline within the band', { ownLimits: [300] }],
  ])('refuses rules with %s', (_, wrong) => {
    expect(() => judgeClipped([], { ...model, ...wrong })).toThrow(ImpossibleDeclarations);
  });

  it.each([['bounds of rules', { within: 0, band: 1, alphaPerTenThousand: 10_000, spread: 120, ownLimits: [2] }]])(
    'takes %s',
    (_, sound) => {
      expect(judgeClipped([], { ...model, ...sound }).outcome.months).toBe(0);
    },
  );

  it.each([[{ declared: -1 }], [{ declared: 0.5 }], [{ undeclared: -1 }]])('refuses a month with %j', (wrong) => {
    const month = { person: '1', group: '課', month: APRIL, declared: 0, undeclared: 0, ...wrong };
    expect(() => judgeClipped([month])).toThrow('notALength: 0');
  });

  it('is answered for every month from 2019-04 to 2028-03', () => {
    for (let month = parseYearMonth('2019-04') ?? 0; month <= (parseYearMonth('2028-03') ?? 0); month += 1) {
      const { limits } = judgeClipped([{ person: '1', group: '課', month, declared: 2700, undeclared: 600 }]).outcome;
      expect(limits).toHaveLength(2);
    }
  });
});
