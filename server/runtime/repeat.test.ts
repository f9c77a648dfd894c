import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { repeat } from './repeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it looks first, then in its rhythm, also after a look that failed', async () => {
  let looks = 0;
  const failed = vi.fn();
  const end = repeat(
    async () => {
      looks += 1;
      if (looks === 1) throw new Error('away');
    },
    { firstMs: 10, everyMs: 100 },
    failed,
  );
  await vi.advanceTimersByTimeAsync(9);
  expect(looks).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(looks).toBe(1);
  expect(failed).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(200);
  expect(looks).toBe(3);
  await end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toBe(3);
});

test('its end waits for the look in hand, which learns of it, and no other begins', async () => {
  let looks = 0;
  let learnt = false;
  let release = () => {};
  const end = repeat(
    async (stopped) => {
      looks += 1;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      learnt = stopped();
    },
    { firstMs: 0, everyMs: 10 },
    () => {},
  );
  await vi.advanceTimersByTimeAsync(1);
  let over = false;
  const ended = end().then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(50);
  expect(over).toBe(false);
  release();
  await ended;
  expect(learnt).toBe(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(looks).toBe(1);
});
