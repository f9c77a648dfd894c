import { z } from 'zod';
import { differenceAnswer, differenceView } from './differences.ts';
import { route } from './route.ts';
import {
  capacity,
  category,
  date,
  dayState,
  decisionGround,
  departmentCode,
  effect,
  limitName,
  limitState,
  minuteOfDay,
  minutes,
  month,
  overtimeView,
  person,
  standing,
  uuid,
} from './values.ts';

const sectionParams = z.object({ department: departmentCode });

export const sectionToday = route({
  method: 'get',
  path: '/sections/:department/today',
  access: ['manager', 'deputy', 'hr'],
  summary: 'Who is in today',
  params: sectionParams,
  answer: z.object({
    department: departmentCode,
    name: z.string(),
    dutyDate: date,
    people: z.array(
      z.object({
        person,
        firstIn: minuteOfDay.nullable(),
        lastOut: minuteOfDay.nullable(),
        pcLast: minuteOfDay.nullable(),
        presence: z.enum(['in', 'left', 'notYet', 'dayOff']),
        orderUntil: minuteOfDay.nullable(),
        remaining: minutes.nullable(),
        state: limitState,
      }),
    ),
    missing: z
      .array(
        z.object({
          person,
          date,
          kind: z.enum(['missingIn', 'missingOut', 'noRecord']),
          toldOn: date.nullable().describe('the morning on which the person was told'),
          reported: z.boolean().describe('a correction waits for its decision'),
        }),
      )
      .describe('past days that lack a punch, oldest first'),
  }),
});

/** Heat-map row. Arrays have one entry a day of the month. */
export const sectionRow = z.object({
  person,
  state: limitState,
  stateLimit: limitName.nullable().describe('the limit that makes the state; null when fine'),
  restriction: z.string().nullable().describe('本人の請求 24:00, when there is one'),
  concurrent: z.boolean().describe('兼務'),
  days: z.array(
    z.object({ state: dayState, overtime: minutes, beyond: minutes, requested: minutes, discrepancy: z.boolean() }),
  ),
  overtime: minutes,
  exceptional: minutes,
  beyond: minutes,
  orderedAhead: minutes,
  forecast: minutes.nullable(),
  remaining: minutes.nullable(),
  monthBound: minutes.nullable().describe('how far the month may go under the binding limit'),
  binding: z.string().nullable(),
});
export const question = z.object({
  person,
  date,
  kind: z.enum(['discrepancy', 'missingOut', 'missingIn']),
  orderUntil: minuteOfDay.nullable(),
  lastOut: minuteOfDay.nullable(),
  pcLast: minuteOfDay.nullable(),
  discrepancy: minutes,
  correction: z
    .object({
      id: uuid,
      state: z.enum(['requested', 'accepted', 'rejected', 'withdrawn']),
      in: minuteOfDay.nullable(),
      out: minuteOfDay.nullable(),
      reason: z.string(),
      answer: differenceAnswer.nullable(),
    })
    .nullable(),
  difference: differenceView.nullable().describe('where records, order and declaration were compared'),
  dueOn: date,
});
/** An order whose hours are over and whose result nobody has confirmed (実績の確認). */
export const openResult = z.object({
  overtime: overtimeView.pick({
    id: true,
    date: true,
    from: true,
    until: true,
    minutes: true,
    category: true,
    work: true,
  }),
  person,
  state: dayState.describe('of the duty date'),
  firstIn: minuteOfDay.nullable(),
  lastOut: minuteOfDay.nullable(),
  present: minutes.describe('presence inside the order, net of breaks; 0 where the day has no complete record'),
  proposal: z
    .object({ from: minuteOfDay, until: minuteOfDay })
    .nullable()
    .describe('from the first to the last minute of presence inside the order'),
  discrepancy: minutes.describe('presence after the order beyond the threshold, not yet explained'),
  agrees: z.boolean().describe('the record holds the whole order and nothing is left to explain'),
});
/** An order that is given and not yet worked. */
export const givenOrder = z.object({
  overtime: overtimeView.pick({ id: true, date: true, from: true, until: true, minutes: true, category: true }),
  person,
});
/** What waits for a decision. */
export const decision = z.object({
  overtime: overtimeView,
  effect,
  deadline: z.string().nullable(),
  afterTheFact: z.boolean().describe('asked for when the work had begun (事後の申請); decided one by one'),
  finalBy: z
    .string()
    .nullable()
    .describe(
      'who gives the order after this decision, by post and name (empty: nobody is there); null = this decision is the order',
    ),
});
export const sectionMonth = route({
  method: 'get',
  path: '/sections/:department/months/:month',
  access: ['manager', 'deputy', 'hr'],
  summary: 'A section’s month: heat map, decisions, questions',
  params: z.object({ department: departmentCode, month }),
  answer: z.object({
    department: departmentCode,
    name: z.string(),
    path: z.string(),
    month,
    through: date.nullable(),
    today: date,
    calendar: z.array(
      z.object({ date, kind: z.enum(['dutyDay', 'weeklyDayOff', 'legalHoliday']), name: z.string().nullable() }),
    ),
    counts: z.object({
      over: z.number().int(),
      forecastOver: z.number().int(),
      decisions: z.number().int(),
      results: z.number().int(),
      discrepancies: z.number().int(),
      missing: z.number().int(),
    }),
    rows: z.array(sectionRow).describe('most urgent first, 管理監督職員 last'),
    decisions: z.array(decision),
    standingIn: capacity
      .extend({ dailyLimit: minutes.nullable().describe('of one person and duty date; null = no bound') })
      .nullable()
      .describe('in whose place the caller decides here; null = in their own right'),
    questions: z.array(question),
    results: z
      .array(openResult)
      .describe('orders to confirm: of this month; in the running month of the one before too'),
    orders: z.array(givenOrder).describe('orders whose hours are not over; in the running month those ahead of it too'),
    total: minutes,
    previousTotal: minutes.nullable().describe('same days of last month'),
    lastYearTotal: minutes.nullable(),
    daysLeft: z.number().int(),
    previous: month.nullable(),
    next: month.nullable(),
    closed: z.boolean().describe('the month is closed (月の締め)'),
  }),
});

const decide = { params: z.object({ id: uuid }), answer: overtimeView } as const;
const words = z.string().trim().max(400).default('');

export const orderOvertime = route({
  method: 'post',
  path: '/overtime/:id/order',
  access: ['manager', 'deputy'],
  summary: 'Order what was requested (命令する), shortened or as exceptional work if need be',
  ...decide,
  body: z.strictObject({
    until: minuteOfDay.optional(),
    category: category.optional(),
    note: words,
    ground: decisionGround.optional().describe('why it is shorter than asked for; then with a note'),
    healthConfirmed: z.boolean().default(false),
    emergency: z
      .boolean()
      .optional()
      .describe('緊急: order at once though the final approval lies above; then with a note'),
  }),
});
export const orderMany = route({
  method: 'post',
  path: '/overtime/order',
  access: ['manager', 'deputy'],
  summary: 'Order several requests that keep every limit; others are named and left alone',
  body: z.strictObject({ ids: z.array(uuid).min(1).max(200) }),
  answer: z.object({
    ordered: z.array(uuid),
    approved: z.array(uuid).describe('approved first: the order is left to the one above'),
    left: z.array(z.object({ id: uuid, code: z.string(), message: z.string() })),
  }),
});
export const startOrder = route({
  method: 'post',
  path: '/sections/:department/overtime',
  access: ['manager', 'deputy'],
  summary: 'Order overtime without a request (命令)',
  params: sectionParams,
  body: z.strictObject({
    id: uuid,
    staff: z.string(),
    date,
    from: minuteOfDay,
    until: minuteOfDay,
    category,
    work: z.string().trim().min(1).max(200),
    note: words,
    healthConfirmed: z.boolean().default(false),
    emergency: z.boolean().optional(),
  }),
  answer: overtimeView,
});
export const returnOvertime = route({
  method: 'post',
  path: '/overtime/:id/return',
  access: ['manager', 'deputy'],
  summary: 'Return for correction (差戻し)',
  ...decide,
  body: z.strictObject({ note: z.string().trim().min(1).max(400) }),
});
export const rejectOvertime = route({
  method: 'post',
  path: '/overtime/:id/reject',
  access: ['manager', 'deputy'],
  summary: 'Reject (却下), with a ground and the reason',
  ...decide,
  body: z.strictObject({ note: z.string().trim().min(1).max(400), ground: decisionGround }),
});
export const revokeOvertime = route({
  method: 'post',
  path: '/overtime/:id/revoke',
  access: ['manager', 'deputy'],
  summary: 'Revoke an order already given (取消)',
  ...decide,
  body: z.strictObject({ note: z.string().trim().min(1).max(400) }),
});
export const confirmOvertime = route({
  method: 'post',
  path: '/overtime/:id/confirm',
  access: ['manager', 'deputy'],
  summary: 'Confirm the result (実績の確認), as ordered or as really worked',
  ...decide,
  body: z.strictObject({
    from: minuteOfDay.optional(),
    until: minuteOfDay.optional(),
    note: words,
    ground: decisionGround.optional().describe('why hours of the claim in which the person was present do not count'),
  }),
});
export const confirmMany = route({
  method: 'post',
  path: '/overtime/confirm',
  access: ['manager', 'deputy'],
  summary: 'Confirm several results as ordered; those that need a reason are named and left alone',
  body: z.strictObject({ ids: z.array(uuid).min(1).max(200) }),
  answer: z.object({
    confirmed: z.array(uuid),
    left: z.array(z.object({ id: uuid, code: z.string(), message: z.string() })),
  }),
});
/** Standing of one person, for dialogues. */
export const staffStanding = route({
  method: 'get',
  path: '/staff/:staff/standing',
  access: 'signedIn',
  summary: 'Remaining hours of a person this month',
  params: z.object({ staff: z.string() }),
  answer: standing.nullable(),
});
