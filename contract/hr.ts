import { z } from 'zod';
import { route } from './route.ts';
import { date, departmentCode, limitName, limitState, minutes, month, person, staffNumber } from './values.ts';

/** The whole municipality, its people and departments (人事課). */
/** Who reads the whole municipality. */
export const hrSide = ['hr', 'executive', 'auditor'] as const;

/** A row of the list of people over or near a limit: one per person and limit. */
export const limitRow = z.object({
  person,
  bureauName: z.string(),
  limit: limitName,
  state: limitState,
  value: minutes.nullable(),
  cap: minutes.nullable(),
  slack: minutes.nullable(),
  forecast: minutes.nullable(),
  because: z.string(),
  work: z.string().describe('main work of the latest orders'),
  dueOn: date.nullable(),
});
const figure = z.object({ now: minutes, previous: minutes.nullable(), lastYear: minutes.nullable() });

export const cityMonth = route({
  method: 'get',
  path: '/city/months/:month',
  access: hrSide,
  summary: 'The whole municipality in a month',
  params: z.object({ month }),
  answer: z.object({
    month,
    through: date.nullable(),
    settled: z.boolean().describe('the month is over'),
    headcount: z.number().int(),
    judged: z.number().int(),
    people: z.object({
      over: z.number().int(),
      overExceptional: z.number().int(),
      forecastOver: z.number().int(),
      near: z.number().int(),
      unknown: z.number().int(),
    }),
    missingDays: z.number().int(),
    total: figure,
    perHead: figure,
    chips: z.array(z.object({ limit: limitName, count: z.number().int() })),
    rows: z.array(limitRow).describe('the 50 most urgent'),
    rowCount: z.number().int(),
    bureaus: z.array(
      z.object({
        department: departmentCode,
        name: z.string(),
        headcount: z.number().int(),
        total: figure,
        perHead: figure,
        exceptional: minutes,
      }),
    ),
    byLimit: z.array(
      z.object({
        limit: limitName,
        department: z.enum(['selfDirected', 'externallyDriven', 'any']),
        over: z.number().int(),
        overExceptional: z.number().int(),
        forecastOver: z.number().int(),
        near: z.number().int(),
      }),
    ),
    distribution: z.array(
      z.object({
        band: z.enum(['zero', 'to20', 'to45', 'to60', 'to80', 'below100', 'from100']),
        count: z.number().int(),
        lastYear: z.number().int().nullable(),
      }),
    ),
    trend: z.array(
      z.object({
        fiscalYear: z.number().int(),
        perHead: z.array(minutes.nullable()).length(12),
        forecast: z.array(minutes.nullable()).length(12),
      }),
    ),
    exceptionalByBureau: z.array(z.object({ name: z.string(), month, minutes })),
    externallyDrivenShare: z.object({ designated: z.number().int(), departments: z.number().int(), warn: z.boolean() }),
    previous: month.nullable(),
    next: month.nullable(),
  }),
});
export const cityLimits = route({
  method: 'get',
  path: '/city/months/:month/limits',
  access: hrSide,
  summary: 'Everyone over or near a limit, by urgency, paged',
  params: z.object({ month }),
  query: z.object({
    limit: limitName.optional(),
    average: z.enum(['true']).optional().describe('any of the averages'),
    state: limitState.optional(),
    department: departmentCode.optional(),
    after: z.coerce.number().int().min(0).default(0),
    size: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  answer: z.object({ rows: z.array(limitRow), count: z.number().int() }),
});
export const monthList = route({
  method: 'get',
  path: '/city/months/:month/staff',
  access: hrSide,
  summary: 'The month of many people, one row each',
  params: z.object({ month }),
  query: z.object({
    department: departmentCode.optional(),
    search: z.string().max(50).optional(),
    after: staffNumber.optional(),
    size: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        person,
        overtime: minutes,
        exceptional: minutes,
        presence: minutes,
        beyond: minutes,
        daysWorked: z.number().int(),
        unclassifiable: z.number().int(),
        state: limitState,
        remaining: minutes.nullable(),
      }),
    ),
    next: staffNumber.nullable(),
    count: z.number().int(),
  }),
});

export const departmentsView = route({
  method: 'get',
  path: '/departments',
  access: [...hrSide, 'admin'],
  summary: 'Departments with their designations, on a day',
  query: z.object({ on: date.optional() }),
  answer: z.object({
    on: date,
    departments: z.array(
      z.object({
        department: departmentCode,
        name: z.string(),
        kind: z.enum(['bureau', 'division', 'section']),
        parent: departmentCode.nullable(),
        headcount: z.number().int(),
        appendedTable: z.number().int().nullable(),
        designation: z.object({ from: date, until: date.nullable(), publishedOn: date, reason: z.string() }).nullable(),
        upcoming: z.object({ from: date, until: date.nullable(), publishedOn: date, reason: z.string() }).nullable(),
      }),
    ),
    share: z.object({
      designated: z.number().int().describe('divisions designated on the day'),
      toCome: z.number().int().describe('divisions whose designation begins later'),
      divisions: z.number().int(),
      warn: z.boolean().describe('both together are too many'),
    }),
  }),
});
export const designate = route({
  method: 'post',
  path: '/designations',
  access: ['hr'],
  summary: 'Designate a department as externally driven (他律), from a day on',
  body: z.strictObject({
    department: departmentCode,
    from: date,
    until: date.nullable().default(null),
    publishedOn: date,
    reason: z.string().trim().min(1).max(400),
    overrideReason: z.string().trim().max(400).optional(),
  }),
  answer: z.object({ designated: z.literal(true), warn: z.boolean() }),
});
export const endDesignation = route({
  method: 'post',
  path: '/designations/:department/end',
  access: ['hr'],
  summary: 'End a designation',
  params: z.object({ department: departmentCode }),
  body: z.strictObject({ from: date, until: date, reason: z.string().trim().min(1).max(400) }),
  answer: z.object({ ended: z.literal(true) }),
});
export const findStaff = route({
  method: 'get',
  path: '/staff',
  access: [...hrSide, 'manager'],
  summary: 'Find people by number, name or kana (those the caller may see)',
  query: z.object({ search: z.string().min(1).max(50) }),
  answer: z.object({ people: z.array(person).max(50) }),
});
