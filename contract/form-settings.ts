import { z } from 'zod';
import { route } from './route.ts';
import { date, departmentCode, uuid } from './values.ts';

const officeKind = z.enum(['staff', 'account', 'post', 'vacant']);

export const formSettings = route({
  method: 'get',
  path: '/form-settings',
  access: ['hr', 'auditor'],
  summary: 'Which forms the municipality uses, and who holds the offices that they pass',
  answer: z.object({
    on: date,
    forms: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        municipality: z.string(),
        used: z.boolean(),
        named: z.boolean().describe('the measures in force name it'),
      }),
    ),
    offices: z.array(
      z.object({
        office: z.string(),
        forms: z.array(z.string()).describe('titles of the forms that pass it'),
        used: z.boolean().describe('a form that is used passes it'),
        state: z.enum(['named', 'vacant', 'unnamed']).describe('today'),
        holdings: z.array(
          z.object({
            id: uuid,
            kind: officeKind,
            holder: z.string(),
            name: z.string().describe('of the person, the account, or the department of a 職名'),
            from: date,
            through: date.nullable().describe('last day; null = open'),
            reason: z.string(),
            by: z.string(),
          }),
        ),
      }),
    ),
    departments: z.array(
      z.object({
        department: departmentCode,
        name: z.string(),
        posts: z.array(z.string()).describe('職名 that somebody holds there today'),
      }),
    ),
    accounts: z.array(z.object({ login: z.string(), name: z.string() })).describe('those without a 職員番号'),
    hrActs: z.boolean().describe('人事課 approves for an office for which nobody was named'),
    mayWrite: z.boolean(),
  }),
});
export type FormSettings = z.infer<typeof formSettings.answer>;

export const chooseForms = route({
  method: 'put',
  path: '/form-settings/forms',
  access: ['hr'],
  summary: 'Choose which forms are used',
  body: z.strictObject({ used: z.array(z.string().max(40)).max(100) }),
  answer: z.object({ changed: z.number().int() }),
});

export const giveFormOffice = route({
  method: 'post',
  path: '/form-settings/offices',
  access: ['hr'],
  summary: 'Name who holds an office that forms pass, or that nobody does',
  body: z.strictObject({
    id: uuid,
    office: z.string().min(1).max(40),
    kind: officeKind,
    holder: z.string().trim().max(40).describe('職員番号, login or 職名; empty where nobody holds it'),
    department: z.string().max(20).describe('of a 職名; empty otherwise'),
    from: date,
    through: date.nullable().describe('last day; null = open'),
    reason: z.string().trim().max(200),
    handOver: z.boolean().describe('whoever holds it on the first day holds it until the day before'),
  }),
  answer: z.object({ given: z.literal(true) }),
});

export const endFormOffice = route({
  method: 'post',
  path: '/form-settings/offices/:id/end',
  access: ['hr'],
  summary: 'End a holding; from the day given it does not hold',
  params: z.object({ id: uuid }),
  body: z.strictObject({ until: date }),
  answer: z.object({ ended: z.literal(true) }),
});
