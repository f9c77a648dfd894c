import { z } from 'zod';
import { route } from './route.ts';
import { instant, minuteOfDay } from './values.ts';

/** お知らせ: what waits for the caller, and how the caller wants to be told of it. */
const kind = z.enum([
  'finalApproval',
  'afterReview',
  'objection',
  'difference',
  'formApproval',
  'formReturned',
  'breach',
  'breachReview',
  'due',
  'missingPunch',
  'designation',
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
