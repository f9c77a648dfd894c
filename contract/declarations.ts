import { z } from 'zod';
import { route } from './route.ts';
import { date, departmentCode, instant, minutes, month, person, staffNumber, step, uuid } from './values.ts';

/** 申告の点検: whether declarations are cut off below a limit, what investigations found, how hours are recorded (把握ガイドライン 4(2)・4(3)). */
const hrSide = ['hr', 'executive', 'auditor'] as const;
const level = z.enum(['person', 'group', 'repeated']);
const words = z.string().trim().min(1).max(400);

const finding = z.object({
  level,
  who: z.string().describe('職員番号 or 課; empty = all together'),
  name: z.string(),
  section: z.string(),
  sectionName: z.string(),
  limit: minutes.describe('the limit, or the total that is repeated'),
  conspicuous: z.boolean(),
  step,
  months: z.array(z.object({ staff: staffNumber, name: z.string(), month })),
  surveyedOn: date.nullable().describe('the last investigation registered about it'),
});
const survey = z.object({
  id: uuid,
  section: departmentCode,
  sectionName: z.string(),
  heldOn: date,
  about: z.string().describe('what led to it, in words; empty = no finding'),
  result: z.enum(['agrees', 'corrected', 'warned']),
  found: z.string(),
  follows: z.string(),
  by: z.string(),
  at: instant,
});
const explanation = z.object({
  id: uuid,
  heldOn: date,
  audience: z.enum(['staff', 'timeKeepers']),
  section: z.string(),
  sectionName: z.string(),
  material: z.string(),
  people: z.number().int(),
  by: z.string(),
});

export const declarationsView = route({
  method: 'get',
  path: '/declarations',
  access: [...hrSide],
  summary: 'The latest monthly check of declarations, investigations, and explanations still owed',
  answer: z.object({
    check: z
      .object({
        from: month,
        through: month,
        ranAt: instant,
        months: z.number().int(),
        withPresence: z.number().int(),
        withoutRecord: z.number().int(),
        conspicuous: z.number().int(),
        steps: z.array(step),
        findings: z.array(finding).describe('conspicuous ones first; at most 200'),
      })
      .nullable()
      .describe('null until the first month is over'),
    methods: z.array(
      z.object({
        section: departmentCode,
        name: z.string(),
        method: z.enum(['objective', 'mixed', 'selfOnly', 'unrecorded']),
        flagged: z.boolean(),
        days: z.record(z.string(), z.number().int()),
        open: z.array(z.object({ duty: z.string(), count: z.number().int() })),
        steps: z.array(step),
      }),
    ),
    methodsOf: month.nullable(),
    surveys: z.array(survey).describe('the latest 50'),
    explanations: z.array(explanation).describe('the latest 50'),
    sections: z.array(z.object({ section: departmentCode, name: z.string() })),
    mayRegister: z.boolean(),
  }),
});
export const registerSurvey = route({
  method: 'post',
  path: '/declarations/surveys',
  access: ['hr'],
  summary: 'Register an investigation (実態調査) of declarations: what was found, what follows',
  body: z.strictObject({
    id: uuid,
    section: departmentCode,
    heldOn: date,
    about: z
      .strictObject({ through: month, level, who: z.string().max(20), limit: minutes })
      .nullable()
      .default(null),
    result: z.enum(['agrees', 'corrected', 'warned']),
    found: words,
    follows: words,
  }),
  answer: z.object({ registered: z.literal(true) }),
});
export const registerExplanation = route({
  method: 'post',
  path: '/declarations/explanations',
  access: ['hr'],
  summary: 'Register an explanation of how hours are recorded: when, to whom, with which material',
  body: z.strictObject({
    id: uuid,
    heldOn: date,
    audience: z.enum(['staff', 'timeKeepers']),
    section: z.string().max(20).describe('課; empty = everybody'),
    absent: z.array(staffNumber).max(500).default([]).describe('those who were not there'),
    material: words,
  }),
  answer: z.object({ people: z.number().int() }),
});
/** Of the dialogue that registers an explanation. */
export const explanationPeople = route({
  method: 'get',
  path: '/declarations/explanations/people',
  access: ['hr'],
  summary: 'Whom an explanation to a section is for',
  query: z.object({ audience: z.enum(['staff', 'timeKeepers']), section: z.string().min(1).max(20) }),
  answer: z.object({ people: z.array(person) }),
});
