import { hoursCitations } from '@tokimori/law/hours/citations';
import { type AllottedWeek, checkWeeklyHours, splitPartTimeWeek } from '@tokimori/law/hours/weekly/weekly';
import { explain } from '@tokimori/wording/explain';
import { weeklySentences } from '@tokimori/wording/hours';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { duration, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { ground, groundsOf, hm } from '../grounds.ts';
import { hoursRules, hoursRulesOf } from './rules.ts';

const week = z.tuple([duration, duration, duration, duration, duration, duration, duration]);
const schema = z.strictObject({
  rules: hoursRules,
  category: z.enum(['fullTime', 'shortTimeReappointee', 'fiscalYearFullTime', 'fiscalYearPartTime']),
  weeks: z.array(week).min(1).max(4),
  overtimeWeek: optional(
    z
      .array(z.strictObject({ regular: duration, overtime: duration }))
      .min(1)
      .max(7),
  ),
});

function answerOf(given: unknown) {
  const document = readDocument(schema, given);
  const rules = hoursRulesOf(document.rules);
  const weeks: readonly AllottedWeek[] = document.weeks;
  const { outcome, steps } = checkWeeklyHours(document.category, weeks, rules);
  const split = document.overtimeWeek === undefined ? null : splitPartTimeWeek(document.overtimeWeek, rules);
  return {
    answer: {
      kept: outcome.length === 0,
      findings: outcome.map((finding) => {
        switch (finding.rule) {
          case 'dayTooLong':
            return { rule: finding.rule, week: finding.week, day: finding.day, minutes: hm(finding.minutes) };
          case 'tooFewDaysOff':
            return { rule: finding.rule, off: finding.off, wanted: finding.wanted };
          default:
            return { rule: finding.rule, total: hm(finding.total) };
        }
      }),
      ...(split === null
        ? {}
        : {
            overtime: {
              days: split.map(({ atOrdinary, atPremium }) => ({
                '100/100': hm(atOrdinary),
                '125/100': hm(atPremium),
              })),
              ...ground(hoursCitations.partTimePay),
            },
          }),
      ...groundsOf(steps),
    },
    explanation: () => explain(steps, weeklySentences),
  };
}

export const weeklyHoursAsk: Ask = {
  name: 'weekly-hours',
  summary: {
    ja: '職員の区分ごとの1週間の勤務時間と、短時間の職員の時間外の率を確かめる',
    en: 'allotted weeks by category of staff, and overtime of part-time staff by rate',
  },
  example: {
    category: 'fiscalYearPartTime',
    weeks: [['0:00', '7:45', '7:45', '7:45', '7:45', '0:00', '0:00']],
    overtimeWeek: [
      { regular: '7:45', overtime: '1:00' },
      { regular: '6:00', overtime: '2:00' },
    ],
  },
  answer: answerOf,
};
