import { expect, it } from 'vitest';
import { signalReader } from './stop-signals.ts';

it('takes a signal that npm passes on for the press it came from, and a later one for another', () => {
  let now = 5_000;
  const read = signalReader(() => now);
  expect(read()).toBe('first');
  now += 3;
  expect(read()).toBe('echo');
  now += 1_000;
  expect(read()).toBe('second');
});
