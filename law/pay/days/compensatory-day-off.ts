import type { DayKind } from '../../calendar/municipal-calendar.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { monthOf } from '../../time/months.ts';
import { payCitations } from '../citations.ts';
import { payLawOf } from '../pay-rates.ts';
import { modelPay, type PayRules } from '../rules.ts';
import { compensatoryWindow, holds, type Window, windowWords } from './windows.ts';

export type CompensatoryInput = {
  /** The 休日 on which work is needed. */
  readonly holiday: EpochDay;
  /** What that day is without any 振替: a 祝日 on a Saturday is a 週休日. */
  readonly holidayKind: DayKind;
  /** The day is a 祝日 or of 年末年始, whatever its kind. */
  readonly isHoliday: boolean;
  /** Hours were moved to that day (振替), so that it is a 勤務日 and a 休日. */
  readonly transferred: boolean;
  /** 正規の勤務時間 of that day, and how much of it must be worked. Minutes. */
  readonly regular: Minutes;
  readonly required: Minutes;
  /** The 代休日; undefined = none was named. */
  readonly named?: {
    readonly day: EpochDay;
    /** What the named day is. */
    readonly kind: DayKind;
    /** The day on which it was named. */
    readonly on: EpochDay;
    /** The person does not wish it. */
    readonly declined: boolean;
  };
};

export type CompensatoryObstacle =
  | 'onDayOff'
  | 'notWholeDay'
  | 'outsideWindow'
  | 'notDutyDay'
  | 'namedTooLate'
  | 'declined';

/** What the work inside that day's hours is: 時間外勤務 (on a 週休日), 休日勤務, or regular hours for which a 代休日 is given. */
export type HolidayTreatment = 'overtime' | 'holidayWork' | 'compensated';

export type CompensatoryDayOff = {
  readonly treatment: HolidayTreatment;
  /** Percent for that work beside the salary; 0 = none. */
  readonly rate: number;
  /** Percent of overtime on that day. */
  readonly overtimeRate: number;
  readonly obstacles: readonly CompensatoryObstacle[];
  readonly window: Window;
};

/**
 * holidayRead (words: holiday, kind) · dayOffHoliday: rate (words: holiday) · wholeDayCompared: required, regular, fits · noneNamed ·
 * windowCompared: fits (words: first, last, named) · namedDayCompared: fits (words: named, kind) · namedBefore: fits (words: on, holiday) ·
 * declinedByStaff · treatmentVerdict: rate, overtimeRate (words: treatment) · namedDayWorked (words: named)
 */
export type CompensatoryStepName =
  | 'holidayRead'
  | 'dayOffHoliday'
  | 'wholeDayCompared'
  | 'noneNamed'
  | 'windowCompared'
  | 'namedDayCompared'
  | 'namedBefore'
  | 'declinedByStaff'
  | 'treatmentVerdict'
  | 'namedDayWorked';

/** Thrown when the day is no 休日, or when more must be worked than it has hours. */
export class ImpossibleHoliday extends Error {
  override readonly name = 'ImpossibleHoliday';
}

type Judging = { readonly steps: Step<CompensatoryStepName>[]; readonly obstacles: CompensatoryObstacle[] };

function note(judging: Judging, step: Step<CompensatoryStepName>, fits: boolean, obstacle: CompensatoryObstacle): void {
  judging.steps.push({ ...step, figures: { ...step.figures, fits: Number(fits) } });
  if (!fits) judging.obstacles.push(obstacle);
}

/** Whether the named day may take the holiday's place; nothing named is no obstacle, but gives none. */
function judgeNamed({ holiday, named }: CompensatoryInput, window: Window, judging: Judging): boolean {
  if (named === undefined) {
    judging.steps.push({ says: 'noneNamed', figures: {}, citation: payCitations.compensatory });
    return false;
  }
  const day = formatLocalDate(named.day);
  note(
    judging,
    {
      says: 'windowCompared',
      figures: {},
      words: { ...windowWords(window), named: day },
      citation: payCitations.compensatoryWindow,
    },
    holds(window, named.day),
    'outsideWindow',
  );
  const citation = payCitations.compensatory;
  note(
    judging,
    { says: 'namedDayCompared', figures: {}, words: { named: day, kind: named.kind }, citation },
    named.kind === 'dutyDay',
    'notDutyDay',
  );
  const words = { on: formatLocalDate(named.on), holiday: formatLocalDate(holiday) };
  note(judging, { says: 'namedBefore', figures: {}, words, citation }, named.on < holiday, 'namedTooLate');
  if (named.declined) {
    judging.steps.push({ says: 'declinedByStaff', figures: {}, citation });
    judging.obstacles.push('declined');
  }
  return true;
}

function ratesOf(treatment: HolidayTreatment, law: ReturnType<typeof payLawOf>, rules: PayRules) {
  const { dutyDay, otherDay } = law.overtime;
  switch (treatment) {
    case 'overtime':
      return { rate: otherDay, overtimeRate: otherDay };
    case 'holidayWork':
      return { rate: rules.holidayWorkRate, overtimeRate: otherDay };
    case 'compensated':
      return { rate: 0, overtimeRate: rules.compensatedHolidayRate === 'DUTY_DAY' ? dutyDay : otherDay };
  }
}

/**
 * What work on a 休日 is, and whether a 代休日 takes the place of 休日勤務手当 (勤務時間条例(準則)10条). A 休日 on a 週休日 without 振替 is a
 * 週休日: its work is overtime, and no 代休日 is given.
 * @throws ImpossibleHoliday; NotInForce before 2010-04-01
 */
export function judgeCompensatoryDayOff(
  input: CompensatoryInput,
  rules: PayRules = modelPay,
): Decision<CompensatoryDayOff, CompensatoryStepName> {
  const { holiday, holidayKind, isHoliday, transferred, regular, required, named } = input;
  if (required < 0 || required > regular) throw new ImpossibleHoliday(`required: ${required} of ${regular}`);
  if (!isHoliday) throw new ImpossibleHoliday(`no holiday: ${formatLocalDate(holiday)}`);
  const law = payLawOf(monthOf(holiday));
  const window = compensatoryWindow(holiday, rules);
  const judging: Judging = { steps: [], obstacles: [] };
  const { steps, obstacles } = judging;
  const day = formatLocalDate(holiday);
  const onDayOff = holidayKind === 'weeklyDayOff' && !transferred;
  const words = { holiday: day, kind: holidayKind };
  note(
    judging,
    { says: 'holidayRead', figures: {}, words, citation: payCitations.legalHoliday },
    !onDayOff,
    'onDayOff',
  );
  let given = false;
  if (onDayOff) {
    const figures = { rate: law.overtime.otherDay };
    steps.push({ says: 'dayOffHoliday', figures, words: { holiday: day }, citation: payCitations.legalHoliday });
  } else {
    const figures = { required, regular };
    const whole: Step<CompensatoryStepName> = {
      says: 'wholeDayCompared',
      figures,
      citation: payCitations.compensatory,
    };
    note(judging, whole, required === regular && regular > 0, 'notWholeDay');
    given = judgeNamed(input, window, judging) && obstacles.length === 0;
  }
  const treatment = onDayOff ? 'overtime' : given ? 'compensated' : 'holidayWork';
  const rates = ratesOf(treatment, law, rules);
  const citation = treatment === 'compensated' ? payCitations.compensatedHoliday : payCitations.holiday;
  steps.push({ says: 'treatmentVerdict', figures: rates, words: { treatment }, citation });
  if (given && named !== undefined) {
    const last = { named: formatLocalDate(named.day) };
    steps.push({ says: 'namedDayWorked', figures: {}, words: last, citation: payCitations.holiday });
  }
  return { outcome: { treatment, ...rates, obstacles, window }, steps };
}
