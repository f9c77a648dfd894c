import { formDefinitions } from '@tokimori/forms/catalogue';
import type { KnownForms } from '@tokimori/ordinances/measures/forms-named';
import type { Subject } from '@tokimori/ordinances/measures/vocabulary';

/** Sheets of a 課: the plan of a year, and the sheet of its month. */
const sheetsOfSection = ['toyohashi-plan', 'ukiha-sheet'] as const;
/** Sheets that are one for the whole body; a 課 or 部局 may be the one that is asked for it, a person is not. */
const sheetsOfAll = [
  'saga-1',
  'saga-2',
  'nanto-progress',
  'bureaus-monthly',
  'yamagata-review',
  'kochi-effects',
  'yokohama-tkg',
] as const;

const section: readonly Subject[] = ['section'];
const all: readonly Subject[] = ['section', 'bureau', 'city'];

/** What a measure may name: the forms that are filled in, each of its own subject, and the sheets that are pages of their own. */
export const knownForms: KnownForms = new Map<string, readonly Subject[]>([
  ...formDefinitions.map(({ key, per }) => [key, [per]] as const),
  ...sheetsOfSection.map((key) => [key, section] as const),
  ...sheetsOfAll.map((key) => [key, all] as const),
]);
