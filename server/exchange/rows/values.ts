import { daysInMonth, type EpochDay, epochDayOf } from '@tokimori/law/time/civil';
import { parseEraDate } from '@tokimori/law/time/eras';
import type { Minutes } from '@tokimori/law/time/minutes';
import { type MonthIndex, monthOf } from '@tokimori/law/time/months';

/** Why a cell cannot be read. The sentence for each code is in `wording.ts`. */
export type ValueCode =
  | 'import.value.missing'
  | 'import.value.too-long'
  | 'import.value.not-in-list'
  | 'import.value.not-mail'
  | 'import.date.unreadable'
  | 'import.date.not-in-calendar'
  | 'import.month.unreadable'
  | 'import.time.unreadable'
  | 'import.duration.unreadable'
  | 'import.number.unreadable';

/** A cell that cannot be read. Thrown by the readers of this file, caught by the reader of the row. */
export class UnreadableValue extends Error {
  readonly code: ValueCode;
  constructor(code: ValueCode) {
    super(code);
    this.code = code;
  }
}
const unreadable = (code: ValueCode): never => {
  throw new UnreadableValue(code);
};

const ERA = '(?:R|H|S|T|令和|平成|昭和|大正)(?:\\d{1,2}|元)';
const WESTERN_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const ERA_DAY = new RegExp(`^${ERA}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?$`, 'i');
const PLAIN_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const WESTERN_MONTH = /^(\d{4})[-/.年](\d{1,2})月?$/;
const ERA_MONTH = new RegExp(`^(${ERA})[-/.年](\\d{1,2})月?$`, 'i');
const PLAIN_MONTH = /^(\d{4})(\d{2})$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the plain ASCII range is meant
const ASCII = /^[\x00-\x7f]*$/;

/** Full-width digits and letters become plain ones; spaces around are cut off. */
export function plain(text: string): string {
  return (ASCII.test(text) ? text : text.normalize('NFKC')).trim();
}

function dayOf(year: number, month: number, day: number): EpochDay {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) unreadable('import.date.not-in-calendar');
  return epochDayOf(year, month, day);
}

/**
 * Reads a date: `2026-11-04`, `2026/11/4`, `20261104`, `R8.11.4`, `令和8年11月4日`. A midnight after it is passed over.
 * @throws UnreadableValue for anything else, for days that are not in the calendar, and for days before their era.
 */
export function readDay(text: string): EpochDay {
  const value = plain(text).replace(/[ T]0?0:00(:00)?$/, '');
  const western = WESTERN_DAY.exec(value) ?? PLAIN_DAY.exec(value);
  if (western !== null) return dayOf(Number(western[1]), Number(western[2]), Number(western[3]));
  if (!ERA_DAY.test(value)) return unreadable('import.date.unreadable');
  return parseEraDate(value) ?? unreadable('import.date.not-in-calendar');
}

/** Reads a month: `2026-04`, `2026/4`, `202604`, `R8.4`, `令和8年4月`. */
export function readMonth(text: string): MonthIndex {
  const value = plain(text);
  const western = WESTERN_MONTH.exec(value) ?? PLAIN_MONTH.exec(value);
  if (western === null) return monthOfEra(value);
  const month = Number(western[2]);
  return month >= 1 && month <= 12 ? Number(western[1]) * 12 + month - 1 : unreadable('import.month.unreadable');
}

/** A month belongs to an era when its 28th day does. */
function monthOfEra(value: string): MonthIndex {
  const era = ERA_MONTH.exec(value);
  const day = era === null ? undefined : parseEraDate(`${era[1]}.${era[2]}.28`);
  return day === undefined ? unreadable('import.month.unreadable') : monthOf(day);
}

const CLOCK_TIME = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$/;
const PLAIN_TIME = /^(\d{1,2})([0-5]\d)$/;
const JAPANESE_TIME = /^(\d{1,2})時([0-5]?\d)分$/;
/** A duty date ends at the latest at 48:00. */
const LATEST: Minutes = 2880;

/**
 * Reads a time of a duty date in minutes: `8:22`, `08:22`, `0822`, `8時22分`, beyond midnight `26:10`. Seconds are cut.
 */
export function readTime(text: string): Minutes {
  const value = plain(text);
  const match = CLOCK_TIME.exec(value) ?? PLAIN_TIME.exec(value) ?? JAPANESE_TIME.exec(value);
  if (match === null) return unreadable('import.time.unreadable');
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= LATEST ? minutes : unreadable('import.time.unreadable');
}

const OFFSET_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const PLAIN_INSTANT = /^(\d{8})(\d{2})(\d{2})(\d{2})?$/;
const DAY_AND_TIME = /^(\S+?)(?:[ T　]+)(\S+)$/;

/** A point in time as a civil day of Asia/Tokyo, the minute of that day (may pass 24:00) and the second. */
export type DayTime = { readonly day: EpochDay; readonly minute: Minutes; readonly second: number };

/**
 * Reads date and time in one cell: `2026-11-04 8:22:10`, `2026/11/4 8:22`, `R8.11.4 26:10`, `20261104082210`,
 * `2026-11-04T08:22:10+09:00`. Without an offset it is the time of Asia/Tokyo; fractions of a second are cut.
 */
export function readDayTime(text: string): DayTime {
  const value = plain(text);
  if (OFFSET_INSTANT.test(value)) return tokyoDayTime(Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
  const compact = PLAIN_INSTANT.exec(value);
  if (compact !== null) {
    const minute = readTime(`${compact[2]}:${compact[3]}`);
    return { day: readDay(compact[1]!), minute, second: Number(compact[4] ?? 0) };
  }
  const parts = DAY_AND_TIME.exec(value);
  if (parts === null) return unreadable('import.date.unreadable');
  const day = readDay(parts[1]!);
  const minute = readTime(parts[2]!);
  return { day, minute, second: Number(CLOCK_TIME.exec(parts[2]!)?.[3] ?? 0) };
}

function tokyoDayTime(milliseconds: number): DayTime {
  if (Number.isNaN(milliseconds)) return unreadable('import.date.not-in-calendar');
  const seconds = Math.floor(milliseconds / 1000) + 540 * 60;
  const day = Math.floor(seconds / 86_400);
  return { day, minute: Math.floor((seconds - day * 86_400) / 60), second: ((seconds % 60) + 60) % 60 };
}

const CLOCK_DURATION = /^(\d{1,6}):([0-5]\d)(?::\d{2})?$/;
const DECIMAL_HOURS = /^(\d{1,6})(?:\.(\d{1,6}))?$/;

/**
 * Reads a length of time in minutes: `7:20`, or decimal hours `7.33`. Decimal hours are rounded to the nearest minute
 * (half up) in whole-number arithmetic: 7.33 → 7:20, 0.5 → 0:30, 12 → 12:00. Negative lengths are not read.
 */
export function readDuration(text: string): Minutes {
  const value = plain(text).replace(/(\d),(?=\d{3}(?:\D|$))/g, '$1');
  const clock = CLOCK_DURATION.exec(value);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const decimal = DECIMAL_HOURS.exec(value);
  if (decimal === null) return unreadable('import.duration.unreadable');
  const fraction = decimal[2] ?? '';
  const scale = 10 ** fraction.length;
  return Number(decimal[1]) * 60 + Math.floor((Number(fraction || '0') * 120 + scale) / (2 * scale));
}

/** Reads a whole number of 円; thousands separators and a yen sign are passed over. */
export function readAmount(text: string): number {
  const value = plain(text)
    .replace(/^[¥\\]/, '')
    .replace(/円$/, '')
    .replaceAll(',', '');
  if (!/^\d{1,12}$/.test(value)) return unreadable('import.number.unreadable');
  return Number(value);
}

const YES = new Set(['1', 'true', 'yes', '○', '〇', 'はい', '有', 'する', '該当']);
const NO = new Set(['0', 'false', 'no', '', '×', 'いいえ', '無', 'しない', '非該当']);

/** Reads 0 or 1 (○ × も). */
export function readFlag(text: string): boolean {
  const value = plain(text).toLowerCase();
  if (YES.has(value)) return true;
  return NO.has(value) ? false : unreadable('import.value.not-in-list');
}

/** Reads one of a list of words. */
export function readWord<T>(text: string, words: Readonly<Record<string, T>>): T {
  const value = plain(text).toLowerCase();
  const found = Object.hasOwn(words, value) ? words[value] : undefined;
  return found === undefined ? unreadable('import.value.not-in-list') : found;
}

/** Reads a text of at most `longest` characters; control characters become spaces. */
export function readText(text: string, longest: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const value = text.replace(/[\x00-\x1f\x7f]+/g, ' ').trim();
  return [...value].length <= longest ? value : unreadable('import.value.too-long');
}

const MAIL = /^[^\s@,;"<>]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;

/** Reads one mail address. */
export function readMail(text: string): string {
  const value = readText(plain(text), 120);
  return MAIL.test(value) ? value : unreadable('import.value.not-mail');
}
