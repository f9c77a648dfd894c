/**
 * Every sentence that the survey's tables can say, and the figures it carries. Words `table`, `row` and `column` are as they
 * are printed; tenths are of a percent, an hour or a day.
 *
 * layoutChosen: fiscalYear (words: layout) · overtimePopulation: heads, outside (of the twelve months; words: bureaus) ·
 * managerialOutside: heads (of the twelve months) · managerialInside · recordsOf: people (person-months with a record), silent
 * (those without, counted as 0:00) · yearAveraged, monthAveraged: minutes, heads, tenths (words: row) · yearPublished: tenths
 * (words: row) · monthOfPublished: year, tenths (words: row) · classesSummed: over45, between, above (words: row) ·
 * shareRounded: part, whole, tenths (words: table, row, column) · sharePublished: tenths (words: the same) · shareOfNothing
 * (words: the same) · displayedDifference, countDifference: now, before, change (words: the same; tenths, or counts) ·
 * daysAveraged: minutes, day, people, tenths (words: row) · healthPopulation: bureaus · duePersonMonths: due, held, missing ·
 * outcomeNotRecorded: missing · absenceCounted, absenceTooShort: days, carriedOver (words: staff, from, through; no through =
 * it goes on) · absenceOutside (words: staff, from, through) · absencesCounted: people, enrolled · capsJudged: people,
 * notJudged · selfReportOnly: only (words: methods) · remedyFound (words: item) · partialFormsUnknown: people ·
 * childcareRateOf: taken, eligible (words: sex) · notGiven (words: table)
 */
export const surveyStepNames = [
  'layoutChosen',
  'overtimePopulation',
  'managerialOutside',
  'managerialInside',
  'recordsOf',
  'yearAveraged',
  'monthAveraged',
  'yearPublished',
  'monthOfPublished',
  'classesSummed',
  'shareRounded',
  'sharePublished',
  'shareOfNothing',
  'displayedDifference',
  'countDifference',
  'daysAveraged',
  'healthPopulation',
  'duePersonMonths',
  'outcomeNotRecorded',
  'absenceCounted',
  'absenceTooShort',
  'absenceOutside',
  'absencesCounted',
  'capsJudged',
  'selfReportOnly',
  'remedyFound',
  'partialFormsUnknown',
  'childcareRateOf',
  'notGiven',
] as const;
export type SurveyStepName = (typeof surveyStepNames)[number];
