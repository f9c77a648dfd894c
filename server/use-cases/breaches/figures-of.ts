import { formatDuration } from '@tokimori/law/time/minutes';
import type { Exceeded } from '@tokimori/records/breaches/exceeded';
import { type Work, worksByName } from '@tokimori/records/breaches/work-name';
import type { Tx } from '../../store/tenant.ts';
import { grouped } from '../reading/grouped.ts';
import { monthDate } from '../reading/moment.ts';

/** What stands beside an excess: whose it is, the works of its month and, by hours, of its whole period. Minutes. */
export type BreachGround = {
  readonly name: string;
  readonly overtime: number;
  readonly exceptional: number;
  readonly works: readonly Work[];
  readonly outlineMade: string;
};

/** Works that are kept by name; the rest of a month is one more line. */
const KEPT = 12;
/** Works named in ④ as it is put in. */
const NAMED = 3;

/** Reads what stands beside some excesses, in the order given. Three statements, whatever their number. */
export async function figuresOf(tx: Tx, exceeded: readonly Exceeded[]): Promise<readonly BreachGround[]> {
  const values = [
    tx.municipality,
    exceeded.map((_, at) => at),
    exceeded.map(({ staff }) => staff),
    exceeded.map(({ from }) => monthDate(from)),
    exceeded.map(({ through }) => monthDate(through)),
    exceeded.map(({ month }) => monthDate(month)),
  ];
  const asked = `unnest($2::int[], $3::text[], $4::date[], $5::date[], $6::date[]) as u (nth, staff, first, last, month)`;
  const [works, sums, names] = await Promise.all([
    tx.query<{ nth: number; work: string; minutes: number; of_month: number }>(
      `select u.nth, o.work, sum(o.minutes)::int as minutes,
         coalesce(sum(o.minutes) filter (where o.month = u.month), 0)::int as of_month
       from ${asked}
       join tk.overtime o on o.municipality = $1 and o.staff = u.staff and o.month between u.first and u.last
         and o.state in ('ordered', 'confirmed')
       group by u.nth, o.work`,
      values,
    ),
    tx.query<{ nth: number; overtime: number; exceptional: number }>(
      `select u.nth, coalesce(sum(r.overtime) filter (where r.month = u.month), 0)::int as overtime,
         sum(r.exceptional)::int as exceptional
       from ${asked}
       join tk.month_record r on r.municipality = $1 and r.staff = u.staff and r.month between u.first and u.last
       group by u.nth`,
      values,
    ),
    tx.query<{ staff: string; name: string }>(
      'select s.staff, s.name from tk.staff s where s.municipality = $1 and s.staff = any($2)',
      [tx.municipality, [...new Set(exceeded.map(({ staff }) => staff))]],
    ),
  ]);
  const worksOf = grouped(works, ({ nth }) => nth);
  const nameOf = new Map(names.map((row) => [row.staff, row.name]));
  const sumOf = new Map(sums.map((row) => [row.nth, row]));
  return exceeded.map(({ staff }, nth) => {
    const own = worksOf.get(nth) ?? [];
    return {
      name: nameOf.get(staff) ?? staff,
      overtime: sumOf.get(nth)?.overtime ?? 0,
      exceptional: sumOf.get(nth)?.exceptional ?? 0,
      works: kept(own.map(({ work, of_month: minutes }) => ({ work, minutes }))),
      outlineMade: outlineOf(own),
    };
  });
}

function kept(works: readonly Work[]): readonly Work[] {
  const named = worksByName(works.filter(({ minutes }) => minutes > 0));
  const rest = named.slice(KEPT).reduce((sum, { minutes }) => sum + minutes, 0);
  return rest === 0 ? named : [...named.slice(0, KEPT), { work: 'その他の業務', minutes: rest }];
}

/** 「給与計算(20:30)、年末調整の確認(10:15)、ほか4業務(3:00)」: what most hours of the period went into. */
export function outlineOf(works: readonly Work[]): string {
  const named = worksByName(works);
  const rest = named.slice(NAMED);
  const words = named.slice(0, NAMED).map(({ work, minutes }) => `${work}(${formatDuration(minutes)})`);
  if (rest.length > 0) {
    const minutes = rest.reduce((sum, each) => sum + each.minutes, 0);
    words.push(`ほか${rest.length}業務(${formatDuration(minutes)})`);
  }
  return words.join('、');
}
