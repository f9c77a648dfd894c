import type { Answer } from '@tokimori/contract/route';
import type { history } from '@tokimori/contract/staff';
import { formatDuration } from '@tokimori/law/time/minutes';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { OvertimeCategory } from '@tokimori/law/working-time/types';
import type { Tx } from '../../store/tenant.ts';
import { monthDate, monthEnd, monthOfText } from './moment.ts';

type History = Answer<typeof history>;
type Event = History['events'][number];

const MOST = 50;

/** What happened to a person in a stretch of months, the latest first. */
export async function readEvents(
  tx: Tx,
  staff: string,
  first: MonthIndex,
  last: MonthIndex,
  months: History['months'],
  exceptional: readonly OvertimeCategory[],
): Promise<Event[]> {
  const from = monthDate(first);
  const through = monthEnd(last);
  const events = await Promise.all([
    joined(tx, staff, from, through),
    transfers(tx, staff, from, through),
    designations(tx, staff, from, through),
    exceptionalWork(tx, staff, from, through, exceptional),
  ]);
  return [...events.flat(), ...overruns(months)].sort((a, b) => (a.date < b.date ? 1 : -1)).slice(0, MOST);
}

async function joined(tx: Tx, staff: string, from: string, through: string): Promise<Event[]> {
  const rows = await tx.query<{ joined_on: string }>(
    'select s.joined_on from tk.staff s where s.municipality = $1 and s.staff = $2 and s.joined_on between $3 and $4',
    [tx.municipality, staff, from, through],
  );
  return rows.map((row) => ({ date: row.joined_on, kind: 'joined', text: '採用', state: null }));
}

async function transfers(tx: Tx, staff: string, from: string, through: string): Promise<Event[]> {
  const rows = await tx.query<{ effective_from: string; name: string }>(
    `select distinct on (a.effective_from) a.effective_from, d.name from tk.appointment a
     join tk.department d on d.municipality = $1 and d.department = a.department and d.effective_from <= a.effective_from
     where a.municipality = $1 and a.staff = $2 and not a.concurrent and a.effective_from <= $3::date
     order by a.effective_from, a.department desc, d.effective_from desc`,
    [tx.municipality, staff, through],
  );
  return rows.flatMap((row, index): Event[] => {
    const before = rows[index - 1];
    if (before === undefined || before.name === row.name || row.effective_from < from) return [];
    return [{ date: row.effective_from, kind: 'transfer', text: `${before.name}から${row.name}へ異動`, state: null }];
  });
}

/** Designations of the departments of the person's main posts, or of those above them, while they belonged to them. */
async function designations(tx: Tx, staff: string, from: string, through: string): Promise<Event[]> {
  const rows = await tx.query<{ effective_from: string; published_on: string; name: string }>(
    `with recursive above (department, posted, ended, depth) as (
       select a.department, a.effective_from, a.effective_until, 0 from tk.appointment a
       where a.municipality = $1 and a.staff = $2 and not a.concurrent and a.effective_from <= $4::date
       union
       select d.parent, b.posted, b.ended, b.depth + 1 from above b
       join tk.department d on d.municipality = $1 and d.department = b.department and d.parent is not null
       where b.depth < 8
     )
     select distinct on (g.effective_from, g.department) g.effective_from, g.published_on, d.name from above b
     join tk.designation g on g.municipality = $1 and g.department = b.department and g.effective_from between $3 and $4
       and (b.ended is null or b.ended > g.effective_from) and (g.effective_until is null or g.effective_until > b.posted)
     join tk.department d on d.municipality = $1 and d.department = g.department and d.effective_from <= g.effective_from
     order by g.effective_from, g.department, d.effective_from desc`,
    [tx.municipality, staff, from, through],
  );
  return rows.map((row) => ({
    date: row.effective_from,
    kind: 'designation',
    text: `${row.name}を他律部署に指定(${row.published_on} に周知)`,
    state: null,
  }));
}

async function exceptionalWork(
  tx: Tx,
  staff: string,
  from: string,
  through: string,
  categories: readonly OvertimeCategory[],
): Promise<Event[]> {
  if (categories.length === 0) return [];
  const rows = await tx.query<{ first: string; work: string; minutes: number }>(
    `select min(o.duty_date) as first, o.work, sum(o.minutes)::int as minutes from tk.overtime o
     where o.municipality = $1 and o.staff = $2 and o.duty_date between $3 and $4 and o.category = any($5)
       and o.state in ('ordered', 'confirmed')
     group by date_trunc('month', o.duty_date::timestamp), o.work`,
    [tx.municipality, staff, from, through, categories],
  );
  return rows.map((row) => ({
    date: row.first,
    kind: 'exceptional',
    text: `特例業務 ${formatDuration(row.minutes)}${row.work === '' ? '' : `(${row.work})`}`,
    state: null,
  }));
}

/** Months that went over their monthly cap. */
function overruns(months: History['months']): Event[] {
  return months.flatMap(({ month, overtime, monthlyCap, department, exceptional }): Event[] => {
    if (overtime === null || monthlyCap === null) return [];
    const over = department === 'externallyDriven' ? overtime >= monthlyCap : overtime > monthlyCap;
    if (!over) return [];
    const text = `${Number(month.slice(5))}月は ${formatDuration(overtime)} で、月の上限 ${formatDuration(monthlyCap)} を超えました`;
    return [
      { date: monthEnd(monthOfText(month)), kind: 'over', text, state: exceptional > 0 ? 'overExceptional' : 'over' },
    ];
  });
}
