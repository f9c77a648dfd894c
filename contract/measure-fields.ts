import { z } from 'zod';
import { route } from './route.ts';

/** A file of measures: a few hundred lines. */
export const measuresText = z.string().max(200_000);

/** A measure in words. */
export const saidMeasure = z.object({
  id: z.string(),
  title: z.string(),
  occasion: z.string().describe('when and for whom, in one sentence'),
  actions: z.array(z.string()).describe('what follows, a sentence each'),
  source: z.string(),
  confidence: z.enum(['A', 'B', 'C']),
  sure: z.string().describe('the confidence in words'),
});

/** Of one word of the vocabulary; which there are is told by `measureWords`. What is none is a problem at its field. */
const word = z.string().max(40);
const line = z.string().max(400);
const number = z.number().nullable().describe('null = nothing was typed');
const bound = z.strictObject({
  figure: word,
  comparison: word,
  value: z.union([z.string().max(20), z.number()]).describe('"45:00" for hours, a number for a count'),
});
const action = z.strictObject({
  do: word,
  what: line,
  form: word.optional(),
  lists: word.optional(),
  by: z.array(word).max(20),
  to: z.array(word).max(20),
  due: z
    .union([z.strictObject({ monthsAfter: number, day: number }), z.strictObject({ days: number })])
    .nullable()
    .describe('months after the month concerned and a day there (31 = its last), or days; null = no deadline'),
});

/** A measure as a file has it, but for its id: what fields are filled with, and what they give. */
export const measureFields = z.strictObject({
  title: line,
  source: line,
  confidence: word,
  moment: word,
  day: number,
  per: word,
  staff: word,
  departments: word,
  when: z.array(bound.extend({ and: z.array(bound).max(20).optional() })).max(20),
  lasting: z.number().optional(),
  follows: z.array(action).max(20),
});
export type MeasureFields = z.infer<typeof measureFields>;

const head = z.strictObject({ name: line, about: z.string().max(1000), effectiveFrom: z.string().max(20) });
/** A file so far as it has the members of one, with nothing judged. */
export const measuresOutline = head.extend({ measures: z.array(measureFields.extend({ id: z.string().max(80) })) });

const fieldProblem = z.object({
  field: z
    .string()
    .describe('its place within the measure (`when[0].value`) or at the head; empty where the file stands in the way'),
  message: z.string(),
});
/** A file as it may be changed in fields. */
export const measuresDraft = z.object({
  head,
  headProblems: z.array(fieldProblem),
  measures: z.array(
    z.object({
      id: z.string(),
      fields: measureFields,
      said: saidMeasure.nullable().describe('null where it has problems'),
      problems: z.array(fieldProblem),
    }),
  ),
});

const id = z.string().max(80);
export const changeMeasures = route({
  method: 'post',
  path: '/measures/change',
  access: ['hr'],
  summary: 'One change of a file of measures, made in fields: the text after it, or every problem of it by field',
  body: z.strictObject({
    text: measuresText,
    change: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('put'), id, measure: measureFields }),
      z.strictObject({ kind: z.literal('add'), measure: measureFields }),
      z.strictObject({ kind: z.literal('remove'), id }),
      z.strictObject({ kind: z.literal('head'), head }),
    ]),
  }),
  answer: z.object({
    text: z.string().describe('as it was where there are problems'),
    problems: z.array(fieldProblem),
    said: saidMeasure.nullable().describe('what was put or added, in words'),
  }),
});

const measureMembers = [
  'name',
  'about',
  'effectiveFrom',
  'title',
  'moment',
  'day',
  'per',
  'staff',
  'departments',
  'when',
  'figure',
  'comparison',
  'value',
  'and',
  'lasting',
  'follows',
  'do',
  'what',
  'form',
  'lists',
  'by',
  'to',
  'due',
  'source',
  'confidence',
] as const;
const choice = z.object({ key: z.string(), name: z.string() });
const part = z.enum(['needed', 'possible', 'none']);

export const measureWords = route({
  method: 'get',
  path: '/measures/words',
  access: ['hr'],
  summary: 'The words of which a measure is made, with what goes together',
  answer: z.object({
    members: z.record(z.enum(measureMembers), z.string()).describe('what the fields are called'),
    moments: z.array(
      choice.extend({
        day: z.boolean().describe('it is a day of the month'),
        conditions: part,
        lasting: z.boolean().describe('a run of months may be asked for'),
        ofDay: z.boolean().describe('it takes figures of one day, and no others'),
        due: z.boolean().describe('there may be deadlines'),
        ahead: z.number().int().describe('months before the month concerned'),
      }),
    ),
    subjects: z.array(choice),
    staff: z.array(choice),
    departments: z.array(choice),
    figures: z.array(choice.extend({ unit: z.enum(['minutes', 'count']), ofDay: z.boolean(), lasting: z.boolean() })),
    comparisons: z.array(choice),
    lasting: z.number().int().describe('the longest run of months'),
    deeds: z.array(choice.extend({ by: part, to: part, form: part, lists: part })),
    roles: z.array(choice),
    forms: z.array(choice.extend({ subjects: z.array(z.string()).describe('whose they are') })),
    listings: z.array(choice),
    monthsAfter: z.array(z.string()).describe('what the months of a deadline are called, from the month concerned'),
    monthBefore: z.string(),
    confidences: z.array(choice),
  }),
});
