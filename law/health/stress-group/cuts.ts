import type { AtomCells } from './attack.ts';

/**
 * The cells of published cuts. A cut names the attributes by which it divides (department × sex, say); a division by department has a
 * cell for every department of the tree, each with all that lie below it.
 */
export const cutAttributes = ['department', 'sex', 'age', 'year'] as const;
export type CutAttribute = (typeof cutAttributes)[number];
export type Cut = readonly CutAttribute[];

/** People who have every attribute in common. An attribute that no cut divides by may be left out. */
export type AnswerGroup = Readonly<Partial<Record<CutAttribute, string>>> & { readonly answers: number };

/** Each department with the one above it; null: none. */
export type DepartmentTree = ReadonlyMap<string, string | null>;

export type CutCell = Readonly<Partial<Record<CutAttribute, string>>>;

/** Thrown for a department that is not in the tree, a circle in it, or a group without an attribute that a cut divides by. */
export class ImpossibleCut extends Error {
  override readonly name = 'ImpossibleCut';
}

/** A department and all above it, up to the top. @throws ImpossibleCut */
function upwards(department: string, tree: DepartmentTree): readonly string[] {
  const line: string[] = [];
  for (let at: string | null = department; at !== null; ) {
    const above = tree.get(at);
    if (above === undefined) throw new ImpossibleCut(`no department ${at}`);
    if (line.includes(at)) throw new ImpossibleCut(`${at} lies below itself`);
    line.push(at);
    at = above;
  }
  return line;
}

/** The cells of one cut in which a group lies. */
function cellsOf(group: AnswerGroup, cut: Cut, tree: DepartmentTree): readonly CutCell[] {
  return cut.reduce<readonly CutCell[]>(
    (cells, attribute) => {
      const value = group[attribute];
      if (value === undefined) throw new ImpossibleCut(`${attribute} is missing`);
      const values = attribute === 'department' ? upwards(value, tree) : [value];
      return cells.flatMap((cell) => values.map((each) => ({ ...cell, [attribute]: each })));
    },
    [{}],
  );
}

/** 「department=総務課 sex=female」; everybody: 「all」. */
export function nameOfCell(cell: CutCell): string {
  const parts = cutAttributes.flatMap((attribute) =>
    cell[attribute] === undefined ? [] : [`${attribute}=${cell[attribute]}`],
  );
  return parts.length === 0 ? 'all' : parts.join(' ');
}

export type CutTable = AtomCells & { readonly named: readonly CutCell[] };

/**
 * The table of the given cuts: every group is an atom, every cell the groups that lie in it. A cell that two cuts have in common is
 * there once.
 * @throws ImpossibleCut
 */
export function cutTable(groups: readonly AnswerGroup[], cuts: readonly Cut[], tree: DepartmentTree): CutTable {
  const cells = new Map<string, { cell: CutCell; atoms: Set<number> }>();
  for (const cut of cuts) {
    groups.forEach((group, atom) => {
      for (const cell of cellsOf(group, cut, tree)) {
        const name = nameOfCell(cell);
        const entry = cells.get(name) ?? { cell, atoms: new Set() };
        entry.atoms.add(atom);
        cells.set(name, entry);
      }
    });
  }
  const listed = [...cells.values()];
  return {
    answers: groups.map(({ answers }) => answers),
    cells: listed.map(({ atoms }) => [...atoms]),
    named: listed.map(({ cell }) => cell),
  };
}
