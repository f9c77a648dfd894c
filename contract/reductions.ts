import { z } from 'zod';
import { breachReaders } from './breaches.ts';
import { route } from './route.ts';
import { date, departmentCode, instant, minutes, month, staffNumber, uuid } from './values.ts';

/** 縮減の取組: what is done against overtime, and what was measured afterwards. */
const kind = z.enum(['workload', 'efficiency', 'staffing', 'support', 'other']);
const state = z.enum(['planned', 'underway', 'done', 'stopped']);
const id = z.object({ id: uuid });

const plan = z.strictObject({
  title: z.string().trim().min(1).max(60),
  kind,
  what: z.string().trim().min(1).max(2_000),
  owner: staffNumber.describe('職員番号 of who carries it'),
  dueOn: date,
  from: month.describe('the first month in which it is to show; effects are measured from it on'),
  sections: z.array(departmentCode).min(1).max(50),
  causes: z.array(z.string().trim().min(1).max(30)).max(30),
  records: z.array(uuid).max(200),
  expected: minutes
    .min(0)
    .max(6_000_000)
    .nullable()
    .describe('minutes a month that are to be saved in all sections together'),
});
const sectionName = z.object({ section: departmentCode, name: z.string() });
const row = z.object({
  id: uuid,
  title: z.string(),
  kind,
  owner: staffNumber,
  ownerName: z.string(),
  dueOn: date,
  from: month,
  sections: z.array(sectionName),
  causes: z.array(z.string()),
  records: z.number().int(),
  expected: minutes.nullable(),
  state,
  late: z.boolean(),
  note: z.string(),
});

export const reductionsView = route({
  method: 'get',
  path: '/reductions',
  access: breachReaders,
  summary: 'Measures against overtime: those that run, and those that ended',
  query: z.object({ show: z.enum(['running', 'ended']).default('running') }),
  answer: z.object({
    on: date,
    late: z.number().int(),
    more: z.boolean().describe('there are more than the 200 shown'),
    reductions: z.array(row),
    mayRegister: z.boolean(),
  }),
});

const mean = z.object({ perHead: minutes, headcountTenths: z.number().int() });
const measured = z.object({
  months: z.array(
    z.object({
      month,
      perHead: minutes.nullable(),
      exceptional: minutes.nullable().describe('a head, of 特例業務, which is part of perHead'),
      headcount: z.number().int(),
      others: minutes.nullable().describe('a head of everybody else'),
    }),
  ),
  after: z.array(month),
  base: z.array(month),
  against: z.enum(['sameMonths', 'before', 'nothing']),
  meanAfter: mean.nullable(),
  meanBase: mean.nullable(),
  change: minutes.nullable().describe('a head and month; negative = less overtime'),
  othersChange: minutes.nullable(),
  changeInAll: minutes.nullable(),
});
export type MeasuredView = z.infer<typeof measured>;

export const reductionView = route({
  method: 'get',
  path: '/reductions/:id',
  access: breachReaders,
  summary: 'A measure with its measured effect',
  params: id,
  answer: row.omit({ records: true }).extend({
    on: date,
    what: z.string(),
    records: z.array(uuid),
    registeredBy: z.string(),
    ofSections: measured,
    ofPeople: measured.nullable().describe('of the people of the records it answers'),
    people: z.number().int(),
    mayKeep: z.boolean(),
    moves: z.array(state).describe('states to which the caller may move it'),
    history: z.array(z.object({ kind: z.string(), at: instant, by: z.string(), reason: z.string() })),
  }),
});
export const reductionForm = route({
  method: 'get',
  path: '/reductions/form',
  access: ['manager', 'hr'],
  summary: 'What may be chosen when a measure is registered, with the records of a section and cause',
  query: z.object({
    year: z.coerce.number().int().min(2019).max(2100).optional(),
    section: departmentCode.optional(),
    cause: z.string().trim().min(1).max(30).optional(),
  }),
  answer: z.object({
    on: date,
    sections: z.array(sectionName),
    causes: z.array(z.string()),
    records: z.array(uuid),
  }),
});
export const registerReduction = route({
  method: 'post',
  path: '/reductions',
  access: ['manager', 'hr'],
  summary: 'Register a measure; the same id again changes nothing',
  body: z.strictObject({ id: uuid, plan }),
  answer: z.object({ id: uuid }),
});
export const changeReduction = route({
  method: 'post',
  path: '/reductions/:id',
  access: ['manager', 'hr'],
  summary: 'Change what a measure is',
  params: id,
  body: z.strictObject({ plan }),
  answer: z.object({ id: uuid }),
});
export const moveReduction = route({
  method: 'post',
  path: '/reductions/:id/move',
  access: ['manager', 'hr'],
  summary: 'Say how far a measure is',
  params: id,
  body: z.strictObject({ to: state, note: z.string().trim().max(400) }),
  answer: z.object({ state }),
});
