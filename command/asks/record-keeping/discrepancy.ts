import {
  ImpossibleDay,
  judgeDiscrepancy,
  undeclaredOf,
} from '@tokimori/law/record-keeping/discrepancy/judge-discrepancy';
import {
  type Answer,
  type Finding,
  ImpossibleSettlement,
  type Settlement,
  settleDifference,
} from '@tokimori/law/record-keeping/discrepancy/settle';
import type { DayDiscrepancy, DayRecords, Difference } from '@tokimori/law/record-keeping/discrepancy/types';
import { type DiscrepancyRules, modelRecordKeeping, objectiveSources } from '@tokimori/law/record-keeping/rules';
import type { Span } from '@tokimori/law/time/spans';
import { formatTimeOfDay } from '@tokimori/law/time/time-of-day';
import type { Allotment } from '@tokimori/law/working-time/types';
import { explain } from '@tokimori/wording/explain';
import { discrepancySentences, settlementSentences } from '@tokimori/wording/record-keeping-days';
import { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import { date, duration, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm, iso, over, spanText, timeOfDay } from '../grounds.ts';
import { dayDefects, settlementDefects } from './defects.ts';
import { refusingAt } from './refusing.ts';

const days = optional(z.int().min(0));
const answer = z.discriminatedUnion('says', [
  z.strictObject({ says: z.literal('work'), by: z.string().min(1), on: date, worked: spanText }),
  z.strictObject({
    says: z.literal('notWork'),
    by: z.string().min(1),
    on: date,
    reason: z.enum(['break', 'selfStudy', 'waiting', 'private', 'other']),
  }),
]);
const found = { by: z.string().min(1), on: date, investigated: optional(z.boolean()) };
const finding = z.discriminatedUnion('found', [
  z.strictObject({ found: z.literal('work'), ...found, worked: spanText }),
  z.strictObject({ found: z.literal('notWork'), ...found, ground: z.string().min(1) }),
]);

const schema = z.strictObject({
  asOf: date,
  rules: optional(
    z.strictObject({
      afterDuty: optional(duration),
      afterOvertime: optional(duration),
      beforeStart: duration.nullable().optional(),
      fires: optional(z.enum(['moreThan', 'atLeast'])),
      grave: optional(duration),
      precedence: optional(z.array(z.enum(objectiveSources)).min(1)),
      wins: optional(z.enum(['precedence', 'widest'])),
      answerDays: days,
      confirmDays: days,
      investigateDays: days,
    }),
  ),
  days: z
    .array(
      z.strictObject({
        staffMember: z.string().min(1),
        date,
        shownOn: date,
        kind: z.enum(['dutyDay', 'weeklyDayOff', 'legalHoliday']),
        hours: optional(spanText),
        ordered: optional(z.array(z.union([spanText, z.strictObject({ length: duration })]))),
        declared: optional(spanText),
        records: z.array(
          z.strictObject({
            source: z.enum(objectiveSources),
            stays: z.array(z.strictObject({ from: timeOfDay.nullable(), to: timeOfDay.nullable() })),
          }),
        ),
        managerial: optional(z.boolean()),
        settlements: optional(
          z.array(z.strictObject({ difference: z.int().min(0), answer: optional(answer), finding: optional(finding) })),
        ),
      }),
    )
    .min(1),
});
type Day = z.infer<typeof schema>['days'][number];
type Given = NonNullable<Day['settlements']>[number];

const spanOf = ({ from, to }: z.infer<typeof spanText>): Span => ({ from, until: to });
const spanJson = ({ from, until }: Span) => ({ from: formatTimeOfDay(from), to: formatTimeOfDay(until) });

function allotmentOf({ kind, hours }: Day, at: number): Allotment {
  if (kind === 'weeklyDayOff') return { kind };
  if (hours !== undefined) return { kind, hours: spanOf(hours), breaks: [] };
  return refuseDocument([
    complain(
      `days[${at}].hours`,
      ['割り振られた時間がありません。', '週休日のほかは hours に始業と終業を書いてください。'],
      ['The allotted hours are missing.', 'Give hours for every day but a weeklyDayOff.'],
    ),
  ]);
}

function recordsOf(day: Day, at: number): DayRecords {
  return {
    day: day.date,
    shownOn: day.shownOn,
    allotment: allotmentOf(day, at),
    ordered: (day.ordered ?? []).map((order) =>
      'length' in order
        ? { span: null, minutes: order.length }
        : { span: spanOf(order), minutes: order.to - order.from },
    ),
    declared: day.declared === undefined ? null : spanOf(day.declared),
    records: day.records.map(({ source, stays }) => ({
      source,
      stays: stays.map(({ from, to }) => ({ from, until: to })),
    })),
    managerial: day.managerial ?? false,
  };
}

function answerOf({ answer: said }: Given): Answer | null {
  if (said === undefined) return null;
  return said.says === 'work' ? { ...said, worked: spanOf(said.worked) } : said;
}

function findingOf({ finding: told }: Given): Finding | null {
  if (told === undefined) return null;
  const common = { by: told.by, on: told.on, investigated: told.investigated ?? false };
  return told.found === 'work'
    ? { ...common, found: told.found, worked: spanOf(told.worked) }
    : { ...common, found: told.found, ground: told.ground };
}

function differenceAt({ differences }: DayDiscrepancy, index: number, place: string): Difference {
  const difference = differences[index];
  if (difference !== undefined) return difference;
  return refuseDocument([
    complain(
      `${place}.difference`,
      [`${index} 番の差異がありません(差異は ${differences.length} 件です)。`, '差異の番号を 0 から書いてください。'],
      [`There is no difference ${index} (there are ${differences.length}).`, 'Count differences from 0.'],
    ),
  ]);
}

/** Every settlement of a day, each with its difference. */
function settledOf(day: Day, outcome: DayDiscrepancy, at: number, asOf: number, by: DiscrepancyRules) {
  return (day.settlements ?? []).map((given, index) => {
    const place = `days[${at}].settlements[${index}]`;
    const input = {
      staffMember: day.staffMember,
      difference: differenceAt(outcome, given.difference, place),
      mustInvestigate: outcome.mustInvestigate,
      shownOn: day.shownOn,
      answer: answerOf(given),
      finding: findingOf(given),
      asOf,
    };
    const settle = () => settleDifference(input, by);
    return {
      difference: given.difference,
      ...refusingAt(ImpossibleSettlement, settlementDefects, () => place, settle),
    };
  });
}

const settlementJson = ({ state, corrected, correctedMinutes, outside, by, overdue }: Settlement) => ({
  state,
  corrected: corrected.map(spanJson),
  correctedMinutes: hm(correctedMinutes),
  outside: hm(outside),
  by: by === null ? null : iso(by),
  overdue,
});

const dayJson = (outcome: DayDiscrepancy) => ({
  record: outcome.winner,
  because: outcome.because,
  presence: outcome.presence.map(spanJson),
  incomplete: outcome.incomplete,
  class: outcome.class,
  mustInvestigate: outcome.mustInvestigate,
  undeclared: hm(undeclaredOf(outcome)),
  differences: outcome.differences.map(({ kind, span, minutes, threshold, class: of }) => ({
    kind,
    ...spanJson(span),
    minutes: hm(minutes),
    threshold: hm(threshold),
    class: of,
  })),
  due: outcome.due.map(({ who, what, by }) => ({ who, what, by: iso(by) })),
});

const dutyHours = { kind: 'dutyDay', hours: { from: '8:30', to: '17:15' } };

/** Order, declaration and objective records of days, laid beside each other. */
export const discrepancy: Ask = {
  name: 'discrepancy',
  summary: {
    ja: '命令・申告・客観的な記録の突合、乖離の理由と補正',
    en: 'orders, declarations and records compared; what is corrected',
  },
  example: {
    asOf: '2026-11-20',
    rules: { afterDuty: '0:30', afterOvertime: '0:30' },
    days: [
      {
        staffMember: '100123',
        date: '2026-11-04',
        shownOn: '2026-11-05',
        ...dutyHours,
        ordered: [{ from: '17:15', to: '19:30' }],
        declared: { from: '8:30', to: '19:30' },
        records: [
          { source: 'card', stays: [{ from: '8:22', to: '21:00' }] },
          { source: 'pc', stays: [{ from: '8:27', to: '20:52' }] },
        ],
        settlements: [
          {
            difference: 0,
            answer: { says: 'notWork', by: '100123', on: '2026-11-06', reason: 'selfStudy' },
            finding: {
              found: 'work',
              by: '100100',
              on: '2026-11-18',
              investigated: true,
              worked: { from: '19:30', to: '20:50' },
            },
          },
        ],
      },
      {
        staffMember: '100124',
        date: '2026-11-04',
        shownOn: '2026-11-05',
        ...dutyHours,
        records: [
          { source: 'card', stays: [{ from: '8:25', to: '17:20' }] },
          { source: 'pc', stays: [{ from: '8:30', to: '18:05' }] },
        ],
      },
    ],
  },
  answer: (given) => {
    const { asOf, rules, days: asked } = readDocument(schema, given);
    const by = over(modelRecordKeeping.discrepancy, rules);
    const judged = asked.map((day, at) => {
      const records = recordsOf(day, at);
      const place = ({ defect }: ImpossibleDay) => (defect === 'rules' ? 'rules' : `days[${at}]`);
      const decision = refusingAt(ImpossibleDay, dayDefects, place, () => judgeDiscrepancy(records, by));
      return { day, ...decision, settled: settledOf(day, decision.outcome, at, asOf, by) };
    });
    return {
      answer: {
        days: judged.map(({ day, outcome, steps, settled }) => ({
          staffMember: day.staffMember,
          date: iso(day.date),
          ...dayJson(outcome),
          settlements: settled.map((each) => ({
            difference: each.difference,
            ...settlementJson(each.outcome),
            ...groundsOf(each.steps),
          })),
          ...groundsOf(steps),
        })),
      },
      explanation: () =>
        judged.flatMap(({ day, steps, settled }) => [
          `【${day.staffMember} ${iso(day.date)}】`,
          ...explain(steps, discrepancySentences),
          ...settled.flatMap((each) => explain(each.steps, settlementSentences)),
        ]),
    };
  },
};
