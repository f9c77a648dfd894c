import { formatLocalDate, type LocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { Spans, sharedMinutes } from '@tokimori/law/time/spans';
import { overtimeOf } from '@tokimori/law/working-time/net-overtime';
import type { Allotment, Span } from '@tokimori/law/working-time/types';
import type { OvertimeStateName, OvertimeSubject } from './overtime-events.ts';
import { type RefusedDeed, refuse } from './recorded.ts';

/** Another overtime of the same person whose hours are known. Minutes from 0:00 of its own duty date. */
export type StandingOvertime = {
  readonly dutyDate: LocalDate;
  readonly from: Minutes;
  readonly until: Minutes;
  readonly state: OvertimeStateName;
};

/** What a duty date says about the hours put on it. */
export type DutyDateGround = {
  readonly allotment: Allotment;
  /** Of the civil day after it. */
  readonly nextAllotment: Allotment;
  /** 日の区切り. */
  readonly dayBoundary: Minutes;
  /** What else stands for the person on this duty date and on the ones beside it. */
  readonly others: readonly StandingOvertime[];
};

type Hours = Pick<OvertimeSubject, 'dutyDate' | 'from' | 'until'>;
type Refused = { readonly refused: RefusedDeed };

const DAY = 1440;
const dayOf = (date: LocalDate): number => parseLocalDate(date) ?? Number.NaN;
const beside = (date: LocalDate): readonly LocalDate[] => [-1, 0, 1].map((days) => formatLocalDate(dayOf(date) + days));

/** Duty dates whose overtime can lie on the same minutes as that of `date`. */
export const datesBeside = (date: LocalDate): { readonly from: LocalDate; readonly through: LocalDate } => {
  const [from = date, , through = date] = beside(date);
  return { from, through };
};

/**
 * The refusal of hours that another overtime in one of `states` holds already: no minute may count twice.
 * The other one is named by its date, hours and state.
 */
export function overlapRefused(
  hours: Hours,
  others: readonly StandingOvertime[],
  states: readonly OvertimeStateName[],
): Refused | null {
  const { from, until, dutyDate } = hours;
  if (from === null || until === null) return null;
  const found = others.find((other) => {
    const shift = (dayOf(other.dutyDate) - dayOf(dutyDate)) * DAY;
    const span = { from: other.from + shift, until: other.until + shift };
    return states.includes(other.state) && sharedMinutes({ from, until }, span) > 0;
  });
  if (found === undefined) return null;
  return refuse(
    'overtime.overlaps',
    { from: found.from, until: found.until },
    { date: found.dutyDate, state: found.state },
  );
}

/**
 * The refusal of hours that cannot be work of their duty date: they begin after the 日の区切り of the next day, run for
 * more than 24:00 (as long as a shift may run), or reach into hours that are allotted on the next day.
 */
export function misplacedRefused({ from, until }: Hours, ground: DutyDateGround): Refused | null {
  if (from === null || until === null) return null;
  const latestStart = DAY + ground.dayBoundary;
  if (from >= latestStart) return refuse('overtime.span.next-day', { from, boundary: ground.dayBoundary });
  if (until - from > DAY) return refuse('overtime.span.longer-than-a-day', { from, until });
  const { nextAllotment } = ground;
  if (nextAllotment.kind === 'dutyDay' && until > DAY + nextAllotment.hours.from) {
    return refuse('overtime.span.next-duty', { until, start: nextAllotment.hours.from });
  }
  return null;
}

/** Minutes of `hours` before the beginning or after the end of `bounds`. */
export function minutesOutside(hours: Span, bounds: Span): Minutes {
  return Spans.of(hours).minus(Spans.of(bounds)).total;
}

/** Minutes claimed outside the allotted hours of a duty day that the objective record does not hold. */
export function minutesBeyondRecord(
  claimed: { readonly span: Span | null; readonly minutes: Minutes },
  presence: readonly Span[],
  allotment: Allotment,
): Minutes {
  const stays = Spans.of(...presence);
  if (claimed.span === null) return Math.max(0, claimed.minutes - overtimeOf(stays, allotment).total);
  const asked = Spans.of(claimed.span);
  const work = allotment.kind === 'dutyDay' ? asked.minus(Spans.of(allotment.hours)) : asked;
  return work.minus(stays).total;
}
