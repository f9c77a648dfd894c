import { sheetsOfAll, sheetsOfSection } from '@tokimori/contract/sheets';
import { formDefinitions } from '@tokimori/forms/catalogue';
import type { KnownForms } from '@tokimori/ordinances/measures/forms-named';
import type { Subject } from '@tokimori/ordinances/measures/vocabulary';

const section: readonly Subject[] = ['section'];
/** A 課 or 部局 may be the one that is asked for a sheet of all; a person is not. */
const all: readonly Subject[] = ['section', 'bureau', 'city'];

/** What a measure may name: the forms that are filled in, each of its own subject, and the sheets that are pages of their own. */
export const knownForms: KnownForms = new Map<string, readonly Subject[]>([
  ...formDefinitions.map(({ key, per }) => [key, [per]] as const),
  ...sheetsOfSection.map((key) => [key, section] as const),
  ...sheetsOfAll.map((key) => [key, all] as const),
]);
