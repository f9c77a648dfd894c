import { allotmentOf, OutsideCalendar } from '@tokimori/law/calendar/municipal-calendar';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { Allotment } from '@tokimori/law/working-time/types';
import type { OvertimeStateName, OvertimeSubject } from '@tokimori/records/overtime-events';
import { type DutyDateGround, misplacedRefused, overlapRefused } from '@tokimori/records/overtime-span';
import type { Tx } from '../../store/tenant.ts';
import { showMinutes } from '../rows/show.ts';
import { type Judgement, type Reading, refused } from './kind.ts';
import type { OvertimeLine, Stored } from './overtime-rows.ts';

/** An overtime as it stands, or an earlier line of the same file (`stored` null). */
export type KnownOvertime = {
  readonly id: string;
  readonly subject: OvertimeSubject;
  readonly stored: Stored | null;
};

/** Overtime by person and duty date; lines of the same file join it as they are judged. */
export type OvertimeByDay = Map<string, KnownOvertime[]>;

/** States in which overtime counts, and those in which it counts or waits to. */
const counting: readonly OvertimeStateName[] = ['ordered', 'confirmed'];
const standing: readonly OvertimeStateName[] = ['requested', 'firstApproved', ...counting];
/** The refusals of hours at the page's doors, as refusals of a line. */
const misplacedCodes: Readonly<Record<string, 'import.overtime.next-day' | 'import.overtime.next-duty'>> = {
  'overtime.span.next-day': 'import.overtime.next-day',
  'overtime.span.next-duty': 'import.overtime.next-duty',
};
/** As long as all overtime of one duty date may be. */
const DAY: Minutes = 1440;

const dayKey = (staff: string, date: string): string => `${staff}\u001f${date}`;
const stateOf = ({ stored }: KnownOvertime): OvertimeStateName => stored?.state ?? 'confirmed';

/** Overtime of a person on a duty date. */
export const overtimeOn = (known: OvertimeByDay, staff: string, day: EpochDay): readonly KnownOvertime[] =>
  known.get(dayKey(staff, formatLocalDate(day))) ?? [];

/** Adds an overtime to those of its person and duty date. */
export function addOvertime(known: OvertimeByDay, each: KnownOvertime): void {
  const key = dayKey(each.subject.staff, each.subject.dutyDate);
  const others = known.get(key);
  if (others === undefined) known.set(key, [each]);
  else others.push(each);
}

/** What the calendar says about the hours of a line. */
export type LineGround = Omit<DutyDateGround, 'others'>;

/** The ground of a line. In years whose holidays are not known yet no regular hours are assumed. */
export async function groundOf(tx: Tx, day: EpochDay, reading: Reading): Promise<LineGround> {
  const [own, next] = [await reading.parameters(tx, day), await reading.parameters(tx, day + 1)];
  const allotted = (parameters: typeof own, on: EpochDay): Allotment => {
    try {
      return allotmentOf(parameters, on);
    } catch (error) {
      if (error instanceof OutsideCalendar) return { kind: 'weeklyDayOff' };
      throw error;
    }
  };
  return { allotment: allotted(own, day), nextAllotment: allotted(next, day + 1), dayBoundary: own.dayBoundary };
}

/**
 * The refusal of a new line by the rules that hold for overtime entered by hand: its hours are of its duty date, no minute
 * counts twice, also beside the duty dates before and after, and a duty date has no more than 24:00.
 * @returns null when the line may be taken
 */
export function besideRefused(
  line: OvertimeLine,
  subject: OvertimeSubject,
  known: OvertimeByDay,
  ground: LineGround,
): Judgement | null {
  const beside = [-1, 0, 1].flatMap((days) => overtimeOn(known, line.staff, line.day + days));
  const others = beside.flatMap((other) => {
    const { dutyDate, from, until } = other.subject;
    return from === null || until === null ? [] : [{ dutyDate, from, until, state: stateOf(other) }];
  });
  const misplaced = misplacedRefused(subject, { ...ground, others });
  if (misplaced !== null) {
    const code = misplacedCodes[misplaced.refused.code] ?? 'import.overtime.longer-than-a-day';
    return code === 'import.overtime.next-day'
      ? refused('開始', showMinutes(line.from), code)
      : refused('終了', showMinutes(line.until), code);
  }
  if (overlapRefused(subject, others, standing) !== null) {
    return refused('開始', showMinutes(line.from), 'import.overtime.overlaps');
  }
  return overfullRefused(line, subject, overtimeOn(known, line.staff, line.day));
}

function overfullRefused(
  line: OvertimeLine,
  { minutes }: OvertimeSubject,
  sameDay: readonly KnownOvertime[],
): Judgement | null {
  const before = sameDay
    .filter((other) => counting.includes(stateOf(other)))
    .reduce((sum, other) => sum + other.subject.minutes, 0);
  if (before + minutes <= DAY) return null;
  return line.told === null
    ? refused('終了', showMinutes(line.until), 'import.overtime.day-overfull')
    : refused('時間数', showMinutes(line.told), 'import.overtime.day-overfull');
}
