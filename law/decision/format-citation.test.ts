import { expect, it } from 'vitest';
import type { Citation } from './citation.ts';
import { formatCitation } from './format-citation.ts';

const at = (instrument: string, path: string): Citation => ({
  instrument,
  path,
  revision: '2019-04-01',
  confidence: 'A',
});

it.each([
  ['npa-rule-15-14', 'a=16_2_2/p=1/i=1/si1=1/si2=1', '人事院規則15―14 第16条の2の2第1項第1号イ(1)'],
  ['npa-rule-15-14', 'a=16_2_2/p=1/i=2/si1=4', '人事院規則15―14 第16条の2の2第1項第2号ニ'],
  ['labor-standards-act', 'a=36/p=6/i=3', '労働基準法 第36条第6項第3号'],
  ['npa-notice-328', '第10', '職職―328 第10'],
  ['holidays-act', '', '祝日法'],
  ['美汐市規則', 'a=9_2', '美汐市規則 第9条の2'],
])('%s %s is cited as %s', (instrument, path, line) => {
  expect(formatCitation(at(instrument, path))).toBe(line);
});
