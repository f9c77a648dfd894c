import { randomUUID } from 'node:crypto';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth } from '@tokimori/law/time/months';
import type { Store } from '../store/tenant.ts';
import type { Moment, Outcome, Punch } from './punch.ts';
import { refusalOf, type Service } from './service-of.ts';

/** A punch by staff number without a flaw: nothing about it has to be looked up before it is written. */
type Plain = Punch & { readonly id: string; readonly moment: Moment; readonly staffNumber: string };

/** Whether all punches of a batch are plain and none has the id of another. */
export function arePlain(punches: readonly Punch[]): punches is readonly Plain[] {
  const ids = new Set<string>();
  for (const { id, moment, staffNumber, card, flaw } of punches) {
    const plain = id !== undefined && moment !== undefined && card === undefined && flaw === undefined;
    if (!plain || staffNumber === undefined || staffNumber.includes('\0') || ids.has(id)) return false;
    ids.add(id);
  }
  return true;
}

/**
 * Ids, facts and the days to be derived again in one statement. A night shift of the last day of service ends on the day
 * after it. The answer tells for every punch what stood there before and what was written. What stood there is looked up
 * one by one and only where nothing was written: a join would be laid out once, perhaps for a table that was empty then,
 * and read all of it ever after.
 */
const RECORD = `
  with sent as (
    select * from unnest($2::uuid[], $3::date[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[],
                         $9::date[], $10::uuid[])
      as v (id, month, staff, occurred_at, direction, source, device, day, stale)
  ), fresh as (
    insert into tk.punch_id (municipality, id, month)
    select $1, v.id, v.month
      from sent v join tk.staff s on s.municipality = $1 and s.staff = v.staff
     where v.day >= s.joined_on and (s.left_on is null or v.day <= s.left_on + 1)
     order by v.id
    on conflict (municipality, id) do nothing returning id
  ), written as (
    insert into tk.punch (municipality, month, staff, occurred_at, id, direction, source, device, recorded_at)
    select $1, v.month, v.staff, v.occurred_at, v.id, v.direction, v.source, v.device, $11::timestamptz
      from sent v join fresh f on f.id = v.id
    returning id
  ), stale as (
    insert into tk.stale_day (municipality, id, staff, first_date, last_date)
    select $1, v.stale, v.staff, v.day - 1, v.day + 1 from sent v join fresh f on f.id = v.id
    returning id
  )
  select v.id, f.id is not null as fresh, s.joined_on, s.left_on,
         case when f.id is null then (select true from tk.punch_id k where k.municipality = $1 and k.id = v.id) end as known
    from sent v
    left join fresh f on f.id = v.id
    left join tk.staff s on s.municipality = $1 and s.staff = v.staff`;

type Row = { id: string; fresh: boolean; known: boolean | null; joined_on: string | null; left_on: string | null };

/** Records plain punches of a municipality. Outcomes stand in the order of the punches; accepted ones are durable. */
export async function recordPlain(
  store: Store,
  municipality: string,
  punches: readonly Plain[],
  recordedAt: Date,
): Promise<Outcome[]> {
  const values = [
    municipality,
    punches.map(({ id }) => id),
    punches.map(({ moment }) => `${formatYearMonth(moment.month)}-01`),
    punches.map(({ staffNumber }) => staffNumber),
    punches.map(({ moment }) => moment.at.toISOString()),
    punches.map(({ direction }) => direction),
    punches.map(({ source }) => source),
    punches.map(({ device }) => device),
    punches.map(({ moment }) => formatLocalDate(moment.day)),
    punches.map(() => randomUUID()),
    recordedAt,
  ];
  const rows = await store.statement<Row>(municipality, RECORD, values, 'kept');
  const byId = new Map(rows.map((row) => [row.id, row]));
  return punches.map(({ id, moment }) => outcomeOf(byId.get(id), moment));
}

function outcomeOf(row: Row | undefined, moment: Moment): Outcome {
  if (row === undefined) throw new Error('a punch without an answer');
  if (row.fresh) return 'accepted';
  if (row.known === true) return 'duplicate';
  if (row.joined_on === null) return 'punch.staff.unknown';
  const service: Service = { joined_on: row.joined_on, left_on: row.left_on };
  // In service and yet not written: another process recorded the same id at the same moment.
  return refusalOf(service, moment.date) ?? 'duplicate';
}
