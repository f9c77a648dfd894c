import type { Minutes } from './minutes.ts';

const TIME = /^(?:(\d{1,2}):(\d{2})|(\d{2})(\d{2}))$/;
/** A duty date is told up to 48:00. */
const LAST = 48 * 60;

/**
 * Reads a time on a duty date: `8:22`, `08:22`, `0822`, and beyond midnight `26:10`, up to `48:00`.
 * @returns minutes from 0:00 of the duty date; undefined for anything else.
 */
export function parseTimeOfDay(text: string): Minutes | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const minute = Number(match[2] ?? match[4]);
  const at = Number(match[1] ?? match[3]) * 60 + minute;
  return minute > 59 || at > LAST ? undefined : at;
}

/** Writes `8:22`, `26:10`: hours without a leading zero, counted on past midnight. */
export function formatTimeOfDay(at: Minutes): string {
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
}
