import { describe, expect, it } from 'vitest';
import { placeOf } from './place.ts';

describe('places of a text', () => {
  it.each([
    ['a=16_2_2/p=1/i=1/si1=1/si2=1', '第16条の2の2第1項第1号イ(1)'],
    ['a=16_2_2/p=1/i=2/si1=4', '第16条の2の2第1項第2号ニ'],
    ['a=3/p=2', '第3条第2項'],
    ['a=2', '第2条'],
    ['sp/p=3', '附則第3項'],
    ['at=1/i=13', '別表第1第13号'],
    ['4(2)', '4(2)'],
    ['4(3)ウ', '4(3)ウ'],
    ['si1=99', 'si1=99'],
    ['', ''],
  ])('%s is read %s', (path, text) => expect(placeOf(path)).toBe(text));
});
