import {
  childcareRequestKinds,
  ImpossibleChildcareRequest,
  judgeChildcareRequest,
  partTimeMonths,
} from '@tokimori/law/leave/kinds/childcare-requests';
import { explain } from '@tokimori/wording/explain';
import { leaveKindSentences } from '@tokimori/wording/leave/kinds';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { date, duration, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm, iso } from '../grounds.ts';
import { childcareRequestDefects } from './childcare-request-defects.ts';
import { placed } from './placed.ts';
import { leaveRules, leaveRulesOf } from './rules-schema.ts';

const request = z.strictObject({
  kind: z.enum(childcareRequestKinds),
  requestedOn: date,
  from: date,
  through: date,
  /** `expected`: not born yet, and the day is the due date. */
  child: z.strictObject({ bornOn: date, expected: optional(z.boolean()) }),
  /** Of 非常勤職員: the age in months that the ordinance allows in the case. */
  partTimeUntilMonths: optional(z.literal([...partTimeMonths])),
  /** Of 育児短時間勤務: the hours of the duty days of a week. */
  week: optional(z.array(duration).max(7)),
});
const schema = z.strictObject({ requests: z.array(request).min(1), rules: optional(leaveRules) });

function judge(given: z.infer<typeof request>, at: number, rules: ReturnType<typeof leaveRulesOf>) {
  const { kind, child, partTimeUntilMonths, week, ...days } = given;
  const path = `requests[${at}]`;
  const { outcome, steps } = placed(
    ImpossibleChildcareRequest,
    childcareRequestDefects,
    (_, defect) => `${path}.${defect === 'reversed' ? 'through' : 'week'}`,
    () =>
      judgeChildcareRequest(
        {
          ...days,
          kind,
          child: { bornOn: child.bornOn, expected: child.expected ?? false },
          partTime: partTimeUntilMonths ?? null,
          week: week ?? null,
        },
        rules,
      ),
  );
  const { verdict, refusals, askedBy, childThrough, shortTime } = outcome;
  return {
    answer: {
      kind,
      verdict,
      reasons: refusals,
      askedBy: iso(askedBy),
      childThrough: iso(childThrough),
      ...(shortTime === null ? {} : { week: hm(shortTime.week), pattern: shortTime.pattern }),
      ...groundsOf(steps),
    },
    steps,
  };
}

function answerRequests(given: unknown) {
  const document = readDocument(schema, given);
  const rules = leaveRulesOf(document.rules);
  const judged = document.requests.map((each, at) => judge(each, at, rules));
  const steps = judged.flatMap((each) => each.steps);
  return {
    answer: { requests: judged.map(({ answer }) => answer), ...groundsOf(steps) },
    explanation: () => explain(steps, leaveKindSentences),
  };
}

export const childcareRequestAsks: readonly Ask[] = [
  {
    name: 'childcare-requests',
    summary: {
      ja: '育児休業と育児短時間勤務の請求を、期限・子の年齢・期間・型で判定する',
      en: 'requests of childcare leave and short-time work: in time, the child, the period, the pattern',
    },
    example: {
      requests: [
        {
          kind: 'childcareLeave',
          requestedOn: '2026-06-01',
          from: '2026-07-01',
          through: '2027-03-31',
          child: { bornOn: '2026-05-10' },
        },
        {
          kind: 'birthPeriodLeave',
          requestedOn: '2026-05-19',
          from: '2026-06-01',
          through: '2026-06-14',
          child: { bornOn: '2026-05-20', expected: true },
        },
        {
          kind: 'childcareShortTime',
          requestedOn: '2026-03-01',
          from: '2026-04-01',
          through: '2027-03-31',
          child: { bornOn: '2022-05-10' },
          week: ['7:45', '7:45', '3:55'],
        },
      ],
    },
    answer: answerRequests,
  },
];
