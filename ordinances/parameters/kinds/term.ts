import { z } from 'zod';
import { type Kind, leaf } from './kind.ts';

/** A length of time in days, or in months of the calendar. */
export type Term = { readonly days: number } | { readonly months: number };

const MOST = { days: 366, months: 24 } as const;

function readTerm(given: unknown): Term | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const [[unit, value] = ['', null], ...others] = Object.entries(given);
  if (others.length > 0 || (unit !== 'days' && unit !== 'months')) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > MOST[unit]) return undefined;
  return unit === 'days' ? { days: value } : { months: value };
}

/** A term is one value: a later version replaces it whole. */
export const term: Kind<Term> = leaf<Term>({
  reads: readTerm,
  stored: z.union([z.strictObject({ days: z.number().int() }), z.strictObject({ months: z.number().int() })]),
  says: (value) => ('days' in value ? `${value.days}日` : `${value.months}か月`),
  writes: (value) => value,
  allowed: {
    ja: `{ days: 日数 } か { months: 月数 }(${MOST.days}日、${MOST.months}か月まで)`,
    en: `{ days: n } or { months: n } (at most ${MOST.days} days or ${MOST.months} months)`,
  },
});
