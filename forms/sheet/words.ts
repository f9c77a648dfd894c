import { parseDuration } from '@tokimori/law/time/minutes';
import { eraDate, hm } from '@tokimori/wording/format';

/** A length as `h:mm`, or nothing where it is not known. */
export const hours = (minutes: number | null): string => (minutes === null ? '' : hm(minutes));
/** A length as words, 52時間 or 52時間30分, for a place where the original has 「時間」 after a blank; with that blank where it is not known. */
export function hoursInWords(minutes: number | null): string {
  if (minutes === null) return '　　時間';
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60).toLocaleString('ja-JP')}時間${rest === 0 ? '' : `${rest}分`}`;
}
/** As `hoursInWords`, from `h:mm` as it was typed. */
export const typedHoursInWords = (typed: string): string => hoursInWords(parseDuration(typed) ?? null);
/** 令和8年11月5日; nothing where there is no day. */
export const eraDayOr = (date: string | null): string => (date === null || date === '' ? '' : eraDate(date));
/** A blank for a day that is written by hand. */
export const BLANK_DAY = '令和　　年　　月　　日';
/** At most so many characters of a text, 𠮷 counted as one, as forms count them. */
export const upTo = (max: number, text: string): string => [...text].slice(0, max).join('');
