import { z } from 'zod';
import { route } from './route.ts';
import {
  date,
  departmentCode,
  instant,
  limitName,
  limitState,
  minutes,
  month,
  person,
  staffNumber,
  uuid,
} from './values.ts';

const hrSide = ['hr', 'executive', 'auditor'] as const;

/** A row of the list of people over or near a limit: one per person and limit. */
export const limitRow = z.object({
  person,
  bureauName: z.string(),
  limit: limitName,
  state: limitState,
  value: minutes.nullable(),
  cap: minutes.nullable(),
  slack: minutes.nullable(),
  forecast: minutes.nullable(),
  because: z.string(),
  work: z.string().describe('main work of the latest orders'),
  dueOn: date.nullable(),
});
const figure = z.object({ now: minutes, previous: minutes.nullable(), lastYear: minutes.nullable() });

export const cityMonth = route({
  method: 'get',
  path: '/city/months/:month',
  access: hrSide,
  summary: 'The whole municipality in a month',
  params: z.object({ month }),
  answer: z.object({
    month,
    through: date.nullable(),
    settled: z.boolean().describe('the month is over'),
    headcount: z.number().int(),
    judged: z.number().int(),
    people: z.object({
      over: z.number().int(),
      overExceptional: z.number().int(),
      forecastOver: z.number().int(),
      near: z.number().int(),
      unknown: z.number().int(),
    }),
    missingDays: z.number().int(),
    total: figure,
    perHead: figure,
    chips: z.array(z.object({ limit: limitName, count: z.number().int() })),
    rows: z.array(limitRow).describe('the 50 most urgent'),
    rowCount: z.number().int(),
    bureaus: z.array(
      z.object({
        department: departmentCode,
        name: z.string(),
        headcount: z.number().int(),
        total: figure,
        perHead: figure,
        exceptional: minutes,
      }),
    ),
    byLimit: z.array(
      z.object({
        limit: limitName,
        department: z.enum(['selfDirected', 'externallyDriven', 'any']),
        over: z.number().int(),
        overExceptional: z.number().int(),
        forecastOver: z.number().int(),
        near: z.number().int(),
      }),
    ),
    distribution: z.array(
      z.object({
        band: z.enum(['zero', 'to20', 'to45', 'to60', 'to80', 'below100', 'from100']),
        count: z.number().int(),
        lastYear: z.number().int().nullable(),
      }),
    ),
    trend: z.array(
      z.object({
        fiscalYear: z.number().int(),
        perHead: z.array(minutes.nullable()).length(12),
        forecast: z.array(minutes.nullable()).length(12),
      }),
    ),
    exceptionalByBureau: z.array(z.object({ name: z.string(), month, minutes })),
    externallyDrivenShare: z.object({ designated: z.number().int(), departments: z.number().int(), warn: z.boolean() }),
    previous: month.nullable(),
    next: month.nullable(),
  }),
});
export const cityLimits = route({
  method: 'get',
  path: '/city/months/:month/limits',
  access: hrSide,
  summary: 'Everyone over or near a limit, by urgency, paged',
  params: z.object({ month }),
  query: z.object({
    limit: limitName.optional(),
    average: z.enum(['true']).optional().describe('any of the averages'),
    state: limitState.optional(),
    department: departmentCode.optional(),
    after: z.coerce.number().int().min(0).default(0),
    size: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  answer: z.object({ rows: z.array(limitRow), count: z.number().int() }),
});
export const monthList = route({
  method: 'get',
  path: '/city/months/:month/staff',
  access: hrSide,
  summary: 'The month of many people, one row each',
  params: z.object({ month }),
  query: z.object({
    department: departmentCode.optional(),
    search: z.string().max(50).optional(),
    after: staffNumber.optional(),
    size: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        person,
        overtime: minutes,
        exceptional: minutes,
        presence: minutes,
        beyond: minutes,
        daysWorked: z.number().int(),
        unclassifiable: z.number().int(),
        state: limitState,
        remaining: minutes.nullable(),
      }),
    ),
    next: staffNumber.nullable(),
    count: z.number().int(),
  }),
});

export const departmentsView = route({
  method: 'get',
  path: '/departments',
  access: [...hrSide, 'admin'],
  summary: 'Departments with their designations, on a day',
  query: z.object({ on: date.optional() }),
  answer: z.object({
    on: date,
    departments: z.array(
      z.object({
        department: departmentCode,
        name: z.string(),
        kind: z.enum(['bureau', 'division', 'section']),
        parent: departmentCode.nullable(),
        headcount: z.number().int(),
        appendedTable: z.number().int().nullable(),
        designation: z.object({ from: date, until: date.nullable(), publishedOn: date, reason: z.string() }).nullable(),
        upcoming: z.object({ from: date, until: date.nullable(), publishedOn: date, reason: z.string() }).nullable(),
      }),
    ),
    share: z.object({ designated: z.number().int(), divisions: z.number().int(), warn: z.boolean() }),
  }),
});
export const designate = route({
  method: 'post',
  path: '/designations',
  access: ['hr'],
  summary: 'Designate a department as externally driven (他律), from a day on',
  body: z.strictObject({
    department: departmentCode,
    from: date,
    until: date.nullable().default(null),
    publishedOn: date,
    reason: z.string().trim().min(1).max(400),
    overrideReason: z.string().trim().max(400).optional(),
  }),
  answer: z.object({ designated: z.literal(true), warn: z.boolean() }),
});
export const endDesignation = route({
  method: 'post',
  path: '/designations/:department/end',
  access: ['hr'],
  summary: 'End a designation',
  params: z.object({ department: departmentCode }),
  body: z.strictObject({ from: date, until: date, reason: z.string().trim().min(1).max(400) }),
  answer: z.object({ ended: z.literal(true) }),
});
export const findStaff = route({
  method: 'get',
  path: '/staff',
  access: [...hrSide, 'manager'],
  summary: 'Find people by number, name or kana (those the caller may see)',
  query: z.object({ search: z.string().min(1).max(50) }),
  answer: z.object({ people: z.array(person).max(50) }),
});

// ---- 取り込み ----------------------------------------------------------------------------------------------------------
export const importKind = z.enum([
  'departments',
  'staff',
  'appointments',
  'punches',
  'pc-log',
  'overtime',
  'overtime-months',
  'designations',
]);
export type ImportKind = z.infer<typeof importKind>;
export const importEncoding = z.enum(['auto', 'utf-8', 'cp932']);
export const badLine = z.object({
  line: z.number().int(),
  field: z.string(),
  value: z.string(),
  code: z.string(),
  message: z.string().describe('わけ'),
  cure: z.string().describe('直し方'),
});
export const importRun = z.object({
  id: uuid,
  kind: importKind,
  fileName: z.string(),
  state: z.enum(['checked', 'running', 'done', 'stopped', 'interrupted']),
  encoding: z.enum(['utf-8', 'cp932']),
  separator: z.enum(['comma', 'tab']),
  hasHeader: z.boolean(),
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable(), required: z.boolean() })),
  missingColumns: z.array(z.string()),
  rowsTotal: z.number().int(),
  rowsDone: z.number().int(),
  taken: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  bad: z.array(badLine).max(50),
  sample: z.array(z.record(z.string(), z.string())).max(5),
  consequence: z.object({ people: z.number().int(), firstDate: date.nullable(), lastDate: date.nullable() }),
  changed: z
    .object({ resolvedMissing: z.number().int(), newDiscrepancies: z.number().int(), stateChanges: z.number().int() })
    .nullable(),
  startedBy: z.string(),
  startedAt: instant,
  finishedAt: instant.nullable(),
});
export type ImportRunView = z.infer<typeof importRun>;

export const checkImport = route({
  method: 'post',
  path: '/imports',
  access: ['hr', 'admin'],
  summary: 'Upload a file and check it; nothing is stored but the file and its findings',
  upload: true,
  query: z.object({ kind: importKind, encoding: importEncoding.default('auto') }),
  answer: importRun,
});
export const runImport = route({
  method: 'post',
  path: '/imports/:id/run',
  access: ['hr', 'admin'],
  summary: 'Take the good lines in; bad ones go to the error file',
  params: z.object({ id: uuid }),
  body: z.strictObject({}),
  answer: importRun,
});
export const stopImport = route({
  method: 'post',
  path: '/imports/:id/stop',
  access: ['hr', 'admin'],
  summary: 'Stop a running import; what is in stays in',
  params: z.object({ id: uuid }),
  body: z.strictObject({}),
  answer: importRun,
});
export const readImport = route({
  method: 'get',
  path: '/imports/:id',
  access: ['hr', 'admin'],
  summary: 'State of an import',
  params: z.object({ id: uuid }),
  answer: importRun,
});
export const listImports = route({
  method: 'get',
  path: '/imports',
  access: ['hr', 'admin'],
  summary: 'Latest imports',
  answer: z.object({ imports: z.array(importRun).max(50) }),
});
export const importErrors = route({
  method: 'get',
  path: '/imports/:id/errors',
  access: ['hr', 'admin'],
  summary: 'The error file: refused lines as they came, with a reason column, in the encoding they came in',
  params: z.object({ id: uuid }),
});

// ---- 報告 --------------------------------------------------------------------------------------------------------------
export const reportName = z.enum(['saga-1', 'saga-2', 'month-list']);
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
  query: z.object({ month, format: z.enum(['xlsx', 'csv']), department: departmentCode.optional() }),
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
  access: hrSide,
  summary: '資料① as data for the page',
  query: z.object({ month }),
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
  query: z.object({ month, sheet: z.enum(['1', '2']), format: z.enum(['xlsx', 'csv']) }),
});

// ---- 設定 --------------------------------------------------------------------------------------------------------------
export const listDevices = route({
  method: 'get',
  path: '/devices',
  access: ['admin'],
  summary: 'Terminals',
  answer: z.object({
    devices: z.array(
      z.object({ device: z.string(), name: z.string(), createdAt: instant, revokedAt: instant.nullable() }),
    ),
  }),
});
export const addDevice = route({
  method: 'post',
  path: '/devices',
  access: ['admin'],
  summary: 'Register a terminal; its token is shown once',
  body: z.strictObject({ device: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/), name: z.string().trim().min(1).max(60) }),
  answer: z.object({ device: z.string(), token: z.string() }),
});
export const revokeDevice = route({
  method: 'post',
  path: '/devices/:device/revoke',
  access: ['admin'],
  summary: 'Stop a terminal at once',
  params: z.object({ device: z.string() }),
  body: z.strictObject({ reason: z.string().trim().min(1).max(200) }),
  answer: z.object({ revoked: z.literal(true) }),
});
export const settings = route({
  method: 'get',
  path: '/settings',
  access: ['hr', 'admin', 'auditor'],
  summary: 'The municipal parameters in force, each with its meaning, source and who decides',
  answer: z.object({
    on: date,
    parameters: z.array(
      z.object({
        key: z.string(),
        what: z.string(),
        value: z.string(),
        default: z.string(),
        source: z.string(),
        decides: z.string(),
        confidence: z.enum(['A', 'B', 'C']),
      }),
    ),
  }),
});
/** Where a page of the journal ended: an instant, with the id of the deed when several were recorded at it. */
const journalPlace = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})(\|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/,
  )
  .describe('the `next` of the page before');
export const journal = route({
  method: 'get',
  path: '/journal',
  access: ['auditor', 'hr'],
  summary: 'Deeds, newest first, paged: who, when, what, why',
  query: z.object({
    before: journalPlace.optional(),
    staff: staffNumber.optional(),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    deeds: z.array(
      z.object({
        id: uuid,
        kind: z.string(),
        actor: z.string(),
        actorName: z.string(),
        subject: z.string(),
        reason: z.string(),
        occurredAt: instant,
        recordedAt: instant,
      }),
    ),
    next: journalPlace.nullable(),
  }),
});
