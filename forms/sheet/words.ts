import { eraDate, hm } from '@tokimori/wording/format';

/** A length as `h:mm`, or nothing where it is not known. */
export const hours = (minutes: number | null): string => (minutes === null ? '' : hm(minutes));
/** 令和8年11月5日; nothing where there is no day. */
export const eraDayOr = (date: string | null): string => (date === null || date === '' ? '' : eraDate(date));
/** A blank for a day that is written by hand. */
export const BLANK_DAY = '令和　　年　　月　　日';
