import type { closingView } from '@tokimori/contract/closing';
import type { Answer } from '@tokimori/contract/route';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { firstDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { type Closing, openClosing } from '@tokimori/records/closing';
import { formatInstant, instantOf, tokyoMinutes } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { monthDate } from '../reading/moment.ts';

export type ClosingView = Answer<typeof closingView>['sections'][number]['closing'];
/** A closing as it is stored, with the number of its last event. */
export type StoredClosing = { readonly section: string; readonly closing: Closing; readonly version: number };

type Row = {
  section: string;
  state: Closing['state'];
  closed_by: string | null;
  closed_at: Date | null;
  close_reason: string;
  points: Closing['points'];
  people: number;
  asked_by: string | null;
  asked_at: Date | null;
  ask_reason: string;
  reminded_by: string | null;
  reminded_at: Date | null;
  reopened_by: string | null;
  reopened_at: Date | null;
  reopen_reason: string;
  version: number;
};

const closingOf = (row: Row): Closing => ({
  state: row.state,
  closedBy: row.closed_by,
  closedAt: row.closed_at,
  closeReason: row.close_reason,
  points: row.points,
  people: row.people,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  askReason: row.ask_reason,
  remindedBy: row.reminded_by,
  remindedAt: row.reminded_at,
  reopenedBy: row.reopened_by,
  reopenedAt: row.reopened_at,
  reopenReason: row.reopen_reason,
});

/** The closings of a month, of some sections or of all. */
export async function readClosings(
  tx: Tx,
  month: MonthIndex,
  sections: readonly string[] | null,
): Promise<ReadonlyMap<string, StoredClosing>> {
  const rows = await tx.query<Row>(
    `select c.section, c.state, c.closed_by, c.closed_at, c.close_reason, c.points, c.people, c.asked_by, c.asked_at, c.ask_reason,
       c.reminded_by, c.reminded_at, c.reopened_by, c.reopened_at, c.reopen_reason, c.version
     from tk.month_closing c where c.municipality = $1 and c.month = $2::date and ($3::text[] is null or c.section = any($3))`,
    [tx.municipality, monthDate(month), sections],
  );
  return new Map(
    rows.map((row) => [row.section, { section: row.section, closing: closingOf(row), version: row.version }]),
  );
}

/** Writes the projection of a closing, in the transaction of its events. */
export async function writeClosing(
  tx: Tx,
  month: MonthIndex,
  { section, closing, version }: StoredClosing,
): Promise<void> {
  await tx.query(
    `insert into tk.month_closing (municipality, month, section, state, closed_by, closed_at, close_reason, points, people, asked_by, asked_at,
       ask_reason, reminded_by, reminded_at, reopened_by, reopened_at, reopen_reason, version)
     values ($1, $2::date, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (municipality, month, section) do update set state = excluded.state, closed_by = excluded.closed_by,
       closed_at = excluded.closed_at, close_reason = excluded.close_reason, points = excluded.points, people = excluded.people,
       asked_by = excluded.asked_by, asked_at = excluded.asked_at, ask_reason = excluded.ask_reason,
       reminded_by = excluded.reminded_by, reminded_at = excluded.reminded_at, reopened_by = excluded.reopened_by,
       reopened_at = excluded.reopened_at, reopen_reason = excluded.reopen_reason, version = excluded.version`,
    [
      tx.municipality,
      monthDate(month),
      section,
      closing.state,
      closing.closedBy,
      closing.closedAt,
      closing.closeReason,
      JSON.stringify(closing.points),
      closing.people,
      closing.askedBy,
      closing.askedAt,
      closing.askReason,
      closing.remindedBy,
      closing.remindedAt,
      closing.reopenedBy,
      closing.reopenedAt,
      closing.reopenReason,
      version,
    ],
  );
}

/** Names of those who did something about the closings shown. */
export async function readActors(tx: Tx, closings: readonly Closing[]): Promise<ReadonlyMap<string, string>> {
  const actors = closings.flatMap((each) => [each.closedBy, each.askedBy, each.remindedBy, each.reopenedBy]);
  const rows = await tx.query<{ staff: string; name: string }>(
    'select s.staff, s.name from tk.staff s where s.municipality = $1 and s.staff = any($2)',
    [tx.municipality, [...new Set(actors.filter((actor) => actor !== null))]],
  );
  return new Map(rows.map(({ staff, name }) => [staff, name]));
}

/** The closing as it leaves. */
export function viewOfClosing(closing: Closing | undefined, names: ReadonlyMap<string, string>): ClosingView {
  const { people: _people, ...told } = closing ?? openClosing;
  const nameOf = (actor: string | null) => (actor === null ? '' : (names.get(actor) ?? actor));
  const at = (instant: Date | null) => (instant === null ? null : formatInstant(instant));
  return {
    ...told,
    points: { ...told.points },
    closedBy: nameOf(told.closedBy),
    closedAt: at(told.closedAt),
    askedBy: nameOf(told.askedBy),
    askedAt: at(told.askedAt),
    remindedBy: nameOf(told.remindedBy),
    remindedAt: at(told.remindedAt),
    reopenedBy: nameOf(told.reopenedBy),
    reopenedAt: at(told.reopenedAt),
  };
}

export type LatePunch = {
  readonly section: string;
  readonly staff: string;
  readonly name: string;
  readonly day: EpochDay;
  readonly minute: Minutes;
  readonly recordedAt: string;
};
/** Late punches that a page lists. */
const LATE = 200;

/** Punches of closed months that came after the closing; those between 0:00 and the 日の区切り belong to the duty date before. */
export async function readLatePunches(
  tx: Tx,
  month: MonthIndex,
  closings: readonly StoredClosing[],
  dayBoundary: Minutes,
): Promise<readonly LatePunch[]> {
  const closed = closings.filter(
    ({ section, closing }) => section !== '' && closing.closedAt !== null && closing.state === 'closed',
  );
  if (closed.length === 0) return [];
  const earliest = Math.min(...closed.map(({ closing }) => closing.closedAt?.getTime() ?? 0));
  const rows = await tx.query<{ section: string; staff: string; name: string; occurred_at: Date; recorded_at: Date }>(
    `select c.section, p.staff, s.name, p.occurred_at, p.recorded_at from tk.punch p
     join tk.month_closed c on c.municipality = $1 and c.month = $2::date and c.staff = p.staff and c.closed_at < p.recorded_at
     join tk.staff s on s.municipality = $1 and s.staff = p.staff
     where p.municipality = $1 and p.month = any($3::date[]) and p.recorded_at > $4 and p.occurred_at >= $5 and p.occurred_at < $6
       and c.section = any($7)
     order by p.recorded_at desc limit ${LATE}`,
    [
      tx.municipality,
      monthDate(month),
      [monthDate(month), monthDate(month + 1)],
      new Date(earliest),
      instantOf(firstDayOf(month), dayBoundary),
      instantOf(firstDayOf(month + 1), dayBoundary),
      closed.map(({ section }) => section),
    ],
  );
  return rows.map(({ section, staff, name, occurred_at: occurred, recorded_at: recorded }) => {
    const minutes = tokyoMinutes(occurred);
    const day = Math.floor((minutes - dayBoundary) / 1440);
    return { section, staff, name, day, minute: minutes - day * 1440, recordedAt: formatInstant(recorded) };
  });
}

export const dateOf = (day: EpochDay): string => formatLocalDate(day);
