import { z } from 'zod';
import { route } from './route.ts';
import { date, instant, minuteOfDay } from './values.ts';

/** お知らせ: what waits for the caller, and how the caller wants to be told of it. */
const kind = z.enum([
  'overtimeRequest',
  'finalApproval',
  'correctionRequest',
  'afterReview',
  'objection',
  'difference',
  'formApproval',
  'formReturned',
  'plan',
  'support',
  'reopening',
  'executiveDue',
  'breach',
  'breachReview',
  'due',
  'missingPunch',
  'designation',
  'decision',
]);
const way = z.enum(['atOnce', 'digest', 'page']);

export const waitingNotices = route({
  method: 'get',
  path: '/my/waiting',
  access: 'signedIn',
  summary: 'What waits for the caller, by kind of notice; looked for each minute',
  answer: z.object({
    lookedAt: instant.nullable().describe('null: nobody has looked yet'),
    kinds: z.array(
      z.object({
        kind,
        name: z.string(),
        count: z.number().int(),
        things: z
          .array(z.object({ line: z.string(), path: z.string(), since: instant }))
          .describe('the oldest first; at most 50'),
      }),
    ),
  }),
});
export const noticeSettings = route({
  method: 'get',
  path: '/my/notice-settings',
  access: 'signedIn',
  summary: 'How the caller is told of each kind of notice, and what the municipality demands',
  answer: z.object({
    digestTime: minuteOfDay,
    mailAddress: z.string().describe('empty: none is registered, the pages tell'),
    ownAddress: z.boolean().describe('an account without a 職員番号 says its address itself'),
    mailing: z.boolean().describe('false: this installation sends no mail'),
    kinds: z.array(
      z.object({
        kind,
        name: z.string(),
        when: z.string(),
        chosen: way,
        way: way.describe('how the caller is told in the end: as chosen, but never less than demanded'),
        least: z.enum(['free', 'digest', 'atOnce']),
        why: z.string().describe('why the municipality demands it; empty where it demands nothing'),
      }),
    ),
  }),
});
export const chooseNotices = route({
  method: 'put',
  path: '/my/notice-settings',
  access: 'signedIn',
  summary: 'Choose how to be told of kinds of notices; less than the municipality demands is refused',
  body: z.strictObject({ choices: z.array(z.strictObject({ kind, way })).min(1).max(20) }),
  answer: z.object({ changed: z.number().int() }),
});
export const sayNoticeAddress = route({
  method: 'put',
  path: '/my/notice-address',
  access: 'signedIn',
  summary: 'Say where mails to an account without a 職員番号 go; empty: nowhere, the page tells',
  body: z.strictObject({ mailAddress: z.string().trim().max(254) }),
  answer: z.object({ mailAddress: z.string() }),
});
export const urgentThings = route({
  method: 'get',
  path: '/my/urgent',
  access: 'signedIn',
  summary:
    'What is due from the caller by measures, what they were told, and what else waits for them: the most urgent few, for the first pages',
  answer: z.object({
    counts: z.object({
      due: z.number().int().describe('to be done by the caller'),
      told: z.number().int().describe('alerts of the last days'),
      decided: z.number().int().describe('decisions about what the caller asked for, of the last seven days'),
      waiting: z.number().int().describe('notices beside requests and differences, which have pages of their own'),
    }),
    more: z.boolean().describe('more than is counted'),
    things: z
      .array(
        z.object({
          what: z.enum(['due', 'told', 'decided', 'waiting']),
          line: z.string(),
          path: z.string(),
          dueOn: date.nullable(),
          late: z.boolean(),
        }),
      )
      .describe('the nearest day first; at most 5'),
  }),
});
