import { z } from 'zod';
import { route } from './route.ts';
import { date, departmentCode, instant, limitName, minutes, month, staffNumber, uuid } from './values.ts';

/** 上限を超えた記録 and 要因の分析. Values of limits are minutes; months for `monthsOver45`; averages are sums of their window. */
export const breachReaders = ['manager', 'hr', 'executive', 'auditor'] as const;

const fiscalYear = z.coerce
  .number()
  .int()
  .min(2019)
  .max(2100)
  .describe('named by the calendar year in which it starts');
const id = z.object({ id: uuid });
const long = z.string().trim().max(2_000);
const causeName = z.string().trim().min(1).max(30);

const breach = z.object({
  id: uuid,
  staff: staffNumber,
  name: z.string(),
  section: departmentCode,
  place: z.string().describe('市民部 保険年金課 国保係'),
  limit: limitName,
  month: month.describe('in which it was exceeded; the last of the window for averages'),
  fiscalYear: z.number().int(),
  value: z.number().int(),
  cap: z.number().int(),
  carried: z.enum(['exceptional', 'none']),
  standing: z.enum(['holds', 'lapsed']),
  state: z.enum(['open', 'completed', 'returned']),
  recordDue: date.describe('by when ④ and ⑤ are written'),
  late: z.boolean(),
  changed: z.boolean().describe('the figure was corrected after ④ and ⑤ were completed'),
  outline: z.string(),
  mainCause: z.string(),
});
const sectionName = z.object({ section: departmentCode, name: z.string() });

export const breachesView = route({
  method: 'get',
  path: '/breaches',
  access: breachReaders,
  summary: 'Records of exceeded limits: those of the departments one heads, or of all',
  query: z.object({
    show: z.enum(['waiting', 'completed', 'lapsed']).default('waiting'),
    year: fiscalYear.optional(),
    section: departmentCode.optional(),
    after: z.coerce.number().int().min(0).default(0),
  }),
  answer: z.object({
    on: date,
    year: z.number().int(),
    years: z.array(z.number().int()).describe('fiscal years with records, newest first'),
    counts: z.object({
      waiting: z.number().int(),
      late: z.number().int(),
      completed: z.number().int(),
      lapsed: z.number().int(),
    }),
    waitingBefore: z.number().int().describe('still to be written in earlier years'),
    count: z.number().int(),
    size: z.number().int(),
    breaches: z.array(breach.extend({ mayWrite: z.boolean() })),
    sections: z.array(sectionName),
  }),
});

const words = z.strictObject({
  outline: long,
  reason: long,
  causes: z.array(causeName).max(30),
  mainCause: z.string().trim().max(30),
});

export const breachView = route({
  method: 'get',
  path: '/breaches/:id',
  access: breachReaders,
  summary: 'A record of an exceeded limit with its five items',
  params: id,
  answer: breach.extend({
    on: date,
    exceptional: minutes.describe('of 特例業務 in the period'),
    overtime: minutes.describe('of the month'),
    outlineMade: z.string().describe('the works of the period by hours'),
    reason: z.string(),
    causes: z.array(z.string()),
    works: z.array(z.object({ work: z.string(), minutes })),
    missing: z.array(z.enum(['department', 'name', 'exceeded', 'outline', 'reason'])),
    offered: z.array(z.string()).describe('causes that may be chosen'),
    note: z.string().describe('why it was returned'),
    completedBy: z.string(),
    completedAt: instant.nullable(),
    completedValue: z.number().int().nullable(),
    review: z.object({ ofYear: date, ofMonth: date.nullable() }),
    siblings: z
      .array(z.object({ id: uuid, limit: limitName, value: z.number().int(), cap: z.number().int() }))
      .describe('other limits of the person exceeded in the same month that are not completed'),
    mayWrite: z.boolean(),
    mayReturn: z.boolean(),
    history: z.array(z.object({ kind: z.string(), at: instant, by: z.string(), reason: z.string() })),
  }),
});
export const draftBreach = route({
  method: 'post',
  path: '/breaches/:id/draft',
  access: ['manager'],
  summary: 'Keep what is typed so far',
  params: id,
  body: words,
  answer: z.object({ kept: z.literal(true) }),
});
export const completeBreach = route({
  method: 'post',
  path: '/breaches/:id/complete',
  access: ['manager'],
  summary: 'Complete a record with ④, ⑤ and its causes, and others of the same person and month with the same words',
  params: id,
  body: words.extend({ also: z.array(uuid).max(10).default([]) }),
  answer: z.object({ completed: z.number().int() }),
});
export const returnBreach = route({
  method: 'post',
  path: '/breaches/:id/return',
  access: ['hr'],
  summary: 'Return a completed record with the reason',
  params: id,
  body: z.strictObject({ note: z.string().trim().max(400) }),
  answer: z.object({ returned: z.literal(true) }),
});

/** Which records are looked at; absent = all. */
export const breachFilter = z.object({
  year: fiscalYear.optional(),
  month: month.optional(),
  section: departmentCode.optional(),
  cause: causeName.optional(),
  limit: z.enum([...limitName.options, 'average']).optional(),
  task: z.string().trim().min(1).max(200).optional(),
});
const group = z.object({
  key: z.string(),
  name: z.string(),
  records: z.number().int(),
  people: z.number().int(),
  minutes: minutes.describe('overtime of the months concerned, each person and month once'),
  main: z.number().int().nullable().describe('of the records, those with this as their main cause'),
});
export type BreachGroupView = z.infer<typeof group>;
export const breachGroups = z.object({
  records: z.number().int(),
  people: z.number().int(),
  minutes,
  exceptional: z.number().int().describe('records carried by 特例業務'),
  unwritten: z.number().int().describe('records whose ④ and ⑤ are not completed'),
  byCause: z.array(group),
  bySection: z.array(group),
  byTask: z.array(group),
  byLimit: z.array(group),
  byMonth: z.array(group),
});

export const breachAnalysis = route({
  method: 'get',
  path: '/breach-analysis',
  access: breachReaders,
  summary: 'Records grouped by cause, section, work, limit and month',
  query: breachFilter,
  answer: z.object({
    on: date,
    year: z.number().int(),
    years: z.array(z.number().int()),
    groups: breachGroups,
    months: z.array(month),
    sections: z.array(sectionName),
    causes: z.array(z.string()),
    mayRegister: z.boolean(),
  }),
});
export const breachFile = route({
  method: 'get',
  path: '/breach-analysis/file',
  access: breachReaders,
  summary: 'The records as a file, one a row',
  query: breachFilter.extend({ format: z.enum(['csv', 'xlsx']) }),
});

const span = z.enum(['year', 'month']);
const reviewAt = { span, period: month.describe('the month, or the first month of the fiscal year') };
const reviewSection = z.string().max(20).describe("'' = the whole body");
const reviewRow = z.object({
  ...reviewAt,
  section: reviewSection,
  name: z.string(),
  records: z.number().int(),
  due: date,
  running: z.boolean().describe('the period is not over'),
  late: z.boolean(),
  state: z.enum(['none', 'draft', 'concluded']),
  since: z.number().int().describe('records that came after it was concluded'),
  writtenBy: z.string(),
  writtenOn: date.nullable(),
  concludedOn: date.nullable(),
});
export const reviewsView = route({
  method: 'get',
  path: '/breach-reviews',
  access: breachReaders,
  summary: 'What is to be sorted out, analysed and reviewed until when, and what is done',
  query: z.object({ year: fiscalYear.optional() }),
  answer: z.object({
    on: date,
    year: z.number().int(),
    years: z.array(z.number().int()),
    yearDue: date,
    monthly: z.boolean().describe('the municipality reviews each month beside the year'),
    counts: z.object({ open: z.number().int(), late: z.number().int(), concluded: z.number().int() }),
    reviews: z.array(reviewRow),
  }),
});
export const reviewView = route({
  method: 'get',
  path: '/breach-reviews/document',
  access: breachReaders,
  summary: 'One analysis with the records it rests on',
  query: z.object({ ...reviewAt, section: reviewSection.default('') }),
  answer: reviewRow.extend({
    on: date,
    fiscalYear: z.number().int(),
    sorted: z.string(),
    analysed: z.string(),
    verified: z.string(),
    concludedBy: z.string(),
    groups: breachGroups,
    mayWrite: z.boolean(),
    history: z.array(z.object({ kind: z.string(), at: instant, by: z.string() })),
  }),
});
export const writeReview = route({
  method: 'post',
  path: '/breach-reviews',
  access: ['manager', 'hr'],
  summary: 'Keep an analysis as a draft, or conclude it',
  body: z.strictObject({
    ...reviewAt,
    section: reviewSection,
    conclude: z.boolean(),
    sorted: z.string().trim().max(4_000),
    analysed: z.string().trim().max(4_000),
    verified: z.string().trim().max(4_000),
  }),
  answer: z.object({ state: z.enum(['draft', 'concluded']) }),
});
