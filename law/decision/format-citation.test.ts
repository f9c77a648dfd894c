import { describe, expect, it } from 'vitest';
import type { Citation } from './citation.ts';
import { formatCitation, formatPlace } from './format-citation.ts';

describe('a path is read as in a Japanese legal text', () => {
  it.each([
    ['a=16_2_2/p=1/i=1/si1=1/si2=1', '第16条の2の2第1項第1号イ(1)'],
    ['a=16_2_2/p=1/i=2/si1=4', '第16条の2の2第1項第2号ニ'],
    ['a=36/p=6/i=3', '第36条第6項第3号'],
    ['a=36/p=5/proviso', '第36条第5項ただし書'],
    ['n=10', '第10'],
    ['n=10/p=3', '第10第3項'],
    ['g=4/si2=2/si1=1', '4(2)イ'],
    ['suppl/p=2', '附則第2項'],
    ['tbl=1/i=13', '別表第1第13号'],
    ['', ''],
  ])('%s → %s', (path, place) => {
    expect(formatPlace(path)).toBe(place);
  });

  it.each(['x=1', 'a', 'a=0', 'a=x', 'si1=48'])('refuses %s', (path) => {
    expect(() => formatPlace(path)).toThrow();
  });
});

describe('a citation', () => {
  const at = (instrument: string, path: string): Citation => ({
    instrument,
    path,
    revision: '2019-04-01',
    confidence: 'A',
  });

  it('carries the registered short title', () => {
    expect(formatCitation(at('npa-rule-15-14', 'a=16_2_2/p=1/i=1/si1=1/si2=1'))).toBe(
      '人事院規則15―14 第16条の2の2第1項第1号イ(1)',
    );
  });

  it('names an unregistered text by its id, and a whole text without a place', () => {
    expect(formatCitation(at('汐見野市規則', 'a=9_2'))).toBe('汐見野市規則 第9条の2');
    expect(formatCitation(at('holidays-act', ''))).toBe('祝日法');
  });
});
