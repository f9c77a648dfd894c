import type { Step } from '../decision/decision.ts';
import type { EpochDay } from '../time/civil.ts';
import { weekdayOf } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { statutoryCitations as cites } from './citations.ts';
import type { LegalHolidayRule } from './rules.ts';
import type { StatutoryStepName, WorkedDay } from './types.ts';
import { DAY } from './weeks.ts';

/** Which days of the weeks are 法定休日 (労基法35条), and the steps that say why. */
export type DaysOff = {
  readonly statutory: ReadonlySet<EpochDay>;
  readonly steps: readonly Step<StatutoryStepName>[];
};

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Minutes worked on each calendar day, whatever duty date they belong to: 休日 run from 0:00 to 24:00. */
function minutesByCalendarDay(weeks: readonly (readonly WorkedDay[])[]): ReadonlyMap<EpochDay, Minutes> {
  const worked = new Map<EpochDay, Minutes>();
  const add = (day: EpochDay, minutes: Minutes) => worked.set(day, (worked.get(day) ?? 0) + minutes);
  for (const { date, regular, overtime } of weeks.flat()) {
    for (const { from, until } of [...regular, ...overtime]) {
      add(date, Math.max(0, Math.min(until, DAY) - Math.min(from, DAY)));
      add(date + 1, Math.max(0, until - Math.max(from, DAY)));
    }
  }
  return worked;
}

type Found = { readonly day: EpochDay | null; readonly step: Step<StatutoryStepName> | null };

/** No day named: only when every day off of the week was worked, the last of them. */
function lastOfWorked(week: readonly WorkedDay[], worked: ReadonlyMap<EpochDay, Minutes>, moved: boolean): Found {
  const from = week[0]?.date ?? 0;
  const off = week.filter(({ kind }) => kind === 'weeklyDayOff');
  const last = off.at(-1);
  if (last === undefined)
    return { day: null, step: { says: 'noDayOff', figures: { from }, citation: cites.fourWeeks } };
  const used = off.filter(({ date }) => (worked.get(date) ?? 0) > 0).length;
  if (used === 0) return { day: null, step: null };
  if (used < off.length) {
    const figures = { from, offs: off.length, worked: used };
    return { day: null, step: { says: 'dayOffKept', figures, citation: cites.dayOff } };
  }
  const figures = { date: last.date, minutes: worked.get(last.date) ?? 0 };
  return {
    day: last.date,
    step: { says: moved ? 'holidayMoved' : 'holidayLater', figures, citation: cites.laterDay },
  };
}

/** The named weekday; in a week in which hours are allotted to it (振替), as if none were named. */
function named(week: readonly WorkedDay[], worked: ReadonlyMap<EpochDay, Minutes>, rule: LegalHolidayRule): Found {
  const day = week.find(({ date }) => weekdayOf(date) === weekdays.indexOf(rule));
  if (day === undefined || day.kind !== 'weeklyDayOff') return lastOfWorked(week, worked, true);
  const minutes = worked.get(day.date) ?? 0;
  const step: Found['step'] =
    minutes === 0 ? null : { says: 'holidayNamed', figures: { date: day.date, minutes }, citation: cites.dayOff };
  return { day: day.date, step };
}

/** The 法定休日 of whole weeks in order. */
export function findDaysOff(weeks: readonly (readonly WorkedDay[])[], rule: LegalHolidayRule): DaysOff {
  const worked = minutesByCalendarDay(weeks);
  const found: readonly Found[] =
    rule === 'asStated'
      ? weeks.flat().flatMap(({ date, statedDayOff }): Found[] => {
          if (!statedDayOff) return [];
          const minutes = worked.get(date) ?? 0;
          const figures = { date, minutes };
          return [
            { day: date, step: minutes === 0 ? null : { says: 'holidayStated', figures, citation: cites.dayOff } },
          ];
        })
      : weeks.map((week) => (rule === 'lastInWeek' ? lastOfWorked(week, worked, false) : named(week, worked, rule)));
  return {
    statutory: new Set(found.flatMap(({ day }) => (day === null ? [] : [day]))),
    steps: found.flatMap(({ step }) => (step === null ? [] : [step])),
  };
}
