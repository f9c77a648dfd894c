import type { Parameters } from '../parameters/table.ts';
import { type OrdinanceProblem, readOrdinance } from '../read-ordinance.ts';

/** The beginning of a file; its versions follow. */
export const head = 'municipality: { code: "131016", name: 千代田区 }\nversions:\n';

/** A file with one version for each text of parameters, from 2026-04-01 on year by year; the parameters begin on line 5. */
export function fileOf(...parameters: readonly string[]): string {
  const versions = parameters.map((text, at) => {
    const lines = text.split('\n').map((line) => `      ${line}\n`);
    return `  - effectiveFrom: "${2026 + at}-04-01"\n    parameters:\n${lines.join('')}`;
  });
  return head + versions.join('');
}

export const problemsOf = (text: string): readonly OrdinanceProblem[] => readOrdinance(text, 'town.yaml').problems;

/** Problems as line, key and message. */
export const told = (text: string): readonly string[] =>
  problemsOf(text).map(({ line, key, message }) => `${line} ${key} ${message}`);

/** The parameters of every version of a file that is in order. */
export function versionsIn(text: string): readonly Parameters[] {
  const { document, problems } = readOrdinance(text, 'town.yaml');
  if (document === null) throw new Error(JSON.stringify(problems));
  return document.versions.map(({ parameters }) => parameters);
}
