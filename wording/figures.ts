import type { Minutes } from '@tokimori/law/time/minutes';
import { count, hm } from './format.ts';

/** What is not known is a dash, never 0:00. */
export const known = (minutes: Minutes | null): string => (minutes === null ? '―' : hm(minutes));
/** Tenths with one decimal: 156 = 15.6. */
export const tenths = (value: number | null): string =>
  value === null ? '―' : `${value < 0 ? '−' : ''}${count(Math.floor(Math.abs(value) / 10))}.${Math.abs(value) % 10}`;
export const percent = (value: number | null): string => (value === null ? '―' : `${tenths(value)}%`);
