import type { DayRecords, ObjectiveRecord } from '@tokimori/law/record-keeping/discrepancy/types';
import type { ObjectiveSource } from '@tokimori/law/record-keeping/rules';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { monthOf } from '@tokimori/law/time/months';
import { dutyDatesOf, marksNeededFor } from '@tokimori/law/working-time/duty-dates';
import { presenceOf } from '@tokimori/law/working-time/stays';
import type { Mark } from '@tokimori/law/working-time/types';
import { type DayCorrection, monthDates, readCorrections } from '../../derive/facts.ts';
import type { Rules } from '../../derive/rules.ts';
import { managerialOn, type Service } from '../../derive/service.ts';
import { readServices } from '../../derive/services.ts';
import { instantOf, tokyoMinutes } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { grouped } from '../reading/grouped.ts';
import { dayOf } from '../reading/moment.ts';
import { type StandingOvertime, standingOvertime } from '../reading/overtime-rows.ts';

/** One duty date of a person: what the law compares, with where the person stood. */
export type DayReading = {
  readonly staff: string;
  readonly day: EpochDay;
  readonly department: string;
  readonly records: Omit<DayRecords, 'shownOn'>;
  /** An accepted correction stands for the card. */
  readonly corrected: boolean;
  /** The end of the last order or confirmation, and of the last request; null = none with hours. */
  readonly orderedUntil: Minutes | null;
  readonly declaredUntil: Minutes | null;
};

const DAY = 1440;
/** The law looks no further than 48:00 of a duty date. */
const LAST = 2 * DAY;
const EPOCH_IN_TOKYO = tokyoMinutes(new Date(0));

type Traced = Mark & { readonly of: ObjectiveSource };
type PunchRow = { staff: string; second: number; direction: Mark['direction']; source: string };

/** By which record of the law a stored trace counts: terminals, the page and files of punches are the card. */
const recordOf = (source: string): ObjectiveSource => (source === 'pc' || source === 'gate' ? source : 'card');
const markOf: Readonly<Record<ObjectiveSource, Mark['source']>> = { card: 'punch', gate: 'gate', pc: 'pc' };

async function readPunches(tx: Tx, staff: readonly string[], from: number, until: number): Promise<PunchRow[]> {
  return tx.query<PunchRow>(
    `select p.staff, floor(date_part('epoch', p.occurred_at))::float8 as second, p.direction, p.source from tk.punch p
      where p.municipality = $1 and p.month = any($3::date[]) and p.staff = any($2)
        and p.occurred_at >= $4 and p.occurred_at < $5
      order by p.staff, p.occurred_at, p.direction, p.id`,
    [
      tx.municipality,
      staff,
      monthDates(monthOf(Math.floor(from / DAY)), monthOf(Math.floor((until - 1) / DAY))),
      instantOf(0, from),
      instantOf(0, until),
    ],
  );
}

/** The traces of one person by duty date, each with its source. */
function tracesByDay(rows: readonly PunchRow[], boundary: Minutes): ReadonlyMap<EpochDay, readonly Traced[]> {
  const marks = rows.map(({ second, direction, source }) => {
    const of = recordOf(source);
    return { at: Math.floor(second / 60) + EPOCH_IN_TOKYO, direction, source: markOf[of], of };
  });
  const dates = dutyDatesOf(marks, boundary);
  const dated = marks.map((mark, at) => ({
    day: dates[at] ?? 0,
    mark: { ...mark, at: mark.at - (dates[at] ?? 0) * DAY },
  }));
  return new Map([...grouped(dated, ({ day }) => day)].map(([day, list]) => [day, list.map(({ mark }) => mark)]));
}

/** What one source tells of a day; undefined when it tells nothing. An accepted correction stands for the card. */
function recordFrom(
  source: ObjectiveSource,
  traces: readonly Traced[],
  correction: DayCorrection | undefined,
): ObjectiveRecord | undefined {
  const said = source === 'card' && correction !== undefined && (correction.in !== null || correction.out !== null);
  const marks = traces.filter(({ of }) => of === source);
  if (marks.length === 0 && !said) return undefined;
  const presence = presenceOf({ marks, corrected: said ? { in: correction.in, out: correction.out } : null });
  const stays: { from: Minutes | null; until: Minutes | null }[] = presence.stays
    .map(({ from, until }) => ({ from: Math.max(0, from), until: Math.min(LAST, until) }))
    .filter(({ from, until }) => until > from);
  if (presence.openSince >= 0 && presence.openSince < LAST) stays.push({ from: presence.openSince, until: null });
  if (presence.strayOut > 0 && stays.length === 0) stays.push({ from: null, until: Math.min(LAST, presence.strayOut) });
  return stays.length === 0 ? undefined : { source, stays };
}

const sources: readonly ObjectiveSource[] = ['card', 'gate', 'pc'];

function readingOf(
  { staff, day }: { readonly staff: string; readonly day: EpochDay },
  rules: Rules,
  service: Service,
  facts: {
    readonly traces: readonly Traced[];
    readonly correction: DayCorrection | undefined;
    readonly overtime: readonly StandingOvertime[];
  },
): DayReading {
  const { traces, correction, overtime } = facts;
  const records = sources.flatMap((source) => recordFrom(source, traces, correction) ?? []);
  const spans = (...states: readonly string[]) =>
    overtime.flatMap(({ state, from_minute: from, until_minute: until }) =>
      states.includes(state) && from !== null && until !== null && until > from ? [{ from, until }] : [],
    );
  const ordered = overtime.flatMap(({ state, from_minute: from, until_minute: until, minutes }) =>
    state === 'ordered' || state === 'confirmed'
      ? [{ span: from === null || until === null ? null : { from, until }, minutes }]
      : [],
  );
  const asked = spans('requested');
  const last = (list: readonly { until: Minutes }[]) =>
    list.length === 0 ? null : Math.max(...list.map(({ until }) => until));
  const declared =
    asked.length === 0
      ? null
      : { from: Math.min(...asked.map(({ from }) => from)), until: Math.max(...asked.map(({ until }) => until)) };
  return {
    staff,
    day,
    department: service.posts.findLast((post) => post.from <= day)?.department ?? '',
    corrected: correction !== undefined && (correction.in !== null || correction.out !== null),
    orderedUntil: last(spans('ordered', 'confirmed')),
    declaredUntil: last(asked),
    records: {
      day,
      allotment: rules.allotmentOn(day),
      ordered,
      declared,
      records,
      managerial: managerialOn(service, day),
    },
  };
}

/**
 * Reads duty dates of some people as the law compares them, from the facts as they are stored now; only dates on which
 * something is recorded or claimed. Five statements, whatever the number of people and days.
 */
export async function readDays(
  tx: Tx,
  rules: Rules,
  staff: readonly string[],
  first: EpochDay,
  last: EpochDay,
): Promise<readonly DayReading[]> {
  if (staff.length === 0) return [];
  const boundary = rules.parametersOn(first).dayBoundary;
  const within = marksNeededFor(first, last, boundary);
  const months = Array.from({ length: monthOf(last) - monthOf(first) + 1 }, (_, at) => monthOf(first) + at);
  const [services, punches, overtime, corrections] = await Promise.all([
    readServices(tx, staff),
    readPunches(tx, staff, within.from, within.until),
    standingOvertime(tx, staff, formatLocalDate(first), formatLocalDate(last)),
    Promise.all(months.map((month) => readCorrections(tx, staff, month))),
  ]);
  const punchesOf = grouped(punches, (row) => row.staff);
  const overtimeOf = grouped(overtime, (row) => `${row.staff} ${dayOf(row.duty_date)}`);
  return staff.flatMap((person) => {
    const service = services.get(person);
    if (service === undefined) return [];
    const traces = tracesByDay(punchesOf.get(person) ?? [], boundary);
    const days: DayReading[] = [];
    for (let day = Math.max(first, service.from); day <= Math.min(last, service.until - 1); day += 1) {
      const own = traces.get(day) ?? [];
      const claims = overtimeOf.get(`${person} ${day}`) ?? [];
      const correction = corrections[monthOf(day) - monthOf(first)]?.get(person)?.get(day);
      if (own.length === 0 && claims.length === 0 && correction === undefined) continue;
      days.push(readingOf({ staff: person, day }, rules, service, { traces: own, correction, overtime: claims }));
    }
    return days;
  });
}
