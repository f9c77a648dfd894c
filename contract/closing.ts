import { z } from 'zod';
import { route } from './route.ts';
import { date, departmentCode, instant, minuteOfDay, month } from './values.ts';

const hrSide = ['hr', 'executive', 'auditor'] as const;
const whoSees = ['manager', ...hrSide] as const;
const count = z.number().int();
const reason = z.string().trim().max(400).default('');
const params = z.object({ department: departmentCode, month });

/** A kind of thing that keeps a month open. */
const check = z.object({
  key: z.string(),
  title: z.string(),
  short: z.string().describe('heading of a narrow column'),
  cure: z.string().describe('who settles it, and how'),
  page: z.enum(['questions', 'month', 'dues']).describe('the page of the section where it is settled'),
});
const closingState = z.object({
  state: z.enum(['open', 'closed']),
  closedBy: z.string(),
  closedAt: instant.nullable(),
  closeReason: z.string(),
  points: z.record(z.string(), count).describe('what was open when it was closed'),
  askedBy: z.string().describe('the head asks for the month to be opened again; empty = nobody does'),
  askedAt: instant.nullable(),
  askReason: z.string(),
  remindedBy: z.string(),
  remindedAt: instant.nullable(),
  reopenedBy: z.string(),
  reopenedAt: instant.nullable(),
  reopenReason: z.string(),
});

export const closingView = route({
  method: 'get',
  path: '/closing/months/:month',
  access: [...whoSees],
  summary: 'How far the closing of a month is: the sections one heads, or all',
  params: z.object({ month }),
  answer: z.object({
    month,
    today: date,
    dueOn: date.describe('the closing day of the municipality'),
    late: z.boolean().describe('the closing day is over'),
    over: z.boolean().describe('the last duty date of the month is over'),
    previous: month.nullable(),
    next: month.nullable(),
    checks: z.array(check),
    whole: closingState.nullable().describe('of the municipality; only for those who see all'),
    mayCloseWhole: z.boolean(),
    mayRemind: z.boolean(),
    sections: z
      .array(
        z.object({
          department: departmentCode,
          name: z.string(),
          path: z.string(),
          people: count,
          open: z.record(z.string(), count),
          openTotal: count,
          latePunches: count.describe('punches that came after the closing'),
          closing: closingState,
        }),
      )
      .describe('those to be closed first, with the most open points first'),
  }),
});

export const sectionClosing = route({
  method: 'get',
  path: '/sections/:department/closing/:month',
  access: [...whoSees],
  summary: 'What is to be settled before a section’s month is closed, one by one',
  params,
  answer: z.object({
    department: departmentCode,
    name: z.string(),
    path: z.string(),
    month,
    today: date,
    dueOn: date,
    late: z.boolean(),
    over: z.boolean(),
    people: count,
    pending: z.boolean().describe('figures of the month are being made'),
    closing: closingState,
    checks: z.array(
      check.extend({
        count,
        points: z.array(z.object({ staff: z.string(), name: z.string(), date })).describe('the oldest 50'),
      }),
    ),
    latePunches: z.array(
      z.object({ staff: z.string(), name: z.string(), date, minute: minuteOfDay, recordedAt: instant }),
    ),
    previous: month.nullable(),
    next: month.nullable(),
    may: z.object({
      close: z.boolean(),
      closeOver: z.boolean().describe('over open points, with a reason'),
      reopen: z.boolean(),
      ask: z.boolean(),
      remind: z.boolean(),
    }),
  }),
});

const done = z.object({ done: z.literal(true) });
export const closeSection = route({
  method: 'post',
  path: '/sections/:department/closing/:month/close',
  access: ['manager', 'hr'],
  summary: 'Close a section’s month (月の締め)',
  params,
  body: z.strictObject({ reason }),
  answer: done,
});
export const reopenSection = route({
  method: 'post',
  path: '/sections/:department/closing/:month/reopen',
  access: ['hr'],
  summary: 'Open a closed month again, with the reason',
  params,
  body: z.strictObject({ reason }),
  answer: done,
});
export const askReopening = route({
  method: 'post',
  path: '/sections/:department/closing/:month/ask-reopening',
  access: ['manager'],
  summary: 'Ask 人事課 to open a closed month again',
  params,
  body: z.strictObject({ reason }),
  answer: done,
});
export const remindClosing = route({
  method: 'post',
  path: '/closing/months/:month/remind',
  access: ['hr'],
  summary: 'Remind the heads of sections whose month is open; without sections all of them',
  params: z.object({ month }),
  body: z.strictObject({ departments: z.array(departmentCode).max(2_000).optional() }),
  answer: z.object({
    reminded: count,
    already: count.describe('sections reminded earlier on the same day, and not again'),
  }),
});
export const closeMunicipality = route({
  method: 'post',
  path: '/closing/months/:month/close',
  access: ['hr'],
  summary: 'Close the month of the whole municipality; sections that are open are closed with the reason',
  params: z.object({ month }),
  body: z.strictObject({ reason }),
  answer: z.object({ closed: count.describe('sections closed by this') }),
});
