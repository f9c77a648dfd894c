import type { Answer } from '@tokimori/contract/route';
import type { task as taskShape, today as todayRoute } from '@tokimori/contract/staff';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { z } from 'zod';
import type { Actor, Context } from '../context.ts';
import { formatInstant, instantOf, tokyoMinutes } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { staffMeant } from './access-to-staff.ts';
import { closedMonthsOf } from './closing/closed-months.ts';
import { type DifferenceRow, readOpenDifferences } from './differences/difference-rows.ts';
import { differenceView, lastOf } from './differences/views.ts';
import { dayViews, orderUntil } from './reading/days.ts';
import { closingOf, dayOf, type Here, here, instantText, monthDate } from './reading/moment.ts';
import { dayStateAt, lengthAt, type MonthRow, minuteAt, readMonths } from './reading/month-rows.ts';
import { overtimeView, ownOvertime, type StandingOvertime, standingOvertime } from './reading/overtime-rows.ts';
import { personOn } from './reading/persons.ts';
import { readStanding } from './reading/standings.ts';

type Today = Answer<typeof todayRoute>;
type Task = z.output<typeof taskShape>;

/** Today of the signed-in person: what is recorded, what is open, how much is left. */
export async function today(context: Context, actor: Actor): Promise<Today> {
  const staff = staffMeant(actor, 'me');
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const months = [monthDate(at.month - 1), monthDate(at.month)];
    const [person, rows, overtime, standing, pending, answered, punches, closed, differences] = await Promise.all([
      personOn(tx, staff, at.dutyDate),
      readMonths(tx, [staff], months),
      standingOvertime(tx, [staff], monthDate(at.month - 1), formatLocalDate(lastDayOf(at.month))),
      readStanding(context, tx, at, staff, at.month),
      ownOvertime(tx, staff, formatLocalDate(at.dutyDay - 1)),
      readAnswered(tx, staff, monthDate(at.month - 1)),
      readPunches(tx, staff, at),
      closedMonthsOf(tx, [staff], months),
      readOpenDifferences(tx, [staff]),
    ]);
    const shift = runningDay(rows, at);
    const dutyDay = shift ?? at.dutyDay;
    const month = monthOf(dutyDay);
    const days = dayViews(month, rowOf(rows, month), overtime, at.parameters);
    const day = days[dutyDay - firstDayOf(month)];
    if (day === undefined) throw new Error(`no day ${dutyDay} in its month`);
    const dutyDate = formatLocalDate(dutyDay);
    return {
      now: instantText(at),
      dutyDate,
      day,
      records: recordsOf(punches, dutyDay, at, shift !== null),
      tasks: tasksOf(
        rows.filter(({ month: of }) => !closed.has(`${staff}/${of.slice(0, 7)}`)),
        overtime.filter(({ duty_date: on }) => !closed.has(`${staff}/${on.slice(0, 7)}`)),
        answered,
        { at, before: dutyDay, differences },
      ),
      standing,
      pending: pending
        .filter((row) => row.duty_date >= dutyDate && row.state !== 'returned')
        .map((row) => overtimeView(row, person)),
    };
  });
}

const rowOf = (rows: readonly MonthRow[], month: MonthIndex): MonthRow | undefined =>
  rows.find((row) => row.month === monthDate(month));

/** Yesterday, while its shift is still running past the 日の区切り and today has no record of its own. */
function runningDay(rows: readonly MonthRow[], at: Here): EpochDay | null {
  const find = (day: EpochDay) => ({ row: rowOf(rows, monthOf(day)), index: day - firstDayOf(monthOf(day)) });
  const before = find(at.dutyDay - 1);
  const now = find(at.dutyDay);
  const runs =
    before.row !== undefined &&
    dayStateAt(before.row, before.index) === 'open' &&
    minuteAt(before.row.first_in, before.index) !== null;
  return runs && minuteAt(now.row?.first_in, now.index) === null ? at.dutyDay - 1 : null;
}

type Punch = {
  occurred_at: Date;
  direction: 'in' | 'out' | 'unknown';
  source: 'card' | 'page' | 'pc' | 'import' | 'gate';
  device: string;
};

/** The punches since 0:00 of the duty date before, at most two civil days. */
async function readPunches(tx: Tx, staff: string, at: Here): Promise<Punch[]> {
  const months = [...new Set([monthOf(at.dutyDay - 1), monthOf(at.day)])].map(monthDate);
  return tx.query<Punch>(
    `select p.occurred_at, p.direction, p.source, coalesce(d.name, p.device) as device from tk.punch p
     left join tk.device d on d.municipality = $1 and d.device = p.device
     where p.municipality = $1 and p.month = any($2::date[]) and p.staff = $3 and p.occurred_at >= $4 and p.occurred_at < $5
     order by p.occurred_at, p.id`,
    [tx.municipality, months, staff, instantOf(at.dutyDay - 1, at.parameters.dayBoundary), instantOf(at.day + 1, 0)],
  );
}

/** Records of the duty date: from its 日の区切り on, with minutes counted from its 0:00. */
function recordsOf(punches: readonly Punch[], dutyDay: EpochDay, at: Here, shift: boolean): Today['records'] {
  const until = shift ? Number.POSITIVE_INFINITY : 1440 + at.parameters.dayBoundary;
  return punches.flatMap(({ occurred_at: occurredAt, direction, source, device }) => {
    const minute = tokyoMinutes(occurredAt) - dutyDay * 1440;
    const belongs = minute >= at.parameters.dayBoundary && minute < until;
    return belongs ? [{ occurredAt: formatInstant(occurredAt), minute, direction, source, device }] : [];
  });
}

/** Days that were answered: a correction waits for its decision, or a reason was accepted. */
async function readAnswered(tx: Tx, staff: string, from: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ duty_date: string; kind: string }>(
    `select c.duty_date, c.kind from tk.correction c
     where c.municipality = $1 and c.staff = $2 and c.duty_date >= $3 and c.state = 'requested'`,
    [tx.municipality, staff, from],
  );
  return new Set(rows.map((row) => `${row.kind}/${row.duty_date}`));
}

/** What this person has to do: missing punches, differences, returned requests; the nearest deadline first, then the latest day. */
function tasksOf(
  rows: readonly MonthRow[],
  overtime: readonly StandingOvertime[],
  answered: ReadonlySet<string>,
  {
    at,
    before,
    differences,
  }: { readonly at: Here; readonly before: EpochDay; readonly differences: readonly DifferenceRow[] },
): Task[] {
  const asked = new Map(
    differences.flatMap((row) => (row.state === 'awaitsAnswer' ? [[row.duty_date, row] as const] : [])),
  );
  const tasks: Task[] = [...asked.values()].map((row) => comparedTask(row, at));
  for (const row of rows) {
    const first = dayOf(row.month);
    row.day_state.forEach((_state, index) => {
      const kind = kindOf(row, index);
      const date = formatLocalDate(first + index);
      const answer = `${kind === 'discrepancy' ? 'discrepancy' : 'punch'}/${date}`;
      if (kind === null || first + index >= before || answered.has(answer)) return;
      if (kind === 'discrepancy' && asked.has(date)) return;
      tasks.push({ kind, ...blank(date, at), ...timesOf(row, index), orderUntil: orderUntil(overtime, date) });
    });
  }
  for (const row of overtime) {
    if (row.state !== 'returned') continue;
    tasks.push({
      kind: 'returned',
      ...blank(row.duty_date, at),
      orderUntil: row.until_minute,
      overtimeId: row.id,
      note: row.note,
    });
  }
  return tasks.sort((a, b) => (a.dueOn === b.dueOn ? (a.date < b.date ? 1 : -1) : a.dueOn < b.dueOn ? -1 : 1));
}

/** A day on which all records, order and declaration were compared, and the person is to say what the time was. */
function comparedTask(row: DifferenceRow, at: Here): Task {
  const card = row.records.find(({ source }) => source === 'card');
  return {
    ...blank(row.duty_date, at),
    kind: 'discrepancy',
    firstIn: card?.first ?? null,
    lastOut: card?.last ?? null,
    pcLast: lastOf(row, 'pc'),
    orderUntil: row.ordered_until,
    discrepancy: row.minutes,
    difference: differenceView(row, at.dutyDate),
    dueOn: row.due_on ?? row.shown_on,
  };
}

/** What is open on a day of the record. A day without a record is a task only when overtime was ordered on it. */
export function kindOf(row: MonthRow, index: number): 'missingOut' | 'missingIn' | 'discrepancy' | 'noRecord' | null {
  const state = dayStateAt(row, index);
  if (state === 'missingOut' || state === 'missingIn') return state;
  if (lengthAt(row.discrepancy_days, index) > 0) return 'discrepancy';
  return state === 'noRecord' && lengthAt(row.unclassifiable_days, index) === 1 ? 'noRecord' : null;
}

const timesOf = (row: MonthRow, index: number) => ({
  firstIn: minuteAt(row.first_in, index),
  lastOut: minuteAt(row.last_out, index),
  pcLast: minuteAt(row.pc_last, index),
  discrepancy: lengthAt(row.discrepancy_days, index),
});

const blank = (date: string, at: Here) => ({
  date,
  firstIn: null,
  lastOut: null,
  pcLast: null,
  orderUntil: null,
  discrepancy: 0,
  dueOn: closingOf(dayOf(date), at.parameters),
  overtimeId: null,
  note: '',
  difference: null,
});
