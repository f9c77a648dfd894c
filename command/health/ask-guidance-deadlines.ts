import { formatCitation } from '@tokimori/law/decision/format-citation';
import { judgeGuidanceDeadlines, judgePhysicianReport } from '@tokimori/law/health/procedure/deadlines';
import { type CaseEvent, type FoldedCase, foldCase } from '@tokimori/law/health/procedure/guidance-case';
import { termCitations } from '@tokimori/law/health/procedure/terms';
import { formatYearMonth } from '@tokimori/law/time/months';
import { explain } from '@tokimori/wording/explain';
import { caseRefusals, caseStateNames, deadlineSentences } from '@tokimori/wording/health/procedure';
import { z } from 'zod';
import type { Ask } from '../asks/ask.ts';
import { complain } from '../document/complaints.ts';
import { readDocument, refuseDocument } from '../document/read-document.ts';
import { date, month, optional } from '../document/values.ts';
import { dayOrNull, deadlineJson, refusingDates } from './deadlines-json.ts';
import { procedureRulesInput, procedureRulesOf } from './rules-schema.ts';

const done = z.strictObject({
  count: optional(date),
  notifyPerson: optional(date),
  informPhysician: optional(date),
  request: optional(date),
  interview: optional(date),
  opinion: optional(date),
  measures: optional(date),
});
const simple = z.enum(['notified', 'requested', 'declined', 'scheduled', 'done', 'opinion']);
const event = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('counted'),
    on: date,
    route: z.enum(['withoutRequest', 'onRequest']),
    exemptible: z.boolean(),
  }),
  ...simple.options.map((kind) => z.strictObject({ kind: z.literal(kind), on: date })),
  z.strictObject({
    kind: z.literal('exempted'),
    on: date,
    finding: z.strictObject({
      physician: z.string(),
      examinedOn: date,
      ground: z.enum(['interview', 'examination', 'checklist']),
    }),
  }),
  z.strictObject({ kind: z.literal('measure'), on: date, reasonForNone: optional(z.string()) }),
  z.strictObject({
    kind: z.literal('closed'),
    on: date,
    because: optional(z.enum(['physicianFoundUnneeded', 'noReactionOrDeclined', 'tooBusy', 'other'])),
    note: optional(z.string()),
  }),
]);

const input = z.strictObject({
  month,
  route: z.enum(['withoutRequest', 'onRequest']),
  exempt: optional(z.boolean()),
  urgent: optional(z.boolean()),
  done: optional(done),
  asOf: date,
  /** The report to the 産業医 of the whole office: how many were beyond 80 hours, none too. */
  report: optional(z.strictObject({ persons: z.number().int().min(0), reportedOn: optional(date) })),
  events: optional(z.array(event)),
  rules: optional(procedureRulesInput),
});
type Input = z.infer<typeof input>;

/** Without members that are not given. */
function given<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

/** @throws InputRefused naming every event that does not fit */
function caseOf({ events }: Input): FoldedCase['case'] {
  if (events === undefined) return null;
  const { case: folded, refused } = foldCase(events.map((each) => given(each) as CaseEvent));
  if (refused.length === 0) return folded;
  return refuseDocument(
    refused.map(({ at, refused: code }) =>
      complain(`events[${at}]`, caseRefusals[code], [code, 'Record what is missing, or correct the event.']),
    ),
  );
}

function reportOf({ report, done: dates, asOf, rules }: Input) {
  if (report === undefined) return null;
  const countedOn = dates?.count;
  if (countedOn === undefined) {
    return refuseDocument([
      complain(
        'done.count',
        ['産業医への報告の期限は算定の日から数えます。', '算定の日を書いてください。'],
        ['The report is due from the count.', 'Give the day of the count.'],
      ),
    ]);
  }
  const reported = report.reportedOn === undefined ? {} : { reportedOn: report.reportedOn };
  return judgePhysicianReport({ countedOn, persons: report.persons, ...reported, asOf }, procedureRulesOf(rules));
}

export const guidanceDeadlines: Ask = {
  name: 'guidance-deadlines',
  summary: {
    ja: '面接指導の手続: 各段階の期限と、済み・遅れ・待ち',
    en: 'the procedure of an interview guidance: when each step is due, and how it stands',
  },
  example: {
    month: '2026-10',
    route: 'onRequest',
    done: { count: '2026-11-10', notifyPerson: '2026-11-12', informPhysician: '2026-11-12', request: '2026-12-15' },
    asOf: '2026-12-20',
    report: { persons: 0, reportedOn: '2026-11-12' },
    events: [
      { kind: 'counted', on: '2026-11-10', route: 'onRequest', exemptible: true },
      { kind: 'notified', on: '2026-11-12' },
      { kind: 'requested', on: '2026-12-15' },
    ],
    rules: { terms: { request: { months: 1 } } },
  },
  answer: (document) => {
    const read = readDocument(input, document);
    const { month: of, route, exempt = false, urgent = false, asOf } = read;
    const dates = given(read.done ?? {});
    const rules = procedureRulesOf(read.rules);
    const procedure = { month: of, route, exempt, urgent, done: dates, asOf };
    const { outcome, steps } = refusingDates(() => judgeGuidanceDeadlines(procedure, rules));
    const report = refusingDates(() => reportOf(read));
    const folded = caseOf(read);
    return {
      answer: {
        month: formatYearMonth(of),
        asOf: dayOrNull(asOf),
        countedBy: termCitations.map(formatCitation),
        deadlines: outcome.map(deadlineJson),
        overdue: outcome.filter(({ state }) => state === 'overdue').map(({ step }) => step),
        report: report === null ? null : deadlineJson(report.outcome),
        case:
          folded === null
            ? null
            : {
                state: folded.state,
                label: caseStateNames[folded.state],
                since: dayOrNull(folded.on),
                held: folded.held,
                unheld: folded.unheld,
              },
      },
      explanation: () => explain([...steps, ...(report?.steps ?? [])], deadlineSentences),
    };
  },
};
