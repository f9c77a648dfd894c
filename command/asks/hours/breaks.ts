import { checkBreaks, ImpossibleBreaks } from '@tokimori/law/hours/breaks/breaks';
import { judgeBreakTogether } from '@tokimori/law/hours/breaks/together';
import { explain } from '@tokimori/wording/explain';
import { breakSentences, togetherSentences } from '@tokimori/wording/hours';
import { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import { optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm, spanText } from '../grounds.ts';
import { hoursRules, hoursRulesOf, spanOf } from './rules.ts';

const schema = z.strictObject({
  rules: hoursRules,
  regular: optional(spanText),
  overtime: optional(z.array(spanText)),
  breaks: optional(z.array(spanText)),
  workplace: optional(z.strictObject({ appdxTable1: z.int().min(1).max(15).nullable() })),
});

type Sentence = readonly [ja: readonly [string, string], en: readonly [string, string]];
const defects: Readonly<Record<ImpossibleBreaks['defect'], Sentence>> = {
  emptySpan: [
    ['終わりが始まりより後でない時間帯があります。', '翌日に入る勤務は 26:10 のように書いてください。'],
    ['A span does not end after it begins.', 'Write times past midnight as 26:10.'],
  ],
  outsideDay: [
    ['48:00 を過ぎる時間帯があります。', '始まった日ごとに分けて書いてください。'],
    ['A span passes 48:00.', 'Give the work on the day on which it began.'],
  ],
  noWork: [
    ['勤務がありません。', 'regular か overtime を書いてください。'],
    ['There is no work.', 'Give regular or overtime.'],
  ],
  breaksOverlap: [
    ['重なる休憩があります。', '休憩の時間帯を直してください。'],
    ['Breaks overlap.', 'Correct the breaks.'],
  ],
  overtimeInRegular: [
    ['正規の勤務と重なる時間外勤務があります。', '正規の勤務の外の時間を overtime に書いてください。'],
    ['Overtime overlaps regular hours.', 'Overtime lies outside the regular hours.'],
  ],
};

function answerOf(given: unknown) {
  const document = readDocument(schema, given);
  const { regular, overtime = [], breaks = [], workplace } = document;
  const rules = hoursRulesOf(document.rules);
  try {
    const { outcome, steps } = checkBreaks({
      regular: regular === undefined ? null : spanOf(regular),
      overtime: overtime.map(spanOf),
      breaks: breaks.map(spanOf),
    });
    const together = workplace === undefined ? null : judgeBreakTogether(workplace.appdxTable1, rules);
    const { further } = outcome;
    return {
      answer: {
        worked: hm(outcome.worked),
        required: hm(outcome.required),
        given: hm(outcome.given),
        kept: outcome.findings.length === 0,
        findings: outcome.findings.map((finding) =>
          finding.rule === 'tooShort'
            ? { rule: finding.rule, shortage: hm(finding.shortage) }
            : { rule: finding.rule, from: hm(finding.from), to: hm(finding.until) },
        ),
        further: further === null ? null : { from: hm(further.from), to: hm(further.until) },
        ...(together === null ? {} : { together: { ...together.outcome, ...groundsOf(together.steps) } }),
        ...groundsOf(steps),
      },
      explanation: () => [
        ...explain(steps, breakSentences),
        ...(together === null ? [] : explain(together.steps, togetherSentences)),
      ],
    };
  } catch (error) {
    if (!(error instanceof ImpossibleBreaks)) throw error;
    return refuseDocument([complain('', ...defects[error.defect])]);
  }
}

export const breaksAsk: Ask = {
  name: 'breaks',
  summary: {
    ja: '1日の勤務に要る休憩と、休憩が勤務の途中にあるかを出す',
    en: 'the breaks that a day of work needs, and whether they lie inside it',
  },
  example: {
    regular: { from: '8:30', to: '17:15' },
    breaks: [{ from: '12:00', to: '12:45' }],
    overtime: [{ from: '17:15', to: '17:45' }],
    workplace: { appdxTable1: 13 },
  },
  answer: answerOf,
};
