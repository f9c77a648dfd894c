import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveaway, rankOf } from '../../testing/health/attacker.ts';
import { samples } from '../../testing/samples.ts';
import { ImpossibleHealthRules, modelStressGroup } from '../rules.ts';
import { type AtomCells, findAttacks } from './attack.ts';
import { type AnswerGroup, type Cut, cutTable } from './cuts.ts';
import { type CellState, ImpossibleTable, suppressCells } from './suppression.ts';

const statesOf = (table: AtomCells): readonly CellState[] => suppressCells(table).outcome.map(({ state }) => state);
const cellsIn = (table: AtomCells, wanted: readonly CellState[]) => {
  const states = statesOf(table);
  return table.cells.filter((_, cell) => wanted.includes(states[cell] ?? 'empty'));
};

/** Any cells over a few atoms, of sizes on both sides of ten. */
const anyTable: fc.Arbitrary<AtomCells> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 30 })), { minLength: 1, maxLength: 7 })
  .chain((answers) =>
    fc.record({
      answers: fc.constant(answers),
      cells: fc.array(fc.subarray(answers.map((_, atom) => atom)), { minLength: 1, maxLength: 8 }),
    }),
  );

/** The cuts that are really published: sections of a bureau, by sex, by age, over two years. */
const cutTables: fc.Arbitrary<AtomCells> = fc
  .record({
    counts: fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 8, maxLength: 8 }),
    cuts: fc.subarray<Cut>([[], ['department'], ['sex'], ['department', 'sex'], ['year'], ['sex', 'year']], {
      minLength: 2,
    }),
    twoYears: fc.boolean(),
  })
  .map(({ counts, cuts, twoYears }) => {
    const groups = counts.map((answers, at): AnswerGroup => {
      const sex = at % 2 === 0 ? 'male' : 'female';
      const department = `課${Math.floor(at / 2) % (twoYears ? 2 : 4)}`;
      return { department, sex, year: twoYears && at >= 4 ? '2026' : '2025', answers };
    });
    const tree = new Map<string, string | null>([['部', null]]);
    for (const { department = '' } of groups) tree.set(department, '部');
    return cutTable(groups, cuts, tree);
  });

describe('what an attacker can compute from the shown cells', () => {
  it.each([
    ['any cells', anyTable, 250],
    ['real cuts', cutTables, 120],
  ] as const)('concerns nobody, or ten people and more: %s', (_, tables, runs) => {
    fc.assert(
      fc.property(tables, (table) => giveaway(table.answers, cellsIn(table, ['shown']), 10) === null),
      { numRuns: samples(runs) },
    );
  });

  it('would concern fewer if any hidden cell were shown besides', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const shown = cellsIn(table, ['shown']);
        return cellsIn(table, ['tooFew', 'complementary']).every(
          (cell) => giveaway(table.answers, [...shown, cell], 10) !== null,
        );
      }),
      { numRuns: samples(80) },
    );
  });

  it('is found exactly when it is there', () => {
    fc.assert(
      fc.property(anyTable, ({ answers, cells }) => {
        const all = cells.map((_, cell) => cell);
        const found = findAttacks({ answers, cells }, all, 10);
        const [first] = found;
        if (first !== undefined) expect(first.answers).toBe(first.atoms.reduce((sum, atom) => sum + answers[atom]!, 0));
        return found.length > 0 === (giveaway(answers, cells, 10) !== null);
      }),
      { numRuns: samples(150) },
    );
  });

  it('is looked for by an attacker who can compute', () => {
    expect(
      rankOf([
        [1, 1, 0],
        [0, 1, 1],
        [1, 2, 1],
      ]),
    ).toBe(2);
    expect(giveaway([12, 5], [[0, 1], [0]], 10)).toEqual({ atoms: [1], answers: 5 });
    expect(giveaway([12, 10], [[0, 1], [0]], 10)).toBeNull();
  });
});

describe('hidden cells', () => {
  it('of ten answers are none, of nine one', () => {
    expect(statesOf({ answers: [10, 9, 0], cells: [[0], [1], [2]] })).toEqual(['shown', 'tooFew', 'empty']);
  });

  it('protect a small section by hiding the smallest other one, not the bureau', () => {
    const table = { answers: [30, 12, 8], cells: [[0, 1, 2], [0], [1], [2]] };
    const { outcome, steps } = suppressCells(table);
    expect(outcome).toEqual([
      { cell: 0, state: 'shown', protects: null },
      { cell: 1, state: 'shown', protects: null },
      { cell: 2, state: 'complementary', protects: { atoms: [2], answers: 8, assumed: false } },
      { cell: 3, state: 'tooFew', protects: null },
    ]);
    expect(steps).toMatchObject([
      { says: 'cellComplementary', figures: { cell: 2, answers: 8, assumed: 0, minimum: 10 } },
      { says: 'cellTooFew', figures: { cell: 3, minimum: 10 }, citation: { path: '集団の人数' } },
      { says: 'cellsShown', figures: { shown: 2, hidden: 2, empty: 0 } },
    ]);
  });

  it('are none where two small sections hide each other', () => {
    expect(statesOf({ answers: [30, 7, 8], cells: [[0, 1, 2], [0], [1], [2]] })).toEqual([
      'shown',
      'shown',
      'tooFew',
      'tooFew',
    ]);
    expect(statesOf({ answers: [30, 4, 5], cells: [[0, 1, 2], [0], [1], [2]] })).toEqual([
      'shown',
      'complementary',
      'tooFew',
      'tooFew',
    ]);
  });

  it('reach over cuts: section and sex give away what neither does alone', () => {
    const groups: AnswerGroup[] = [
      { department: '総務課', sex: 'male', answers: 20 },
      { department: '総務課', sex: 'female', answers: 4 },
      { department: '土木課', sex: 'male', answers: 25 },
      { department: '土木課', sex: 'female', answers: 11 },
    ];
    const tree = new Map([
      ['総務課', null],
      ['土木課', null],
    ]);
    const stateBy = (cuts: readonly Cut[]) => {
      const table = cutTable(groups, cuts, tree);
      return statesOf(table).filter((state) => state === 'complementary').length;
    };
    expect(stateBy([['department'], ['sex']])).toBe(0);
    expect(stateBy([['department'], ['department', 'sex']])).toBe(1);
    expect(stateBy([['department'], ['sex'], ['department', 'sex']])).toBeGreaterThan(1);
  });

  it('know a difference of two cells that lie in each other', () => {
    expect(statesOf({ answers: [40, 9], cells: [[0, 1], [0]] })).toContain('complementary');
    expect(statesOf({ answers: [40, 10], cells: [[0, 1], [0]] })).toEqual(['shown', 'shown']);
  });

  it('follow a minimum that the municipality raised, and never one below ten', () => {
    const table = { answers: [15], cells: [[0]] };
    const [raised] = suppressCells(table, { ...modelStressGroup, minimum: 20 }).outcome;
    expect(raised?.state).toBe('tooFew');
    expect(() => suppressCells(table, { ...modelStressGroup, minimum: 9 })).toThrow(ImpossibleHealthRules);
  });

  it('refuse a table that cannot be', () => {
    expect(() => suppressCells({ answers: [1], cells: [[1]] })).toThrow(ImpossibleTable);
    expect(() => suppressCells({ answers: [1], cells: [[0, 0]] })).toThrow(ImpossibleTable);
    expect(() => suppressCells({ answers: [-1], cells: [[0]] })).toThrow(ImpossibleTable);
    expect(() => suppressCells({ answers: [1.5], cells: [[0]] })).toThrow(ImpossibleTable);
  });

  it('are chosen on the safe side when the search is given up', () => {
    // Sections of twelve by sex-like columns of twelve, one answer in each field: nine fields are never found out about.
    const side = Array.from({ length: 12 }, (_, at) => at);
    const answers = new Array<number>(144).fill(1);
    const rows = side.map((row) => side.map((column) => 12 * row + column));
    const columns = side.map((column) => side.map((row) => 12 * row + column));
    const cells = [...rows, ...columns];
    const all = cells.map((_, cell) => cell);
    const [attack, ...others] = findAttacks({ answers, cells }, all, 10, 100);
    expect(others).toEqual([]);
    expect(attack).toEqual({ atoms: [0], answers: 1, cells: [0, 12], assumed: true });
    expect(findAttacks({ answers: [12, 12], cells: [[0, 1], [0]] }, [0, 1], 10, 0)).toEqual([]);
  });
});
