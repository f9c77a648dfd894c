import { z } from 'zod';
import { route } from './route.ts';
import { date, departmentCode, minuteOfDay, minutes, month, uuid } from './values.ts';

/** 登録型応援制度 and わくわく(障害者ワークステーション): requests, supporters, hours. */
const supporterKind = z.enum(['staff', 'section', 'workstation']);
const everybody = ['staff', 'manager', 'hr'] as const;
const words = z.string().trim().max(400);

const supporter = z.object({
  id: uuid,
  kind: supporterKind,
  department: z.string(),
  name: z.string().describe('of the person, the section, or わくわく'),
  place: z.string(),
  skills: z.string(),
  availability: z.string(),
  state: z.enum(['proposed', 'ready']),
  mine: z.boolean(),
  mayConsent: z.boolean(),
  mayEnd: z.boolean(),
});
const day = z.object({ date, minutes, confirmed: z.boolean() });
const match = z.object({
  id: uuid,
  supporter: uuid,
  kind: supporterKind,
  name: z.string(),
  place: z.string(),
  people: z.number().int(),
  state: z.enum(['offered', 'agreed', 'declined']),
  days: z.array(day),
  confirmed: minutes,
  concurrent: z
    .boolean()
    .nullable()
    .describe('whether the person holds a concurrent appointment (兼務) in the asking section; null = no one person'),
  mayAccept: z.boolean(),
  mayDecline: z.boolean(),
  mayEnter: z.boolean(),
  mayConfirm: z.boolean(),
});

export const supportView = route({
  method: 'get',
  path: '/support',
  access: [...everybody],
  summary: 'Requests for support that run or ended lately, supporters, and what the caller may do',
  answer: z.object({
    today: date,
    may: z.object({
      request: z.array(z.object({ department: departmentCode, name: z.string() })).describe('sections to ask for'),
      register: z.boolean().describe('oneself'),
      registerSections: z.array(z.object({ department: departmentCode, name: z.string() })),
      registerWorkstation: z.boolean(),
      assign: z.boolean(),
    }),
    requests: z.array(
      z.object({
        id: uuid,
        department: departmentCode,
        place: z.string(),
        work: z.string(),
        skills: z.string(),
        from: date,
        through: date,
        fromMinute: minuteOfDay,
        untilMinute: minuteOfDay,
        people: z.number().int(),
        agreed: z.number().int().describe('people found so far'),
        state: z.enum(['open', 'closed']),
        mayClose: z.boolean(),
        mayOffer: z.array(uuid).describe('own supporters that may be offered'),
        matches: z.array(match),
      }),
    ),
    supporters: z.array(supporter),
  }),
});
export const requestSupport = route({
  method: 'post',
  path: '/support',
  access: ['manager'],
  summary: 'Ask for support',
  body: z.strictObject({
    id: uuid,
    department: departmentCode,
    work: z.string().trim().min(1).max(200),
    skills: words.default(''),
    from: date,
    through: date,
    fromMinute: minuteOfDay,
    untilMinute: minuteOfDay,
    people: z.number().int().min(1).max(50),
  }),
  answer: z.object({ id: uuid }),
});
export const closeSupport = route({
  method: 'post',
  path: '/support/:id/close',
  access: ['manager', 'hr'],
  summary: 'Look for no more supporters; agreed ones go on',
  params: z.object({ id: uuid }),
  body: z.strictObject({ note: words.default('') }),
  answer: z.object({ id: uuid }),
});
export const registerSupporter = route({
  method: 'post',
  path: '/supporters',
  access: [...everybody],
  summary: 'Register as a supporter: oneself (the head consents), a section (by its head), or わくわく (by 人事課)',
  body: z.strictObject({
    id: uuid,
    kind: supporterKind,
    department: departmentCode.optional().describe('of a section'),
    skills: words.min(1),
    availability: words.default(''),
  }),
  answer: z.object({ id: uuid }),
});
export const consentSupporter = route({
  method: 'post',
  path: '/supporters/:id/consent',
  access: ['manager'],
  summary: 'Consent, as the head, that a person supports others',
  params: z.object({ id: uuid }),
  answer: z.object({ id: uuid }),
});
export const endSupporter = route({
  method: 'post',
  path: '/supporters/:id/end',
  access: [...everybody],
  summary: 'End a registration, or do not consent to it',
  params: z.object({ id: uuid }),
  body: z.strictObject({ note: words.default('') }),
  answer: z.object({ id: uuid }),
});
export const matchSupport = route({
  method: 'post',
  path: '/support/:id/matches',
  access: [...everybody],
  summary: 'Offer a supporter (their own side) or assign one (人事課)',
  params: z.object({ id: uuid }),
  body: z.strictObject({ match: uuid, supporter: uuid, people: z.number().int().min(1).max(50).default(1) }),
  answer: z.object({ id: uuid }),
});
const onMatch = { params: z.object({ id: uuid, match: uuid }), answer: z.object({ id: uuid }) } as const;
export const acceptSupport = route({
  method: 'post',
  path: '/support/:id/matches/:match/accept',
  access: ['manager'],
  summary: 'Accept an offer, as the asking head',
  ...onMatch,
});
export const declineSupport = route({
  method: 'post',
  path: '/support/:id/matches/:match/decline',
  access: [...everybody],
  summary: 'Decline an offer or end a match that has no hours yet',
  ...onMatch,
  body: z.strictObject({ note: words.min(1) }),
});
export const enterSupportHours = route({
  method: 'post',
  path: '/support/:id/matches/:match/hours',
  access: [...everybody],
  summary: 'Enter the hours of support of a day, of all people together',
  ...onMatch,
  body: z.strictObject({ date, minutes: z.number().int().min(0).max(72_000) }),
});
export const confirmSupportHours = route({
  method: 'post',
  path: '/support/:id/matches/:match/confirm',
  access: ['manager'],
  summary: 'Confirm hours of support, as the asking head',
  ...onMatch,
  body: z.strictObject({ dates: z.array(date).min(1).max(366) }),
});

const sum = z.object({ name: z.string(), months: z.array(minutes), total: minutes });
export const supportSums = route({
  method: 'get',
  path: '/support/sums/:year',
  access: ['manager', 'hr', 'executive', 'auditor'],
  summary: 'Confirmed hours of support of a fiscal year by month: by section that asked, by side that gave, in all',
  params: z.object({ year: z.coerce.number().int().min(2000).max(2100).describe('fiscal year') }),
  answer: z.object({
    year: z.number().int(),
    months: z.array(month),
    asked: z.array(sum.extend({ department: departmentCode })),
    given: z.array(sum.extend({ department: z.string() })),
    total: minutes,
    sections: z.number().int().describe('sections that were supported'),
    unconfirmed: minutes.describe('entered and not yet confirmed, not counted'),
  }),
});
