import { databaseComplaint } from './database-words.ts';
import { type Complaint, InputRefused } from './refusal.ts';

/** Errors of the server's doors that carry a message for people: an unusable place, file, port or clock. */
const forPeople = new Set([
  'DataDirectoryError',
  'EntranceRefused',
  'ClockRefused',
  'MigrationError',
  'UnreadableFile',
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

/** Of several sentences the first says why and the others what to do; a single one says what to do when it asks for it. */
function complaintOf(message: string): Complaint | undefined {
  const [first = '', ...others] = message.split(/(?<=。)(?!$)/);
  if (first === '') return undefined;
  if (others.length > 0) return { why: same(first), cure: same(others.join('')) };
  return /ください。?$/.test(first) ? { cure: same(first) } : { why: same(first) };
}
const complaintsOf = (message: string): readonly Complaint[] => {
  const complaint = complaintOf(message);
  return complaint === undefined ? [] : [complaint];
};

/** A file named by the caller that cannot be opened or written. */
function refusedFile(file: string, told: string): InputRefused {
  return new InputRefused({ ja: 'ファイルを使えません。', en: 'The file cannot be used.' }, [
    {
      why: { ja: `ファイル「${file}」を開けません(${told})。`, en: `The file "${file}" cannot be opened (${told}).` },
      cure: {
        ja: 'フォルダーの名前と、書き込みの権限を確かめてください。',
        en: 'Check the folder and its permissions.',
      },
    },
  ]);
}

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
    if (words !== undefined) throw new InputRefused(same(words.title), complaintsOf(words.detail));
    if ('syscall' in error && error.syscall === 'open' && 'path' in error)
      throw refusedFile(String(error.path), error.message);
    const ofDatabase = databaseComplaint(error);
    if (ofDatabase !== undefined) throw new InputRefused(what, [ofDatabase]);
    if (error.message.startsWith('DATABASE_URL は')) throw new InputRefused(what, complaintsOf(error.message));
    // A bundler may number a class whose name occurs twice.
    if (!forPeople.has(error.constructor.name.replace(/\d+$/, ''))) throw error;
    throw new InputRefused(what, complaintsOf(error.message));
  }
}
