import { combine, type ReducedRow, reduceRows, type Sparse, TooLarge } from './row-space.ts';

/**
 * Looks for a group too small to be shown that can be computed from the shown cells: some combination of their sums, with any
 * coefficients, that concerns fewer people than the minimum and somebody. Atoms that lie in the same shown cells cannot be told apart
 * and are taken together as a block; a combination has one coefficient for a block, so the people it concerns are whole blocks.
 */

/** A cell is a set of atoms; an atom is the finest group that answers are told apart by. */
export type AtomCells = {
  /** Answers of each atom. */
  readonly answers: readonly number[];
  /** Atoms of each cell. */
  readonly cells: readonly (readonly number[])[];
};

export type Attack = {
  /** The atoms that are found out about, with an answer or more. */
  readonly atoms: readonly number[];
  readonly answers: number;
  /** Cells from which it is computed. */
  readonly cells: readonly number[];
  /** The search was given up: that it can be computed is assumed. */
  readonly assumed: boolean;
};

type Block = { readonly atoms: readonly number[]; readonly answers: number; readonly cells: readonly number[] };

/** How many sets of blocks are tried before the search is given up. */
export const SEARCH_LIMIT = 50_000;

/** Atoms with answers, by the shown cells in which they lie; atoms in none are not told of at all. */
function blocksOf({ answers, cells }: AtomCells, shown: readonly number[]): readonly Block[] {
  const cellsOfAtom = answers.map((): number[] => []);
  for (const cell of shown) for (const atom of cells[cell] ?? []) cellsOfAtom[atom]?.push(cell);
  const blocks = new Map<string, { atoms: number[]; answers: number; cells: readonly number[] }>();
  cellsOfAtom.forEach((within, atom) => {
    const count = answers[atom] ?? 0;
    if (count === 0 || within.length === 0) return;
    const key = within.join();
    const block = blocks.get(key) ?? { atoms: [], answers: 0, cells: within };
    block.atoms.push(atom);
    block.answers += count;
    blocks.set(key, block);
  });
  return [...blocks.values()];
}

/**
 * The blocks as vectors such that a combination concerning a set of blocks only exists exactly when their vectors are
 * dependent: the columns of a basis of everything that the shown sums leave open (the null space).
 */
function vectorsOf(rows: readonly ReducedRow[], blocks: number): readonly Sparse[] {
  const vectors: Sparse[] = Array.from({ length: blocks }, (_, block) => new Map([[block, 1]]));
  for (const { pivot, values } of rows) {
    vectors[pivot] = new Map([...values].filter(([column]) => column !== pivot));
  }
  return vectors;
}

type Basis = readonly { readonly vector: Sparse; readonly pivot: number }[];

/** What is left of a vector after those of a basis; nothing is left of a dependent one. */
function rest(vector: Sparse, basis: Basis): Sparse {
  return basis.reduce<Sparse>((left, { vector: by, pivot }) => {
    const value = left.get(pivot);
    return value === undefined ? left : combine(by.get(pivot) ?? 1, left, -value, by);
  }, vector);
}

/** The small blocks among which dependent sets are looked for. */
type Hunt = {
  readonly answersOf: (block: number) => number;
  readonly vectorOf: (block: number) => Sparse;
  readonly minimum: number;
  /** In the order of their answers. */
  readonly small: readonly number[];
  /** Sets that are tried before the search is given up. */
  readonly limit: number;
};

/**
 * The blocks that can be in a dependent set at all: every coordinate of theirs must be met by another one, and both together
 * must stay below the minimum. What falls away takes others with it.
 */
function hunted({ answersOf, vectorOf, minimum, small }: Hunt): readonly number[] {
  let left = small;
  for (;;) {
    /** The two smallest blocks of each coordinate; `left` is in the order of answers. */
    const meeting = new Map<number, number[]>();
    for (const block of left) {
      for (const at of vectorOf(block).keys()) {
        const met = meeting.get(at) ?? [];
        if (met.length < 2) met.push(block);
        meeting.set(at, met);
      }
    }
    const stays = (block: number) =>
      [...vectorOf(block).keys()].every((at) => {
        const partner = (meeting.get(at) ?? []).find((other) => other !== block);
        return partner !== undefined && answersOf(block) + answersOf(partner) < minimum;
      });
    const next = left.filter(stays);
    if (next.length === left.length) return next;
    left = next;
  }
}

/** A coordinate that only one of the chosen blocks has: a dependent set needs another block there. */
function openCoordinate(chosen: readonly number[], vectorOf: Hunt['vectorOf']): number | undefined {
  const counts = new Map<number, number>();
  for (const block of chosen) for (const at of vectorOf(block).keys()) counts.set(at, (counts.get(at) ?? 0) + 1);
  for (const [at, count] of counts) if (count === 1) return at;
  return undefined;
}

/**
 * Dependent sets of blocks with fewer answers than the minimum, none sharing a block: for each block the first that it
 * begins. Grows independent sets until one more block makes them dependent.
 * @throws TooLarge when too many have been tried
 */
function dependentSets(hunt: Hunt): readonly (readonly number[])[] {
  const { answersOf, vectorOf, minimum, limit } = hunt;
  const found: number[][] = hunt.small.filter((block) => vectorOf(block).size === 0).map((block) => [block]);
  const among = hunted({ ...hunt, small: hunt.small.filter((block) => vectorOf(block).size > 0) });
  const taken = new Set<number>();
  let tried = 0;
  const grow = (allowed: readonly number[], chosen: readonly number[], sum: number, basis: Basis): number[] | null => {
    const open = openCoordinate(chosen, vectorOf);
    for (const block of allowed) {
      if (sum + answersOf(block) >= minimum) break;
      if (chosen.includes(block) || taken.has(block)) continue;
      if (open !== undefined && !vectorOf(block).has(open)) continue;
      tried += 1;
      if (tried > limit) throw new TooLarge('search');
      const left = rest(vectorOf(block), basis);
      const [pivot] = left.keys();
      if (pivot === undefined) return [...chosen, block];
      const dependent = grow(allowed, [...chosen, block], sum + answersOf(block), [...basis, { vector: left, pivot }]);
      if (dependent !== null) return dependent;
    }
    return null;
  };
  among.forEach((block, at) => {
    const vector = vectorOf(block);
    const [pivot] = vector.keys();
    if (taken.has(block) || pivot === undefined) return;
    const dependent = grow(among.slice(at + 1), [block], answersOf(block), [{ vector, pivot }]);
    if (dependent === null) return;
    for (const each of dependent) taken.add(each);
    found.push(dependent);
  });
  return found;
}

/** Rows that share columns, taken together: no combination of few people mixes blocks of different parts. */
function partsOf(rows: readonly ReducedRow[]): readonly (readonly number[])[] {
  const parentOf = new Map<number, number>();
  const root = (column: number): number => {
    const parent = parentOf.get(column) ?? column;
    if (parent === column) return column;
    const top = root(parent);
    parentOf.set(column, top);
    return top;
  };
  for (const { pivot, values } of rows) for (const column of values.keys()) parentOf.set(root(column), root(pivot));
  const parts = new Map<number, number[]>();
  for (const column of new Set(rows.flatMap(({ values }) => [...values.keys()]))) {
    const part = parts.get(root(column)) ?? [];
    part.push(column);
    parts.set(root(column), part);
  }
  return [...parts.values()];
}

/** The shown cells from which something about a set of blocks is computed. */
function cellsFor(found: readonly number[], rows: readonly ReducedRow[], shown: readonly number[]): readonly number[] {
  const used = rows.filter(({ pivot }) => found.includes(pivot)).flatMap(({ from }) => [...from.keys()]);
  return [...new Set(used)].map((at) => shown[at] ?? 0);
}

function attackOn(
  found: readonly number[],
  blocks: readonly Block[],
  cells: readonly number[],
  assumed: boolean,
): Attack {
  const of = found.flatMap((block) => blocks[block] ?? []);
  return {
    atoms: of.flatMap(({ atoms }) => atoms).sort((a, b) => a - b),
    answers: of.reduce((sum, { answers }) => sum + answers, 0),
    cells,
    assumed,
  };
}

/** Every block that is too small is assumed to be computable: the safe answer where the exact one is not found. */
function assumedAttacks(blocks: readonly Block[], among: readonly number[]): readonly Attack[] {
  return among.slice(0, 1).map((block) => attackOn([block], blocks, blocks[block]?.cells ?? [], true));
}

/**
 * Ways in which shown cells give away a group with fewer answers than the minimum, no two about the same people; none means
 * that there is none.
 * @param shown cells, by position, that are to be shown.
 * @param limit sets that are tried before the search is given up; then a group is assumed to be given away.
 */
export function findAttacks(
  table: AtomCells,
  shown: readonly number[],
  minimum: number,
  limit = SEARCH_LIMIT,
): readonly Attack[] {
  const blocks = blocksOf(table, shown);
  const isSmall = (block: number) => (blocks[block]?.answers ?? 0) < minimum;
  const bySize = (a: number, b: number) => (blocks[a]?.answers ?? 0) - (blocks[b]?.answers ?? 0) || a - b;
  const everySmall = blocks
    .map((_, block) => block)
    .filter(isSmall)
    .sort(bySize);
  if (everySmall.length === 0) return [];
  const blocksOfCell = new Map(shown.map((cell): [number, number[]] => [cell, []]));
  blocks.forEach(({ cells }, block) => {
    for (const cell of cells) blocksOfCell.get(cell)?.push(block);
  });
  let rows: readonly ReducedRow[];
  try {
    rows = reduceRows([...blocksOfCell.values()], (block) => blocks[block]?.answers ?? 0);
  } catch (error) {
    if (error instanceof TooLarge) return assumedAttacks(blocks, everySmall);
    throw error;
  }
  const vectors = vectorsOf(rows, blocks.length);
  const answersOf = (block: number) => blocks[block]?.answers ?? 0;
  const vectorOf = (block: number): Sparse => vectors[block] ?? new Map();
  return partsOf(rows).flatMap((part): readonly Attack[] => {
    const small = part.filter(isSmall).sort(bySize);
    try {
      const sets = dependentSets({ answersOf, vectorOf, minimum, small, limit });
      return sets.map((found) => attackOn(found, blocks, cellsFor(found, rows, shown), false));
    } catch (error) {
      if (error instanceof TooLarge) return assumedAttacks(blocks, small);
      throw error;
    }
  });
}
