import { sameContent } from '@tokimori/records/register-entry';
import type { Tx } from '../../store/tenant.ts';
import { type KeptEntry, type Register, readEntriesLike, writeEntry } from '../../use-cases/registers/entries.ts';
import { contentId } from '../rows/content-id.ts';
import { appendDeeds } from './journal.ts';
import { fresh, type Judgement, type Reading, refused, unchanged } from './kind.ts';
import { loadDepartments, noSuchDepartment } from './references.ts';

type Placed = { readonly department: string };
/** How lines of a file become entries of a register. */
export type RegisterFile<C extends Placed> = {
  readonly register: Register<C>;
  /** What tells entries apart; two lines of the same key are the same entry. */
  readonly keyOf: (content: C) => readonly (string | number)[];
  /** The column that names the entry, and its value. */
  readonly named: readonly [field: string, name: (content: C) => string];
};

const idOf = <C extends Placed>({ register, keyOf }: RegisterFile<C>, content: C): string =>
  contentId(register.name, ...keyOf(content));
const keyText = <C extends Placed>({ keyOf }: RegisterFile<C>, content: C): string => JSON.stringify(keyOf(content));

/**
 * Judges lines: new entries are taken in; what is there with the same content is unchanged; what is there with another content is
 * refused, because a file holds less than the page and would lose what was written there.
 */
export async function judgeEntries<C extends Placed>(
  tx: Tx,
  file: RegisterFile<C>,
  contents: readonly C[],
  reading: Reading,
): Promise<Judgement[]> {
  const ids = contents.map((content) => idOf(file, content));
  const [departments, stored] = await Promise.all([
    loadDepartments(tx),
    readEntriesLike(tx, file.register, { ids, departments: contents.map(({ department }) => department) }),
  ]);
  const byKey = new Map(stored.map(({ content }) => [keyText(file, content), content]));
  const byId = new Map(stored.map(({ id, content }) => [id, content]));
  const [field, nameOf] = file.named;
  return contents.map((content, at) => {
    const missing = noSuchDepartment(departments, content.department, reading.today);
    if (missing !== null) return missing;
    const known = byKey.get(keyText(file, content)) ?? byId.get(ids[at]!);
    if (known === undefined) {
      byKey.set(keyText(file, content), content);
      return fresh;
    }
    return sameContent(known, content) ? unchanged : refused(field, nameOf(content), 'import.register.known');
  });
}

/** Writes new entries as registered, with their journal. */
export async function writeEntries<C extends Placed>(
  tx: Tx,
  file: RegisterFile<C>,
  contents: readonly C[],
  reading: Reading,
): Promise<void> {
  const { register } = file;
  const parameters = await reading.parameters(tx, reading.today);
  const entries = contents.map(
    (content): KeptEntry<C> => ({
      id: idOf(file, content),
      state: 'registered',
      content,
      version: 1,
      changedBy: reading.startedBy,
      changedAt: reading.now,
    }),
  );
  await appendDeeds(
    tx,
    entries.map(({ id, content }) => ({
      stream: `${register.stream}/${id}`,
      kind: 'EntryRegistered',
      actor: reading.startedBy,
      onBehalfOf: null,
      data: { content },
      reason: reading.fileName,
      at: reading.now,
    })),
  );
  for (const entry of entries) await writeEntry(tx, register, entry, register.span(entry.content, parameters));
}
