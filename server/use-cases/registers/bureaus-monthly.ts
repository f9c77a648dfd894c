import type { BureausMonthly, bureausMonthlyView as viewRoute } from '@tokimori/contract/registers/sheets';
import type { Input } from '@tokimori/contract/route';
import { sumKnown } from '@tokimori/forms/saga/rounding';
import { type BureauCounts, bureausMonthly } from '@tokimori/forms/yokohama/bureaus-monthly';
import { formatYearMonth, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayViewSmallBureaus } from '../../access/policies-registers.ts';
import { mayOpenSheet } from '../../access/policies-sheets.ts';
import type { Actor, Context } from '../../context.ts';
import { type Bureaus, bureausOf } from '../../exchange/reports/bureaus.ts';
import { type MonthSum, readMonthSums } from '../../exchange/reports/month-sums.ts';
import { monthsSince } from '../../exchange/reports/saga-one-data.ts';
import type { Tx } from '../../store/tenant.ts';
import { readTree } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';
import { type Here, here } from '../reading/moment.ts';
import { isOver, monthUpTo } from './month-up-to.ts';

/** 区局別の超過勤務実績 of a month. Bureaus of few people are apart for those alone who see the whole municipality. */
export async function bureausMonthlyView(
  context: Context,
  actor: Actor,
  input: Input<typeof viewRoute>,
): Promise<BureausMonthly> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const { bureauFigures, fewestPeople } = at.parameters.sharing;
    ensure(mayOpenSheet(actor, 'bureaus-monthly', bureauFigures));
    return readBureausMonthly(tx, at, monthUpTo(at, input.month), mayViewSmallBureaus(actor) ? 0 : fewestPeople);
  });
}

/**
 * Reads the sheet: sums of the fiscal year and of the one before by stored months, placed in the bureaus of the end of the month.
 * What belongs to none of them (a bureau that is gone) stands under その他, so that the total is that of the municipality.
 * @param least bureaus of fewer people are joined
 */
export async function readBureausMonthly(tx: Tx, at: Here, month: MonthIndex, least: number): Promise<BureausMonthly> {
  const months = monthsSince(month, at.parameters.yearStartMonth);
  const before = months.map((each) => each - 12);
  const [tree, sums] = await Promise.all([readTree(tx, lastDayOf(month)), readMonthSums(tx, [...months, ...before])]);
  const bureaus = bureausOf(
    tree,
    sums.map(({ department }) => department),
  );
  const placed = bureaus.names.map((name, column) =>
    countsOf(name, own(bureaus, sums, column), { month, months, before, sums }),
  );
  const about = {
    month: formatYearMonth(month),
    settled: isOver(at, month),
    open: at.parameters.sharing.bureauFigures,
  };
  return bureausMonthly(about, placed, least);
}

const own = (bureaus: Bureaus, sums: readonly MonthSum[], at: number): readonly MonthSum[] =>
  sums.filter(({ department }) => bureaus.positionOf(department) === at);

type Span = {
  readonly month: MonthIndex;
  readonly months: readonly MonthIndex[];
  readonly before: readonly MonthIndex[];
  /** Of every bureau: a month in which nobody has any record is unknown, not zero. */
  readonly sums: readonly MonthSum[];
};

function countsOf(name: string, sums: readonly MonthSum[], { month, months, before, sums: all }: Span): BureauCounts {
  const known = new Set(all.map((sum) => sum.month));
  const byMonth = grouped(sums, (sum) => sum.month);
  const total = (at: MonthIndex): number | null =>
    known.has(at) ? (byMonth.get(at) ?? []).reduce((hours, { overtime }) => hours + overtime, 0) : null;
  const heads = (at: MonthIndex): number =>
    (byMonth.get(at) ?? []).reduce((count, { headcount }) => count + headcount, 0);
  return {
    name,
    headcount: heads(month),
    hours: total(month),
    lastYearHeadcount: heads(month - 12),
    lastYear: total(month - 12),
    cumulative: sumKnown(months.map(total)),
    lastYearCumulative: sumKnown(before.map(total)),
  };
}
