import type { Citation, Confidence } from '../decision/citation.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { type EpochDay, formatLocalDate, weekdayOf } from '../time/civil.ts';
import { type CalendarRules, calendarDay } from './municipal-calendar.ts';

const from =
  (instrument: string, revision: string) =>
  (path: string, confidence: Confidence): Citation => ({ instrument, revision, path, confidence });
const autonomyAct = from('local-autonomy-act', '1991-05-21');
const closedDaysOrdinance = from('model-closed-days-ordinance', '1991-05-21');

/** 地方公共団体の休日, and the deadlines that fall on them. */
export const deadlineCitations = {
  closedDays: closedDaysOrdinance('a=1', 'B'),
  moved: closedDaysOrdinance('a=2', 'A'),
  movedByAct: autonomyAct('a=4_2/p=4', 'B'),
} as const satisfies Readonly<Record<string, Citation>>;

/** What fixed the period that ends: a 法律 or what is made under one, or a 条例 or 規則 of the municipality. */
export const deadlineBases = ['act', 'ordinance'] as const;
export type DeadlineBasis = (typeof deadlineBases)[number];

export type Deadline = {
  /** The day on which the period ends. */
  readonly on: EpochDay;
  readonly basis: DeadlineBasis;
  /** 時をもつて定める期間: it is counted in hours. */
  readonly byHours: boolean;
  /** 別段の定め: the text that fixed it says otherwise. */
  readonly ownProvision: boolean;
};

export type ClosedDay = {
  readonly day: EpochDay;
  /** 祝日, 年末年始 or the municipality's own day; null = a Saturday or Sunday and no more. */
  readonly name: string | null;
};
export type DeadlineVerdict = {
  /** The day until which it may be done. */
  readonly due: EpochDay;
  /** The closed days that it was moved over, or on which it stays. */
  readonly closed: readonly ClosedDay[];
};

/**
 * dayOpen (words on) · dayClosed: weekday (0 = Sunday) (words on, name; '' = none) · deadlineMoved (words from, to) ·
 * deadlineStays (words on, because: byHours, ownProvision)
 */
export type DeadlineStepName = 'dayOpen' | 'dayClosed' | 'deadlineMoved' | 'deadlineStays';

/** Saturday and Sunday (地方自治法4条の2第2項1号), whatever 週休日 the staff have. */
const WEEKEND: readonly number[] = [0, 6];

/** Why the municipality is closed on a day, or null. */
function closedOn(rules: CalendarRules, day: EpochDay): ClosedDay | null {
  const { kind, name = null } = calendarDay(rules, day);
  return kind === 'dutyDay' ? null : { day, name };
}

const closedStep = ({ day, name }: ClosedDay): Step<DeadlineStepName> => ({
  says: 'dayClosed',
  figures: { weekday: weekdayOf(day) },
  words: { on: formatLocalDate(day), name: name ?? '' },
  citation: deadlineCitations.closedDays,
});

/**
 * The day until which something may be done: a deadline on a closed day of the municipality (日曜日, 土曜日, 休日, 年末年始, its own days) is that of
 * the next open day. A period counted in hours does not move, nor one with a provision of its own.
 * @throws OutsideCalendar when the holidays of the year are not known
 */
export function judgeDeadline(deadline: Deadline, rules: CalendarRules): Decision<DeadlineVerdict, DeadlineStepName> {
  const { on, basis, byHours, ownProvision } = deadline;
  const office: CalendarRules = { ...rules, weeklyDaysOff: WEEKEND };
  const citation = basis === 'act' ? deadlineCitations.movedByAct : deadlineCitations.moved;
  const closed: ClosedDay[] = [];
  let due = on;
  for (let found = closedOn(office, on); found !== null; found = closedOn(office, due)) {
    closed.push(found);
    due += 1;
    if (byHours || ownProvision) break;
  }
  if (closed.length === 0) {
    const open = { says: 'dayOpen', figures: {}, words: { on: formatLocalDate(on) } } as const;
    return { outcome: { due, closed }, steps: [{ ...open, citation: deadlineCitations.closedDays }] };
  }
  if (byHours || ownProvision) {
    const words = { on: formatLocalDate(on), because: byHours ? 'byHours' : 'ownProvision' };
    const stays: Step<DeadlineStepName> = { says: 'deadlineStays', figures: {}, words, citation };
    return { outcome: { due: on, closed }, steps: [...closed.map(closedStep), stays] };
  }
  const words = { from: formatLocalDate(on), to: formatLocalDate(due) };
  return {
    outcome: { due, closed },
    steps: [...closed.map(closedStep), { says: 'deadlineMoved', figures: {}, words, citation }],
  };
}
