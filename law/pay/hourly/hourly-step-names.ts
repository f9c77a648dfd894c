/**
 * baseSummed: salary, allowances, base · allowanceLeftOut: yen (words: allowance) · holidaysCounted: fiscalYear, days, national?,
 * yearEnd?, own? (words: rule) · yearHoursSummed: fullWeek, weeks, fullDay, days, minutes · shortWeekApplied: weekly, fullWeek, minutes ·
 * hourlyDivided: base, minutes, sen (hundredths of a yen, cut), yen? (absent: not rounded) · premiumRounded: rate, sen, yen? ·
 * amountSummed: rate, hours, yen (words: allowance) · amountsTotalled: yen
 */
export type HourlyStepName =
  | 'baseSummed'
  | 'allowanceLeftOut'
  | 'holidaysCounted'
  | 'yearHoursSummed'
  | 'shortWeekApplied'
  | 'hourlyDivided'
  | 'premiumRounded'
  | 'amountSummed'
  | 'amountsTotalled';
