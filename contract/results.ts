import { z } from 'zod';
import { route } from './route.ts';
import { decisionGround, departmentCode, minuteOfDay, month, overtimeView, person, uuid } from './values.ts';

export const correctOvertime = route({
  method: 'post',
  path: '/overtime/:id/correct',
  access: ['manager', 'deputy'],
  summary: 'Put a confirmed result right (実績の訂正), always with the reason',
  params: z.object({ id: uuid }),
  answer: overtimeView,
  body: z.strictObject({
    from: minuteOfDay,
    until: minuteOfDay,
    note: z.string().trim().min(1).max(400),
    ground: decisionGround.optional().describe('why hours in which the person was present do not count any more'),
  }),
});
export const confirmedResults = route({
  method: 'get',
  path: '/sections/:department/months/:month/confirmed',
  access: ['manager', 'deputy', 'hr'],
  summary: 'Confirmed results of a section in a month; at most 1,000',
  params: z.object({ department: departmentCode, month }),
  answer: z.object({
    name: z.string(),
    closed: z.boolean().describe('of somebody: what is closed is corrected after it was reopened'),
    results: z.array(z.object({ overtime: overtimeView, person })),
  }),
});
