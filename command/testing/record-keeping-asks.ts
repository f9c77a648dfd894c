import { expect } from 'vitest';
import { asks } from '../asks/record-keeping/record-keeping.ts';
import { InputRefused } from '../refusal.ts';

export type Document = Readonly<Record<string, unknown>>;

function askNamed(name: string) {
  const ask = asks.find((each) => each.name === name);
  if (ask === undefined) throw new Error(`no ask ${name}`);
  return ask;
}
export const answerOf = (name: string, document: unknown) => askNamed(name).answer(document).answer;
export const exampleOf = (name: string): Document => askNamed(name).example;

/** Why and how to put it right, Japanese then English; both must be there. */
export function refusalOf(name: string, document: unknown): readonly string[] {
  try {
    answerOf(name, document);
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    return error.complaints.map(({ why, cure }) => {
      expect([why?.ja, why?.en, cure?.ja, cure?.en].every((text) => text !== undefined && text !== '')).toBe(true);
      return why?.ja ?? '';
    });
  }
  throw new Error('not refused');
}
