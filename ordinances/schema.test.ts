import { expect, test } from 'vitest';
import { modelParameters } from './parameters/table.ts';
import { storedParameters } from './schema.ts';

/** As the product stored them before it knew groups. */
const flat = {
  yearStartMonth: 4,
  dayBoundary: 240,
  allotment: { hours: { from: 510, until: 1035 }, breaks: [{ from: 720, until: 780 }] },
  weeklyDaysOff: [0, 6],
  yearEndClosing: { from: '12-29', through: '01-03' },
  anniversaries: [{ on: '06-23', name: '慰霊の日' }],
  discrepancyThreshold: 15,
  exceptionalCategories: ['exceptional'],
  monthlyGuideline: 2400,
  nearPercent: 80,
  restTarget: 600,
  externallyDrivenWarnPercent: 40,
  monthCloseDay: 5,
  requestDeadline: 1035,
};

test('a document stored before there were groups is read, the rest as the model or as what it follows', () => {
  const read = storedParameters.parse(JSON.parse(JSON.stringify(flat)));
  expect(read).toMatchObject(flat);
  expect(read.pay).toEqual(modelParameters.pay);
  expect(read.hours).toEqual({ ...modelParameters.hours, rest: { ...modelParameters.hours.rest, target: 600 } });
  expect(read.designation.warnPercent).toBe(40);
  expect(read.records.discrepancy).toMatchObject({ afterDuty: 15, afterOvertime: 15, grave: 60 });
});

test('a document stored before a parameter of a group existed is read, and what it holds stands', () => {
  const { sixtyExcludes, ...older } = { ...modelParameters.pay, sixtyExcludes: 'SUNDAY_TYPE' as const, halfDay: 225 };
  const stored = JSON.parse(JSON.stringify({ ...modelParameters, pay: older }));
  expect(storedParameters.parse(stored).pay).toEqual({ ...modelParameters.pay, halfDay: 225, sixtyExcludes: 'NONE' });
  expect(sixtyExcludes).toBe('SUNDAY_TYPE');
});

test('what is stored whole is read as it is, also where it goes against what it started from', () => {
  const own = {
    ...modelParameters,
    discrepancyThreshold: 15,
    records: { ...modelParameters.records, retentionYearsByKind: { wageLedger: 10 } },
  };
  expect(storedParameters.parse(JSON.parse(JSON.stringify(own)))).toEqual(own);
});

test('values outside the bounds of today are read (they were right once); unknown keys and wrong types are defects', () => {
  expect(storedParameters.parse({ ...flat, dayBoundary: 780 }).dayBoundary).toBe(780);
  expect(storedParameters.safeParse({ ...flat, cap: 45 }).success).toBe(false);
  expect(storedParameters.safeParse({ ...flat, pay: { rate: 1 } }).success).toBe(false);
  expect(storedParameters.safeParse({ ...flat, dayBoundary: '5:00' }).success).toBe(false);
  expect(storedParameters.safeParse({ ...flat, dayBoundary: 5.5 }).success).toBe(false);
  expect(storedParameters.safeParse(null).success).toBe(false);
});
