import { describe, expect, test } from 'vitest';
import {
  decideReduction,
  evolveReduction,
  type Reduction,
  type ReductionCommand,
  type ReductionPlan,
} from './reduction.ts';
import { decideReview, evolveReview, type Review, type ReviewCommand } from './review.ts';

const at = new Date('2026-11-04T00:00:00Z');
const words = { sorted: '欠員', analysed: '採用が遅れた', verified: '応援では足りない' };

describe('要因の整理・分析・検証の文書', () => {
  const kinds = (command: ReviewCommand, state: Review | null) => {
    const decided = decideReview(command, state);
    return 'refused' in decided ? decided.refused.code : decided.events.map(({ kind }) => kind);
  };
  const doing = (state: Review | null, command: ReviewCommand, actor = '200001'): Review | null => {
    const decided = decideReview(command, state);
    if ('refused' in decided) throw new Error(decided.refused.code);
    return decided.events.reduce<Review | null>(
      (now, event) => evolveReview(now, { event, actor, occurredAt: at }),
      state,
    );
  };
  test('下書きは途中でもよく、確定には三つとも要る', () => {
    const part = { ...words, verified: ' ' };
    const drafted = doing(null, { type: 'draft', words: part, records: 3, since: 0 });
    expect(drafted).toMatchObject({ state: 'draft', concludedAt: null, writtenBy: '200001' });
    expect(kinds({ type: 'draft', words: part, records: 3, since: 0 }, drafted)).toEqual([]);
    expect(kinds({ type: 'conclude', words: part, records: 3, since: 0 }, drafted)).toBe('review.missing');
    expect(doing(drafted, { type: 'conclude', words, records: 3, since: 0 }, '400001')).toMatchObject({
      state: 'concluded',
      concludedBy: '400001',
    });
  });
  test('同じ内容の確定は一度で、記録が増えれば確定し直せる', () => {
    const concluded = doing(null, { type: 'conclude', words, records: 3, since: 0 });
    expect(kinds({ type: 'conclude', words, records: 3, since: 0 }, concluded)).toEqual([]);
    expect(kinds({ type: 'conclude', words, records: 4, since: 1 }, concluded)).toEqual(['ReviewConcluded']);
  });
  test('確定したあとの書き直しは、確定し直すまで前の確定を残す', () => {
    const concluded = doing(null, { type: 'conclude', words, records: 3, since: 0 });
    const again = doing(
      concluded,
      { type: 'draft', words: { ...words, analysed: '別の理由' }, records: 4, since: 1 },
      '400001',
    );
    expect(again).toMatchObject({ state: 'draft', concludedBy: '200001', writtenBy: '400001' });
  });
});

describe('縮減の取組', () => {
  const plan: ReductionPlan = {
    title: '窓口の予約制',
    kind: 'efficiency',
    what: '資格の届け出を予約制にする',
    owner: '200001',
    dueOn: '2026-12-31',
    from: '2027-01',
    sections: ['11'],
    causes: ['欠員'],
    records: [],
    expected: 1_200,
  };
  const kinds = (command: ReductionCommand, state: Reduction | null) => {
    const decided = decideReduction(command, state);
    return 'refused' in decided ? decided.refused.code : decided.events.map(({ kind }) => kind);
  };
  const doing = (state: Reduction | null, command: ReductionCommand): Reduction => {
    const decided = decideReduction(command, state);
    if ('refused' in decided) throw new Error(decided.refused.code);
    const made = decided.events.reduce<Reduction | null>(
      (now, event) => evolveReduction(now, { event, actor: '200001', occurredAt: at }),
      state,
    );
    if (made === null) throw new Error('nothing was made');
    return made;
  };
  const planned = doing(null, { type: 'register', plan });
  test('登録は一度で、同じ番号の別の内容は断る', () => {
    expect(planned).toMatchObject({ state: 'planned', registeredBy: '200001', title: '窓口の予約制' });
    expect(kinds({ type: 'register', plan }, planned)).toEqual([]);
    expect(kinds({ type: 'register', plan: { ...plan, title: '別' } }, planned)).toBe('reduction.id-taken');
  });
  test('内容を変えられ、同じ内容では何も起きない', () => {
    expect(doing(planned, { type: 'change', plan: { ...plan, expected: null } }).expected).toBeNull();
    expect(kinds({ type: 'change', plan: { ...plan, sections: ['11'] } }, planned)).toEqual([]);
    expect(kinds({ type: 'change', plan }, null)).toBe('reduction.not-found');
  });
  test('始め、終え、やめる。やめるには理由が要り、終えたものは始め直せる', () => {
    const begun = doing(planned, { type: 'move', to: 'underway', note: '' });
    expect(kinds({ type: 'move', to: 'underway', note: '' }, begun)).toEqual([]);
    expect(kinds({ type: 'move', to: 'planned', note: '' }, begun)).toBe('reduction.no-way');
    expect(kinds({ type: 'move', to: 'stopped', note: '' }, begun)).toBe('reduction.stop.note-missing');
    const done = doing(begun, { type: 'move', to: 'done', note: '予約が定着した' });
    expect(done).toMatchObject({ state: 'done', note: '予約が定着した' });
    expect(kinds({ type: 'move', to: 'stopped', note: 'x' }, done)).toBe('reduction.no-way');
    expect(kinds({ type: 'move', to: 'underway', note: '' }, done)).toEqual(['ReductionMoved']);
  });
});
