import type { cityLimits as cityLimitsRoute, cityMonth as cityMonthRoute } from '@tokimori/contract/hr';
import type { Answer, Input } from '@tokimori/contract/route';
import type { LimitState } from '@tokimori/contract/values';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, lastDayOf } from '@tokimori/law/time/months';
import { ensure, mayViewCity } from '../access/policies.ts';
import type { Actor, Context } from '../context.ts';
import {
  bureausOf,
  byLimitOf,
  chipsOf,
  compare,
  distributionOf,
  exceptionalOf,
  forecastPerHead,
  perHeadOf,
  share,
  totalOf,
  trendOf,
  yearsOf,
} from './reading/city-figures.ts';
import { firstRecordedMonth, readDepartmentSums, readLimitCounts, readStates } from './reading/city-sums.ts';
import { readTrend } from './reading/city-trend.ts';
import { readTree } from './reading/department-tree.ts';
import { averages, countLimits, everyone, readLimits } from './reading/limit-rows.ts';
import { here, monthIndexOf, throughOf } from './reading/moment.ts';

type City = Answer<typeof cityMonthRoute>;

const MOST_URGENT = 50;

/** The whole municipality in a month. An unfinished month is compared with the same days of last month and last year. */
export async function cityMonth(context: Context, actor: Actor, input: Input<typeof cityMonthRoute>): Promise<City> {
  ensure(mayViewCity(actor));
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const through = throughOf(month, at);
    const settled = through === lastDayOf(month);
    const compared = [month, month - 1, month - 12];
    const days = through === null ? 0 : through - firstDayOf(month) + 1;
    const years = yearsOf(month, at.parameters.yearStartMonth);
    const [tree, sums, counts, states, first, trend] = await Promise.all([
      readTree(tx, lastDayOf(month)),
      readDepartmentSums(tx, compared, days),
      readLimitCounts(tx, month),
      readStates(tx, month),
      firstRecordedMonth(tx),
      readTrend(
        tx,
        years.flatMap((year) => year.months).filter((each) => each < at.month),
        at.now,
      ),
    ]);
    const rows = await readLimits(tx, at, tree, month, everyone, { after: 0, size: MOST_URGENT });
    const city = compare(sums, month, settled);
    const own = city.now;
    const state = (name: LimitState): number => states.find((row) => row.state === name)?.count ?? 0;
    const forecast = month === at.month ? forecastPerHead(states, own.headcount) : null;
    return {
      month: input.month,
      through: through === null ? null : formatLocalDate(through),
      settled,
      headcount: own.headcount,
      judged: Math.max(0, own.headcount - state('unknown')),
      people: {
        over: state('over'),
        overExceptional: state('overExceptional'),
        forecastOver: state('forecastOver'),
        near: state('near'),
        unknown: state('unknown'),
      },
      missingDays: own.unclassifiable,
      total: totalOf(city),
      perHead: perHeadOf(city),
      chips: chipsOf(counts),
      rows,
      rowCount: counts.reduce((sum, each) => sum + each.count, 0),
      bureaus: bureausOf(tree, sums, month, settled),
      byLimit: byLimitOf(counts),
      distribution: distributionOf(sums, month, settled, city.lastYear.value !== null),
      trend: years.map((year) => trendOf(year, trend, at.month, forecast)),
      exceptionalByBureau: exceptionalOf(tree, sums),
      externallyDrivenShare: share(tree, at.parameters.externallyDrivenWarnPercent),
      previous: first !== null && month > first ? formatYearMonth(month - 1) : null,
      next: month < at.month ? formatYearMonth(month + 1) : null,
    };
  });
}

/** Everyone over or near a limit, by urgency, paged. */
export async function cityLimits(
  context: Context,
  actor: Actor,
  input: Input<typeof cityLimitsRoute>,
): Promise<Answer<typeof cityLimitsRoute>> {
  ensure(mayViewCity(actor));
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const tree = await readTree(tx, lastDayOf(month));
    const limits = input.average === 'true' ? averages : input.limit === undefined ? null : [input.limit];
    const departments = input.department === undefined ? null : tree.below(input.department);
    const filter = { limits, state: input.state ?? null, departments };
    const [rows, count] = await Promise.all([
      readLimits(tx, at, tree, month, filter, { after: input.after, size: input.size }),
      countLimits(tx, month, filter),
    ]);
    return { rows, count };
  });
}
