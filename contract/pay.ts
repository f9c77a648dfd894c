import { z } from 'zod';
import { route } from './route.ts';
import { date, instant, month, uuid } from './values.ts';

const readers = ['hr', 'auditor'] as const;
const count = z.number().int();
const text = z.string().max(200_000);
const problem = z.object({ line: count, key: z.string(), message: z.string() });

/** Why a person's month wants a look before payroll takes the file. */
export const payProblemKind = z.enum([
  'handedOver', // the month is known as a sum only: no classes, not in the file
  'mismatch', // the spans do not add up to the record: not in the file
  'impossible', // spans that contradict each other: not in the file
  'unclassifiable', // days that cannot be judged count nothing
  'unconfirmed', // overtime that nobody confirmed, as far as the person was present
  'withoutHours', // overtime of which only the length is known, laid outside the night
]);
const payExport = z.object({
  id: uuid,
  month,
  madeAt: instant,
  madeBy: z.string(),
  provisional: z.boolean().describe('somebody’s month was open'),
  differences: z.boolean().describe('only what differs from the export before'),
  layout: z.string(),
  people: count,
  rows: count,
  hash: z.string().describe('SHA-256 of the file'),
  fileName: z.string(),
});

export const payExports = route({
  method: 'get',
  path: '/pay-hours/:month',
  access: [...readers],
  summary: 'Files made for payroll of a month, and whether the month is closed',
  params: z.object({ month }),
  answer: z.object({
    month,
    closed: z.boolean().describe('of everybody'),
    people: count,
    closedPeople: count,
    layout: z.object({ name: z.string(), from: date.nullable() }),
    mayExport: z.boolean(),
    exports: z.array(payExport).describe('the latest first, at most 50'),
  }),
});
export const exportPayHours = route({
  method: 'post',
  path: '/pay-hours/:month/exports',
  access: ['hr'],
  summary: 'Make the file for payroll: everybody, or what differs from the export before',
  params: z.object({ month }),
  body: z.strictObject({ differences: z.boolean().default(false) }),
  answer: z.object({
    made: payExport,
    problems: z.array(
      z.object({
        kind: payProblemKind,
        count,
        people: z.array(z.object({ staff: z.string(), name: z.string() })).describe('at most 50'),
      }),
    ),
  }),
});
export const payFile = route({
  method: 'get',
  path: '/pay-hours/exports/:id/file',
  access: [...readers],
  summary: 'A file that was made for payroll, always the same bytes',
  params: z.object({ id: uuid }),
});

const layout = z.object({
  name: z.string(),
  says: z.array(z.string()).describe('what the layout means, a sentence each'),
  sample: z.array(z.array(z.union([z.string(), z.number()]))).describe('heading and two invented people'),
});
export const payLayout = route({
  method: 'get',
  path: '/pay-layout',
  access: [...readers],
  summary: 'The layout of the file for payroll: what holds, what was decided, and a file to write on',
  answer: z.object({
    on: date,
    text,
    layout,
    mayDecide: z.boolean(),
    decided: z.array(
      z.object({ from: date, name: z.string(), inForce: z.boolean(), by: z.string(), at: instant, reason: z.string() }),
    ),
  }),
});
export const checkPayLayout = route({
  method: 'post',
  path: '/pay-layout/check',
  access: ['hr'],
  summary: 'What a layout means, or every problem of it by line and key',
  body: z.strictObject({ text }),
  answer: z.object({ problems: z.array(problem), layout: layout.nullable() }),
});
export const decidePayLayout = route({
  method: 'post',
  path: '/pay-layout',
  access: ['hr'],
  summary: 'Decide the layout that holds from a day on, today or later',
  body: z.strictObject({ text, reason: z.string().trim().min(1).max(400) }),
  answer: z.object({ decided: z.literal(true), from: date }),
});
