import { kindGroups } from '@tokimori/law/leave/kinds/kind';
import { daysOfLimit, type KindHere, kindsOf } from '@tokimori/law/leave/kinds/master';
import { ImpossibleBirth, maternityWindows, type Window } from '@tokimori/law/leave/kinds/maternity';
import { okinawaRegister } from '@tokimori/law/leave/kinds/register-presets';
import { ImpossibleRegister, tallyRegister } from '@tokimori/law/leave/kinds/register-tally';
import type { LeaveRules } from '@tokimori/law/leave/rules';
import { explain } from '@tokimori/wording/explain';
import { leaveKindSentences } from '@tokimori/wording/leave/kinds';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { date, duration, month, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { ground, groundsOf, hm, iso } from '../grounds.ts';
import { birthDefects, registerDefects } from './defects.ts';
import { placed } from './placed.ts';
import { leaveRules, leaveRulesOf } from './rules-schema.ts';

const listSchema = z.strictObject({ group: optional(z.enum(kindGroups)), rules: optional(leaveRules) });

function limitJson({ limit, daysPerYear, counts }: KindHere, rules: LeaveRules) {
  if (daysPerYear !== null) return { per: 'year', days: daysPerYear };
  const found = daysOfLimit(limit, rules);
  switch (limit.per) {
    case 'dayTimes':
      return { per: 'day', times: limit.times, time: hm(limit.minutes) };
    case 'condition':
      return { per: 'condition', periods: rules.caregiverPeriods, months: rules.caregiverMonths };
    case 'caregiverTime':
      return { per: 'day', time: hm(rules.caregiverTimeMinutes), years: rules.caregiverTimeYears };
    case 'week':
      return { per: 'week', least: hm(rules.shortTimeWeekLeast), most: hm(rules.shortTimeWeekMost) };
    case 'elsewhere':
      return { per: 'elsewhere', ask: limit.ask };
    case 'relation':
      return { per: 'relation', days: rules.bereavement };
    default:
      return {
        per: limit.per,
        ...(found === null ? {} : { days: found.days, counts }),
        ...(found === null || found.more === found.days ? {} : { more: found.more }),
      };
  }
}

function answerKinds(given: unknown) {
  const { group, rules: own } = readDocument(listSchema, given);
  const rules = leaveRulesOf(own);
  const kinds = placed(
    ImpossibleRegister,
    registerDefects,
    () => 'rules',
    () => kindsOf(rules),
  ).filter((kind) => group === undefined || kind.group === group);
  return {
    answer: {
      kinds: kinds.map((kind) => ({
        code: kind.code,
        name: kind.name,
        group: kind.group,
        pay: kind.pay,
        attendance: kind.attendance,
        units: kind.units,
        finishing: kind.finishing,
        limit: limitJson(kind, rules),
        who: kind.who,
        condition: kind.condition,
        ...ground(kind.citation),
      })),
    },
    explanation: () =>
      explain(
        kinds.map(({ name, condition, citation }) => ({
          says: 'kindFound' as const,
          figures: {},
          words: { name, condition },
          citation,
        })),
        leaveKindSentences,
      ),
  };
}

const birthSchema = z.strictObject({
  dueOn: date,
  bornOn: optional(date),
  multiple: optional(z.boolean()),
  rules: optional(leaveRules),
});
const windowJson = ({ from, through }: Window) => ({ from: iso(from), through: iso(through) });

function answerWindow(given: unknown) {
  const { dueOn, bornOn, multiple = false, rules } = readDocument(birthSchema, given);
  const { outcome, steps } = placed(
    ImpossibleBirth,
    birthDefects,
    () => 'bornOn',
    () => maternityWindows({ dueOn, bornOn: bornOn ?? null, multiple }, leaveRulesOf(rules)),
  );
  return {
    answer: {
      prenatal: windowJson(outcome.prenatal),
      postnatal: windowJson(outcome.postnatal),
      mayReturnFrom: iso(outcome.mayReturnFrom),
      spouseBirthThrough: iso(outcome.spouseBirthThrough),
      fatherhood: windowJson(outcome.fatherhood),
      childcareTimeThrough: iso(outcome.childcareTimeThrough),
      provisional: outcome.provisional,
      ...groundsOf(steps),
    },
    explanation: () => explain(steps, leaveKindSentences),
  };
}

const tallySchema = z.strictObject({
  month,
  preset: optional(z.enum(['model', 'okinawa'])),
  marks: z.array(z.strictObject({ on: date, kind: z.string().min(1), time: optional(duration) })),
  rules: optional(leaveRules),
});

function answerTally(given: unknown) {
  const document = readDocument(tallySchema, given);
  const own = leaveRulesOf(document.rules);
  const rules = document.preset === 'okinawa' ? { ...own, registerCategories: okinawaRegister } : own;
  const marks = document.marks.map(({ on, kind, time }) => ({ on, code: kind, minutes: time ?? null }));
  const place = (of: string) => {
    const at = document.marks.findLastIndex(({ on, kind }) => iso(on) === of || kind === of);
    return at < 0 ? 'marks' : `marks[${at}]`;
  };
  const { outcome, steps } = placed(ImpossibleRegister, registerDefects, place, () =>
    tallyRegister(document.month, marks, rules),
  );
  const counted = <T extends { days: number; minutes: number }>({ days, minutes, ...rest }: T) => ({
    ...rest,
    days,
    time: hm(minutes),
  });
  return {
    answer: {
      categories: outcome.categories.map(counted),
      uncounted: outcome.uncounted.map(counted),
      ...groundsOf(steps),
    },
    explanation: () => explain(steps, leaveKindSentences),
  };
}

export const leaveKindAsks: readonly Ask[] = [
  {
    name: 'leave-kinds',
    summary: { ja: '休暇と勤務の種類の一覧を出す', en: 'the kinds of leave and attendance' },
    example: { group: 'family', rules: { sickChildUntil: 12 } },
    answer: answerKinds,
  },
  {
    name: 'maternity-window',
    summary: {
      ja: '産前産後、配偶者出産、育児参加、育児時間の期間を日付で出す',
      en: 'leave before and after a birth, by dates',
    },
    example: { dueOn: '2026-03-10', bornOn: '2026-03-15' },
    answer: answerWindow,
  },
  {
    name: 'register-tally',
    summary: {
      ja: '出勤簿の整理欄(区分ごとの日数と時間)を出す',
      en: 'the tally of a month of the attendance register',
    },
    example: {
      month: '2026-05',
      preset: 'okinawa',
      marks: [
        { on: '2026-05-01', kind: 'attendance' },
        { on: '2026-05-07', kind: 'attendance' },
        { on: '2026-05-07', kind: 'annualPaidLeave', time: '3:00' },
        { on: '2026-05-08', kind: 'sickChildLeave' },
      ],
    },
    answer: answerTally,
  },
];
