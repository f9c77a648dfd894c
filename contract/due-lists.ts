import { z } from 'zod';
import { route } from './route.ts';
import { date, departmentCode, month, staffNumber } from './values.ts';

const readers = ['staff', 'manager', 'hr', 'executive'] as const;
const params = z.object({ id: z.uuid() });

const person = z.object({
  staff: staffNumber,
  name: z.string(),
  section: z.string(),
  figure: z.string().describe('what the measure looks at; empty where it is everybody'),
  value: z.string(),
  since: date.nullable().describe('the day on which the figure came to be beyond the bound; null = not known'),
  month: z.string().describe('overtime of the month, h:mm; empty = not known'),
  mayOpen: z.boolean().describe('the caller may open the month of the person'),
  year: z.string().describe('overtime of the fiscal year through the month, h:mm; empty = not known'),
});
const section = z.object({ department: departmentCode, name: z.string(), count: z.number().int() });
export type DueListPerson = z.infer<typeof person>;
export type DueListSection = z.infer<typeof section>;

export const dueList = route({
  method: 'get',
  path: '/dues/:id/list',
  access: [...readers],
  summary: 'A list that a measure hands over: who is on it with which figure since when, or how many people of each 課',
  params,
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  answer: z.object({
    title: z.string().describe('what is on the list'),
    measure: z.string(),
    occasion: z.string().describe('when somebody is on it; empty where the measure is not known any more'),
    subject: z.string().describe('名 of the 課 or 部局; empty = the whole body'),
    month,
    on: date.describe('the day on whose end it was made'),
    dueOn: date.nullable(),
    lists: z.enum(['people', 'sections']),
    people: z.array(person),
    sections: z.array(section).describe('in order of number, most first'),
    page: z.number().int(),
    size: z.number().int().describe('people of a page'),
    total: z.number().int().describe('people on all pages'),
    more: z.boolean(),
  }),
});
export const dueListFile = route({
  method: 'get',
  path: '/dues/:id/list/file',
  access: [...readers],
  summary: 'The whole list as CSV (UTF-8)',
  params,
});
