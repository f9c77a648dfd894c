import { ImpossibleShift, judgeShift } from '@tokimori/law/hours/staggered/staggered';
import { explain } from '@tokimori/wording/explain';
import { staggeredSentences } from '@tokimori/wording/hours';
import { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import { date, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm, iso } from '../grounds.ts';
import { hoursRules, hoursRulesOf } from './rules.ts';

const schema = z.strictObject({
  rules: hoursRules,
  shift: z.string().min(1),
  ground: z.enum(['child', 'care', 'other']),
  requestedOn: date,
  from: date,
  hindersDuty: optional(z.boolean()),
});

function answerOf(given: unknown) {
  const document = readDocument(schema, given);
  const { shift: name, ground, requestedOn, from, hindersDuty = false } = document;
  const rules = hoursRulesOf(document.rules);
  try {
    const { outcome, steps } = judgeShift({ shift: name, ground, requestedOn, from, hindersDuty }, rules);
    const { standing, granted, shift, findings } = outcome;
    return {
      answer: {
        standing,
        granted,
        from: iso(from),
        shift: shift === null ? null : { name: shift.name, from: hm(shift.from), to: hm(shift.until) },
        findings: findings.map(({ rule }) => rule),
        ...groundsOf(steps),
      },
      explanation: () => explain(steps, staggeredSentences),
    };
  } catch (error) {
    if (!(error instanceof ImpossibleShift)) throw error;
    return refuseDocument([
      complain(
        'rules.staggered.shifts',
        [
          `「${name}」は、終わりが始まりより後でないか、休憩がその途中にありません。`,
          '勤務と休憩の時刻を確かめてください。',
        ],
        [`"${name}" does not end after it begins, or a break does not lie inside it.`, 'Check its times.'],
      ),
    ]);
  }
}

export const staggeredAsk: Ask = {
  name: 'staggered',
  summary: {
    ja: '早出遅出勤務・時差出勤を認められるかを出す',
    en: 'whether a staggered shift is granted',
  },
  example: { shift: '遅出2', ground: 'child', requestedOn: '2026-11-02', from: '2026-11-09' },
  answer: answerOf,
};
