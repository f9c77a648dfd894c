import { hours } from '@tokimori/law/time/minutes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BureauCounts, bureausMonthly, bureausMonthlyRows, withFewJoined } from './bureaus-monthly.ts';

const bureau = (name: string, headcount: number, given: Partial<BureauCounts> = {}): BureauCounts => ({
  name,
  headcount,
  hours: hours(headcount * 10),
  lastYearHeadcount: headcount,
  lastYear: hours(headcount * 12),
  cumulative: hours(headcount * 60),
  lastYearCumulative: hours(headcount * 50),
  ...given,
});
const about = { month: '2026-09', settled: true, open: true };

describe('区局別の実績', () => {
  const sheet = bureausMonthly(about, [bureau('総務局', 200), bureau('青葉区', 300, { hours: hours(4_050) })]);
  test('今年と前年、1人当たり、比率を、1位まで四捨五入して出す', () => {
    expect(bureausMonthlyRows(sheet)).toEqual([
      ['総務局', 200, '2000:00', '2400:00', '83.3%', '10.0', '12.0', '12000:00', '10000:00', '120.0%'],
      ['青葉区', 300, '4050:00', '3600:00', '112.5%', '13.5', '12.0', '18000:00', '15000:00', '120.0%'],
      ['計', 500, '6050:00', '6000:00', '100.8%', '12.1', '12.0', '30000:00', '25000:00', '120.0%'],
    ]);
  });
  test('分からない年とは比べず、途中の月も比べない', () => {
    const unknown = { lastYear: null, lastYearCumulative: null, lastYearHeadcount: 0 };
    const [line] = bureausMonthly(about, [bureau('新設局', 10, unknown)]).lines;
    expect(line).toMatchObject({ ratio: null, lastYearPerHead: null, cumulativeRatio: null, perHead: 100 });
    expect(bureausMonthly({ ...about, settled: false }, [bureau('総務局', 10)]).total).toMatchObject({
      hours: hours(100),
      ratio: null,
      cumulativeRatio: null,
    });
  });
});

describe('人数の少ない部局', () => {
  test('その他にまとめ、計は変わらない', () => {
    const all = [bureau('総務部', 20), bureau('会計課', 2), bureau('議会事務局', 4), bureau('市民部', 30)];
    const sheet = bureausMonthly(about, all, 5);
    expect(sheet.lines.map(({ name, headcount }) => [name, headcount])).toEqual([
      ['総務部', 20],
      ['市民部', 30],
      ['その他', 6],
    ]);
    expect(sheet.merged).toEqual(['会計課', '議会事務局']);
    expect(sheet.total).toEqual(bureausMonthly(about, all).total);
  });
  test('まとめても少ないときは、次に少ない部局も入れる(計から引いて分かるため)', () => {
    const joined = withFewJoined([bureau('総務部', 20), bureau('会計課', 2), bureau('市民部', 8)], 5);
    expect(joined.bureaus.map(({ name, headcount }) => [name, headcount])).toEqual([
      ['総務部', 20],
      ['その他', 10],
    ]);
  });
  test('前年だけ人数が少ない部局も、まとめる', () => {
    expect(withFewJoined([bureau('甲', 9, { lastYearHeadcount: 1 }), bureau('乙', 9)], 5).merged).toEqual(['甲', '乙']);
  });
  test('どの行も決めた人数以上で、合計は元と同じ(全体が足りるとき)', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }), (heads) => {
        const all = heads.map((head, i) => bureau(`部${i}`, head));
        const { bureaus } = withFewJoined(all, 5);
        const sum = bureaus.reduce((total, { headcount }) => total + headcount, 0);
        expect(sum).toBe(heads.reduce((a, b) => a + b, 0));
        if (sum >= 5) expect(Math.min(...bureaus.map(({ headcount }) => headcount))).toBeGreaterThanOrEqual(5);
      }),
    ));
});
