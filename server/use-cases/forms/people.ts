import type { GivenMonth, GivenPerson } from '@tokimori/forms/sheet/given';
import { firstMonthOf, fiscalYearOf, formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';
import { monthDate, monthEnd } from '../reading/moment.ts';
import { postsOn } from '../reading/persons.ts';

/** Works that a form names of a person's month. */
const WORKS = 5;

type MonthRow = { staff: string; month: string; overtime: number; exceptional: number; beyond: number | null };
type KindRow = { staff: string; externally_driven: boolean; forecast: number | null };
type LimitRow = { staff: string; limit_name: string; cap: number | null };
type WorkRow = { staff: string; work: string; minutes: number; exceptional: boolean };

/**
 * What the records tell of people for their forms, in the order of their 職員番号. Five statements, whatever their number; nothing older than the
 * fiscal year before is read.
 */
export async function readGivenPeople(
  tx: Tx,
  tree: DepartmentTree,
  month: MonthIndex,
  staff: readonly string[],
  yearStartMonth: number,
): Promise<ReadonlyMap<string, GivenPerson>> {
  if (staff.length === 0) return new Map();
  const first = firstMonthOf(fiscalYearOf(month, yearStartMonth) - 1, yearStartMonth);
  const [persons, months, kinds, limits, works] = await Promise.all([
    postsOn(tx, staff, monthEnd(month)),
    readMonths(tx, staff, first, month),
    readKinds(tx, staff, month),
    readLimitsOver(tx, staff, month),
    readWorks(tx, staff, month),
  ]);
  const monthsOf = grouped(months, (row) => row.staff);
  const kindOf = new Map(kinds.map((row) => [row.staff, row]));
  const limitsOf = grouped(limits, (row) => row.staff);
  const worksOf = grouped(works, (row) => row.staff);
  return new Map(
    persons.map(({ staff: number, name, post, department, managerial }) => {
      const year = yearsOf(monthsOf.get(number) ?? [], first);
      const kind = kindOf.get(number);
      return [
        number,
        {
          staff: number,
          name,
          post,
          section: tree.path(department),
          managerial,
          externallyDriven: kind?.externally_driven ?? tree.designated(department) !== undefined,
          months: year,
          average: highestAverage(year, month - first),
          forecast: kind?.forecast ?? null,
          over: (limitsOf.get(number) ?? []).map(limitOver),
          works: (worksOf.get(number) ?? [])
            .slice(0, WORKS)
            .map(({ work, minutes, exceptional }) => ({ work, minutes, exceptional })),
        },
      ];
    }),
  );
}

/** Two fiscal years, month by month; null where nothing is known. */
function yearsOf(rows: readonly MonthRow[], first: MonthIndex): readonly GivenMonth[] {
  const known = new Map(rows.map((row) => [row.month.slice(0, 7), row]));
  return Array.from({ length: 24 }, (_, at): GivenMonth => {
    const month = formatYearMonth(first + at);
    const row = known.get(month);
    return {
      month,
      total: row?.overtime ?? null,
      exceptional: row?.exceptional ?? null,
      presence: row?.beyond ?? null,
    };
  });
}

/** The highest mean of two to six months that end in the month; windows with an unknown month are left out. */
function highestAverage(months: readonly GivenMonth[], last: number): GivenPerson['average'] {
  let [sum, best] = [0, null as GivenPerson['average']];
  for (let count = 1; count <= 6; count += 1) {
    const total = months[last - count + 1]?.total;
    if (total === null || total === undefined) break;
    sum += total;
    const minutes = Math.floor(sum / count);
    if (count >= 2 && (best === null || minutes > best.minutes)) best = { months: count, minutes };
  }
  return best;
}

/** An upper bound in the words of the forms, with the cap that was judged. */
function limitOver({ limit_name: limit, cap }: LimitRow): string {
  const hours = cap === null ? '' : `${Math.ceil(cap / 60)}時間`;
  if (limit.startsWith('average-')) return `${limit.slice('average-'.length)}か月平均80時間`;
  if (limit === 'monthly') return `月${hours}`;
  if (limit === 'monthlyTotal') return `休日労働を含む月${hours}`;
  if (limit === 'annual') return `年${hours}`;
  if (limit === 'monthsOver45') return `月45時間超${cap ?? 6}回`;
  return limit === 'afterTransfer' ? '異動後の月平均30時間' : limit;
}

/** Months as derived, else as they were handed over as totals. */
const readMonths = (tx: Tx, staff: readonly string[], first: MonthIndex, last: MonthIndex) =>
  tx.query<MonthRow>(
    `select r.staff, r.month, r.overtime, r.exceptional, case when r.source = 'days' then r.beyond end as beyond
     from tk.month_record r
     where r.municipality = $1 and r.staff = any($2) and r.month between $3::date and $4::date
     union all
     select f.staff, f.month, f.overtime, f.exceptional, null::int as beyond from tk.month_fact f
     where f.municipality = $1 and f.staff = any($2) and f.month between $3::date and $4::date
       and not exists (select 1 from tk.month_record d
                       where d.municipality = $1 and d.staff = f.staff and d.month = f.month)`,
    [tx.municipality, staff, monthDate(first), monthDate(last)],
  );

const readKinds = (tx: Tx, staff: readonly string[], month: MonthIndex) =>
  tx.query<KindRow>(
    `select r.staff, r.externally_driven, s.forecast from tk.month_record r
     left join tk.standing s on s.municipality = $1 and s.month = r.month and s.staff = r.staff
     where r.municipality = $1 and r.month = $3::date and r.staff = any($2)`,
    [tx.municipality, staff, monthDate(month)],
  );

const readLimitsOver = (tx: Tx, staff: readonly string[], month: MonthIndex) =>
  tx.query<LimitRow>(
    `select l.staff, l.limit_name, l.cap from tk.standing_limit l
     where l.municipality = $1 and l.month = $3::date and l.staff = any($2) and l.state in ('over', 'overExceptional')
     order by l.staff, l.rank, l.limit_name`,
    [tx.municipality, staff, monthDate(month)],
  );

const readWorks = (tx: Tx, staff: readonly string[], month: MonthIndex) =>
  tx.query<WorkRow>(
    `select o.staff, o.work, sum(o.minutes)::int as minutes, bool_or(o.category = 'exceptional') as exceptional
     from tk.overtime o
     where o.municipality = $1 and o.month = $3::date and o.staff = any($2) and o.state in ('ordered', 'confirmed')
       and o.work <> ''
     group by o.staff, o.work order by o.staff, minutes desc, o.work`,
    [tx.municipality, staff, monthDate(month)],
  );
