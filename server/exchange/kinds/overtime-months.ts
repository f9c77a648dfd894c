import { importShapes } from '@tokimori/contract/import-columns';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { firstDayOf, formatYearMonth, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { closedMonthsOf } from '../../use-cases/closing/closed-months.ts';
import { holdStaff } from '../../use-cases/hold-staff.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { showAmount, showMinutes, showStaff } from '../rows/show.ts';
import { plain, readAmount, readDuration, readMonth } from '../rows/values.ts';
import { fresh, type Judgement, type Kind, type Reading, refused, unchanged } from './kind.ts';
import { loadStaff, outOfService } from './references.ts';
import { markDays } from './stale.ts';

/** 月計: the overtime of a month from before this system, for averages and comparisons. */
type MonthTotal = {
  readonly staff: string;
  readonly month: MonthIndex;
  readonly overtime: Minutes;
  readonly exceptional: Minutes;
  readonly allowance: number | null;
};

/** No month has more. */
const LONGEST: Minutes = 31 * 24 * 60;

function readMonthTotal(row: RowReader, reading: Reading): MonthTotal | undefined {
  const staff = row.required('職員番号', plain);
  const month = row.required('年月', readMonth);
  const overtime = row.required('時間数', readDuration);
  const exceptional = row.optional('うち特例', readDuration, 0);
  const allowance = row.optional('手当額', readAmount, null);
  if (month !== undefined && month > monthOf(reading.today)) row.refuse('年月', 'import.month.future');
  if (overtime !== undefined && overtime > LONGEST) row.refuse('時間数', 'import.month.too-long');
  if (overtime !== undefined && exceptional > overtime) row.refuse('うち特例', 'import.month.exceptional-over-total');
  if (staff === undefined || month === undefined || overtime === undefined || row.refusals.length > 0) return undefined;
  return { staff, month, overtime, exceptional, allowance };
}

const keyOf = (total: { staff: string; month: MonthIndex }): string => `${total.staff}\u001f${total.month}`;
const firstDateOf = (total: MonthTotal): string => formatLocalDate(firstDayOf(total.month));
const contentOf = (overtime: number, exceptional: number, allowance: number | null): string =>
  `${overtime} ${exceptional} ${allowance}`;

async function judge(tx: Tx, totals: readonly MonthTotal[]): Promise<Judgement[]> {
  const numbers = totals.map((total) => total.staff);
  await holdStaff(tx, [...new Set(numbers)]);
  const [known, closed] = await Promise.all([
    loadStaff(tx, numbers),
    closedMonthsOf(tx, numbers, totals.map(firstDateOf)),
  ]);
  const rows = await tx.query<{
    staff: string;
    month: string;
    overtime: number;
    exceptional: number;
    allowance: number | null;
  }>(
    `select f.staff, f.month, f.overtime, f.exceptional, f.allowance
     from tk.month_fact f join unnest($2::text[], $3::date[]) as u(staff, month) on u.staff = f.staff and u.month = f.month
     where f.municipality = $1`,
    [tx.municipality, totals.map((total) => total.staff), totals.map(firstDateOf)],
  );
  const stored = new Map(
    rows.map((row) => [`${row.staff}\u001f${row.month}`, contentOf(row.overtime, row.exceptional, row.allowance)]),
  );
  const seen = new Map<string, string>();
  return totals.map((total) => {
    const out = outOfService(known, total.staff, firstDayOf(total.month), lastDayOf(total.month), '年月');
    if (out !== null) return out;
    const content = contentOf(total.overtime, total.exceptional, total.allowance);
    const twin = seen.get(keyOf(total));
    if (twin !== undefined) {
      return twin === content ? unchanged : refused('年月', formatYearMonth(total.month), 'import.month.twice');
    }
    seen.set(keyOf(total), content);
    if (stored.get(`${total.staff}\u001f${firstDateOf(total)}`) === content) return unchanged;
    return closed.has(`${total.staff}/${formatYearMonth(total.month)}`)
      ? refused('年月', formatYearMonth(total.month), 'import.month.closed')
      : fresh;
  });
}

async function write(tx: Tx, totals: readonly MonthTotal[], reading: Reading): Promise<void> {
  await tx.query(
    `insert into tk.month_fact as f (municipality, month, staff, overtime, exceptional, allowance, recorded_at)
     select $1, u.month, u.staff, u.overtime, u.exceptional, u.allowance, $7::timestamptz
     from unnest($2::date[], $3::text[], $4::integer[], $5::integer[], $6::bigint[]) as u(month, staff, overtime, exceptional, allowance)
     on conflict (municipality, month, staff) do update set overtime = excluded.overtime,
       exceptional = excluded.exceptional, allowance = excluded.allowance, recorded_at = excluded.recorded_at`,
    [
      tx.municipality,
      totals.map(firstDateOf),
      totals.map((total) => total.staff),
      totals.map((total) => total.overtime),
      totals.map((total) => total.exceptional),
      totals.map((total) => total.allowance),
      reading.now.toISOString(),
    ],
  );
  await markDays(
    tx,
    totals.map((total) => ({ staff: total.staff, day: firstDayOf(total.month) })),
    0,
  );
}

export const overtimeMonths: Kind<MonthTotal> = {
  kind: 'overtime-months',
  columns: importShapes['overtime-months'].columns,
  alternatives: importShapes['overtime-months'].alternatives,
  chunkLines: 2_000,
  read: readMonthTotal,
  judge,
  write,
  months: () => [],
  touched: (total) => ({ staff: total.staff, first: firstDayOf(total.month), last: lastDayOf(total.month) }),
  show: (total, names) => ({
    職員: showStaff(total.staff, names),
    年月: formatYearMonth(total.month),
    時間数: showMinutes(total.overtime),
    うち特例: showMinutes(total.exceptional),
    手当額: showAmount(total.allowance),
  }),
};
