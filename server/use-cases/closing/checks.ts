import type { Tx } from '../../store/tenant.ts';

/** Something that keeps a month open, as its page lists it. */
export type ClosingCheck = {
  readonly key: string;
  readonly title: string;
  /** Heading of a narrow column. */
  readonly short: string;
  /** Who settles it, and how. */
  readonly cure: string;
  /** The page of the section where it is settled. */
  readonly page: 'questions' | 'month' | 'dues';
  /**
   * A statement of what is open in the month `$2` of the municipality `$1`: `staff`, `department` (of the person's month) and `day`. It
   * must find its rows by an index that holds no more than these.
   */
  readonly open: string;
};

/**
 * The checks, in the order in which they are settled. Another kind of open thing is added here with one entry: pages, refusals and the
 * view of the municipality follow.
 */
export const closingChecks: readonly ClosingCheck[] = [
  {
    key: 'missing',
    title: '打刻漏れ',
    short: '打刻漏れ',
    cure: '本人が時刻を届け出て、所属長が認めます。',
    page: 'questions',
    open: `select r.staff, r.department, r.month + u.nth::int - 1 as day
      from tk.month_record r cross join lateral unnest(r.unclassifiable_days) with ordinality as u (flag, nth)
      where r.municipality = $1 and r.month = $2::date and r.unclassifiable > 0 and u.flag = 1`,
  },
  {
    key: 'discrepancy',
    title: '命令と退勤の差異',
    short: '差異',
    cure: '本人が理由を届け出て、所属長が認めます。',
    page: 'questions',
    open: `select r.staff, r.department, r.month + u.nth::int - 1 as day
      from tk.month_record r cross join lateral unnest(r.discrepancy_days) with ordinality as u (minutes, nth)
      where r.municipality = $1 and r.month = $2::date and r.discrepancies > 0 and u.minutes > 0`,
  },
  {
    key: 'correction',
    title: '決裁していない届け出',
    short: '届け出',
    cure: '所属長が、認めるか認めないかを決めます。',
    page: 'questions',
    open: `select c.staff, r.department, c.duty_date as day
      from tk.correction c join tk.month_record r on r.municipality = $1 and r.month = $2::date and r.staff = c.staff
      where c.municipality = $1 and c.month = $2::date and c.state = 'requested'`,
  },
  {
    key: 'request',
    title: '決裁していない時間外勤務の申請',
    short: '申請',
    cure: '所属長が、命令・差戻し・却下のどれかを決めます。',
    page: 'month',
    open: `select o.staff, r.department, o.duty_date as day
      from tk.overtime o join tk.month_record r on r.municipality = $1 and r.month = $2::date and r.staff = o.staff
      where o.municipality = $1 and o.month = $2::date and o.state = 'requested'`,
  },
  {
    key: 'result',
    title: '確認していない時間外勤務の実績',
    short: '実績',
    cure: '所属長が実績を確認します。働かなかった命令は取り消します。',
    page: 'month',
    open: `select o.staff, r.department, o.duty_date as day
      from tk.overtime o join tk.month_record r on r.municipality = $1 and r.month = $2::date and r.staff = o.staff
      where o.municipality = $1 and o.month = $2::date and o.state = 'ordered'`,
  },
];

/** Open points of the whole municipality: by check, then by department. @param month first day `YYYY-MM-01` */
export async function countOpen(tx: Tx, month: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const counted = await Promise.all(
    closingChecks.map(async ({ key, open }) => {
      const rows = await tx.query<{ department: string; count: number }>(
        `select p.department, count(*)::int as count from (${open}) p group by p.department`,
        [tx.municipality, month],
      );
      return [key, new Map(rows.map((row) => [row.department, row.count]))] as const;
    }),
  );
  return new Map(counted);
}

export type OpenPoint = { readonly staff: string; readonly name: string; readonly day: string };

/** Points that a page lists by name; the rest is a number. */
const LISTED = 50;

/** Open points of some people, the oldest 50 of each check by name. */
export async function listOpen(
  tx: Tx,
  month: string,
  staff: readonly string[],
): Promise<ReadonlyMap<string, { readonly count: number; readonly points: readonly OpenPoint[] }>> {
  const listed = await Promise.all(
    closingChecks.map(async ({ key, open }) => {
      const rows = await tx.query<OpenPoint & { count: number }>(
        `select p.staff, s.name, p.day, count(*) over ()::int as count from (${open}) p
         join tk.staff s on s.municipality = $1 and s.staff = p.staff
         where p.staff = any($3) order by p.day, p.staff limit ${LISTED}`,
        [tx.municipality, month, staff],
      );
      return [key, { count: rows[0]?.count ?? 0, points: rows }] as const;
    }),
  );
  return new Map(listed);
}
