/**
 * Limits on request. Words are dates (`YYYY-MM-DD`) and kinds; figures minutes, months and counts.
 * schoolEntryCounted (words: born, last) · underThreeCounted (words: born, last) · careCounted · maternityCounted (words: last; '' unknown)
 * requestHolds (words: kind, from, through) · requestFails (words: kind, defect) · requestLate (words: requested, needed)
 * requestLapsed (words: on) · requestDeclined
 * monthlyCompared / annualCompared: from, through, value, cap, over (0|1) · exemptCompared: month, value
 * unknownMonths: from, through · partOfMonth: month
 * disasterLeftOut: minutes · noLimit
 * personalRemaining: remaining (words: limit) · exemptNow · nightForbidden · holidayForbidden · graveReasonNeeded
 */
export const restrictionStepNames = [
  'schoolEntryCounted',
  'underThreeCounted',
  'careCounted',
  'maternityCounted',
  'requestHolds',
  'requestFails',
  'requestLate',
  'requestLapsed',
  'requestDeclined',
  'monthlyCompared',
  'annualCompared',
  'exemptCompared',
  'unknownMonths',
  'partOfMonth',
  'disasterLeftOut',
  'noLimit',
  'personalRemaining',
  'exemptNow',
  'nightForbidden',
  'holidayForbidden',
  'graveReasonNeeded',
] as const;
export type RestrictionStepName = (typeof restrictionStepNames)[number];
