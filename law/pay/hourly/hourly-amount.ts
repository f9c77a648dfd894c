import type { CalendarRules } from '../../calendar/municipal-calendar.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import type { Minutes } from '../../time/minutes.ts';
import { firstMonthOf } from '../../time/months.ts';
import { payCitations } from '../citations.ts';
import { payLawOf } from '../pay-rates.ts';
import type { PayClass } from '../pay-types.ts';
import { type BaseAllowance, baseAllowances, modelPay, type PayRules } from '../rules.ts';
import type { HourlyStepName } from './hourly-step-names.ts';
import { yearHoursOf } from './year-hours.ts';
import { type Fraction, fraction, inSen, rounded, scale, toYen } from './yen.ts';

export type HourlyInput = {
  /** The year (年度) whose 休日 count, by the calendar year in which it begins. */
  readonly fiscalYear: number;
  /** 給料月額, yen. */
  readonly salary: number;
  /** 手当 a month, yen. */
  readonly allowances: Readonly<Partial<Record<BaseAllowance, number>>>;
  /** The person's own week, of short-time staff. Minutes. */
  readonly weekly?: Minutes;
  readonly calendar: CalendarRules;
};

export type HourlyAmount = {
  /** 給料月額 and the 手当 in the base, yen a month. */
  readonly base: number;
  readonly days: number;
  readonly yearMinutes: Fraction;
  /** 勤務1時間当たりの給与額: whole yen unless the rounding is `NONE`. */
  readonly amount: Fraction;
};

/** Thrown for amounts that are negative, no whole yen, or a week longer than the full one. */
export class ImpossibleAmount extends Error {
  override readonly name = 'ImpossibleAmount';
}

function demandYen(what: string, yen: number): void {
  if (!Number.isSafeInteger(yen) || yen < 0) throw new ImpossibleAmount(`${what}: ${yen}`);
}

/** What an amount shows: 銭 for the eye, and the yen where it is whole. */
const shown = (amount: Fraction, exact: Fraction): Readonly<Record<string, number>> => ({
  sen: inSen(exact),
  ...(amount.denominator === 1n ? { yen: Number(amount.numerator) } : {}),
});

function sumBase({ salary, allowances }: HourlyInput, rules: PayRules, steps: Step<HourlyStepName>[]): number {
  demandYen('salary', salary);
  let sum = 0;
  const leftOut: Step<HourlyStepName>[] = [];
  for (const allowance of baseAllowances) {
    const yen = allowances[allowance];
    if (yen === undefined) continue;
    demandYen(allowance, yen);
    if (rules.allowancesInBase.includes(allowance)) sum += yen;
    else
      leftOut.push({
        says: 'allowanceLeftOut',
        figures: { yen },
        words: { allowance },
        citation: payCitations.hourlyAmount,
      });
  }
  const base = salary + sum;
  steps.push({ says: 'baseSummed', figures: { salary, allowances: sum, base }, citation: payCitations.hourlyAmount });
  steps.push(...leftOut);
  return base;
}

/**
 * 勤務1時間当たりの給与額: the month's pay × 12 ÷ the hours of the year, exact until it is rounded.
 * @throws ImpossibleAmount; NotInForce before the fiscal year 2010; OutsideCalendar for a year whose holidays are not known
 */
export function hourlyAmount(input: HourlyInput, rules: PayRules = modelPay): Decision<HourlyAmount, HourlyStepName> {
  payLawOf(firstMonthOf(input.fiscalYear));
  const weekly = input.weekly ?? rules.fullWeek;
  if (!Number.isSafeInteger(weekly) || weekly <= 0 || weekly > rules.fullWeek) {
    throw new ImpossibleAmount(`weekly: ${weekly}`);
  }
  const steps: Step<HourlyStepName>[] = [];
  const base = sumBase(input, rules, steps);
  const year = yearHoursOf(input.fiscalYear, weekly, input.calendar, rules);
  steps.push(...year.steps);
  const { days, minutes } = year.outcome;
  // base × 12 a year; × 60 because the hours are told in minutes.
  const exact = fraction(BigInt(base) * 720n * minutes.denominator, minutes.numerator);
  const amount = rounded(exact, rules.hourlyRounding);
  const figures = { base, minutes: Number(minutes.numerator / minutes.denominator), ...shown(amount, exact) };
  steps.push({ says: 'hourlyDivided', figures, citation: payCitations.yenRounding });
  return { outcome: { base, days, yearMinutes: minutes, amount }, steps };
}

/** One hour at a rate. */
export type PremiumAmount = { readonly rate: number; readonly amount: Fraction };

/** Hourly amount × rate. */
export function premiumAmount(
  { amount }: Pick<HourlyAmount, 'amount'>,
  rate: number,
  rules: PayRules = modelPay,
): Decision<PremiumAmount, HourlyStepName> {
  const exact = scale(amount, rate, 100);
  const premium = rounded(exact, rules.premiumRounding);
  const figures = { rate, ...shown(premium, exact) };
  return {
    outcome: { rate, amount: premium },
    steps: [{ says: 'premiumRounded', figures, citation: payCitations.yenRounding }],
  };
}

export type ClassAmount = Pick<PayClass, 'allowance' | 'rate' | 'paid'> & { readonly yen: number };

/** What the classes of a month come to: whole hours × the amount of one hour, each class by itself. */
export function classAmounts(
  classes: readonly PayClass[],
  hourly: Pick<HourlyAmount, 'amount'>,
  rules: PayRules = modelPay,
): Decision<{ readonly classes: readonly ClassAmount[]; readonly total: number }, HourlyStepName> {
  const steps: Step<HourlyStepName>[] = [];
  const amounts = classes.map(({ allowance, rate, paid }): ClassAmount => {
    const premium = premiumAmount(hourly, rate, rules);
    const yen = toYen(scale(premium.outcome.amount, paid), rules.amountRounding);
    steps.push(...premium.steps, { says: 'amountSummed', figures: { rate, hours: paid, yen }, words: { allowance } });
    return { allowance, rate, paid, yen };
  });
  const total = amounts.reduce((sum, { yen }) => sum + yen, 0);
  steps.push({ says: 'amountsTotalled', figures: { yen: total } });
  return { outcome: { classes: amounts, total }, steps };
}
