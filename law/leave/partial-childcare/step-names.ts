/**
 * Every sentence about 部分休業, with the figures it carries (minutes unless said otherwise).
 *
 * ruleBefore (words on): the old rule · childEligible, childOver (words lastDay) · excludedShortTime ·
 * partTimeEligible, excludedPartTime: days, least (words per: week | year) · shortDay, longDay: daily, least ·
 * declared (words type) · sameType (words type) · changed: changes, most (words type, circumstance) · noCircumstance · noRoom: changes, most ·
 * approvalsEnded: uses (count), minutes, balance · type1Day: limit, base, childcareTime, caregiverTime · type1PartTime: daily, less, limit ·
 * type1Usable: limit, unit, usable · type2Year: limit, daily, days (count) · firstPeriodHalved, firstPeriodFull: days (count) ·
 * convertedLessTaken: base, taken, limit · convertedByMonths: base, months, of (counts), allowed, limit · convertedFull: limit ·
 * noDeclaration · otherType (words declared) · notBeforehand (words recordedOn, on) · childEnded · away · tooManyRows: rows, most (counts) ·
 * outsideHours · otherLeaveMet · overlapMet · workingMinutes: minutes · unitKept, unitBroken: minutes, unit ·
 * wholeDayException: minutes · wholeDayNotApplied: minutes, daily · balanceException: minutes · balanceNotApplied: minutes, balance ·
 * withinDay, overDay: minutes, before, limit (words on) · withinBalance, overBalance: minutes, balance, left ·
 * requestAccepted: minutes, days (count) · requestRefused (words reason) · revoked: minutes, balance · nothingToRevoke · remainderOffUnit: minutes, unit ·
 * endingLapses, endingRevoked, endingByAge (words what) · noticeRequired, noticeNotRequired (words what) ·
 * payExact, payRounded: month (index), minutes, deducted
 */
export type PartialChildcareStepName =
  | 'ruleBefore'
  | 'childEligible'
  | 'childOver'
  | 'excludedShortTime'
  | 'partTimeEligible'
  | 'excludedPartTime'
  | 'shortDay'
  | 'longDay'
  | 'declared'
  | 'sameType'
  | 'changed'
  | 'noCircumstance'
  | 'noRoom'
  | 'approvalsEnded'
  | 'type1Day'
  | 'type1PartTime'
  | 'type1Usable'
  | 'type2Year'
  | 'firstPeriodHalved'
  | 'firstPeriodFull'
  | 'convertedLessTaken'
  | 'convertedByMonths'
  | 'convertedFull'
  | 'noDeclaration'
  | 'otherType'
  | 'notBeforehand'
  | 'childEnded'
  | 'away'
  | 'tooManyRows'
  | 'outsideHours'
  | 'otherLeaveMet'
  | 'overlapMet'
  | 'workingMinutes'
  | 'unitKept'
  | 'unitBroken'
  | 'wholeDayException'
  | 'wholeDayNotApplied'
  | 'balanceException'
  | 'balanceNotApplied'
  | 'withinDay'
  | 'overDay'
  | 'withinBalance'
  | 'overBalance'
  | 'requestAccepted'
  | 'requestRefused'
  | 'revoked'
  | 'nothingToRevoke'
  | 'remainderOffUnit'
  | 'endingLapses'
  | 'endingRevoked'
  | 'endingByAge'
  | 'noticeRequired'
  | 'noticeNotRequired'
  | 'payExact'
  | 'payRounded';
