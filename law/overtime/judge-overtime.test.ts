import { formatCitation } from '../decision/format-citation.ts';
import { placeOf } from '../decision/place.ts';
import { type Answer, testCases } from '../testing/cases.ts';
import { readHistory } from '../testing/overtime/read-history.ts';
import { formatDuration } from '../time/minutes.ts';
import { formatYearMonth, monthOf } from '../time/months.ts';
import { judgeOvertime } from './judge-overtime.ts';
import { ImpossibleHistory } from './known-months.ts';
import { explainOvertime } from './steps.ts';
import type { LimitVerdict, OvertimeHistory, Pace } from './types.ts';

function nameOf(limit: LimitVerdict): string {
  switch (limit.limit) {
    case 'monthly':
    case 'monthlyTotal':
      return `${limit.limit} ${formatYearMonth(limit.month)}`;
    case 'average':
      return `average-${limit.months} ${formatYearMonth(limit.through)}`;
    case 'afterTransfer':
      return `afterTransfer ${formatYearMonth(limit.from)} ${formatYearMonth(limit.through)}`;
    default:
      return `${limit.limit} ${limit.fiscalYear}`;
  }
}

function figuresOf(limit: LimitVerdict): string {
  if (limit.limit === 'monthsOver45') return `${limit.count}/${limit.cap}`;
  const value = limit.limit === 'average' ? limit.sum : limit.value;
  return `${value === null ? null : formatDuration(value)}/${formatDuration(limit.cap)}`;
}

function say(limit: LimitVerdict): string {
  const because = limit.because === undefined ? '' : `: ${limit.because}`;
  return `${figuresOf(limit)} ${limit.verdict} ${placeOf(limit.citation.path)}${because}`;
}

/** Two thirds of the month are over, an hour is ordered ahead. */
const somePace = ({ asOf, months }: OvertimeHistory): Pace => ({
  judgedMinutes: months.find(({ month }) => month === monthOf(asOf))?.overtime ?? 0,
  judgedDays: 14,
  daysLeft: 7,
  orderedAhead: 60,
});

function judged(history: OvertimeHistory): Answer {
  const { limits, remaining } = judgeOvertime(history);
  const overtime = remaining.overtime === null ? null : formatDuration(remaining.overtime);
  return {
    answer: {
      listed: limits.map(nameOf),
      limits: Object.fromEntries(limits.map((limit) => [nameOf(limit), say(limit)])),
      remaining: `${overtime} ${remaining.binding}`,
      notJudged: remaining.notJudged,
    },
    cites: limits.map((limit) => formatCitation(limit.citation)),
    steps: [
      ...explainOvertime({ history, pace: null, nearPercent: 80 }),
      ...explainOvertime({ history, pace: somePace(history), nearPercent: 80 }),
    ],
  };
}

for (const file of ['judge-overtime', 'transfers', 'article36']) {
  testCases(new URL(`./${file}.cases.yaml`, import.meta.url), (given) => {
    const history = readHistory(given);
    try {
      return judged(history);
    } catch (error) {
      if (error instanceof ImpossibleHistory) return { answer: { refused: true }, refusal: error };
      throw error;
    }
  });
}
