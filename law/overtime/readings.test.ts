import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory } from '../testing/overtime/arbitrary-history.ts';
import { samples } from '../testing/samples.ts';
import { parseLocalDate } from '../time/civil.ts';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf, parseYearMonth } from '../time/months.ts';
import { aboveMaxima, ordinaryMaxima, plainAgreement } from './caps/article36-caps.ts';
import { judgeOvertime } from './judge-overtime.ts';
import { modelOvertime, type OvertimeRules } from './rules.ts';
import { explainOvertime } from './steps.ts';
import type { OvertimeHistory, OvertimeMonth } from './types.ts';

const at = (text: string): MonthIndex => parseYearMonth(text) ?? Number.NaN;
const day = (text: string) => parseLocalDate(text) ?? Number.NaN;
const month = (of: MonthIndex, overtime: number, more: Partial<OvertimeMonth> = {}): OvertimeMonth => ({
  month: of,
  department: 'selfDirected',
  overtime,
  exceptional: 0,
  legalHolidayWork: 0,
  ...more,
});
const history = (more: Partial<OvertimeHistory>): OvertimeHistory => ({
  regime: 'ordinance',
  months: [],
  transfers: [],
  asOf: day('2026-07-31'),
  employedFrom: at('2026-07'),
  ...more,
});
const explained = (given: OvertimeHistory) => explainOvertime({ history: given, pace: null, nearPercent: 80 });
const step = (given: OvertimeHistory, says: string) => explained(given).find((each) => each.says === says);

const rules: fc.Arbitrary<OvertimeRules> = fc.record({
  transferOnFirstDayOfYear: fc.constantFrom('confirmsKind', 'counts'),
  transferOnFirstDayOfMonth: fc.constantFrom('confirmsKind', 'counts'),
  reappointment: fc.constantFrom('continuous', 'anew'),
  concurrentKind: fc.constantFrom('mainPost', 'anyPost'),
});

describe('whatever the municipality decided', () => {
  it('more overtime never leaves more', () => {
    fc.assert(
      fc.property(arbitraryHistory, rules, fc.nat(), fc.integer({ min: 1, max: 600 }), (given, decided, pick, more) => {
        const months = given.months.map((each, position) =>
          position === pick % Math.max(1, given.months.length) ? { ...each, overtime: each.overtime + more } : each,
        );
        const before = judgeOvertime({ ...given, rules: decided }).remaining.overtime;
        const after = judgeOvertime({ ...given, rules: decided, months }).remaining.overtime;
        if (before === null || after === null) expect(after).toBe(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
      { numRuns: samples(60) },
    );
  });

  it('the order of months and transfers has no meaning', () => {
    fc.assert(
      fc.property(arbitraryHistory, rules, (given, decided) => {
        const turned = { ...given, months: given.months.toReversed(), transfers: given.transfers.toReversed() };
        // Two transfers on one day have no order of their own.
        fc.pre(new Set(given.transfers.map(({ on }) => on)).size === given.transfers.length);
        expect(judgeOvertime({ ...turned, rules: decided })).toEqual(judgeOvertime({ ...given, rules: decided }));
      }),
      { numRuns: samples(60) },
    );
  });

  it('a transfer on the first day that only confirms is as good as none, save for the hours after it', () => {
    fc.assert(
      fc.property(arbitraryHistory, (given) => {
        const first = given.transfers.map((transfer) => ({ ...transfer, on: firstDayOf(monthOf(transfer.on)) }));
        const decided: OvertimeRules = { ...modelOvertime, transferOnFirstDayOfMonth: 'confirmsKind' };
        const without = judgeOvertime({ ...given, transfers: [] }).limits;
        const withThem = judgeOvertime({ ...given, transfers: first, rules: decided }).limits;
        expect(withThem.filter(({ limit }) => limit !== 'afterTransfer')).toEqual(without);
      }),
      { numRuns: samples(60) },
    );
  });
});

describe('every month', () => {
  it('from 2019-04 to the end of the next fiscal year is answered, in each regime and kind', () => {
    for (let of = at('2019-04'); of <= at('2028-03'); of += 1) {
      for (const department of ['selfDirected', 'externallyDriven'] as const) {
        const given = history({ months: [month(of, 2701, { department })], asOf: lastDayOf(of), employedFrom: of });
        const [limit] = judgeOvertime(given).limits;
        expect(limit?.verdict).toBe(department === 'selfDirected' ? 'exceeded' : 'within');
        const [field] = judgeOvertime({ ...given, regime: 'article36' }).limits;
        expect(field).toMatchObject({ limit: 'monthly', verdict: 'exceeded' });
      }
    }
    const before = at('2019-03');
    expect(judgeOvertime(history({ months: [month(before, 6000)], asOf: lastDayOf(before) })).limits).toEqual([]);
  });
});

describe('an agreement of yearly averaging', () => {
  it('may reach 42 and 320 hours, not more', () => {
    expect(ordinaryMaxima({})).toEqual({ monthly: 2700, annual: 21_600 });
    expect(ordinaryMaxima({ yearlyAveraging: true })).toEqual({ monthly: 2520, annual: 19_200 });
    const agreement = { ...plainAgreement, monthly: 2520, annual: 19_200, yearlyAveraging: true };
    expect(aboveMaxima(agreement)).toEqual([]);
    expect(aboveMaxima({ ...agreement, monthly: 2521, annual: 19_201 })).toEqual(['monthly', 'annual']);
    expect(aboveMaxima({ ...agreement, monthly: 2521, annual: 19_201, yearlyAveraging: false })).toEqual([]);
  });
});

describe('the explanation', () => {
  const july = at('2026-07');

  it('warns when what is left without 特例業務 is above the cap too', () => {
    const given = (exceptional: number) => history({ months: [month(july, 3600, { exceptional })] });
    expect(step(given(899), 'ordinaryWorkAlone')).toMatchObject({
      figures: { from: july, through: july, ordinary: 2701, cap: 2700, over: 1 },
      words: { limit: 'monthly' },
      citation: { path: 'a=16_2_2/p=2', confidence: 'C' },
    });
    expect(step(given(900), 'ordinaryWorkAlone')).toBeUndefined();
    expect(step(given(0), 'ordinaryWorkAlone')).toBeUndefined();
  });

  it('counts the months over 45 hours without 特例業務', () => {
    const months = Array.from({ length: 7 }, (_, back) =>
      month(july + 2 - back, 2760, { department: 'externallyDriven', exceptional: back === 6 ? 60 : 10 }),
    );
    const asOf = lastDayOf(july + 2);
    const given = history({ months, asOf, employedFrom: at('2026-03'), yearStartMonth: 3 });
    expect(step(given, 'ordinaryWorkAlone')).toBeUndefined();
    const all = { ...given, months: months.map((each) => ({ ...each, exceptional: 10 })) };
    expect(step(all, 'ordinaryWorkAlone')).toMatchObject({
      figures: { ordinary: 7, cap: 6, over: 1 },
      words: { limit: 'monthsOver45' },
    });
  });

  it('leaves unknown months out of what is left', () => {
    const months = [month(at('2026-04'), 21_700, { exceptional: 60 }), month(july, 0)];
    const given = history({ months, employedFrom: at('2026-04') });
    expect(step(given, 'ordinaryWorkAlone')?.figures).toMatchObject({ ordinary: 21_640, over: 40 });
  });

  it('says what 33条1項 took out of the caps of article 36, and only there', () => {
    const months = [month(july, 3600, { disasterNeed: 900 })];
    const given = history({ regime: 'article36', months });
    expect(step(given, 'disasterNeedApart')).toMatchObject({ figures: { month: july, disasterNeed: 900 } });
    expect(step({ ...given, months: [month(july, 3600)] }, 'disasterNeedApart')).toBeUndefined();
    expect(step(history({ months }), 'disasterNeedApart')).toBeUndefined();
  });

  it('says how a transfer on a first day was taken', () => {
    const leaving = (on: string, decided?: Partial<OvertimeRules>) =>
      explained(
        history({
          months: [month(july, 60)],
          transfers: [{ on: day(on), from: 'externallyDriven', to: 'selfDirected' }],
          employedFrom: at('2026-04'),
          ...(decided === undefined ? {} : { rules: { ...modelOvertime, ...decided } }),
        }),
      ).filter(({ says }) => says.startsWith('transfer'));
    expect(leaving('2026-07-01')).toMatchObject([{ says: 'transferToSelfDirected' }]);
    expect(leaving('2026-07-01', { transferOnFirstDayOfMonth: 'confirmsKind' })).toMatchObject([
      {
        says: 'transferOnFirstOfMonth',
        words: { on: '2026-07-01' },
        figures: { month: july },
        citation: { confidence: 'C' },
      },
    ]);
    expect(leaving('2026-07-02', { transferOnFirstDayOfMonth: 'confirmsKind' })).toMatchObject([
      { says: 'transferToSelfDirected' },
    ]);
    expect(leaving('2026-04-01')).toMatchObject([{ says: 'transferOnFirstDay' }]);
    expect(leaving('2026-04-01', { transferOnFirstDayOfYear: 'counts' })).toMatchObject([
      { says: 'transferToSelfDirected' },
    ]);
  });
});

describe('how far beyond a cap', () => {
  const driven = (...overtime: readonly number[]) =>
    history({
      months: overtime.map((minutes, position) =>
        month(at('2026-04') + position, minutes, { department: 'externallyDriven' }),
      ),
      asOf: lastDayOf(at('2026-04') + overtime.length - 1),
      employedFrom: at('2026-04'),
    });
  const beyondOf = (given: OvertimeHistory) =>
    explained(given).flatMap(({ says, figures, words }) =>
      says === 'overVerdict' ? [[words?.limit, figures.over]] : [],
    );

  it('is counted from the last minute allowed: 100:00 under less than 100:00 is one minute, as what remains says', () => {
    expect(beyondOf(driven(5999))).toEqual([]);
    expect(beyondOf(driven(6000))).toEqual([['monthly', 1]]);
    expect(beyondOf(driven(6185))).toEqual([['monthly', 186]]);
    expect(judgeOvertime(driven(6185)).remaining.overtime).toBe(0);
  });
  it('is a number of months for the months over 45:00', () =>
    expect(beyondOf(driven(...Array(7).fill(3000)))).toEqual([['monthsOver45', 1]]));
});
