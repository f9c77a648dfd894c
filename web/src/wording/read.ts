import { formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { type Minutes, parseDuration } from '@tokimori/law/time/minutes';

const LATEST = 48 * 60;

/** Digits and colons typed in full width become half width. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\s\u3000]/g, '');

/** Reads a time of a duty date: 17:15, 1715, 17時15分, 26:10. Up to 48:00; undefined for anything else. */
export function readClock(text: string): Minutes | undefined {
  const plain = halfWidth(text).replace('時', ':').replace('分', '');
  const match = /^(\d{1,2}):?(\d{2})$/.exec(plain) ?? /^(\d{1,2}):$/.exec(plain);
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  const at = hour * 60 + minute;
  return minute < 60 && at <= LATEST ? at : undefined;
}

/** 45:00, 45 (hours alone), in any width; undefined for anything else. */
export function readLength(text: string): Minutes | undefined {
  const plain = halfWidth(text);
  return parseDuration(/^\d+$/.test(plain) ? `${plain}:00` : plain);
}
/** A whole number of up to six digits, in any width; undefined for anything else. */
export const readCount = (text: string): number | undefined => {
  const plain = halfWidth(text);
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined;
};

export type DateBoxes = { readonly year: string; readonly month: string; readonly day: string };

/** No day typed. */
export const noDate: DateBoxes = { year: '', month: '', day: '' };
/** Whether nothing is typed. */
export const isBlankDate = ({ year, month, day }: DateBoxes): boolean => `${year}${month}${day}`.trim() === '';

/** Reads three boxes as a day of the calendar (ISO); undefined when it is none. */
export function readDate(boxes: DateBoxes): string | undefined {
  const [year, month, day] = [boxes.year, boxes.month, boxes.day].map(halfWidth);
  if (!/^\d{4}$/.test(year ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{1,2}$/.test(day ?? '')) return undefined;
  const at = parseLocalDate(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
  return at === undefined ? undefined : formatLocalDate(at);
}

/** The boxes of a date. */
export function boxesOf(date: string): DateBoxes {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month: String(Number(month)), day: String(Number(day)) };
}
