import { randomUUID } from 'node:crypto';
import { importShapes } from '@tokimori/contract/import-columns';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { firstDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { instantOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { contentId } from '../rows/content-id.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { showDay, showMinutes, showStaff } from '../rows/show.ts';
import { plain, readDay, readDayTime, readText, readTime, readWord } from '../rows/values.ts';
import { fresh, type Judgement, type Kind, type Reading, unchanged } from './kind.ts';
import { loadStaff, outOfService } from './references.ts';
import { markDays } from './stale.ts';

/** 打刻. A line with 出勤 and 退勤 holds two. */
type Direction = 'in' | 'out' | 'unknown';
export type ImportedPunch = {
  readonly id: string;
  readonly staff: string;
  /** Civil day and minute (0–1439) in Asia/Tokyo. */
  readonly day: EpochDay;
  readonly minute: Minutes;
  readonly occurredAt: Date;
  readonly direction: Direction;
  readonly source: 'import' | 'pc' | 'gate';
  readonly device: string;
};
export type PunchLine = {
  readonly staff: string;
  readonly dateField: string;
  readonly punches: readonly ImportedPunch[];
};

/** Words for the direction of a punch or a passage. */
export const directions: Readonly<Record<string, Direction>> = {
  出勤: 'in',
  出: 'in',
  入: 'in',
  入室: 'in',
  入館: 'in',
  入庁: 'in',
  登庁: 'in',
  開始: 'in',
  in: 'in',
  '1': 'in',
  退勤: 'out',
  退: 'out',
  退室: 'out',
  退館: 'out',
  退庁: 'out',
  終了: 'out',
  out: 'out',
  '2': 'out',
  不明: 'unknown',
  なし: 'unknown',
  unknown: 'unknown',
  '0': 'unknown',
};
export const directionNames = { in: '出勤', out: '退勤', unknown: '(区分なし)' } as const;

const sourceOf = { punches: 'import', 'pc-log': 'pc', gate: 'gate' } as const;

/** Builds a punch whose id follows from its content; a minute beyond 24:00 falls on the next civil day. */
export function punchAt(
  kind: 'punches' | 'pc-log' | 'gate',
  about: { staff: string; direction: Direction; device: string; mark: string },
  at: { day: EpochDay; minute: Minutes; second: number },
): ImportedPunch {
  const occurredAt = new Date(instantOf(at.day, at.minute).getTime() + at.second * 1000);
  const beyond = Math.floor(at.minute / 1440);
  return {
    id: contentId(kind, about.staff, occurredAt.toISOString(), about.mark, about.device),
    staff: about.staff,
    day: at.day + beyond,
    minute: at.minute - beyond * 1440,
    occurredAt,
    direction: about.direction,
    source: sourceOf[kind],
    device: about.device,
  };
}

function readPunches(row: RowReader, reading: Reading): PunchLine | undefined {
  const staff = row.required('職員番号', plain);
  const device = row.optional('端末', (text) => readText(text, 60), '');
  const direction = row.optional('区分', (text) => readWord(text, directions), 'unknown' as const);
  if (staff === undefined) return undefined;
  const make = (way: Direction, at: { day: EpochDay; minute: Minutes; second: number }) =>
    punchAt('punches', { staff, direction: way, device, mark: way }, at);
  const punches: ImportedPunch[] = [];
  let dateField = '打刻日時';
  if (row.has('打刻日時')) {
    const at = row.required('打刻日時', readDayTime);
    if (at !== undefined) punches.push(make(direction, at));
  } else if (row.has('日付') || row.hasColumn('日付')) {
    dateField = '日付';
    punches.push(...readDated(row, direction, make));
  } else {
    row.refuse('打刻日時', 'import.value.missing');
  }
  if (punches.some((punch) => punch.occurredAt > reading.now)) row.refuse(dateField, 'import.punch.future');
  return row.refusals.length > 0 ? undefined : { staff, dateField, punches };
}

/** 日付 with 出勤 and 退勤 (either may be empty), or with one 時刻. */
function readDated(
  row: RowReader,
  direction: Direction,
  make: (way: Direction, at: { day: EpochDay; minute: Minutes; second: number }) => ImportedPunch,
): ImportedPunch[] {
  const day = row.required('日付', readDay);
  const begins = row.optional('出勤', readTime, null);
  const ends = row.optional('退勤', readTime, null);
  const single = row.optional('時刻', readTime, null);
  if (begins === null && ends === null && single === null && row.refusals.length === 0) {
    row.refuse(row.hasColumn('時刻') ? '時刻' : '出勤', 'import.punch.no-time');
  }
  if (begins !== null && ends !== null && ends <= begins) row.refuse('退勤', 'import.punch.out-before-in');
  if (day === undefined) return [];
  const made: ImportedPunch[] = [];
  if (begins !== null) made.push(make('in', { day, minute: begins, second: 0 }));
  if (ends !== null) made.push(make('out', { day, minute: ends, second: 0 }));
  if (single !== null) made.push(make(direction, { day, minute: single, second: 0 }));
  return made;
}

/** Judges lines of punches: known and in service (a duty date may end on the civil day after the last day of service). */
export async function judgePunches(tx: Tx, lines: readonly PunchLine[]): Promise<Judgement[]> {
  const known = await loadStaff(
    tx,
    lines.map((line) => line.staff),
  );
  const stored = await tx.query<{ id: string }>(
    'select p.id from tk.punch_id p where p.municipality = $1 and p.id = any($2::uuid[])',
    [tx.municipality, lines.flatMap((line) => line.punches.map((punch) => punch.id))],
  );
  const seen = new Set(stored.map((row) => row.id));
  return lines.map((line) => {
    for (const { day } of line.punches) {
      const out = outOfService(known, line.staff, day - 1, day, line.dateField);
      if (out !== null) return out;
    }
    const isNew = line.punches.some((punch) => !seen.has(punch.id));
    for (const punch of line.punches) seen.add(punch.id);
    return isNew ? fresh : unchanged;
  });
}

/** Appends punches; an id that exists already is passed over, whoever was first. */
export async function writePunches(tx: Tx, lines: readonly PunchLine[], reading: Reading): Promise<void> {
  const all = new Map(lines.flatMap((line) => line.punches.map((punch) => [punch.id, punch] as const)));
  const monthOfPunch = (punch: ImportedPunch): string => formatLocalDate(firstDayOf(monthOf(punch.day)));
  const candidates = [...all.values()];
  const taken = await tx.query<{ id: string }>(
    `insert into tk.punch_id (municipality, id, month)
     select $1, u.id, u.month from unnest($2::uuid[], $3::date[]) as u(id, month)
     on conflict do nothing returning id`,
    [tx.municipality, candidates.map((punch) => punch.id), candidates.map(monthOfPunch)],
  );
  const punches = taken.map((row) => all.get(row.id)!);
  await tx.query(
    `insert into tk.punch (municipality, month, staff, occurred_at, id, direction, source, device, recorded_at)
     select $1, u.month, u.staff, u.occurred_at, u.id, u.direction, u.source, u.device, $9::timestamptz
     from unnest($2::date[], $3::text[], $4::timestamptz[], $5::uuid[], $6::text[], $7::text[], $8::text[])
       as u(month, staff, occurred_at, id, direction, source, device)
     on conflict do nothing`,
    [
      tx.municipality,
      punches.map(monthOfPunch),
      punches.map((punch) => punch.staff),
      punches.map((punch) => punch.occurredAt.toISOString()),
      punches.map((punch) => punch.id),
      punches.map((punch) => punch.direction),
      punches.map((punch) => punch.source),
      punches.map((punch) => punch.device),
      reading.now.toISOString(),
    ],
  );
  await Promise.all([markDays(tx, punches, 1), lookAgain(tx, punches)]);
}

/** Records of days that were compared already come late with files: those days are compared again (server/jobs/differences-run). */
async function lookAgain(tx: Tx, punches: readonly ImportedPunch[]): Promise<void> {
  if (punches.length === 0) return;
  const days = punches.map(({ day }) => day);
  await tx.query(
    `insert into tk.difference_look (municipality, id, first_date, last_date) values ($1, $2, $3::date, $4::date)`,
    [tx.municipality, randomUUID(), formatLocalDate(Math.min(...days) - 1), formatLocalDate(Math.max(...days))],
  );
}

export const punchTouches = (line: PunchLine) => {
  const days = line.punches.map((punch) => punch.day);
  return { staff: line.staff, first: Math.min(...days), last: Math.max(...days) };
};
export const punchMonths = (line: PunchLine): readonly MonthIndex[] => line.punches.map((punch) => monthOf(punch.day));

export const punches: Kind<PunchLine> = {
  kind: 'punches',
  columns: importShapes.punches.columns,
  alternatives: importShapes.punches.alternatives,
  chunkLines: 2_000,
  read: readPunches,
  judge: judgePunches,
  write: writePunches,
  months: punchMonths,
  touched: punchTouches,
  show: (line, names) => ({
    職員: showStaff(line.staff, names),
    打刻日: [...new Set(line.punches.map((punch) => showDay(punch.day)))].join('、'),
    時刻: line.punches.map((punch) => showMinutes(punch.minute)).join('、'),
    区分: line.punches.map((punch) => directionNames[punch.direction]).join('、'),
    端末: line.punches[0]?.device ?? '',
  }),
};
