import { z } from 'zod';
import { route } from './route.ts';
import { date, instant, staffNumber } from './values.ts';

/** Until when somebody may work today: for software that locks PCs. Nothing here refuses a declaration of what was worked. */
export const approvedUntil = route({
  method: 'get',
  path: '/approved-until',
  access: 'device',
  summary: 'Until when a person may work on a duty date by hours and orders, for software that controls PCs',
  query: z
    .object({
      staffNumber: staffNumber.optional(),
      account: z.string().min(1).max(120).optional().describe('the PC account (SID or name) that the staff file holds'),
      date: date.optional().describe('the duty date; the one that runs when it is left out'),
    })
    .refine((q) => (q.staffNumber === undefined) !== (q.account === undefined), {
      message: 'staffNumber(職員番号)か account(PCのアカウント)の、どちらか一方だけを指定してください。',
    }),
  answer: z.object({
    staffNumber,
    dutyDate: date,
    dutyEnds: instant.nullable().describe('end of the allotted hours; null on a day off'),
    orderEnds: instant.nullable().describe('end of the last order of the day; null without one'),
    until: instant.nullable().describe('the later of both; null = no work is allotted or ordered'),
  }),
});
