import {
  ImpossibleRetention,
  judgeRetention,
  type RetentionInput,
} from '@tokimori/law/record-keeping/retention/retention';
import { modelRecordKeeping, recordKinds } from '@tokimori/law/record-keeping/rules';
import { explain } from '@tokimori/wording/explain';
import { retentionSentences } from '@tokimori/wording/record-keeping';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { date, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, iso, over } from '../grounds.ts';
import { retentionDefects } from './defects.ts';
import { refusingAt } from './refusing.ts';

const years = z.int().min(1).max(100);
const schema = z.strictObject({
  asOf: date,
  rules: optional(
    z.strictObject({
      retentionYears: optional(years),
      retentionYearsByKind: optional(z.partialRecord(z.enum(recordKinds), years)),
      retentionFrom: optional(z.enum(['recordEnd', 'nextFiscalYear'])),
    }),
  ),
  records: z
    .array(
      z.strictObject({
        id: optional(z.string().min(1)),
        kind: z.enum(recordKinds),
        startedOn: date.nullable(),
        payDay: optional(date),
      }),
    )
    .min(1),
});

const day = (at: number | null): string | null => (at === null ? null : iso(at));

/** From which day on records may be deleted. */
export const retention: Ask = {
  name: 'retention',
  summary: {
    ja: '記録をいつから削除できるか(法令の保存期間と団体の定め)',
    en: 'from which day records may be deleted',
  },
  example: {
    asOf: '2026-11-28',
    rules: { retentionYears: 5, retentionFrom: 'recordEnd', retentionYearsByKind: { wageLedger: 10 } },
    records: [
      { id: '賃金台帳 2020年度', kind: 'wageLedger', startedOn: '2021-03-31', payDay: '2021-04-21' },
      { id: '出勤簿 2021年3月', kind: 'workingTime', startedOn: '2021-03-31', payDay: '2021-04-21' },
      { id: '面接指導の記録', kind: 'guidanceResult', startedOn: '2024-02-29' },
      { id: '労働者名簿(在職)', kind: 'staffRoll', startedOn: null },
    ],
  },
  answer: (given) => {
    const { asOf, rules, records } = readDocument(schema, given);
    const by = over(modelRecordKeeping, rules);
    const judged = records.map(({ id, kind, startedOn, payDay }, at) => {
      const input: RetentionInput = { kind, startedOn, asOf, ...(payDay === undefined ? {} : { payDay }) };
      const judge = () => judgeRetention(input, by);
      return { id, ...refusingAt(ImpossibleRetention, retentionDefects, () => `records[${at}]`, judge) };
    });
    return {
      answer: {
        records: judged.map(({ id, outcome, steps }) => ({
          ...(id === undefined ? {} : { id }),
          kind: outcome.kind,
          start: outcome.start,
          countedFrom: day(outcome.countedFrom),
          statutory: {
            years: outcome.statutoryYears,
            article: outcome.articleYears,
            until: day(outcome.statutoryUntil),
          },
          keptYears: outcome.keptYears,
          deletableFrom: day(outcome.deletableFrom),
          verdict: outcome.verdict,
          sentence: explain(
            steps.slice(-1).map(({ citation, ...step }) => step),
            retentionSentences,
          ).join(''),
          ...groundsOf(steps),
        })),
      },
      explanation: () =>
        judged.flatMap(({ id, outcome, steps }) => [
          `【${id ?? outcome.kind}】`,
          ...explain(steps, retentionSentences),
        ]),
    };
  },
};
