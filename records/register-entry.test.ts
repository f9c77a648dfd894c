import { describe, expect, test } from 'vitest';
import { decideEntry, evolveEntry, type KeepEntry, type RegisterEntry, sameContent } from './register-entry.ts';

type Content = { readonly name: string; readonly hours?: number };
const rules = { missing: ({ hours }: Content) => (hours === undefined ? ['hours'] : []) };
type Keep = Partial<KeepEntry<Content>>;

/** Deeds one after the other, each on the version the last one left unless told otherwise. */
function given(...deeds: readonly Keep[]) {
  let entry: RegisterEntry<Content> | null = null;
  const run = (deed: Keep) => {
    const command = {
      content: { name: '会議' },
      goal: 'draft' as const,
      version: entry?.version ?? 0,
      reason: '',
      ...deed,
    };
    const decided = decideEntry(command, entry, rules);
    if ('refused' in decided)
      return { refused: decided.refused.code, words: decided.refused.words, kinds: [], after: entry };
    const after = decided.events.reduce<RegisterEntry<Content> | null>(
      (before, event) => evolveEntry(before, { event, actor: '200001', occurredAt: new Date(0) }),
      entry,
    );
    return { refused: null, words: {}, kinds: decided.events.map(({ kind }) => kind), after };
  };
  for (const deed of deeds) {
    const done = run(deed);
    if (done.refused !== null) throw new Error(done.refused);
    entry = done.after;
  }
  return { when: run };
}
const full = { content: { name: '会議', hours: 10 } };

describe('登録', () => {
  test('下書きから登録し、完了する', () => {
    expect(given().when({}).kinds).toEqual(['EntryDrafted']);
    expect(given({}).when({ goal: 'registered' }).kinds).toEqual(['EntryRegistered']);
    expect(given({ goal: 'registered' }).when({ ...full, goal: 'closed' }).after).toMatchObject({
      state: 'closed',
      version: 2,
      content: full.content,
    });
  });
  test('下書きのまま内容を直しても、下書きのまま', () => {
    expect(given({}).when(full)).toMatchObject({ kinds: ['EntryChanged'], after: { state: 'draft', version: 2 } });
  });
  test('同じ内容をもう一度送っても、何も起きない(古い版でも)', () => {
    expect(given({}, full).when({ ...full, version: 0 }).kinds).toEqual([]);
    expect(given({ goal: 'registered' }).when({ goal: 'registered', version: 0 }).kinds).toEqual([]);
  });
  test('ほかの人が先に変えたときは断る', () => {
    expect(given({}, full).when({ content: { name: '別' }, version: 1 }).refused).toBe('register.changed');
  });
  test('登録したものは下書きに戻せない', () => {
    expect(given({ goal: 'registered' }).when({ ...full, goal: 'draft' }).refused).toBe('register.draft-again');
  });
});

describe('完了', () => {
  test('登録していないもの、足りないもののあるものは完了できない', () => {
    expect(given().when({ ...full, goal: 'closed' }).refused).toBe('register.close-unregistered');
    expect(given({}).when({ ...full, goal: 'closed' }).refused).toBe('register.close-unregistered');
    const incomplete = given({ goal: 'registered' }).when({ goal: 'closed' });
    expect(incomplete).toMatchObject({ refused: 'register.incomplete', words: { missing: 'hours' } });
  });
  test('完了したものは、理由を付けて戻してから直す', () => {
    const closed = given({ goal: 'registered' }, { ...full, goal: 'closed' });
    expect(closed.when({ content: { name: '別' }, goal: 'registered', reason: '直す' }).refused).toBe(
      'register.closed',
    );
    expect(closed.when({ content: { name: '別' }, goal: 'closed' }).refused).toBe('register.closed');
    expect(closed.when({ ...full, goal: 'registered' }).refused).toBe('register.reopen.reason-missing');
    expect(closed.when({ ...full, goal: 'registered', reason: '実績の誤り' })).toMatchObject({
      kinds: ['EntryReopened'],
      after: { state: 'registered', version: 3 },
    });
  });
});

test('内容の同じは、項目の順によらない', () => {
  expect(sameContent({ a: [{ x: 1, y: null }], b: 2 }, { b: 2, a: [{ y: null, x: 1 }] })).toBe(true);
  expect(sameContent({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
});
test('直す出来事から始まる記録はない', () => {
  const event = { kind: 'EntryChanged' as const, data: { content: { name: 'x' } } };
  expect(() => evolveEntry(null, { event, actor: '1', occurredAt: new Date(0) })).toThrow('cannot open');
});
