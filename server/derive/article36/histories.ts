import type { EpochDay } from '@tokimori/law/time/civil';
import { firstDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentBook } from '../departments.ts';
import type { StaffHistory } from '../histories.ts';
import { noAgreement, type Placed, readWorkplaces, type Workplace } from './regimes.ts';
import { readStatutoryMonths, type StatutoryMonths } from './statutory-months.ts';

type Asked = {
  readonly parameters: Parameters;
  readonly book: DepartmentBook;
  readonly from: MonthIndex;
  readonly month: MonthIndex;
};

/**
 * The histories of those who are under 労基法36条 in a month, made over: hours beyond the statutory ones instead of those beyond the regular
 * ones, and the agreement in force on the last known day. Without one nothing may be ordered.
 * @param knownDays the last day of the month that is not still to come, by person
 */
export async function underArticle36(
  tx: Tx,
  { parameters, book, from, month }: Asked,
  histories: ReadonlyMap<string, StaffHistory>,
  knownDays: ReadonlyMap<string, EpochDay>,
): Promise<ReadonlyMap<string, StaffHistory>> {
  const placed = new Map<string, Placed>();
  for (const [staff, { record }] of histories) {
    const on = knownDays.get(staff) ?? firstDayOf(month);
    placed.set(staff, { department: record.department, managerial: record.managerial, on });
  }
  // The year of an agreement may begin in any month.
  const first = Math.min(from, month - 11);
  const workplaces = await readWorkplaces(tx, { parameters, book, since: firstDayOf(first) }, placed);
  if (workplaces.size === 0) return new Map();
  const counted = await readStatutoryMonths(tx, { parameters, from: first, through: month }, workplaces);
  const made = new Map<string, StaffHistory>();
  for (const [staff, workplace] of workplaces) {
    const [found, months] = [histories.get(staff), counted.get(staff)];
    if (found !== undefined && months !== undefined)
      made.set(staff, madeOver(found, workplace, withMonth(months, month)));
  }
  return made;
}

/** A month of which nothing is recorded yet has no hours. */
function withMonth(counted: StatutoryMonths, month: MonthIndex): StatutoryMonths {
  if (counted.months.some((each) => each.month === month)) return counted;
  const none = { month, department: 'selfDirected', overtime: 0, exceptional: 0, legalHolidayWork: 0 } as const;
  return { ...counted, months: [...counted.months, none] };
}

function madeOver(found: StaffHistory, workplace: Workplace, counted: StatutoryMonths): StaffHistory {
  const { transfers: _, rules, yearStartMonth, ...history } = found.history;
  const now = counted.months.at(-1)?.overtime ?? 0;
  return {
    ...found,
    history: {
      ...history,
      regime: 'article36',
      months: counted.months,
      transfers: [],
      agreement: workplace.agreement?.caps ?? noAgreement,
      ...(yearStartMonth === undefined ? {} : { yearStartMonth }),
      ...(rules === undefined ? {} : { rules }),
    },
    pace: found.pace === null ? null : { ...found.pace, judgedMinutes: now },
    article36: { workplace, uncovered: counted.uncovered },
  };
}
