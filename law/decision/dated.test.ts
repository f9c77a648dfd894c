import { describe, expect, it } from 'vitest';
import { type Dated, inForce, NotInForce } from './dated.ts';

const citation = { instrument: 'holidays-act', revision: '2007-01-01', path: 'a=2', confidence: 'B' } as const;
const value = (from: string, until: string | undefined, what: string): Dated<string> => ({
  from,
  ...(until === undefined ? {} : { until }),
  value: what,
  citation,
  checkedOn: '2026-11-20',
});
const two = [value('2019-04-01', '2024-04-01', 'first'), value('2024-04-01', undefined, 'second')];

describe('the provision in force', () => {
  it.each([
    ['2019-04-01', 'first'],
    ['2024-03-31', 'first'],
    ['2024-04-01', 'second'],
    ['2099-12-31', 'second'],
  ])('on %s is the %s', (on, what) => expect(inForce(two, on).value).toBe(what));

  it('is refused before the first', () => {
    expect(() => inForce(two, '2019-03-31')).toThrow(NotInForce);
    expect(() => inForce(two, '2019-03-31')).toThrow('0 provisions in force on 2019-03-31');
  });

  it('is refused when two overlap', () => {
    expect(() => inForce([...two, value('2026-01-01', undefined, 'third')], '2026-01-01')).toThrow(
      '2 provisions in force on 2026-01-01',
    );
  });
});
