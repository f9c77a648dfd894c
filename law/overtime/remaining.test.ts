import { expect, it } from 'vitest';
import { orderable } from './remaining.ts';

it.each([
  [940, 0, 940],
  [940, 150, 790],
  [940, 940, 0],
  [940, 941, 0],
  [0, 60, 0],
  [-80, 60, -80],
  [null, 60, null],
])('of %s minutes left, with %s ordered for days to come, %s may still be ordered', (slack, ahead, expected) => {
  expect(orderable(slack, ahead)).toBe(expected);
});
