import type { LimitKey } from '@tokimori/law/overtime/types';
import { firstMonthOf, fiscalYearOf, type MonthIndex } from '@tokimori/law/time/months';
import { type Exceeded, exceededOf, isOfYear, type StandingRow } from '@tokimori/records/breaches/exceeded';
import type { Tx } from '../../store/tenant.ts';
import { monthDate, monthOfText } from '../reading/moment.ts';

type Row = {
  staff: string;
  limit_name: LimitKey;
  month: string;
  department: string;
  state: StandingRow['state'];
  value: number | null;
  cap: number | null;
};

/** `over`, `overExceptional` and `unknown` of tk.standing_limit.rank. */
const RANKS = [1, 2, 5];
const OF_YEAR: readonly LimitKey[] = ['annual', 'monthsOver45', 'afterTransfer'];

/**
 * The limits that stand exceeded in some months, from the judgements of those months. Reads only what is not simply fine.
 * @param from first month of a fiscal year
 */
export async function findExceeded(
  tx: Tx,
  from: MonthIndex,
  through: MonthIndex,
  yearStartMonth: number,
): Promise<readonly Exceeded[]> {
  const months = Array.from({ length: through - from + 1 }, (_, at) => monthDate(from + at));
  const rows = await tx.query<Row>(
    `select l.staff, l.limit_name, l.month, l.department, l.state, l.value, l.cap from tk.standing_limit l
     where l.municipality = $1 and l.month = any($2::date[]) and l.rank = any($3::smallint[])
       and (l.state <> 'unknown' or l.limit_name = any($4))`,
    [tx.municipality, months, RANKS, OF_YEAR],
  );
  const standings = rows.map(
    ({ limit_name, month, ...row }): StandingRow => ({
      ...row,
      limit: limit_name,
      month: monthOfText(month.slice(0, 7)),
    }),
  );
  const last = await readLastJudged(tx, standings, through, yearStartMonth);
  return exceededOf(standings, (staff, begins) => last.get(`${staff} ${begins}`), yearStartMonth);
}

/** The last month of each year in which people with an excess of the year had limits at all. */
async function readLastJudged(
  tx: Tx,
  rows: readonly StandingRow[],
  through: MonthIndex,
  yearStartMonth: number,
): Promise<ReadonlyMap<string, MonthIndex>> {
  const ofYear = rows.filter(({ limit, state }) => isOfYear(limit) && state !== 'unknown');
  const years = [...new Set(ofYear.map(({ month }) => fiscalYearOf(month, yearStartMonth)))];
  const found = await Promise.all(
    years.map(async (year) => {
      const begins = firstMonthOf(year, yearStartMonth);
      const staff = ofYear.filter(({ month }) => fiscalYearOf(month, yearStartMonth) === year).map((row) => row.staff);
      const last = await tx.query<{ staff: string; month: string }>(
        `select t.staff, max(t.month) as month from tk.standing t
         where t.municipality = $1 and t.staff = any($2) and t.month between $3::date and $4::date and t.state <> 'none'
         group by t.staff`,
        [tx.municipality, [...new Set(staff)], monthDate(begins), monthDate(Math.min(begins + 11, through))],
      );
      return last.map((row) => [`${row.staff} ${begins}`, monthOfText(row.month.slice(0, 7))] as const);
    }),
  );
  return new Map(found.flat());
}
