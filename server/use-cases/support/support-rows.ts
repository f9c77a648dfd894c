import type { SupportDay, SupportMatch, SupportRequest } from '@tokimori/records/support-events';
import type { Tx } from '../../store/tenant.ts';
import { grouped } from '../reading/grouped.ts';

type RequestRow = {
  id: string;
  department: string;
  work: string;
  skills: string;
  from_date: string;
  through_date: string;
  from_minute: number;
  until_minute: number;
  people: number;
  state: SupportRequest['state'];
  note: string;
  version: number;
};
type MatchRow = Omit<SupportMatch, 'days' | 'by'> & { readonly request: string; readonly made_by: SupportMatch['by'] };
type DayRow = SupportDay & { readonly request: string; readonly match: string };

/** A request with its number, its supporters and their hours, and the number of the last event. */
export type SupportRow = { readonly id: string; readonly request: SupportRequest; readonly version: number };

const columns = `q.id, q.department, q.work, q.skills, q.from_date, q.through_date, q.from_minute, q.until_minute, q.people, q.state, q.note,
  q.version`;

/** One request; held against others until the transaction ends where it is to be changed. */
export async function readSupport(tx: Tx, id: string, hold: 'hold' | 'look'): Promise<SupportRow | null> {
  const rows = await tx.query<RequestRow>(
    `select ${columns} from tk.support_request q where q.municipality = $1 and q.id = $2${hold === 'hold' ? ' for update' : ''}`,
    [tx.municipality, id],
  );
  return (await withMatches(tx, rows))[0] ?? null;
}

/** Requests whose days are not over, or ended on a day and later. In order of their last day. */
export async function readSupportSince(tx: Tx, since: string): Promise<readonly SupportRow[]> {
  const rows = await tx.query<RequestRow>(
    `select ${columns} from tk.support_request q where q.municipality = $1 and q.through_date >= $2::date
     order by q.state desc, q.through_date, q.id limit 200`,
    [tx.municipality, since],
  );
  return withMatches(tx, rows);
}

async function withMatches(tx: Tx, rows: readonly RequestRow[]): Promise<readonly SupportRow[]> {
  const values = [tx.municipality, rows.map(({ id }) => id)];
  const [matches, days] = await Promise.all([
    tx.query<MatchRow>(
      `select m.request, m.id, m.supporter, m.department, m.staff, m.people, m.state, m.made_by from tk.support_match m
       where m.municipality = $1 and m.request = any($2::uuid[]) order by m.request, m.department, m.id`,
      values,
    ),
    tx.query<DayRow>(
      `select d.request, d.match, d.date, d.minutes, d.confirmed from tk.support_day d
       where d.municipality = $1 and d.request = any($2::uuid[]) order by d.date`,
      values,
    ),
  ]);
  const ofRequest = grouped(matches, ({ request }) => request);
  const ofMatch = grouped(days, ({ request, match }) => `${request} ${match}`);
  return rows.map(({ id, version, from_date, through_date, from_minute, until_minute, ...row }) => ({
    id,
    version,
    request: {
      ...row,
      from: from_date,
      through: through_date,
      fromMinute: from_minute,
      untilMinute: until_minute,
      matches: (ofRequest.get(id) ?? []).map(({ request, made_by: by, ...match }) => ({
        ...match,
        by,
        days: (ofMatch.get(`${request} ${match.id}`) ?? []).map(({ date, minutes, confirmed }) => ({
          date,
          minutes,
          confirmed,
        })),
      })),
    },
  }));
}

/** Writes the projection of a request, its supporters and hours, in the transaction of its events. */
export async function writeSupport(
  tx: Tx,
  id: string,
  request: SupportRequest,
  { version, actor, at }: { readonly version: number; readonly actor: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into tk.support_request (municipality, id, department, work, skills, from_date, through_date, from_minute, until_minute, people,
       state, note, requested_by, requested_at, version)
     values ($1, $2, $3, $4, $5, $6::date, $7::date, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (municipality, id) do update set state = excluded.state, note = excluded.note, version = excluded.version`,
    [
      tx.municipality,
      id,
      request.department,
      request.work,
      request.skills,
      request.from,
      request.through,
      request.fromMinute,
      request.untilMinute,
      request.people,
      request.state,
      request.note,
      actor,
      at,
      version,
    ],
  );
  await Promise.all([writeMatches(tx, id, request.matches), writeDays(tx, id, request.matches)]);
}

async function writeMatches(tx: Tx, id: string, matches: readonly SupportMatch[]): Promise<void> {
  if (matches.length === 0) return;
  await tx.query(
    `insert into tk.support_match as m (municipality, request, id, supporter, department, staff, people, state, made_by)
     select $1, $2, u.id, u.supporter, u.department, u.staff, u.people, u.state, u.made_by
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::smallint[], $8::text[], $9::text[])
       as u (id, supporter, department, staff, people, state, made_by)
     on conflict (municipality, request, id) do update set state = excluded.state where m.state <> excluded.state`,
    [
      tx.municipality,
      id,
      matches.map((each) => each.id),
      matches.map(({ supporter }) => supporter),
      matches.map(({ department }) => department),
      matches.map(({ staff }) => staff),
      matches.map(({ people }) => people),
      matches.map(({ state }) => state),
      matches.map(({ by }) => by),
    ],
  );
}

async function writeDays(tx: Tx, id: string, matches: readonly SupportMatch[]): Promise<void> {
  const days = matches.flatMap((match) => match.days.map((day) => ({ match: match.id, ...day })));
  if (days.length === 0) return;
  await tx.query(
    `insert into tk.support_day as d (municipality, request, match, date, minutes, confirmed)
     select $1, $2, u.match, u.date, u.minutes, u.confirmed
     from unnest($3::uuid[], $4::date[], $5::integer[], $6::boolean[]) as u (match, date, minutes, confirmed)
     on conflict (municipality, request, match, date) do update set minutes = excluded.minutes, confirmed = excluded.confirmed
       where d.minutes <> excluded.minutes or d.confirmed <> excluded.confirmed`,
    [
      tx.municipality,
      id,
      days.map(({ match }) => match),
      days.map(({ date }) => date),
      days.map(({ minutes }) => minutes),
      days.map(({ confirmed }) => confirmed),
    ],
  );
}
