import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';
import { type DerivedMonth, deriveMonths } from './duty-months.ts';
import { readFirstRecord } from './histories.ts';
import { changesStanding, deleteRows, differingColumns, type RecordRow, updateRows, writeRows } from './record-rows.ts';
import { recordMonths } from './recorded-months.ts';
import type { Rules } from './rules.ts';
import { type DayRange, markJudgements } from './stale.ts';
import { judgeChanged } from './standing.ts';

/**
 * Makes days again and judges whom it changed: the step from facts to stored figures, in one transaction with the row
 * `tk.derivation` held.
 * @param options.afresh make touched months as a whole.
 * @param options.judge judge all these people, changed or not, from the first of their months on.
 * @param options.through the last month to judge; the clock's unless given.
 */
export async function deriveDays(
  tx: Tx,
  rules: Rules,
  touched: readonly DayRange[],
  options: { readonly afresh?: boolean; readonly judge?: boolean; readonly through?: MonthIndex } = {},
): Promise<void> {
  if (touched.length === 0) return;
  const { months, begun, services } = await deriveMonths(tx, rules, touched, options.afresh);
  const judge = new Map<string, MonthIndex>();
  const earliest = (staff: string, month: MonthIndex) => judge.set(staff, Math.min(month, judge.get(staff) ?? month));
  if (options.judge === true) for (const t of touched) earliest(t.staff, monthOf(t.first));
  for (const changed of await writeMonths(tx, rules, months)) earliest(changed.staff, changed.month);
  await recordMonths(tx, begun, rules.today);
  await judgeChanged(tx, rules, judge, { through: options.through, services });
}

/** Writes what differs from what is stored. @returns the months whose standing may have changed */
async function writeMonths(tx: Tx, rules: Rules, months: readonly DerivedMonth[]): Promise<DerivedMonth[]> {
  const writes = new Map<string, Write>();
  const deletions = new Map<MonthIndex, string[]>();
  const judged: DerivedMonth[] = [];
  let firstNew = Infinity;
  for (const found of months) {
    const { stored, derived, month, staff } = found;
    if (derived === null) {
      if (stored !== null) deletions.set(month, [...(deletions.get(month) ?? []), staff]);
      if (stored !== null) judged.push(found);
      continue;
    }
    const columns = stored === null ? null : differingColumns(stored, derived);
    if (columns?.length === 0) continue;
    if (columns === null) firstNew = Math.min(firstNew, month);
    if (columns === null || changesStanding(columns)) judged.push(found);
    const kind = `${month}/${columns?.join() ?? ''}`;
    const write = writes.get(kind);
    if (write === undefined) writes.set(kind, { month, columns, rows: [derived] });
    else write.rows.push(derived);
  }
  await widenKnowledge(tx, rules, firstNew);
  await Promise.all([
    ...gathered([...writes.values()]).map(({ month, columns, rows }) =>
      columns === null ? writeRows(tx, month, rows) : updateRows(tx, month, columns, rows),
    ),
    ...[...deletions].map(([month, staff]) => deleteRows(tx, month, staff)),
  ]);
  return judged;
}

/** Rows of a month of which the same columns differ from what is stored; null = rows that are not stored yet. */
type Write = { readonly month: MonthIndex; readonly columns: readonly string[] | null; readonly rows: RecordRow[] };

/** From so many rows on, or when there are only a few groups, it is worth a statement of its own to write only what differs. */
const WORTH_A_STATEMENT = 20;
const A_FEW_GROUPS = 4;

/** Of each month the large groups as they are, and the rest together as whole rows. */
function gathered(writes: readonly Write[]): Write[] {
  const few = writes.length <= A_FEW_GROUPS;
  const large = writes.filter(({ columns, rows }) => columns !== null && (few || rows.length >= WORTH_A_STATEMENT));
  const rest = new Map<MonthIndex, RecordRow[]>();
  for (const write of writes) {
    if (large.includes(write)) continue;
    rest.set(write.month, [...(rest.get(write.month) ?? []), ...write.rows]);
  }
  return [...large, ...[...rest].map(([month, rows]) => ({ month, columns: null, rows }))];
}

/**
 * Windows that begin before the municipality's first record are not judged. When an earlier month comes to be known,
 * they are, for everybody.
 */
async function widenKnowledge(tx: Tx, rules: Rules, firstNew: MonthIndex): Promise<void> {
  if (firstNew === Infinity) return;
  const known = await readFirstRecord(tx);
  if (known > 0 && firstNew < known) await markJudgements(tx, firstNew, monthOf(rules.today));
}
