import type { EpochDay } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Expectation, ExpectedMonth } from '@tokimori/ordinances/measures/expected';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';
import { dayOf, monthDate, monthOfText } from '../reading/moment.ts';
import { nearestTo } from '../reading/persons.ts';
import { placesIn } from './people-by-day.ts';

type SourceRow = { staff: string; month: string; known_on: string; minutes: number };
type PostRow = { staff: string; month: string; department: string; managerial: boolean };

/** Hours of the prior notices in force, by person and month. */
const readNoticed = (tx: Tx, from: MonthIndex): Promise<SourceRow[]> =>
  tx.query<SourceRow>(
    `select p.staff, e.month, p.filed_on as known_on, e.minutes from tk.prior_notice p
     cross join lateral jsonb_to_recordset(p.expected) as e (month text, minutes int)
     where p.municipality = $1 and p.state = 'filed' and p.last_date >= $2::date and e.month >= $3 and e.minutes > 0`,
    [tx.municipality, monthDate(from), formatYearMonth(from)],
  );

/** Orders of 特例業務, by person, month and the day of the order; of one confirmed since, no later than its day. */
const readOrdered = (tx: Tx, from: MonthIndex): Promise<SourceRow[]> =>
  tx.query<SourceRow>(
    `select x.staff, x.month, x.known_on, sum(x.minutes)::int as minutes from (
       select o.staff, to_char(o.month, 'YYYY-MM') as month, o.minutes,
              case when o.retroactive then coalesce((o.decided_at at time zone 'Asia/Tokyo')::date, o.duty_date)
                   else least((o.decided_at at time zone 'Asia/Tokyo')::date, o.duty_date) end as known_on
       from tk.overtime o
       where o.municipality = $1 and o.month >= $2::date and o.category = 'exceptional' and o.state in ('ordered', 'confirmed')
         and o.minutes > 0) x
     group by x.staff, x.month, x.known_on`,
    [tx.municipality, monthDate(from)],
  );

/** Orders of other overtime for months to come, as those of 特例業務: few are given before their month. */
const readOrdinary = (tx: Tx, after: MonthIndex): Promise<SourceRow[]> =>
  tx.query<SourceRow>(
    `select o.staff, to_char(o.month, 'YYYY-MM') as month,
            least((o.decided_at at time zone 'Asia/Tokyo')::date, o.duty_date) as known_on, sum(o.minutes)::int as minutes
     from tk.overtime o
     where o.municipality = $1 and o.month > $2::date and o.category <> 'exceptional' and o.state = 'ordered' and o.minutes > 0
     group by o.staff, o.month, known_on`,
    [tx.municipality, monthDate(after)],
  );

/** Where each is placed at the end of the month concerned, as the forms place them; nobody who has left before it. */
const readPosts = (tx: Tx, wanted: readonly { readonly staff: string; readonly month: string }[]): Promise<PostRow[]> =>
  tx.query<PostRow>(
    `select distinct on (w.staff, w.month) w.staff, to_char(w.month, 'YYYY-MM') as month, a.department, a.managerial
     from (select u.staff, u.month, (u.month + interval '1 month' - interval '1 day')::date as last
           from unnest($2::text[], $3::date[]) as u (staff, month)) w
     join tk.staff s on s.municipality = $1 and s.staff = w.staff and (s.left_on is null or s.left_on >= w.month)
     join tk.appointment a on a.municipality = $1 and a.staff = w.staff and not a.concurrent
     order by w.staff, w.month, ${nearestTo('w.last')}`,
    [tx.municipality, wanted.map(({ staff }) => staff), wanted.map(({ month }) => `${month}-01`)],
  );

/** The departments as they stand, or are known to stand, in each of some months. */
async function treesOf(tx: Tx, months: readonly MonthIndex[], until: EpochDay) {
  const day = (month: MonthIndex) => Math.max(firstDayOf(month), Math.min(until, lastDayOf(month)));
  const trees = await Promise.all(months.map((month) => readTree(tx, day(month))));
  return new Map(months.map((month, at) => [month, trees[at] as DepartmentTree]));
}

/** What is expected of everybody in the months from one on. Four statements, and one for the departments of each month. */
export async function readExpected(tx: Tx, from: MonthIndex, until: EpochDay): Promise<readonly ExpectedMonth[]> {
  const [noticed, ordered, ordinary] = await Promise.all([
    readNoticed(tx, from),
    readOrdered(tx, from),
    readOrdinary(tx, monthOf(until)),
  ]);
  const keyOf = ({ staff, month }: { staff: string; month: string }) => `${staff} ${month}`;
  const all = [...new Map([...noticed, ...ordered, ...ordinary].map((row) => [keyOf(row), row])).values()];
  if (all.length === 0) return [];
  const months = [...new Set(all.map(({ month }) => monthOfText(month)))];
  const [posts, trees] = await Promise.all([readPosts(tx, all), treesOf(tx, months, until)]);
  const [noticesOf, ordersOf, ordinaryOf] = [noticed, ordered, ordinary].map((rows) => grouped(rows, keyOf));
  const places = placesIn(trees);
  const sources = (rows: readonly SourceRow[] | undefined): readonly Expectation[] =>
    (rows ?? []).map(({ known_on, minutes }) => ({ on: dayOf(known_on), minutes }));
  return posts.map((post): ExpectedMonth => {
    const month = monthOfText(post.month);
    const driven = trees.get(month)?.designated(post.department) !== undefined;
    return {
      person: post.staff,
      month,
      ...places(post.department, month),
      department: driven ? 'externallyDriven' : 'selfDirected',
      managerial: post.managerial,
      notices: sources(noticesOf?.get(keyOf(post))),
      orders: sources(ordersOf?.get(keyOf(post))),
      ordinary: sources(ordinaryOf?.get(keyOf(post))),
    };
  });
}
