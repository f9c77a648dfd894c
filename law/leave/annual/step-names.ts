/**
 * Every sentence about 年次有給休暇. Amounts (`amount`, `balance`, `left`, `carries`, `expires`) are half minutes, and `day` is the minutes of a
 * day; other figures are minutes or counts.
 *
 * yearGranted: days · firstYearGranted: months, days · shortTimeGranted: days, weeklyDays, base · carriedOver: amount, day, most (days) ·
 * carryOverCut: amount, day, most · attendanceEnough, attendanceShort: worked, of (words grantedOn) · appointeeFull, appointeeProportional: days, service (years begun), least … (words grantedOn) ·
 * wholeDay: day · halfDay: amount, day · halfDayAbsent · hourUnit: minutes · finishing, finishingNotApplied, unitBroken: minutes, balance, day ·
 * hourlyUnlimited · hourlyNoAgreement · hourlyWithin, hourlyOver: minutes, before, limit · takenFrom: amount, day (words lot, on) ·
 * withinBalance, overBalance: amount, balance, day · revoked (words on) · yearClosed: carries, expires, day · fiveDaysExcluded · fiveDaysNotDue: days, least ·
 * fiveDaysMet, fiveDaysLeft: taken (half days), required (half days), left (half days) (words through)
 */
export type AnnualLeaveStepName =
  | 'yearGranted'
  | 'firstYearGranted'
  | 'shortTimeGranted'
  | 'carriedOver'
  | 'carryOverCut'
  | 'attendanceEnough'
  | 'attendanceShort'
  | 'appointeeFull'
  | 'appointeeProportional'
  | 'wholeDay'
  | 'halfDay'
  | 'halfDayAbsent'
  | 'hourUnit'
  | 'finishing'
  | 'finishingNotApplied'
  | 'unitBroken'
  | 'hourlyUnlimited'
  | 'hourlyNoAgreement'
  | 'hourlyWithin'
  | 'hourlyOver'
  | 'takenFrom'
  | 'withinBalance'
  | 'overBalance'
  | 'revoked'
  | 'yearClosed'
  | 'fiveDaysExcluded'
  | 'fiveDaysNotDue'
  | 'fiveDaysMet'
  | 'fiveDaysLeft';
