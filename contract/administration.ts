import { z } from 'zod';
import { route } from './route.ts';
import { date, instant, staffNumber, uuid } from './values.ts';

/** 端末, 設定 and 操作の記録. */
export const listDevices = route({
  method: 'get',
  path: '/devices',
  access: ['admin'],
  summary: 'Terminals',
  answer: z.object({
    devices: z.array(
      z.object({ device: z.string(), name: z.string(), createdAt: instant, revokedAt: instant.nullable() }),
    ),
  }),
});
export const addDevice = route({
  method: 'post',
  path: '/devices',
  access: ['admin'],
  summary: 'Register a terminal; its token is shown once',
  body: z.strictObject({
    device: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/, '端末の番号は英数字と - _ で、32文字以内で入れてください。'),
    name: z.string().trim().min(1).max(60),
  }),
  answer: z.object({ device: z.string(), token: z.string() }),
});
export const revokeDevice = route({
  method: 'post',
  path: '/devices/:device/revoke',
  access: ['admin'],
  summary: 'Stop a terminal at once',
  params: z.object({ device: z.string() }),
  body: z.strictObject({ reason: z.string().trim().min(1).max(200) }),
  answer: z.object({ revoked: z.literal(true) }),
});
export const settings = route({
  method: 'get',
  path: '/settings',
  access: ['hr', 'admin', 'auditor'],
  summary: 'The municipal parameters in force, each with its meaning, source and who decides',
  answer: z.object({
    on: date,
    groups: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        about: z.string(),
        parameters: z.array(
          z.object({
            key: z.string().describe("its place in a municipality's file"),
            what: z.string(),
            value: z.string(),
            default: z.string(),
            differs: z.boolean().describe('from the model'),
            source: z.string(),
            decides: z.string(),
            confidence: z.enum(['A', 'B', 'C']),
          }),
        ),
      }),
    ),
  }),
});
/** Where a page of the journal ended: an instant, with the id of the deed when several were recorded at it. */
const journalPlace = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})(\|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/,
    '前のページの答えにある next の値を、そのまま入れてください。',
  )
  .describe('the `next` of the page before');
export const journal = route({
  method: 'get',
  path: '/journal',
  access: ['auditor', 'hr'],
  summary: 'Deeds, newest first, paged: who, when, what, why',
  query: z.object({
    before: journalPlace.optional(),
    staff: staffNumber.optional(),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    deeds: z.array(
      z.object({
        id: uuid,
        kind: z.string(),
        actor: z.string(),
        actorName: z.string(),
        subject: z.string(),
        reason: z.string(),
        occurredAt: instant,
        recordedAt: instant,
      }),
    ),
    next: journalPlace.nullable(),
  }),
});
