import { describe, expect, test } from 'vitest';
import { type Breach, type BreachCommand, type BreachEvent, decideBreach, evolveBreach, noWords } from './breach.ts';

const found: Breach = {
  figures: {
    staff: '100001',
    name: '森下 千尋',
    department: '111',
    limit: 'monthly',
    month: '2026-10',
    value: 2_720,
    cap: 2_700,
  },
  standing: 'holds',
  state: 'open',
  words: noWords,
  completedBy: null,
  completedAt: null,
  completedValue: null,
  note: '',
};
const words = { outline: '資格データの検証', reason: '欠員のため', causes: ['欠員', '突発業務'], mainCause: '欠員' };
const causes = ['欠員', '突発業務', '災害'];
const complete = (given: Partial<typeof words> = {}): BreachCommand => ({
  type: 'complete',
  actor: '200001',
  words: { ...words, ...given },
  causes,
});
const kinds = (command: BreachCommand, state: Breach) => {
  const decided = decideBreach(command, state);
  return 'refused' in decided ? decided.refused.code : decided.events.map(({ kind }) => kind);
};
const after = (state: Breach, ...events: readonly BreachEvent[]) =>
  events.reduce(
    (now, event) => evolveBreach(now, { event, actor: '200001', occurredAt: new Date('2026-11-04T00:00:00Z') }),
    state,
  );
const doing = (state: Breach, command: BreachCommand): Breach => {
  const decided = decideBreach(command, state);
  if ('refused' in decided) throw new Error(decided.refused.code);
  return after(state, ...decided.events);
};

describe('④⑤を書く', () => {
  test('下書きは途中でも残り、同じものは二度記録しない', () => {
    const draft: BreachCommand = { type: 'draft', actor: '200001', words: { ...noWords, reason: '欠員の' } };
    const drafted = doing(found, draft);
    expect(drafted).toMatchObject({ state: 'open', words: { reason: '欠員の' } });
    expect(kinds(draft, drafted)).toEqual([]);
  });
  test('5項目と要因がそろえば記入済みになり、そのときの時間を残す', () => {
    const done = doing(found, complete());
    expect(done).toMatchObject({ state: 'completed', words, completedBy: '200001', completedValue: 2_720 });
    expect(kinds(complete(), done)).toEqual([]);
    expect(kinds(complete({ reason: '書き直し' }), done)).toEqual(['BreachCompleted']);
  });
  test('時間が直ったあとは、同じ言葉でも確かめて記入し直せる', () => {
    const done = doing(found, complete());
    const corrected = { ...done, figures: { ...done.figures, value: 2_800 } };
    expect(doing(corrected, complete()).completedValue).toBe(2_800);
  });
  test.each([
    [{ outline: ' ' }, 'breach.complete.missing'],
    [{ reason: '' }, 'breach.complete.missing'],
    [{ causes: [], mainCause: '' }, 'breach.complete.no-cause'],
    [{ causes: ['欠員'], mainCause: '災害' }, 'breach.complete.main-cause'],
    [{ causes: ['気分'], mainCause: '気分' }, 'breach.complete.unknown-cause'],
  ])('%o は断る', (given, code) => expect(kinds(complete(given), found)).toBe(code));
  test('一覧からなくなった要因も、前に書いたものなら残せる', () => {
    const old = { ...found, words: { ...words, causes: ['機構改革'], mainCause: '機構改革' } };
    expect(kinds(complete({ causes: ['機構改革'], mainCause: '機構改革' }), old)).toEqual(['BreachCompleted']);
  });
  test('本人は自分の記録を書けない', () => expect(kinds({ ...complete(), actor: '100001' }, found)).toBe('breach.own'));
});

describe('差し戻し', () => {
  test('理由を付けて差し戻し、書いたものは残り、もう一度記入できる', () => {
    const done = doing(found, complete());
    const back = doing(done, { type: 'return', actor: '400001', note: '見直しの内容を書いてください' });
    expect(back).toMatchObject({ state: 'returned', words, note: '見直しの内容を書いてください' });
    expect(kinds({ type: 'return', actor: '400001', note: '再び' }, back)).toEqual([]);
    expect(doing(back, complete())).toMatchObject({ state: 'completed', note: '' });
  });
  test('記入前のもの、理由のないものは断る', () => {
    expect(kinds({ type: 'return', actor: '400001', note: 'x' }, found)).toBe('breach.return.not-completed');
    expect(kinds({ type: 'return', actor: '400001', note: '' }, doing(found, complete()))).toBe(
      'breach.return.note-missing',
    );
  });
});

describe('数字が直ったとき', () => {
  test('超えなくなれば書けなくなるが、書いたものと状態は残り、また超えれば戻る', () => {
    const lapsed = after(doing(found, complete()), { kind: 'BreachLapsed', data: {} });
    expect(lapsed).toMatchObject({ standing: 'lapsed', state: 'completed', words });
    expect(kinds(complete(), lapsed)).toBe('breach.lapsed');
    expect(after(lapsed, { kind: 'BreachRevived', data: { value: 2_900, cap: 2_700 } })).toMatchObject({
      standing: 'holds',
      figures: { value: 2_900 },
      words,
    });
  });
  test('記入済みのものは下書きに戻らない', () =>
    expect(kinds({ type: 'draft', actor: '200001', words: noWords }, doing(found, complete()))).toBe(
      'breach.draft.completed',
    ));
});
