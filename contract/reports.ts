import { z } from 'zod';
import { hrSide } from './hr.ts';
import { route } from './route.ts';
import { departmentCode, minutes, month, staffNumber } from './values.ts';

/** 報告・様式. */
export const reportName = z.enum([
  'saga-1',
  'saga-2',
  'month-list',
  'nanto-progress',
  'ukiha-sheet',
  'bureaus-monthly',
  'yamagata-review',
  'kochi-effects',
]);
export const listReports = route({
  method: 'get',
  path: '/reports',
  access: hrSide,
  summary: 'Reports of the product',
  answer: z.object({
    reports: z.array(
      z.object({
        name: reportName,
        title: z.string(),
        about: z.string(),
        formats: z.array(z.enum(['xlsx', 'csv', 'json'])),
      }),
    ),
  }),
});
export const report = route({
  method: 'get',
  path: '/reports/:name',
  access: hrSide,
  summary: 'A report as a file',
  params: z.object({ name: reportName }),
  query: z.object({ month, format: z.enum(['xlsx', 'csv', 'json']), department: departmentCode.optional() }),
});

/**
 * 資料①: hour lines are in `unit`; `perHead` is in tenths of an hour (156 = 15.6 hours); ratios are tenths of a per cent
 * (1741 = 174.1 %). Null where a part is unknown or the divisor is zero.
 */
export const sagaLine = z.object({
  label: z.enum(['total', 'normal', 'infection', 'disaster', 'ratio', 'perHead', 'perHeadRatio']),
  cells: z.array(z.number().nullable()),
  total: z.number().nullable(),
  sumOfCells: z.number().nullable(),
});
export const sagaSheetOne = z.object({
  month,
  title: z.string(),
  unit: z
    .enum(['minutes', 'hours'])
    .describe('unit of the hour lines: own data are minutes, published tables may be hours'),
  overview: z.array(
    z.object({
      label: z.enum(['total', 'normal', 'infection', 'disaster']),
      month: z.number().nullable(),
      lastYearMonth: z.number().nullable(),
      cumulative: z.number().nullable(),
      lastYearCumulative: z.number().nullable(),
      allowance: z.number().nullable(),
      lastYearAllowance: z.number().nullable(),
      cumulativeAllowance: z.number().nullable(),
      lastYearCumulativeAllowance: z.number().nullable(),
    }),
  ),
  departments: z.array(z.string()),
  lines: z.array(sagaLine),
  differences: z.array(z.string()).describe('where a printed total and the sum of its cells differ'),
});
export type SagaSheetOne = z.infer<typeof sagaSheetOne>;
export const sagaOne = route({
  method: 'get',
  path: '/reports/saga-1/page',
  access: ['manager', ...hrSide],
  summary: '資料① as data for the page',
  query: z.object({ month, department: departmentCode.optional() }),
  answer: sagaSheetOne,
});
export const sagaSheetTwo = z.object({
  month,
  months: z.array(month),
  rows: z.array(
    z.object({
      staff: staffNumber,
      name: z.string(),
      departmentName: z.string(),
      cumulative: minutes,
      over360: z.boolean(),
      over720: z.boolean(),
      allowance: z.number().nullable(),
      over45: z.number().int(),
      over80: z.number().int(),
      hours: z.array(minutes.nullable()),
      allowances: z.array(z.number().nullable()),
    }),
  ),
  count: z.number().int(),
});
export type SagaSheetTwo = z.infer<typeof sagaSheetTwo>;
export const sagaTwo = route({
  method: 'get',
  path: '/reports/saga-2/page',
  access: hrSide,
  summary: '資料② as data for the page',
  query: z.object({
    month,
    after: z.coerce.number().int().min(0).default(0),
    size: z.coerce.number().int().min(1).max(500).default(100),
    department: departmentCode.optional(),
  }),
  answer: sagaSheetTwo,
});
/** 資料①② from three files of another system. */
export const sagaFromFiles = route({
  method: 'post',
  path: '/reports/saga/files',
  access: ['hr'],
  summary: 'Make 資料① and ② from three files (staff list, overtime by department, overtime by day)',
  upload: true,
  query: z.object({ month, sheet: z.enum(['1', '2']), format: z.enum(['xlsx', 'csv', 'json']) }),
});
