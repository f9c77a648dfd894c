import { z } from 'zod';
import { route } from '../route.ts';
import { date, departmentCode, instant, uuid } from '../values.ts';

const readers = ['manager', 'hr', 'executive', 'auditor'] as const;
const writers = ['manager', 'hr'] as const;
const text = (longest: number) => z.string().trim().max(longest);
const name = z.string().trim().min(1).max(100);
/** Minutes a year; at most what a thousand people work. */
const yearMinutes = z.number().int().min(0).max(120_000_000).describe('minutes a year');
const yen = z.number().int().min(0).max(1_000_000_000_000).nullable().describe('円');

export const entryState = z.enum(['draft', 'registered', 'closed']);
export type EntryState = z.infer<typeof entryState>;

/** 見直しの視点 ①–⑥, in order. */
export const viewpoint = z.enum(['necessity', 'division', 'method', 'spending', 'outcome', 'workload']);
export const reviewKind = z.enum(['project', 'task']);
export const reviewDecision = z.enum(['abolish', 'reduce', 'merge', 'improve', 'continue']);
export const savingMeasure = z.enum(['meetings', 'briefings', 'manuals', 'levelling', 'mail', 'systems', 'other']);
export const reviewStep = z.enum([
  'chosen',
  'examined',
  'evaluated',
  'consulted',
  'budgeted',
  'shown',
  'set',
  'told',
  'reported',
]);

/** 事務事業の見直し, as it is written. */
export const workReview = z.strictObject({
  fiscalYear: z.number().int().min(2000).max(2100),
  kind: reviewKind,
  name,
  department: departmentCode,
  viewpoints: z
    .array(z.strictObject({ viewpoint, finding: text(1000) }))
    .max(6)
    .refine((all) => new Set(all.map((each) => each.viewpoint)).size === all.length),
  decision: reviewDecision.nullable(),
  external: z.strictObject({ on: date.nullable(), opinion: text(2000) }).nullable(),
  budget: text(400).describe('what goes into the budget'),
  steps: z
    .array(z.strictObject({ step: reviewStep, state: z.enum(['done', 'unneeded']), on: date.nullable() }))
    .max(9)
    .describe('steps that are done or not needed; others wait'),
  savings: z
    .array(
      z.strictObject({
        measure: savingMeasure,
        what: text(200),
        planned: yearMinutes.nullable(),
        actual: yearMinutes.nullable(),
      }),
    )
    .max(30),
});
export type WorkReview = z.infer<typeof workReview>;

export const digitalTool = z.enum(['rpa', 'aiOcr', 'onlineForm', 'aiFaq', 'other']);
/** デジタル化の効果, as it is written. */
export const digitalEffect = z.strictObject({
  tool: digitalTool,
  name: name.describe('業務名'),
  work: text(400).describe('作業内容'),
  department: departmentCode,
  before: yearMinutes.min(1),
  robot: yearMinutes.nullable().describe('hours the tool runs'),
  human: yearMinutes,
  since: date,
  until: date.nullable().describe('last day of use'),
  initialCost: yen,
  yearlyCost: yen,
  note: text(400),
});
export type DigitalEffect = z.infer<typeof digitalEffect>;

const head = {
  id: uuid,
  state: entryState,
  version: z.number().int(),
  section: z.string(),
  changedBy: z.string(),
  changedAt: instant,
  mayKeep: z.boolean(),
};
const kept = z.object({ id: uuid, version: z.number().int(), state: entryState });
const keep = {
  version: z.number().int().min(0).describe('the version that was changed; 0 = a new one'),
  goal: entryState,
  reason: text(400).default(''),
};
const sums = { planned: z.number().int(), actual: z.number().int() };
const sections = z.array(z.object({ department: departmentCode, name: z.string() }));

export const workReviews = route({
  method: 'get',
  path: '/registers/reviews',
  access: [...readers],
  summary: '事務事業の見直し of a fiscal year, with the hours saved by kind of measure and by section',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  answer: z.object({
    year: z.number().int(),
    mayAdd: z.boolean(),
    sections: sections.describe('sections for which the caller may write'),
    entries: z.array(
      z.object({
        ...head,
        kind: reviewKind,
        name: z.string(),
        decision: reviewDecision.nullable(),
        next: reviewStep.nullable().describe('the step that waits'),
        ...sums,
      }),
    ),
    byMeasure: z.array(z.object({ measure: savingMeasure, ...sums })),
    bySection: z.array(z.object({ section: z.string(), ...sums })),
    total: z.object(sums),
  }),
});
export const workReviewEntry = route({
  method: 'get',
  path: '/registers/reviews/:id',
  access: [...readers],
  summary: 'One 事務事業の見直し',
  params: z.object({ id: uuid }),
  answer: z.object({ ...head, content: workReview, sections }),
});
export const keepWorkReview = route({
  method: 'post',
  path: '/registers/reviews/:id',
  access: [...writers],
  summary: 'Write a 事務事業の見直し: draft, register, change, close or open again',
  params: z.object({ id: uuid }),
  body: z.strictObject({ content: workReview, ...keep }),
  answer: kept,
});

const effectFigures = {
  reduction: z.number().int().describe('minutes a year that people no longer work'),
  rate: z.number().int().nullable().describe('share of the hours before, tenths of a per cent'),
};
export const digitalEffects = route({
  method: 'get',
  path: '/registers/effects',
  access: [...readers],
  summary: 'デジタル化の効果: tools in use in a fiscal year, hours before and after, totals of three years',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  answer: z.object({
    year: z.number().int(),
    mayAdd: z.boolean(),
    sections,
    entries: z.array(
      z.object({
        ...head,
        ...digitalEffect.pick({
          tool: true,
          name: true,
          before: true,
          robot: true,
          human: true,
          since: true,
          until: true,
        }).shape,
        ...effectFigures,
      }),
    ),
    years: z.array(
      z.object({
        fiscalYear: z.number().int(),
        introduced: z.number().int().describe('tools taken into use in the year'),
        inUse: z.number().int(),
        before: z.number().int(),
        robot: z.number().int(),
        human: z.number().int(),
        ...effectFigures,
      }),
    ),
    byTool: z.array(z.object({ tool: digitalTool, inUse: z.number().int(), reduction: z.number().int() })),
  }),
});
const side = z.object({ overtime: z.number().int(), perHead: z.number().int().describe('minutes a head and month') });
export const digitalEffectEntry = route({
  method: 'get',
  path: '/registers/effects/:id',
  access: [...readers],
  summary: 'One デジタル化の効果, with the overtime of the section before and after',
  params: z.object({ id: uuid }),
  answer: z.object({
    ...head,
    content: digitalEffect,
    sections,
    ...effectFigures,
    measured: z
      .object({
        first: z.string().describe('first whole month of use'),
        months: z.number().int().describe('months compared, each with the same month before; at most 12'),
        before: side,
        after: side,
      })
      .nullable()
      .describe('null when no month can be compared yet'),
  }),
});
export const keepDigitalEffect = route({
  method: 'post',
  path: '/registers/effects/:id',
  access: [...writers],
  summary: 'Write a デジタル化の効果: draft, register, change, close or open again',
  params: z.object({ id: uuid }),
  body: z.strictObject({ content: digitalEffect, ...keep }),
  answer: kept,
});
