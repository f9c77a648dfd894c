import type { EntryState } from '@tokimori/contract/registers/entries';
import type { Parameters } from '@tokimori/ordinances/schema';
import {
  decideEntry,
  evolveEntry,
  type KeepEntry,
  type RegisterEntry,
  type RegisterRules,
} from '@tokimori/records/register-entry';
import { ensure } from '../../access/policies.ts';
import { mayKeepEntry, mayViewEntry } from '../../access/policies-registers.ts';
import { refuse } from '../../access/refusal.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { actorName, append, doDeedOnce } from '../journal.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { here } from '../reading/moment.ts';
import { refuseRegister } from './refused-register.ts';

/** A register that sections write: how its content is read, when an entry begins and ends, what it needs before it is closed. */
export type Register<C extends { readonly department: string }> = RegisterRules<C> & {
  readonly name: 'workReviews' | 'digitalEffects';
  /** First part of the journal's stream. */
  readonly stream: 'review' | 'effect';
  /** @throws when what is stored is not of the form: a defect */
  readonly read: (stored: unknown) => C;
  /** First and last day, `YYYY-MM-DD`; refuses days that are not in the calendar. */
  readonly span: (
    content: C,
    parameters: Pick<Parameters, 'yearStartMonth'>,
  ) => { readonly from: string; readonly through: string };
};

/** The last day of what is still in use. */
export const OPEN = '9999-12-31';

export type KeptEntry<C> = RegisterEntry<C> & { readonly id: string };
type Row = {
  id: string;
  state: EntryState;
  content: unknown;
  version: number;
  changed_by: string;
  changed_at: Date;
};
const columns = 'r.id, r.state, r.content, r.version, r.changed_by, r.changed_at';

const entryOf = <C extends { readonly department: string }>(register: Register<C>, row: Row): KeptEntry<C> => ({
  id: row.id,
  state: row.state,
  content: register.read(row.content),
  version: row.version,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
});

/** Entries that hold on any day of a period, by their first day. */
export async function entriesBetween<C extends { readonly department: string }>(
  tx: Tx,
  register: Register<C>,
  from: string,
  through: string,
): Promise<KeptEntry<C>[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from tk.register_entry r
     where r.municipality = $1 and r.register = $2 and r.ends_on >= $3::date and r.starts_on <= $4::date
     order by r.starts_on, r.department, r.id`,
    [tx.municipality, register.name, from, through],
  );
  return rows.map((row) => entryOf(register, row));
}

/** Entries of some ids. */
export async function entriesOf<C extends { readonly department: string }>(
  tx: Tx,
  register: Register<C>,
  ids: readonly string[],
): Promise<KeptEntry<C>[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from tk.register_entry r where r.municipality = $1 and r.register = $2 and r.id = any($3::uuid[])`,
    [tx.municipality, register.name, ids],
  );
  return rows.map((row) => entryOf(register, row));
}

/** Entries of some ids, or of some departments: what a file may speak of. */
export async function readEntriesLike<C extends { readonly department: string }>(
  tx: Tx,
  register: Register<C>,
  like: { readonly ids: readonly string[]; readonly departments: readonly string[] },
): Promise<KeptEntry<C>[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from tk.register_entry r
     where r.municipality = $1 and r.register = $2 and (r.id = any($3::uuid[]) or r.department = any($4))`,
    [tx.municipality, register.name, like.ids, [...new Set(like.departments)]],
  );
  return rows.map((row) => entryOf(register, row));
}

/** One entry that the caller may see. @throws Refusal 404 `register.unknown` */
export async function entryFor<C extends { readonly department: string }>(
  tx: Tx,
  register: Register<C>,
  caller: { readonly actor: Actor; readonly scope: Scope },
  id: string,
): Promise<KeptEntry<C>> {
  const [entry] = await entriesOf(tx, register, [id]);
  const { actor, scope } = caller;
  if (entry !== undefined && mayViewEntry(actor, scope, { state: entry.state, department: entry.content.department }))
    return entry;
  return refuse('register.unknown', {
    status: 404,
    title: '登録が見つかりません',
    detail: '番号が違うか、下書きのため見られません。一覧から開き直してください。',
  });
}

type Keep<C> = KeepEntry<C> & { readonly id: string };

/**
 * Drafts, registers, changes, closes or opens an entry again. The same deed a second time changes nothing.
 * @throws Refusal 403 for who may not write for the section, 409 when someone was faster
 */
export async function keepEntry<C extends { readonly department: string }>(
  context: Context,
  actor: Actor,
  register: Register<C>,
  { id, ...keep }: Keep<C>,
): Promise<{ readonly id: string; readonly version: number; readonly state: EntryState }> {
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [scope, [before]] = await Promise.all([scopeOf(tx, actor, at.dutyDate), entriesOf(tx, register, [id])]);
    ensure(mayKeepEntry(actor, scope, keep.content.department));
    ensure(before === undefined || mayKeepEntry(actor, scope, before.content.department));
    await demandDepartment(tx, keep.content.department, at.dutyDate);
    const span = register.span(keep.content, at.parameters);
    const decided = decideEntry(keep, before ?? null, register);
    if ('refused' in decided) return refuseRegister(decided.refused);
    const occurredAt = at.now;
    const after = decided.events.reduce<RegisterEntry<C> | null>(
      (entry, event) => evolveEntry(entry, { event, actor: actorName(actor), occurredAt }),
      before ?? null,
    );
    if (after === null) throw new Error('a deed on nothing left nothing');
    if (decided.events.length > 0) {
      await append(tx, {
        stream: `${register.stream}/${id}`,
        after: before?.version ?? 0,
        events: decided.events,
        actor: actorName(actor),
        reason: keep.reason,
        occurredAt,
      });
      await writeEntry(tx, register, { ...after, id }, span);
    }
    return { id, version: after.version, state: after.state };
  });
}

async function demandDepartment(tx: Tx, department: string, on: string): Promise<void> {
  const found = await tx.query(
    `select d.department from tk.department d where d.municipality = $1 and d.department = $2 and d.effective_from <= $3::date
       and (d.effective_until is null or d.effective_until > $3::date)`,
    [tx.municipality, department, on],
  );
  if (found.length === 0) departmentNotFound(department);
}

/** Writes the row of an entry behind its events. */
export async function writeEntry<C extends { readonly department: string }>(
  tx: Tx,
  register: Register<C>,
  entry: KeptEntry<C>,
  { from, through }: { readonly from: string; readonly through: string },
): Promise<void> {
  await tx.query(
    `insert into tk.register_entry as r (municipality, register, id, state, department, starts_on, ends_on, content, version, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (municipality, register, id) do update set state = excluded.state, department = excluded.department,
       starts_on = excluded.starts_on, ends_on = excluded.ends_on, content = excluded.content, version = excluded.version,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [
      tx.municipality,
      register.name,
      entry.id,
      entry.state,
      entry.content.department,
      from,
      through,
      JSON.stringify(entry.content),
      entry.version,
      entry.changedBy,
      entry.changedAt,
    ],
  );
}

/** Who looks, and what their pages are drawn with. */
export type Looking = {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly tree: DepartmentTree;
  readonly names: ReadonlyMap<string, string>;
};

/** What is told: entries that are more than drafts. */
export const registered = <C>(entries: readonly KeptEntry<C>[]): readonly KeptEntry<C>[] =>
  entries.filter(({ state }) => state !== 'draft');

/** Where an entry belongs, down from the 部局; the code of a department that is gone. */
export const sectionOfEntry = ({ tree }: Pick<Looking, 'tree'>, department: string): string =>
  tree.path(department) || department;

/** What every page of an entry shows. */
export function headOfEntry<C extends { readonly department: string }>(looking: Looking, entry: KeptEntry<C>) {
  const { actor, scope, names } = looking;
  const { department } = entry.content;
  return {
    id: entry.id,
    state: entry.state,
    version: entry.version,
    section: sectionOfEntry(looking, department),
    changedBy: names.get(entry.changedBy) ?? entry.changedBy,
    changedAt: formatInstant(entry.changedAt),
    mayKeep: mayKeepEntry(actor, scope, department),
  };
}

/** Sections for which the caller may write: those of a kind that has its own work, 課 first. */
export function sectionsFor({ actor, scope, tree }: Pick<Looking, 'actor' | 'scope' | 'tree'>) {
  return tree.nodes
    .filter(({ department, kind }) => kind !== 'section' && mayKeepEntry(actor, scope, department))
    .map(({ department, kind }) => ({ department, name: tree.path(department), order: kind === 'division' ? 0 : 1 }))
    .sort((a, b) => a.order - b.order || (a.department < b.department ? -1 : 1))
    .map(({ department, name }) => ({ department, name }));
}
