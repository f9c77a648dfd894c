import { expect, test } from 'vitest';
import { closeName, distance } from './close-names.ts';

test('the distance of two names is the number of letters that differ', () => {
  expect(distance('', 'abc')).toBe(3);
  expect(distance('dayBoundary', 'dayBoundary')).toBe(0);
  expect(distance('dayBoundry', 'dayBoundary')).toBe(1);
  expect(distance('dayboundary', 'dayBoundary')).toBe(0);
  expect(distance('kitten', 'sitting')).toBe(3);
});

test('the nearest name is meant, and none when more than a third differs', () => {
  const known = ['weekStart', 'yearStartMonth', 'restTarget'];
  expect(closeName('weekstart', known)).toBe('weekStart');
  expect(closeName('weekSta', known)).toBe('weekStart');
  expect(closeName('startMonth', known)).toBe('yearStartMonth');
  expect(closeName('holiday', known)).toBeUndefined();
  expect(closeName('a', ['on', 'b'])).toBe('b');
  expect(closeName('x'.repeat(41), ['x'.repeat(42)])).toBeUndefined();
});
