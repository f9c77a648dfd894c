import { z } from 'zod';
import { route } from './route.ts';
import { date, departmentCode, instant, minutes, month, staffNumber } from './values.ts';

/** 時間外勤務実施計画書 of a section for a month, and the measures of reports that go into it. */
export const planState = z.enum(['draft', 'agreedByHead', 'agreedByUnion', 'received', 'returned']);
export const measureItem = z
  .enum(['spread', 'reassign', 'support', 'other'])
  .describe('①業務の分散・平準化 ②配置転換 ③登録型応援制度・わくわく ④その他');
export const measureOutcome = z.enum(['done', 'partly', 'notDone']);
const MOST = 31 * 24 * 60;
const planned = z.number().int().min(0).max(MOST);
const line = z.strictObject({
  staff: staffNumber,
  work: z.string().trim().max(100),
  reason: z.string().trim().max(200).default(''),
  weeks: z.array(planned).max(6).nullable().default(null),
  minutes: planned,
});
const sectionMonth = z.object({ department: departmentCode, month });
const group = z.string().trim().max(60);

export const carriedMeasure = z.object({
  month: month.describe('the month reported on'),
  group,
  item: measureItem,
  feasible: z.boolean(),
  words: z.string().describe('what is done, or why it cannot be'),
  carriedIn: month.nullable().describe('the month whose plan took it over first'),
  outcome: measureOutcome.nullable(),
  outcomeNote: z.string(),
  before: minutes.nullable().describe('overtime of the section in the month reported on'),
  after: minutes.nullable().describe('in the month of the plan; null while nothing is known'),
  sameDays: date.nullable().describe('the month of the plan runs: both are told up to this day'),
});

const person = z.object({
  staff: staffNumber,
  name: z.string(),
  post: z.string(),
  planned: minutes,
  lastYear: minutes.nullable().describe('same month of last year; null where it is not shown or not known'),
  forecast: minutes.nullable().describe('of the running month, while a coming one is planned'),
  actual: minutes.nullable().describe('of the month planned, so far'),
});

export const planView = route({
  method: 'get',
  path: '/sections/:department/plans/:month',
  access: ['manager', 'hr', 'executive', 'auditor', 'union'],
  summary: 'The overtime plan of a section for a month; prefilled where it is not begun',
  params: sectionMonth,
  answer: z.object({
    department: departmentCode,
    path: z.string(),
    month,
    running: month,
    dueOn: date,
    late: z.boolean(),
    state: planState.nullable().describe('null = not begun; the lines are prefilled'),
    version: z.number().int(),
    note: z.string().describe('why it was returned'),
    remarks: z.string(),
    may: z.object({
      draft: z.boolean(),
      agreeAsHead: z.boolean(),
      agreeAsUnion: z.boolean(),
      receive: z.boolean(),
      giveBack: z.boolean(),
      measures: z.boolean().describe('write the measures of reports and what became of them'),
    }),
    weeks: z.array(z.object({ from: date, through: date, actual: minutes.nullable() })),
    lines: z.array(line.extend({ name: z.string() })),
    people: z.array(person),
    sums: z.object({
      planned: minutes,
      lastYear: minutes.nullable(),
      before: minutes.nullable().describe('the month before; while it runs, what is expected of it'),
      actual: minutes.nullable(),
      through: date.nullable().describe('last day of `actual`'),
    }),
    measures: z.array(carriedMeasure).describe('of the last report before the month, as the plan takes them over'),
    groups: z.array(z.string()).describe('groups (係・班) for which the measures of a report may be written'),
    past: z
      .array(carriedMeasure)
      .describe('those that earlier plans took over: done or not, and the hours before and after'),
    history: z.array(z.object({ kind: z.string(), by: z.string(), at: instant, note: z.string() })),
  }),
});
export const savePlan = route({
  method: 'post',
  path: '/sections/:department/plans/:month',
  access: ['manager'],
  summary: 'Write the draft of a plan; it orders nothing',
  params: sectionMonth,
  body: z.strictObject({
    version: z.number().int().min(0).describe('of the plan that was read; another one in between is not overwritten'),
    lines: z.array(line).max(400),
    remarks: z.string().trim().max(1000).default(''),
  }),
  answer: z.object({ state: planState, version: z.number().int() }),
});
const step = { params: sectionMonth, answer: z.object({ state: planState, version: z.number().int() }) } as const;
const seen = z.strictObject({ version: z.number().int().min(1).describe('of the plan that was read') });
export const agreePlan = route({
  method: 'post',
  path: '/sections/:department/plans/:month/agree',
  access: ['manager', 'union'],
  summary: 'Agree to a plan, as its head or as 職員組合',
  ...step,
  body: seen.extend({ as: z.enum(['head', 'union']) }),
});
export const receivePlan = route({
  method: 'post',
  path: '/sections/:department/plans/:month/receive',
  access: ['hr'],
  summary: 'Receive a plan on which head and union agreed; what was due is settled by it',
  ...step,
  body: seen,
});
export const returnPlan = route({
  method: 'post',
  path: '/sections/:department/plans/:month/return',
  access: ['manager', 'union', 'hr'],
  summary: 'Return a plan with the reason; the head takes it back',
  ...step,
  body: seen.extend({ note: z.string().trim().min(1).max(400) }),
});

export const plansOfMonth = route({
  method: 'get',
  path: '/plans/:month',
  access: ['hr', 'executive', 'auditor'],
  summary: 'The plans of all sections for a month: where each stands, planned and actual hours',
  params: z.object({ month }),
  answer: z.object({
    month,
    today: date,
    through: date.nullable(),
    sections: z.array(
      z.object({
        department: departmentCode,
        bureau: z.string(),
        name: z.string(),
        state: planState.nullable(),
        dueOn: date,
        late: z.boolean(),
        planned: minutes.nullable(),
        actual: minutes.nullable(),
        lastYear: minutes.nullable(),
        beyond: z.array(z.object({ staff: staffNumber, name: z.string(), planned: minutes, actual: minutes })),
      }),
    ),
  }),
});
export const plansForUnion = route({
  method: 'get',
  path: '/union/plans',
  access: ['union'],
  summary: 'The plans that were put before the 職員組合: those that wait, and those of two months agreed to',
  answer: z.object({
    plans: z.array(
      z.object({
        department: departmentCode,
        path: z.string(),
        month,
        state: planState,
        planned: minutes,
        people: z.number().int(),
        headName: z.string(),
        headAt: instant,
      }),
    ),
  }),
});

const measure = z.strictObject({
  item: measureItem,
  feasible: z.boolean(),
  words: z.string().trim().min(1).max(400),
});
export const writeReportMeasures = route({
  method: 'post',
  path: '/sections/:department/report-measures/:month',
  access: ['manager', 'hr'],
  summary: 'Write the measures ①–④ of the report on a month; those of the group are replaced',
  params: sectionMonth,
  body: z.strictObject({ group: group.default(''), measures: z.array(measure).min(1).max(4) }),
  answer: z.object({ written: z.number().int() }),
});
export const settleReportMeasure = route({
  method: 'post',
  path: '/sections/:department/report-measures/:month/outcome',
  access: ['manager', 'hr'],
  summary: 'Say what became of a measure',
  params: sectionMonth,
  body: z.strictObject({
    group: group.default(''),
    item: measureItem,
    outcome: measureOutcome,
    note: z.string().trim().max(400).default(''),
  }),
  answer: z.object({ settled: z.literal(true) }),
});
