import type { Minutes } from '@tokimori/law/time/minutes';
import { scaleLinear } from 'd3-scale';

export type HourScale = {
  readonly y: (minutes: Minutes) => number;
  readonly ticks: readonly number[];
  readonly top: Minutes;
};

/**
 * Axis of hours from 0, at most six grid lines. Answers pixels for minutes.
 * @param highest what must fit, in minutes; `from`/`to` pixels of 0 and of the top.
 */
export function hourScale(highest: Minutes, from: number, to: number): HourScale {
  const scale = scaleLinear()
    .domain([0, Math.max(10, highest / 60)])
    .range([from, to])
    .nice(5);
  const ticks = scale.ticks(5);
  return { y: (minutes) => scale(minutes / 60), ticks, top: (scale.domain()[1] ?? 0) * 60 };
}

export type CapMonth = { readonly month: string; readonly cap: Minutes | null };
export type CapStretch = { readonly first: number; readonly last: number; readonly cap: Minutes };

/** The limit of each month as stretches of the same height: the line is a step where the limit changes. */
export function capStretches(months: readonly CapMonth[]): CapStretch[] {
  const stretches: CapStretch[] = [];
  months.forEach(({ cap }, i) => {
    const last = stretches.at(-1);
    if (cap === null) return;
    if (last !== undefined && last.cap === cap && last.last === i - 1)
      stretches[stretches.length - 1] = { ...last, last: i };
    else stretches.push({ first: i, last: i, cap });
  });
  return stretches;
}
