import { z } from 'zod';
import { route } from './route.ts';
import { date, instant, uuid } from './values.ts';

/** 取り込み: files checked, taken in, and their error files. */
export const importKind = z.enum([
  'departments',
  'staff',
  'appointments',
  'punches',
  'pc-log',
  'gate',
  'overtime',
  'overtime-months',
  'designations',
  'work-reviews',
  'digital-effects',
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
  encoding: z.enum(['utf-8', 'cp932', 'utf-16le', 'utf-16be']),
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
