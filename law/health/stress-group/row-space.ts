/**
 * What can be computed from shown sums by adding and subtracting: the row space of a table of zeros and ones, brought to
 * reduced echelon form in whole numbers. A row keeps which sums it was made of.
 */

/** Coefficients by position; zeros are left out. */
export type Sparse = ReadonlyMap<number, number>;

export type ReducedRow = {
  /** Over the columns. */
  readonly values: Sparse;
  /** Over the rows that were given: the combination that makes this row. */
  readonly from: Sparse;
  readonly pivot: number;
};

/** Thrown when a coefficient grows beyond exact whole numbers. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** Adds factor·values to a sum. @throws TooLarge */
function addTo(sum: Map<number, number>, factor: number, values: Sparse): void {
  for (const [at, value] of values) {
    const next = (sum.get(at) ?? 0) + factor * value;
    if (!Number.isSafeInteger(next)) throw new TooLarge(`coefficient ${next}`);
    if (next === 0) sum.delete(at);
    else sum.set(at, next);
  }
}

/** a·x + b·y. @throws TooLarge */
export function combine(a: number, x: Sparse, b: number, y: Sparse): Map<number, number> {
  const sum = new Map<number, number>();
  addTo(sum, a, x);
  addTo(sum, b, y);
  return sum;
}

type Row = { readonly values: Map<number, number>; readonly from: Map<number, number> };

/** Every coefficient times a number, divided by another that divides it. @throws TooLarge */
function scale(part: Map<number, number>, by: number, into: number): void {
  for (const [at, value] of part) {
    if (!Number.isSafeInteger(value * by)) throw new TooLarge(`coefficient ${value * by}`);
    part.set(at, (value * by) / into);
  }
}

/** Divides by what all coefficients have in common. */
function shorten({ values, from }: Row): void {
  let common = 0;
  for (const part of [values, from]) {
    for (const value of part.values()) {
      common = gcd(common, value);
      if (common === 1) return;
    }
  }
  if (common === 0) return;
  scale(values, 1, common);
  scale(from, 1, common);
}

/** Takes the pivot of another row out of a row. @throws TooLarge */
function takeOut(row: Row, pivot: number, by: Row): void {
  const mine = row.values.get(pivot) ?? 0;
  const theirs = by.values.get(pivot) ?? 0;
  const common = gcd(mine, theirs) * Math.sign(theirs);
  const [own, other] = [theirs / common, -mine / common];
  if (own !== 1) {
    scale(row.values, own, 1);
    scale(row.from, own, 1);
  }
  addTo(row.values, other, by.values);
  addTo(row.from, other, by.from);
  shorten(row);
}

/**
 * Reduced echelon form: every pivot column occurs in its own row only.
 * @param weightOf the column with the greatest weight becomes the pivot of a row.
 * @throws TooLarge
 */
export function reduceRows(
  rows: readonly (readonly number[])[],
  weightOf: (column: number) => number,
): readonly ReducedRow[] {
  const reduced = new Map<number, Row>();
  const order = rows.map((_, at) => at).sort((a, b) => (rows[a]?.length ?? 0) - (rows[b]?.length ?? 0) || a - b);
  for (const at of order) {
    const row: Row = { values: new Map((rows[at] ?? []).map((column) => [column, 1])), from: new Map([[at, 1]]) };
    for (const column of [...row.values.keys()]) {
      const by = reduced.get(column);
      if (by !== undefined) takeOut(row, column, by);
    }
    const [first] = [...row.values.keys()].sort((a, b) => weightOf(b) - weightOf(a) || a - b);
    if (first === undefined) continue;
    for (const other of reduced.values()) if (other.values.has(first)) takeOut(other, first, row);
    reduced.set(first, row);
  }
  return [...reduced].map(([pivot, { values, from }]) => ({ values, from, pivot }));
}
