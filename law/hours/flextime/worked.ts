import type { Decision, Step } from '../../decision/decision.ts';
import type { Minutes } from '../../time/minutes.ts';
import { type Span, Spans } from '../../time/spans.ts';
import { hoursCitations as cites } from '../citations.ts';
import type { HoursRules } from '../rules.ts';
import type { DeclaredDay } from './types.ts';
import { allottedMinutes } from './validate.ts';

/** What counts on a day whose hours were allotted by flextime: overtime, and a day of leave. */

export type FlextimeOvertime = {
  readonly minutes: Minutes;
  /** Rate class before the sixtieth hour: 125 on a day with hours, 135 on one without, and on a 休日 beyond its hours. */
  readonly paidAs: 'dutyDay' | 'otherDay';
};

/** outsideAllotment: minutes, allotted · zeroDayWork: minutes · dayOffWork: minutes · holidayBeyond: minutes, allotted · leaveCredit: minutes · leaveCreditFull: minutes, allotted */
export type FlextimeWorkStepName =
  | 'outsideAllotment'
  | 'zeroDayWork'
  | 'dayOffWork'
  | 'holidayBeyond'
  | 'leaveCredit'
  | 'leaveCreditFull';

/** Thrown when leave is asked for on a day without hours: there is nothing to be off from. */
export class NoHoursToTakeOff extends Error {
  override readonly name = 'NoHoursToTakeOff';
}

/**
 * Overtime of a day: what was ordered and worked outside the hours allotted to it.
 * @param worked spans of overtime as ordered, minutes from 0:00 of the duty date; what lies in the allotment is no overtime,
 * also not a break inside it.
 */
export function flextimeOvertime(
  day: DeclaredDay,
  worked: readonly Span[],
): Decision<FlextimeOvertime, FlextimeWorkStepName> {
  const allotted = allottedMinutes(day);
  const outside = Spans.of(...worked).minus(day.hours === null ? Spans.none : Spans.of(day.hours));
  const minutes = outside.total;
  const citation = cites.flextimePay;
  if (day.kind === 'weeklyDayOff') {
    return {
      outcome: { minutes, paidAs: 'otherDay' },
      steps: [{ says: 'dayOffWork', figures: { minutes }, citation }],
    };
  }
  if (day.hours === null) {
    return {
      outcome: { minutes, paidAs: 'otherDay' },
      steps: [{ says: 'zeroDayWork', figures: { minutes }, citation }],
    };
  }
  const holiday = day.kind === 'legalHoliday';
  const step: Step<FlextimeWorkStepName> = {
    says: holiday ? 'holidayBeyond' : 'outsideAllotment',
    figures: { minutes, allotted },
    citation,
  };
  return { outcome: { minutes, paidAs: holiday ? 'otherDay' : 'dutyDay' }, steps: [step] };
}

/**
 * What a whole day of leave, or a 休日, counts: the hours allotted to it, or a full day where the rules say so. Minutes.
 * @throws NoHoursToTakeOff on a day without hours
 */
export function flextimeLeaveCredit(
  day: DeclaredDay,
  { flextime, fullDay }: HoursRules,
): Decision<Minutes, FlextimeWorkStepName> {
  if (day.hours === null) throw new NoHoursToTakeOff();
  const allotted = allottedMinutes(day);
  if (flextime.leaveDayStandard === 'allotted') {
    const step = { says: 'leaveCredit', figures: { minutes: allotted }, citation: cites.leaveDay } as const;
    return { outcome: allotted, steps: [step] };
  }
  const figures = { minutes: fullDay, allotted };
  return { outcome: fullDay, steps: [{ says: 'leaveCreditFull', figures, citation: cites.leaveDay }] };
}
