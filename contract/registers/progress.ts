import { z } from 'zod';
import { route } from '../route.ts';
import { date, departmentCode, minutes, month, staffNumber } from '../values.ts';

const reader = ['manager', 'hr', 'executive', 'auditor'] as const;
const tenths = z.number().int().describe('tenths of an hour: 150 = 15.0 hours');
const yearOfMonths = z.array(minutes.nullable()).length(12).describe('by month of the fiscal year; null = not known');

/** The city in one month. `null` where it is not known. */
const progressRow = z.object({
  period: z.enum(['thisMonth', 'lastMonth', 'lastYear']),
  month,
  headcount: z.number().int().describe('people with caps; 管理監督職員 are left out'),
  beyond: minutes.nullable().describe('超過在席時間'),
  beyondPerHead: tenths.nullable(),
  beyondUnknown: z.number().int().describe('people known by a total only, whose presence is not known'),
  overtime: minutes.nullable().describe('時間外勤務 as applied for, ordered and worked'),
  overtimePerHead: tenths.nullable(),
  allowance: z.number().int().nullable().describe('円; null when it is not known of everybody who worked overtime'),
});

const band = z.object({
  month,
  lastYear: z.boolean(),
  known: z.boolean().describe('whether any presence of the month is known'),
  to80: z.number().int().describe('people above 60 and up to 80 hours'),
  to100: z.number().int().describe('people above 80 and up to 100 hours'),
  over100: z.number().int().describe('people above 100 hours'),
  sections: z.array(z.string()).describe('where they belong; for a head the own ones only'),
});

const person = {
  staff: staffNumber,
  name: z.string(),
  section: z.string(),
  managerial: z.boolean(),
  mayOpen: z.boolean().describe('the caller may open the month of this person'),
};

export const progress = z.object({
  month,
  today: date,
  settled: z.boolean().describe('the month is over'),
  whole: z
    .boolean()
    .describe('names and sections of the whole municipality are shown; else those of the own departments'),
  files: z.boolean().describe('the caller may take it as Excel or CSV'),
  rows: z.array(progressRow),
  bands: z.array(band),
  over60: z.array(z.object({ ...person, beyond: minutes, overtime: minutes })),
  months: z.array(month).length(3),
  over180: z.array(z.object({ ...person, beyond: z.array(minutes.nullable()).length(3), total: minutes })),
  departments: z
    .array(z.object({ department: departmentCode, name: z.string(), kind: z.enum(['bureau', 'division', 'section']) }))
    .describe('whose trend may be asked for'),
  remarks: z.array(z.string()),
});
export type Progress = z.infer<typeof progress>;

export const progressView = route({
  method: 'get',
  path: '/registers/progress/:month',
  access: [...reader],
  summary: '進捗報告: presence beyond duty hours of the city, who stays long, who stayed long for three months',
  params: z.object({ month }),
  answer: progress,
});

export const progressTrend = route({
  method: 'get',
  path: '/registers/progress/:month/trend',
  access: [...reader],
  summary: '進捗報告: presence beyond duty hours by month over three fiscal years, of a department or a person',
  params: z.object({ month }),
  query: z.object({ department: departmentCode, staff: staffNumber.optional() }),
  answer: z.object({
    department: departmentCode,
    name: z.string(),
    staff: staffNumber.nullable(),
    yearStartMonth: z.number().int(),
    years: z.array(
      z.object({
        fiscalYear: z.number().int(),
        beyond: yearOfMonths,
        perHead: yearOfMonths.describe('minutes a head; of a person the same as `beyond`'),
      }),
    ),
    people: z
      .array(z.object({ staff: staffNumber, name: z.string(), beyond: yearOfMonths }))
      .describe('people of the department in the running fiscal year; empty for a 部局'),
  }),
});
