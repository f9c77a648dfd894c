import { describe, expect, test } from 'vitest';
import { boxesOf, halfWidth, readClock, readCount, readDate, readLength } from './read.ts';

describe('readClock', () => {
  test.each([
    ['17:15', 1035],
    ['1715', 1035],
    ['8:05', 485],
    ['905', 545],
    ['１７：１５', 1035],
    ['17時15分', 1035],
    ['17時', 1020],
    ['26:10', 1570],
    ['48:00', 2880],
    ['0:00', 0],
  ])('%s is minute %i', (text, minute) => expect(readClock(text)).toBe(minute));
  test.each(['', '25:70', '48:01', '17.15', 'abc', '-1:00', '17'])('%s is no time', (text) =>
    expect(readClock(text)).toBeUndefined(),
  );
});

describe('readDate', () => {
  test('boxes of a day', () => expect(readDate({ year: '2026', month: '10', day: '26' })).toBe('2026-10-26'));
  test('full width and one digit', () =>
    expect(readDate({ year: '２０２６', month: '４', day: '1' })).toBe('2026-04-01'));
  test('a leap day', () => expect(readDate({ year: '2028', month: '2', day: '29' })).toBe('2028-02-29'));
  test.each([
    ['2026', '2', '30'],
    ['2026', '13', '1'],
    ['26', '10', '26'],
    ['', '', ''],
  ])('%s-%s-%s is none', (year, month, day) => expect(readDate({ year, month, day })).toBeUndefined());
  test('there and back', () => expect(readDate(boxesOf('2026-04-01'))).toBe('2026-04-01'));
});

test('full width letters and spaces', () => expect(halfWidth('１７：１５　')).toBe('17:15'));

describe('readLength and readCount', () => {
  test.each([
    ['45:00', 2700],
    ['45', 2700],
    ['４５：３０', 2730],
    ['45:60', undefined],
    ['', undefined],
  ])('%s is a length of %s minutes', (text, minutes) => expect(readLength(text)).toBe(minutes));
  test.each([
    ['3', 3],
    ['１２', 12],
    ['1.5', undefined],
    ['', undefined],
  ])('%s is a count of %s', (text, count) => expect(readCount(text)).toBe(count));
});
