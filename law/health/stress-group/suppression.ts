import type { Decision, Step } from '../../decision/decision.ts';
import { groupCitations } from '../citations.ts';
import { checkHealthRules, modelHealth, modelStressGroup, type StressGroupRules } from '../rules.ts';
import { type AtomCells, type Attack, findAttacks } from './attack.ts';

/**
 * Which cells of a published table are hidden, so that no group with fewer answers than the minimum is shown or can be computed
 * from what is shown, over every cut that is published together (department × sex × age × year).
 */

/** shown · empty: nobody answered · tooFew · complementary: it would give away a group that is too small */
export type CellState = 'shown' | 'empty' | 'tooFew' | 'complementary';

export type CellVerdict = {
  readonly cell: number;
  readonly state: CellState;
  /** Of a complementary cell: the group that it would give away. */
  readonly protects: Pick<Attack, 'atoms' | 'answers' | 'assumed'> | null;
};

/** Thrown for an atom that does not exist, or answers that are no count. */
export class ImpossibleTable extends Error {
  override readonly name = 'ImpossibleTable';
}

/**
 * cellTooFew: cell, minimum · cellComplementary: cell, answers (of the group it would give away), assumed, minimum ·
 * cellsShown: shown, hidden, empty
 */
export type SuppressionStepName = 'cellTooFew' | 'cellComplementary' | 'cellsShown';

function checkTable({ answers, cells }: AtomCells): void {
  if (answers.some((count) => !Number.isSafeInteger(count) || count < 0)) throw new ImpossibleTable('answers');
  for (const atoms of cells) {
    if (new Set(atoms).size < atoms.length) throw new ImpossibleTable('an atom twice in a cell');
    if (atoms.some((atom) => answers[atom] === undefined)) throw new ImpossibleTable('no such atom');
  }
}

/** Answers of each cell. */
function countsOf({ answers, cells }: AtomCells): readonly number[] {
  return cells.map((atoms) => atoms.reduce((sum, atom) => sum + (answers[atom] ?? 0), 0));
}

/** Hides, of every way that gives something away, its smallest cell, until there is none. */
function hide(table: AtomCells, counts: readonly number[], candidates: readonly number[], minimum: number) {
  const hidden = new Map<number, Attack>();
  const size = (cell: number) => counts[cell] ?? 0;
  const shownNow = () => candidates.filter((cell) => !hidden.has(cell));
  for (let attacks = findAttacks(table, candidates, minimum); attacks.length > 0; ) {
    for (const attack of attacks) {
      const [smallest] = [...attack.cells].sort((a, b) => size(a) - size(b) || b - a);
      if (smallest !== undefined) hidden.set(smallest, attack);
    }
    attacks = findAttacks(table, shownNow(), minimum);
  }
  return hidden;
}

/** Shows again, the largest first, what later hiding made harmless: no hidden cell could be shown besides. */
function restore(
  table: AtomCells,
  counts: readonly number[],
  candidates: readonly number[],
  hidden: Map<number, Attack>,
  minimum: number,
): void {
  const largest = [...hidden.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  for (const cell of largest) {
    const shown = candidates.filter((each) => each === cell || !hidden.has(each));
    const [attack] = findAttacks(table, shown, minimum);
    if (attack === undefined) hidden.delete(cell);
    else hidden.set(cell, attack);
  }
}

function stepsOf(verdicts: readonly CellVerdict[], minimum: number): Step<SuppressionStepName>[] {
  const steps = verdicts.flatMap(({ cell, state, protects }): Step<SuppressionStepName>[] => {
    if (state === 'tooFew') {
      return [{ says: 'cellTooFew', figures: { cell, minimum }, citation: groupCitations.minimum }];
    }
    if (protects === null) return [];
    const figures = { cell, answers: protects.answers, assumed: Number(protects.assumed), minimum };
    return [{ says: 'cellComplementary', figures, citation: groupCitations.complement }];
  });
  const of = (wanted: CellState) => verdicts.filter(({ state }) => state === wanted).length;
  const figures = { shown: of('shown'), hidden: of('tooFew') + of('complementary'), empty: of('empty') };
  return [...steps, { says: 'cellsShown', figures, citation: groupCitations.complement }];
}

/**
 * What is shown of every cell, in the order given.
 * @throws ImpossibleTable
 * @throws ImpossibleHealthRules for a minimum below ten
 */
export function suppressCells(
  table: AtomCells,
  rules: StressGroupRules = modelStressGroup,
): Decision<readonly CellVerdict[], SuppressionStepName> {
  checkHealthRules({ ...modelHealth, stressGroup: rules });
  checkTable(table);
  const { minimum } = rules;
  const counts = countsOf(table);
  const candidates = counts.flatMap((count, cell) => (count >= minimum ? [cell] : []));
  const hidden = hide(table, counts, candidates, minimum);
  restore(table, counts, candidates, hidden, minimum);
  const outcome = counts.map((count, cell): CellVerdict => {
    if (count === 0) return { cell, state: 'empty', protects: null };
    if (count < minimum) return { cell, state: 'tooFew', protects: null };
    const attack = hidden.get(cell);
    if (attack === undefined) return { cell, state: 'shown', protects: null };
    const { atoms, answers, assumed } = attack;
    return { cell, state: 'complementary', protects: { atoms, answers, assumed } };
  });
  return { outcome, steps: stepsOf(outcome, minimum) };
}
