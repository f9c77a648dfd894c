import { z } from 'zod';
import { hrSide } from './hr.ts';
import { route } from './route.ts';
import { date, departmentCode, minutes, staffNumber, step, uuid } from './values.ts';

/** 36協定, the workplaces under 労基法36条, and 労基法33条1項 (災害等による臨時の必要). */

const words = z.string().trim().max(400);
const heads = z.number().int().min(0).max(100_000).nullable();
const length = z.number().int().min(0).max(600_000).nullable().describe('minutes; null = not written');
const minute = z.number().int().min(0).max(2880).nullable();

const line = z.strictObject({
  reasons: words,
  tasks: words,
  headcount: heads,
  daily: length,
  monthly: length,
  annual: length,
  hazardous: z.boolean(),
});
const holidayLine = z.strictObject({
  reasons: words,
  tasks: words,
  headcount: heads,
  days: words,
  from: minute,
  until: minute,
});
const special = z.strictObject({
  reasons: words,
  procedure: words,
  times: z.number().int().min(0).max(12).nullable(),
  monthlyTotal: length,
  annual: length,
  premiumPercent: z.number().int().min(0).max(200).nullable(),
  healthMeasures: z.array(z.number().int().min(1).max(10)).max(10),
  otherMeasure: words,
});
const representative = z.strictObject({
  kind: z.enum(['union', 'person']),
  name: words,
  position: words,
  election: words,
  managerial: z.boolean(),
  chosenByEmployer: z.boolean(),
});

/** What an agreement says (様式第9号・第9号の2). What is not written is null or blank. */
export const agreementDocument = z.strictObject({
  department: departmentCode.describe('the 事業場: this department with everything below it'),
  enterprise: z.boolean().describe('企業職員・単純労務職員'),
  collective: z.boolean().describe('労働協約'),
  yearStart: date.nullable(),
  term: z.strictObject({ from: date, through: date }).nullable(),
  concludedOn: date.nullable(),
  filedOn: date.nullable(),
  filedWith: words.describe('the office to which it was filed'),
  longAveraging: z.boolean(),
  lines: z.array(line).max(30),
  holidayLines: z.array(holidayLine).max(30),
  special: special.nullable(),
  ceilingsStated: z.boolean(),
  representative: representative.nullable(),
});
export type AgreementDocument = z.infer<typeof agreementDocument>;

const finding = z.object({
  kind: z.enum(['missing', 'violation', 'notice']),
  path: z.string().describe('lines[0].monthly'),
  step,
});
const check = z.object({
  lawful: z.boolean(),
  taken: z.boolean().describe('nothing in it is above a maximum of the law: it may be kept'),
  from: date.nullable().describe('from when it has effect; null = it has none'),
  through: date.nullable(),
  measuresKeptThrough: date.nullable(),
  findings: z.array(finding),
  steps: z.array(step),
});
export type AgreementCheckView = z.infer<typeof check>;

const agreementState = z.enum(['draft', 'upcoming', 'inForce', 'renewalDue', 'expired', 'ended']);
export const agreementRow = z.object({
  id: uuid,
  department: departmentCode,
  name: z.string().describe('path of the 事業場'),
  state: agreementState,
  from: date.nullable(),
  through: date.nullable(),
  daysLeft: z.number().int().nullable(),
  filedOn: date.nullable(),
  filedWith: z.string(),
  measuresKeptThrough: date.nullable(),
  open: z.number().int().describe('findings that keep it from having effect'),
  version: z.number().int(),
});

export const agreementsView = route({
  method: 'get',
  path: '/agreements',
  access: [...hrSide],
  summary: 'The register of 36協定: what is in force, what expires, which workplaces have none',
  answer: z.object({
    on: date,
    renewalNoticeDays: z.number().int(),
    agreements: z.array(agreementRow).describe('in force, upcoming and drafts first, then the latest that are over'),
    uncovered: z
      .array(
        z.object({
          department: departmentCode,
          name: z.string(),
          appdxTable1: z.number().int().nullable(),
          headcount: z.number().int(),
        }),
      )
      .describe('departments under 労基法36条 whose people have no agreement in force'),
    categories: z.array(
      z.object({
        staff: staffNumber,
        name: z.string(),
        from: date,
        category: z.enum(['regularService', 'publicEnterprise', 'simpleLabor']),
      }),
    ),
    disasters: z.array(
      z.object({
        id: uuid,
        department: departmentCode,
        name: z.string(),
        from: date,
        through: date,
        reason: z.string(),
        expected: minutes,
        permittedOn: date.nullable(),
        reportedOn: date.nullable(),
        state: z.enum(['notNeeded', 'permitted', 'reported', 'reportDue', 'withdrawn']),
        steps: z.array(step),
        version: z.number().int(),
      }),
    ),
  }),
});
export const agreementView = route({
  method: 'get',
  path: '/agreements/:id',
  access: [...hrSide],
  summary: 'One 36協定 with what the law says of it',
  params: z.object({ id: uuid }),
  answer: z.object({
    row: agreementRow,
    document: agreementDocument,
    appdxTable1: z.number().int().nullable(),
    check,
  }),
});
export const checkAgreement = route({
  method: 'post',
  path: '/agreements/check',
  access: ['hr'],
  summary: 'What the law says of an agreement as it is written so far; nothing is stored',
  body: z.strictObject({ document: agreementDocument }),
  answer: check,
});
export const saveAgreement = route({
  method: 'post',
  path: '/agreements/:id',
  access: ['hr'],
  summary: 'Keep an agreement: lawful and filed it is in force, else a draft. Nothing above the law is taken',
  params: z.object({ id: uuid }),
  body: z.strictObject({
    version: z.number().int().min(0).describe('as it was read; 0 = new'),
    document: agreementDocument,
    replaces: uuid.nullable().describe('the agreement that ends on the day before this one takes effect'),
    reason: z.string().trim().max(400).default(''),
  }),
  answer: z.object({ state: agreementState, check }),
});
export const endAgreement = route({
  method: 'post',
  path: '/agreements/:id/end',
  access: ['hr'],
  summary: 'End an agreement before its term, or throw a draft away',
  params: z.object({ id: uuid }),
  body: z.strictObject({ on: date.describe('its last day'), reason: z.string().trim().min(1).max(400) }),
  answer: z.object({ ended: z.literal(true) }),
});
export const setCategory = route({
  method: 'post',
  path: '/staff/:staff/category',
  access: ['hr'],
  summary: 'From when someone is 企業職員, 単純労務職員 or a member of the regular service',
  params: z.object({ staff: staffNumber }),
  body: z.strictObject({
    from: date,
    category: z.enum(['regularService', 'publicEnterprise', 'simpleLabor']),
    reason: z.string().trim().min(1).max(400),
  }),
  answer: z.object({ set: z.literal(true) }),
});
export const recordDisaster = route({
  method: 'post',
  path: '/disaster-needs/:id',
  access: ['hr', 'manager'],
  summary: 'Overtime by 労基法33条1項: from when to when, why, and whether it is permitted or reported',
  params: z.object({ id: uuid }),
  body: z.strictObject({
    version: z.number().int().min(0),
    department: departmentCode,
    from: date,
    through: date,
    reason: z.string().trim().min(1).max(400),
    expected: minutes.min(0).max(600_000).describe('hours of all together'),
    permittedOn: date.nullable(),
    reportedOn: date.nullable(),
    withdrawn: z.boolean().default(false),
  }),
  answer: z.object({
    state: z.enum(['notNeeded', 'permitted', 'reported', 'reportDue', 'withdrawn']),
    steps: z.array(step),
  }),
});
