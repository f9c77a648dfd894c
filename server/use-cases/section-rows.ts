import type { sectionMonth } from '@tokimori/contract/manager';
import type { Answer } from '@tokimori/contract/route';
import type { LimitState } from '@tokimori/contract/values';
import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lengthOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { DifferenceRow } from './differences/difference-rows.ts';
import { isWaiting } from './reading/days.ts';
import { countedMinutes } from './reading/grounds.ts';
import { grouped } from './reading/grouped.ts';
import { dayOf, type Here } from './reading/moment.ts';
import { dayStateAt, lengthAt, type MonthRow } from './reading/month-rows.ts';
import type { StandingOvertime } from './reading/overtime-rows.ts';
import { type CorrectionRow, type Member, type StandingRow, slackOf } from './reading/section-people.ts';

export type SectionMonth = Answer<typeof sectionMonth>;
type Row = SectionMonth['rows'][number];

/** All that was read of a section's month. */
export type SectionGround = {
  readonly at: Here;
  readonly month: MonthIndex;
  readonly members: readonly Member[];
  /** By person. */
  readonly records: ReadonlyMap<string, MonthRow>;
  /** By person. */
  readonly overtime: ReadonlyMap<string, readonly StandingOvertime[]>;
  readonly departments: readonly string[];
  readonly standings: ReadonlyMap<string, StandingRow>;
  readonly corrections: readonly CorrectionRow[];
  /** What waits for somebody: of the month, and in the running month of earlier ones too. */
  readonly differences: readonly DifferenceRow[];
  readonly parameters: Parameters;
};

const urgency: readonly LimitState[] = ['over', 'overExceptional', 'forecastOver', 'near', 'unknown', 'fine', 'none'];

/** Rows of the heat map: most urgent first, those nearest to their limit first, 管理監督職員 last. */
export function rowsOf(ground: SectionGround): Row[] {
  const rows = ground.members.map((member) => rowOf(member, ground));
  return rows.sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state) || share(b) - share(a));
}

/** How much of the month's bound the forecast takes. */
const share = (row: Row): number =>
  row.monthBound === null || row.monthBound <= 0 ? 0 : (row.forecast ?? row.overtime) / row.monthBound;

function rowOf({ person, concurrent }: Member, ground: SectionGround): Row {
  const record = ground.records.get(person.staff);
  const standing = ground.standings.get(person.staff);
  const own = ground.overtime.get(person.staff) ?? [];
  const remaining = slackOf(standing);
  const days = daysOf(record, own, concurrent, ground);
  return {
    person,
    state: standing?.state ?? (person.managerial ? 'none' : 'unknown'),
    stateLimit: standing?.state_limit ?? null,
    restriction: null,
    concurrent,
    days,
    overtime: concurrent ? days.reduce((sum, day) => sum + day.overtime, 0) : (record?.overtime ?? 0),
    exceptional: record?.exceptional ?? 0,
    beyond: record?.beyond ?? 0,
    orderedAhead: record?.ordered_ahead ?? 0,
    forecast: standing?.forecast ?? null,
    remaining,
    monthBound: boundOf(record, remaining),
    binding: standing?.binding ?? null,
  };
}

/** How far the month may go: what was worked, what is ordered for days to come, and what may still be ordered. */
function boundOf(record: MonthRow | undefined, remaining: number | null): number | null {
  if (remaining === null) return null;
  const ahead = remaining < 0 ? 0 : (record?.ordered_ahead ?? 0);
  return (record?.overtime ?? 0) + ahead + remaining;
}

function daysOf(
  record: MonthRow | undefined,
  own: readonly StandingOvertime[],
  concurrent: boolean,
  ground: SectionGround,
): Row['days'] {
  const first = firstDayOf(ground.month);
  const byDate = grouped(own, (row) => row.duty_date);
  return Array.from({ length: lengthOf(ground.month) }, (_, index) => {
    const date = formatLocalDate(first + index);
    const today = byDate.get(date) ?? [];
    const worked = lengthAt(record?.overtime_days, index);
    return {
      state: dayStateAt(record, index),
      overtime: concurrent ? Math.min(worked, orderedHere(today, ground)) : worked,
      beyond: lengthAt(record?.beyond_days, index),
      requested: today.reduce((sum, row) => (isWaiting(row) ? sum + row.minutes : sum), 0),
      discrepancy: lengthAt(record?.discrepancy_days, index) > 0,
    };
  });
}

/** Of someone with a concurrent post here, only what was ordered here counts here; the limits go over all. */
function orderedHere(rows: readonly StandingOvertime[], { departments, parameters }: SectionGround): number {
  return rows.reduce((sum, row) => {
    const here = departments.includes(row.department) && (row.state === 'ordered' || row.state === 'confirmed');
    return here ? sum + countedMinutes(row, allotmentOf(parameters, dayOf(row.duty_date))) : sum;
  }, 0);
}
