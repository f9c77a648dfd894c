import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Tx } from '../../store/tenant.ts';
import { grouped } from './grouped.ts';

export type DepartmentKindName = 'bureau' | 'division' | 'section';
export type DesignationRow = {
  department: string;
  effective_from: string;
  effective_until: string | null;
  published_on: string;
  reason: string;
};
export type DepartmentNode = {
  readonly department: string;
  readonly name: string;
  readonly kind: DepartmentKindName;
  readonly parent: string | null;
  readonly appendedTable: number | null;
};

/** Where someone stands: the 課 ('' = directly in a 部局) and the 部局. */
export type Place = { readonly section: string; readonly bureau: string };

/** The departments of a municipality on a day, with what stands above and below each. */
export type DepartmentTree = {
  readonly on: EpochDay;
  readonly nodes: readonly DepartmentNode[];
  readonly find: (department: string) => DepartmentNode | undefined;
  /** The department and those above it, nearest first. */
  readonly chain: (department: string) => readonly DepartmentNode[];
  /** The topmost department above (部局), or the department itself. */
  readonly bureau: (department: string) => DepartmentNode | undefined;
  readonly below: (department: string) => readonly string[];
  /**
   * The 課 and 部局 that a department belongs to. A 課 is the nearest department of kind 課 (課・所・室); a 係 belongs to its 課. Where a 部局 has 係 but
   * no 課 between, the topmost 係 stands for it; a 部局 without any department below (a small 事務局) is its own 課. Whoever is appointed to
   * a 部局 with departments below (部長, 次長) belongs to the 部局 alone.
   */
  readonly place: (department: string) => Place;
  /** The departments whose people belong to a 課: itself and its 係, without a 課 within it. */
  readonly within: (section: string) => readonly string[];
  /** 市民部 保険年金課 国保係. */
  readonly path: (department: string) => string;
  /** Designations that may matter on the day or later, by department, in order of time. */
  readonly designations: ReadonlyMap<string, readonly DesignationRow[]>;
  /** The designation of the department, or of one above it, on the day. */
  readonly designated: (department: string) => DesignationRow | undefined;
};

type Row = {
  department: string;
  name: string;
  kind: DepartmentKindName;
  parent: string | null;
  appended_table: number | null;
};

/** Deeper than any municipality; stops a circle of parents. */
const DEPTH = 12;

/** Reads the departments that exist on a day. Two statements, whatever the age of the municipality. */
export async function readTree(tx: Tx, on: EpochDay): Promise<DepartmentTree> {
  const date = formatLocalDate(on);
  const [rows, designations] = await Promise.all([
    tx.query<Row>(
      `select d.department, d.name, d.kind, d.parent, d.appended_table from tk.department d
       where d.municipality = $1 and d.effective_from <= $2::date and (d.effective_until is null or d.effective_until > $2::date)
       order by d.department`,
      [tx.municipality, date],
    ),
    tx.query<DesignationRow>(
      `select g.department, g.effective_from, g.effective_until, g.published_on, g.reason from tk.designation g
       where g.municipality = $1 and (g.effective_until is null or g.effective_until > $2::date)
       order by g.department, g.effective_from`,
      [tx.municipality, date],
    ),
  ]);
  return treeOf(on, rows, designations);
}

function treeOf(on: EpochDay, rows: readonly Row[], designations: readonly DesignationRow[]): DepartmentTree {
  const date = formatLocalDate(on);
  const nodes = rows.map(({ appended_table, ...row }): DepartmentNode => ({ ...row, appendedTable: appended_table }));
  const byCode = new Map(nodes.map((node) => [node.department, node]));
  const children = grouped(nodes, (node) => node.parent ?? '');
  const byDepartment = grouped(designations, (row) => row.department);
  const chain = (department: string): readonly DepartmentNode[] => {
    const found: DepartmentNode[] = [];
    for (let node = byCode.get(department); node !== undefined && found.length < DEPTH; ) {
      found.push(node);
      node = node.parent === null ? undefined : byCode.get(node.parent);
    }
    return found;
  };
  const below = (department: string): readonly string[] => {
    const found = new Set([department]);
    for (const code of found) for (const child of children.get(code) ?? []) found.add(child.department);
    return [...found];
  };
  const places = new Map<string, Place>();
  const place = (department: string): Place => {
    const found = places.get(department) ?? placeOn(chain(department), department, below);
    places.set(department, found);
    return found;
  };
  return {
    on,
    nodes,
    find: (department) => byCode.get(department),
    chain,
    bureau: (department) => chain(department).at(-1),
    below,
    place,
    within: (section) => below(section).filter((department) => place(department).section === section),
    path: (department) =>
      chain(department)
        .map((node) => node.name)
        .reverse()
        .join(' '),
    designations: byDepartment,
    designated: (department) =>
      chain(department)
        .flatMap((node) => byDepartment.get(node.department) ?? [])
        .find((row) => row.effective_from <= date),
  };
}

/** The rule of {@link DepartmentTree.place}, by the department and those above it, nearest first. */
function placeOn(
  chain: readonly DepartmentNode[],
  department: string,
  below: (department: string) => readonly string[],
): Place {
  const bureau = chain.at(-1)?.department ?? department;
  const division = chain.find(({ kind }) => kind === 'division') ?? chain.findLast(({ kind }) => kind === 'section');
  if (division !== undefined) return { section: division.department, bureau };
  return { section: below(department).length === 1 ? department : '', bureau };
}

/** How many of the divisions (課) are designated as externally driven on the day, and whether that is too many. */
export function designatedShare(
  tree: DepartmentTree,
  warnPercent: number,
): { designated: number; divisions: number; warn: boolean } {
  const divisions = tree.nodes.filter((node) => node.kind === 'division');
  const designated = divisions.filter((node) => tree.designated(node.department) !== undefined).length;
  return { designated, divisions: divisions.length, warn: designated * 100 > warnPercent * divisions.length };
}

/** As `designatedShare`, with those whose designation begins later: what is decided and told counts, and is warned of, until it is over. */
export function shareToCome(
  tree: DepartmentTree,
  warnPercent: number,
): { designated: number; toCome: number; divisions: number; warn: boolean } {
  const { designated, divisions } = designatedShare(tree, warnPercent);
  const isOrWillBe = (department: string) =>
    tree.chain(department).some((node) => tree.designations.has(node.department));
  const all = tree.nodes.filter((node) => node.kind === 'division' && isOrWillBe(node.department)).length;
  return { designated, toCome: all - designated, divisions, warn: all * 100 > warnPercent * divisions };
}

/** Names of the 係 below a department, in the order of their codes. */
export const unitsIn = (tree: DepartmentTree, department: string): readonly string[] =>
  tree.below(department).flatMap((code) => {
    const node = tree.find(code);
    return node?.kind === 'section' ? [node.name] : [];
  });
