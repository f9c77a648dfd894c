import type { Step } from '../../decision/decision.ts';
import type { Minutes } from '../../time/minutes.ts';
import { type MonthIndex, monthOf } from '../../time/months.ts';
import { partialChildcareCitations as cites } from '../citations.ts';
import type { LeaveRules } from '../rules.ts';
import type { Use } from './balance.ts';
import type { PartialChildcareStepName } from './step-names.ts';

/** A month's time without pay: `minutes` not worked, `deducted` as pay is reduced by. */
export type PayDeduction = { readonly month: MonthIndex; readonly minutes: Minutes; readonly deducted: Minutes };

/** 30 minutes and more of the rest of a month are an hour, less are none. */
function roundedAtHalf(minutes: Minutes): Minutes {
  return Math.floor((minutes + 30) / 60) * 60;
}

/**
 * Pay is reduced for every hour not worked (育児休業条例19条): 第1号 and 第2号 alike are summed over the month, then rounded once where
 * the municipality rounds. Months in order; months without such leave are left out.
 */
export function payDeductions(
  uses: readonly Use[],
  rules: LeaveRules,
): { readonly months: readonly PayDeduction[]; readonly steps: readonly Step<PartialChildcareStepName>[] } {
  const sums = new Map<MonthIndex, Minutes>();
  for (const use of uses) sums.set(monthOf(use.on), (sums.get(monthOf(use.on)) ?? 0) + use.spans.total);
  const exact = rules.partialLeavePayRounding === 'exact';
  const months = [...sums]
    .sort(([a], [b]) => a - b)
    .map(([month, minutes]) => ({ month, minutes, deducted: exact ? minutes : roundedAtHalf(minutes) }));
  const steps = months.map(
    (figures): Step<PartialChildcareStepName> => ({
      says: exact ? 'payExact' : 'payRounded',
      figures,
      citation: exact ? cites.pay : cites.payRounding,
    }),
  );
  return { months, steps };
}
