/** Sheets of a 課 that are pages of their own and no form to be filled in: the plan of a year, and the sheet of its month. */
export const sheetsOfSection = ['toyohashi-plan', 'ukiha-sheet'] as const;
/** Sheets that are one for the whole body. */
export const sheetsOfAll = [
  'saga-1',
  'saga-2',
  'nanto-progress',
  'bureaus-monthly',
  'yamagata-review',
  'kochi-effects',
  'yokohama-tkg',
] as const;

/** The names by which measures and reports call the sheets. */
export const sheetKeys = [...sheetsOfSection, ...sheetsOfAll] as const;
export type SheetKey = (typeof sheetKeys)[number];
export const isSheet = (key: string): key is SheetKey => (sheetKeys as readonly string[]).includes(key);
