import type { Decision } from '../../decision/decision.ts';
import type { EpochDay } from '../../time/civil.ts';
import { annualLeaveCitations as cites } from '../citations.ts';
import { type LeaveRules, modelLeave } from '../rules.ts';
import type { HalfMinutes } from './amount.ts';
import { type FiveDays, judgeFiveDays } from './five-days.ts';
import { carriedInto, lotsOfAppointee, lotsOfYear } from './grants.ts';
import { leaveYearOf } from './leave-year.ts';
import { type AnnualLedger, judgeTakings } from './ledger.ts';
import type { AnnualLeaveStepName } from './step-names.ts';
import { type AnnualStaff, type AnnualTaking, type Attendance, ImpossibleAnnualLeave, type Lot } from './types.ts';

export type AnnualYear = AnnualLedger & {
  /** As they were before anything was taken. */
  readonly granted: readonly Lot[];
  /** What goes over into the next year, and what is lost. */
  readonly carries: HalfMinutes;
  readonly expires: HalfMinutes;
  /** null = the duty does not apply. */
  readonly fiveDays: readonly FiveDays[] | null;
};

/**
 * A leave year of full-time or short-time staff: what was carried over and granted, every taking, and the end of the year. What was
 * carried over is lost then (two years after its grant); of what was granted, no more goes over than the municipality allows.
 * @param year the calendar year in which the leave year starts
 * @param carried what was left of last year's grant
 * @throws ImpossibleAnnualLeave
 */
export function judgeAnnualYear(
  staff: AnnualStaff,
  year: number,
  carried: HalfMinutes,
  takings: readonly AnnualTaking[],
  rules: LeaveRules = modelLeave,
): Decision<AnnualYear, AnnualLeaveStepName> {
  if (staff.kind === 'appointee') throw new ImpossibleAnnualLeave('notForAppointee');
  if (carried < 0) throw new ImpossibleAnnualLeave('negativeCarryOver');
  const time = leaveYearOf(year, rules);
  const lots = lotsOfYear(staff, time, carried, rules);
  const ledger = judgeTakings(lots.outcome, takings, time, staff, rules);
  const left = ledger.outcome.lots.reduce((sum, { amount }) => sum + amount, 0);
  const current = ledger.outcome.lots.find(({ kind }) => kind === 'granted')?.amount ?? 0;
  const carries = carriedInto(current, staff, rules);
  const expires = left - carries;
  const five = judgeFiveDays(staff, lots.outcome, ledger.outcome.entries, takings);
  const figures = { carries, expires, day: staff.dayMinutes };
  return {
    outcome: { ...ledger.outcome, granted: lots.outcome, carries, expires, fiveDays: five.outcome },
    steps: [...lots.steps, ...ledger.steps, { says: 'yearClosed', figures, citation: cites.carryOver }, ...five.steps],
  };
}

export type AppointeeLeave = AnnualLedger & {
  readonly granted: readonly Lot[];
  /** What was left of lots whose two years are over by then. */
  readonly expired: HalfMinutes;
  readonly fiveDays: readonly FiveDays[] | null;
};

/**
 * The leave of a fiscal-year appointee from the appointment to a day, by 労基法39条.
 * @throws ImpossibleAnnualLeave
 */
export function judgeAppointee(
  staff: AnnualStaff,
  through: EpochDay,
  attendance: readonly Attendance[],
  takings: readonly AnnualTaking[],
  rules: LeaveRules = modelLeave,
): Decision<AppointeeLeave, AnnualLeaveStepName> {
  if (staff.kind !== 'appointee') throw new ImpossibleAnnualLeave('onlyForAppointee');
  if (through < staff.hiredOn) throw new ImpossibleAnnualLeave('beforeAppointment');
  const lots = lotsOfAppointee(staff, through, attendance, rules);
  const ledger = judgeTakings(lots.outcome, takings, { first: staff.hiredOn, last: through }, staff, rules);
  const expired = ledger.outcome.lots.reduce((sum, lot) => (lot.through < through ? sum + lot.amount : sum), 0);
  const five = judgeFiveDays(staff, lots.outcome, ledger.outcome.entries, takings);
  return {
    outcome: { ...ledger.outcome, granted: lots.outcome, expired, fiveDays: five.outcome },
    steps: [...lots.steps, ...ledger.steps, ...five.steps],
  };
}
