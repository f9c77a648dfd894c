import { expect, test } from 'vitest';
import { gateOf } from './gate.ts';
import { memoryOf } from './memory.ts';
import { Refusal } from './refusal.ts';

test('a memory lasts its time, forgets the oldest first, and forgets what it is told to', () => {
  let ticks = 0;
  const memory = memoryOf<string>(1000, 2, () => ticks);
  memory.set('a', 'one');
  ticks = 999;
  expect(memory.get('a')).toBe('one');
  ticks = 1000;
  expect(memory.get('a')).toBeUndefined();
  for (const key of ['b', 'c', 'd']) memory.set(key, key);
  expect([memory.get('b'), memory.get('c'), memory.get('d')]).toEqual([undefined, 'c', 'd']);
  memory.forget((value) => value === 'c');
  expect([memory.get('c'), memory.get('d')]).toEqual([undefined, 'd']);
});

test('a gate lets its width through, makes a queue wait and refuses the rest', async () => {
  const gate = gateOf(2, 1);
  let inside = 0;
  let most = 0;
  const leave: (() => void)[] = [];
  const visit = () =>
    gate(async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise<void>((done) => leave.push(done));
      inside -= 1;
      return 'done';
    });
  const [first, second, third] = [visit(), visit(), visit()];
  await expect(visit()).rejects.toBeInstanceOf(Refusal);
  leave.shift()?.();
  await expect(first).resolves.toBe('done');
  leave.shift()?.();
  await expect(second).resolves.toBe('done');
  leave.shift()?.();
  await expect(third).resolves.toBe('done');
  expect(most).toBe(2);
});
