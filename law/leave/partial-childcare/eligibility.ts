import type { Step } from '../../decision/decision.ts';
import { type EpochDay, epochDayOf, formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { lastDayBeforeSchool } from '../ages.ts';
import { partialChildcareCitations as cites } from '../citations.ts';
import type { PartialChildcareStepName } from './step-names.ts';
import type { Child, PartialChildcareStaff, PartialChildcareType, PartialLeaveRefusal } from './types.ts';
import { ImpossiblePartialLeave } from './types.ts';

/** The law of 令和6年法律第42号, and with it 第1号 and 第2号, in force. */
export const PARTIAL_CHILDCARE_SINCE: EpochDay = epochDayOf(2025, 10, 1);
/** 週3日以上, or 年121日以上 where days are not fixed by the week. */
const LEAST_WEEKLY_DAYS = 3;
const LEAST_ANNUAL_DAYS = 121;
/** 非常勤職員 with fewer regular minutes a day have no 第1号: nothing is left above 5:45. */
export const LEAST_DAY_FOR_TYPE1: Minutes = 375;

type PartialStep = Step<PartialChildcareStepName>;
/** A reason against a request, or none, with the steps that led there. */
export type Finding = { readonly refusal?: PartialLeaveRefusal; readonly steps: readonly PartialStep[] };

/** Before 2025-10-01 there was one kind, at the beginning or end of the day, up to two hours by 30 minutes. */
export function ruleOn(on: EpochDay): Finding {
  if (on >= PARTIAL_CHILDCARE_SINCE) return { steps: [] };
  const words = { on: formatLocalDate(on) };
  return { refusal: 'beforeRule', steps: [{ says: 'ruleBefore', figures: {}, words, citation: cites.before }] };
}

/** 小学校就学の始期に達するまでの子 (法19条1項). */
export function childOn({ bornOn }: Child, on: EpochDay): Finding {
  const lastDay = lastDayBeforeSchool(bornOn);
  const eligible = bornOn <= on && on <= lastDay;
  const words = { lastDay: formatLocalDate(lastDay) };
  const step: PartialStep = {
    says: eligible ? 'childEligible' : 'childOver',
    figures: {},
    words,
    citation: cites.schoolEntry,
  };
  return eligible ? { steps: [step] } : { refusal: 'childOver', steps: [step] };
}

function partTimeDays({ weeklyDays, annualDays }: PartialChildcareStaff): Finding {
  const days = weeklyDays ?? annualDays;
  if (days === undefined) throw new ImpossiblePartialLeave('dutyDaysUnknown');
  const least = weeklyDays === undefined ? LEAST_ANNUAL_DAYS : LEAST_WEEKLY_DAYS;
  const enough = days >= least;
  const step: PartialStep = {
    says: enough ? 'partTimeEligible' : 'excludedPartTime',
    figures: { days, least },
    words: { per: weeklyDays === undefined ? 'year' : 'week' },
    citation: cites.excluded,
  };
  return enough ? { steps: [step] } : { refusal: 'excludedPartTime', steps: [step] };
}

/**
 * Whether someone can take 部分休業 at all, and the type asked for (育児休業条例17条). Excluded: 育児短時間勤務; part-time staff under three
 * days a week (121 a year); and from 第1号 part-time staff under 6:15 a day.
 * @throws ImpossiblePartialLeave for part-time staff whose duty days are not known
 */
export function staffFor(staff: PartialChildcareStaff, type: PartialChildcareType | null): Finding {
  if (staff.childcareShortTime) {
    const step: PartialStep = { says: 'excludedShortTime', figures: {}, citation: cites.excluded };
    return { refusal: 'excludedShortTime', steps: [step] };
  }
  if (staff.kind === 'fullTime') return { steps: [] };
  const days = partTimeDays(staff);
  if (days.refusal !== undefined || type !== 'type1') return days;
  const long = staff.dailyMinutes >= LEAST_DAY_FOR_TYPE1;
  const figures = { daily: staff.dailyMinutes, least: LEAST_DAY_FOR_TYPE1 };
  const step: PartialStep = { says: long ? 'longDay' : 'shortDay', figures, citation: cites.excluded };
  const steps = [...days.steps, step];
  return long ? { steps } : { refusal: 'shortDay', steps };
}
