import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { firstMonthOf } from '../time/months.ts';
import type { Absence, DueMonth, Headcount, Person, SurveyFacts } from './facts/types.ts';
import { guidanceOutcomes } from './facts/types.ts';
import { stressKeys } from './figures/health.ts';
import type { TableName } from './layouts/types.ts';
import { nationalTables } from './national.ts';
import { ownTables } from './own.ts';
import { OWN } from './own-section.ts';
import type { Table } from './table.ts';

const FIRST = firstMonthOf(2026);
const bureaus = [
  { id: 'mayor', name: '市長部局', kind: 'mayor' },
  { id: 'water', name: '上下水道局', kind: 'enterprise' },
  { id: 'fire', name: '消防本部', kind: 'fire' },
] as const;
const bureau = fc.constantFrom(...bureaus.map(({ id }) => id));

const people: fc.Arbitrary<readonly Person[]> = fc
  .array(
    fc.record({
      months: fc.uniqueArray(
        fc.record({ month: fc.integer({ min: FIRST, max: FIRST + 11 }), bureau, overtime: fc.nat(7200) }),
        { selector: ({ month }) => month, maxLength: 4 },
      ),
      externallyDriven: fc.boolean(),
    }),
    { maxLength: 3 },
  )
  .map((all) =>
    all.map(({ months, externallyDriven }, at) => ({
      id: String(at),
      regime: 'ordinance',
      transfers: [],
      employedFrom: FIRST,
      months: months.map((month) => ({
        ...month,
        managerial: false,
        department: externallyDriven ? 'externallyDriven' : 'selfDirected',
        exceptional: 0,
        legalHolidayWork: 0,
      })),
    })),
  );

const headcounts: readonly Headcount[] = Array.from({ length: 12 }, (_, at) =>
  bureaus.map(({ id }, of) => ({ month: FIRST + at, bureau: id, managerial: false, heads: 5 + of })),
).flat();

const guidance: fc.Arbitrary<readonly DueMonth[]> = fc.uniqueArray(
  fc.record(
    {
      staff: fc.constantFrom('1', '2', '3'),
      month: fc.integer({ min: FIRST, max: FIRST + 3 }),
      bureau,
      outcome: fc.constantFrom(...guidanceOutcomes),
    },
    { requiredKeys: ['staff', 'month', 'bureau'] },
  ),
  { selector: ({ staff, month }) => `${staff} ${month}`, maxLength: 10 },
);

/** Absences of one person follow each other with gaps of 0 to 3 days. */
const absences: fc.Arbitrary<readonly Absence[]> = fc
  .array(fc.array(fc.record({ gap: fc.nat(3), days: fc.integer({ min: 1, max: 40 }), bureau }), { maxLength: 4 }), {
    maxLength: 3,
  })
  .map((all) =>
    all.flatMap((spans, staff) => {
      let next = 20_500;
      return spans.map(({ gap, days, bureau: of }) => {
        const from = next + gap;
        next = from + days;
        return { staff: String(staff), bureau: of, from, through: next - 1 };
      });
    }),
  );

const stressCheck = bureaus.map(({ id }) => ({
  bureau: id,
  counts: Object.fromEntries(stressKeys.map((key) => [key, 20])) as Record<(typeof stressKeys)[number], number>,
}));

const facts: fc.Arbitrary<SurveyFacts> = fc
  .record({ people, guidance, absences })
  .map(({ people: some, guidance: due, absences: absent }) => ({
    fiscalYear: 2026,
    name: '美汐市',
    bureaus,
    overtime: { headcounts, people: some },
    guidance: due,
    absences: absent,
    stressCheck,
  }));

const cellOf = (tables: readonly Table[], name: TableName, row: string, column: string): number => {
  const table = tables.find((each) => each.name === name);
  const cell = table?.rows.find(({ id }) => id === row)?.cells.find((each) => each.column === column);
  return cell?.measured.kind === 'count' || cell?.measured.kind === 'tenths' ? cell.measured.value : 0;
};

describe('the tables of a municipality', () => {
  it('do not depend on the order of the facts', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const turned: SurveyFacts = {
          ...given,
          overtime: {
            headcounts: headcounts.toReversed(),
            people: (given.overtime?.people ?? [])
              .map((person) => ({ ...person, months: person.months.toReversed() }))
              .toReversed(),
          },
          guidance: given.guidance?.toReversed() ?? [],
          absences: given.absences?.toReversed() ?? [],
          stressCheck: stressCheck.toReversed(),
        };
        expect(ownTables(turned).outcome).toEqual(ownTables(given).outcome);
      }),
      { numRuns: samples(12) },
    );
  });

  it('add up: classes to 45時間超, 部局 and months to the whole, reasons to those not interviewed', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { tables } = ownTables(given).outcome;
        const inside = ['mayor', 'water'];
        const long = (row: string, measure: string) => cellOf(tables, 'longHours', row, `now.${measure}`);
        for (const row of [OWN, ...inside]) {
          expect(long(row, 'over45')).toBe(long(row, 'between') + long(row, 'above'));
        }
        const months = Array.from({ length: 12 }, (_, at) => String(FIRST + at));
        for (const measure of ['over45', 'between', 'above']) {
          expect(inside.reduce((sum, row) => sum + long(row, measure), 0)).toBe(long(OWN, measure));
          const byMonth = months.map((row) => cellOf(tables, 'overtimeByMonth', row, measure));
          expect(byMonth.reduce((sum, each) => sum + each, 0)).toBe(long(OWN, measure));
        }
        expect(long(OWN, 'personMonths')).toBe(12 * 11);
        for (const { id } of [{ id: OWN }, ...bureaus]) {
          const reason = (column: string) => cellOf(tables, 'reasonsAll', id, column);
          const reasons = ['foundUnneeded', 'declined', 'tooBusy', 'other'].map(reason);
          expect(reasons.reduce((sum, each) => sum + each, 0)).toBe(reason('missing'));
        }
      }),
      { numRuns: samples(12) },
    );
  });

  it('print shares between 0 and 100 %', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const table of ownTables(given).outcome.tables) {
          for (const { cells } of table.rows) {
            for (const { column, measured } of cells) {
              if (measured.kind !== 'tenths' || !column.endsWith('.share') || column.startsWith('change')) continue;
              expect(measured.value).toBeGreaterThanOrEqual(0);
              expect(measured.value).toBeLessThanOrEqual(1000);
            }
          }
        }
      }),
      { numRuns: samples(12) },
    );
  });

  it('count no one less for a longer month', () => {
    fc.assert(
      fc.property(facts, fc.nat(600), (given, more) => {
        const longer: SurveyFacts = {
          ...given,
          overtime: {
            headcounts,
            people: (given.overtime?.people ?? []).map((person) => ({
              ...person,
              months: person.months.map((month) => ({ ...month, overtime: month.overtime + more })),
            })),
          },
        };
        const [before, after] = [given, longer].map((each) => ownTables(each).outcome.tables);
        for (const [name, row, column] of [
          ['longHours', OWN, 'now.over45'],
          ['longHours', OWN, 'now.above'],
          ['averageYear', OWN, 'now'],
          ['capsExceeded', 'selfDirectedMonthly', 'people'],
          ['capsExceeded', 'average', 'times'],
        ] as const) {
          expect(cellOf(after ?? [], name, row, column)).toBeGreaterThanOrEqual(
            cellOf(before ?? [], name, row, column),
          );
        }
      }),
      { numRuns: samples(12) },
    );
  });
});

describe('the national tables', () => {
  const group = fc
    .tuple(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000))
    .map(([silent, between, above]) => ({ heads: silent + between + above, between, above }));

  it('have the sums of their groups in the whole, at any scale with the same shares', () => {
    fc.assert(
      fc.property(
        group,
        group,
        group,
        fc.integer({ min: 2, max: 900 }),
        (prefecture, designatedCity, municipality, by) => {
          const groups = { prefecture, designatedCity, municipality };
          const scaled = Object.fromEntries(
            Object.entries(groups).map(([id, { heads, between, above }]) => [
              id,
              { heads: heads * by, between: between * by, above: above * by },
            ]),
          ) as typeof groups;
          const [own, large] = [groups, scaled].map(
            (longHours) => nationalTables([{ fiscalYear: 2022, longHours }]).outcome,
          );
          for (const measure of ['personMonths', 'over45', 'between', 'above']) {
            const rows = Object.keys(groups).map((row) => cellOf(own ?? [], 'longHours', row, `now.${measure}`));
            const all = cellOf(own ?? [], 'longHours', 'all', `now.${measure}`);
            expect(rows.reduce((sum, each) => sum + each, 0)).toBe(all);
            const shareOf = (tables: readonly Table[] = []) =>
              cellOf(tables, 'longHours', 'all', `now.${measure}.share`);
            expect(shareOf(large)).toBe(shareOf(own));
          }
        },
      ),
      { numRuns: samples(60) },
    );
  });
});
