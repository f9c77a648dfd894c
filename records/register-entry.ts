import { type Decided, type Recorded, refuse } from './recorded.ts';

/**
 * An entry of a register that a section writes itself (事務事業の見直し, デジタル化の効果): drafted, registered, closed. Every change
 * keeps the whole content, so that the journal tells what stood there before.
 */
export type RegisterState = 'draft' | 'registered' | 'closed';
type Content<C> = { readonly content: C };

export type RegisterEvent<C> =
  | { readonly kind: 'EntryDrafted'; readonly data: Content<C> }
  | { readonly kind: 'EntryChanged'; readonly data: Content<C> }
  | { readonly kind: 'EntryRegistered'; readonly data: Content<C> }
  | { readonly kind: 'EntryClosed'; readonly data: Content<C> }
  | { readonly kind: 'EntryReopened'; readonly data: Content<C> & { readonly reason: string } };

export type RegisterEntry<C> = {
  readonly state: RegisterState;
  readonly content: C;
  /** Number of its last event. */
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
};

export type KeepEntry<C> = {
  readonly content: C;
  readonly goal: RegisterState;
  /** The version that was changed; 0 = there was none. */
  readonly version: number;
  readonly reason: string;
};

/** What the kind of register asks for. */
export type RegisterRules<C> = {
  /** Codes of what is missing before the entry can be closed. */
  readonly missing: (content: C) => readonly string[];
};

/** A value with the keys of its objects in order: what is stored comes back in another order than it was written. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
}

/** Whether two contents say the same, whatever the order of their keys. */
export const sameContent = (a: unknown, b: unknown): boolean =>
  JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

/**
 * Decides a deed on an entry. The same content in the same state again is nothing new; a change decided on an older version is
 * refused with `register.changed`.
 */
export function decideEntry<C>(
  command: KeepEntry<C>,
  entry: RegisterEntry<C> | null,
  rules: RegisterRules<C>,
): Decided<RegisterEvent<C>> {
  const { content, goal } = command;
  if (entry === null) {
    if (goal === 'closed') return refuse('register.close-unregistered');
    return { events: [{ kind: goal === 'draft' ? 'EntryDrafted' : 'EntryRegistered', data: { content } }] };
  }
  const same = sameContent(content, entry.content);
  if (same && goal === entry.state) return { events: [] };
  if (command.version !== entry.version) return refuse('register.changed', { version: entry.version });
  if (entry.state === 'closed') return reopen(command, same);
  if (entry.state === 'registered' && goal === 'draft') return refuse('register.draft-again');
  if (goal === 'closed') return close(content, entry, rules);
  if (goal === entry.state) return { events: [{ kind: 'EntryChanged', data: { content } }] };
  return { events: [{ kind: 'EntryRegistered', data: { content } }] };
}

function reopen<C>({ content, goal, reason }: KeepEntry<C>, same: boolean): Decided<RegisterEvent<C>> {
  if (goal !== 'registered' || !same) return refuse('register.closed');
  if (reason === '') return refuse('register.reopen.reason-missing');
  return { events: [{ kind: 'EntryReopened', data: { content, reason } }] };
}

function close<C>(content: C, { state }: RegisterEntry<C>, rules: RegisterRules<C>): Decided<RegisterEvent<C>> {
  if (state === 'draft') return refuse('register.close-unregistered');
  const missing = rules.missing(content);
  if (missing.length > 0) return refuse('register.incomplete', {}, { missing: missing.join(' ') });
  return { events: [{ kind: 'EntryClosed', data: { content } }] };
}

const states: Readonly<Record<Exclude<RegisterEvent<unknown>['kind'], 'EntryChanged'>, RegisterState>> = {
  EntryDrafted: 'draft',
  EntryRegistered: 'registered',
  EntryClosed: 'closed',
  EntryReopened: 'registered',
};

/** Folds one event into the entry. */
export function evolveEntry<C>(
  entry: RegisterEntry<C> | null,
  { event, actor, occurredAt }: Recorded<RegisterEvent<C>>,
): RegisterEntry<C> {
  const told = { content: event.data.content, changedBy: actor, changedAt: occurredAt };
  const version = (entry?.version ?? 0) + 1;
  if (event.kind !== 'EntryChanged') return { ...told, version, state: states[event.kind] };
  if (entry === null) throw new Error('EntryChanged cannot open an entry');
  return { ...told, version, state: entry.state };
}
