import type { DayKind } from '../../calendar/municipal-calendar.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { payCitations } from '../citations.ts';
import { lastOfWeek } from '../resolve.ts';
import { modelPay, type PayRules } from '../rules.ts';
import { fewestDaysOff, longestRun, type Moved } from './days-off.ts';
import { holds, transferWindow, type Window, windowWords } from './windows.ts';

/** A whole day, or half a day's hours (4時間の勤務時間の割振り変更). */
export type TransferLength = 'wholeDay' | 'halfDay';

export type TransferInput = {
  /** 週休日 that has to be worked. */
  readonly work: EpochDay;
  /** 勤務日 whose hours move to it. */
  readonly from: EpochDay;
  readonly length: TransferLength;
  /** 正規の勤務時間 of the day `from`. Minutes. */
  readonly regular: Minutes;
  /** Half a day: whether the hours that move touch the start or the end of that day. */
  readonly atEdge: boolean;
  /** The day on which it is decided; unknown = not compared. */
  readonly decidedOn?: EpochDay;
  /** What a day is before every 振替. */
  readonly kindOf: (day: EpochDay) => DayKind;
  /** 振替 of whole or half days that are decided already. */
  readonly earlier: readonly Moved[];
  /** First day of the person's four-week periods; unknown = every stretch of 28 days counts. */
  readonly fourWeeksFrom?: EpochDay;
};

/** Why a 振替 is not possible, in the order of the steps. */
export type TransferObstacle =
  | 'notDayOff'
  | 'notDutyDay'
  | 'outsideWindow'
  | 'decidedTooLate'
  | 'halfOfShortDay'
  | 'notAtEdge'
  | 'secondHalf'
  | 'tooFewDaysOff'
  | 'runTooLong';

export type Transfer = {
  readonly possible: boolean;
  readonly obstacles: readonly TransferObstacle[];
  readonly window: Window;
  /** Minutes that move. */
  readonly moved: Minutes;
  /** Both days lie in one week: no hour is paid at 25/100. */
  readonly sameWeek: boolean;
};

/**
 * workCompared, fromCompared: fits (words: day, kind) · windowCompared: fits (words: first, last, from) · decisionCompared: fits (words:
 * decidedOn, before) · decisionUnknown · halfDayCompared: regular, half, atEdge, secondHalf, fits · daysOffCounted: fewest, least, fits
 * (words: first, last) · runCounted: longest, most, fits · weekCompared: same (words: work, from) · transferVerdict: possible, moved
 */
export type TransferStepName =
  | 'workCompared'
  | 'fromCompared'
  | 'windowCompared'
  | 'decisionCompared'
  | 'decisionUnknown'
  | 'halfDayCompared'
  | 'daysOffCounted'
  | 'runCounted'
  | 'weekCompared'
  | 'transferVerdict';

/** 毎4週間につき4日以上. */
export const LEAST_DAYS_OFF = 4;

type Judging = {
  readonly input: TransferInput;
  readonly rules: PayRules;
  readonly steps: Step<TransferStepName>[];
  readonly obstacles: TransferObstacle[];
};

function note(judging: Judging, step: Step<TransferStepName>, fits: boolean, obstacle: TransferObstacle): void {
  judging.steps.push({ ...step, figures: { ...step.figures, fits: Number(fits) } });
  if (!fits) judging.obstacles.push(obstacle);
}

/** The kind of a day once the earlier 振替 are made. */
export function kindAfter(day: EpochDay, kindOf: TransferInput['kindOf'], earlier: readonly Moved[]): DayKind {
  if (earlier.some(({ work }) => work === day)) return 'dutyDay';
  if (earlier.some(({ from, length }) => from === day && length === 'wholeDay')) return 'weeklyDayOff';
  return kindOf(day);
}

/** Half a day of another day has moved to the same 週休日 already. */
const isSecondHalf = ({ work, length, earlier }: TransferInput): boolean =>
  length === 'halfDay' && earlier.some((each) => each.work === work && each.length === 'halfDay');

function judgeDays(judging: Judging): void {
  const { work, from, kindOf, earlier } = judging.input;
  const citation = payCitations.transfer;
  const workKind = isSecondHalf(judging.input) ? kindOf(work) : kindAfter(work, kindOf, earlier);
  const fromKind = kindAfter(from, kindOf, earlier);
  const words = (day: EpochDay, kind: DayKind) => ({ day: formatLocalDate(day), kind });
  const worked: Step<TransferStepName> = { says: 'workCompared', figures: {}, words: words(work, workKind), citation };
  note(judging, worked, workKind === 'weeklyDayOff', 'notDayOff');
  const free: Step<TransferStepName> = { says: 'fromCompared', figures: {}, words: words(from, fromKind), citation };
  note(judging, free, fromKind === 'dutyDay' && from !== work, 'notDutyDay');
}

function judgeTimes(judging: Judging, window: Window): void {
  const { work, from, decidedOn } = judging.input;
  const words = { ...windowWords(window), from: formatLocalDate(from) };
  const within: Step<TransferStepName> = {
    says: 'windowCompared',
    figures: {},
    words,
    citation: payCitations.transferWindow,
  };
  note(judging, within, holds(window, from), 'outsideWindow');
  const citation = payCitations.transfer;
  if (decidedOn === undefined) {
    judging.steps.push({ says: 'decisionUnknown', figures: {}, citation });
    return;
  }
  const before = Math.min(work, from);
  const dates = { decidedOn: formatLocalDate(decidedOn), before: formatLocalDate(before) };
  note(
    judging,
    { says: 'decisionCompared', figures: {}, words: dates, citation },
    decidedOn < before,
    'decidedTooLate',
  );
}

/** Half a day moves from the start or end of a longer day, and from one day alone. */
function judgeHalf(judging: Judging): void {
  const { regular, atEdge } = judging.input;
  const secondHalf = isSecondHalf(judging.input);
  const half = judging.rules.halfDay;
  const figures = { regular, half, atEdge: Number(atEdge), secondHalf: Number(secondHalf) };
  const obstacles: TransferObstacle[] = [];
  if (regular <= half) obstacles.push('halfOfShortDay');
  if (!atEdge) obstacles.push('notAtEdge');
  if (secondHalf) obstacles.push('secondHalf');
  judging.steps.push({
    says: 'halfDayCompared',
    figures: { ...figures, fits: Number(obstacles.length === 0) },
    citation: payCitations.halfDayTransfer,
  });
  judging.obstacles.push(...obstacles);
}

function judgeRest(judging: Judging): void {
  const { work, from, length, kindOf, earlier, fourWeeksFrom } = judging.input;
  const citation = payCitations.transferRest;
  const all = [...earlier, { work, from, length }];
  const isOff = (day: EpochDay): boolean => kindAfter(day, kindOf, all) === 'weeklyDayOff';
  const { fewest, stretch } = fewestDaysOff(isOff, work, fourWeeksFrom);
  note(
    judging,
    { says: 'daysOffCounted', figures: { fewest, least: LEAST_DAYS_OFF }, words: windowWords(stretch), citation },
    fewest >= LEAST_DAYS_OFF,
    'tooFewDaysOff',
  );
  const most = judging.rules.maxConsecutiveDutyDays;
  const longest = longestRun(isOff, work, most);
  note(judging, { says: 'runCounted', figures: { longest, most }, citation }, longest <= most, 'runTooLong');
}

/**
 * Whether the hours of a 勤務日 may move to a 週休日 (週休日の振替, 4時間の勤務時間の割振り変更; 勤務時間条例(準則)5条).
 * @throws NotInForce before 2010-04-01; OutsideCalendar through `kindOf`
 */
export function judgeDayOffTransfer(
  input: TransferInput,
  rules: PayRules = modelPay,
): Decision<Transfer, TransferStepName> {
  const { work, from, length, regular } = input;
  const window = transferWindow(work, rules);
  const judging: Judging = { input, rules, steps: [], obstacles: [] };
  const { steps, obstacles } = judging;
  judgeDays(judging);
  judgeTimes(judging, window);
  if (length === 'halfDay') judgeHalf(judging);
  judgeRest(judging);
  const sameWeek = lastOfWeek(work, rules.weekStart) === lastOfWeek(from, rules.weekStart);
  const words = { work: formatLocalDate(work), from: formatLocalDate(from) };
  steps.push({ says: 'weekCompared', figures: { same: Number(sameWeek) }, words, citation: payCitations.reallotted });
  const possible = obstacles.length === 0;
  const moved = length === 'wholeDay' ? regular : rules.halfDay;
  steps.push({ says: 'transferVerdict', figures: { possible: Number(possible), moved }, words: { length } });
  return { outcome: { possible, obstacles, window, moved, sameWeek }, steps };
}
