import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth } from '@tokimori/law/time/months';
import type { PersonHistory } from '../facts.ts';
import { type Fired, type FireOptions, fire } from '../fire.ts';
import type { Measure } from '../measure.ts';
import { type PresetName, preset } from '../presets.ts';
import { type MonthSketch, monthAt, personOf } from './people.ts';

export const september = { from: monthAt('2026-09'), through: monthAt('2026-09'), yearStartMonth: 4 };
export const measure = (name: PresetName, id: string): Measure => {
  const found = preset(name).measures.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
export const told = ({ subject, month, on, causes }: Fired) =>
  [
    subject === '' ? '団体' : subject,
    formatYearMonth(month),
    formatLocalDate(on),
    ...causes.map(({ person, figure, value }) => `${person} ${figure} ${value > 12 ? formatDuration(value) : value}`),
  ].join(' | ');
export const fired = (of: Measure, people: readonly PersonHistory[], options: FireOptions = september) =>
  fire([of], people, options).map(told);
export const one = (sketch: MonthSketch) => [personOf('甲', { '2026-09': sketch })];
/** Overtime of so many hours, ten a day from the first on. */
export const spread = (hours: number): MonthSketch => {
  const overtime: Record<number, string> = {};
  for (let day = 1, left = hours; left > 0; day += 1, left -= 10) overtime[day] = `${Math.min(10, left)}:00`;
  return { overtime };
};
