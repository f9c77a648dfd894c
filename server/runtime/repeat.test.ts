import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { repeat, repeated } from './repeat.ts';

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

test('hurried, it looks at once, once for several calls and after the look in hand; the rhythm of the others stays', async () => {
  const looks: string[] = [];
  const { hurry, end } = repeated(
    async () => {
      looks.push('look');
      await new Promise((resolve) => setTimeout(resolve, 10));
    },
    { firstMs: 100, everyMs: 100 },
    () => {},
    async () => void looks.push('hurried'),
  );
  hurry();
  hurry();
  await vi.advanceTimersByTimeAsync(0);
  expect(looks).toEqual(['hurried']);
  await vi.advanceTimersByTimeAsync(99);
  expect(looks).toEqual(['hurried']);
  await vi.advanceTimersByTimeAsync(1);
  expect(looks).toEqual(['hurried', 'look']);
  hurry();
  await vi.advanceTimersByTimeAsync(9);
  expect(looks).toEqual(['hurried', 'look']);
  await vi.advanceTimersByTimeAsync(2);
  expect(looks).toEqual(['hurried', 'look', 'hurried']);
  await vi.advanceTimersByTimeAsync(150);
  expect(looks).toEqual(['hurried', 'look', 'hurried', 'look']);
  await end();
  hurry();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toHaveLength(4);
});

test('who hurries all the time does not keep the others from their turn', async () => {
  const looks: string[] = [];
  const { hurry, end } = repeated(
    async () => void looks.push('own'),
    { firstMs: 100, everyMs: 100 },
    () => {},
    async () => void looks.push('hurried'),
  );
  for (let at = 0; at < 400; at += 10) {
    hurry();
    await vi.advanceTimersByTimeAsync(10);
  }
  const count = (which: string) => looks.filter((each) => each === which).length;
  expect(count('own')).toBeGreaterThanOrEqual(3);
  expect(count('hurried')).toBeGreaterThan(20);
  await end();
});
