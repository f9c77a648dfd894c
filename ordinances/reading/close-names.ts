/** Names longer than this are junk, not slips. */
const LONGEST = 40;

/** Letters that must be put in, taken out or exchanged to make one name of another (Levenshtein), capitals aside. */
export function distance(a: string, b: string): number {
  const [from, to] = [a.toLowerCase(), b.toLowerCase()];
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const exchanged = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** The name that was probably meant: the nearest one, when at most a third of its letters differ. */
export function closeName(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  let best: { readonly name: string; readonly far: number } | undefined;
  for (const candidate of known) {
    const far = distance(name, candidate);
    if (far <= Math.max(1, Math.floor(candidate.length / 3)) && (best === undefined || far < best.far))
      best = { name: candidate, far };
  }
  return best?.name;
}
