import { z } from 'zod';
import { differenceAnswer, differenceView } from './differences.ts';
import { route } from './route.ts';
import {
  category,
  date,
  day,
  effect,
  instant,
  limitName,
  limitState,
  minuteOfDay,
  minutes,
  month,
  overtimeView,
  person,
  staffNumber,
  standing,
  step,
  uuid,
} from './values.ts';

/** Things this person has to do, newest deadline first. */
export const task = z.object({
  kind: z.enum(['missingOut', 'missingIn', 'discrepancy', 'returned', 'noRecord']),
  date,
  firstIn: minuteOfDay.nullable(),
  lastOut: minuteOfDay.nullable(),
  pcLast: minuteOfDay.nullable(),
  orderUntil: minuteOfDay.nullable(),
  discrepancy: minutes,
  dueOn: date,
  overtimeId: uuid.nullable(),
  note: z.string(),
  difference: differenceView.nullable().describe('where records, order and declaration were compared'),
});

export const today = route({
  method: 'get',
  path: '/my/today',
  access: ['staff'],
  summary: 'Today of the signed-in person',
  answer: z.object({
    now: instant,
    dutyDate: date,
    day,
    records: z.array(
      z.object({
        occurredAt: instant,
        minute: minuteOfDay,
        direction: z.enum(['in', 'out', 'unknown']),
        source: z.enum(['card', 'page', 'pc', 'import', 'gate']),
        device: z.string(),
      }),
    ),
    tasks: z.array(task),
    standing: standing.nullable().describe('null for 管理監督職員: no cap applies'),
    pending: z.array(overtimeView).describe('own requests and orders of today and later'),
  }),
});

const monthParams = z.object({ staff: staffNumber, month });

export const staffMonth = route({
  method: 'get',
  path: '/staff/:staff/months/:month',
  access: 'signedIn',
  summary: "One person's month, day by day (staff: 'me')",
  params: monthParams,
  answer: z.object({
    person,
    month,
    through: date.nullable().describe('last day with figures'),
    days: z.array(day),
    standing: standing.nullable(),
    totals: z.object({
      daysWorked: z.number().int(),
      presence: minutes,
      beyond: minutes,
      overtime: minutes,
      exceptional: minutes,
      dayOffOvertime: minutes,
      holidayWork: minutes,
      night: minutes,
      discrepancy: minutes,
      unclassifiable: z.array(date),
    }),
    previous: month.nullable(),
    next: month.nullable(),
  }),
});

export const why = route({
  method: 'get',
  path: '/staff/:staff/months/:month/why',
  access: 'signedIn',
  summary: 'Why the month stands as it does: steps from punch to cap',
  params: monthParams,
  query: z.object({ limit: limitName.optional() }),
  answer: z.object({
    person,
    standing,
    judgedAt: instant,
    recordsFrom: date,
    recordsThrough: date.nullable(),
    regime: z.enum(['ordinance', 'article36']),
    ruleRevision: date,
    ruleCheckedOn: date,
    exampleDay: day.nullable(),
    days: z.array(z.object({ date, overtime: minutes })),
    /** Kept in chapters: records, overtime, sum, caps, remaining, exceptions, verdict. */
    chapters: z.array(
      z.object({
        chapter: z.enum(['records', 'overtime', 'sum', 'caps', 'remaining', 'exceptions', 'verdict']),
        steps: z.array(step),
      }),
    ),
    /** Whether the hours of the month so far reach 医師による面接指導; by hours alone, nothing of anyone's health. */
    guidance: z
      .object({ due: z.enum(['withoutRequest', 'onRequest', 'none']), steps: z.array(step) })
      .nullable()
      .describe('null where the municipality counts hours that are not kept by month'),
    limits: z.array(
      z.object({
        limit: limitName,
        total: minutes.nullable(),
        before: minutes.nullable(),
        now: minutes.nullable(),
        slack: minutes.nullable(),
        binding: z.boolean(),
      }),
    ),
  }),
});

/** The person page: 18 months, averages, tokens, events. */
export const history = route({
  method: 'get',
  path: '/staff/:staff/history',
  access: 'signedIn',
  summary: "A person's months, averages and events, up to the current month",
  params: z.object({ staff: staffNumber }),
  query: z.object({ month: month.optional() }),
  answer: z.object({
    person,
    standing: standing.nullable(),
    months: z.array(
      z.object({
        month,
        overtime: minutes.nullable().describe('null = unknown'),
        exceptional: minutes,
        department: z.enum(['selfDirected', 'externallyDriven']),
        monthlyCap: minutes.nullable(),
        averages: z.array(z.object({ months: z.number().int(), average: minutes.nullable() })),
      }),
    ),
    monthsOver45: z.array(month),
    events: z.array(
      z.object({
        date,
        kind: z.enum(['transfer', 'designation', 'exceptional', 'over', 'joined']),
        text: z.string(),
        state: limitState.nullable(),
      }),
    ),
  }),
});

/** 申し出 of the person against what was entered for them, with the answer of the head. */
export const objection = z.object({
  id: uuid,
  overtime: uuid,
  reason: z.string(),
  statedAt: instant,
  answer: z.string(),
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
});
const requestBody = z.strictObject({
  date,
  from: minuteOfDay,
  until: minuteOfDay,
  category,
  work: z.string().trim().min(1).max(200),
  why: z.string().trim().max(400).default(''),
  task: uuid.nullish().describe('a designated task; 特例業務 among them is requested as such'),
});

export const previewOvertime = route({
  method: 'post',
  path: '/my/overtime/preview',
  access: ['staff'],
  summary: 'What a request would do to the month; nothing is stored',
  body: z.strictObject({ date, from: minuteOfDay, until: minuteOfDay, category }),
  answer: effect,
});
export const requestOvertime = route({
  method: 'post',
  path: '/my/overtime',
  access: ['staff'],
  summary: 'Request overtime (申請). Never refused for its number of hours',
  body: requestBody.extend({ id: uuid }),
  answer: z.object({ overtime: overtimeView, effect, decidesBy: z.string().describe('who decides') }),
});
export const myOvertime = route({
  method: 'get',
  path: '/my/overtime',
  access: ['staff'],
  summary: 'Own requests and orders, newest first (latest 100)',
  answer: z.object({ overtime: z.array(overtimeView), objections: z.array(objection) }),
});
export const withdrawOvertime = route({
  method: 'post',
  path: '/my/overtime/:id/withdraw',
  access: ['staff'],
  summary: 'Withdraw an own request (取下げ)',
  params: z.object({ id: uuid }),
  body: z.strictObject({ reason: z.string().trim().max(400).default('') }),
  answer: overtimeView,
});

export const reportCorrection = route({
  method: 'post',
  path: '/my/corrections',
  access: ['staff'],
  summary: 'Report the true time of a missing or wrong punch, or the reason of a difference',
  body: z.strictObject({
    id: uuid,
    date,
    kind: z.enum(['punch', 'discrepancy']),
    in: minuteOfDay.nullable(),
    out: minuteOfDay.nullable(),
    reason: z.string().trim().min(1).max(400),
    answer: differenceAnswer.nullable().optional().describe('needed for the kind discrepancy: what the time was'),
  }),
  answer: z.object({ id: uuid, state: z.literal('requested'), decidesBy: z.string() }),
});
