import { boundOf } from '../caps/caps.ts';
import { minutesIn } from '../known-months.ts';
import { limitOrder } from '../limit-order.ts';
import { becauseUnknown } from '../measure.ts';
import type { RunningLimit } from '../remaining.ts';
import type { Material, OvertimeStep } from './material.ts';

/** 80:00 × 3 − 96:50 − 61:15 − 58:40: each month before the running one, latest first. */
function monthsBefore({ known }: Material, { period }: RunningLimit): Record<string, number> {
  const figures: Record<string, number> = {};
  for (let back = 1; known.current - back >= period.from; back += 1) {
    const minutes = minutesIn(known, known.current - back, period.counts === 'total' ? 'total' : 'overtime');
    if (minutes !== undefined) figures[`before${back}`] = minutes;
  }
  return figures;
}

function explainCount(limit: RunningLimit, binding: number): OvertimeStep {
  const { period, measured, slack } = limit;
  const { cap, base, from, through, citation } = period;
  const figures = {
    cap,
    base,
    from,
    through,
    before: measured.before,
    now: measured.value,
    left: cap - measured.value,
    binding,
  };
  return { says: 'remainingMonthsOver', figures: slack === null ? figures : { ...figures, slack }, citation };
}

function explainOne(material: Material, limit: RunningLimit): OvertimeStep {
  const { period, measured, verdict, slack } = limit;
  const { key, from, through, citation } = period;
  const binding = Number(material.binding?.period.key === key);
  if (verdict === 'notJudged' && slack === null) {
    const figures = { position: limitOrder(key), unknown: measured.unknown.length };
    return {
      says: 'limitNotJudged',
      figures,
      words: { limit: key, because: becauseUnknown(measured.unknown) },
      citation,
    };
  }
  if (period.counts === 'monthsOver') return explainCount(limit, binding);
  const bound = boundOf(period.cap, period.comparison);
  const now = measured.value - measured.before;
  const figures = { bound, before: measured.before, now, slack: bound - measured.value, binding };
  const months = through - from + 1;
  switch (key) {
    case 'monthly':
      return { says: 'remainingMonthly', figures, citation };
    case 'monthlyTotal':
      return { says: 'remainingMonthlyTotal', figures, citation };
    case 'annual':
      return { says: 'remainingAnnual', figures: { ...figures, from }, citation };
    case 'afterTransfer':
      return {
        says: 'remainingAfterTransfer',
        figures: { ...figures, from, through, months, perMonth: period.cap / months },
        citation,
      };
    default:
      return {
        says: 'remainingAverage',
        figures: { ...figures, from, months, perMonth: period.cap / months, ...monthsBefore(material, limit) },
        citation,
      };
  }
}

/** Each limit's bound, what is used, what is left, in the order of slack. */
export function explainRemaining(material: Material): readonly OvertimeStep[] {
  return material.limits.flatMap((standing) => {
    const limit = material.running.find(({ period }) => period.key === standing.limit);
    return limit === undefined ? [] : [explainOne(material, limit)];
  });
}
