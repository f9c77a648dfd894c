import { InputRefused } from './refusal.ts';

/** Errors of the server's doors that carry a message for people: an unusable place, file, port or clock. */
const forPeople = new Set([
  'DataDirectoryError',
  'EntranceRefused',
  'ClockRefused',
  'MigrationError',
  'StoreUnavailable',
  'UnreadableFile',
  'UnclosedQuote',
  'RefusedReport',
]);

type Told = { readonly title: string; readonly detail: string };

/** A refusal with its words (`server/access/refusal.ts`), without loading that room. */
function wordsOf(error: Error): Told | undefined {
  if (!('words' in error) || typeof error.words !== 'object' || error.words === null) return undefined;
  const { title, detail } = error.words as Partial<Told>;
  return title === undefined ? undefined : { title, detail: detail ?? '' };
}

const same = (text: string) => ({ ja: text, en: text });

/** Turns what the server refuses into a refusal of the command; anything else is a defect and stays what it is. */
export async function asRefusal<T>(
  what: { readonly ja: string; readonly en: string },
  deed: () => Promise<T>,
): Promise<T> {
  try {
    return await deed();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const words = wordsOf(error);
    if (words !== undefined)
      throw new InputRefused(same(words.title), [{ why: same(words.title), cure: same(words.detail) }]);
    if (!forPeople.has(error.constructor.name)) throw error;
    const [why = error.message, ...cure] = error.message.split(/(?<=。)/);
    throw new InputRefused(what, [{ why: same(why), cure: same(cure.join('') || why) }]);
  }
}
