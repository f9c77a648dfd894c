import type { Minutes } from '@tokimori/law/time/minutes';

/** Lines over the months of a year as `chart.typ` draws them. Hours; null = nothing known, where a line is broken. */
export type PaperChart = {
  /** What it tells, for those who do not see it. */
  readonly alt: string;
  readonly names: readonly string[];
  /** Hours at the top of the axis, and those with a grid line. */
  readonly top: number;
  readonly ticks: readonly number[];
  readonly lines: readonly { readonly name: string; readonly points: readonly (number | null)[] }[];
};

type Line = { readonly name: string; readonly values: readonly (Minutes | null)[] };

/** An axis from 0 with three to six grid lines at round hours. @param highest what must fit */
export function hourAxis(highest: Minutes): Pick<PaperChart, 'top' | 'ticks'> {
  const wanted = Math.max(5, highest / 60) / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = power * ([1, 2, 5].find((each) => each * power >= wanted) ?? 10);
  const count = Math.max(1, Math.ceil(Math.max(5, highest / 60) / step));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

/** Lines of minutes as a chart of hours. Lines of which nothing is known are left out. */
export function chartOf(alt: string, names: readonly string[], lines: readonly Line[]): PaperChart {
  const known = lines.filter(({ values }) => values.some((value) => value !== null));
  return {
    alt,
    names,
    ...hourAxis(Math.max(0, ...known.flatMap(({ values }) => values.map((value) => value ?? 0)))),
    lines: known.map(({ name, values }) => ({
      name,
      points: values.map((value) => (value === null ? null : value / 60)),
    })),
  };
}

/** 4月 to 3月, beginning with the first month of a fiscal year. */
export const monthsOfYear = (yearStartMonth: number): readonly string[] =>
  Array.from({ length: 12 }, (_, at) => `${((yearStartMonth - 1 + at) % 12) + 1}月`);
