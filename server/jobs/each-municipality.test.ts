import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Context } from '../context.ts';
import { lookAtEach, openHerald } from './each-municipality.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const errors = vi.fn();
/** Two municipalities and a log; the runs ask for nothing else. */
const context = {
  store: { municipalities: async () => [{ code: '992011' }, { code: '992020' }] },
  log: { error: errors },
} as unknown as Context;

test('every municipality has its turn, and one that is named is looked at before, alone', async () => {
  const ran: string[] = [];
  const { herald, tell } = openHerald();
  const end = lookAtEach(context, async (code) => void ran.push(code), 'failed', { everyMs: 60_000, herald });
  tell('992020');
  await vi.advanceTimersByTimeAsync(10);
  expect(ran).toEqual(['992020']);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(ran).toEqual(['992020', '992011', '992020']);
  tell('992011');
  tell('992011');
  await vi.advanceTimersByTimeAsync(10);
  expect(ran.slice(3)).toEqual(['992011']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ran.slice(4)).toEqual(['992011', '992020']);
  await end();
  tell('992011');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(ran).toHaveLength(6);
});

test('one that fails is told in the log and does not keep the others', async () => {
  const ran: string[] = [];
  const end = lookAtEach(
    context,
    async (code) => {
      ran.push(code);
      if (code === '992011') throw new Error('away');
    },
    'it failed',
  );
  await vi.advanceTimersByTimeAsync(3_000);
  expect(ran).toEqual(['992011', '992020']);
  expect(errors).toHaveBeenCalledWith(expect.objectContaining({ municipality: '992011' }), 'it failed');
  await end();
});
