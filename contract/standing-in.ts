import { z } from 'zod';
import { decision } from './manager.ts';
import { route } from './route.ts';
import {
  date,
  decisionGround,
  departmentCode,
  instant,
  minuteOfDay,
  minutes,
  overtimeView,
  person,
  staffNumber,
  uuid,
} from './values.ts';

/** 代決・専決・庶務担当, absences of heads, what waits for the one above, and what is seen afterwards (後閲). */
const kind = z.enum(['standIn', 'delegated', 'clerk']);
const reason = z.string().trim().min(1).max(400);
const period = { from: date, through: date.describe('last day, inclusive') } as const;

const mandate = z.object({
  id: uuid,
  department: departmentCode,
  departmentPath: z.string(),
  kind,
  holder: person,
  ...period,
  dailyLimit: minutes.nullable(),
  reason: z.string(),
  givenBy: z.string(),
  givenAt: instant,
  state: z.enum(['upcoming', 'holds', 'waits', 'over']).describe('waits: a 代決 whose head is present today'),
  endedBy: z.string().nullable(),
  endReason: z.string(),
});
const absence = z.object({
  id: uuid,
  person,
  ...period,
  reason: z.string().describe('shown to heads above, the person and 人事課 only'),
  recordedBy: z.string(),
  state: z.enum(['upcoming', 'holds', 'over']),
});
const unattended = z.object({
  department: departmentCode,
  path: z.string(),
  head: z.string().describe('name of the absent head; empty: the post is vacant'),
  waiting: z.number().int().describe('requests that wait for this post'),
});

export const mandatesView = route({
  method: 'get',
  path: '/mandates',
  access: ['manager', 'hr'],
  summary: 'Mandates (代決・専決・庶務担当) and absences of heads: of the own departments, or of all for 人事課',
  answer: z.object({
    on: date,
    delegatedLimit: minutes.describe('the bound of a 専決 that the municipality decided, per person and day'),
    departments: z.array(z.object({ department: departmentCode, path: z.string() })),
    heads: z.array(person).describe('heads whose absence the caller may record'),
    mandates: z
      .array(mandate)
      .describe('those that hold or are to come, and those that ended in the last 60 days; at most 200'),
    absences: z.array(absence),
    unattended: z.array(unattended).describe('posts nobody stands in for though requests wait or the head is away'),
  }),
});
export const mandateCandidates = route({
  method: 'get',
  path: '/mandates/candidates',
  access: ['manager', 'hr'],
  summary: 'Who may be named for a department: its people, and the heads beside it',
  query: z.object({ department: departmentCode }),
  answer: z.object({ people: z.array(person) }),
});
export const giveMandate = route({
  method: 'post',
  path: '/mandates',
  access: ['manager', 'hr'],
  summary: 'Name who stands in (代決), decides by delegation (専決) or enters requests (庶務担当) for a department',
  body: z.strictObject({
    id: uuid,
    department: departmentCode,
    holder: staffNumber,
    kind,
    ...period,
    dailyLimit: z.number().int().min(15).max(1440).nullable().default(null),
    reason,
  }),
  answer: z.object({ given: z.literal(true) }),
});
export const endMandate = route({
  method: 'post',
  path: '/mandates/:id/end',
  access: ['manager', 'hr'],
  summary: 'End a mandate before its time; from the day given it does not hold',
  params: z.object({ id: uuid }),
  body: z.strictObject({ until: date, reason }),
  answer: z.object({ ended: z.literal(true) }),
});
export const recordAbsence = route({
  method: 'post',
  path: '/absences',
  access: ['manager', 'hr'],
  summary: 'Record that somebody who heads a department is away',
  body: z.strictObject({ id: uuid, staff: staffNumber, ...period, reason }),
  answer: z.object({ recorded: z.literal(true) }),
});
export const endAbsence = route({
  method: 'post',
  path: '/absences/:id/end',
  access: ['manager', 'hr'],
  summary: 'The head is back: from the day given the absence does not hold',
  params: z.object({ id: uuid }),
  body: z.strictObject({ until: date, reason }),
  answer: z.object({ ended: z.literal(true) }),
});

export const openApprovals = route({
  method: 'get',
  path: '/approvals',
  access: ['manager', 'deputy', 'hr'],
  summary:
    'What waits for this person, what waits for the one above, what is to be seen afterwards, and what people object to',
  answer: z.object({
    requests: z.array(decision).describe('what waits for the decision of this person, and for nobody nearer'),
    finals: z.array(decision).describe('課長承認済み: this person gives the order'),
    above: z
      .array(z.object({ overtime: overtimeView, finalBy: z.string() }))
      .describe('approved in the own departments, waiting for the one above (finalBy: empty = nobody is there)'),
    reviews: z.array(
      z.object({
        id: uuid,
        about: z.enum(['standIn', 'onBehalf', 'emergency']),
        deed: z.string().describe('kind of the event'),
        by: z.string(),
        for: z.string().nullable(),
        at: instant,
        note: z.string(),
        departmentName: z.string(),
        overtime: overtimeView,
      }),
    ),
    objections: z.array(z.object({ id: uuid, reason: z.string(), statedAt: instant, overtime: overtimeView })),
    unattended: z.array(unattended),
  }),
});
export const seeAfterwards = route({
  method: 'post',
  path: '/after-reviews/seen',
  access: ['manager'],
  summary: 'The head has seen what was decided in their place (後閲)',
  body: z.strictObject({ ids: z.array(uuid).min(1).max(200) }),
  answer: z.object({ seen: z.number().int() }),
});

/** One reason for several. */
export const settleMany = route({
  method: 'post',
  path: '/overtime/settle',
  access: ['manager', 'deputy'],
  summary: 'Return, reject or revoke several with one reason; what cannot be is named and left alone',
  body: z.strictObject({
    deed: z.enum(['return', 'reject', 'revoke']),
    ids: z.array(uuid).min(1).max(200),
    note: z.string().trim().min(1).max(400),
    ground: decisionGround.optional().describe('for a rejection'),
  }),
  answer: z.object({
    done: z.array(uuid),
    left: z.array(z.object({ id: uuid, code: z.string(), message: z.string() })),
  }),
});

/** Entering and taking back for a person (代理). */
const requestFor = z.strictObject({
  id: uuid,
  staff: staffNumber,
  date,
  from: minuteOfDay,
  until: minuteOfDay,
  category: overtimeView.shape.category,
  work: z.string().trim().min(1).max(200),
  why: z.string().trim().max(400).default(''),
  reason: reason.describe('why the person does not enter it'),
});
export const peopleOnBehalf = route({
  method: 'get',
  path: '/on-behalf/people',
  access: ['staff', 'manager', 'hr'],
  summary: 'People for whom the caller may enter requests, with what is open for them',
  query: z.object({ search: z.string().trim().max(40).default('') }),
  answer: z.object({
    people: z.array(person).describe('at most 100'),
    open: z
      .array(z.object({ overtime: overtimeView, mayRevoke: z.boolean() }))
      .describe('open requests and orders of these people'),
  }),
});
export const requestOnBehalf = route({
  method: 'post',
  path: '/on-behalf/overtime',
  access: ['staff', 'manager', 'hr'],
  summary: 'Request overtime for somebody (代理): both names are kept',
  body: requestFor,
  answer: z.object({ overtime: overtimeView, decidesBy: z.string() }),
});
export const withdrawOnBehalf = route({
  method: 'post',
  path: '/on-behalf/overtime/:id/withdraw',
  access: ['staff', 'manager', 'hr'],
  summary: 'Withdraw a request for somebody (取下げの代理)',
  params: z.object({ id: uuid }),
  body: z.strictObject({ reason }),
  answer: overtimeView,
});
export const revokeOnBehalf = route({
  method: 'post',
  path: '/on-behalf/overtime/:id/revoke',
  access: ['staff', 'manager', 'hr'],
  summary: 'Enter that the head revokes an order (取消の代理); the head sees it afterwards',
  params: z.object({ id: uuid }),
  body: z.strictObject({ reason }),
  answer: overtimeView,
});
export const objectTo = route({
  method: 'post',
  path: '/my/overtime/:id/objection',
  access: ['staff'],
  summary: 'Object to what was entered for oneself; the head is told',
  params: z.object({ id: uuid }),
  body: z.strictObject({ objection: uuid, reason }),
  answer: z.object({ stated: z.literal(true) }),
});
export const answerObjection = route({
  method: 'post',
  path: '/objections/:id/answer',
  access: ['manager', 'hr'],
  summary: 'Answer an objection; the person sees the answer',
  params: z.object({ id: uuid }),
  body: z.strictObject({ answer: reason }),
  answer: z.object({ answered: z.literal(true) }),
});
