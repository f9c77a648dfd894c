import { type Dated, inForce } from '../../decision/dated.ts';
import type { Decision } from '../../decision/decision.ts';
import { type EpochDay, epochDayOf, formatLocalDate } from '../../time/civil.ts';
import { annualLeaveCitations as cites } from '../citations.ts';
import { daysOf } from './amount.ts';
import { endOfMonths } from './leave-year.ts';
import type { AnnualLeaveStepName } from './step-names.ts';
import type { AnnualEntry, AnnualStaff, AnnualTaking, Lot } from './types.ts';

/** 年5日の時季指定 (労基法39条7項): five days within a year of every grant of ten days or more. */
export const fiveDayDuty: readonly Dated<{ least: number; days: number }>[] = [
  { from: '2019-04-01', value: { least: 10, days: 5 }, citation: cites.fiveDays, checkedOn: '2026-11-28' },
];
const SINCE = epochDayOf(2019, 4, 1);

/** A grant's year: taken and left in half days; `left` 0 = met. */
export type FiveDays = {
  readonly from: EpochDay;
  readonly through: EpochDay;
  readonly taken: number;
  readonly left: number;
};

/** Half days taken by whole and half days; hours do not count. */
function halfDaysIn(
  entries: readonly AnnualEntry[],
  takings: readonly AnnualTaking[],
  from: EpochDay,
  through: EpochDay,
): number {
  const unit = new Map(takings.map((taking) => [taking.id, taking.unit]));
  const halves = { day: 2, halfDay: 1, hour: 0 } as const;
  return entries
    .filter(({ verdict, on }) => verdict === 'accepted' && from <= on && on <= through)
    .reduce((sum, { id }) => sum + halves[unit.get(id) ?? 'hour'], 0);
}

/**
 * The five days that an employer must see taken. Only for 企業職員 and 単純労務職員: 地公法58条3項 takes 39条7項 away from everyone else
 * (outcome null).
 * @param grants the grants as they were made, before anything was taken
 */
export function judgeFiveDays(
  staff: AnnualStaff,
  grants: readonly Lot[],
  entries: readonly AnnualEntry[],
  takings: readonly AnnualTaking[],
): Decision<readonly FiveDays[] | null, AnnualLeaveStepName> {
  if (!staff.enterprise) {
    return { outcome: null, steps: [{ says: 'fiveDaysExcluded', figures: {}, citation: cites.fiveDaysExcluded }] };
  }
  const steps: Decision<null, AnnualLeaveStepName>['steps'][number][] = [];
  const outcome: FiveDays[] = [];
  for (const lot of grants.filter(({ kind, from }) => kind === 'granted' && from >= SINCE)) {
    const { least, days } = inForce(fiveDayDuty, formatLocalDate(lot.from)).value;
    if (lot.amount < daysOf(least, staff.dayMinutes)) {
      const granted = lot.amount / daysOf(1, staff.dayMinutes);
      steps.push({ says: 'fiveDaysNotDue', figures: { days: granted, least }, citation: cites.fiveDays });
      continue;
    }
    const through = endOfMonths(lot.from, 12);
    const taken = halfDaysIn(entries, takings, lot.from, through);
    const required = 2 * days;
    const left = Math.max(0, required - taken);
    const figures = { taken, required, left };
    const words = { through: formatLocalDate(through) };
    steps.push({ says: left === 0 ? 'fiveDaysMet' : 'fiveDaysLeft', figures, words, citation: cites.fiveDays });
    outcome.push({ from: lot.from, through, taken, left });
  }
  return { outcome, steps };
}
