import { judgeClipped } from '@tokimori/law/record-keeping/clipped/judge-clipped';
import type { DeclaredMonth } from '@tokimori/law/record-keeping/clipped/types';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Context } from '../context.ts';
import { instantOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { writeCheck } from '../use-cases/declarations/check-rows.ts';
import { type SectionMethod, writeMethods } from '../use-cases/declarations/methods.ts';
import { keptIn, type PlaceOf, readTrees } from '../use-cases/measures/people-by-day.ts';
import { grouped } from '../use-cases/reading/grouped.ts';
import { type Here, here, monthDate, monthOfText } from '../use-cases/reading/moment.ts';

/** Months that the check looks at. */
const MONTHS = 12;
/** People read together; between two portions others are served. */
const TOGETHER = 500;

type Asked = {
  readonly at: Here;
  readonly through: MonthIndex;
  readonly staff: readonly string[];
  readonly placeOf: PlaceOf;
};

/** The last month whose closing day has come and that was not checked yet; null when there is none. */
async function ask(context: Context, tx: Tx): Promise<Asked | null> {
  const at = await here(context, tx);
  const closed = at.dutyDay >= firstDayOf(at.month) + at.parameters.monthCloseDay - 1;
  const through = closed ? at.month - 1 : at.month - 2;
  const [done, compared] = await Promise.all([
    tx.query('select c.through from tk.declaration_check c where c.municipality = $1 and c.through >= $2::date', [
      tx.municipality,
      monthDate(through),
    ]),
    tx.query('select r.through from tk.difference_run r where r.municipality = $1 and r.through >= $2::date', [
      tx.municipality,
      formatLocalDate(lastDayOf(through)),
    ]),
  ]);
  if (done.length > 0 || compared.length === 0) return null;
  const known = await tx.query<{ staff: string }>(
    `select distinct r.staff from tk.month_record r
      where r.municipality = $1 and r.month between $2::date and $3::date order by r.staff`,
    [tx.municipality, monthDate(through - MONTHS + 1), monthDate(through)],
  );
  if (known.length === 0) return null;
  const trees = await readTrees(
    tx,
    { earliest: through - MONTHS + 1, from: through - MONTHS + 1, through },
    at.dutyDay,
  );
  return { at, through, staff: known.map(({ staff }) => staff), placeOf: keptIn(trees) };
}

type DeclaredRow = {
  staff: string;
  month: string;
  department: string;
  overtime: number;
  recorded: boolean;
  unexplained: number;
};

/**
 * What some people declared, and how long they stayed beyond it: what the record leaves unexplained, and what was settled as
 * no work or is still asked about. A month handed over as a total has no objective record.
 */
async function readDeclared(tx: Tx, staff: readonly string[], through: MonthIndex): Promise<DeclaredRow[]> {
  return tx.query<DeclaredRow>(
    `select r.staff, r.month, r.department, r.overtime, r.source = 'days' and r.days_worked > 0 as recorded,
       (select coalesce(sum(n.minutes), 0) from unnest(r.discrepancy_days) as n (minutes))::int
       + (select coalesce(sum(greatest(0, d.undeclared - coalesce(r.discrepancy_days[extract(day from d.duty_date)::int], 0))), 0)
            from tk.difference d
           where d.municipality = $1 and d.staff = r.staff and d.duty_date >= r.month and d.duty_date < r.month + interval '1 month'
             and d.state not in ('corrected', 'recordCorrected', 'lapsed'))::int as unexplained
     from tk.month_record r
     where r.municipality = $1 and r.staff = any($2) and r.month between $3::date and $4::date and not r.managerial`,
    [tx.municipality, staff, monthDate(through - MONTHS + 1), monthDate(through)],
  );
}

type MethodRow = {
  staff: string;
  department: string;
  managerial: boolean;
  ic: number;
  gate: number;
  pc: number;
  self: number;
};

/** Person-days of a month by the source that records them: the terminal before the gate before the PC; declared alone where none does. */
async function readMethods(
  tx: Tx,
  staff: readonly string[],
  month: MonthIndex,
  boundary: number,
): Promise<MethodRow[]> {
  return tx.query<MethodRow>(
    `with traced as (
       select p.staff, floor((date_part('epoch', p.occurred_at) - date_part('epoch', $4::timestamptz)) / 86400)::int as day,
         bool_or(p.source in ('card', 'page', 'import')) as ic, bool_or(p.source = 'gate') as gate
       from tk.punch p
       where p.municipality = $1 and p.month = any($3::date[]) and p.staff = any($2)
         and p.occurred_at >= $4 and p.occurred_at < $5
       group by 1, 2
     )
     select r.staff, r.department, r.managerial,
       (select count(*) from traced t where t.staff = r.staff and t.ic)::int as ic,
       (select count(*) from traced t where t.staff = r.staff and not t.ic and t.gate)::int as gate,
       (select count(*) from traced t where t.staff = r.staff and not t.ic and not t.gate)::int as pc,
       (select count(distinct c.duty_date) from tk.correction c
         where c.municipality = $1 and c.staff = r.staff and c.kind = 'punch' and c.state = 'accepted'
           and c.duty_date >= r.month and c.duty_date < r.month + interval '1 month'
           and not exists (select 1 from traced t where t.staff = r.staff and t.day = c.duty_date - r.month))::int as self
     from tk.month_record r
     where r.municipality = $1 and r.month = $6::date and r.staff = any($2) and r.source = 'days'`,
    [
      tx.municipality,
      staff,
      [monthDate(month), monthDate(month + 1)],
      instantOf(firstDayOf(month), boundary),
      instantOf(firstDayOf(month + 1), boundary),
      monthDate(month),
    ],
  );
}

function methodsOf(rows: readonly MethodRow[], placeOf: PlaceOf, month: MonthIndex): SectionMethod[] {
  const sections = grouped(rows, ({ department }) => placeOf(department, month).section);
  return [...sections].map(([section, people]) => {
    const sum = (name: 'ic' | 'gate' | 'pc' | 'self') => people.reduce((total, row) => total + row[name], 0);
    return {
      section,
      // Days without any record are not counted here: whether they were leave is not known to the punches.
      days: { ic: sum('ic'), gate: sum('gate'), pc: sum('pc'), self: sum('self'), manager: 0, none: 0 },
      selfDeclaring: people.filter((row) => row.self > 0 && !row.managerial).map(({ staff }) => staff),
      timeKeepers: people.filter(({ managerial }) => managerial).map(({ staff }) => staff),
    };
  });
}

/**
 * Checks the declarations of everybody once a month, on the closing day of the month after (把握ガイドライン 4(3)オ): the law's test
 * over twelve months, and by which method the days of the last one were recorded. The result is stored; pages only read it.
 * @returns the month checked (`YYYY-MM`); null when there was nothing to check
 */
export async function runDeclarationCheck(context: Context, municipality: string): Promise<string | null> {
  const asked = await context.store.tenant(municipality, (tx) => ask(context, tx));
  if (asked === null) return null;
  const { at, through, staff, placeOf } = asked;
  const months: DeclaredMonth[] = [];
  const methods: MethodRow[] = [];
  for (let from = 0; from < staff.length; from += TOGETHER) {
    const part = staff.slice(from, from + TOGETHER);
    const [declared, recorded] = await context.store.tenant(municipality, (tx) =>
      Promise.all([readDeclared(tx, part, through), readMethods(tx, part, through, at.parameters.dayBoundary)]),
    );
    for (const row of declared) months.push(declaredMonth(row, placeOf));
    methods.push(...recorded);
  }
  const { clipped, recording } = at.parameters.records;
  const judged = judgeClipped(months, clipped);
  const sectionOf = new Map(months.map(({ person, group }) => [person, group]));
  await context.store.tenant(municipality, async (tx) => {
    await writeCheck(tx, { through, from: through - MONTHS + 1, judged, sectionOf, now: at.now });
    await writeMethods(tx, monthDate(through), methodsOf(methods, placeOf, through), at.dutyDay, recording);
  });
  return formatYearMonth(through);
}

function declaredMonth(row: DeclaredRow, placeOf: PlaceOf): DeclaredMonth {
  const month = monthOfText(row.month.slice(0, 7));
  return {
    person: row.staff,
    group: placeOf(row.department, month).section,
    month,
    declared: row.overtime,
    undeclared: row.recorded ? row.unexplained : null,
  };
}
