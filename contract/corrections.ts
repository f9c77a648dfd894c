import { z } from 'zod';
import { foundWork } from './differences.ts';
import { route } from './route.ts';
import { uuid } from './values.ts';

/** 打刻の訂正 and 差異の理由 of staff, decided by the head or 人事課. */
export const decideCorrection = route({
  method: 'post',
  path: '/corrections/:id/decide',
  access: ['manager', 'hr'],
  summary: 'Accept or reject a reported correction',
  params: z.object({ id: uuid }),
  body: z.strictObject({
    accept: z.boolean(),
    note: z.string().trim().max(400).default(''),
    worked: foundWork
      .nullable()
      .optional()
      .describe('of a difference: hours found to be work, where they are other than answered; its category'),
  }),
  answer: z.object({ id: uuid, state: z.enum(['accepted', 'rejected']) }),
});
