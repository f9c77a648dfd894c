import { type Dated, inForce } from '../../decision/dated.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import { annualLeaveCitations as cites } from '../citations.ts';
import type { LeaveRules } from '../rules.ts';
import { daysOf, type HalfMinutes } from './amount.ts';
import { labourStandardsDays } from './labour-standards.ts';
import { endOfMonths, type LeaveYear, monthsBegun } from './leave-year.ts';
import type { AnnualLeaveStepName } from './step-names.ts';
import { type AnnualStaff, type Attendance, ImpossibleAnnualLeave, type Lot } from './types.ts';

type Steps = Step<AnnualLeaveStepName>[];

/** Days by the ordinance, taken by the day or the hour as 地公法58条4項 reads since then. */
export const annualLeaveByOrdinance: readonly Dated<'byOrdinance'>[] = [
  { from: '2010-04-01', value: 'byOrdinance', citation: cites.hourlyForService, checkedOn: '2026-11-28' },
];

/** Days of a year of full-time and short-time staff (勤務時間条例12条1項, 規則15―14 別表第1). @throws NotInForce for years that begin before 2010-04-01 */
export function daysOfYear(
  staff: AnnualStaff,
  { first, last }: LeaveYear,
  rules: LeaveRules,
): Decision<number, AnnualLeaveStepName> {
  inForce(annualLeaveByOrdinance, formatLocalDate(first));
  const end = Math.min(last, staff.leavesOn ?? last);
  if (staff.hiredOn > end) throw new ImpossibleAnnualLeave('hiredAfterYear');
  const hiredInYear = staff.hiredOn > first;
  const months = monthsBegun(Math.max(first, staff.hiredOn), end);
  const base = hiredInYear ? (rules.firstYearDays[months - 1] ?? rules.annualDays) : rules.annualDays;
  const steps: Steps = [
    hiredInYear
      ? { says: 'firstYearGranted', figures: { months, days: base }, citation: cites.firstYear }
      : { says: 'yearGranted', figures: { days: base }, citation: cites.full },
  ];
  if (staff.kind !== 'shortTime') return { outcome: base, steps };
  const { weeklyDays } = staff;
  if (weeklyDays === undefined) throw new ImpossibleAnnualLeave('dutyDaysUnknown');
  // Half up, in whole numbers.
  const days = Math.floor((2 * base * weeklyDays + 5) / 10);
  steps.push({ says: 'shortTimeGranted', figures: { days, weeklyDays, base }, citation: cites.full });
  return { outcome: days, steps };
}

/** What is carried over into a year: no more than the most, less a rest of a day where that is cut. */
export function carriedInto(left: HalfMinutes, staff: AnnualStaff, rules: LeaveRules): HalfMinutes {
  const day = daysOf(1, staff.dayMinutes);
  const kept = Math.min(left, daysOf(rules.carryOver, staff.dayMinutes));
  return rules.carryOverFraction === 'cut' ? kept - (kept % day) : kept;
}

/**
 * The lots of a leave year: what was carried over from the year before, and what is granted.
 * @param carried what was left of last year's grant when that year ended
 */
export function lotsOfYear(
  staff: AnnualStaff,
  year: LeaveYear,
  carried: HalfMinutes,
  rules: LeaveRules,
): Decision<readonly Lot[], AnnualLeaveStepName> {
  const granted = daysOfYear(staff, year, rules);
  const [most, day] = [rules.carryOver, staff.dayMinutes];
  const amount = carriedInto(carried, staff, rules);
  const steps: Steps = [
    {
      says: amount < carried ? 'carryOverCut' : 'carriedOver',
      figures: { amount, day, most },
      citation: amount < carried && rules.carryOverFraction === 'cut' ? cites.carryOverFraction : cites.carryOver,
    },
    ...granted.steps,
  ];
  const from = Math.max(year.first, staff.hiredOn);
  const through = year.last;
  return {
    outcome: [
      { id: 'carriedOver', kind: 'carriedOver', from, through, amount },
      { id: 'granted', kind: 'granted', from, through, amount: daysOf(granted.outcome, day) },
    ],
    steps,
  };
}

/**
 * The lots of a fiscal-year appointee from the appointment to a day: granted after six months (or on appointment ⚙) and every year after,
 * usable for two years (労基法115条).
 * @throws ImpossibleAnnualLeave when the attendance of a period is not known
 */
export function lotsOfAppointee(
  staff: AnnualStaff,
  through: EpochDay,
  attendance: readonly Attendance[],
  rules: LeaveRules,
): Decision<readonly Lot[], AnnualLeaveStepName> {
  const steps: Steps = [];
  const lots: Lot[] = [];
  const wait = rules.appointeeGrant === 'afterSixMonths' ? 6 : 0;
  for (let service = 0; ; service += 1) {
    const months = wait + 12 * service;
    const from = months === 0 ? staff.hiredOn : endOfMonths(staff.hiredOn, months) + 1;
    if (from > Math.min(through, staff.leavesOn ?? through)) return { outcome: lots, steps };
    const known = attendance.find(({ grantedOn }) => grantedOn === from);
    if (known === undefined && months > 0) {
      throw new ImpossibleAnnualLeave('attendanceUnknown', formatLocalDate(from));
    }
    const days = labourStandardsDays(staff, from, service, months === 0 ? null : (known ?? null));
    steps.push(...days.steps);
    const amount = daysOf(days.outcome, staff.dayMinutes);
    lots.push({ id: formatLocalDate(from), kind: 'granted', from, through: endOfMonths(from, 24), amount });
  }
}
