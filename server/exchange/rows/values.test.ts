import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth } from '@tokimori/law/time/months';
import { describe, expect, test } from 'vitest';
import { readAmount, readDay, readDayTime, readDuration, readFlag, readMail, readMonth, readTime } from './values.ts';

describe('日付', () => {
  test.each([
    ['2026-11-04', '2026-11-04'],
    ['2026/11/4', '2026-11-04'],
    ['R8.11.4', '2026-11-04'],
    ['r8/11/04', '2026-11-04'],
    ['令和8年11月4日', '2026-11-04'],
    ['令和元年5月1日', '2019-05-01'],
    ['H31.4.30', '2019-04-30'],
    ['20261104', '2026-11-04'],
    ['２０２６/１１/０４', '2026-11-04'],
    ['2026/11/04 0:00', '2026-11-04'],
    ['2024-02-29', '2024-02-29'],
  ])('%s は %s', (text, expected) => expect(formatLocalDate(readDay(text))).toBe(expected));
  test.each([
    ['2026/02/30', 'import.date.not-in-calendar'],
    ['2026-13-01', 'import.date.not-in-calendar'],
    ['R1.4.30', 'import.date.not-in-calendar'],
    ['11/4', 'import.date.unreadable'],
    ['', 'import.date.unreadable'],
    ['2026-11-04 8:22', 'import.date.unreadable'],
  ])('%s は読まない', (text, code) => expect(() => readDay(text)).toThrow(code));
});

describe('年月', () => {
  test.each([
    ['2026-04', '2026-04'],
    ['2026/4', '2026-04'],
    ['202604', '2026-04'],
    ['R8.4', '2026-04'],
    ['令和8年4月', '2026-04'],
  ])('%s は %s', (text, expected) => expect(formatYearMonth(readMonth(text))).toBe(expected));
  test.each(['2026-13', '2026', '4月'])('%s は読まない', (text) =>
    expect(() => readMonth(text)).toThrow('import.month.unreadable'),
  );
});

describe('時刻', () => {
  test.each([
    ['8:22', 502],
    ['08:22', 502],
    ['0822', 502],
    ['822', 502],
    ['26:10', 1570],
    ['8:22:59', 502],
    ['8時5分', 485],
    ['48:00', 2880],
  ])('%s は %d 分', (text, expected) => expect(readTime(text)).toBe(expected));
  test.each(['25:70', '8:60', '48:01', '', '8', '-1:00'])('%s は読まない', (text) =>
    expect(() => readTime(text)).toThrow('import.time.unreadable'),
  );
});

describe('日時', () => {
  test.each([
    ['2026-11-04 8:22:10', '2026-11-04', 502, 10],
    ['2026/11/4 8:22', '2026-11-04', 502, 0],
    ['R8.11.4 26:10', '2026-11-04', 1570, 0],
    ['20261104082210', '2026-11-04', 502, 10],
    ['202611040822', '2026-11-04', 502, 0],
    ['2026-11-04T08:22:10+09:00', '2026-11-04', 502, 10],
    ['2026-11-03T23:22:10.1234567Z', '2026-11-04', 502, 10],
  ])('%s', (text, day, minute, second) => {
    const read = readDayTime(text);
    expect([formatLocalDate(read.day), read.minute, read.second]).toEqual([day, minute, second]);
  });
  test.each(['2026-11-04', '2026-11-04 25:70', '2026-02-30 8:00'])('%s は読まない', (text) =>
    expect(() => readDayTime(text)).toThrow('import.'),
  );
});

describe('時間数', () => {
  test.each([
    ['7:20', '7:20'],
    ['107:30', '107:30'],
    ['7.33', '7:20'],
    ['7.5', '7:30'],
    ['0.008', '0:00'],
    ['0.009', '0:01'],
    ['187.92', '187:55'],
    ['43', '43:00'],
    ['1,234.5', '1234:30'],
  ])('%s は %s', (text, expected) => expect(formatDuration(readDuration(text))).toBe(expected));
  test.each(['45:60', '-1:00', '-1.5', '七', ''])('%s は読まない', (text) =>
    expect(() => readDuration(text)).toThrow('import.duration.unreadable'),
  );
});

test('金額と○×', () => {
  expect(readAmount('¥12,345円')).toBe(12345);
  expect(() => readAmount('1.5')).toThrow('import.number.unreadable');
  expect([readFlag('1'), readFlag('○'), readFlag('０'), readFlag('')]).toEqual([true, true, false, false]);
  expect(() => readFlag('2')).toThrow('import.value.not-in-list');
});

describe('メール', () => {
  test.each(['sato@city.example.jp', 'sato.h+x@lg', 'ｓａｔｏ@city.example.jp'])('%s を読む', (text) =>
    expect(readMail(text)).toMatch(/^sato[^@]*@[a-z.]+$/),
  );
  test.each(['not-a-mail', '@city.jp', 'sato@', 'a b@city.jp', 'a@b@c', 'a@b,c@d'])('%s は読まない', (text) =>
    expect(() => readMail(text)).toThrow('import.value.not-mail'),
  );
});
