import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import { hours, type Minutes } from '../../time/minutes.ts';
import { type Span, Spans } from '../../time/spans.ts';
import { payCitations } from '../citations.ts';
import { holds, type Window, windowWords } from '../days/windows.ts';

/** Time off comes in these lengths, completed with 年次有給休暇 where it falls short (規則16条の3). */
export const timeOffUnits: readonly Minutes[] = [hours(4), hours(7) + 45];

/** A stretch of a day that is to be time off in lieu, together with the leave that completes it. */
export type Designation = {
  readonly day: EpochDay;
  /** From the first to the last minute away, 休憩 included. */
  readonly span: Span;
  /** Of its hours, 年次有給休暇 that completes the unit. */
  readonly leave: Minutes;
  /** What the day is: time off is designated on a 勤務日 alone. */
  readonly dayKind: 'dutyDay' | 'weeklyDayOff' | 'legalHoliday' | 'compensatoryDayOff';
  /** 正規の勤務時間 of the day, and its breaks. */
  readonly hours: Span;
  readonly breaks: readonly Span[];
  /** The person does not wish it. */
  readonly declined: boolean;
  /** Of the time off, worked after all. */
  readonly workedAfterAll: Minutes;
};

export type DesignationObstacle =
  | 'outsideWindow'
  | 'notDutyDay'
  | 'notAtEdge'
  | 'noUnit'
  | 'leaveTooLong'
  | 'declined'
  | 'moreThanLeft'
  | 'secondOfDay';

/**
 * windowCompared: fits (words: day, first, last) · dayCompared: fits (words: day, kind) · edgeCompared: from, until, fits ·
 * unitCompared: length, timeOff, leave, fits · declinedByStaff · leftCompared: timeOff, left, fits · secondOfDay (words: day) · dayUsed:
 * timeOff, worked, possible (words: day)
 */
export type DesignationStepName =
  | 'windowCompared'
  | 'dayCompared'
  | 'edgeCompared'
  | 'unitCompared'
  | 'declinedByStaff'
  | 'leftCompared'
  | 'secondOfDay'
  | 'dayUsed';

export type JudgedDesignation = {
  readonly day: EpochDay;
  readonly possible: boolean;
  readonly obstacles: readonly DesignationObstacle[];
  /** Time off, and what of it was worked after all. 0 when it is not possible. */
  readonly timeOff: Minutes;
  readonly worked: Minutes;
};

/** Thrown when lengths are negative, a span is reversed, or more was worked than was time off. */
export class ImpossibleDesignation extends Error {
  override readonly name = 'ImpossibleDesignation';
}

function checkDesignation({ day, span, leave, workedAfterAll }: Designation, timeOff: Minutes): void {
  if (leave < 0 || workedAfterAll < 0 || span.until <= span.from || workedAfterAll > Math.max(0, timeOff)) {
    throw new ImpossibleDesignation(formatLocalDate(day));
  }
}

type Judging = {
  readonly given: Designation;
  readonly steps: Step<DesignationStepName>[];
  readonly obstacles: DesignationObstacle[];
};

const citation = payCitations.timeOffDesignation;

function note(judging: Judging, step: Step<DesignationStepName>, fits: boolean, obstacle: DesignationObstacle): void {
  judging.steps.push({ ...step, figures: { ...step.figures, fits: Number(fits) } });
  if (!fits) judging.obstacles.push(obstacle);
}

/** On a 勤務日 of the window, at the start or the end of its hours. */
function judgePlace(judging: Judging, window: Window): void {
  const { day, dayKind, span, hours: duty } = judging.given;
  const on = formatLocalDate(day);
  const within = { day: on, ...windowWords(window) };
  note(judging, { says: 'windowCompared', figures: {}, words: within, citation }, holds(window, day), 'outsideWindow');
  const words = { day: on, kind: dayKind };
  const kind: Step<DesignationStepName> = { says: 'dayCompared', figures: {}, words, citation: payCitations.timeOff };
  note(judging, kind, dayKind === 'dutyDay', 'notDutyDay');
  const inside = span.from >= duty.from && span.until <= duty.until;
  const atEdge = inside && (span.from === duty.from || span.until === duty.until);
  note(judging, { says: 'edgeCompared', figures: { ...span }, citation }, atEdge, 'notAtEdge');
}

/** A whole unit together with leave, and no more than is left. */
function judgeLength(judging: Judging, length: Minutes, left: Minutes, isSecond: boolean): void {
  const { day, leave, declined } = judging.given;
  const timeOff = length - leave;
  const unit: Step<DesignationStepName> = { says: 'unitCompared', figures: { length, timeOff, leave }, citation };
  note(judging, unit, timeOffUnits.includes(length), 'noUnit');
  if (timeOff <= 0) judging.obstacles.push('leaveTooLong');
  if (declined) {
    judging.steps.push({ says: 'declinedByStaff', figures: {}, citation: payCitations.timeOff });
    judging.obstacles.push('declined');
  }
  if (isSecond) {
    judging.steps.push({ says: 'secondOfDay', figures: {}, words: { day: formatLocalDate(day) }, citation });
    judging.obstacles.push('secondOfDay');
  }
  note(judging, { says: 'leftCompared', figures: { timeOff, left }, citation }, timeOff <= left, 'moreThanLeft');
}

/**
 * Whether one stretch may be time off in lieu.
 * @param left minutes that are still to be designated.
 * @param taken days that hold one already.
 * @throws ImpossibleDesignation
 */
export function judgeDesignation(
  given: Designation,
  window: Window,
  left: Minutes,
  taken: ReadonlySet<EpochDay>,
): Decision<JudgedDesignation, DesignationStepName> {
  const { day, span, leave, hours: duty, breaks, workedAfterAll } = given;
  const length = Spans.of(duty)
    .minus(Spans.of(...breaks))
    .and(Spans.of(span)).total;
  const timeOff = length - leave;
  checkDesignation(given, timeOff);
  const judging: Judging = { given, steps: [], obstacles: [] };
  judgePlace(judging, window);
  judgeLength(judging, length, left, taken.has(day));
  const { steps, obstacles } = judging;
  const possible = obstacles.length === 0;
  const used = possible ? { timeOff, worked: workedAfterAll } : { timeOff: 0, worked: 0 };
  const words = { day: formatLocalDate(day) };
  steps.push({ says: 'dayUsed', figures: { ...used, possible: Number(possible) }, words });
  return { outcome: { day, possible, obstacles, ...used }, steps };
}
