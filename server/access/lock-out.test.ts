import { describe, expect, test } from 'vitest';
import { afterFailure, isLocked, strangers } from './lock-out.ts';

const now = new Date('2026-11-04T01:00:00Z');
const minutesLocked = (failures: number) => {
  const { lockedUntil } = afterFailure(failures, now);
  return lockedUntil === null ? 0 : (lockedUntil.getTime() - now.getTime()) / 60_000;
};

describe('afterFailure', () => {
  test.each([
    [0, 0],
    [3, 0],
    [4, 15],
    [5, 0],
    [8, 0],
    [9, 30],
    [14, 60],
    [34, 960],
    [39, 960],
    [29_999, 960],
    [30_000, 960],
  ])('after %i failures one more locks for %i minutes', (failures, minutes) => {
    expect(minutesLocked(failures)).toBe(minutes);
  });

  test('the count stays within the column', () => {
    expect(afterFailure(30_000, now).failures).toBe(30_000);
  });
});

test('a lock ends at its moment', () => {
  expect(isLocked(new Date(now.getTime() + 1), now)).toBe(true);
  expect(isLocked(now, now)).toBe(false);
  expect(isLocked(null, now)).toBe(false);
});

test('failures of unknown logins are counted apart, and the oldest are forgotten', () => {
  const unknown = strangers(2);
  for (let n = 0; n < 5; n += 1) unknown.fail('a', now);
  expect(unknown.lockOf('a').lockedUntil).not.toBeNull();
  unknown.fail('b', now);
  expect(unknown.lockOf('b')).toEqual({ failures: 1, lockedUntil: null });
  unknown.fail('c', now);
  expect(unknown.lockOf('a').failures).toBe(0);
});
