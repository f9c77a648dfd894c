import { parseLocalDate } from '@tokimori/law/time/civil';
import { parseYearMonth } from '@tokimori/law/time/months';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { modelParameters } from '../installation/ordinance-files.ts';
import type { StaffHistory } from './histories.ts';
import { judgeMonths } from './judgements.ts';

const NOVEMBER = parseYearMonth('2026-11')!;
const parameters = modelParameters();

const firstDays = fc.constantFrom('confirmsKind' as const, 'counts' as const);
const arbitraryRules = fc.record({
  transferOnFirstDayOfYear: firstDays,
  transferOnFirstDayOfMonth: firstDays,
  reappointment: fc.constant('continuous' as const),
  concurrentKind: fc.constant('mainPost' as const),
});

const arbitraryHistory: fc.Arbitrary<StaffHistory> = fc
  .record({
    minutes: fc.array(fc.option(fc.integer({ min: 0, max: 7000 }), { freq: 6 }), { minLength: 11, maxLength: 11 }),
    driven: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    now: fc.integer({ min: 0, max: 7000 }),
    exceptional: fc.boolean(),
    managerial: fc.boolean(),
    pace: fc.option(
      fc.record({
        judgedMinutes: fc.nat(7000),
        judgedDays: fc.nat(20),
        daysLeft: fc.nat(20),
        orderedAhead: fc.nat(600),
      }),
    ),
    employedFrom: fc.integer({ min: NOVEMBER - 20, max: NOVEMBER }),
    left: fc.constantFrom(null, '2026-04-01', '2026-05-01', '2026-10-15'),
  })
  .map((given) => {
    const all = [...given.minutes, given.now];
    const left = given.left === null ? null : parseLocalDate(given.left)!;
    const months = all.flatMap((overtime, i) => {
      const month = NOVEMBER - 11 + i;
      const transferred = given.left?.startsWith(`2026-${String((month % 12) + 1).padStart(2, '0')}`) ?? false;
      const department = given.driven[i] || transferred ? ('externallyDriven' as const) : ('selfDirected' as const);
      return overtime === null || month < given.employedFrom
        ? []
        : [{ month, department, overtime, exceptional: given.exceptional ? overtime >> 1 : 0, legalHolidayWork: 0 }];
    });
    return {
      history: {
        regime: 'ordinance',
        months,
        transfers: left === null ? [] : [{ on: left, from: 'externallyDriven', to: 'selfDirected' }],
        asOf: parseLocalDate('2026-11-30')!,
        employedFrom: given.employedFrom,
        yearStartMonth: 4,
      },
      pace: given.pace,
      record: {
        department: 'A',
        managerial: given.managerial,
        externallyDriven: months.at(-1)?.department === 'externallyDriven',
        source: 'days',
        overtime: given.now,
        exceptional: 0,
        orderedAhead: 0,
        presence: 0,
        beyond: 0,
        daysWorked: 0,
        unclassifiable: 0,
        discrepancies: 0,
      },
    };
  });

it('judges by the caps of an externally driven department when the month of the move itself is unknown', () => {
  const [drawn] = fc.sample(arbitraryHistory, { numRuns: 1, seed: 1 });
  const month = (name: string, overtime: number) => ({
    month: parseYearMonth(name)!,
    department: 'selfDirected' as const,
    overtime,
    exceptional: 0,
    legalHolidayWork: 0,
  });
  const history: StaffHistory = {
    history: {
      ...drawn!.history,
      months: [month('2026-08', 20_000), month('2026-09', 3_000), month('2026-11', 600)],
      transfers: [{ on: parseLocalDate('2026-10-15')!, from: 'externallyDriven', to: 'selfDirected' }],
      employedFrom: parseYearMonth('2026-08')!,
    },
    pace: null,
    record: { ...drawn!.record, managerial: false, externallyDriven: false, overtime: 600, orderedAhead: 0 },
  };
  for (const many of [0, 1000]) {
    const [judged] = judgeMonths(new Map([['1', history]]), NOVEMBER, parameters, many);
    expect(judged?.limits).toMatchObject([
      { limit: 'annual', state: 'unknown', cap: 720 * 60 },
      { limit: 'monthsOver45' },
    ]);
  }
});

it('judges many people together as it judges each alone', () => {
  fc.assert(
    fc.property(fc.array(arbitraryHistory, { minLength: 1, maxLength: 12 }), arbitraryRules, (histories, rules) => {
      const people = new Map(
        histories.map((each, i) => [String(i), { ...each, history: { ...each.history, rules } }] as const),
      );
      const sorted = (many: number) =>
        judgeMonths(people, NOVEMBER, { ...parameters, caps: rules }, many).map((j) => ({
          ...j,
          limits: j.limits.toSorted((a, b) => (a.limit < b.limit ? -1 : 1)),
        }));
      expect(sorted(0)).toEqual(sorted(1000));
    }),
  );
});

it('gives no caps to 管理監督職員', () => {
  const [history] = fc.sample(arbitraryHistory, { numRuns: 1, seed: 1 });
  const managers = new Map([['1', { ...history!, record: { ...history!.record, managerial: true } }]]);
  expect(judgeMonths(managers, NOVEMBER, parameters)).toEqual([
    { staff: '1', department: 'A', state: 'none', remaining: null, binding: null, forecast: null, limits: [] },
  ]);
});
