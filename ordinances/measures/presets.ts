import { readFileSync } from 'node:fs';
import type { MeasureSet } from './measure.ts';
import { readMeasures } from './read-measures.ts';

/** The practices of the case books, in the order in which they stand there. Each is a file beside this one. */
export const presetNames = [
  'yokohama',
  'nerima',
  'toyohashi',
  'zama',
  'nanto',
  'ukiha',
  'saga',
  'uji',
  'owase',
  'yamagata',
  'kochi',
  'kyoto',
  'saitama',
] as const;
export type PresetName = (typeof presetNames)[number];

const sourceOf = (name: PresetName): URL => new URL(`./presets/${name}.yaml`, import.meta.url);

/** The file of a preset, to be copied and changed. */
export const presetText = (name: PresetName): string => readFileSync(sourceOf(name), 'utf8');

/** A preset. @throws when its file has a fault, which a test excludes */
export function preset(name: PresetName): MeasureSet {
  const { measures, problems } = readMeasures(presetText(name), `${name}.yaml`);
  if (measures === null)
    throw new Error(problems.map(({ line, message }) => `${name}.yaml:${line} ${message}`).join('\n'));
  return measures;
}

/** Several practices as one, from a day on: their measures one after the other. */
export function combined(names: readonly PresetName[], effectiveFrom: string): MeasureSet {
  const sets = names.map(preset);
  return {
    name: sets.map(({ name }) => name).join('・'),
    about: sets
      .map(({ name, about }) => `${name}: ${about}`)
      .join(' ')
      .slice(0, 300),
    effectiveFrom,
    measures: sets.flatMap(({ measures }) => measures),
  };
}
