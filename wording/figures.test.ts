import { expect, test } from 'vitest';
import { known, percent, tenths } from './figures.ts';

test('分からない数は―、負の数には符号', () => {
  expect([known(null), known(90), tenths(156), tenths(-5), percent(897), percent(null)]).toEqual([
    '―',
    '1:30',
    '15.6',
    '−0.5',
    '89.7%',
    '―',
  ]);
});
