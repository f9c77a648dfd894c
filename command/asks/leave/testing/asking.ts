import { expect } from 'vitest';
import { InputRefused } from '../../../refusal.ts';
import type { Ask } from '../../ask.ts';
import { asks } from '../leave.ts';

/** A question about leave. */
export function askOf(name: string): Ask {
  const found = asks.find((ask) => ask.name === name);
  if (found === undefined) throw new Error(`no ask ${name}`);
  return found;
}
/** Its example. */
export const example = (name: string): Readonly<Record<string, unknown>> => askOf(name).example;
/** What it answers, to its example unless another document is given. */
export const answer = (name: string, document: unknown = example(name)) => askOf(name).answer(document).answer;
/** What it answers to its example with a change. */
export const having = (name: string, change: object) => answer(name, { ...example(name), ...change });

/** Why it refuses its example with a change: every place, in both languages. */
export function refusal(name: string, change: object): readonly string[] {
  try {
    having(name, change);
  } catch (error) {
    if (error instanceof InputRefused) {
      for (const { cure } of error.complaints) expect(cure?.ja && cure.en).toBeTruthy();
      return error.complaints.map(({ why }) => `${why?.ja} ${why?.en}`);
    }
    throw error;
  }
  throw new Error('not refused');
}
