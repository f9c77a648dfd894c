import { judgeDayOffTransfer, type TransferInput } from '@tokimori/law/pay/days/day-off-transfer';
import { explain } from '@tokimori/wording/explain';
import { transferSentences } from '@tokimori/wording/pay-days';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { date, duration, optional } from '../../document/values.ts';
import { payRules } from '../../pay/rules-schema.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm, iso } from '../grounds.ts';
import { refusing } from '../law-refusals.ts';
import { calendarInput, calendarOf, kindsOf, ownDaysInput } from './calendar.ts';
import { payRefusals } from './refusals.ts';

const length = z.enum(['wholeDay', 'halfDay']);
const schema = z.strictObject({
  work: date,
  from: date,
  length: optional(length),
  regularHours: optional(duration),
  atEdge: optional(z.boolean()),
  decidedOn: optional(date),
  earlier: optional(z.array(z.strictObject({ work: date, from: date, length: optional(length) }))),
  fourWeeksFrom: optional(date),
  calendar: calendarInput,
  days: ownDaysInput,
  rules: payRules,
});

function inputOf(given: z.infer<typeof schema>): TransferInput {
  const { work, from, decidedOn, fourWeeksFrom } = given;
  return {
    work,
    from,
    length: given.length ?? 'wholeDay',
    regular: given.regularHours ?? given.rules.fullDay,
    atEdge: given.atEdge ?? true,
    kindOf: kindsOf(calendarOf(given.calendar), given.days),
    earlier: (given.earlier ?? []).map((each) => ({ ...each, length: each.length ?? 'wholeDay' })),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(fourWeeksFrom === undefined ? {} : { fourWeeksFrom }),
  };
}

/** 週休日の振替, 4時間の勤務時間の割振り変更. */
export const dayOffTransferAsk: Ask = {
  name: 'day-off-transfer',
  summary: {
    ja: '週休日の振替・4時間の割振り変更ができるか、その期間',
    en: 'whether a day off (or half of one) may move, and within which days',
  },
  example: { work: '2026-11-07', from: '2026-11-10', decidedOn: '2026-11-02' },
  answer: (document) => {
    const given = readDocument(schema, document);
    const { outcome, steps } = refusing('', payRefusals, () => judgeDayOffTransfer(inputOf(given), given.rules));
    const { possible, obstacles, window, moved, sameWeek } = outcome;
    return {
      answer: {
        verdict: possible ? 'possible' : 'notPossible',
        obstacles,
        window: { from: iso(window.first), through: iso(window.last) },
        moved: hm(moved),
        sameWeek,
        ...groundsOf(steps),
      },
      explanation: () => explain(steps, transferSentences),
    };
  },
};
