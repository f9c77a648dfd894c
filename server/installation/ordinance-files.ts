import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { modelParameters as model } from '@tokimori/ordinances/parameters/table';
import { type OrdinanceDocument, readOrdinance } from '@tokimori/ordinances/read-ordinance';
import type { Parameters } from '@tokimori/ordinances/schema';

const shipped = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`@tokimori/ordinances/${name}`), 'utf8');

/** The model from which every municipality starts. */
export const modelParameters = (): Parameters => model;

/** The document of the example city. */
export function exampleCity(): OrdinanceDocument {
  const { document, problems } = readOrdinance(shipped('example-city/city.yaml'), 'city.yaml');
  if (document === null) throw new Error(`the example city is faulty: ${JSON.stringify(problems)}`);
  return document;
}
