import { ImpossibleBirth } from '@tokimori/law/leave/kinds/maternity';
import { judgeShortTime } from '@tokimori/law/leave/kinds/short-time';
import { judgeTaking } from '@tokimori/law/leave/kinds/taking';
import {
  ImpossibleTaking,
  sickChildReasons,
  type TakingDefect,
  type TakingFacts,
} from '@tokimori/law/leave/kinds/taking-types';
import { bereavementRelations } from '@tokimori/law/leave/special-days';
import { explain } from '@tokimori/wording/explain';
import { leaveKindSentences } from '@tokimori/wording/leave/kinds';
import { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import { date, duration, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm } from '../grounds.ts';
import { birthDefects, takingDefects } from './defects.ts';
import { placed } from './placed.ts';
import { leaveRules, leaveRulesOf } from './rules-schema.ts';

const count = z.int().min(0).max(366);
const facts = z.strictObject({
  children: optional(z.array(z.strictObject({ bornOn: date }))),
  persons: optional(count),
  reason: optional(z.enum(sickChildReasons)),
  assisted: optional(z.boolean()),
  relation: optional(z.enum(bereavementRelations)),
  shared: optional(z.boolean()),
  travelDays: optional(count),
  birth: optional(z.strictObject({ dueOn: date, bornOn: optional(date), multiple: optional(z.boolean()) })),
  admittedOn: optional(date),
  eventOn: optional(date),
  daysBefore: optional(count),
  timesBefore: optional(count),
  periods: optional(z.array(z.strictObject({ from: date, through: date }))),
  firstOn: optional(date),
});
const schema = z.strictObject({
  kind: z.string().min(1),
  from: date,
  through: optional(date),
  time: optional(duration),
  halfDay: optional(z.boolean()),
  /** Needed for whole days from one day to another. */
  dutyDays: optional(count),
  taken: optional(z.strictObject({ days: optional(count), time: optional(duration) })),
  dayHours: optional(duration),
  /** Of 育児短時間勤務: the hours of the duty days of a week. */
  week: optional(z.array(duration).min(1).max(7)),
  facts: optional(facts),
  rules: optional(leaveRules),
});

function factsOf(given: z.infer<typeof facts> | undefined): TakingFacts {
  if (given === undefined) return {};
  const { children, birth, ...rest } = given;
  const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...told,
    ...(children === undefined ? {} : { children: children.map(({ bornOn }) => bornOn) }),
    ...(birth === undefined
      ? {}
      : { birth: { dueOn: birth.dueOn, bornOn: birth.bornOn ?? null, multiple: birth.multiple ?? false } }),
  };
}

const places: Partial<Readonly<Record<TakingDefect, string>>> = {
  unknownKind: 'kind',
  reversed: 'through',
  partOfOneDay: 'through',
  noTime: 'time',
  halfDayNeedsTime: 'time',
  dutyDays: 'dutyDays',
  minutes: 'dayHours',
  reversedPeriod: 'facts.periods',
  relationWithoutDays: 'facts.relation',
  factMissing: 'facts',
};

function refuseMissing(path: string): never {
  return refuseDocument([
    complain(path, ['必要な項目がありません。', '項目を加えてください。'], ['This member is needed.', 'Add it.']),
  ]);
}

function answerWeek(document: z.infer<typeof schema>) {
  const { week, from } = document;
  if (week === undefined) return refuseMissing('week');
  if (week.some((minutes) => minutes < 1 || minutes > 1440)) {
    const ja = ['1日の勤務時間が正しくありません。', '0:01 から 24:00 までで書いてください。'] as const;
    return refuseDocument([complain('week', ja, ['The hours of a day are impossible.', 'Give 0:01 to 24:00.'])]);
  }
  const { outcome, steps } = placed(
    ImpossibleTaking,
    takingDefects,
    () => '',
    () => judgeShortTime(week, from, leaveRulesOf(document.rules)),
  );
  return {
    answer: {
      kind: document.kind,
      verdict: outcome.pattern === null ? 'refused' : 'accepted',
      week: hm(outcome.week),
      pattern: outcome.pattern,
      ...groundsOf(steps),
    },
    explanation: () => explain(steps, leaveKindSentences),
  };
}

function answerTaking(given: unknown) {
  const document = readDocument(schema, given);
  if (document.kind === 'childcareShortTime') return answerWeek(document);
  const rules = leaveRulesOf(document.rules);
  const { from, through = from, time, taken, dayHours = rules.dayMinutes } = document;
  if (time === undefined && document.dutyDays === undefined && through !== from) return refuseMissing('dutyDays');
  const question = () =>
    judgeTaking(
      {
        kind: document.kind,
        from,
        through,
        time: time ?? null,
        halfDay: document.halfDay ?? false,
        dutyDays: document.dutyDays ?? 1,
        taken: (taken?.days ?? 0) * dayHours + (taken?.time ?? 0),
        dayMinutes: dayHours,
        facts: factsOf(document.facts),
      },
      rules,
    );
  const { outcome, steps } = placed(
    ImpossibleTaking,
    takingDefects,
    (of, defect) => places[defect] ?? of,
    () => placed(ImpossibleBirth, birthDefects, () => 'facts.birth.bornOn', question),
  );
  const { verdict, refusal, wanted, left } = outcome;
  return {
    answer: {
      kind: document.kind,
      verdict,
      ...(refusal === undefined ? {} : { reason: refusal }),
      wanted: hm(wanted),
      left: left === null ? null : 'days' in left ? { days: left.days } : { time: hm(left.minutes) },
      ...groundsOf(steps),
    },
    explanation: () => explain(steps, leaveKindSentences),
  };
}

export const leaveTakingAsks: readonly Ask[] = [
  {
    name: 'leave-taking',
    summary: {
      ja: '休暇の取得を、その種類の単位・事由・期間・残りで判定する',
      en: 'a taking of leave against its kind: unit, reason, period, balance',
    },
    example: {
      kind: 'sickChildLeave',
      from: '2026-05-11',
      time: '3:00',
      taken: { days: 1, time: '2:00' },
      facts: { children: [{ bornOn: '2020-05-01' }], reason: 'illness' },
    },
    answer: answerTaking,
  },
];
