import {
  ImpossibleWeek,
  judgeReallottedWeek,
  type ReallottedWeek,
  sumWeek,
} from '@tokimori/law/pay/days/reallotted-week';
import { explain } from '@tokimori/wording/explain';
import { reallottedSentences } from '@tokimori/wording/pay-days';
import { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import { date, duration, optional } from '../../document/values.ts';
import { payRules } from '../../pay/rules-schema.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm } from '../grounds.ts';
import { refusing } from '../law-refusals.ts';
import { payRefusals, weekRefusals } from './refusals.ts';

const figures = {
  date,
  allotted: duration,
  worked: duration,
  holidayWork: optional(duration),
  movedIn: optional(duration),
};
/** One line for the week, or one for each of its days. */
const schema = z.strictObject({
  days: z.array(z.strictObject(figures)).min(1),
  shortTime: optional(z.boolean()),
  rules: payRules,
});

function weekOf({ days, shortTime, rules }: z.infer<typeof schema>): ReallottedWeek {
  const lines = days.map(({ date: day, allotted, worked, holidayWork = 0, movedIn = 0 }) => ({
    day,
    allotted,
    worked,
    holidayWork,
    movedIn,
  }));
  return sumWeek(lines, shortTime ?? false, rules);
}

/** A week's figures that cannot be are refused in its own words. */
function answered<T>(question: () => T): T {
  try {
    return question();
  } catch (error) {
    const words = error instanceof ImpossibleWeek ? weekRefusals[error.message] : undefined;
    if (words === undefined) throw error;
    return refuseDocument([complain('days', words.ja, words.en)]);
  }
}

/** The minutes of a week with a 振替 that are paid at 25/100. */
export const reallottedWeekAsk: Ask = {
  name: 'reallotted-week',
  summary: {
    ja: '振替で週の勤務時間を超えたときの 100分の25 の時間数',
    en: 'the hours of a week that a moved day off brings to 25/100',
  },
  example: {
    days: [
      { date: '2026-11-09', allotted: '38:45', worked: '38:45' },
      { date: '2026-11-14', allotted: '0:00', worked: '7:45', movedIn: '7:45' },
    ],
  },
  answer: (document) => {
    const given = readDocument(schema, document);
    const { outcome, steps } = answered(() =>
      refusing('days', payRefusals, () => judgeReallottedWeek(weekOf(given), given.rules)),
    );
    const week = steps[0]?.words;
    return {
      answer: {
        week: { from: week?.first, through: week?.last },
        exceeding: hm(outcome),
        rate: '25/100',
        ...groundsOf(steps),
      },
      explanation: () => explain(steps, reallottedSentences),
    };
  },
};
