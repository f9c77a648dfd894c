import { z } from 'zod';
import { hrSide } from './hr.ts';
import { route } from './route.ts';
import {
  category,
  date,
  departmentCode,
  instant,
  minutes,
  month,
  overtimeState,
  person,
  staffNumber,
  step,
  uuid,
} from './values.ts';

/** Notices of designations, tasks that count as 他律的業務 or 特例業務, and prior notices of 特例業務. */

const text = (most: number) => z.string().trim().max(most);

/** A designation as the person concerned is told of it. */
const designationNotice = z.object({
  department: departmentCode,
  name: z.string(),
  from: date,
  until: date.nullable(),
  publishedOn: date,
  reason: z.string(),
  told: date,
  acknowledgedAt: instant.nullable(),
});
export const myNotices = route({
  method: 'get',
  path: '/my/notices',
  access: ['staff'],
  summary: 'Designations that the signed-in person is told of, and the tasks that may be named in a request',
  answer: z.object({
    on: date,
    designations: z.array(designationNotice),
    tasks: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        kind: z.enum(['externallyDriven', 'exceptional']),
        from: date,
        until: date.nullable(),
      }),
    ),
  }),
});
export const acknowledgeDesignation = route({
  method: 'post',
  path: '/my/notices/acknowledge',
  access: ['staff'],
  summary: 'I have seen that this designation applies to me',
  body: z.strictObject({ department: departmentCode, from: date }),
  answer: z.object({ acknowledgedAt: instant }),
});
export const designationNotices = route({
  method: 'get',
  path: '/designations/:department/notices',
  access: ['hr', 'manager', 'auditor'],
  summary: 'Who was told of a designation by when, and who has acknowledged it',
  params: z.object({ department: departmentCode }),
  query: z.object({ from: date }),
  answer: z.object({
    department: departmentCode,
    name: z.string(),
    from: date,
    publishedOn: date,
    people: z.array(
      z.object({
        person,
        by: date.describe('the last day on which to tell in time'),
        told: date.nullable(),
        state: z.enum(['inTime', 'late', 'missing']),
        acknowledgedAt: instant.nullable(),
      }),
    ),
    steps: z.array(step),
  }),
});
export const checkDesignation = route({
  method: 'post',
  path: '/designations/check',
  access: ['hr'],
  summary: 'What a designation would be: beforehand or late, few or too many, told in time or not',
  body: z.strictObject({ department: departmentCode, from: date, publishedOn: date }),
  answer: z.object({ warns: z.boolean(), people: z.number().int(), steps: z.array(step) }),
});

const task = z.object({
  id: uuid,
  department: departmentCode,
  departmentName: z.string(),
  name: z.string(),
  kind: z.enum(['externallyDriven', 'exceptional']),
  from: date,
  until: date.nullable(),
  publishedOn: date,
  reason: z.string(),
  inForce: z.boolean(),
});
export const tasksView = route({
  method: 'get',
  path: '/designations/tasks',
  access: [...hrSide],
  summary: 'Tasks that count as 他律的業務 or 特例業務, with their dates',
  answer: z.object({ on: date, scope: z.enum(['department', 'task']), tasks: z.array(task) }),
});
export const designateTask = route({
  method: 'post',
  path: '/designations/tasks/:id',
  access: ['hr'],
  summary: 'Designate a task from a day on (うきは市: by task instead of by department)',
  params: z.object({ id: uuid }),
  body: z.strictObject({
    department: departmentCode,
    name: text(100).min(1),
    kind: z.enum(['externallyDriven', 'exceptional']),
    from: date,
    until: date.nullable(),
    publishedOn: date,
    reason: text(400).min(1),
    overrideReason: text(400).optional(),
  }),
  answer: z.object({ designated: z.literal(true) }),
});
export const endTask = route({
  method: 'post',
  path: '/designations/tasks/:id/end',
  access: ['hr'],
  summary: 'End the designation of a task: from a day on it counts as normal work',
  params: z.object({ id: uuid }),
  body: z.strictObject({ until: date, reason: text(400).min(1) }),
  answer: z.object({ ended: z.literal(true) }),
});

const expected = z.strictObject({ month, minutes: minutes.min(0).max(44_640) });
/** 特例業務の事前届出 of one person and task. */
const priorNotice = z.object({
  id: uuid,
  person,
  task: z.string(),
  from: date,
  through: date,
  expected: z.array(expected),
  staffing: z.string(),
  unavoidable: z.string(),
  reduction: z.string(),
  confirmedOn: date.nullable(),
  confirmedBy: z.string(),
  fatigue: z.string(),
  mindAndBody: z.string(),
  filedOn: date,
  filedBy: z.string(),
  due: date,
  state: z.enum(['inTime', 'late']),
  complete: z.boolean(),
  health: z.enum(['notNeeded', 'confirmed', 'missing']).describe('above 100:00 or an average of 80:00'),
  withdrawn: z.boolean(),
  orders: z.number().int().describe('orders of exceptional work that rest on it'),
  version: z.number().int(),
});
export type PriorNoticeView = z.infer<typeof priorNotice>;
const noticeBody = z.strictObject({
  version: z.number().int().min(0),
  staff: staffNumber,
  task: text(200).min(1),
  from: date,
  through: date,
  expected: z.array(expected).max(12),
  staffing: text(400),
  unavoidable: text(400),
  reduction: text(400),
  confirmedOn: date.nullable(),
  confirmedBy: text(60),
  fatigue: text(400),
  mindAndBody: text(400),
});
const noticeCheck = z.object({
  due: date,
  state: z.enum(['inTime', 'late']),
  missing: z.array(z.enum(['task', 'expected', 'staffing', 'unavoidable', 'reduction'])),
  health: z.enum(['notNeeded', 'confirmed', 'missing']),
  steps: z.array(step),
});
export const checkPriorNotice = route({
  method: 'post',
  path: '/sections/:department/prior-notices/check',
  access: ['manager', 'hr'],
  summary: 'What a prior notice would be: in time, complete, and whether health is to be confirmed; nothing is stored',
  params: z.object({ department: departmentCode }),
  body: noticeBody,
  answer: noticeCheck,
});
export const filePriorNotice = route({
  method: 'post',
  path: '/sections/:department/prior-notices/:id',
  access: ['manager'],
  summary:
    'File a prior notice of exceptional work of a person, or correct one. Late or incomplete it is taken and marked',
  params: z.object({ department: departmentCode, id: uuid }),
  body: noticeBody,
  answer: noticeCheck,
});
export const withdrawPriorNotice = route({
  method: 'post',
  path: '/prior-notices/:id/withdraw',
  access: ['manager'],
  summary: 'Withdraw a prior notice (取下げ)',
  params: z.object({ id: uuid }),
  body: z.strictObject({ reason: text(400).min(1) }),
  answer: z.object({ withdrawn: z.literal(true) }),
});

/** An order of exceptional work with the notice on which it rests. */
const exceptionalOrder = z.object({
  overtime: uuid,
  person,
  date,
  minutes,
  category,
  state: overtimeState,
  work: z.string(),
  notice: z.enum(['filed', 'late', 'none']),
  noticeTask: z.string(),
});
export type ExceptionalOrderView = z.infer<typeof exceptionalOrder>;
export const sectionExceptional = route({
  method: 'get',
  path: '/sections/:department/exceptional/:month',
  access: ['manager', 'hr'],
  summary: 'Prior notices and orders of exceptional work of a section in a month',
  params: z.object({ department: departmentCode, month }),
  answer: z.object({
    department: departmentCode,
    name: z.string(),
    month,
    on: date,
    dueDay: z.number().int(),
    mayFile: z.boolean(),
    form: z
      .object({
        key: z.string(),
        title: z.string(),
        written: z.array(
          z.object({ staff: staffNumber, state: z.enum(['draft', 'submitted', 'returned', 'accepted']) }),
        ),
      })
      .nullable()
      .describe('the form of the measures that is handed in as the notice; null when there is none'),
    people: z.array(person),
    notices: z.array(priorNotice),
    orders: z.array(exceptionalOrder),
  }),
});
export const cityExceptional = route({
  method: 'get',
  path: '/city/months/:month/exceptional',
  access: [...hrSide],
  summary: 'Prior notices and orders of exceptional work of everybody in a month',
  params: z.object({ month }),
  answer: z.object({
    month,
    on: date,
    notices: z.array(priorNotice),
    orders: z.array(exceptionalOrder),
    without: z.number().int().describe('orders without a prior notice'),
    more: z.boolean().describe('there are more than the 300 shown of each'),
  }),
});
export const noticeOfRequest = route({
  method: 'get',
  path: '/overtime/:id/prior-notice',
  access: ['manager', 'hr'],
  summary: 'The prior notice on which an order of exceptional work would rest',
  params: z.object({ id: uuid }),
  answer: z.object({
    notice: priorNotice.nullable(),
    due: date,
    orderHealth: z.enum(['notNeeded', 'needed']),
    steps: z.array(step),
  }),
});
