import { boundOf } from '../caps/caps.ts';
import { roundHalfUp } from '../forecast.ts';
import { minutesIn } from '../known-months.ts';
import type { LimitStanding } from '../types.ts';
import type { Material, OvertimeStep } from './material.ts';

/** How far beyond what is allowed: 100:00 under a cap of less than 100:00 is 0:01 beyond, as the remaining hours say. */
const over = (limit: LimitStanding, value: number) => value - boundOf(limit.cap, limit.comparison);

function explainOutcome({ known, binding, limits }: Material): readonly OvertimeStep[] {
  const month = known.current;
  const broken = limits.filter(({ state }) => state === 'over' || state === 'overExceptional');
  if (broken.length > 0) {
    return broken.map((limit) => ({
      says: limit.state === 'over' ? 'overVerdict' : 'overExceptionalVerdict',
      figures: { month, over: over(limit, limit.value ?? 0), cap: limit.cap, value: limit.value ?? 0 },
      words: { limit: limit.limit },
      citation: limit.citation,
    }));
  }
  if (binding === null) {
    const judged = known.byMonth.has(month) && limits.every(({ state }) => state !== 'unknown');
    return [{ says: judged || month < known.begins ? 'noLimitVerdict' : 'notJudgedVerdict', figures: { month } }];
  }
  const { period, slack } = binding;
  const figures = { month, remaining: Math.max(0, slack ?? 0) };
  return [{ says: 'remainingVerdict', figures, words: { limit: period.key }, citation: period.citation }];
}

/** 見込み 77:00 では 2か月平均が 86:55 になり、上限を 6:55 超える: the average is the sum by its months, rounded half up. */
function explainForecastOver(forecastMonth: number, limit: LimitStanding): readonly OvertimeStep[] {
  if (limit.state !== 'forecastOver' || limit.forecast === null) return [];
  const { cap, forecast } = limit;
  const figures = { forecastMonth, forecast, cap, over: forecast - cap, bound: boundOf(cap, limit.comparison) };
  const months = limit.limit.startsWith('average-') ? Number(limit.limit.slice('average-'.length)) : 1;
  const average = roundHalfUp(forecast, months);
  const ofAverage = months === 1 ? {} : { months, average, averageOver: average - cap / months };
  return [
    {
      says: 'forecastOverLimit',
      figures: { ...figures, ...ofAverage },
      words: { limit: limit.limit },
      citation: limit.citation,
    },
  ];
}

/** The verdict, and the month's end at the present pace. */
export function explainVerdict(material: Material): readonly OvertimeStep[] {
  const { known, forecast, pace, limits } = material;
  const outcome = explainOutcome(material);
  if (forecast === null || pace === null) return [...outcome, { says: 'noForecast', figures: {} }];
  const soFar = minutesIn(known, known.current, 'overtime') ?? 0;
  const perDay = pace.judgedDays === 0 ? 0 : roundHalfUp(pace.judgedMinutes, pace.judgedDays);
  const { judgedMinutes, judgedDays, daysLeft, orderedAhead } = pace;
  const figures = { forecast, soFar, judgedMinutes, judgedDays, perDay, daysLeft, orderedAhead };
  const exceeded = limits.flatMap((limit) => explainForecastOver(forecast, limit));
  return [...outcome, { says: 'monthForecast', figures }, ...exceeded];
}
