import { z } from 'zod';
import { route } from './route.ts';
import { instant, staffNumber, uuid } from './values.ts';

export const direction = z.enum(['in', 'out', 'unknown']);
const card = z.strictObject({ kind: z.enum(['cardApUserId', 'idm', 'uid']), value: z.string().min(1).max(64) });

/**
 * One punch as a device sends it: `staffNumber` or `card`, not both. An id or instant that cannot be one does not fail
 * the call: the punch is among `refused` (`punch.id.invalid`, `punch.occurredAt.invalid`), the others are recorded.
 */
export const punch = z
  .strictObject({
    id: z.string().max(64).meta({ format: 'uuid' }),
    staffNumber: staffNumber.optional(),
    card: card.optional(),
    occurredAt: z.string().max(64).meta({ format: 'date-time', description: 'instant with offset' }),
    direction,
  })
  .refine((p) => (p.staffNumber === undefined) !== (p.card === undefined), {
    message: 'staffNumber(職員番号)か card(カード)の、どちらか一方だけを入れてください。',
  });

export const recordPunches = route({
  method: 'post',
  path: '/punches',
  access: 'device',
  summary: 'Record punches of a terminal; answers when they are durable',
  body: z.strictObject({ punches: z.array(punch).min(1).max(1000) }),
  answer: z.object({
    accepted: z.number().int(),
    duplicates: z.number().int(),
    refused: z.array(z.object({ id: z.string(), code: z.string(), message: z.string() })),
  }),
});

/** The button on the page of today. The id makes a double press the same punch. */
export const punchMyself = route({
  method: 'post',
  path: '/my/punches',
  access: ['staff'],
  summary: 'Record an own punch by the page, at the clock of the server',
  body: z.strictObject({ id: uuid, direction: z.enum(['in', 'out']) }),
  answer: z.object({ occurredAt: instant, duplicate: z.boolean() }),
});
