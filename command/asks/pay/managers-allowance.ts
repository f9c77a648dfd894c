import { managersAllowance, type Occasion } from '@tokimori/law/pay/managers/managers-allowance';
import { payDayKinds } from '@tokimori/law/pay/pay-types';
import { explain } from '@tokimori/wording/explain';
import { managersSentences } from '@tokimori/wording/pay';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { date, duration, optional } from '../../document/values.ts';
import { payRules } from '../../pay/rules-schema.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm, iso } from '../grounds.ts';
import { refusing } from '../law-refusals.ts';
import { payRefusals } from './refusals.ts';

const schema = z.strictObject({
  occasions: z.array(
    z.strictObject({
      dutyDate: date,
      dayKind: z.enum(payDayKinds),
      need: z.enum(['temporary', 'disaster', 'none']),
      grade: optional(z.string().min(1)),
      spans: z.array(z.strictObject({ from: duration, to: duration })).min(1),
    }),
  ),
  rules: payRules,
});

/** 管理職員特別勤務手当, and the hours of the night of managers. */
export const managersAllowanceAsk: Ask = {
  name: 'managers-allowance',
  summary: {
    ja: '管理職員特別勤務手当の区分と、管理監督職員の深夜の時間',
    en: 'the special allowance of managers by occasion, and their hours of the night',
  },
  example: {
    occasions: [
      {
        dutyDate: '2026-11-07',
        dayKind: 'weeklyDayOff',
        need: 'temporary',
        grade: '部長',
        spans: [
          { from: '9:00', to: '12:00' },
          { from: '13:00', to: '16:30' },
        ],
      },
      {
        dutyDate: '2026-11-10',
        dayKind: 'dutyDay',
        need: 'disaster',
        grade: '部長',
        spans: [{ from: '21:00', to: '24:30' }],
      },
    ],
    rules: { managersAmounts: [{ grade: '部長', dayOff: 10_000, night: 5000 }] },
  },
  answer: (document) => {
    const given = readDocument(schema, document);
    const occasions = given.occasions.map(
      ({ grade, spans, ...rest }): Occasion => ({
        ...rest,
        spans: spans.map(({ from, to }) => ({ from, until: to })),
        ...(grade === undefined ? {} : { grade }),
      }),
    );
    const { outcome, steps } = refusing('occasions', payRefusals, () => managersAllowance(occasions, given.rules));
    return {
      answer: {
        occasions: outcome.occasions.map((each) => ({
          dutyDate: iso(each.dutyDate),
          class: each.class,
          hours: hm(each.minutes),
          inBand: hm(each.inBand),
          night: hm(each.statutoryNight),
          overSixHours: each.longer,
          yen: each.yen,
        })),
        dayOffHours: hm(outcome.dayOffMinutes),
        otherHours: hm(outcome.otherMinutes),
        night: { hours: hm(outcome.statutoryNight), rate: outcome.nightRate === 0 ? null : `${outcome.nightRate}/100` },
        belowLaw: outcome.belowLaw,
        total: outcome.total,
        ...groundsOf(steps),
      },
      explanation: () => explain(steps, managersSentences),
    };
  },
};
