import type { closeShares as sharesRoute } from '@tokimori/contract/daily-close';
import type { Answer, Input } from '@tokimori/contract/route';
import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayViewPlansOfAll } from '../../access/policies-plans.ts';
import type { Actor, Context } from '../../context.ts';
import { instantOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { readTree } from '../reading/department-tree.ts';
import { type Here, here, monthIndexOf } from '../reading/moment.ts';
import { dayOfPlaces, sectionIn } from './plan-section.ts';

export type Share = { readonly requests: number; readonly inTime: number; readonly askedAfter: number };
type Row = Share & { readonly department: string };

/**
 * Requests of departments in a month, and how many were first decided (ordered, returned or rejected) before the end of duty of their day; on
 * days without duty before the work began. A request counts once it is decided or its time is over; withdrawn ones do not.
 */
export async function sharesOf(
  context: Context,
  tx: Tx,
  at: Here,
  departments: readonly string[],
  month: MonthIndex,
): Promise<readonly Row[]> {
  const last = Math.min(lastDayOf(month), at.dutyDay);
  const days = Array.from({ length: Math.max(0, last - firstDayOf(month) + 1) }, (_, i) => firstDayOf(month) + i);
  if (days.length === 0) return [];
  const ends = await Promise.all(
    days.map(async (day) => {
      const allotment = allotmentOf(await context.parameters(tx, day), day);
      return allotment.kind === 'dutyDay' ? instantOf(day, allotment.hours.until) : null;
    }),
  );
  return tx.query<Row>(
    `select q.department, count(*)::int as requests,
       count(*) filter (where q.decided_at <= q.ends_at)::int as "inTime",
       count(*) filter (where q.requested_at > q.ends_at)::int as "askedAfter"
     from (
       select o.department, o.requested_at, f.occurred_at as decided_at,
         coalesce(u.ends_at, u.begins_at + make_interval(mins => o.from_minute::int)) as ends_at
       from unnest($2::date[], $3::timestamptz[], $4::timestamptz[]) as u (duty_date, begins_at, ends_at)
       join tk.overtime o on o.municipality = $1 and o.duty_date = u.duty_date and o.department = any($5)
       left join lateral (
         select e.occurred_at from tk.event e
         where e.municipality = $1 and e.stream = 'overtime/' || o.id
           and e.kind in ('OvertimeOrdered', 'OvertimeReturned', 'OvertimeRejected')
         order by e.seq limit 1) f on true
       where o.requested_by is not null and o.state <> 'withdrawn') q
     where q.decided_at is not null or q.ends_at < $6 group by q.department order by q.department`,
    [tx.municipality, days.map(formatLocalDate), days.map((day) => instantOf(day, 0)), ends, departments, at.now],
  );
}

/** The share of several departments together. */
export const sumOfShares = (rows: readonly Share[]): Share =>
  rows.reduce(
    (sum, row) => ({
      requests: sum.requests + row.requests,
      inTime: sum.inTime + row.inTime,
      askedAfter: sum.askedAfter + row.askedAfter,
    }),
    { requests: 0, inTime: 0, askedAfter: 0 },
  );

/** Shares by section of one 部局: a whole large city at once would be counted request by request. */
export async function closeShares(
  context: Context,
  actor: Actor,
  input: Input<typeof sharesRoute>,
): Promise<Answer<typeof sharesRoute>> {
  ensure(mayViewPlansOfAll(actor));
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const tree = await readTree(tx, dayOfPlaces(month, at));
    const bureaus = tree.nodes.filter(({ parent }) => parent === null);
    const bureau = input.bureau ?? bureaus[0]?.department ?? '';
    if (tree.find(bureau) === undefined) departmentNotFound(bureau);
    const below = [bureau, ...tree.below(bureau)];
    const rows = await sharesOf(context, tx, at, [...new Set(below)], month);
    const of = (department: string) =>
      rows.filter((row) => (sectionIn(tree, row.department)?.department ?? row.department) === department);
    const sections = tree.nodes.filter(({ department, kind }) => kind === 'division' && below.includes(department));
    return {
      month: input.month,
      bureau,
      bureaus: bureaus.map(({ department, name }) => ({ department, name })),
      sections: sections.map(({ department, name }) => ({
        department,
        name,
        month: input.month,
        ...sumOfShares(of(department)),
      })),
    };
  });
}
