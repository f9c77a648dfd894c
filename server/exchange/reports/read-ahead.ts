/**
 * Rows of one batch after the other. While a batch is written the next is being read.
 * @param next reads what follows a batch (none before the first); null when nothing does.
 */
export async function* readAhead<T>(
  next: (before: readonly T[] | null) => Promise<readonly T[]> | null,
): AsyncGenerator<T> {
  let reading = next(null);
  while (reading !== null) {
    const batch = await reading;
    reading = next(batch);
    // Its failure is met when its turn comes, or never, when nobody asks for more.
    reading?.catch(() => undefined);
    yield* batch;
  }
}
