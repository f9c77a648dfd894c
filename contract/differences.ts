import { z } from 'zod';
import { route } from './route.ts';
import {
  category,
  date,
  departmentCode,
  minuteOfDay,
  minutes,
  month,
  person,
  staffNumber,
  step,
  uuid,
} from './values.ts';

/** 差異: presence, order and declaration of a day laid beside each other, and what becomes of it. */
export const notWorkReason = z.enum(['break', 'selfStudy', 'waiting', 'private', 'other']);

/** What the person says about a difference. Work is taken whatever its length. */
export const differenceAnswer = z.discriminatedUnion('says', [
  z.strictObject({ says: z.literal('work'), from: minuteOfDay, until: minuteOfDay }),
  z.strictObject({ says: z.literal('notWork'), reason: notWorkReason }),
]);
export type DifferenceAnswerView = z.infer<typeof differenceAnswer>;

/** Hours that a second person found to be work. */
export const foundWork = z.strictObject({
  from: minuteOfDay,
  until: minuteOfDay,
  category: category.default('normal'),
});

export const differenceState = z.enum([
  'awaitsAnswer',
  'awaitsOrder',
  'awaitsConfirmation',
  'awaitsInvestigation',
  'disputed',
  'corrected',
  'notWork',
  'explained',
  'recordCorrected',
  'lapsed',
]);
export const differenceKind = z.enum([
  'beforeStart',
  'afterDuty',
  'afterOvertime',
  'dayOff',
  'declaredBeyondOrder',
  'declaredWithoutPresence',
  'recordsDisagree',
]);
const source = z.enum(['card', 'gate', 'pc']);

export const differenceView = z.object({
  date,
  state: differenceState,
  kind: differenceKind.describe('of the difference that decides'),
  from: minuteOfDay,
  until: minuteOfDay,
  minutes,
  grave: z.boolean().describe('著しい乖離: investigated whatever the person says'),
  winner: source.or(z.literal('all')).nullable().describe('the record that decides; null = none is complete'),
  sources: z.array(z.object({ source, first: minuteOfDay.nullable(), last: minuteOfDay.nullable() })),
  orderedUntil: minuteOfDay.nullable(),
  declaredUntil: minuteOfDay.nullable(),
  shownOn: date,
  dueWho: z.enum(['staffMember', 'departmentHead', 'personnel']).nullable(),
  dueOn: date.nullable(),
  overdue: z.boolean(),
  corrected: minutes.describe('minutes that became work'),
});
export type DifferenceView = z.infer<typeof differenceView>;

const said = z.object({
  correctionId: uuid,
  answer: differenceAnswer.nullable(),
  reason: z.string(),
  note: z.string().describe('words of who decided'),
  decidedBy: z.string(),
});

export const dayDifference = route({
  method: 'get',
  path: '/staff/:staff/differences/:date',
  access: 'signedIn',
  summary: "The difference of one day (staff: 'me'), with the law's steps; null when there is none",
  params: z.object({ staff: staffNumber, date }),
  answer: z.object({
    person,
    difference: differenceView.nullable(),
    said: said.nullable(),
    steps: z.array(step).describe('as the day is compared now'),
  }),
});

export const investigateDifference = route({
  method: 'post',
  path: '/staff/:staff/differences/:date/investigate',
  access: ['hr'],
  summary: 'Register what an investigation (実態調査) of a difference found: work with its hours, or no work',
  params: z.object({ staff: staffNumber, date }),
  body: z.strictObject({
    id: uuid.describe('of the record that is opened where nobody has answered'),
    worked: foundWork.nullable(),
    note: z.string().trim().min(1).max(400),
  }),
  answer: z.object({ state: differenceState }),
});

const monthParams = z.object({ month });
const readers = ['manager', 'hr', 'executive', 'auditor'] as const;
const sums = z.object({
  total: z.number().int(),
  minutes,
  open: z.number().int(),
  overdue: z.number().int(),
  corrected: z.number().int(),
  correctedMinutes: minutes,
  notWork: z.number().int(),
  explained: z.number().int(),
  recordCorrected: z.number().int(),
  lapsed: z.number().int(),
  answerDays: z.number().int().nullable().describe('median of the days from asking to the answer; null = no answer'),
});

export const differencesMonth = route({
  method: 'get',
  path: '/differences/months/:month',
  access: [...readers],
  summary: 'Differences of a month by section and outcome; heads see the sections they head',
  params: monthParams,
  answer: z.object({
    month,
    on: date,
    through: date.nullable().describe('the last day that was compared'),
    all: sums,
    sections: z.array(sums.extend({ section: departmentCode, name: z.string() })).describe('most differences first'),
    waiting: z
      .array(differenceView.extend({ person, said: said.nullable(), mayInvestigate: z.boolean() }))
      .describe('what 人事課 has to decide, and what is overdue; at most 200, the earliest deadline first'),
    waitingCount: z.number().int(),
    rules: z.object({
      afterDuty: minutes,
      afterOvertime: minutes,
      atLeast: z.boolean(),
      grave: minutes,
      answerDays: z.number().int(),
      confirmDays: z.number().int(),
    }),
    previous: month.nullable(),
    next: month.nullable(),
  }),
});
export const differencesFile = route({
  method: 'get',
  path: '/differences/months/:month/file',
  access: [...readers],
  summary: 'The same as CSV (UTF-8): a line for each section',
  params: monthParams,
});
