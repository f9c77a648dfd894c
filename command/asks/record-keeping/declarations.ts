import { ImpossibleDeclarations, judgeClipped } from '@tokimori/law/record-keeping/clipped/judge-clipped';
import type { Count, LimitCount, RepeatCount } from '@tokimori/law/record-keeping/clipped/types';
import { modelRecordKeeping, watchedLimits } from '@tokimori/law/record-keeping/rules';
import { formatYearMonth } from '@tokimori/law/time/months';
import { explain } from '@tokimori/wording/explain';
import { clippedSentences } from '@tokimori/wording/record-keeping';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { duration, month, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, hm, over } from '../grounds.ts';
import { declarationDefects } from './defects.ts';
import { refusingAt } from './refusing.ts';

const many = optional(z.int().min(1));
const schema = z.strictObject({
  rules: optional(
    z.strictObject({
      watches: optional(z.array(z.enum(watchedLimits))),
      ownLimits: optional(z.array(duration)),
      within: optional(duration),
      band: optional(duration),
      undeclared: optional(duration),
      alphaPerTenThousand: optional(z.int().min(1).max(10_000)),
      personMonths: many,
      groupMonths: many,
      groupPeople: many,
      roundTo: optional(duration),
      repeatGrid: optional(duration),
      repeatsFrom: optional(duration),
      spread: optional(duration),
      repeatMonths: many,
    }),
  ),
  months: z
    .array(
      z.strictObject({
        person: z.string().min(1),
        group: z.string().min(1),
        month,
        declared: duration,
        undeclared: duration.nullable(),
      }),
    )
    .min(1),
});

/** `0.000345`: millionths as a bound of the p-value. */
const bound = (perMillion: number): string =>
  `${Math.floor(perMillion / 1_000_000)}.${String(perMillion % 1_000_000).padStart(6, '0')}`;

const countJson = ({ n, observed, expectedTenths, perMillion, oneIn, verdict }: Count) =>
  verdict === 'notJudged'
    ? { n, observed, verdict }
    : {
        n,
        observed,
        expected: `${Math.floor(expectedTenths / 10)}.${expectedTenths % 10}`,
        pValueAtMost: bound(perMillion),
        oneIn,
        verdict,
      };

const limitJson = (count: LimitCount) => ({
  level: count.level,
  who: count.who,
  limit: count.limit,
  most: hm(count.most),
  ...countJson(count),
  months: count.months.map((each) => ({ person: each.person, month: formatYearMonth(each.month) })),
});

const repeatJson = (count: RepeatCount) => ({ person: count.person, total: hm(count.total), ...countJson(count) });

const clipped = (person: string, group: string, from: number, totals: readonly string[]) =>
  totals.map((declared, at) => ({
    person,
    group,
    month: `2026-${String(from + at).padStart(2, '0')}`,
    declared,
    undeclared: '5:20',
  }));

/** Whether declarations are cut off below a limit while presence goes on. */
export const clippedDeclarations: Ask = {
  name: 'clipped-declarations',
  summary: {
    ja: '上限の手前で申告が止まり在庁だけが続いていないか(統計の基準と誤りの率つき)',
    en: 'whether declarations stop below a limit while presence goes on, by a stated statistical criterion',
  },
  example: {
    rules: { alphaPerTenThousand: 100, ownLimits: ['40:00'] },
    months: [
      ...clipped('100301', '税務課', 4, ['45:00', '44:58', '45:00']),
      ...clipped('100302', '税務課', 4, ['44:47', '44:51']),
      ...clipped('100303', '税務課', 4, ['31:20', '44:56']),
      { person: '100304', group: '税務課', month: '2026-04', declared: '45:00', undeclared: '0:00' },
      { person: '100401', group: '土木課', month: '2026-04', declared: '45:00', undeclared: null },
    ],
  },
  answer: (given) => {
    const { rules, months } = readDocument(schema, given);
    const by = over(modelRecordKeeping.clipped, rules);
    const { outcome, steps } = refusingAt(
      ImpossibleDeclarations,
      declarationDefects,
      ({ at }) => (at < 0 ? 'rules' : `months[${at}]`),
      () => judgeClipped(months, by),
    );
    return {
      answer: {
        limits: outcome.limits.map(limitJson),
        repeated: outcome.repeated.map(repeatJson),
        months: outcome.months,
        withPresence: outcome.withPresence,
        withoutRecord: outcome.withoutRecord,
        unit: hm(outcome.unit),
        comparisons: outcome.comparisons,
        falseAlarmPercentAtMost: by.alphaPerTenThousand / 100,
        ...groundsOf(steps),
      },
      explanation: () => explain(steps, clippedSentences),
    };
  },
};
