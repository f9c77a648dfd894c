import { z } from 'zod';
import { route } from './route.ts';
import { date, departmentCode, effect, minuteOfDay, minutes, month, overtimeView, person, uuid } from './values.ts';

/** How many requests were decided before the end of duty of their day (on days without duty: before the work began). */
export const closeShare = z.object({
  month,
  requests: z.number().int().describe('requests whose time to be decided is over, or that are decided'),
  inTime: z.number().int(),
  askedAfter: z.number().int().describe('requests that came after it'),
});

export const dailyClose = route({
  method: 'get',
  path: '/sections/:department/close',
  access: ['manager', 'hr'],
  summary: '終礼: who asked, who stays, who stayed lately without asking',
  params: z.object({ department: departmentCode }),
  answer: z.object({
    department: departmentCode,
    name: z.string(),
    date,
    dutyEnd: minuteOfDay.nullable().describe('null on a day without duty'),
    over: z.boolean().describe('the end of duty has passed'),
    asked: z.array(
      z.object({
        overtime: overtimeView,
        effect,
        late: z.boolean().describe('it came after the end of duty'),
        planLeft: minutes.nullable().describe('of the plan of the month, before this; negative = beyond it'),
      }),
    ),
    staying: z.array(z.object({ id: uuid, person, from: minuteOfDay.nullable(), until: minuteOfDay.nullable() })),
    notAsked: z.array(
      z.object({
        person,
        days: z.number().int().describe('of the last five duty days'),
        beyond: minutes.describe('presence outside the allotted hours on them that was not ordered'),
        last: date,
      }),
    ),
    shares: z.array(closeShare).describe('this month and the five before, the newest first'),
  }),
});

export const closeShares = route({
  method: 'get',
  path: '/close-shares/:month',
  access: ['hr', 'executive', 'auditor'],
  summary: 'Shares of requests decided before the end of duty, by section of a 部局',
  params: z.object({ month }),
  query: z.object({ bureau: departmentCode.optional().describe('the first one when it is left out') }),
  answer: z.object({
    month,
    bureau: departmentCode,
    bureaus: z.array(z.object({ department: departmentCode, name: z.string() })),
    sections: z.array(closeShare.extend({ department: departmentCode, name: z.string() })),
  }),
});
