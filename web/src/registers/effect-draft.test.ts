import type { DigitalEffect } from '@tokimori/contract/registers/entries';
import { expect, test } from 'vitest';
import { effectDraftOf, effectFaults, effectOfDraft, increaseWords, newEffect } from './effect-draft.ts';

const stored: DigitalEffect = {
  tool: 'rpa',
  name: '手当の入力',
  work: '転記',
  department: '1020',
  before: 1080,
  robot: 12,
  human: 120,
  since: '2026-04-01',
  until: null,
  initialCost: null,
  yearlyCost: 120_000,
  note: '',
};

test('登録した内容は、開いてそのまま送ると変わらない', () => {
  expect(effectFaults(effectDraftOf(stored))).toEqual([]);
  expect(effectOfDraft(effectDraftOf(stored))).toEqual(stored);
});

test('導入後の時間が導入前より長いときは、増になると言って確かめる', () => {
  expect(increaseWords({ before: 600, human: 600 })).toBeNull();
  expect(increaseWords({ before: 600, human: 690 })).toContain('1年間に 1:30 の増になります');
});

test('要るものと読めないものを、欄ごとに言う', () => {
  expect(effectFaults(newEffect('')).map(({ field }) => field)).toEqual([
    'effect-name',
    'effect-department',
    'effect-before',
    'effect-human',
    'effect-since',
  ]);
  const until = { year: '2026', month: '3', day: '31' };
  expect(
    effectFaults({ ...effectDraftOf(stored), until, robot: '少し', yearlyCost: '高い' }).map(({ field }) => field),
  ).toEqual(['effect-robot', 'effect-until', 'effect-yearly']);
});
