import { parseYearMonth } from '@tokimori/law/time/months';
import type { SheetOneInput } from './sheet-one.ts';

/** 佐賀県 令和5年9月分 as published: hours by department A–M. Last year's hours and head counts were not published. */
export const published: SheetOneInput = {
  month: parseYearMonth('2023-09')!,
  unit: 'hours',
  departments: [...'ABCDEFGHIJKLM'],
  hours: {
    total: { cells: [1934, 973, 3167, 2986, 1725, 3553, 1692, 6271, 797, 2010, 15698, 8788, 405], total: 49999 },
    normal: { cells: [1540, 410, 1961, 2531, 1518, 2906, 1209, 5027, 737, 1364, 3332, 5706, 305], total: 28546 },
    infection: { cells: [0, 0, 3, 2, 0, 0, 0, 156, 0, 3, 0, 0, 0], total: 164 },
    disaster: { cells: [394, 563, 1203, 454, 207, 647, 483, 1087, 60, 643, 12366, 3081, 100], total: 21289 },
  },
  lastYearNormal: null,
  headcount: null,
  lastYearHeadcount: null,
  overview: [
    { label: 'total', month: 49999, lastYearMonth: 34000, cumulative: 184000, lastYearCumulative: 201000 },
    { label: 'normal', month: 28546, lastYearMonth: 25000, cumulative: 148000, lastYearCumulative: 147000 },
    { label: 'infection', month: 164, lastYearMonth: 4000, cumulative: 3000, lastYearCumulative: 3000 },
    { label: 'disaster', month: 21289, lastYearMonth: 1000, cumulative: 33000, lastYearCumulative: 3000 },
  ].map((line) => ({
    ...line,
    label: line.label as 'total' | 'normal' | 'infection' | 'disaster',
    allowance: null,
    lastYearAllowance: null,
    cumulativeAllowance: null,
    lastYearCumulativeAllowance: null,
  })),
};
