import type { DayView } from '@tokimori/contract/values';
import { describe, expect, test } from 'vitest';
import { AXIS_UNTIL, AXIS_UNTIL_NIGHT, axisPercent, axisUntil, lanesOf } from './band-geometry.ts';
import { capStretches, hourScale } from './chart-scale.ts';
import { heatClass } from './heat-classes.ts';
import { scaleOf, segmentsOf } from './limit-geometry.ts';
import { spreadLabels } from './line-chart.tsx';
import { tokensOf } from './token-row.tsx';

describe('limit bar', () => {
  test('the axis leaves room beyond the limit, and more for a forecast that goes further', () => {
    expect(scaleOf({ worked: 600, limit: 2700 })).toBe(3510);
    expect(scaleOf({ worked: 600, limit: 2700, forecast: 4000 })).toBeCloseTo(4400);
  });
  test('work up to the limit, over beyond it', () => {
    expect(segmentsOf({ worked: 900, limit: 600 }, 1000)).toEqual([
      { kind: 'worked', from: 0, until: 60 },
      { kind: 'over', from: 60, until: 90 },
    ]);
  });
  test('exactly at the limit nothing is over', () => {
    expect(segmentsOf({ worked: 600, limit: 600 }, 1000).map((s) => s.kind)).toEqual(['worked']);
    expect(segmentsOf({ worked: 601, limit: 600 }, 1000).map((s) => s.kind)).toEqual(['worked', 'over']);
  });
  test('a request beyond a limit already passed is all over', () => {
    expect(segmentsOf({ worked: 700, requested: 100, limit: 600 }, 1000).map((s) => s.kind)).toEqual([
      'worked',
      'over',
      'over',
    ]);
  });
  test('特例業務 keeps its pattern beyond the limit', () => {
    expect(segmentsOf({ worked: 900, exceptional: 400, limit: 600 }, 1000)).toEqual([
      { kind: 'worked', from: 0, until: 50 },
      { kind: 'exceptional', from: 50, until: 90 },
    ]);
  });
  test('a forecast begins where everything else ends', () => {
    expect(segmentsOf({ worked: 500, ordered: 100, limit: null, forecast: 800 }, 1000).at(-1)).toEqual({
      kind: 'forecast',
      from: 60,
      until: 80,
    });
  });
});

const day = (part: Partial<DayView>): DayView => ({
  date: '2026-10-23',
  state: 'classified',
  holidayName: null,
  allotment: null,
  firstIn: null,
  lastOut: null,
  pcFirst: null,
  pcLast: null,
  presence: 0,
  beyond: 0,
  overtime: 0,
  exceptional: 0,
  orderedAhead: 0,
  requested: 0,
  discrepancy: 0,
  cumulative: 0,
  spans: [],
  ...part,
});

describe('timeline band', () => {
  test('the axis runs to 30:00 as soon as something passes midnight', () => {
    expect(axisUntil([day({ lastOut: 1440 })])).toBe(AXIS_UNTIL);
    expect(axisUntil([day({ lastOut: 1441 })])).toBe(AXIS_UNTIL_NIGHT);
  });
  test('per cent of the axis, clamped', () => {
    expect(axisPercent(900, AXIS_UNTIL)).toBe(50);
    expect(axisPercent(0, AXIS_UNTIL)).toBe(0);
    expect(axisPercent(1800, AXIS_UNTIL)).toBe(100);
  });
  test('a missing out-punch is no presence, but a guess up to the last trace of the PC', () => {
    const lanes = lanesOf(day({ state: 'missingOut', firstIn: 502, pcFirst: 505, pcLast: 1182 }));
    expect(lanes.presence).toBeNull();
    expect(lanes.guessed).toEqual({ from: 502, until: 1182 });
  });
  test('a running day reaches to now', () =>
    expect(lanesOf(day({ state: 'open', firstIn: 504 }), 600).presence).toEqual({ from: 504, until: 600 }));
  test('the difference lies before the leaving', () =>
    expect(lanesOf(day({ firstIn: 503, lastOut: 1270, discrepancy: 55 })).discrepancy).toEqual({
      from: 1215,
      until: 1270,
    }));
});

describe('charts', () => {
  test('hours start at 0 and have at most six grid lines', () => {
    const scale = hourScale(110 * 60, 200, 0);
    expect(scale.ticks[0]).toBe(0);
    expect(scale.ticks.length).toBeLessThanOrEqual(7);
    expect(scale.y(0)).toBe(200);
    expect(scale.top).toBeGreaterThanOrEqual(110 * 60);
  });
  test('the limit is a step where it changes, and has a gap where there is none', () => {
    const cap = (value: number | null, i: number) => ({ month: `2026-0${i + 1}`, cap: value });
    expect(capStretches([2700, 2700, 6000, null, 6000].map(cap))).toEqual([
      { first: 0, last: 1, cap: 2700 },
      { first: 2, last: 2, cap: 6000 },
      { first: 4, last: 4, cap: 6000 },
    ]);
  });
  test('labels that would cover each other move apart, keeping their order', () => {
    expect(spreadLabels([100, 104, 50], 16)).toEqual([100, 116, 50]);
    expect(spreadLabels([100, 104], 16, 110)).toEqual([94, 110]);
  });
});

test.each([
  [1, '1時間未満'],
  [59, '1時間未満'],
  [60, '1–2'],
  [239, '3–4'],
  [240, '4時間以上'],
])('%i minutes of overtime are in the class %s', (minutes, word) => expect(heatClass(minutes).word).toBe(word));

describe('tokens of months above 45 hours', () => {
  const kinds = (over: string[]) => tokensOf(over, '2026-10').map((token) => token.kind);
  test('what is left is outlined', () =>
    expect(kinds(['2026-04'])).toEqual(['over', 'left', 'left', 'left', 'left', 'left']));
  test('the running month is striped', () =>
    expect(kinds(['2026-04', '2026-10']).slice(0, 2)).toEqual(['over', 'running']));
  test('a seventh stands outside', () => {
    expect(kinds(['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'])).toEqual([
      'over',
      'over',
      'over',
      'over',
      'over',
      'over',
      'beyond',
    ]);
  });
});
