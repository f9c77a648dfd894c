import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDayOf, formatLocalDate, parseLocalDate } from './civil.ts';
import { formatEraDate, formatEraDateShort, formatEraFiscalYear, parseEraDate, parseWrittenDate } from './eras.ts';

const day = (text: string) => parseLocalDate(text) ?? Number.NaN;
const modern = fc.integer({ min: epochDayOf(1873, 1, 1), max: epochDayOf(2117, 12, 31) });

describe('dates of an era', () => {
  it('come back, long and short', () => {
    fc.assert(
      fc.property(modern, (any) => {
        expect(parseEraDate(formatEraDate(any) ?? '')).toBe(any);
        expect(parseEraDate(formatEraDateShort(any) ?? '')).toBe(any);
      }),
    );
  });

  it('agree with the calendar of the machine', () => {
    const machine = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(modern, (any) => {
        expect(formatEraDate(any)).toBe(machine.format(any * 86_400_000));
      }),
    );
  });

  it.each([
    ['2026-10-26', '令和8年10月26日', 'R8.10.26'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1'],
    ['2019-04-30', '平成31年4月30日', 'H31.4.30'],
    ['1989-01-08', '平成元年1月8日', 'H1.1.8'],
    ['1989-01-07', '昭和64年1月7日', 'S64.1.7'],
    ['1926-12-25', '昭和元年12月25日', 'S1.12.25'],
    ['1926-12-24', '大正15年12月24日', 'T15.12.24'],
    ['1912-07-30', '大正元年7月30日', 'T1.7.30'],
    ['1912-07-29', '明治45年7月29日', 'M45.7.29'],
    ['1873-01-01', '明治6年1月1日', 'M6.1.1'],
  ])('%s is written %s and %s', (iso, long, short) => {
    expect([formatEraDate(day(iso)), formatEraDateShort(day(iso))]).toEqual([long, short]);
    expect([parseEraDate(long), parseEraDate(short)]).toEqual([day(iso), day(iso)]);
  });

  it('are refused before the Gregorian calendar', () => {
    expect([formatEraDate(day('1872-12-31')), formatEraDateShort(day('1872-12-31')), parseEraDate('M5.12.31')]).toEqual(
      [undefined, undefined, undefined],
    );
    expect(formatEraFiscalYear(1870)).toBeUndefined();
  });

  it.each([
    'H31.5.1',
    'R1.4.30',
    'S64.1.8',
    'H1.1.7',
    'T15.12.25',
    'S1.12.24',
    'M45.7.30',
    'T1.7.29',
    'R0.5.1',
    '平成31年5月1日',
  ])('%s lies outside its era', (text) => expect(parseEraDate(text)).toBeUndefined());

  it.each([
    'R8.2.30',
    'R8.13.1',
    'X8.1.1',
    'R8.1',
    '令和8年11月',
    '令和8-11-4日',
    '',
    'R8.11.4x',
    'aR8.11.4',
    '8.11.4',
    'R123.1.1',
  ])('%j is no date', (text) => expect(parseEraDate(text)).toBeUndefined());

  it.each([
    'R8.11.4',
    'r8.11.4',
    'R08.11.04',
    'R8/11/4',
    'R8-11-4',
    'R8.11.4',
    ' 令和8年11月4日 ',
    '㋿8年11月4日',
    '令和8年11月4日',
  ])('%j is 2026-11-04', (text) => expect(formatLocalDate(parseEraDate(text) ?? 0)).toBe('2026-11-04'));
});

describe('fiscal years of an era', () => {
  it.each([
    [2026, '令和8年度'],
    [2018, '平成30年度'],
    [2020, '令和2年度'],
  ])('%d is %s either way', (year, text) => {
    expect([formatEraFiscalYear(year), formatEraFiscalYear(year, 'firstDay')]).toEqual([text, text]);
  });

  it('2019 has two names', () => {
    expect(formatEraFiscalYear(2019)).toBe('令和元年度');
    expect(formatEraFiscalYear(2019, 'firstDay')).toBe('平成31年度');
  });

  it('a year that begins before its era is its first', () => expect(formatEraFiscalYear(1988)).toBe('平成元年度'));
});

describe('dates as files write them', () => {
  it.each(['2026-11-04', '2026/11/4', '2026/11/04', ' 2026-11-4 ', 'R8.11.4', '令和8年11月4日'])(
    '%j is 2026-11-04',
    (text) => expect(parseWrittenDate(text)).toBe(epochDayOf(2026, 11, 4)),
  );
  it.each(['2026/13/1', '2026.11.4', '26/11/4', '20261104', '2026/2/29', '2026/11/4x', 'x2026/11/4'])(
    '%j is no date',
    (text) => expect(parseWrittenDate(text)).toBeUndefined(),
  );
});
