import type { LimitKey } from './types.ts';

/** The limits in the order that breaks a tie of slack. */
export const limitKeys = [
  'monthly',
  'monthlyTotal',
  'average-2',
  'average-3',
  'average-4',
  'average-5',
  'average-6',
  'annual',
  'monthsOver45',
  'afterTransfer',
] as const satisfies readonly LimitKey[];

/** Position of a limit in that order. */
export const limitOrder = (key: LimitKey): number => limitKeys.indexOf(key);
