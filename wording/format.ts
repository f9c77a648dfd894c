import { civilOf, parseLocalDate, weekdayOf } from '@tokimori/law/time/civil';
import { formatDuration, type Minutes } from '@tokimori/law/time/minutes';
import { formatYearMonth, parseYearMonth } from '@tokimori/law/time/months';

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
const JAPAN_OFFSET = 9 * 60;

/** A length as `h:mm`, thousands of hours separated: 12,461:30. */
export function hm(minutes: Minutes): string {
  const [hours = '0', rest = '00'] = formatDuration(Math.abs(minutes)).split(':');
  return `${minutes < 0 ? '−' : ''}${hours.replace(/\B(?=(\d{3})+$)/g, ',')}:${rest}`;
}

/** A whole number with separators. */
export const count = (n: number): string => n.toLocaleString('ja-JP');

const FIGURE = /^([-−]?)(\d+)((?:[:.]\d+)?%?)$/;

/** A figure as a file writes it, thousands separated: 1934:00 → 1,934:00. Words stay as they are. */
export function figure(value: string | number | null): string {
  return String(value ?? '').replace(
    FIGURE,
    (_, sign: string, whole: string, rest: string) => `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`,
  );
}

/** A span of a duty date: 17:15–19:45. An absent end stays open. */
export function span(from: Minutes | null, until: Minutes | null): string {
  return `${from === null ? '' : hm(from)}–${until === null ? '' : hm(until)}`;
}

function dayOf(date: string): number {
  const day = parseLocalDate(date);
  if (day === undefined) throw new RangeError(`not a date: ${date}`);
  return day;
}

/** The character of the day of the week. */
export const weekday = (date: string): string => WEEKDAYS[weekdayOf(dayOf(date))] ?? '';

/** 10月26日 */
export function dayOfMonth(date: string): string {
  const { month, day } = civilOf(dayOf(date));
  return `${month}月${day}日`;
}

/** 26日 */
export const dayOnly = (date: string): string => `${civilOf(dayOf(date)).day}日`;

/** 10月26日(月) */
export const dayLabel = (date: string): string => `${dayOfMonth(date)}(${weekday(date)})`;

const eraFormat = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' });

/** 元号 and year of a day: 令和8年. */
export function eraYear(date: string): string {
  return eraFormat.format(dayOf(date) * 86_400_000);
}

/** 令和8年10月26日 */
export const eraDate = (date: string): string => `${eraYear(date)}${dayOfMonth(date)}`;

/** 令和8年10月26日(月) */
export const eraDay = (date: string): string => `${eraYear(date)}${dayLabel(date)}`;

/** 10月 */
export const monthName = (month: string): string => `${Number(month.slice(5))}月`;

/** 令和8年10月 */
export const eraMonth = (month: string): string => `${eraYear(`${month}-01`)}${monthName(month)}`;

/** 令和8年度, from the year in which it starts. */
export const fiscalYearName = (year: number): string => `${eraYear(`${year}-04-01`)}度`;

/** Short month of a long axis: 「R8.1月」 where the year begins or the axis does, else 「2月」. */
export function axisMonth(month: string, first: boolean): string {
  const number = Number(month.slice(5));
  if (!first && number !== 1) return `${number}月`;
  return `${eraYear(`${month}-01`).replace('令和', 'R').replace('平成', 'H').replace('元年', '1').replace('年', '')}.${number}月`;
}

/** The month some months away: shiftMonth('2026-01', -1) = '2025-12'. */
export function shiftMonth(month: string, by: number): string {
  const index = parseYearMonth(month);
  if (index === undefined) throw new RangeError(`not a month: ${month}`);
  return formatYearMonth(index + by);
}

type JapanTime = { readonly date: string; readonly minute: Minutes };

/** An instant as date and minute in Japan, where every municipality keeps its clock. */
export function inJapan(instant: string): JapanTime {
  const minutes = Math.floor(new Date(instant).getTime() / 60_000) + JAPAN_OFFSET;
  const day = Math.floor(minutes / 1440);
  const { year, month, day: ofMonth } = civilOf(day);
  const two = (n: number) => String(n).padStart(2, '0');
  return { date: `${year}-${two(month)}-${two(ofMonth)}`, minute: minutes - day * 1440 };
}

/** 8:29 */
export const clock = (instant: string): string => hm(inJapan(instant).minute);

/** 10月26日 8:29 */
export const dayAndClock = (instant: string): string => `${dayOfMonth(inJapan(instant).date)} ${clock(instant)}`;

/** Minutes from 0:00 of a duty date to an instant; past 24:00 when the instant is on the next day. */
export const minuteOfDuty = (instant: string, dutyDate: string): Minutes => {
  const at = inJapan(instant);
  return at.minute + (dayOf(at.date) - dayOf(dutyDate)) * 1440;
};

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number => dayOf(to) - dayOf(from);
