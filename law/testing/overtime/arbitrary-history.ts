import fc from 'fast-check';
import { isFirstDayOfYear } from '../../overtime/known-months.ts';
import type { DepartmentKind, DepartmentTransfer, OvertimeHistory, OvertimeMonth } from '../../overtime/types.ts';
import { firstDayOf, lengthOf, type MonthIndex, monthOf, parseYearMonth } from '../../time/months.ts';

const first = parseYearMonth('2019-04') ?? 0;
const last = parseYearMonth('2028-03') ?? 0;
const kind = fc.constantFrom<DepartmentKind>('selfDirected', 'externallyDriven');

/** Lengths that crowd around the boundaries of the caps. */
const overtime = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 6200 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1800, 2699, 2700, 2701, 4800, 4801, 5999, 6000) },
);

const column = fc.record({
  known: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  kind,
  overtime,
  exceptional: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  legalHolidayWork: fc.constantFrom(0, 0, 480, 1200),
  /** A transfer on that day (0 = none) to the kind. */
  transferDay: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 28 }) },
  ),
  transferTo: kind,
});

type Column = typeof column extends fc.Arbitrary<infer T> ? T : never;

const other: Readonly<Record<DepartmentKind, DepartmentKind>> = {
  selfDirected: 'externallyDriven',
  externallyDriven: 'selfDirected',
};

function monthFrom(
  month: MonthIndex,
  given: Column,
  transfers: readonly DepartmentTransfer[],
  yearStartMonth: number,
): OvertimeMonth {
  const moved = transfers.some(({ on }) => monthOf(on) === month && !isFirstDayOfYear(on, yearStartMonth));
  return {
    month,
    department: moved ? 'externallyDriven' : given.kind,
    overtime: given.overtime,
    exceptional: given.exceptional ? Math.min(given.overtime, 300) : 0,
    legalHolidayWork: given.legalHolidayWork,
  };
}

/** Random histories of 17 months under the municipal rule, with gaps, transfers, joiners and late caps. */
export const arbitraryHistory: fc.Arbitrary<OvertimeHistory> = fc
  .record({
    current: fc.integer({ min: first, max: last }),
    columns: fc.array(column, { minLength: 17, maxLength: 17 }),
    dayOfMonth: fc.integer({ min: 1, max: 28 }),
    employedBack: fc.option(fc.integer({ min: -1, max: 20 }), { nil: undefined, freq: 3 }),
    capsBack: fc.option(fc.integer({ min: -1, max: 20 }), { nil: undefined, freq: 6 }),
    yearStartMonth: fc.constantFrom(4, 4, 4, 10),
  })
  .map(({ current, columns, dayOfMonth, employedBack, capsBack, yearStartMonth }) => {
    const monthAt = (position: number) => current - 16 + position;
    const transfers = columns.flatMap(({ transferDay, transferTo }, position): DepartmentTransfer[] =>
      transferDay === 0
        ? []
        : [{ on: firstDayOf(monthAt(position)) + transferDay - 1, from: other[transferTo], to: transferTo }],
    );
    const months = columns
      .map((given, position) => ({ given, month: monthAt(position) }))
      .filter(({ given }) => given.known)
      .map(({ given, month }) => monthFrom(month, given, transfers, yearStartMonth));
    return {
      regime: 'ordinance',
      months,
      transfers,
      asOf: firstDayOf(current) + Math.min(dayOfMonth, lengthOf(current)) - 1,
      yearStartMonth,
      ...(employedBack === undefined ? {} : { employedFrom: current - employedBack }),
      ...(capsBack === undefined ? {} : { capsFrom: current - capsBack }),
    };
  });

/** The same people under 36協定, without and with a special clause. */
export const arbitraryArticle36: fc.Arbitrary<OvertimeHistory> = fc
  .record({
    history: arbitraryHistory,
    monthly: fc.integer({ min: 0, max: 2700 }),
    annual: fc.integer({ min: 0, max: 21600 }),
    special: fc.option(
      fc.record({
        monthly: fc.integer({ min: 2700, max: 5999 }),
        annual: fc.integer({ min: 21600, max: 43200 }),
        times: fc.integer({ min: 1, max: 6 }),
      }),
      { nil: undefined },
    ),
    yearStartMonth: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ history, monthly, annual, special, yearStartMonth }) => ({
    ...history,
    regime: 'article36',
    agreement: { monthly, annual, yearStartMonth, ...(special === undefined ? {} : { special }) },
  }));
