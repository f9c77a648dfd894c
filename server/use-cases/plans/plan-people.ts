import type { Person } from '@tokimori/contract/values';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { PlanLine } from '@tokimori/records/plan';
import { type PlanPerson, prefillLines, type WorkHours } from '@tokimori/records/plan-prefill';
import type { Tx } from '../../store/tenant.ts';
import { grouped } from '../reading/grouped.ts';
import { type Here, monthDate, monthEnd } from '../reading/moment.ts';
import { personsOn } from '../reading/persons.ts';
import { membersOf, standingRows } from '../reading/section-people.ts';
import { dayOfPlaces, type PlanSection } from './plan-section.ts';

/** A person a plan speaks of, with the figures to plan by. Minutes. */
export type PlannedPerson = {
  readonly person: Person;
  /** Of the same month of last year; null = not known. */
  readonly lastYear: number | null;
  /** Of the running month; null = not known, or the month planned is not to come. */
  readonly forecast: number | null;
  /** Of the month planned, so far; null while it is to come. */
  readonly actual: number | null;
};

type WorkRow = { staff: string; work: string; minutes: number };

/** Overtime of a section between two days by person and work: what was ordered or confirmed. */
async function worksOf(tx: Tx, section: PlanSection, from: string, through: string) {
  const rows = await tx.query<WorkRow>(
    `select o.staff, o.work, sum(o.minutes)::int as minutes from tk.overtime o
     where o.municipality = $1 and o.department = any($2) and o.duty_date between $3::date and $4::date
       and o.state in ('ordered', 'confirmed')
     group by o.staff, o.work`,
    [tx.municipality, section.departments, from, through],
  );
  return grouped(rows, ({ staff }) => staff);
}

type Total = { staff: string; month: string; department: string; overtime: number };

/** Whole months of people. */
async function totalsOf(tx: Tx, staff: readonly string[], months: readonly MonthIndex[]): Promise<readonly Total[]> {
  return tx.query<Total>(
    `select r.staff, r.month, r.department, r.overtime from tk.month_record r
     where r.municipality = $1 and r.staff = any($2) and r.month = any($3::date[])`,
    [tx.municipality, staff, months.map(monthDate)],
  );
}

/** The people of a section in a month, without 管理監督職員, with those who stand in the plan already. */
export async function plannedPeople(
  tx: Tx,
  at: Here,
  section: PlanSection,
  month: MonthIndex,
  lines: readonly PlanLine[],
): Promise<readonly PlannedPerson[]> {
  const on = formatLocalDate(dayOfPlaces(month, at));
  const members = await membersOf(tx, section.departments, on);
  const own = members.filter(({ person, concurrent }) => !concurrent && !person.managerial).map(({ person }) => person);
  const known = new Set(own.map(({ staff }) => staff));
  const others = [...new Set(lines.map(({ staff }) => staff))].filter((staff) => !known.has(staff));
  const people = [...own, ...(await personsOn(tx, others, on)).values()];
  const staff = people.map((person) => person.staff);
  const [totals, standings] = await Promise.all([
    totalsOf(tx, staff, [month - 12, month]),
    month > at.month ? standingRows(tx, staff, at.month) : undefined,
  ]);
  const total = (number: string, of: MonthIndex) =>
    totals.find((row) => row.staff === number && row.month === monthDate(of))?.overtime ?? null;
  return people.map((person) => ({
    person,
    lastYear: total(person.staff, month - 12),
    forecast: standings?.get(person.staff)?.forecast ?? null,
    // Of those placed elsewhere, the whole month says nothing about this section.
    actual: month > at.month || !known.has(person.staff) ? null : total(person.staff, month),
  }));
}

/** Lines to begin a plan with. A month of last year known only as a total goes under the work of the running month. */
export async function beginningOf(
  tx: Tx,
  at: Here,
  section: PlanSection,
  month: MonthIndex,
  people: readonly PlannedPerson[],
): Promise<readonly PlanLine[]> {
  const staff = people.map(({ person }) => person.staff);
  const [before, running, totals] = await Promise.all([
    worksOf(tx, section, monthDate(month - 12), monthEnd(month - 12)),
    worksOf(tx, section, monthDate(at.month), monthEnd(at.month)),
    totalsOf(tx, staff, [month - 12]),
  ]);
  const main = (works: readonly WorkHours[]) => works.toSorted((a, b) => b.minutes - a.minutes)[0]?.work ?? '';
  return prefillLines(
    people.map(({ person, forecast }): PlanPerson => {
      const now = running.get(person.staff) ?? [];
      const total = totals.find((row) => row.staff === person.staff && section.departments.includes(row.department));
      const whole = total === undefined ? [] : [{ work: main(now), minutes: total.overtime }];
      return { staff: person.staff, lastYear: before.get(person.staff) ?? whole, running: now, forecast };
    }),
  );
}

/** Overtime of those of a section by day of a month, for sums by week. */
export async function daysOfSection(tx: Tx, section: PlanSection, month: MonthIndex): Promise<readonly number[]> {
  const rows = await tx.query<{ nth: number; minutes: number }>(
    `select d.nth::int as nth, sum(d.minutes)::int as minutes from tk.month_record r
     cross join lateral unnest(r.overtime_days) with ordinality as d (minutes, nth)
     where r.municipality = $1 and r.month = $2::date and r.department = any($3) and not r.managerial
     group by d.nth order by d.nth`,
    [tx.municipality, monthDate(month), section.departments],
  );
  const days: number[] = [];
  for (const { nth, minutes } of rows) days[nth - 1] = minutes;
  return days;
}
