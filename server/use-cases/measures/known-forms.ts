import { type SheetKey, sheetKeys, sheetsOfAll, sheetsOfSection } from '@tokimori/contract/sheets';
import { formDefinitions } from '@tokimori/forms/catalogue';
import type { KnownForms } from '@tokimori/ordinances/measures/forms-named';
import type { Subject } from '@tokimori/ordinances/measures/vocabulary';
import { reports } from '../../exchange/reports/catalogue.ts';

const section: readonly Subject[] = ['section'];
/** A 課 or 部局 may be the one that is asked for a sheet of all; a person is not. */
const all: readonly Subject[] = ['section', 'bureau', 'city'];

/** What a measure may name: the forms that are filled in, each of its own subject, and the sheets that are pages of their own. */
export const knownForms: KnownForms = new Map<string, readonly Subject[]>([
  ...formDefinitions.map(({ key, per }) => [key, [per]] as const),
  ...sheetsOfSection.map((key) => [key, section] as const),
  ...sheetsOfAll.map((key) => [key, all] as const),
]);

/** Sheets are called as their reports are; two of them are none. */
const titleOfSheet: Readonly<Record<SheetKey, string>> = {
  'saga-1': reports['saga-1'].title,
  'saga-2': reports['saga-2'].title,
  'ukiha-sheet': reports['ukiha-sheet'].title,
  'nanto-progress': reports['nanto-progress'].title,
  'bureaus-monthly': reports['bureaus-monthly'].title,
  'yamagata-review': reports['yamagata-review'].title,
  'kochi-effects': reports['kochi-effects'].title,
  'toyohashi-plan': '時間外勤務実施計画書',
  'yokohama-tkg': '人事部ニュースレター「T・K・G」',
};

/** What a measure may name, as people call it: the title, with whose practice it is where it is a form. */
export const formTitles: ReadonlyMap<string, string> = new Map<string, string>([
  ...formDefinitions.map(({ key, title, municipality }) => [key, `${title}(${municipality})`] as const),
  ...sheetKeys.map((key) => [key, titleOfSheet[key]] as const),
]);
