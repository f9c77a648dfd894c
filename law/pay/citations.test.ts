import { expect, it } from 'vitest';
import { testCitations } from '../testing/citations/test-citations.ts';
import { payCitations } from './citations.ts';
import { overtimeCitation, payLaw } from './pay-rates.ts';
import { modelPay } from './rules.ts';

testCitations({ payCitations, payLaw });

it('cites the rates where they stand', () => {
  expect(payLaw.map(({ citation }) => citation)).toEqual([payCitations.overtime]);
  expect(overtimeCitation('dutyDay', false)).toBe(payCitations.overtime);
  expect(overtimeCitation('reallotted', false)).toBe(payCitations.reallotted);
  expect(overtimeCitation('reallotted', true)).toBe(payCitations.beyondSixty);
});

it('starts every municipality from the model', () => {
  expect(modelPay).toEqual({
    holidayWorkRate: 135,
    holidayWorkSplit: 'WHOLE',
    compensatedHolidayRate: 'DUTY_DAY',
    sixtyExcludes: 'NONE',
    reallottedCountsToSixty: true,
    reallottedEnters: 'WEEK_END',
    reallottedMethod: 'T38',
    weekStart: 0,
    overnightRateBy: 'START_DAY',
    payRoundingUpFrom: 30,
    fullDay: 465,
    fullWeek: 2325,
    shortTimeWithoutHours: 'OTHER_DAY',
    holidayDeduction: 'WEEKDAY_COUNT',
    holidayDeductionDays: 18,
    allowancesInBase: ['regional', 'initialSalaryAdjustment', 'monthlySpecialWork'],
    hourlyRounding: 'HALF_UP',
    premiumRounding: 'HALF_UP',
    amountRounding: 'HALF_UP',
    timeOffRemainderFrom: 'LATEST',
    timeOffWindowMonths: 2,
    transferWeeksBefore: 4,
    transferWeeksAfter: 8,
    compensatoryWeeks: 8,
    windowCount: 'INCLUSIVE',
    halfDay: 240,
    maxConsecutiveDutyDays: 24,
    managersNightFrom: 1320,
    managersAmounts: [],
    nightAllowanceForManagers: true,
    holidayMovesToNextDutyDay: true,
  });
});
