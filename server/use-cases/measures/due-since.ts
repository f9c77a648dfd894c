import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstMonthOf, fiscalYearOf, type MonthIndex } from '@tokimori/law/time/months';
import { fire } from '@tokimori/ordinances/measures/fire';
import type { Measure } from '@tokimori/ordinances/measures/measure';
import { figures } from '@tokimori/ordinances/measures/vocabulary';
import type { Tx } from '../../store/tenant.ts';
import type { Here } from '../reading/moment.ts';
import { placesIn, readPeople, readTrees, spanOf } from './people-by-day.ts';

/** The day on which each of some people came to be beyond the bounds of a measure, told by the days of their months. `YYYY-MM-DD` by 職員番号. */
export async function sinceOf(
  tx: Tx,
  measure: Measure | null,
  staff: readonly string[],
  month: MonthIndex,
  at: Here,
): Promise<ReadonlyMap<string, string>> {
  if (measure === null || measure.when.length === 0 || measure.moment === 'daily') return new Map();
  const { yearStartMonth, allotment } = at.parameters;
  // A figure of the year may be beyond its bound for months: since the first of those that follow each other.
  const ofYear = measure.when.some(({ figure }) => figures[figure].reach === 'year');
  const from = ofYear ? firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth) : month;
  const span = spanOf(from, month, yearStartMonth);
  const trees = await readTrees(tx, span, at.day);
  const ground = { span, staff, placeOf: placesIn(trees), hours: allotment.hours, byDay: false };
  const people = await readPeople(tx, staff, ground);
  const asked: Measure = { ...measure, moment: 'atOnce', day: null, per: 'person', lasting: undefined };
  const found = fire([asked], people, { from, through: month, yearStartMonth, until: at.day });
  const since = new Map<string, { month: MonthIndex; on: number }>();
  for (const each of found.toReversed()) {
    const known = since.get(each.subject);
    if (known === undefined ? each.month === month : each.month === known.month - 1) since.set(each.subject, each);
  }
  return new Map([...since].map(([person, { on }]) => [person, formatLocalDate(on)]));
}
