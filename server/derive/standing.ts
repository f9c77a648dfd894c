import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';
import { monthDate } from './facts.ts';
import { firstMonthNeeded, historiesOf } from './histories.ts';
import { type JudgedLimit, type JudgedMonth, judgeMonths } from './judgements.ts';
import type { Rules } from './rules.ts';
import type { Service } from './service.ts';

/** Order of urgency in lists that mix people. */
const ranks = { over: 1, overExceptional: 2, forecastOver: 3, near: 4, unknown: 5, fine: 6 } as const;

/** For each person the first month that changed: it and all later ones are judged again. */
export type ChangedFrom = ReadonlyMap<string, MonthIndex>;

type Judging = {
  /** The last month to judge; the clock's unless given. */
  readonly through?: MonthIndex | undefined;
  /** Given when they are read already. */
  readonly services?: ReadonlyMap<string, Service>;
};

/** Judges people from the month in which something changed up to the clock's (or an earlier one), and stores where they stand. */
export async function judgeChanged(
  tx: Tx,
  rules: Rules,
  changed: ChangedFrom,
  { through = monthOf(rules.today), services }: Judging = {},
): Promise<void> {
  if (changed.size === 0) return;
  let month = Infinity;
  for (const first of changed.values()) month = Math.min(month, first);
  for (; month <= Math.min(through, monthOf(rules.today)); month++) {
    const staff = [...changed].filter(([, first]) => first <= month).map(([person]) => person);
    await writeStandings(tx, month, await judgeMonth(tx, rules, staff, month, services), rules.today);
  }
}

/** Judges people in one month, from what is stored of their months. */
export async function judgeMonth(
  tx: Tx,
  rules: Rules,
  staff: readonly string[],
  month: MonthIndex,
  services?: ReadonlyMap<string, Service>,
): Promise<JudgedMonth[]> {
  const parameters = rules.parametersOn(firstDayOf(month));
  const from = firstMonthNeeded(month, parameters.yearStartMonth);
  const known = { departments: rules.departments, ...(services === undefined ? {} : { services }) };
  const histories = await historiesOf(tx, { parameters, from, ...known }, staff, month);
  return judgeMonths(histories, month, parameters);
}

/** Writes standings of one month; limits that went fine are taken away, those that did not change are left alone. */
async function writeStandings(
  tx: Tx,
  month: MonthIndex,
  judged: readonly JudgedMonth[],
  today: EpochDay,
): Promise<void> {
  if (judged.length === 0) return;
  const standings = upsertStandings(tx, month, judged, today);
  const stored = await readLimits(
    tx,
    month,
    judged.map((j) => j.staff),
  );
  const changed: LimitRow[] = [];
  const gone: LimitRow[] = [];
  for (const person of judged) {
    const before = stored.get(person.staff) ?? NO_LIMITS;
    const rows = limitRows(person);
    for (const row of rows) if (!sameLimit(before.get(row.limit_name), row)) changed.push(row);
    for (const row of before.values()) if (!rows.some((r) => r.limit_name === row.limit_name)) gone.push(row);
  }
  await Promise.all([standings, deleteLimits(tx, month, gone), upsertLimits(tx, month, changed)]);
}

/** A row of `standing_limit` behind its municipality and month. */
export type LimitRow = {
  readonly staff: string;
  readonly limit_name: string;
  readonly department: string;
  readonly state: string;
  readonly rank: number;
  readonly value: number | null;
  readonly cap: number | null;
  readonly slack: number | null;
  readonly forecast: number | null;
  readonly because: string;
};

const NO_LIMITS: ReadonlyMap<string, LimitRow> = new Map();
export const limitColumns = [
  ['staff', 'text'],
  ['limit_name', 'text'],
  ['department', 'text'],
  ['state', 'text'],
  ['rank', 'smallint'],
  ['value', 'integer'],
  ['cap', 'integer'],
  ['slack', 'integer'],
  ['forecast', 'integer'],
  ['because', 'text'],
] as const;

/** The rows of a person's limits that are not fine. */
export function limitRows({ staff, department, limits }: JudgedMonth): LimitRow[] {
  return limits.map(({ limit, state, value, cap, slack, forecast, because }: JudgedLimit) => ({
    staff,
    limit_name: limit,
    department,
    state,
    rank: ranks[state],
    value,
    cap,
    slack,
    forecast,
    because,
  }));
}

function sameLimit(a: LimitRow | undefined, b: LimitRow): boolean {
  return a !== undefined && limitColumns.every(([name]) => a[name] === b[name]);
}

/** Reads the stored limits of some people in a month, by person and name. */
export async function readLimits(
  tx: Tx,
  month: MonthIndex,
  staff: readonly string[],
): Promise<Map<string, Map<string, LimitRow>>> {
  const rows = await tx.query<LimitRow>(
    `select ${limitColumns.map(([name]) => `l.${name}`).join(', ')} from tk.standing_limit l
      where l.municipality = $1 and l.month = $2 and l.staff = any($3)`,
    [tx.municipality, monthDate(month), staff],
  );
  const people = new Map<string, Map<string, LimitRow>>();
  for (const row of rows) {
    const limits = people.get(row.staff);
    if (limits === undefined) people.set(row.staff, new Map([[row.limit_name, row]]));
    else limits.set(row.limit_name, row);
  }
  return people;
}

/** Rows that say the same are left out before they are written: a conflict would lock each of them. */
async function upsertStandings(
  tx: Tx,
  month: MonthIndex,
  judged: readonly JudgedMonth[],
  today: EpochDay,
): Promise<void> {
  await tx.query(
    `insert into tk.standing (municipality, month, staff, department, judged_on, state, remaining, binding, forecast)
     select $1, $2::date, u.staff, u.department, $3::date, u.state, u.remaining, u.binding, u.forecast
       from unnest($4::text[], $5::text[], $6::text[], $7::integer[], $8::text[], $9::integer[])
         as u (staff, department, state, remaining, binding, forecast)
       left join tk.standing s on s.municipality = $1 and s.month = $2 and s.staff = u.staff
      where s.staff is null or (s.department, s.judged_on, s.state, s.remaining, s.binding, s.forecast)
        is distinct from (u.department, $3::date, u.state, u.remaining, u.binding, u.forecast)
     on conflict (municipality, month, staff) do update set department = excluded.department, judged_on = excluded.judged_on,
       state = excluded.state, remaining = excluded.remaining, binding = excluded.binding, forecast = excluded.forecast`,
    [
      tx.municipality,
      monthDate(month),
      formatLocalDate(today),
      judged.map((j) => j.staff),
      judged.map((j) => j.department),
      judged.map((j) => j.state),
      judged.map((j) => j.remaining),
      judged.map((j) => j.binding),
      judged.map((j) => j.forecast),
    ],
  );
}

async function upsertLimits(tx: Tx, month: MonthIndex, rows: readonly LimitRow[]): Promise<void> {
  if (rows.length === 0) return;
  const names = limitColumns.map(([name]) => name);
  const rest = names.slice(2);
  await tx.query(
    `insert into tk.standing_limit (municipality, month, ${names.join(', ')})
     select $1, $2::date, ${names.map((name) => `u.${name}`).join(', ')}
       from unnest(${limitColumns.map(([, type], i) => `$${i + 3}::${type}[]`).join(', ')}) as u (${names.join(', ')})
     on conflict (municipality, month, staff, limit_name) do update set ${rest.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [tx.municipality, monthDate(month), ...names.map((name) => rows.map((r) => r[name]))],
  );
}

async function deleteLimits(tx: Tx, month: MonthIndex, rows: readonly LimitRow[]): Promise<void> {
  for (const [name, staff] of groupByName(rows)) {
    await tx.query(
      'delete from tk.standing_limit l where l.municipality = $1 and l.month = $2 and l.limit_name = $3 and l.staff = any($4)',
      [tx.municipality, monthDate(month), name, staff],
    );
  }
}

function groupByName(rows: readonly LimitRow[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const group = groups.get(row.limit_name);
    if (group === undefined) groups.set(row.limit_name, [row.staff]);
    else group.push(row.staff);
  }
  return groups;
}
