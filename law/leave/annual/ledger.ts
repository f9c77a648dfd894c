import type { Decision, Step } from '../../decision/decision.ts';
import { formatLocalDate } from '../../time/civil.ts';
import { annualLeaveCitations as cites } from '../citations.ts';
import type { LeaveRules } from '../rules.ts';
import { asDaysAndTime, type HalfMinutes } from './amount.ts';
import { type LeaveYear, leaveYearAt } from './leave-year.ts';
import type { AnnualLeaveStepName } from './step-names.ts';
import { drawFrom, usable, wantedBy } from './take.ts';
import { type AnnualEntry, type AnnualStaff, type AnnualTaking, ImpossibleAnnualLeave, type Lot } from './types.ts';

type AnnualStep = Step<AnnualLeaveStepName>;
export type AnnualLedger = {
  readonly entries: readonly AnnualEntry[];
  /** The lots as they are after all takings. */
  readonly lots: readonly Lot[];
  readonly taken: HalfMinutes;
};

function validate(takings: readonly AnnualTaking[], { first, last }: LeaveYear, staff: AnnualStaff): void {
  const ids = new Set<string>();
  if (!(staff.dayMinutes > 0 && staff.dayMinutes <= 1440)) throw new ImpossibleAnnualLeave('dayLength');
  const end = Math.min(last, staff.leavesOn ?? last);
  for (const { id, on, unit, minutes } of takings) {
    if (ids.has(id)) throw new ImpossibleAnnualLeave('takingTwice', id);
    ids.add(id);
    if (on < Math.max(first, staff.hiredOn) || on > end) throw new ImpossibleAnnualLeave('outsideTime', id);
    if (unit !== 'day' && !(minutes > 0 && minutes < 1440)) throw new ImpossibleAnnualLeave('noTime', id);
  }
}

const totalOf = (lots: readonly Lot[]): HalfMinutes => lots.reduce((sum, { amount }) => sum + amount, 0);

/**
 * Takings against lots, in the order of their days: accepted or refused with the reason, and what can still be taken after each. Hours
 * for those with a bound are summed by leave year.
 * @throws ImpossibleAnnualLeave
 */
export function judgeTakings(
  lots: readonly Lot[],
  takings: readonly AnnualTaking[],
  time: LeaveYear,
  staff: AnnualStaff,
  rules: LeaveRules,
): Decision<AnnualLedger, AnnualLeaveStepName> {
  validate(takings, time, staff);
  const steps: AnnualStep[] = [];
  const entries: AnnualEntry[] = [];
  const hourly = new Map<number, number>();
  let now = lots;
  for (const taking of [...takings].sort((a, b) => a.on - b.on)) {
    const order = usable(now, taking, rules);
    const balance = totalOf(order);
    const year = leaveYearAt(taking.on, rules);
    const { id, on } = taking;
    if (taking.revoked) {
      steps.push({ says: 'revoked', figures: {}, words: { on: formatLocalDate(on) }, citation: cites.full });
      entries.push({ id, on, verdict: 'revoked', amount: 0, balance: asDaysAndTime(balance, staff.dayMinutes) });
      continue;
    }
    const wanted = wantedBy(taking, balance, hourly.get(year) ?? 0, staff, rules);
    steps.push(...wanted.steps);
    const refusal = wanted.refusal ?? (wanted.amount > balance ? 'balance' : undefined);
    const figures = { amount: wanted.amount, balance, day: staff.dayMinutes };
    if (wanted.refusal === undefined) {
      steps.push({ says: refusal === undefined ? 'withinBalance' : 'overBalance', figures, citation: cites.full });
    }
    if (refusal !== undefined) {
      entries.push({
        id,
        on,
        verdict: 'refused',
        refusal,
        amount: 0,
        balance: asDaysAndTime(balance, staff.dayMinutes),
      });
      continue;
    }
    const drawn = drawFrom(now, order, wanted.amount, taking, staff);
    steps.push(...drawn.steps);
    now = drawn.lots;
    if (taking.unit === 'hour') hourly.set(year, (hourly.get(year) ?? 0) + taking.minutes);
    const left = asDaysAndTime(balance - wanted.amount, staff.dayMinutes);
    entries.push({ id, on, verdict: 'accepted', amount: wanted.amount, balance: left });
  }
  return { outcome: { entries, lots: now, taken: totalOf(lots) - totalOf(now) }, steps };
}
