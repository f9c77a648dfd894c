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

/** As many municipalities are named in the name of a mix; of more, the first and the number of the others. */
const NAMED = 3;

/** 「うきは市・座間市」, 「横浜市ほか12団体」. */
const nameOf = (names: readonly string[]): string =>
  names.length <= NAMED ? names.join('・') : `${names[0]}ほか${names.length - 1}団体`;

/** Several practices as one, from a day on: their measures one after the other. */
export function combined(names: readonly PresetName[], effectiveFrom: string): MeasureSet {
  const sets = names.map(preset);
  return {
    name: nameOf(sets.map(({ name }) => name)),
    about: sets
      .map(({ name, about }) => `${name}: ${about}`)
      .join(' ')
      .slice(0, 300),
    effectiveFrom,
    measures: sets.flatMap(({ measures }) => measures),
  };
}
