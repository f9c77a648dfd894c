import type { DayView } from '@tokimori/contract/values';
import { describe, expect, test } from 'vitest';
import { spokenDate } from './fields.tsx';
import { cellSentence } from './heat-map.tsx';
import { limitSentence } from './limit-bar.tsx';
import { barsSentence } from './month-bars.tsx';
import { bandSentence } from './timeline-band.tsx';

const day: DayView = {
  date: '2026-10-20',
  state: 'classified',
  holidayName: null,
  allotment: { from: 510, until: 1035, breaks: [{ from: 720, until: 780 }] },
  firstIn: 503,
  lastOut: 1270,
  pcFirst: 507,
  pcLast: 1262,
  presence: 767,
  beyond: 242,
  overtime: 180,
  exceptional: 0,
  orderedAhead: 0,
  requested: 0,
  discrepancy: 55,
  cumulative: 2125,
  spans: [{ from: 1035, until: 1215, category: 'normal', state: 'ordered' }],
};

describe('what drawings say', () => {
  test('the bar of a limit', () => {
    expect(limitSentence('月の上限', { worked: 2440, requested: 150, limit: 2700, forecast: 3173 })).toBe(
      '月の上限 45:00 に対し 43:10、うち申請 2:30、見込み 52:53。',
    );
  });
  test('the band of a day', () => {
    expect(bandSentence(day)).toBe(
      '割振り 8:30–17:15、在庁 8:23–21:10、PC 8:27–21:02、時間外 17:15–20:15、差異 0:55。',
    );
  });
  test('a missing out-punch is said, not left open', () => {
    expect(bandSentence({ ...day, state: 'missingOut', lastOut: null, discrepancy: 0, spans: [], pcFirst: null })).toBe(
      '割振り 8:30–17:15、在庁 8:23–なし。',
    );
  });
  test('a cell of the heat map', () => {
    const at = { date: '2026-10-20', kind: 'dutyDay', name: null } as const;
    expect(cellSentence('森下 千尋', at, { state: 'classified', overtime: 180, requested: 0, discrepancy: true })).toBe(
      '森下 千尋 10月20日(火) 時間外 3:00 差異あり',
    );
    expect(cellSentence('森下 千尋', at, { state: 'missingOut', overtime: 0, requested: 0, discrepancy: false })).toBe(
      '森下 千尋 10月20日(火) 打刻漏れ',
    );
  });
  test('the bars of months name the highest; unknown is not zero', () => {
    const bar = (month: string, overtime: number | null) => ({
      month,
      overtime,
      exceptional: 0,
      monthlyCap: 2700,
      department: 'selfDirected' as const,
    });
    expect(barsSentence([bar('2026-08', 600), bar('2026-09', 2640), bar('2026-10', null)])).toBe(
      '令和8年8月から令和8年10月までの月ごとの時間外勤務。いちばん多いのは令和8年9月の 44:00、令和8年10月は 不明。',
    );
  });
  test('the boxes of a date speak back', () => {
    expect(spokenDate({ year: '2026', month: '10', day: '26' }, '2026-10-26')).toBe('令和8年・月曜日・今日');
    expect(spokenDate({ year: '2026', month: '2', day: '30' })).toBeUndefined();
  });
});
