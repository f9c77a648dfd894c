import { z } from 'zod';
import { measuresDraft, measuresText, saidMeasure } from './measure-fields.ts';
import { route } from './route.ts';
import { sheetKeys } from './sheets.ts';
import { date, departmentCode, month } from './values.ts';

const hrSide = ['hr', 'executive', 'auditor'] as const;
const presetKey = z.string().regex(/^[a-z]{2,20}$/);

const practice = z.object({ name: z.string(), about: z.string(), measures: z.array(saidMeasure) });
const problem = z.object({ line: z.number().int(), key: z.string(), message: z.string() });

export const measuresView = route({
  method: 'get',
  path: '/measures',
  access: [...hrSide],
  summary: 'Measures against long overtime: the practices of the case books, and what the municipality decided',
  answer: z.object({
    on: date,
    presets: z.array(practice.extend({ key: presetKey })),
    decided: z.array(
      practice.extend({ from: date, inForce: z.boolean(), recordedAt: z.string(), by: z.string(), reason: z.string() }),
    ),
  }),
});
export const measuresFile = route({
  method: 'post',
  path: '/measures/file',
  access: ['hr'],
  summary: 'The file (YAML) of some practices of the case books, or of what was decided from a day on',
  body: z.strictObject({ presets: z.array(presetKey).max(13).default([]), from: date.optional() }),
  answer: z.object({
    text: measuresText,
    basis: z.string().describe('what was decided so far; given back when it is decided on'),
  }),
});
export const checkMeasures = route({
  method: 'post',
  path: '/measures/check',
  access: ['hr'],
  summary: 'What a file of measures says, or every problem of it by line and key',
  body: z.strictObject({ text: measuresText }),
  answer: z.object({
    problems: z.array(problem),
    practice: practice.nullable(),
    draft: measuresDraft.nullable().describe('the same as it may be changed in fields; null where it cannot be'),
  }),
});
export const tryMeasures = route({
  method: 'post',
  path: '/measures/trial',
  access: ['hr'],
  summary: 'What a file of measures would have brought due in the last months that are over',
  body: z.strictObject({ text: measuresText, months: z.number().int().min(1).max(12).default(12) }),
  answer: z.object({
    from: month,
    through: month,
    people: z.number().int(),
    total: z.number().int(),
    measures: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        total: z.number().int(),
        persons: z.number().int().describe('whose figures did it'),
        byMonth: z.array(z.number().int()),
        per: z.enum(['person', 'section', 'bureau', 'city']),
        subjects: z.number().int().describe('people, 課 or 部局 on whom it fell'),
        fellOn: z
          .array(z.object({ code: z.string(), name: z.string(), place: z.string(), months: z.array(month) }))
          .describe('the first of them; of all measures together at most 200'),
      }),
    ),
    workload: z.array(
      z.object({ role: z.string(), deed: z.string(), total: z.number().int(), busiest: z.number().int() }),
    ),
    sections: z
      .array(z.object({ department: z.string(), name: z.string(), total: z.number().int() }))
      .describe('the departments with the most, at most ten'),
  }),
});
export const trialFile = route({
  method: 'post',
  path: '/measures/trial/file',
  access: ['hr'],
  summary: 'On whom the measures of a file would have fallen, all of them as CSV',
  body: z.strictObject({ text: measuresText, months: z.number().int().min(1).max(12).default(12) }),
});
export const decideMeasures = route({
  method: 'post',
  path: '/measures',
  access: ['hr'],
  summary: 'Decide the measures that hold from a day on; the day is today or later',
  body: z.strictObject({
    text: measuresText,
    reason: z.string().trim().min(1).max(400),
    basis: z
      .string()
      .max(60)
      .optional()
      .describe('as `measuresFile` answered it: refused where something was decided since'),
  }),
  answer: z.object({ decided: z.literal(true), from: date }),
});

const dueState = z.enum(['open', 'done', 'dismissed', 'lapsed']);
export const duesView = route({
  method: 'get',
  path: '/dues',
  access: ['staff', 'manager', 'hr', 'executive'],
  summary: 'What the measures brought due: own, of the departments one heads, or of all; a page of 200',
  query: z.object({
    state: z
      .enum(['open', 'late', 'told', 'settled'])
      .default('open')
      .describe(
        'to be done, due first; of it what is over its day; what was told lately, newest first; settled in the last year, latest first',
      ),
    deed: z.string().max(20).optional().describe('one kind of deed alone'),
    department: departmentCode.optional().describe('what belongs to a 課 or 部局, with what is below it'),
    after: z.uuid().optional().describe('the last row of the page before: what comes behind it'),
  }),
  answer: z.object({
    on: date,
    next: z.uuid().nullable().describe('to be given as `after` for the next page of 200; null = there is none'),
    deeds: z.array(z.object({ key: z.string(), name: z.string() })).describe('kinds by which may be chosen'),
    departments: z
      .array(z.object({ department: departmentCode, name: z.string() }))
      .describe('課 and 部局 by which may be chosen'),
    dues: z.array(
      z.object({
        id: z.uuid(),
        month,
        on: date.describe('the day on whose end it came to be due'),
        title: z.string(),
        deed: z.string(),
        alert: z.boolean().describe('it only tells: nothing is to be done but to take note'),
        what: z.string(),
        form: z
          .object({ key: z.string(), subject: z.string() })
          .nullable()
          .describe('the form to be written; null when there is none'),
        sheet: z
          .object({ key: z.enum(sheetKeys), department: z.string() })
          .nullable()
          .describe(
            'what has a page of its own instead of a form: its key, and the section it is of (empty = the whole body)',
          ),
        list: z.boolean().describe('who stands on it has a page, which the caller may open'),
        sentence: z.string().describe('who does what, to whom'),
        subject: z.string().describe('name of the person or department; empty = the whole body'),
        section: z.string(),
        causes: z.array(z.object({ staff: z.string(), name: z.string(), figure: z.string(), value: z.string() })),
        causesMore: z.number().int().describe('people beyond those named'),
        dueOn: date.nullable(),
        passedOn: date
          .nullable()
          .describe('the day by which it had to be done, over before it came to be due; null = it came in time'),
        late: z.boolean(),
        state: dueState,
        settledBy: z.string(),
        settledOn: date.nullable(),
        note: z.string(),
        maySettle: z.boolean(),
        mine: z.boolean().describe('it waits for the caller: to be settled, or to be done by writing its form'),
      }),
    ),
  }),
});
export const settleDue = route({
  method: 'post',
  path: '/dues/:id/settle',
  access: ['staff', 'manager', 'hr', 'executive'],
  summary: 'Settle what came to be due: done, or not needed (with the reason)',
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({ outcome: z.enum(['done', 'dismissed']), note: z.string().trim().max(400).default('') }),
  answer: z.object({ settled: z.literal(true) }),
});
