import { type Dated, inForce } from '../../decision/dated.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import { hours } from '../../time/minutes.ts';
import { annualLeaveCitations as cites } from '../citations.ts';
import type { AnnualLeaveStepName } from './step-names.ts';
import { type AnnualStaff, type Attendance, ImpossibleAnnualLeave } from './types.ts';

/** Days by duty days, from the least; a row has the days after 6 months, 1 year 6 months … 6 years 6 months. */
type Table = {
  /** 週5日以上, 年217日以上 or 週30時間以上. */
  readonly full: readonly number[];
  readonly proportional: readonly {
    readonly weekly: number;
    readonly annual: number;
    readonly days: readonly number[];
  }[];
};

/** 労基法39条1項・2項 and 労基則24条の3 第3項の表. */
export const labourStandardsTable: readonly Dated<Table>[] = [
  {
    from: '2001-04-01',
    value: {
      full: [10, 11, 12, 14, 16, 18, 20],
      proportional: [
        { weekly: 4, annual: 169, days: [7, 8, 9, 10, 12, 13, 15] },
        { weekly: 3, annual: 121, days: [5, 6, 6, 8, 9, 10, 11] },
        { weekly: 2, annual: 73, days: [3, 4, 4, 5, 6, 6, 7] },
        { weekly: 1, annual: 48, days: [1, 2, 2, 2, 3, 3, 3] },
      ],
    },
    citation: cites.proportional,
    checkedOn: '2026-11-28',
  },
];
const FULL_WEEKLY_DAYS = 5;
const FULL_ANNUAL_DAYS = 217;
const FULL_WEEKLY_MINUTES = hours(30);

type Steps = Step<AnnualLeaveStepName>[];

/** 全労働日の8割以上: eight of ten, compared without division. */
function attendedEnough({ worked, of, grantedOn }: Attendance, steps: Steps): boolean {
  if (worked < 0 || worked > of) throw new ImpossibleAnnualLeave('attendance', formatLocalDate(grantedOn));
  const enough = of > 0 && worked * 10 >= of * 8;
  steps.push({
    says: enough ? 'attendanceEnough' : 'attendanceShort',
    figures: { worked, of },
    words: { grantedOn: formatLocalDate(grantedOn) },
    citation: cites.appointeeFirst,
  });
  return enough;
}

function isFull({ weeklyDays, annualDays, weeklyMinutes }: AnnualStaff): boolean {
  if (weeklyMinutes === undefined) throw new ImpossibleAnnualLeave('hoursUnknown');
  if (weeklyMinutes >= FULL_WEEKLY_MINUTES) return true;
  if (weeklyDays !== undefined) return weeklyDays >= FULL_WEEKLY_DAYS;
  if (annualDays !== undefined) return annualDays >= FULL_ANNUAL_DAYS;
  throw new ImpossibleAnnualLeave('dutyDaysUnknown');
}

/**
 * Days that 労基法39条 gives on a day.
 * @param service how many grants came before: 0 after six months, 1 after a year and six months …
 * @param attendance of the period before; null where none is asked for (a grant on appointment)
 * @throws ImpossibleAnnualLeave when duty days or hours of the week are not known
 * @throws NotInForce before 2001-04-01
 */
export function labourStandardsDays(
  staff: AnnualStaff,
  grantedOn: EpochDay,
  service: number,
  attendance: Attendance | null,
): Decision<number, AnnualLeaveStepName> {
  const steps: Steps = [];
  const { full, proportional } = inForce(labourStandardsTable, formatLocalDate(grantedOn)).value;
  const all = isFull(staff);
  if (attendance !== null && !attendedEnough(attendance, steps)) return { outcome: 0, steps };
  const { weeklyDays, annualDays } = staff;
  // 週30時間以上: full, though there are fewer days.
  const byHours =
    (weeklyDays ?? FULL_WEEKLY_DAYS) < FULL_WEEKLY_DAYS || (annualDays ?? FULL_ANNUAL_DAYS) < FULL_ANNUAL_DAYS;
  const row = proportional.find(({ weekly, annual }) =>
    weeklyDays === undefined ? (annualDays ?? 0) >= annual : weeklyDays >= weekly,
  );
  const days = (all ? full : (row?.days ?? []))[Math.min(service, full.length - 1)] ?? 0;
  steps.push({
    says: all ? 'appointeeFull' : 'appointeeProportional',
    figures: { days, service, ...(weeklyDays === undefined ? { annualDays: annualDays ?? 0 } : { weeklyDays }) },
    words: { grantedOn: formatLocalDate(grantedOn) },
    citation: all ? (byHours ? cites.proportionalWho : cites.appointee) : cites.proportional,
  });
  return { outcome: days, steps };
}
