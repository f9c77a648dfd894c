import { classAmounts, hourlyAmount, premiumAmount } from '@tokimori/law/pay/hourly/hourly-amount';
import { type Fraction, inSen, toYen } from '@tokimori/law/pay/hourly/yen';
import { allowances } from '@tokimori/law/pay/pay-types';
import { type BaseAllowance, baseAllowances } from '@tokimori/law/pay/rules';
import { formatDuration } from '@tokimori/law/time/minutes';
import { explain } from '@tokimori/wording/explain';
import { hourlySentences } from '@tokimori/wording/pay';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { duration, optional } from '../../document/values.ts';
import { payRules } from '../../pay/rules-schema.ts';
import type { Ask } from '../ask.ts';
import { groundsOf } from '../grounds.ts';
import { refusing } from '../law-refusals.ts';
import { calendarInput, calendarOf } from './calendar.ts';
import { payRefusals } from './refusals.ts';

const yen = z.int().min(0).max(100_000_000);
const schema = z.strictObject({
  fiscalYear: z.int(),
  salary: yen,
  allowances: optional(z.partialRecord(z.enum(baseAllowances), yen)),
  weekly: optional(duration),
  rates: optional(z.array(z.int().min(1).max(200))),
  classes: optional(
    z.array(
      z.strictObject({ allowance: z.enum(allowances), rate: z.int().min(1).max(200), paid: z.int().min(0).max(1000) }),
    ),
  ),
  calendar: calendarInput,
  rules: payRules,
});

const modelRates = [25, 100, 125, 135, 150, 160, 175];

/** Whole yen as a number; a fraction with its 銭 and its exact terms. */
const amountJson = (amount: Fraction) =>
  amount.denominator === 1n
    ? { yen: Number(amount.numerator) }
    : { yen: null, sen: inSen(amount), exact: `${amount.numerator}/${amount.denominator}` };

const knownOnly = (given: Partial<Record<BaseAllowance, number | undefined>>) =>
  Object.fromEntries(Object.entries(given).filter(([, each]) => each !== undefined));

/** 勤務1時間当たりの給与額, of an hour at each rate, and what classes of hours come to. */
export const hourlyAmountAsk: Ask = {
  name: 'hourly-amount',
  summary: {
    ja: '勤務1時間当たりの給与額と、支給割合ごと・区分ごとの額',
    en: 'the hourly amount, and what rates and classes of hours come to',
  },
  example: {
    fiscalYear: 2026,
    salary: 300_000,
    allowances: { regional: 30_000 },
    classes: [
      { allowance: 'overtime', rate: 125, paid: 5 },
      { allowance: 'overtime', rate: 150, paid: 4 },
    ],
  },
  answer: (document) => {
    const given = readDocument(schema, document);
    const { fiscalYear, salary, rules, weekly } = given;
    const input = {
      fiscalYear,
      salary,
      allowances: knownOnly(given.allowances ?? {}),
      ...(weekly === undefined ? {} : { weekly }),
      calendar: calendarOf(given.calendar),
    };
    const { outcome, steps } = refusing('', payRefusals, () => hourlyAmount(input, rules));
    const premiums = (given.rates ?? modelRates).map((rate) => premiumAmount(outcome, rate, rules));
    const classes = (given.classes ?? []).map((each) => ({ ...each, exact: each.paid * 60 }));
    const paid = classAmounts(classes, outcome, rules);
    const allSteps = [...steps, ...(classes.length > 0 ? paid.steps : premiums.flatMap((each) => each.steps))];
    return {
      answer: {
        base: outcome.base,
        holidays: outcome.days,
        yearHours: formatDuration(toYen(outcome.yearMinutes, 'DOWN')),
        ...amountJson(outcome.amount),
        premiums: premiums.map(({ outcome: { rate, amount } }) => ({ rate: `${rate}/100`, ...amountJson(amount) })),
        ...(classes.length === 0
          ? {}
          : {
              classes: paid.outcome.classes.map((each) => ({ ...each, rate: `${each.rate}/100` })),
              total: paid.outcome.total,
            }),
        ...groundsOf(allSteps),
      },
      explanation: () => explain(allSteps, hourlySentences),
    };
  },
};
