import type { SectionSheet } from '@tokimori/contract/registers/sheets';
import { type PersonMonth, rankedPeople, type SectionSum, totalOf } from '@tokimori/forms/ukiha/section-sheet';
import { formatLocalDate } from '@tokimori/law/time/civil';
import {
  firstDayOf,
  firstMonthOf,
  fiscalYearOf,
  formatYearMonth,
  lastDayOf,
  type MonthIndex,
  monthOf,
} from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { grouped } from '../reading/grouped.ts';
import { dayOf, type Here, monthDate } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { readSection } from '../reading/section-people.ts';
import { isOver } from './month-up-to.ts';
import { partsOver } from './places.ts';

type Row = {
  readonly month: MonthIndex;
  readonly staff: string;
  readonly overtime: number;
  readonly exceptional: number;
};
type Mark = SectionSheet['people'][number]['marks'][number];

/** Reads the sheet: rows of the section of this and the last fiscal year, and where its people stand at the end of the month. */
export async function readSectionSheet(
  tx: Tx,
  at: Here,
  month: MonthIndex,
  department: string,
): Promise<Omit<SectionSheet, 'shows'>> {
  const { yearStartMonth } = at.parameters;
  const fiscalYear = fiscalYearOf(month, yearStartMonth);
  const first = firstMonthOf(fiscalYear, yearStartMonth);
  const months = Array.from({ length: month - first + 1 }, (_, i) => first + i);
  const on = Math.max(firstDayOf(month), Math.min(at.dutyDay, lastDayOf(month)));
  const section = (await readSection(tx, department, formatLocalDate(on))) ?? departmentNotFound(department);
  const parts = await partsOver(tx, department, [month, month - 12]);
  const records = await readRows(tx, parts, [...months, ...months.map((each) => each - 12)]);
  const now = records.filter((row) => row.month >= first);
  const staff = [...new Set(now.map((row) => row.staff))];
  const [names, marks] = await Promise.all([namesOf(tx, staff), readMarks(tx, staff, month)]);
  const sums = sumsOf(records);
  return {
    month: formatYearMonth(month),
    fiscalYear,
    settled: isOver(at, month),
    department,
    name: section.name,
    path: section.path,
    months: months.map(formatYearMonth),
    totals: months.map((each) => totalOf(formatYearMonth(each), sums.get(each), sums.get(each - 12))),
    people: rankedPeople(
      months.map(formatYearMonth),
      now.map((row): PersonMonth => ({ ...row, month: formatYearMonth(row.month) })),
      // Limits follow the person: of someone who has left the section, where they stand now is no matter of this sheet.
      new Map(
        staff.map((each) => [
          each,
          {
            name: names.get(each) ?? each,
            marks: now.some((row) => row.staff === each && row.month === month) ? (marks.get(each) ?? []) : [],
          },
        ]),
      ),
    ),
  };
}

function sumsOf(rows: readonly Row[]): ReadonlyMap<MonthIndex, SectionSum> {
  return new Map(
    [...grouped(rows, (row) => row.month)].map(([month, own]) => [
      month,
      {
        headcount: own.length,
        overtime: own.reduce((sum, { overtime }) => sum + overtime, 0),
        exceptional: own.reduce((sum, { exceptional }) => sum + exceptional, 0),
      },
    ]),
  );
}

/** Months of those with caps who belonged to the section. */
async function readRows(tx: Tx, departments: readonly string[], months: readonly MonthIndex[]): Promise<Row[]> {
  const rows = await tx.query<Omit<Row, 'month'> & { month: string }>(
    `select r.month, r.staff, r.overtime, r.exceptional from tk.month_record r
     where r.municipality = $1 and r.month = any($2::date[]) and r.department = any($3) and not r.managerial`,
    [tx.municipality, months.map(monthDate), departments],
  );
  return rows.map(({ month, ...row }) => ({ ...row, month: monthOf(dayOf(month)) }));
}

/** Limits that are over, expected to be, or near, as they were judged last; the most urgent first. */
async function readMarks(tx: Tx, staff: readonly string[], month: MonthIndex): Promise<ReadonlyMap<string, Mark[]>> {
  const rows = await tx.query<Mark & { staff: string }>(
    `select l.staff, l.limit_name as limit, l.state, l.value, l.cap from tk.standing_limit l
     where l.municipality = $1 and l.month = $2::date and l.staff = any($3)
     order by l.staff, l.rank, l.slack, l.limit_name`,
    [tx.municipality, monthDate(month), staff],
  );
  return new Map(
    [...grouped(rows, (row) => row.staff)].map(([person, own]) => [
      person,
      own.map(({ limit, state, value, cap }) => ({ limit, state, value, cap })),
    ]),
  );
}
