import { z } from 'zod';
import { decisionGrounds } from './decision-grounds.ts';

/** Values shared by all routes. Durations of the page API are whole minutes; dates and months are ISO. */
export const minutes = z.number().int().describe('minutes');
export const minuteOfDay = z
  .number()
  .int()
  .min(0)
  .max(2880)
  .describe('minutes from 0:00 of the duty date; may pass 24:00');
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日付は 2026-11-04 のように入れてください。')
  .describe('YYYY-MM-DD');
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月は 2026-11 のように入れてください。')
  .describe('YYYY-MM');
export const instant = z.string().datetime({ offset: true });
export const uuid = z.string().uuid();
export const staffNumber = z.string().min(1).max(20);
export const departmentCode = z.string().min(1).max(20);
export const municipalityCode = z.string().regex(/^\d{6}$/, '団体コードは6桁の数字で入れてください。');

export const category = z.enum(['normal', 'temporary', 'exceptional', 'disaster', 'infection']);
export type Category = z.infer<typeof category>;

/** States of a limit, most urgent first. `none`: no cap applies (管理監督職員). */
export const limitState = z.enum(['over', 'overExceptional', 'forecastOver', 'near', 'unknown', 'fine', 'none']);
export type LimitState = z.infer<typeof limitState>;

export const limitName = z.enum([
  'monthly',
  'monthlyTotal',
  'average-2',
  'average-3',
  'average-4',
  'average-5',
  'average-6',
  'annual',
  'monthsOver45',
  'afterTransfer',
]);
export type LimitName = z.infer<typeof limitName>;

/** States of one duty date. */
export const dayState = z.enum([
  'dayOff', // 週休日, nothing recorded
  'holiday', // 休日 (祝日・年末年始), nothing recorded
  'future', // a duty day that is still to come
  'open', // today, or a shift still running: in without out
  'classified', // judged
  'noRecord', // a past duty day without any record (leave, trip or forgotten: not yet known)
  'missingOut',
  'missingIn',
]);
export type DayState = z.infer<typeof dayState>;

export const person = z.object({
  staff: staffNumber,
  name: z.string(),
  post: z.string(),
  department: departmentCode,
  departmentName: z.string(),
  managerial: z.boolean(),
});
export type Person = z.infer<typeof person>;

/** A step of a decision as the page shows it: the sentence is composed in `web/wording` from `says` and its figures. */
export const citation = z.object({
  instrument: z.string(),
  title: z.string().describe('title of the instrument in Japanese'),
  place: z.string().describe('第16条の2の2第1項第1号イ(1)'),
  revision: z.string(),
  confidence: z.enum(['A', 'B', 'C']),
});
export const step = z.object({
  says: z.string(),
  figures: z.record(z.string(), z.number()),
  words: z.record(z.string(), z.string()),
  citation: citation.nullable(),
});
export type StepView = z.infer<typeof step>;

/** One limit of a person in a month. Minutes, except `monthsOver45`, whose value and cap are numbers of months. */
export const limitStanding = z.object({
  limit: limitName,
  state: limitState,
  value: minutes.nullable().describe('what counts so far (sum of the window for averages)'),
  cap: minutes.nullable(),
  comparison: z.enum(['atMost', 'lessThan']),
  slack: minutes.nullable().describe('minutes that may still be ordered this month under this limit; negative = over'),
  monthBound: minutes.nullable().describe('how far the month total may go under this limit'),
  forecast: minutes.nullable().describe('expected value at month end, same unit as value'),
  because: z.string().nullable(),
  citation: citation.nullable(),
});
export type LimitStandingView = z.infer<typeof limitStanding>;

/** Under which agreement someone's month is judged; a part of the standing. */
export const article36View = z.object({
  workplace: z.string(),
  appdxTable1: z.number().int().nullable(),
  agreement: z
    .object({ id: uuid, from: date, through: date.nullable() })
    .nullable()
    .describe('null = none: no overtime'),
  uncovered: minutes.describe('worked in the month on days without an agreement'),
  disaster: minutes.describe('of the month, by 労基法33条1項: outside the agreement'),
  citation,
});
export type Article36View = z.infer<typeof article36View>;

/** A person's month as gauges need it. Limits in order of slack; the first is the one reached first. */
export const standing = z.object({
  month,
  asOf: date,
  state: limitState,
  department: z.enum(['selfDirected', 'externallyDriven']),
  departmentSince: date.nullable(),
  article36: article36View.nullable().describe('null = the caps of the ordinance apply'),
  overtime: minutes,
  exceptional: minutes,
  orderedAhead: minutes,
  requested: minutes.describe('requests not yet decided'),
  remaining: minutes.nullable(),
  binding: limitName.nullable(),
  guideline: minutes.nullable().describe('市の目安 of the month'),
  forecast: z
    .object({
      total: minutes,
      perDay: minutes.describe('mean overtime of a judged working day'),
      judgedDays: z.number().int(),
      daysLeft: z.number().int(),
    })
    .nullable(),
  limits: z.array(limitStanding),
});
export type StandingView = z.infer<typeof standing>;

/** One duty date as rows and bands show it. */
export const day = z.object({
  date,
  state: dayState,
  holidayName: z.string().nullable(),
  allotment: z
    .object({
      from: minuteOfDay,
      until: minuteOfDay,
      breaks: z.array(z.object({ from: minuteOfDay, until: minuteOfDay })),
    })
    .nullable(),
  firstIn: minuteOfDay.nullable(),
  lastOut: minuteOfDay.nullable(),
  pcFirst: minuteOfDay.nullable(),
  pcLast: minuteOfDay.nullable(),
  presence: minutes,
  beyond: minutes,
  overtime: minutes,
  exceptional: minutes,
  orderedAhead: minutes,
  requested: minutes,
  discrepancy: minutes,
  cumulative: minutes,
  spans: z.array(
    z.object({ from: minuteOfDay, until: minuteOfDay, category, state: z.enum(['requested', 'ordered', 'confirmed']) }),
  ),
});
export type DayView = z.infer<typeof day>;

export const overtimeState = z.enum([
  'requested',
  'firstApproved', // 課長承認済み・部長の承認待ち: not yet an order
  'ordered',
  'confirmed',
  'returned',
  'rejected',
  'withdrawn',
  'revoked',
]);
/** Why a claim was cut or turned down. */
export const decisionGround = z.enum(decisionGrounds);
/** In whose place somebody decided: 代決, 専決 or 代理, with the name of whom (null: the post was vacant). */
export const capacity = z.object({ as: z.enum(['standIn', 'delegated', 'onBehalf']), for: z.string().nullable() });
export type CapacityView = z.infer<typeof capacity>;
export const overtimeView = z.object({
  id: uuid,
  number: z.string().describe('申請番号'),
  person,
  date,
  from: minuteOfDay.nullable(),
  until: minuteOfDay.nullable(),
  minutes,
  category,
  state: overtimeState,
  retroactive: z.boolean(),
  work: z.string(),
  why: z.string(),
  note: z.string(),
  requestedBy: z.string().nullable(),
  requestedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  onBehalf: z.boolean().describe('entered by somebody else for the person'),
  capacity: capacity.nullable().describe('of the last decision; null = in their own right'),
  firstApproval: z
    .object({ by: z.string(), at: instant, capacity: capacity.nullable() })
    .nullable()
    .describe('課長の承認 that went before the order of the head of the 部局'),
  emergency: z.boolean().describe('ordered at once though the final approval of the month lies above'),
  ground: decisionGround.nullable().describe('why it was cut or turned down'),
});
export type OvertimeView = z.infer<typeof overtimeView>;

/** What an order would do to the month and the year. Both the preview and the decision card show it. */
export const effect = z.object({
  before: minutes.describe('the month so far, with orders already given'),
  added: minutes,
  after: minutes,
  stateBefore: limitState.describe('state of the month as it stands, as every page shows it'),
  state: limitState.describe('state of the month after it, with what is expected by its end'),
  binding: limitName.nullable(),
  bound: minutes.nullable().describe('how far the month may go under the binding limit'),
  slackAfter: minutes.nullable().describe('negative = over'),
  latestUntil: minuteOfDay.nullable().describe('the latest end that keeps every limit, when it goes over'),
  annualAfter: minutes,
  annualCap: minutes.nullable(),
  forecast: minutes.nullable(),
  perDayLeft: minutes.nullable().describe('mean left for each remaining working day of the month'),
  daysLeft: z.number().int(),
  restMinutes: minutes.nullable().describe('until the next allotted start'),
  restTarget: minutes,
  nextStart: z.object({ date, minute: minuteOfDay }).nullable(),
  overlaps: z.boolean().describe('another order or request covers part of these hours'),
});
export type EffectView = z.infer<typeof effect>;

export const problem = z.object({
  type: z.string(),
  title: z.string().describe('事象'),
  status: z.number().int(),
  detail: z.string().describe('原因 and 対処'),
  code: z.string(),
  fields: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
