import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../decision/dated.ts';
import { formatCitation } from '../decision/format-citation.ts';
import { type Given, testCases } from '../testing/cases.ts';
import { samples } from '../testing/samples.ts';
import { formatLocalDate, parseLocalDate } from '../time/civil.ts';
import { formatDuration, parseDuration } from '../time/minutes.ts';
import { firstDayOf, type MonthIndex, monthOf, parseYearMonth } from '../time/months.ts';
import { type BreachRecord, breachItems, judgeRecord, NothingExceeded, reviewDue } from './breach-record.ts';
import { type Confirmation, ImpossibleOrder, type IntendedOrder, judgeOrder } from './exceptional-order.ts';
import { modelDesignation } from './rules.ts';
import { type BreachStepName, breachStepNames, type OrderStepName, orderStepNames } from './step-names.ts';

function confirmationOf(given: Given): Confirmation {
  const done = given.texts('confirmed');
  return {
    ...(given.has('confirmedOn') ? { confirmedOn: given.day('confirmedOn') } : {}),
    ...(done.includes('人') ? { confirmedBy: '所属長' } : {}),
    ...(done.includes('疲労') ? { fatigue: '蓄積なし' } : { fatigue: ' ' }),
    ...(done.includes('心身') ? { mindAndBody: '良好' } : {}),
  };
}

function orderOf(given: Given): IntendedOrder {
  const orderedOn = given.day('orderedOn');
  const month = monthOf(orderedOn);
  const before = given.texts('before').flatMap((text, back): [MonthIndex, number][] => {
    const minutes = parseDuration(text);
    return minutes === undefined ? [] : [[month - back - 1, minutes]];
  });
  return {
    orderedOn,
    month,
    soFar: given.minutes('soFar'),
    order: given.minutes('order'),
    before: new Map(before),
    confirmation: confirmationOf(given),
    ...(given.has('employedFrom') ? { employedFrom: given.month('employedFrom') } : {}),
  };
}

testCases(new URL('./exceptional-order.cases.yaml', import.meta.url), (given) => {
  const order = orderOf(given);
  const confirmationDays = given.has('confirmationDays')
    ? given.number('confirmationDays')
    : modelDesignation.confirmationDays;
  try {
    const { outcome, steps } = judgeOrder(order, { ...modelDesignation, confirmationDays });
    const beyond = outcome.beyond.map(
      ({ limit, months, sum, bound }) => `${limit} ${months} ${formatDuration(sum)}/${formatDuration(bound)}`,
    );
    return {
      answer: { ...outcome, beyond, notJudged: outcome.notJudged.map(String) },
      steps,
    };
  } catch (error) {
    if (error instanceof NotInForce || error instanceof ImpossibleOrder)
      return { answer: { refused: error.name }, refusal: error };
    throw error;
  }
});

function recordOf(given: Given): BreachRecord {
  const items = given.inner('items');
  const exceeded = {
    ...(given.has('value') ? { value: given.minutes('value') } : {}),
    ...(given.has('cap') ? { cap: given.minutes('cap') } : {}),
  };
  const texts = ['department', 'name', 'outline', 'reason'].filter((key) => items.has(key));
  return { exceeded, ...Object.fromEntries(texts.map((key) => [key, items.text(key)])) };
}

testCases(new URL('./breach-record.cases.yaml', import.meta.url), (given) => {
  const record = recordOf(given);
  const [monthsAfter, day] = given.has('monthly') ? given.text('monthly').split('/').map(Number) : [];
  const rules = {
    ...modelDesignation,
    monthlyReview: monthsAfter === undefined || day === undefined ? null : { monthsAfter, day },
  };
  const due = {
    fiscalYear: given.number('fiscalYear'),
    yearStartMonth: given.has('yearStartMonth') ? given.number('yearStartMonth') : 4,
    month: given.has('month') ? given.month('month') : null,
  };
  try {
    const judged = judgeRecord(record);
    const review = reviewDue(due, rules);
    const { ofYear, ofMonth } = review.outcome;
    return {
      answer: {
        ...judged.outcome,
        ofYear: formatLocalDate(ofYear),
        ofMonth: ofMonth === null ? null : formatLocalDate(ofMonth),
      },
      cites: [...judged.steps, ...review.steps].flatMap(({ citation }) =>
        citation === undefined ? [] : [formatCitation(citation)],
      ),
    };
  } catch (error) {
    if (error instanceof NotInForce || error instanceof NothingExceeded)
      return { answer: { refused: error.name }, refusal: error };
    throw error;
  }
});

const MONTH = parseYearMonth('2026-11') ?? 0;
const arbitraryOrder: fc.Arbitrary<IntendedOrder> = fc
  .record({
    soFar: fc.integer({ min: 0, max: 6200 }),
    order: fc.integer({ min: 1, max: 600 }),
    before: fc.array(fc.option(fc.integer({ min: 0, max: 6000 }), { freq: 6 }), { minLength: 5, maxLength: 5 }),
    confirmedBack: fc.option(fc.integer({ min: -3, max: 40 })),
    day: fc.nat(29),
  })
  .map(({ soFar, order, before, confirmedBack, day }) => {
    const orderedOn = firstDayOf(MONTH) + day;
    return {
      orderedOn,
      month: MONTH,
      soFar,
      order,
      before: new Map(
        before.flatMap((each, back): [number, number][] => (each === null ? [] : [[MONTH - 1 - back, each]])),
      ),
      confirmation:
        confirmedBack === null
          ? {}
          : { confirmedOn: orderedOn - confirmedBack, confirmedBy: '所属長', fatigue: 'なし', mindAndBody: '良好' },
    };
  });

describe('an order beyond the caps', () => {
  it('asks more of a longer order, never less', () => {
    fc.assert(
      fc.property(arbitraryOrder, fc.nat(600), (given, more) => {
        const [less, longer] = [judgeOrder(given).outcome, judgeOrder({ ...given, order: given.order + more }).outcome];
        expect(longer.beyond.length).toBeGreaterThanOrEqual(less.beyond.length);
        if (longer.ready) expect(less.ready).toBe(true);
      }),
      { numRuns: samples(300) },
    );
  });

  it('does not matter how hours are divided between what is ordered and what was', () => {
    fc.assert(
      fc.property(arbitraryOrder, (given) => {
        const { soFar, order } = given;
        expect(judgeOrder({ ...given, soFar: soFar + order - 1, order: 1 }).outcome).toEqual(judgeOrder(given).outcome);
      }),
      { numRuns: samples(200) },
    );
  });

  it('is never due a confirmation before 2025-04-01, and in every month after', () => {
    for (let month = parseYearMonth('2019-04') ?? 0; month <= (parseYearMonth('2028-03') ?? 0); month += 1) {
      const given = { orderedOn: firstDayOf(month), month, soFar: 6000, order: 1, before: new Map(), confirmation: {} };
      const due = month >= (parseYearMonth('2025-04') ?? 0);
      expect(judgeOrder(given).outcome.duty).toBe(due ? 'confirm' : 'none');
      expect(judgeOrder(given).outcome.ready).toBe(!due);
    }
  });

  it('refuses a month that is not earlier, and half a minute', () => {
    const given = {
      orderedOn: firstDayOf(MONTH),
      month: MONTH,
      soFar: 0,
      order: 60,
      before: new Map([[MONTH, 0]]),
      confirmation: {},
    };
    expect(() => judgeOrder(given)).toThrow(ImpossibleOrder);
    expect(() => judgeOrder({ ...given, before: new Map(), order: 0.5 })).toThrow(ImpossibleOrder);
    expect(() => judgeOrder({ ...given, before: new Map([[MONTH - 1, -1]]) })).toThrow(ImpossibleOrder);
  });

  it('tests windows from the first month of employment on', () => {
    const before = new Map([[MONTH - 1, 6000]]);
    const given = { orderedOn: firstDayOf(MONTH), month: MONTH, soFar: 5000, order: 60, before, confirmation: {} };
    expect(judgeOrder({ ...given, employedFrom: MONTH - 1 }).outcome.beyond.map(({ months }) => months)).toEqual([2]);
    expect(judgeOrder({ ...given, employedFrom: MONTH }).outcome.beyond).toEqual([]);
  });

  it('says each step with its figures', () => {
    const on = parseLocalDate('2026-11-20') ?? 0;
    const base = {
      orderedOn: on,
      month: MONTH,
      soFar: 5400,
      order: 600,
      before: new Map([[MONTH - 1, 5000]]),
      confirmation: {},
    };
    const full = { confirmedBy: '所属長', fatigue: 'なし', mindAndBody: '良好' };
    const steps = [
      ...judgeOrder(base).steps,
      ...judgeOrder({ ...base, soFar: 0 }).steps,
      ...judgeOrder({ ...base, orderedOn: parseLocalDate('2025-03-31') ?? 0 }).steps,
      ...judgeOrder({ ...base, confirmation: { ...full, confirmedOn: on } }).steps,
      ...judgeOrder({ ...base, confirmation: { ...full, confirmedOn: on + 1 } }).steps,
      ...judgeOrder({ ...base, confirmation: { ...full, confirmedOn: on - 40 } }).steps,
    ];
    const seen = new Set<OrderStepName>(steps.map(({ says }) => says));
    expect([...seen].sort()).toEqual([...orderStepNames].sort());
    const find = (says: OrderStepName) => steps.find((step) => step.says === says);
    expect(find('monthReaches')?.figures).toEqual({ sum: 6000, bound: 5999 });
    expect(find('averageReaches')?.figures).toEqual({ months: 2, sum: 11_000, bound: 9600 });
    expect(find('averageUnknown')?.figures).toEqual({ months: 3 });
    expect(find('confirmationMissing')?.figures).toEqual({ count: 4 });
    expect(find('confirmationTooOld')?.figures).toEqual({ days: 40, allowed: 31 });
    expect(find('confirmationAfterOrder')?.words).toEqual({ on: '2026-11-21' });
    expect(find('confirmed')?.words).toEqual({ on: '2026-11-20' });
    expect(find('noDutyYet')?.words).toEqual({ on: '2025-04-01' });
    for (const { citation } of steps) expect(citation).toBeDefined();
    const confirmed = judgeOrder({ ...base, confirmation: { ...full, confirmedOn: on } }).steps.map(({ says }) => says);
    expect(confirmed.slice(-2)).toEqual(['mustConfirm', 'confirmed']);
    const half = { confirmedBy: '所属長', confirmedOn: on };
    expect(
      judgeOrder({ ...base, confirmation: half })
        .steps.map(({ says }) => says)
        .at(-1),
    ).toBe('confirmationMissing');
  });
});

describe('the record of an excess', () => {
  it('is complete exactly when nothing is missing, and names what is', () => {
    const whole: BreachRecord = {
      department: '財政課',
      name: '青木',
      exceeded: { value: 8, cap: 6 },
      outline: '予算',
      reason: '理由',
    };
    expect(judgeRecord(whole).outcome).toEqual({ complete: true, missing: [] });
    fc.assert(
      fc.property(fc.subarray([...breachItems]), (left) => {
        const record: BreachRecord = Object.fromEntries(
          Object.entries(whole).filter(([key]) => !left.some((item) => item === key)),
        );
        expect(judgeRecord(record).outcome).toEqual({ complete: left.length === 0, missing: left });
      }),
      { numRuns: samples(40) },
    );
  });

  it('is reviewed within six months of the year, in every year and with every start month', () => {
    for (let fiscalYear = 2019; fiscalYear <= 2028; fiscalYear += 1) {
      for (let yearStartMonth = 1; yearStartMonth <= 12; yearStartMonth += 1) {
        const { ofYear } = reviewDue({ fiscalYear, yearStartMonth, month: null }).outcome;
        // The next day is the first of the seventh month.
        expect(ofYear + 1).toBe(firstDayOf((fiscalYear + 1) * 12 + yearStartMonth - 1 + 6));
      }
    }
    expect(() => reviewDue({ fiscalYear: 2018, yearStartMonth: 4, month: null })).toThrow(NotInForce);
    expect(() => reviewDue({ fiscalYear: 2018, yearStartMonth: 5, month: null })).not.toThrow();
  });

  it('says each step with its figures', () => {
    const rules = { ...modelDesignation, monthlyReview: { monthsAfter: 2, day: 20 } };
    const due = { fiscalYear: 2026, yearStartMonth: 4, month: MONTH };
    const steps = [
      ...judgeRecord({}).steps,
      ...judgeRecord({
        department: '財政課',
        name: '青木',
        exceeded: { value: 8, cap: 6 },
        outline: '予算',
        reason: '理由',
      }).steps,
      ...reviewDue(due).steps,
      ...reviewDue(due, rules).steps,
    ];
    const seen = new Set<BreachStepName>(steps.map(({ says }) => says));
    expect([...seen].sort()).toEqual([...breachStepNames].sort());
    const find = (says: BreachStepName) => steps.find((step) => step.says === says);
    expect(find('recordIncomplete')?.figures).toEqual({ missing: 5, count: 5 });
    expect(find('recordComplete')?.figures).toEqual({ count: 5 });
    expect(find('reviewOfYear')).toMatchObject({
      figures: { fiscalYear: 2026, months: 6 },
      words: { from: '2027-04-01', due: '2027-09-30' },
    });
    expect(find('reviewOfMonth')).toMatchObject({ figures: { month: MONTH }, words: { due: '2027-01-20' } });
    for (const { citation } of steps) expect(citation).toBeDefined();
  });
});
