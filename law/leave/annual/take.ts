import type { Step } from '../../decision/decision.ts';
import { formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { annualLeaveCitations as cites } from '../citations.ts';
import type { LeaveRules } from '../rules.ts';
import { daysOf, type HalfMinutes, timeOf } from './amount.ts';
import type { AnnualLeaveStepName } from './step-names.ts';
import type { AnnualRefusal, AnnualStaff, AnnualTaking, Lot } from './types.ts';

type AnnualStep = Step<AnnualLeaveStepName>;
/** What a taking asks of the balance, or why it cannot be. */
export type Wanted = {
  readonly refusal?: AnnualRefusal;
  readonly amount: HalfMinutes;
  readonly steps: readonly AnnualStep[];
};
/** 時間単位は5日まで (労基法39条4項2号): days of hours rounded up to the hour (労基則24条の4). */
const HOURLY_DAYS = 5;

function halfDayOf({ minutes }: AnnualTaking, { dayMinutes: day }: AnnualStaff, rules: LeaveRules): Wanted {
  const citation = cites.halfDay;
  if (!rules.halfDayUnit) {
    return { refusal: 'halfDayAbsent', amount: 0, steps: [{ says: 'halfDayAbsent', figures: {}, citation }] };
  }
  const amount = rules.halfDayCounts === 'halfOfDay' ? day : timeOf(minutes);
  return { amount, steps: [{ says: 'halfDay', figures: { amount, day }, citation }] };
}

/** Whole hours; minutes only where nothing but whole days is left after them. */
function unitOf({ minutes }: AnnualTaking, balance: HalfMinutes, { dayMinutes: day }: AnnualStaff): Wanted {
  const amount = timeOf(minutes);
  if (minutes % 60 === 0) return { amount, steps: [{ says: 'hourUnit', figures: { minutes }, citation: cites.units }] };
  const figures = { minutes, balance, day };
  const citation = cites.finishing;
  if (balance >= amount && (balance - amount) % daysOf(1, day) === 0) {
    return { amount, steps: [{ says: 'finishing', figures, citation }] };
  }
  const steps: AnnualStep[] = [
    { says: 'finishingNotApplied', figures, citation },
    { says: 'unitBroken', figures, citation: cites.units },
  ];
  return { refusal: 'unit', amount: 0, steps };
}

/** How much by the hour: without a bound by 地公法58条4項; five days by agreement for those to whom 労基法39条4項 applies as it stands. */
function hourlyOf({ minutes }: AnnualTaking, staff: AnnualStaff, before: Minutes): Wanted {
  if (!staff.enterprise) {
    return { amount: 0, steps: [{ says: 'hourlyUnlimited', figures: {}, citation: cites.hourlyForService }] };
  }
  const citation = cites.hourly;
  if (!staff.hourlyAgreement) {
    return { refusal: 'hourlyNoAgreement', amount: 0, steps: [{ says: 'hourlyNoAgreement', figures: {}, citation }] };
  }
  const limit = HOURLY_DAYS * Math.ceil(staff.dayMinutes / 60) * 60;
  const figures = { minutes, before, limit };
  if (before + minutes <= limit) return { amount: 0, steps: [{ says: 'hourlyWithin', figures, citation }] };
  return { refusal: 'hourlyLimit', amount: 0, steps: [{ says: 'hourlyOver', figures, citation }] };
}

/**
 * What a taking asks of the balance, by its unit.
 * @param balance what can be taken on that day
 * @param hourly minutes taken by the hour before, in the same year
 */
export function wantedBy(
  taking: AnnualTaking,
  balance: HalfMinutes,
  hourly: Minutes,
  staff: AnnualStaff,
  rules: LeaveRules,
): Wanted {
  if (taking.unit === 'day') {
    const figures = { day: staff.dayMinutes };
    return { amount: daysOf(1, staff.dayMinutes), steps: [{ says: 'wholeDay', figures, citation: cites.units }] };
  }
  if (taking.unit === 'halfDay') return halfDayOf(taking, staff, rules);
  const bound = hourlyOf(taking, staff, hourly);
  if (bound.refusal !== undefined) return bound;
  const unit = unitOf(taking, balance, staff);
  return { ...unit, steps: [...bound.steps, ...unit.steps] };
}

/** Lots that can be used on a day, in the order in which they are used. */
export function usable(lots: readonly Lot[], { on }: AnnualTaking, rules: LeaveRules): readonly Lot[] {
  const open = lots.filter((lot) => lot.amount > 0 && lot.from <= on && on <= lot.through);
  const older = (a: Lot, b: Lot) => Number(a.kind === 'granted') - Number(b.kind === 'granted') || a.from - b.from;
  return open.sort((a, b) => (rules.annualOrder === 'carriedOverFirst' ? older(a, b) : older(b, a)));
}

/** The lots after an amount was taken from them in order. The amount must be there. */
export function drawFrom(
  lots: readonly Lot[],
  order: readonly Lot[],
  amount: HalfMinutes,
  taking: AnnualTaking,
  { dayMinutes: day }: AnnualStaff,
): { readonly lots: readonly Lot[]; readonly steps: readonly AnnualStep[] } {
  const steps: AnnualStep[] = [];
  let rest = amount;
  const left = new Map<string, HalfMinutes>();
  for (const lot of order) {
    const part = Math.min(rest, lot.amount);
    if (part === 0) continue;
    rest -= part;
    left.set(lot.id, lot.amount - part);
    const words = { lot: lot.id, on: formatLocalDate(taking.on) };
    steps.push({ says: 'takenFrom', figures: { amount: part, day }, words, citation: cites.order });
  }
  return { lots: lots.map((lot) => ({ ...lot, amount: left.get(lot.id) ?? lot.amount })), steps };
}
