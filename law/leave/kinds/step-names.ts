/**
 * Every sentence about the other kinds of leave. Figures are minutes unless said otherwise.
 *
 * kindFound (words name, condition) · kindAbsent (words code) · notLeave (words name) · judgedElsewhere (words name, ask) ·
 * unitDay: days · unitTime: minutes, unit · unitBroken: minutes, unit (0 = by the day) · finishing: minutes, balance · finishingNotApplied: minutes, balance ·
 * neededTime · daysAYear, daysAnOccasion: days, count (children, persons) · within, over: wanted, taken, limit, left ·
 * daysWithin, daysOver: days, before, limit (days of the calendar) · windowKept, windowMissed (words from, through) ·
 * childKept, childOver: children (count) (words through) · oldChildRule · reasonKept, reasonNotNamed (words reason) ·
 * assisted, notAssisted: days · seasonKept, seasonMissed: fromMonth, throughMonth · relation: days, travel (words relation) ·
 * timesWithin, timesOver: minutes, most, times, before · periodsWithin, periodsOver: periods, most, months, days, mostMonths · periodsOverlap ·
 * timeWithin, timeOver: minutes, before, limit · yearsWithin, yearsOver: years (words through) ·
 * takingAccepted, takingRefused (words reason) ·
 * prenatal: weeks (words from, through) · prenatalRunsToBirth: days · postnatal: weeks (words from, through) · mayReturn: weeks (words from) ·
 * birthUnknown (words dueOn) · spouseBirth (words through) · fatherhood: weeks (0 = a year) (words from, through) · childcareTime (words through) ·
 * shortTimePattern (words pattern): week · shortTimeByOrdinance: week, least, most · shortTimeNone: week, least, most ·
 * requestInTime, requestLate: months, weeks (one of them 0) (words requested, by, from) · requestPartTime ·
 * requestBeforeBirth, requestBirthExpected (words born) · requestChildKept, requestChildOver (words through) ·
 * requestPeriodKept, requestPeriodBroken: least, most (months) (words from, through: the earliest and the latest end) ·
 * requestAccepted, requestRefused (words reasons) ·
 * tallied: days, minutes (words label) · uncounted (words code): days, minutes
 */
export type LeaveKindStepName =
  | 'kindFound'
  | 'kindAbsent'
  | 'notLeave'
  | 'judgedElsewhere'
  | 'unitDay'
  | 'unitTime'
  | 'unitBroken'
  | 'finishing'
  | 'finishingNotApplied'
  | 'neededTime'
  | 'daysAYear'
  | 'daysAnOccasion'
  | 'within'
  | 'over'
  | 'daysWithin'
  | 'daysOver'
  | 'windowKept'
  | 'windowMissed'
  | 'childKept'
  | 'childOver'
  | 'oldChildRule'
  | 'reasonKept'
  | 'reasonNotNamed'
  | 'assisted'
  | 'notAssisted'
  | 'seasonKept'
  | 'seasonMissed'
  | 'relation'
  | 'timesWithin'
  | 'timesOver'
  | 'periodsWithin'
  | 'periodsOver'
  | 'periodsOverlap'
  | 'timeWithin'
  | 'timeOver'
  | 'yearsWithin'
  | 'yearsOver'
  | 'takingAccepted'
  | 'takingRefused'
  | 'prenatal'
  | 'prenatalRunsToBirth'
  | 'postnatal'
  | 'mayReturn'
  | 'birthUnknown'
  | 'spouseBirth'
  | 'fatherhood'
  | 'childcareTime'
  | 'shortTimePattern'
  | 'shortTimeByOrdinance'
  | 'shortTimeNone'
  | 'requestInTime'
  | 'requestLate'
  | 'requestPartTime'
  | 'requestBeforeBirth'
  | 'requestBirthExpected'
  | 'requestChildKept'
  | 'requestChildOver'
  | 'requestPeriodKept'
  | 'requestPeriodBroken'
  | 'requestAccepted'
  | 'requestRefused'
  | 'tallied'
  | 'uncounted';
