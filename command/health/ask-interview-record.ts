import {
  accessCitation,
  judgeInterviewRecord,
  recordReaders,
  seenBy,
} from '@tokimori/law/health/procedure/interview-record';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { explain } from '@tokimori/wording/explain';
import { recordSentences } from '@tokimori/wording/health/procedure';
import { z } from 'zod';
import type { Ask } from '../asks/ask.ts';
import { groundsOf } from '../asks/grounds.ts';
import { readDocument } from '../document/read-document.ts';
import { date, optional } from '../document/values.ts';
import { dayOrNull } from './deadlines-json.ts';
import { procedureRulesInput, procedureRulesOf } from './rules-schema.ts';

const text = optional(z.string());
const input = z.strictObject({
  kind: optional(z.enum(['office', 'ownDoctor'])),
  record: z.strictObject({
    interviewedOn: optional(date),
    personName: text,
    physicianName: text,
    fatigue: text,
    otherState: text,
    opinion: text,
    workingConditions: text,
    measures: text,
    memo: text,
  }),
  recordedOn: optional(date),
  /** Whoever asks; answered is what he may see of the record. */
  reader: optional(z.enum(recordReaders)),
  rules: optional(procedureRulesInput),
});

type Given = z.infer<typeof input>['record'];

/** Without members that are not given. */
function recordOf(record: Given) {
  const { interviewedOn, ...texts } = record;
  const there = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...(interviewedOn === undefined ? {} : { interviewedOn }), ...Object.fromEntries(there) };
}

export const interviewRecord: Ask = {
  name: 'interview-record',
  summary: {
    ja: '面接指導の記録に足りない項目、保存の期限、見てよい項目',
    en: 'what the record of an interview lacks, how long it is kept, who sees what of it',
  },
  example: {
    kind: 'office',
    record: {
      interviewedOn: '2026-11-20',
      personName: '職員',
      physicianName: '産業医',
      fatigue: '疲労の蓄積あり',
      otherState: '特になし',
      opinion: '12月の時間外勤務を制限する',
      workingConditions: '10月の時間外勤務 100:00',
    },
    reader: 'personnel',
  },
  answer: (document) => {
    const { kind = 'office', record, recordedOn, reader, rules } = readDocument(input, document);
    const held = recordOf(record);
    const { outcome, steps } = judgeInterviewRecord(held, kind, recordedOn, procedureRulesOf(rules));
    const { interviewedOn, ...seen } = reader === undefined ? {} : seenBy(held, reader);
    const { keptThrough, ...verdict } = outcome;
    return {
      answer: {
        ...verdict,
        keptThrough: dayOrNull(keptThrough),
        ...(reader === undefined
          ? {}
          : {
              seen: {
                ...(interviewedOn === undefined ? {} : { interviewedOn: formatLocalDate(interviewedOn) }),
                ...seen,
              },
            }),
        ...groundsOf(reader === undefined ? steps : [...steps, { citation: accessCitation }]),
      },
      explanation: () => explain(steps, recordSentences),
    };
  },
};
