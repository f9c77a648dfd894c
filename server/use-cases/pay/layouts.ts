import { columnsOf, payHoursOf } from '@tokimori/law/pay/bulk';
import type { PayRules } from '@tokimori/law/pay/rules';
import type { EpochDay } from '@tokimori/law/time/civil';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { monthOf } from '@tokimori/law/time/months';
import { defaultLayout } from '@tokimori/ordinances/pay-layout/default-layout';
import { layoutKind, type PayLayout } from '@tokimori/ordinances/pay-layout/layout';
import type { Tx } from '../../store/tenant.ts';

type Row = { effective_from: string; document: unknown; decided_by: string; reason: string; recorded_at: Date };
export type DecidedLayout = {
  readonly from: string;
  readonly layout: PayLayout;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
};

/** Everything decided, in order of the day from which it holds. */
export async function readLayouts(tx: Tx): Promise<readonly DecidedLayout[]> {
  const rows = await tx.query<Row>(
    `select l.effective_from, l.document, l.decided_by, l.reason, l.recorded_at from tk.pay_layout l
     where l.municipality = $1 order by l.effective_from`,
    [tx.municipality],
  );
  return rows.map((row) => ({
    from: row.effective_from,
    layout: layoutKind.stored.parse(row.document),
    by: row.decided_by,
    reason: row.reason,
    at: row.recorded_at,
  }));
}

/** The classes that a municipality's rules know on a day, in their order. */
export function classesOf(rules: PayRules, on: EpochDay): readonly string[] {
  const month = { month: monthOf(on), overtime: [], holidayWork: [], reallotted: [], nightRegular: [] };
  return payHoursOf(columnsOf([month], rules), rules).classes.map(({ allowance, rate }) => `${allowance}/${rate}`);
}

/** The layout that holds on a day; where nothing was decided, the one to begin with (`from` null). */
export async function layoutOn(
  tx: Tx,
  rules: PayRules,
  on: EpochDay,
): Promise<{ readonly layout: PayLayout; readonly from: string | null }> {
  const date = formatLocalDate(on);
  const found = (await readLayouts(tx)).findLast(({ from }) => from <= date);
  if (found !== undefined) return { layout: found.layout, from: found.from };
  return { layout: defaultLayout(classesOf(rules, on), date), from: null };
}
