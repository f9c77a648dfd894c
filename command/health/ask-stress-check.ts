import { formatCitation } from '@tokimori/law/decision/format-citation';
import { judgeCheckDeadlines, keptCitations } from '@tokimori/law/health/stress-scheme/check-deadlines';
import { judgeEmployerAccess } from '@tokimori/law/health/stress-scheme/consent';
import { judgePersonDuty, judgeWorkplaceDuty } from '@tokimori/law/health/stress-scheme/duty';
import {
  isDepressionTable,
  items23,
  scoreStress23,
  stress23Mistakes,
} from '@tokimori/law/health/stress-scheme/items23';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { hours } from '@tokimori/law/time/minutes';
import { explain } from '@tokimori/wording/explain';
import { deadlineSentences } from '@tokimori/wording/health/procedure';
import { stress23Sentences } from '@tokimori/wording/health/scores';
import { consentSentences, dutySentences } from '@tokimori/wording/health/stress-scheme';
import { z } from 'zod';
import type { Ask } from '../asks/ask.ts';
import { groundsOf } from '../asks/grounds.ts';
import { type LawRefusals, notInForce, refusing } from '../asks/law-refusals.ts';
import { complain } from '../document/complaints.ts';
import { readDocument, refuseDocument } from '../document/read-document.ts';
import { date, duration, optional } from '../document/values.ts';
import { dayOrNull, deadlineJson, refusingDates } from './deadlines-json.ts';
import { stressCheckRulesInput, stressCheckRulesOf } from './rules-schema.ts';
import { stressComplaint } from './scores-json.ts';

const NORMAL_WEEK = hours(38) + 45;

const person = z.strictObject({
  id: z.string().min(1),
  termMonths: optional(z.number().int().min(0)),
  expectedForYear: optional(z.boolean()),
  weeklyHours: duration,
  normalWeeklyHours: optional(duration),
  specialReason: optional(z.boolean()),
});
const dutyInput = z.strictObject({
  on: date,
  workplace: z.strictObject({
    staff: z.number().int().min(0),
    /** Number of 別表第1; null = not listed. */
    table: z.number().int().min(1).max(15).nullable(),
    personnelCommission: z.boolean(),
  }),
  persons: optional(z.array(person)),
  rules: optional(stressCheckRulesInput),
});

const refusals: LawRefusals = {
  NotInForce: notInForce,
  ImpossibleCheck: {
    ja: ['通常の職員の週の勤務時間が 0:00 です。', '通常の職員の週の勤務時間を書いてください。例 "38:45"'],
    en: ['The normal weekly hours are 0:00.', 'Give the weekly hours of normal staff, such as "38:45".'],
  },
};

export const stressDuty: Ask = {
  name: 'stress-duty',
  summary: {
    ja: 'ストレスチェックの義務: 事業場、職員、報告先',
    en: 'the duty of the stress check: workplace, staff, to whom is reported',
  },
  example: {
    on: '2026-11-01',
    workplace: { staff: 49, table: null, personnelCommission: false },
    persons: [
      { id: '100001', weeklyHours: '38:45' },
      { id: '100002', termMonths: 6, weeklyHours: '29:00' },
    ],
    rules: { lowHours: 'invited' },
  },
  answer: (document) => {
    const { on, workplace, persons = [], rules } = readDocument(dutyInput, document);
    const checkRules = stressCheckRulesOf(rules);
    const place = {
      staff: workplace.staff,
      tableNumber: workplace.table,
      hasPersonnelCommission: workplace.personnelCommission,
    };
    const of = refusing('on', refusals, () => judgeWorkplaceDuty(place, formatLocalDate(on)));
    const judged = persons.map((each, at) => {
      const { id, termMonths = null, expectedForYear = false, weeklyHours, specialReason = false } = each;
      const { normalWeeklyHours = NORMAL_WEEK } = each;
      const checked = { termMonths, expectedForYear, weeklyHours, normalWeeklyHours, specialReason };
      const decide = () => judgePersonDuty(checked, of.outcome.duty, checkRules);
      return { id, ...refusing(`persons[${at}].normalWeeklyHours`, refusals, decide) };
    });
    return {
      answer: {
        on: formatLocalDate(on),
        workplace: { ...of.outcome, ...groundsOf(of.steps) },
        persons: judged.map(({ id, outcome, steps }) => ({ id, ...outcome, ...groundsOf(steps) })),
      },
      explanation: () => [
        ...explain(of.steps, dutySentences),
        ...judged.flatMap(({ id, steps }) => explain(steps, dutySentences).map((line) => `${id}: ${line}`)),
      ],
    };
  },
};

const consentInput = z.strictObject({
  toldOn: optional(date),
  consents: optional(z.array(z.strictObject({ on: date, form: z.enum(['written', 'electronic', 'oral']) }))),
  interviewRequestedOn: optional(date),
  asOf: date,
});

export const stressConsent: Ask = {
  name: 'stress-consent',
  summary: {
    ja: 'ストレスチェックの結果を事業者に提供できるか',
    en: 'whether the employer may be given the result of a stress check',
  },
  example: { toldOn: '2026-10-10', consents: [{ on: '2026-10-01', form: 'written' }], asOf: '2026-11-01' },
  answer: (document) => {
    const { toldOn, consents = [], interviewRequestedOn, asOf } = readDocument(consentInput, document);
    const { outcome, steps } = judgeEmployerAccess({
      ...(toldOn === undefined ? {} : { toldOn }),
      consents,
      ...(interviewRequestedOn === undefined ? {} : { interviewRequestedOn }),
      asOf,
    });
    return {
      answer: { ...outcome, since: dayOrNull(outcome.since), ...groundsOf(steps) },
      explanation: () => explain(steps, consentSentences),
    };
  },
};

const deadlinesInput = z.strictObject({
  schemeFrom: date,
  lastCheck: optional(date),
  interviewFoundNecessary: z.boolean(),
  done: optional(
    z.strictObject({
      check: optional(date),
      result: optional(date),
      request: optional(date),
      interview: optional(date),
      opinion: optional(date),
    }),
  ),
  asOf: date,
  rules: optional(stressCheckRulesInput),
});

export const stressDeadlines: Ask = {
  name: 'stress-deadlines',
  summary: {
    ja: 'ストレスチェックの期限: 検査、結果、申出、面接指導、意見',
    en: 'the deadlines of a stress check: check, result, request, interview, opinion',
  },
  example: {
    schemeFrom: '2016-04-01',
    lastCheck: '2025-10-01',
    interviewFoundNecessary: true,
    done: { check: '2026-10-01', result: '2026-10-15' },
    asOf: '2026-11-01',
  },
  answer: (document) => {
    const {
      schemeFrom,
      lastCheck,
      interviewFoundNecessary,
      done = {},
      asOf,
      rules,
    } = readDocument(deadlinesInput, document);
    const dates = Object.fromEntries(Object.entries(done).filter(([, on]) => on !== undefined));
    const check = {
      schemeFrom,
      ...(lastCheck === undefined ? {} : { lastCheck }),
      interviewFoundNecessary,
      done: dates,
      asOf,
    };
    const { outcome, steps } = refusingDates(() => judgeCheckDeadlines(check, stressCheckRulesOf(rules)));
    return {
      answer: {
        deadlines: outcome.deadlines.map(deadlineJson),
        resultKeptThrough: dayOrNull(outcome.resultKeptThrough),
        recordKeptThrough: dayOrNull(outcome.recordKeptThrough),
        keptBy: keptCitations.map(formatCitation),
      },
      explanation: () => explain(steps, deadlineSentences),
    };
  },
};

const items23Input = z.strictObject({
  sex: z.enum(['male', 'female']),
  answers: z.array(z.number()),
  rules: optional(stressCheckRulesInput),
});

export const stress23: Ask = {
  name: 'stress-23',
  summary: {
    ja: 'ストレスチェック(簡略版23項目)の点と高ストレスの判定',
    en: 'the scores of the stress check of 23 items',
  },
  example: { sex: 'female', answers: new Array(items23.length).fill(3) },
  answer: (document) => {
    const { sex, answers, rules } = readDocument(items23Input, document);
    const mistakes = stress23Mistakes(answers);
    if (mistakes.length > 0) refuseDocument(mistakes.map((each) => stressComplaint(each, items23.length)));
    const checkRules = stressCheckRulesOf(rules);
    if (checkRules.depression23 !== null && !isDepressionTable(checkRules.depression23)) {
      refuseDocument([
        complain(
          'rules.depression23',
          ['素点 3 から 12 までを覆う換算表ではありません。', '小さい順に5つ、最後を 12 にしてください。'],
          ['It does not cover the values from 3 to 12.', 'Give five rising values that end at 12.'],
        ),
      ]);
    }
    const { outcome, steps } = scoreStress23({ sex, answers }, checkRules);
    return {
      answer: { ...outcome, items: items23, ...groundsOf(steps) },
      explanation: () => explain(steps, stress23Sentences),
    };
  },
};
