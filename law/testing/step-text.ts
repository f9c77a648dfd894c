import type { Step } from '../decision/decision.ts';
import { formatLocalDate } from '../time/civil.ts';
import { formatDuration } from '../time/minutes.ts';
import { formatYearMonth } from '../time/months.ts';

/** How the figures of a step are written in a case: days, months and counts by their names, all else as a length. */
export type FigureKinds = { readonly days: readonly string[]; readonly counts: readonly string[] };

/** 「dayOverLimit date=2026-06-08 worked=9:15」: a step in one line, with every figure and word. */
export function stepText(kinds: FigureKinds): (step: Step) => string {
  const figure = (name: string, value: number): string => {
    if (name === 'month') return formatYearMonth(value);
    if (kinds.counts.includes(name) || value === -1) return String(value);
    return kinds.days.includes(name) ? formatLocalDate(value) : formatDuration(value);
  };
  return ({ says, figures, words = {} }) =>
    [
      says,
      ...Object.entries(figures).map(([name, value]) => `${name}=${figure(name, value)}`),
      ...Object.entries(words).map(([name, word]) => `${name}=${word}`),
    ].join(' ');
}
