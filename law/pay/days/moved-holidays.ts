import type { DayKind } from '../../calendar/municipal-calendar.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import { monthOf } from '../../time/months.ts';
import { payCitations } from '../citations.ts';
import { payLawOf } from '../pay-rates.ts';
import { modelPay, type PayRules } from '../rules.ts';

/** 祝日法の休日 that fell on the person's own 週休日, and the duty day that is a day of 休日勤務手当 in its place. */
export type MovedHoliday = { readonly holiday: EpochDay; readonly to: EpochDay };

/** movedTo (words: holiday, to) · notMoved (words: holiday): the municipality does not move them · noneOnDayOff */
export type MovedHolidayStepName = 'movedTo' | 'notMoved' | 'noneOnDayOff';

/** Thrown when no duty day follows a holiday for so long that the days cannot be a person's. */
export class NoDutyDay extends Error {
  override readonly name = 'NoDutyDay';
}

const FARTHEST = 60;

/**
 * The days in place of 祝日法の休日 on a 週休日, for staff not on Monday–Friday: the next 勤務日 that is not itself a 休日 nor taken by another.
 * @param holidays 祝日法の休日, in any order.
 * @param ownKindOf what a day is to this person; 年末年始 and 祝日 with hours are `legalHoliday`.
 * @throws NoDutyDay; NotInForce before 2010-04-01
 */
export function moveHolidays(
  holidays: readonly EpochDay[],
  ownKindOf: (day: EpochDay) => DayKind,
  rules: PayRules = modelPay,
): Decision<readonly MovedHoliday[], MovedHolidayStepName> {
  const taken = new Set<EpochDay>();
  const steps: Step<MovedHolidayStepName>[] = [];
  const citation = payCitations.movedHoliday;
  const moved: MovedHoliday[] = [];
  for (const holiday of [...holidays].sort((a, b) => a - b)) {
    payLawOf(monthOf(holiday));
    if (ownKindOf(holiday) !== 'weeklyDayOff') continue;
    const words = { holiday: formatLocalDate(holiday) };
    if (!rules.holidayMovesToNextDutyDay) {
      steps.push({ says: 'notMoved', figures: {}, words, citation });
      continue;
    }
    let to = holiday + 1;
    while (ownKindOf(to) !== 'dutyDay' || taken.has(to)) {
      to += 1;
      if (to > holiday + FARTHEST) throw new NoDutyDay(words.holiday);
    }
    taken.add(to);
    moved.push({ holiday, to });
    steps.push({ says: 'movedTo', figures: {}, words: { ...words, to: formatLocalDate(to) }, citation });
  }
  if (steps.length === 0) steps.push({ says: 'noneOnDayOff', figures: {}, citation });
  return { outcome: moved, steps };
}
