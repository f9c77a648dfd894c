/**
 * Designations: figures are days and months as numbers, counts and minutes; words are names and dates (`YYYY-MM-DD`).
 * designatedBeforehand / designatedLate (words: from, published) · lateWithReason · lateNotAllowed · lateWithoutReason
 * unitFits / unitDoesNotFit (words: unit, scope)
 * fewDesignated / manyDesignated: driven, all, percent · allDesignated: all
 * noticesInTime: count · noticesMissing: count, of
 * monthWhole (words: kind): month · monthChanges (words: kind): month, days (externally driven ones) · firstDayConfirms (words: on, kind)
 */
export const designationStepNames = [
  'designatedBeforehand',
  'designatedLate',
  'lateWithReason',
  'lateNotAllowed',
  'lateWithoutReason',
  'unitFits',
  'unitDoesNotFit',
  'fewDesignated',
  'manyDesignated',
  'allDesignated',
  'noticesInTime',
  'noticesMissing',
  'monthWhole',
  'monthChanges',
  'firstDayConfirms',
] as const;
export type DesignationStepName = (typeof designationStepNames)[number];

/**
 * Orders beyond the caps, in minutes.
 * monthReaches / monthStays: sum, bound · averageReaches / averageStays: months, sum, bound · averageUnknown: months
 * noDutyYet (words: on) · noDutyBelow · mustConfirm · confirmed (words: on) · confirmationMissing: count
 * confirmationTooOld: days, allowed · confirmationAfterOrder (words: on)
 */
export const orderStepNames = [
  'monthReaches',
  'monthStays',
  'averageReaches',
  'averageStays',
  'averageUnknown',
  'noDutyYet',
  'noDutyBelow',
  'mustConfirm',
  'confirmed',
  'confirmationMissing',
  'confirmationTooOld',
  'confirmationAfterOrder',
] as const;
export type OrderStepName = (typeof orderStepNames)[number];

/**
 * recordComplete: count · recordIncomplete: missing, count
 * reviewOfYear: fiscalYear, months (words: from, due) · reviewOfMonth: month (words: due) · noMonthlyReview
 */
export const breachStepNames = [
  'recordComplete',
  'recordIncomplete',
  'reviewOfYear',
  'reviewOfMonth',
  'noMonthlyReview',
] as const;
export type BreachStepName = (typeof breachStepNames)[number];

/** noticeFiledInTime / noticeFiledLate (words: due, filed) · noticeComplete: count · noticeIncomplete: missing, count */
export const priorNoticeStepNames = [
  'noticeFiledInTime',
  'noticeFiledLate',
  'noticeComplete',
  'noticeIncomplete',
] as const;
export type PriorNoticeStepName = (typeof priorNoticeStepNames)[number];
