import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, test } from 'vitest';
import { effectOf, type MonthSum } from './effect.ts';

const at = (text: string) => parseYearMonth(text) ?? Number.NaN;
/** Months from one on, each with its headcount and overtime a head. */
const months = (from: string, ...perHead: readonly (readonly [headcount: number, perHead: number])[]): MonthSum[] =>
  perHead.map(([headcount, each], nth) => ({ month: at(from) + nth, headcount, overtime: headcount * each }));

describe('取組のあとの時間を測る', () => {
  test('前年の同じ月と比べ、ほかの課の増減を並べる', () => {
    const own = [...months('2025-07', [10, 1800], [10, 1200]), ...months('2026-07', [8, 1200], [8, 900])];
    const others = [...months('2025-07', [90, 1000], [90, 1000]), ...months('2026-07', [90, 940], [90, 940])];
    const effect = effectOf({ own, others }, at('2026-07'), at('2026-08'));
    expect(effect).toMatchObject({
      against: 'sameMonths',
      after: [at('2026-07'), at('2026-08')],
      base: [at('2025-07'), at('2025-08')],
      change: -450,
      othersChange: -60,
      changeInAll: -3600,
    });
    expect(effect.means.after).toEqual({ perHead: 1050, headcountTenths: 80 });
    expect(effect.means.base).toEqual({ perHead: 1500, headcountTenths: 100 });
  });
  test('前年が分からなければ、始める前の同じ数の月と比べる', () => {
    const own = months('2026-05', [10, 1000], [10, 1200], [10, 900], [10, 1500]);
    const effect = effectOf({ own, others: [] }, at('2026-07'), at('2026-08'));
    expect(effect).toMatchObject({ against: 'before', base: [at('2026-05'), at('2026-06')], change: 100 });
    expect(effect.othersChange).toBeNull();
  });
  test('比べる月の一つでも分からなければ、比べない', () => {
    const own = [...months('2026-06', [10, 1200]), ...months('2026-07', [10, 900], [10, 1500])];
    const effect = effectOf({ own, others: [] }, at('2026-07'), at('2026-08'));
    expect(effect).toMatchObject({ against: 'nothing', base: [], change: null, changeInAll: null });
    expect(effect.means.after?.perHead).toBe(1200);
  });
  test('始まっていなければ、何も測らない', () => {
    const effect = effectOf({ own: months('2026-06', [10, 1200]), others: [] }, at('2026-07'), at('2026-06'));
    expect(effect).toMatchObject({ after: [], against: 'nothing', means: { after: null, base: null } });
  });
  test('2年目は、始めたあとの月どうしを比べない', () => {
    const own = months('2025-01', ...Array.from({ length: 24 }, (_, nth) => [10, nth < 6 ? 2000 : 1000] as const));
    const effect = effectOf({ own, others: [] }, at('2025-07'), at('2026-08'));
    expect(effect.after).toHaveLength(12);
    expect(effect.against).toBe('nothing');
  });
  test('1人当たりは、人数の多い月ほど重く数える', () => {
    const own = [...months('2025-07', [1, 600], [3, 1000]), ...months('2026-07', [2, 900], [2, 900])];
    expect(effectOf({ own, others: [] }, at('2026-07'), at('2026-08')).means.base?.perHead).toBe(900);
  });
});
