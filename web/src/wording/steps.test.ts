import { expect, test } from 'vitest';
import { sentenceOf } from './steps.ts';

const step = (says: string) => ({ says, figures: { cap: 6000, lessThan: 1 }, words: {}, citation: null });

test('a step is said in the words of the law', () =>
  expect(sentenceOf(step('monthlyCapApplies'))).toBe('月 100:00 未満'));
test('a step of a newer server says its name', () => expect(sentenceOf(step('somethingNew'))).toBe('(somethingNew)'));
