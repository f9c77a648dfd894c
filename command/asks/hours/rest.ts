import { ImpossibleRest, judgeRest, judgeRestWeek } from '@tokimori/law/hours/rest/rest';
import type { HoursRules } from '@tokimori/law/hours/rules';
import { type EpochDay, weekdayOf } from '@tokimori/law/time/civil';
import { explain } from '@tokimori/wording/explain';
import { restSentences, restWeekSentences } from '@tokimori/wording/hours';
import { z } from 'zod';
import { complain } from '../../document/complaints.ts';
import { readDocument, refuseDocument } from '../../document/read-document.ts';
import { date } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm, iso, timeOfDay } from '../grounds.ts';
import { hoursRules, hoursRulesOf } from './rules.ts';

const moment = z.strictObject({ date, at: timeOfDay });
const schema = z.strictObject({
  rules: hoursRules,
  rests: z.array(z.strictObject({ end: moment, start: moment })).min(1),
});
type Document = z.infer<typeof schema>;

const minuteOf = ({ date: at, at: minute }: z.infer<typeof moment>) => ({ date: at, minute });

function refuseTwice({ rests }: Document): void {
  const twice = rests.flatMap(({ start }, at) =>
    rests.findIndex((other) => other.start.date === start.date) === at
      ? []
      : [
          complain(
            `rests[${at}].start`,
            [`${iso(start.date)} の始業が2回あります。`, '1つの勤務日の始業は1回だけ書いてください。'],
            [`The start of ${iso(start.date)} is given twice.`, 'Give each day once.'],
          ),
        ],
  );
  if (twice.length > 0) refuseDocument(twice);
}

function judged({ rests }: Document, { rest, staggered }: HoursRules) {
  return rests.map(({ end, start }, at) => {
    try {
      const { shifts } = staggered;
      return { start, ...judgeRest({ end: minuteOf(end), start: minuteOf(start), shifts }, rest) };
    } catch (error) {
      if (!(error instanceof ImpossibleRest)) throw error;
      return refuseDocument([
        complain(
          `rests[${at}]`,
          ['始業が終業より前です。', '勤務日と時刻を確かめてください。'],
          ['It starts before the end.', 'Check days and times.'],
        ),
      ]);
    }
  });
}

/** Weeks from Sunday, by the day on which the rest ends. */
function weeksOf<Item>(items: readonly Item[], dayOf: (item: Item) => EpochDay): readonly (readonly Item[])[] {
  const weeks = new Map<EpochDay, Item[]>();
  for (const item of items) {
    const sunday = dayOf(item) - weekdayOf(dayOf(item));
    weeks.set(sunday, [...(weeks.get(sunday) ?? []), item]);
  }
  return [...weeks].sort(([a], [b]) => a - b).map(([, week]) => week);
}

function answerOf(given: unknown) {
  const document = readDocument(schema, given);
  refuseTwice(document);
  const rules = hoursRulesOf(document.rules);
  const rests = judged(document, rules);
  const weeks = weeksOf(rests, ({ start }) => start.date).map((week) => ({
    sunday: Math.min(...week.map(({ start }) => start.date - weekdayOf(start.date))),
    ...judgeRestWeek(
      week.map(({ start, outcome }) => ({ date: start.date, interval: outcome.interval })),
      rules.rest,
    ),
  }));
  return {
    answer: {
      rests: rests.map(({ start, outcome, steps }) => ({
        date: iso(start.date),
        duty: outcome.duty,
        interval: hm(outcome.interval),
        shortage: hm(outcome.shortage),
        earliest: { date: iso(outcome.earliest.date), at: hm(outcome.earliest.minute) },
        proposal:
          outcome.proposal === null
            ? null
            : { name: outcome.proposal.name, from: hm(outcome.proposal.from), to: hm(outcome.proposal.until) },
        ...groundsOf(steps),
      })),
      weeks: weeks.map(({ sunday, outcome, steps }) => ({ from: iso(sunday), ...outcome, ...groundsOf(steps) })),
    },
    explanation: () => [
      ...rests.flatMap(({ steps }) => explain(steps, restSentences)),
      ...weeks.flatMap(({ steps }) => explain(steps, restWeekSentences)),
    ],
  };
}

export const restAsk: Ask = {
  name: 'rest',
  summary: {
    ja: '勤務間のインターバルと、目標を守れる始業・時差出勤を出す',
    en: 'the rest between shifts, and a start that keeps the target',
  },
  example: {
    rests: [{ end: { date: '2026-11-04', at: '23:40' }, start: { date: '2026-11-05', at: '8:30' } }],
  },
  answer: answerOf,
};
