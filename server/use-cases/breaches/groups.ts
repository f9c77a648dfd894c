import type { BreachGroupView, breachGroups } from '@tokimori/contract/breaches';
import type { LimitName } from '@tokimori/contract/values';
import type { z } from 'zod';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { averages } from '../reading/limit-rows.ts';
import { monthDate, monthIndexOf } from '../reading/moment.ts';
import { inReach } from './reach.ts';

export type BreachGroups = z.infer<typeof breachGroups>;

/** Which records are looked at. Those that lapsed never are. */
export type BreachFilter = {
  readonly year: number;
  /** `YYYY-MM` in which the limit was exceeded. */
  readonly month?: string | undefined;
  readonly section?: string | undefined;
  readonly cause?: string | undefined;
  readonly limit?: LimitName | 'average' | undefined;
  /** Leaves some limits out. */
  readonly without?: readonly LimitName[];
  readonly task?: string | undefined;
};

/** The records under a filter: `$1` municipality, `$2` departments seen, then the filter. `each` may make several of one. */
export const filtered = (
  each = '',
) => `tk.breach b ${each} where b.municipality = $1 and ${inReach} and b.standing = 'holds' and b.fiscal_year = $3
  and ($4::date is null or b.month = $4) and ($5::text is null or b.section = $5)
  and ($6::text is null or $6 = any(b.causes)) and ($7::text[] is null or b.limit_name = any($7))
  and ($8::jsonb is null or b.works @> $8) and b.limit_name <> all($9::text[])`;

export const filterValues = (
  tx: Tx,
  departments: readonly string[] | null,
  filter: BreachFilter,
): readonly unknown[] => [
  tx.municipality,
  departments,
  filter.year,
  filter.month === undefined ? null : monthDate(monthIndexOf(filter.month)),
  filter.section ?? null,
  filter.cause ?? null,
  limitsOf(filter.limit),
  filter.task === undefined ? null : JSON.stringify([{ work: filter.task }]),
  filter.without ?? [],
];

const limitsOf = (limit: BreachFilter['limit']): readonly string[] | null =>
  limit === undefined ? null : limit === 'average' ? averages : [limit];

type Way = { readonly key: string; readonly minutes: string; readonly main: string; readonly each?: string };
/** How records are grouped: by what, which minutes count, and what makes several of one record. */
const ways = {
  cause: {
    key: 'k.cause',
    minutes: 'b.overtime',
    main: 'count(*) filter (where b.main_cause = k.cause)',
    each: `cross join lateral unnest(case when cardinality(b.causes) = 0 then array[''] else b.causes end) as k (cause)`,
  },
  section: { key: 'b.section', minutes: 'b.overtime', main: 'null::bigint' },
  task: {
    key: 'k.work',
    minutes: 'k.minutes',
    main: 'null::bigint',
    each: 'cross join lateral jsonb_to_recordset(b.works) as k (work text, minutes int)',
  },
  limit: { key: 'b.limit_name', minutes: 'b.overtime', main: 'null::bigint' },
  month: { key: `to_char(b.month, 'YYYY-MM')`, minutes: 'b.overtime', main: 'null::bigint' },
} as const satisfies Readonly<Record<string, Way>>;

/** Groups of one list. */
const SHOWN = 40;

/** Records by a key. Several limits exceeded by a person in one month count as several records and once in hours. */
async function grouped(
  tx: Tx,
  by: keyof typeof ways,
  values: readonly unknown[],
  nameOf: (key: string) => string,
): Promise<BreachGroupView[]> {
  const { key, minutes, main, each = '' }: Way = ways[by];
  const rows = await tx.query<Omit<BreachGroupView, 'name'>>(
    `select g.key, sum(g.records)::int as records, count(distinct g.staff)::int as people, sum(g.minutes)::int as minutes,
       sum(g.main)::int as main
     from (
       select ${key} as key, b.staff, b.month, count(*) as records, max(${minutes}) as minutes, ${main} as main
       from ${filtered(each)}
       group by 1, 2, 3) g
     group by g.key order by sum(g.minutes) desc, g.key limit ${SHOWN}`,
    values,
  );
  return rows.map((row) => ({ ...row, name: nameOf(row.key) }));
}

/** The records under a filter, grouped in every way. */
export async function readGroups(
  tx: Tx,
  tree: DepartmentTree,
  departments: readonly string[] | null,
  filter: BreachFilter,
): Promise<BreachGroups> {
  const values = filterValues(tx, departments, filter);
  const same = (key: string) => key;
  const [totals, byCause, bySection, byTask, byLimit, byMonth] = await Promise.all([
    tx.query<Pick<BreachGroups, 'records' | 'people' | 'minutes' | 'exceptional' | 'unwritten'>>(
      `select coalesce(sum(g.records), 0)::int as records, count(distinct g.staff)::int as people,
         coalesce(sum(g.minutes), 0)::int as minutes, coalesce(sum(g.exceptional), 0)::int as exceptional,
         coalesce(sum(g.unwritten), 0)::int as unwritten
       from (
         select b.staff, b.month, count(*) as records, max(b.overtime) as minutes,
           count(*) filter (where b.carried = 'exceptional') as exceptional,
           count(*) filter (where b.state <> 'completed') as unwritten
         from ${filtered()} group by 1, 2) g`,
      values,
    ),
    grouped(tx, 'cause', values, (key) => (key === '' ? '要因の記入待ち' : key)),
    grouped(tx, 'section', values, (key) => tree.path(key) || key),
    grouped(tx, 'task', values, same),
    grouped(tx, 'limit', values, same),
    grouped(tx, 'month', values, same),
  ]);
  const total = totals[0] ?? { records: 0, people: 0, minutes: 0, exceptional: 0, unwritten: 0 };
  return { ...total, byCause, bySection, byTask, byLimit, byMonth: byMonth.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}
