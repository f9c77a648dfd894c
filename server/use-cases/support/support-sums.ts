import type { Answer, Input } from '@tokimori/contract/route';
import type { supportSums as sumsRoute } from '@tokimori/contract/support';
import { firstMonthOf, formatYearMonth, monthOf } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayViewSupportOfAll } from '../../access/policies-plans.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import { readTree } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';
import { dayOf, here, monthDate, monthEnd } from '../reading/moment.ts';
import { WORKSTATION } from './support-view.ts';

type Sums = Answer<typeof sumsRoute>;
type Row = { asked: string; given: string; month: string; minutes: number; open: number };

/**
 * Confirmed hours of support of a fiscal year by month: by section that asked, by side that gave, in all. 人事課, executives and auditors see
 * all; a head what the own sections asked for and gave.
 */
export async function supportSums(context: Context, actor: Actor, input: Input<typeof sumsRoute>): Promise<Sums> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const first = firstMonthOf(input.year, at.parameters.yearStartMonth);
    const [scope, tree] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readTree(tx, at.dutyDay)]);
    const all = mayViewSupportOfAll(actor);
    ensure(all || scope.departments.size > 0);
    const rows = await tx.query<Row>(
      `select q.department as asked, m.department as given, date_trunc('month', d.date)::date as month,
         coalesce(sum(d.minutes) filter (where d.confirmed), 0)::int as minutes,
         coalesce(sum(d.minutes) filter (where not d.confirmed), 0)::int as open
       from tk.support_day d
       join tk.support_match m on m.municipality = $1 and m.request = d.request and m.id = d.match
       join tk.support_request q on q.municipality = $1 and q.id = d.request
       where d.municipality = $1 and d.date between $2::date and $3::date
         and ($4 or q.department = any($5) or m.department = any($5))
       group by q.department, m.department, date_trunc('month', d.date)`,
      [tx.municipality, monthDate(first), monthEnd(first + 11), all, [...scope.departments]],
    );
    const months = Array.from({ length: 12 }, (_, i) => first + i);
    const nameOf = (department: string) => (department === '' ? WORKSTATION : tree.path(department) || department);
    const by = (key: 'asked' | 'given') =>
      [...grouped(rows, (row) => row[key])]
        .map(([department, own]) => ({ department, name: nameOf(department), ...spread(own, months) }))
        .filter(({ department, total }) => total > 0 && (all || scope.departments.has(department)))
        .sort((a, b) => b.total - a.total);
    const asked = by('asked');
    return {
      year: input.year,
      months: months.map(formatYearMonth),
      asked,
      given: by('given'),
      total: rows.reduce((sum, { minutes }) => sum + minutes, 0),
      sections: asked.length,
      unconfirmed: rows.reduce((sum, { open }) => sum + open, 0),
    };
  });
}

function spread(rows: readonly Row[], months: readonly number[]) {
  const sums = months.map((month) =>
    rows.reduce((sum, row) => (monthOf(dayOf(row.month)) === month ? sum + row.minutes : sum), 0),
  );
  return { months: sums, total: sums.reduce((sum, minutes) => sum + minutes, 0) };
}
