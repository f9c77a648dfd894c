import type { Bound, Measure } from './measure.ts';
import { type Figure, figures } from './vocabulary.ts';

/** Averages of 2 to 6 months are whole numbers of a sixtieth of a minute. */
export const SIXTIETHS = 60;
/** 45 hours, in minutes. */
export const FORTY_FIVE = 45 * 60;

/** A threshold in the unit in which figures are told: minutes, months, of `average` sixtieths of a minute. */
const thresholdOf = (figure: Figure, value: number): number => (figure === 'average' ? value * SIXTIETHS : value);

/** Whether a figure is beyond a bound. */
export function exceeds({ figure, comparison, value }: Bound, found: number): boolean {
  const bound = thresholdOf(figure, value);
  return comparison === 'above' ? found > bound : found >= bound;
}

/** Whether overtime of a month, in minutes, has a part in a figure of the year: nothing comes to be due again in a month without. */
export function moves(figure: Figure, overtime: number): boolean {
  if (figure === 'year' || figure === 'yearForecast') return overtime > 0;
  return figure !== 'monthsOver45' || overtime > FORTY_FIVE;
}

/** Figures that are foreseen of a month to come: by notices, by orders, by the pace of the month that runs and of the year. */
export const foreseenFigures: ReadonlySet<Figure> = new Set([
  'month',
  'monthExceptional',
  'year',
  'average',
  'monthsOver45',
]);

/** Figures of which the end of a month that is over is known from sums: a measure may ask how many months in a row they were exceeded. */
export const lastingFigures: ReadonlySet<Figure> = new Set([
  'month',
  'year',
  'yearForecast',
  'monthsOver45',
  'average',
  'presence',
  'presenceThreeMonths',
]);

/** Whether a measure asks when people come and leave, day by day. */
export const asksDays = ({ when }: Measure): boolean =>
  when.some(({ and = [], ...first }) => [first, ...and].some(({ figure }) => figures[figure].reach === 'day'));
