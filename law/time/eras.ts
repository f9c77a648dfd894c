import { civilOf, type EpochDay, epochDayOf, parseLocalDate } from './civil.ts';

type Era = { readonly name: string; readonly letter: string; readonly from: EpochDay; readonly firstYear: number };

/** Newest first. 明治 is told from 1873-01-01 on, when the calendar became Gregorian. */
const eras: readonly Era[] = [
  { name: '令和', letter: 'R', from: epochDayOf(2019, 5, 1), firstYear: 2019 },
  { name: '平成', letter: 'H', from: epochDayOf(1989, 1, 8), firstYear: 1989 },
  { name: '昭和', letter: 'S', from: epochDayOf(1926, 12, 25), firstYear: 1926 },
  { name: '大正', letter: 'T', from: epochDayOf(1912, 7, 30), firstYear: 1912 },
  { name: '明治', letter: 'M', from: epochDayOf(1873, 1, 1), firstYear: 1868 },
];

const ERA_DATE =
  /^(令和|平成|昭和|大正|明治|[RHSTM])(元|\d{1,2})(?:年(\d{1,2})月(\d{1,2})日|[./-](\d{1,2})[./-](\d{1,2}))$/;
const WESTERN_DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

function eraOf(day: EpochDay): Era | undefined {
  return eras.find((era) => era.from <= day);
}

function yearText(year: number): string {
  return year === 1 ? '元' : String(year);
}

/** Writes 令和8年10月26日, 令和元年5月1日; undefined before 1873-01-01. */
export function formatEraDate(day: EpochDay): string | undefined {
  const era = eraOf(day);
  if (era === undefined) return undefined;
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${era.name}${yearText(year - era.firstYear + 1)}年${month}月${dayOfMonth}日`;
}

/** Writes R8.10.26; undefined before 1873-01-01. */
export function formatEraDateShort(day: EpochDay): string | undefined {
  const era = eraOf(day);
  if (era === undefined) return undefined;
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${era.letter}${year - era.firstYear + 1}.${month}.${dayOfMonth}`;
}

/**
 * Writes 令和8年度 for the year that begins on 1 April.
 * @param nameBy the era of its first day (平成31年度), or of its last (令和元年度).
 */
export function formatEraFiscalYear(
  fiscalYear: number,
  nameBy: 'firstDay' | 'lastDay' = 'lastDay',
): string | undefined {
  const named = nameBy === 'firstDay' ? epochDayOf(fiscalYear, 4, 1) : epochDayOf(fiscalYear + 1, 3, 31);
  const era = eraOf(named);
  return era === undefined ? undefined : `${era.name}${yearText(Math.max(1, fiscalYear - era.firstYear + 1))}年度`;
}

function dayIn(year: number, month = '', day = ''): EpochDay | undefined {
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * Reads 令和8年11月4日, R8.11.4, H31.4.30, S64.1.7 (also 元年, full-width letters and digits).
 * @returns undefined for a day outside its era (平成31年5月1日) or outside the calendar.
 */
export function parseEraDate(text: string): EpochDay | undefined {
  const match = ERA_DATE.exec(text.normalize('NFKC').trim().toUpperCase());
  if (match === null) return undefined;
  const era = eras.find(({ name, letter }) => name === match[1] || letter === match[1]);
  if (era === undefined) return undefined;
  const yearOfEra = match[2] === '元' ? 1 : Number(match[2]);
  const day = dayIn(era.firstYear + yearOfEra - 1, match[3] ?? match[5], match[4] ?? match[6]);
  return day !== undefined && eraOf(day) === era ? day : undefined;
}

/** Reads a date as files write it: `2026-11-04`, `2026/11/4`, or one of an era. Undefined for anything else. */
export function parseWrittenDate(text: string): EpochDay | undefined {
  const match = WESTERN_DATE.exec(text.trim());
  return match === null ? parseEraDate(text) : dayIn(Number(match[1]), match[2], match[3]);
}
