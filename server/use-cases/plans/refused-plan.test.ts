import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Refusal } from '../../access/refusal.ts';
import { refuseSupport } from '../support/refused-support.ts';
import { refusePlan } from './refused-plan.ts';

/** Codes that a file of records can refuse with. */
function codesIn(file: string): string[] {
  const text = readFileSync(new URL(`../../../records/${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(/'((?:plan|support|supporter)\.[a-z.-]+)'/g)].flatMap(([, code]) => code ?? []);
}

test.each([
  ['plan.ts', refusePlan],
  ['support.ts', refuseSupport],
  ['supporter.ts', refuseSupport],
] as const)('every refusal of records/%s says what happened and what to do', (file, refuse) => {
  const codes = codesIn(file);
  expect(codes.length).toBeGreaterThan(4);
  for (const code of codes) {
    let words: Refusal['words'] | undefined;
    try {
      refuse({ code, figures: { line: 0, most: 2 }, words: { state: 'agreedByHead' } });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      words = error.words;
    }
    expect(words?.title, code).toMatch(/\S{5}/);
    expect(words?.detail, code).toMatch(/。$/);
    expect(`${words?.title}${words?.detail}`, code).not.toMatch(/undefined|「」/);
  }
});
