import type { Minutes } from '@tokimori/law/time/minutes';

export type HeatClass = { readonly below: Minutes; readonly word: string; readonly look: string };

/** Classes of a day's overtime, the same for every section. Text on each has a contrast of 4.5 or more. */
export const heatClasses: readonly HeatClass[] = [
  { below: 60, word: '1時間未満', look: 'bg-blue-50 text-black' },
  { below: 120, word: '1–2', look: 'bg-blue-200 text-black' },
  { below: 180, word: '2–3', look: 'bg-blue-300 text-black' },
  { below: 240, word: '3–4', look: 'bg-blue-700 text-white' },
  { below: Number.POSITIVE_INFINITY, word: '4時間以上', look: 'bg-blue-1000 text-white' },
];

/** The class of a day's overtime (minutes above 0). */
export function heatClass(overtime: Minutes): HeatClass {
  const found = heatClasses.find((c) => overtime < c.below);
  if (found === undefined) throw new RangeError(`no class for ${overtime}`);
  return found;
}
