import type { progressTrend as trendRoute } from '@tokimori/contract/registers/progress';
import type { Answer, Input } from '@tokimori/contract/route';
import { lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayViewProgressOfAll, mayViewTrend } from '../../access/policies-registers.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { yearsOf } from '../reading/city-figures.ts';
import { readTree } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';
import { dayOf, here, monthDate } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { monthUpTo } from './month-up-to.ts';
import { partsOver } from './places.ts';
import { readStays } from './progress-rows.ts';

type Trend = Answer<typeof trendRoute>;
type Sum = { readonly beyond: number; readonly headcount: number };

/**
 * 超過在席時間 by month over three fiscal years: of a department (those with caps), or of one of its people. A head sees the months in
 * which the person belonged to the own departments.
 */
export async function progressTrend(context: Context, actor: Actor, input: Input<typeof trendRoute>): Promise<Trend> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const month = monthUpTo(at, input.month);
    const { department, staff } = input;
    const [scope, tree] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readTree(tx, lastDayOf(month))]);
    ensure(mayViewTrend(actor, scope, department));
    const node = tree.find(department) ?? departmentNotFound(department);
    const { yearStartMonth } = at.parameters;
    const years = yearsOf(month, yearStartMonth);
    const all = years.flatMap(({ months }) => months).filter((each) => each <= month);
    const ends = years.map(({ months }) => Math.min(months[11]!, month));
    const parts = await partsOver(tx, department, ends);
    // Of a person, what lies in other departments is shown to those alone who see the whole municipality.
    const sums =
      staff === undefined
        ? await departmentSums(tx, parts, all)
        : await personSums(tx, staff, all, mayViewProgressOfAll(actor, false) ? null : scope.departments);
    const people = node.kind === 'bureau' ? [] : await readPeople(tx, parts, years[0]!.months, month);
    const name = staff === undefined ? tree.path(department) : ((await namesOf(tx, [staff])).get(staff) ?? staff);
    const year = (months: readonly MonthIndex[], pick: (sum: Sum) => number | null) =>
      months.map((each) => {
        const sum = sums.get(each);
        return sum === undefined ? null : pick(sum);
      });
    return {
      department,
      name,
      staff: staff ?? null,
      yearStartMonth,
      years: years.map(({ fiscalYear, months }) => ({
        fiscalYear,
        beyond: year(months, ({ beyond }) => beyond),
        perHead: year(months, ({ beyond, headcount }) => (headcount === 0 ? null : Math.round(beyond / headcount))),
      })),
      people,
    };
  });
}

async function departmentSums(
  tx: Tx,
  departments: readonly string[],
  months: readonly MonthIndex[],
): Promise<ReadonlyMap<MonthIndex, Sum>> {
  const rows = await tx.query<Sum & { month: string }>(
    `select r.month, count(*)::int as headcount, sum(r.beyond)::int as beyond from tk.month_record r
     where r.municipality = $1 and r.month = any($2::date[]) and r.department = any($3) and r.source = 'days'
       and not r.managerial group by r.month`,
    [tx.municipality, months.map(monthDate), departments],
  );
  return new Map(rows.map(({ month, ...sum }) => [monthOf(dayOf(month)), sum]));
}

async function personSums(
  tx: Tx,
  staff: string,
  months: readonly MonthIndex[],
  within: ReadonlySet<string> | null,
): Promise<ReadonlyMap<MonthIndex, Sum>> {
  const rows = await readStays(tx, [staff], months);
  const shown = rows.filter(({ department }) => within === null || within.has(department));
  return new Map(shown.map(({ month, beyond }) => [month, { beyond, headcount: 1 }]));
}

/** People of the department in the fiscal year, by number, with the months in which they belonged to it. */
async function readPeople(
  tx: Tx,
  departments: readonly string[],
  months: readonly MonthIndex[],
  through: MonthIndex,
): Promise<Trend['people']> {
  const rows = await tx.query<{ month: string; staff: string; beyond: number }>(
    `select r.month, r.staff, r.beyond from tk.month_record r
     where r.municipality = $1 and r.month = any($2::date[]) and r.department = any($3) and r.source = 'days'`,
    [tx.municipality, months.filter((month) => month <= through).map(monthDate), departments],
  );
  const byStaff = grouped(rows, ({ staff }) => staff);
  const names = await namesOf(tx, byStaff.keys());
  return [...byStaff]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([staff, own]) => {
      const known = new Map(own.map(({ month, beyond }) => [monthOf(dayOf(month)), beyond]));
      return { staff, name: names.get(staff) ?? staff, beyond: months.map((month) => known.get(month) ?? null) };
    });
}
