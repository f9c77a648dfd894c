import type { SheetTwoInput } from '@tokimori/forms/saga/sheet-two';
import { firstDayOf, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../../use-cases/reading/department-tree.ts';
import { monthDate, monthFrom } from './month-sums.ts';
import { monthsSince } from './saga-one-data.ts';
import type { Scope } from './scope.ts';

/** Who is in 資料②, worst first: numbers only, so that a whole city fits in memory. */
export type SagaTwoOrder = {
  readonly months: readonly MonthIndex[];
  readonly staff: readonly string[];
  readonly tree: DepartmentTree;
  /** Whether anything is known of the last month. */
  readonly isKnown: boolean;
};

/** Months known of a person: derived, or handed over as totals where nothing was derived. */
const MONTHS = `select r.staff, r.month, r.overtime, r.allowance, r.department, r.managerial from tk.month_record r
    where r.municipality = $1 and r.month = any($2::date[])
  union all
  select f.staff, f.month, f.overtime, f.allowance, a.department, false as managerial from tk.month_fact f
    left join tk.appointment a on a.municipality = $1 and a.staff = f.staff and not a.concurrent
      and a.effective_from <= (f.month + interval '1 month' - interval '1 day')::date
      and (a.effective_until is null or a.effective_until > (f.month + interval '1 month' - interval '1 day')::date)
    left join tk.month_record d on d.municipality = $1 and d.month = f.month and d.staff = f.staff
    where f.municipality = $1 and f.month = any($2::date[]) and d.staff is null`;

/** Where a person belonged in the last month known of them. */
const BELONGED = '(array_agg(m.department order by m.month desc) filter (where m.department is not null))[1]';

/**
 * The order of 資料②: overtime of the month, then of the year, then 職員番号. Heads (管理監督職員) without overtime are left
 * out. Within a scope: those who belonged to it in the last month known of them.
 */
export async function sagaTwoOrder(context: Context, tx: Tx, month: MonthIndex, scope?: Scope): Promise<SagaTwoOrder> {
  const { yearStartMonth } = await context.parameters(tx, firstDayOf(month));
  const months = monthsSince(month, yearStartMonth);
  const within = scope === undefined ? '' : `and ${BELONGED} = any($4::text[])`;
  const [rows, tree] = await Promise.all([
    tx.query<{ staff: string; known: boolean }>(
      `select m.staff, bool_or(m.month = $3::date) as known from (${MONTHS}) m group by m.staff
       having (sum(m.overtime) > 0 or not bool_or(m.managerial)) ${within}
       order by sum(case when m.month = $3::date then m.overtime else 0 end) desc, sum(m.overtime) desc, m.staff`,
      [tx.municipality, months.map(monthDate), monthDate(month), ...(scope === undefined ? [] : [scope.below])],
    ),
    scope?.tree ?? readTree(tx, lastDayOf(month)),
  ]);
  return { months, staff: rows.map((row) => row.staff), tree, isKnown: rows.some((row) => row.known) };
}

/** The rows of some of them, in the order given. */
export async function sagaTwoRows(
  tx: Tx,
  { months, tree }: SagaTwoOrder,
  staff: readonly string[],
): Promise<SheetTwoInput[]> {
  const [rows, names] = await Promise.all([
    tx.query<{ staff: string; month: string; overtime: number; allowance: number | null; department: string | null }>(
      `select m.staff, m.month::text as month, m.overtime, m.allowance, m.department from (${MONTHS}) m
       where m.staff = any($3::text[]) order by m.month`,
      [tx.municipality, months.map(monthDate), staff],
    ),
    tx.query<{ staff: string; name: string }>(
      'select s.staff, s.name from tk.staff s where s.municipality = $1 and s.staff = any($2::text[])',
      [tx.municipality, staff],
    ),
  ]);
  const nameOf = new Map(names.map((row) => [row.staff, row.name]));
  const people = new Map(
    staff.map((number) => [
      number,
      {
        department: null as string | null,
        hours: months.map((): number | null => null),
        allowances: months.map((): number | null => null),
      },
    ]),
  );
  for (const row of rows) {
    const person = people.get(row.staff);
    const at = months.indexOf(monthFrom(row.month));
    if (person === undefined || at === -1) continue;
    person.hours[at] = row.overtime;
    person.allowances[at] = row.allowance;
    person.department = row.department ?? person.department;
  }
  return staff.map((number) => {
    const { department, hours, allowances } = people.get(number)!;
    const departmentName = department === null ? '' : (tree.bureau(department)?.name ?? '');
    return { staff: number, name: nameOf.get(number) ?? '', departmentName, hours, allowances };
  });
}
