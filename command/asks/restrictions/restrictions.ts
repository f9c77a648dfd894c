import { judgeRestrictions } from '@tokimori/law/restrictions/restrictions';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth, monthOf } from '@tokimori/law/time/months';
import { explain } from '@tokimori/wording/explain';
import { restrictionSentences } from '@tokimori/wording/restrictions';
import { z } from 'zod';
import { beyondMonth } from '../../document/month-hours.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import { date, duration, month, optional } from '../../document/values.ts';
import type { Answered, Ask } from '../ask.ts';
import { refusing } from '../law-refusals.ts';
import { personalJson, readRequests, requestJson, restrictionRefusals, restrictionRules } from './reading.ts';
import { requestInput, restrictionRulesInput } from './schema.ts';

const input = z.strictObject({
  asOf: date,
  managerial: optional(z.boolean()),
  requests: z.array(requestInput),
  months: optional(z.array(z.strictObject({ month, overtime: duration, disasterNeed: optional(duration) }))),
  rules: restrictionRulesInput,
});

function ask(document: unknown): Answered {
  const given = readDocument(input, document);
  const { requests, complaints } = readRequests(given.requests, 'requests');
  const tooLong = (given.months ?? []).flatMap((each, at) =>
    beyondMonth(`months[${at}].overtime`, each.month, each.overtime),
  );
  if (complaints.length + tooLong.length > 0) refuseDocument([...complaints, ...tooLong]);
  const months = (given.months ?? []).map((each) => ({ ...each, disasterNeed: each.disasterNeed ?? 0 }));
  const question = { requests, months, asOf: given.asOf, managerial: given.managerial ?? false };
  const { outcome, steps } = refusing('requests', restrictionRefusals, () =>
    judgeRestrictions(question, restrictionRules(given.rules)),
  );
  const { overtime, binding, notJudged } = outcome.remaining;
  return {
    answer: {
      requests: outcome.requests.map(requestJson),
      personal: outcome.verdicts.map((verdict) => ({
        ...personalJson(verdict),
        confidence: verdict.citation.confidence,
      })),
      remaining: {
        month: formatYearMonth(monthOf(given.asOf)),
        overtime: overtime === null ? null : formatDuration(overtime),
        binding,
        ...(notJudged.length === 0 ? {} : { notJudged }),
      },
      forbiddenToday: outcome.today,
    },
    explanation: () => explain(steps, restrictionSentences),
  };
}

export const asks: readonly Ask[] = [
  {
    name: 'restrictions',
    summary: {
      ja: '育児・介護・妊産婦の請求で、時間外勤務・深夜勤務がどこまで制限されるか',
      en: 'how far requests for childcare, family care or maternity limit overtime and night work',
    },
    example: {
      asOf: '2026-10-20',
      requests: [
        {
          kind: 'overtimeLimit',
          ground: 'child',
          childBornOn: '2022-05-10',
          requestedOn: '2026-03-20',
          from: '2026-04-01',
          through: '2027-03-31',
        },
        {
          kind: 'lateNightLimit',
          ground: 'familyCare',
          requestedOn: '2026-06-01',
          from: '2026-07-01',
          through: '2026-12-31',
        },
      ],
      months: [
        { month: '2026-04', overtime: '24:00' },
        { month: '2026-05', overtime: '20:30' },
        { month: '2026-06', overtime: '22:00' },
        { month: '2026-07', overtime: '23:15' },
        { month: '2026-08', overtime: '24:01' },
        { month: '2026-09', overtime: '26:00', disasterNeed: '4:00' },
        { month: '2026-10', overtime: '12:00' },
      ],
    },
    answer: ask,
  },
];
