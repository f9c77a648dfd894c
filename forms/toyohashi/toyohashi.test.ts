import { expect, it } from 'vitest';
import { problemsOf } from '../sheet/filled.ts';
import type { Given, GivenPerson } from '../sheet/given.ts';
import { filledUp, sampleGiven, samplePerson, withMonth } from '../sheet/testing/sample.ts';
import { toyohashiReport } from './report.ts';

const person = samplePerson('100001', '森下 千尋', [0, 0, 0, 0, 0, 0, 0], { average: null });
const given = sampleGiven();
const printed = (more: Partial<Given>, filled = {}) =>
  toyohashiReport.printed({ given: { ...given, ...more }, filled, submittedOn: null, seals: [] }) as {
    names: { no: string; name: string }[];
    measures: { choices: { on: boolean }[] }[];
  };

it.each<[number, number | null, boolean]>([
  [80 * 60, 80 * 60, false],
  [80 * 60 + 1, null, true],
  [0, 80 * 60 + 1, true],
])('%i minutes in the month, %s on average', (month, average, concerned) => {
  const one = {
    ...withMonth(person, '2026-10', month),
    average: average === null ? null : { months: 2, minutes: average },
  };
  expect((toyohashiReport.concerns as (given: Given, person: GivenPerson) => boolean)(given, one)).toBe(concerned);
});

it.each([
  [0, 10],
  [10, 10],
  [11, 15],
  [21, 25],
])('%i people stand in %i boxes', (count, boxes) => {
  const { names } = printed({ people: Array.from({ length: count }, () => person) });
  expect(names).toHaveLength(boxes);
  expect(names.filter(({ name }) => name !== '')).toHaveLength(count);
  expect([names[0]?.no, names[9]?.no]).toEqual(['①', '⑩']);
  if (boxes === 25) expect([names[19]?.no, names[20]?.no]).toEqual(['⑳', '21']);
});

it('asks of ① to ③ whether they can be done and what or why, and ④ only if there is any', () => {
  const filled = filledUp(toyohashiReport, given);
  for (const key of ['spread', 'spread-doable', 'moves', 'moves-doable', 'support', 'support-doable'])
    expect(problemsOf(toyohashiReport.parts(given), { ...filled, [`measures.${key}`]: '' }, true)).toHaveLength(1);
  expect(problemsOf(toyohashiReport.parts(given), { ...filled, 'measures.other': '' }, true)).toEqual([]);
});

it('ticks 実施可 or 実施不可, or neither while it is open', () => {
  const { measures } = printed({}, { 'measures.spread-doable': '実施可', 'measures.moves-doable': '実施不可' });
  expect(measures.map(({ choices }) => choices.map(({ on }) => on))).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

it('hands the measures on: what is done, why not, ④ only where there is any', () => {
  const filled = {
    'group.name': '国保係',
    'measures.spread-doable': '実施可',
    'measures.spread': '2人で分ける',
    'measures.moves-doable': '実施不可',
    'measures.moves': '人がいない',
    'measures.support-doable': '実施可',
    'measures.support': '応援を頼む',
  };
  const measures = [
    { item: 'spread', feasible: true, words: '2人で分ける' },
    { item: 'reassign', feasible: false, words: '人がいない' },
    { item: 'support', feasible: true, words: '応援を頼む' },
  ];
  expect(toyohashiReport.follows?.({ given, filled })).toEqual([{ kind: 'reportMeasures', group: '国保係', measures }]);
  const other = { item: 'other', feasible: true, words: '当番を決める' };
  expect(toyohashiReport.follows?.({ given, filled: { ...filled, 'measures.other': '当番を決める' } })).toEqual([
    { kind: 'reportMeasures', group: '国保係', measures: [...measures, other] },
  ]);
});
