import { describe, expect, it } from 'vitest';
import { inForce, NotInForce } from '../../decision/dated.ts';
import { hours } from '../../time/minutes.ts';
import { parseYearMonth } from '../../time/months.ts';
import * as article36 from './article36-caps.ts';
import { aboveMaxima, plainAgreement } from './article36-caps.ts';
import * as caps from './caps.ts';

const everyCap = [
  ...Object.values(caps.monthlyCap),
  ...Object.values(caps.annualCap),
  caps.averageCap,
  caps.monthsOverCap,
  caps.afterTransferCap,
  article36.article36Monthly,
  article36.article36Annual,
  article36.article36SpecialAnnual,
  article36.article36MonthsOver,
  article36.article36MonthlyTotal,
  article36.article36Average,
];

describe('the caps', () => {
  it('are in force from 2019-04-01 on, each exactly once, with the place they come from', () => {
    for (const cap of everyCap) {
      expect(() => inForce<unknown>(cap, '2019-03-31')).toThrow(NotInForce);
      for (const on of ['2019-04-01', '2023-10-01', '2028-03-31']) {
        const { citation, checkedOn } = inForce<unknown>(cap, on);
        expect(citation.path).not.toBe('');
        expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  it('are refused for a month before they began', () => {
    expect(() => caps.capIn(caps.averageCap, parseYearMonth('2019-03') ?? 0)).toThrow(NotInForce);
    expect(caps.capIn(caps.averageCap, parseYearMonth('2019-04') ?? 0).value.limit).toBe(hours(80));
  });

  it('keep 以下 and 未満 apart by one minute', () => {
    expect(caps.boundOf(6000, 'atMost')).toBe(6000);
    expect(caps.boundOf(6000, 'lessThan')).toBe(5999);
    expect(caps.breaks(6000, 6000, 'atMost')).toBe(false);
    expect(caps.breaks(6001, 6000, 'atMost')).toBe(true);
    expect(caps.breaks(5999, 6000, 'lessThan')).toBe(false);
    expect(caps.breaks(6000, 6000, 'lessThan')).toBe(true);
  });
});

describe('an agreement under article 36', () => {
  it('may reach the maxima of the law but not pass them', () => {
    const special = { monthly: hours(100) - 1, annual: hours(720), times: 6 };
    expect(aboveMaxima({ ...plainAgreement, special })).toEqual([]);
    const above = { monthly: hours(100), annual: hours(720) + 1, times: 7 };
    expect(aboveMaxima({ monthly: 2701, annual: 21601, special: above, yearStartMonth: 4 })).toEqual([
      'monthly',
      'annual',
      'special.monthly',
      'special.annual',
      'special.times',
    ]);
  });
});
