/**
 * An attacker who owns the shown cells and nothing else, by brute force and in exact fractions: tries every group of atoms that is too
 * small, and asks whether anything about it follows from the shown sums. Independent of the code it tests; for small tables only.
 */
type Fraction = { readonly top: bigint; readonly bottom: bigint };

const ZERO: Fraction = { top: 0n, bottom: 1n };
const whole = (n: number): Fraction => ({ top: BigInt(n), bottom: 1n });
const minus = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom - b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
const times = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const over = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.bottom, bottom: a.bottom * b.top });

/** Rank of a table, by elimination in fractions. */
export function rankOf(rows: readonly (readonly number[])[]): number {
  const table = rows.map((row) => row.map(whole));
  const width = rows[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < width; column += 1) {
    const at = table.findIndex((row, index) => index >= rank && row[column]?.top !== 0n);
    const pivotRow = table[at];
    if (at < 0 || pivotRow === undefined) continue;
    [table[at], table[rank]] = [table[rank] ?? [], pivotRow];
    for (let other = rank + 1; other < table.length; other += 1) {
      const row = table[other] ?? [];
      const factor = over(row[column] ?? ZERO, pivotRow[column] ?? ZERO);
      if (factor.top !== 0n) table[other] = row.map((value, i) => minus(value, times(factor, pivotRow[i] ?? ZERO)));
    }
    rank += 1;
  }
  return rank;
}

export type Found = { readonly atoms: readonly number[]; readonly answers: number };

/**
 * A group with an answer or more, but fewer than the minimum, about which a combination of the shown cells says something; null when
 * there is none. A combination that concerns the group only exists when the columns of all others have a lower rank than all.
 */
export function giveaway(
  answers: readonly number[],
  shown: readonly (readonly number[])[],
  minimum: number,
): Found | null {
  const atoms = answers.flatMap((count, atom) => (count > 0 ? [atom] : []));
  const rows = shown.map((cell) => atoms.map((atom) => Number(cell.includes(atom))));
  const all = rankOf(rows);
  for (let set = 1; set < 1 << atoms.length; set += 1) {
    const chosen = atoms.filter((_, at) => (set >> at) % 2 === 1);
    const count = chosen.reduce((sum, atom) => sum + (answers[atom] ?? 0), 0);
    if (count >= minimum) continue;
    const others = rows.map((row) => row.filter((_, at) => (set >> at) % 2 === 0));
    if (rankOf(others) < all) return { atoms: chosen, answers: count };
  }
  return null;
}
