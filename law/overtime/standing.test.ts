import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../time/civil.ts';
import { formatDuration, parseDuration } from '../time/minutes.ts';
import { formatYearMonth, parseYearMonth } from '../time/months.ts';
import { standingOf } from './standing.ts';
import { overtimeSteps } from './step-names.ts';
import { chaptersOf, explainOvertime } from './steps.ts';
import type { DepartmentKind, LimitKey, OvertimeHistory, Pace } from './types.ts';

const day = (text: string) => parseLocalDate(text) ?? 0;
const monthAt = (text: string) => parseYearMonth(text) ?? 0;
const minutes = (text: string) => parseDuration(text) ?? 0;

/** 椎名 航平: 財政課(他律) から見た令和8年10月25日. */
function historyOf(
  from: string,
  department: DepartmentKind,
  overtime: readonly string[],
  asOf: string,
): OvertimeHistory {
  const first = monthAt(from);
  const months = overtime.map((text, position) => ({
    month: first + position,
    department,
    overtime: minutes(text),
    exceptional: 0,
    legalHolidayWork: 0,
  }));
  return { regime: 'ordinance', months, transfers: [], asOf: day(asOf) };
}

const shiina: OvertimeHistory = (() => {
  const before = historyOf(
    '2025-05',
    'selfDirected',
    ['41:30', '44:10', '12:20', '9:45', '15:30', '18:10', '14:40', '20:25', '31:50', '43:20', '44:55'],
    '2026-10-25',
  );
  const after = historyOf(
    '2026-04',
    'externallyDriven',
    ['88:20', '52:10', '38:40', '47:30', '61:15', '96:50', '58:40'],
    '2026-10-25',
  );
  const months = [...before.months, ...after.months].map((m) =>
    m.month === monthAt('2026-08') ? { ...m, exceptional: 1080 } : m,
  );
  return { ...after, months, transfers: [{ on: day('2026-04-01'), from: 'selfDirected', to: 'externallyDriven' }] };
})();
const shiinaPace: Pace = { judgedMinutes: minutes('58:40'), judgedDays: 16, daysLeft: 5, orderedAhead: 0 };

describe('an externally driven month with five months over 45 hours behind it', () => {
  const standing = standingOf({ history: shiina, pace: shiinaPace, nearPercent: 80 });
  const limit = (key: LimitKey) => standing.limits.find((each) => each.limit === key);

  it('has 4:30 left under the two-month average, and will pass it', () => {
    expect(standing).toMatchObject({
      remaining: 270,
      binding: 'average-2',
      state: 'forecastOver',
      forecast: minutes('77:00'),
    });
    expect(limit('average-2')).toMatchObject({
      value: minutes('155:30'),
      monthBound: minutes('63:10'),
      forecast: minutes('173:50'),
    });
  });

  it('lists the limits in the order of slack', () => {
    const listed = standing.limits.map(
      ({ limit: key, slack }) => `${key} ${slack === null ? '' : formatDuration(slack)}`,
    );
    expect(listed).toEqual([
      'average-2 4:30',
      'average-3 23:15',
      'monthly 41:19',
      'average-4 55:45',
      'average-5 97:05',
      'average-6 124:55',
      'annual 276:35',
      'monthsOver45 ',
    ]);
  });

  it('says which limits are near by the share of the cap', () => {
    const near = (nearPercent: number) =>
      standingOf({ history: shiina, pace: null, nearPercent })
        .limits.filter(({ state }) => state === 'near')
        .map(({ limit: key }) => key);
    expect(near(80)).toEqual(['average-2', 'average-3', 'average-4', 'monthsOver45']);
    expect(near(97)).toEqual(['average-2', 'monthsOver45']);
  });

  it('counts the running month in the number of months over 45 hours', () => {
    expect(limit('monthsOver45')).toMatchObject({ value: 6, cap: 6, forecast: 6, slack: null, state: 'near' });
  });

  it('expects of the year the mean of its elapsed months for each month to come', () => {
    const soFar = minutes('384:45') + minutes('77:00');
    expect(limit('annual')?.forecast).toBe(soFar + Math.round((soFar * 5) / 7));
    expect(limit('annual')?.state).toBe('forecastOver');
  });

  it('explains itself with the figures of every equation', () => {
    const steps = explainOvertime({ history: shiina, pace: shiinaPace, nearPercent: 80 });
    const chapters = chaptersOf(steps);
    expect(chapters.map(({ chapter }) => chapter)).toEqual(['sum', 'caps', 'remaining', 'exceptions', 'verdict']);
    expect(chapters.flatMap((each) => each.steps)).toEqual(steps);
    const averages = steps.filter(({ says }) => says === 'remainingAverage').map(({ figures }) => figures);
    expect(averages[0]).toMatchObject({
      perMonth: 4800,
      months: 2,
      before: 5810,
      before1: 5810,
      now: 3520,
      slack: 270,
      binding: 1,
    });
    expect(averages[1]).toMatchObject({
      bound: 14400,
      before: minutes('158:05'),
      before1: 5810,
      before2: 3675,
      binding: 0,
    });
    expect(steps.find(({ says }) => says === 'exceptionalWorkAbsent')?.figures).toMatchObject({
      from: monthAt('2026-09'),
      through: monthAt('2026-10'),
      outside: 1080,
      outsideMonth: monthAt('2026-08'),
    });
    expect(steps.find(({ says }) => says === 'transferOnFirstDay')?.words).toEqual({ on: '2026-04-01' });
    const over = steps.find(({ says, words }) => says === 'forecastOverLimit' && words?.limit === 'average-2');
    expect(over?.figures).toMatchObject({
      forecastMonth: 4620,
      average: minutes('86:55'),
      averageOver: minutes('6:55'),
    });
    expect(steps.find(({ says }) => says === 'remainingVerdict')?.figures.remaining).toBe(270);
  });

  it('makes each equation come out: bound = before + now + slack', () => {
    for (const { says, figures } of explainOvertime({ history: shiina, pace: shiinaPace, nearPercent: 80 })) {
      if (figures.bound === undefined || says === 'forecastOverLimit') continue;
      expect((figures.before ?? 0) + (figures.now ?? 0) + (figures.slack ?? 0)).toBe(figures.bound);
    }
  });

  it('cites a provision for every step but sums and outcomes without a limit', () => {
    const bare = explainOvertime({ history: shiina, pace: shiinaPace, nearPercent: 80 }).filter(
      ({ citation }) => citation === undefined,
    );
    expect(bare.map(({ says }) => says)).toEqual(['monthSummed', 'monthForecast']);
  });
});

describe('a self-directed month', () => {
  const morishita = historyOf(
    '2026-04',
    'selfDirected',
    ['22:55', '22:55', '22:55', '22:55', '22:55', '22:55', '40:40'],
    '2026-10-25',
  );
  const at = (pace: Pace | null, overtime?: string) => {
    const months = morishita.months.map((m, i) =>
      i === 6 && overtime !== undefined ? { ...m, overtime: minutes(overtime) } : m,
    );
    return standingOf({ history: { ...morishita, months }, pace, nearPercent: 80 });
  };

  it('is expected to pass 45 hours with 4:20 left', () => {
    const standing = at({ judgedMinutes: minutes('36:40'), judgedDays: 15, daysLeft: 5, orderedAhead: 0 });
    expect(standing).toMatchObject({
      remaining: 260,
      binding: 'monthly',
      state: 'forecastOver',
      forecast: minutes('52:53'),
    });
    expect(standing.limits.map(({ limit }) => limit)).toEqual(['monthly', 'annual']);
  });

  it('is near without a pace, and fine below the share', () => {
    expect(at(null).state).toBe('near');
    expect(at(null).forecast).toBeNull();
    expect(at(null, '35:59').state).toBe('fine');
    expect(at(null, '36:00').state).toBe('near');
  });

  it('is over by its slack once the cap is passed', () => {
    const standing = at(null, '46:20');
    expect(standing).toMatchObject({ state: 'over', remaining: 0, binding: 'monthly' });
    expect(standing.limits[0]).toMatchObject({ slack: -80, monthBound: 2700 });
    expect(standing.steps.find(({ says }) => says === 'overVerdict')?.figures).toMatchObject({ over: 80 });
  });

  it('is over for exceptional work when the month held some', () => {
    const months = morishita.months.map((m, i) => (i === 6 ? { ...m, overtime: 3000, exceptional: 400 } : m));
    const standing = standingOf({ history: { ...morishita, months }, pace: null, nearPercent: 80 });
    expect(standing.state).toBe('overExceptional');
    expect(standing.steps.map(({ says }) => says)).toContain('exceptionalWorkPresent');
  });

  it('cannot be judged when its own figures are missing, and says so', () => {
    const standing = standingOf({
      history: { ...morishita, months: morishita.months.slice(0, 6) },
      pace: null,
      nearPercent: 80,
    });
    expect(standing).toMatchObject({ state: 'unknown', remaining: null, binding: null, forecast: null, limits: [] });
    expect(standing.steps.map(({ says }) => says)).toEqual(['monthUnknown', 'notJudgedVerdict', 'noForecast']);
  });

  it('says which limit cannot be judged and why', () => {
    const standing = standingOf({
      history: { ...morishita, months: morishita.months.slice(1) },
      pace: null,
      nearPercent: 80,
    });
    expect(standing.limits.at(-1)).toMatchObject({
      limit: 'annual',
      state: 'unknown',
      value: null,
      slack: null,
      because: '2026-04の時間外勤務がわかりません',
    });
    expect(standing.remaining).toBe(260);
  });
});

describe('after a transfer out of an externally driven department', () => {
  it('forecasts the thirty-hour stretch to the end of the year', () => {
    const driven = historyOf('2026-04', 'externallyDriven', ['40:00', '40:00', '40:00', '40:00'], '2026-10-25');
    const after = historyOf('2026-08', 'selfDirected', ['43:00', '43:00', '42:20'], '2026-10-25');
    const history: OvertimeHistory = {
      ...after,
      months: [...driven.months, ...after.months],
      transfers: [{ on: day('2026-07-01'), from: 'externallyDriven', to: 'selfDirected' }],
    };
    const pace = { judgedMinutes: 0, judgedDays: 16, daysLeft: 5, orderedAhead: 0 };
    const standing = standingOf({ history, pace, nearPercent: 80 });
    const found = standing.limits.find(({ limit }) => limit === 'afterTransfer');
    expect(found).toMatchObject({
      value: minutes('128:20'),
      cap: minutes('240:00'),
      slack: minutes('111:40'),
      state: 'forecastOver',
    });
    const step = standing.steps.find(({ says }) => says === 'afterTransferCapApplies');
    expect(step?.figures).toMatchObject({
      perMonth: 1800,
      months: 8,
      from: monthAt('2026-08'),
      through: monthAt('2027-03'),
    });
    expect(standing.steps.map(({ says }) => says)).toContain('transferToSelfDirected');
  });
});

it('answers for every month from 2019-04 to the end of the next fiscal year, in every kind and regime', () => {
  for (let month = monthAt('2019-04'); month <= monthAt('2028-03'); month += 1) {
    for (const department of ['selfDirected', 'externallyDriven'] as const) {
      for (const regime of ['ordinance', 'article36'] as const) {
        const asOf = `${formatYearMonth(month)}-15`;
        const history = {
          ...historyOf(formatYearMonth(month - 11), department, Array(12).fill('20:00'), asOf),
          regime,
        };
        const standing = standingOf({ history, pace: null, nearPercent: 80 });
        expect(standing.remaining, `${asOf} ${department} ${regime}`).not.toBeNull();
        expect(standing.limits.length).toBeGreaterThanOrEqual(2);
        for (const { says } of standing.steps) expect(Object.keys(overtimeSteps)).toContain(says);
      }
    }
  }
});

it('says that no cap covers a month before 2019-04', () => {
  const standing = standingOf({
    history: historyOf('2019-03', 'selfDirected', ['90:00'], '2019-03-31'),
    pace: null,
    nearPercent: 80,
  });
  expect(standing).toMatchObject({ state: 'fine', remaining: null, limits: [] });
  expect(standing.steps.map(({ says }) => says)).toContain('noCapInForce');
});
