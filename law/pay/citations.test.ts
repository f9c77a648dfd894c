import { expect, it } from 'vitest';
import { formatCitation } from '../decision/format-citation.ts';
import { instrumentOf } from '../instruments/instruments.ts';
import { payCitations } from './citations.ts';
import { overtimeCitation, payLaw } from './pay-rates.ts';
import { modelPay } from './rules.ts';

const told = (name: keyof typeof payCitations): string => {
  const citation = payCitations[name];
  return `${formatCitation(citation)} ${citation.revision} ${citation.confidence}`;
};

it.each([
  ['overtime', '給与条例(準則) 第15条 2010-04-01 A'],
  ['beyondSixty', '給与条例(準則) 第15条 2010-04-01 A'],
  ['counter', '給与条例(準則) 第15条 2010-04-01 B'],
  ['reallotted', '給与条例(準則) 第15条 2010-04-01 A'],
  ['compensatedHoliday', '給与条例(準則) 第15条 2010-04-01 C'],
  ['travel', '給与条例(準則) 第15条 2010-04-01 A'],
  ['holiday', '給与条例(準則) 第16条 2010-04-01 A'],
  ['movedHoliday', '給与条例(準則) 第16条 2010-04-01 A'],
  ['night', '給与条例(準則) 第17条 2010-04-01 A'],
  ['statutoryDayOff', '労働基準法 第37条第1項 2010-04-01 B'],
  ['statutoryNight', '労働基準法 第37条第4項 2010-04-01 B'],
  ['classRounding', '基発第150号 1988-03-14 B'],
  ['yenRounding', '基発第150号 1988-03-14 B'],
  ['hourlyAmount', '給与法 第19条 2010-04-01 B'],
  ['holidayDeduction', '労働基準法施行規則 第19条第1項第4号 2010-04-01 B'],
  ['timeOff', '勤務時間条例(準則) 第8条の3 2010-04-01 A'],
  ['timeOffDesignation', '人事院規則15―14 第16条の3 2010-04-01 B'],
  ['timeOffRemainder', '勤務時間条例(準則) 第8条の3 2010-04-01 C'],
  ['workedAfterAll', '給与条例(準則) 第15条 2010-04-01 A'],
  ['transfer', '勤務時間条例(準則) 第5条 2010-04-01 A'],
  ['transferWindow', '人事院規則15―14 第6条第1項 2010-04-01 B'],
  ['halfDayTransfer', '人事院規則15―14 第6条第2項 2010-04-01 B'],
  ['transferRest', '人事院規則15―14 第6条第3項 2010-04-01 B'],
  ['weekT38', '給与条例(準則) 第15条 2010-04-01 A'],
  ['legalHoliday', '勤務時間条例(準則) 第9条 2010-04-01 A'],
  ['compensatory', '勤務時間条例(準則) 第10条 2010-04-01 A'],
  ['compensatoryWindow', '人事院規則15―14 第17条 2010-04-01 B'],
  ['managers', '給与法 第19条の3 2010-04-01 B'],
] as const)('%s rests on %s', (name, line) => expect(told(name)).toBe(line));

it('cites registered texts alone', () => {
  for (const citation of Object.values(payCitations)) expect(instrumentOf(citation.instrument)).toBeDefined();
});

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
