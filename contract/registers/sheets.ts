import { z } from 'zod';
import { route } from '../route.ts';
import { date, departmentCode, limitName, limitState, minutes, month, staffNumber } from '../values.ts';

const everyone = ['staff', 'manager', 'hr', 'executive', 'auditor'] as const;

/** 時間外勤務マネジメントシート: a section from the first month of the fiscal year up to a month. */
export const sectionSheet = z.object({
  month,
  fiscalYear: z.number().int(),
  settled: z.boolean(),
  department: departmentCode,
  name: z.string(),
  path: z.string(),
  shows: z.enum(['everyone', 'own']).describe('own: totals and the own row only'),
  months: z.array(month).min(1).max(12),
  totals: z.array(
    z.object({
      month,
      headcount: z.number().int(),
      ordinary: minutes.nullable(),
      exceptional: minutes.nullable(),
      perHead: minutes.nullable(),
      lastYearHeadcount: z.number().int(),
      lastYear: minutes.nullable(),
      lastYearPerHead: minutes.nullable(),
    }),
  ),
  people: z.array(
    z.object({
      staff: staffNumber,
      name: z.string(),
      rank: z.number().int().describe('1 = the most hours since the first month of the fiscal year'),
      ordinary: z.array(minutes.nullable()),
      exceptional: z.array(minutes.nullable()),
      total: minutes,
      totalExceptional: minutes,
      over45: z.number().int().describe('months above 45 hours, of those in this section'),
      marks: z
        .array(
          z.object({ limit: limitName, state: limitState, value: z.number().nullable(), cap: z.number().nullable() }),
        )
        .describe('limits that are not simply fine at the end of the month, most urgent first'),
    }),
  ),
});
export type SectionSheet = z.infer<typeof sectionSheet>;

export const sectionSheetView = route({
  method: 'get',
  path: '/registers/section-sheet/:month',
  access: [...everyone],
  summary: '時間外勤務マネジメントシート of a section; of the own section where none is named',
  params: z.object({ month }),
  query: z.object({ department: departmentCode.optional() }),
  answer: sectionSheet,
});
export const sectionSheetFile = route({
  method: 'get',
  path: '/registers/section-sheet/:month/file',
  access: [...everyone],
  summary: '時間外勤務マネジメントシート of a section as a file',
  params: z.object({ month }),
  query: z.object({ department: departmentCode.optional(), format: z.enum(['xlsx', 'csv']) }),
});

const tenths = z.number().int().nullable().describe('tenths: of an hour a head, or of a per cent');
const line = z.object({
  name: z.string(),
  headcount: z.number().int(),
  hours: minutes.nullable(),
  lastYear: minutes.nullable(),
  ratio: tenths.describe('this year as a share of last year, tenths of a per cent'),
  perHead: tenths,
  lastYearPerHead: tenths,
  cumulative: minutes.nullable(),
  lastYearCumulative: minutes.nullable(),
  cumulativeRatio: tenths,
});
/** 区局別の超過勤務実績: every bureau in a month and since the first month of the fiscal year, against last year. */
export const bureausMonthly = z.object({
  month,
  settled: z.boolean(),
  open: z.boolean().describe('every staff member may see it'),
  lines: z.array(line),
  total: line,
  merged: z.array(z.string()).describe('bureaus of few people, shown together under その他'),
});
export type BureausMonthly = z.infer<typeof bureausMonthly>;

export const bureausMonthlyView = route({
  method: 'get',
  path: '/registers/bureaus/:month',
  access: [...everyone],
  summary: '区局別の超過勤務実績 against last year, without names of people',
  params: z.object({ month }),
  answer: bureausMonthly,
});

export const registersOverview = route({
  method: 'get',
  path: '/registers',
  access: [...everyone],
  summary: 'Which sheets and registers the caller may open',
  answer: z.object({
    today: date,
    progress: z.boolean(),
    sectionSheet: z.boolean(),
    bureaus: z.boolean(),
    registers: z.boolean(),
    departments: z
      .array(z.object({ department: departmentCode, name: z.string() }))
      .describe('sections whose sheet may be opened'),
  }),
});
