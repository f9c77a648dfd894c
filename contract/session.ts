import { z } from 'zod';
import { route } from './route.ts';
import { departmentCode, instant, municipalityCode, staffNumber } from './values.ts';

/** Signing in, and who I am. */
export const municipalities = route({
  method: 'get',
  path: '/municipalities',
  access: 'public',
  summary: 'Municipalities of this installation, for the sign-in page',
  answer: z.object({
    municipalities: z.array(z.object({ code: municipalityCode, name: z.string() })),
    demo: z.boolean(),
    demoAccounts: z
      .array(z.object({ role: z.string(), login: z.string(), name: z.string(), where: z.string() }))
      .optional()
      .describe('one account of every role, in a demonstration only'),
  }),
});
export const signIn = route({
  method: 'post',
  path: '/session',
  access: 'public',
  summary: 'Sign in with a password; sets the session cookie',
  body: z.strictObject({
    municipality: municipalityCode,
    login: z.string().min(1).max(64),
    password: z.string().min(1).max(256),
  }),
  answer: z.object({ mustChangePassword: z.boolean() }),
});
export const signOut = route({
  method: 'delete',
  path: '/session',
  access: 'signedIn',
  summary: 'Sign out',
  answer: z.object({ signedOut: z.literal(true) }),
});
export const me = route({
  method: 'get',
  path: '/me',
  access: 'signedIn',
  summary: 'Who is signed in, what they may open, what waits for them',
  answer: z.object({
    municipality: municipalityCode,
    municipalityName: z.string(),
    login: z.string(),
    name: z.string(),
    staff: staffNumber.nullable(),
    post: z.string(),
    departmentPath: z.string().describe('市民部 保険年金課 国保係'),
    roles: z.array(z.enum(['staff', 'manager', 'hr', 'executive', 'auditor', 'admin', 'union', 'deputy'])),
    /** Divisions (課) whose month this person may open as a manager; the first is the default. */
    sections: z.array(z.object({ department: departmentCode, name: z.string() })),
    mandates: z
      .array(
        z.object({
          kind: z.enum(['standIn', 'delegated', 'clerk']),
          department: departmentCode,
          name: z.string(),
          for: z.string().nullable().describe('name of the head in whose place; null: the post is vacant'),
        }),
      )
      .describe('代決・専決・庶務担当 that hold for this person today'),
    waiting: z.object({
      mine: z.number().int(),
      decisions: z.number().int(),
      questions: z.number().int(),
      notices: z.number().int(),
    }),
    csrf: z.string().describe('sent back in the header X-CSRF-Token of every writing call'),
    now: instant.describe('the clock of the server'),
    mustChangePassword: z.boolean(),
  }),
});
export const changePassword = route({
  method: 'post',
  path: '/me/password',
  access: 'signedIn',
  summary: 'Change the own password; ends every other session',
  body: z.strictObject({ current: z.string().max(256), next: z.string().min(10).max(256) }),
  answer: z.object({ changed: z.literal(true) }),
});
