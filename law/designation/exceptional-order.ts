import { inForce } from '../decision/dated.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { averageCap, averageLengths, boundOf, capIn, monthlyCap } from '../overtime/caps/caps.ts';
import { type EpochDay, formatLocalDate } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import type { MonthIndex } from '../time/months.ts';
import * as cites from './citations.ts';
import { type DesignationRules, modelDesignation } from './rules.ts';
import type { OrderStepName } from './step-names.ts';

type OrderStep = Step<OrderStepName>;

/** What must be confirmed of the person, and by whom. */
export const confirmationItems = ['confirmedOn', 'confirmedBy', 'fatigue', 'mindAndBody'] as const;
export type ConfirmationItem = (typeof confirmationItems)[number];

/** A confirmation of health as recorded; blank texts are as good as none. */
export type Confirmation = {
  readonly confirmedOn?: EpochDay;
  readonly confirmedBy?: string;
  /** 疲労の蓄積の状況 */
  readonly fatigue?: string;
  /** 心身の状況 */
  readonly mindAndBody?: string;
};

/** An order of overtime about to be given. Minutes. */
export type IntendedOrder = {
  readonly orderedOn: EpochDay;
  readonly month: MonthIndex;
  /** Overtime of the month so far, orders not yet worked included. */
  readonly soFar: Minutes;
  readonly order: Minutes;
  /** Overtime of the months before; a month that is not given is unknown. */
  readonly before: ReadonlyMap<MonthIndex, Minutes>;
  /** First month of employment; windows that begin before it are not tested. */
  readonly employedFrom?: MonthIndex;
  readonly confirmation: Confirmation;
};

/** A limit that the order would reach beyond: the month of 100 hours, or the average of so many months. */
export type Beyond = {
  readonly limit: 'monthly' | 'average';
  readonly months: number;
  readonly sum: Minutes;
  readonly bound: Minutes;
};

export type OrderAnswer = {
  readonly beyond: readonly Beyond[];
  /** Windows that touch an unknown month, by their length. */
  readonly notJudged: readonly number[];
  /** Whether the health of the person is to be confirmed before this order. */
  readonly duty: 'confirm' | 'none';
  readonly missing: readonly ConfirmationItem[];
  /** afterOrder: a later confirmation cannot support it · tooOld */
  readonly defects: readonly ('afterOrder' | 'tooOld')[];
  /** Whether the duty, if any, is fulfilled. The need for the order itself is not judged here. */
  readonly ready: boolean;
};

/** Thrown for lengths that are not whole minutes, none ordered, or an earlier month that is not earlier. */
export class ImpossibleOrder extends Error {
  override readonly name = 'ImpossibleOrder';
}

function checkOrder({ soFar, order, before, month }: IntendedOrder): void {
  const wrong = [soFar, order, ...before.values()].some((minutes) => !Number.isInteger(minutes) || minutes < 0);
  if (wrong || order === 0) throw new ImpossibleOrder('a length that cannot be');
  if ([...before.keys()].some((earlier) => earlier >= month)) throw new ImpossibleOrder('a month that is not earlier');
}

type Measured = {
  readonly beyond: readonly Beyond[];
  readonly notJudged: readonly number[];
  readonly steps: readonly OrderStep[];
};

function measureMonth({ month, soFar, order }: IntendedOrder): Measured {
  const { value, citation } = capIn(monthlyCap.externallyDriven, month);
  const [sum, bound] = [soFar + order, boundOf(value.limit, value.within)];
  const over = sum > bound;
  const step: OrderStep = { says: over ? 'monthReaches' : 'monthStays', figures: { sum, bound }, citation };
  return { beyond: over ? [{ limit: 'monthly', months: 1, sum, bound }] : [], notJudged: [], steps: [step] };
}

function measureAverage(given: IntendedOrder, months: number): Measured {
  const { month, soFar, order, before, employedFrom } = given;
  if (employedFrom !== undefined && month - months + 1 < employedFrom) return { beyond: [], notJudged: [], steps: [] };
  const { value, citation } = capIn(averageCap, month);
  const bound = boundOf(value.limit * months, value.within);
  let sum = soFar + order;
  for (let back = 1; back < months; back += 1) {
    const minutes = before.get(month - back);
    if (minutes === undefined) {
      const step: OrderStep = { says: 'averageUnknown', figures: { months }, citation };
      return { beyond: [], notJudged: [months], steps: [step] };
    }
    sum += minutes;
  }
  const over = sum > bound;
  const step: OrderStep = { says: over ? 'averageReaches' : 'averageStays', figures: { months, sum, bound }, citation };
  return { beyond: over ? [{ limit: 'average', months, sum, bound }] : [], notJudged: [], steps: [step] };
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

function missingFrom(confirmation: Confirmation): readonly ConfirmationItem[] {
  return confirmationItems.filter((item) =>
    item === 'confirmedOn' ? confirmation.confirmedOn === undefined : blank(confirmation[item]),
  );
}

function judgeConfirmation(
  { orderedOn, confirmation }: IntendedOrder,
  { confirmationDays: allowed }: DesignationRules,
) {
  const missing = missingFrom(confirmation);
  const defects: OrderAnswer['defects'][number][] = [];
  const steps: OrderStep[] = [];
  const citation = inForce(cites.healthConfirmation, formatLocalDate(orderedOn)).citation;
  const { confirmedOn } = confirmation;
  if (missing.length > 0) steps.push({ says: 'confirmationMissing', figures: { count: missing.length }, citation });
  if (confirmedOn !== undefined) {
    const words = { on: formatLocalDate(confirmedOn) };
    const days = orderedOn - confirmedOn;
    if (days < 0) {
      defects.push('afterOrder');
      steps.push({ says: 'confirmationAfterOrder', figures: {}, words, citation });
    } else if (days > allowed) {
      defects.push('tooOld');
      steps.push({ says: 'confirmationTooOld', figures: { days, allowed }, citation: cites.confirmationAge });
    } else if (missing.length === 0) steps.push({ says: 'confirmed', figures: {}, words, citation });
  }
  return { missing, defects, steps };
}

/**
 * Whether overtime for 特例業務 may be ordered as far as health goes: before an order that brings the month to 100 hours or an
 * average of two to six months over 80, the person's fatigue, mind and body must have been confirmed (職職―99, orders from
 * 2025-04-01 on). Asked of everybody, whatever the kind of the department. Minutes.
 * @throws ImpossibleOrder · NotInForce before 2019-04-01
 */
export function judgeOrder(
  given: IntendedOrder,
  rules: DesignationRules = modelDesignation,
): Decision<OrderAnswer, OrderStepName> {
  checkOrder(given);
  const on = formatLocalDate(given.orderedOn);
  const { value: bound, citation } = inForce(cites.healthConfirmation, on);
  const measured = [measureMonth(given), ...averageLengths.map((months) => measureAverage(given, months))];
  const beyond = measured.flatMap((each) => each.beyond);
  const notJudged = measured.flatMap((each) => each.notJudged);
  const steps = measured.flatMap((each) => each.steps);
  const none = { beyond, notJudged, duty: 'none', missing: [], defects: [], ready: true } as const;
  if (beyond.length === 0) return { outcome: none, steps: [...steps, { says: 'noDutyBelow', figures: {}, citation }] };
  if (!bound) {
    const step: OrderStep = { says: 'noDutyYet', figures: {}, words: { on: '2025-04-01' }, citation };
    return { outcome: none, steps: [...steps, step] };
  }
  const { missing, defects, steps: found } = judgeConfirmation(given, rules);
  const ready = missing.length === 0 && defects.length === 0;
  return {
    outcome: { beyond, notJudged, duty: 'confirm', missing, defects, ready },
    steps: [...steps, { says: 'mustConfirm', figures: {}, citation }, ...found],
  };
}
