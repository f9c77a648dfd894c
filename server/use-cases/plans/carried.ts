import { formatLocalDate } from '@tokimori/law/time/civil';
import type { MonthIndex } from '@tokimori/law/time/months';
import { firstDayOf } from '@tokimori/law/time/months';
import type { PlanMeasure } from '@tokimori/records/plan';
import type { Tx } from '../../store/tenant.ts';
import { type Here, monthDate, monthOfText, throughOf } from '../reading/moment.ts';
import { sectionSums } from '../reading/section-people.ts';
import { type ReportMeasureRow, readReportMeasures } from './measures-of-report.ts';
import type { PlanSection } from './plan-section.ts';

/** How far back a report still speaks to a plan, in months. */
const REACH_BACK = 6;

/** Measures of the last report before a month: those its plan takes over. */
export async function carriedMeasures(
  tx: Tx,
  department: string,
  month: MonthIndex,
): Promise<readonly ReportMeasureRow[]> {
  const rows = await readReportMeasures(tx, department, monthDate(month - REACH_BACK), monthDate(month));
  return rows.filter((row) => row.month === rows[0]?.month);
}

/** Measures that earlier plans took over. */
export async function pastMeasures(
  tx: Tx,
  department: string,
  month: MonthIndex,
): Promise<readonly ReportMeasureRow[]> {
  const rows = await readReportMeasures(tx, department, monthDate(month - REACH_BACK), monthDate(month));
  return rows.filter(({ carried_in: carried }) => carried !== null && carried < monthDate(month));
}

/** A measure with its hours before and after, as the contract tells it. */
export type CarriedMeasure = PlanMeasure & {
  readonly carriedIn: string | null;
  readonly outcome: ReportMeasureRow['outcome'];
  readonly outcomeNote: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly sameDays: string | null;
};

/**
 * The hours of the section in the month reported on beside those of the month whose plan took the measure over: both whole, or, while that month
 * runs, both up to the same day. They stand side by side; that one follows from the other is for people to say.
 */
export async function withEffects(
  tx: Tx,
  at: Here,
  section: PlanSection,
  rows: readonly ReportMeasureRow[],
): Promise<readonly CarriedMeasure[]> {
  const months = new Set(rows.flatMap((row) => [row.month, row.carried_in ?? row.month]).map(monthIn));
  const through = throughOf(at.month, at);
  const day = through === null ? 1 : through - firstDayOf(at.month) + 1;
  const sums = months.size === 0 ? new Map() : await sectionSums(tx, section.departments, [...months], day);
  return rows.map((row) => {
    const carried = row.carried_in === null ? null : monthIn(row.carried_in);
    const runs = carried === at.month;
    const known = carried !== null && (carried < at.month || (runs && through !== null));
    const [before, after] = [sums.get(monthIn(row.month)), known ? sums.get(carried) : undefined];
    return {
      month: row.month.slice(0, 7),
      group: row.group_name,
      item: row.item,
      feasible: row.feasible,
      words: row.words,
      carriedIn: row.carried_in?.slice(0, 7) ?? null,
      outcome: row.outcome,
      outcomeNote: row.outcome_note,
      before: (runs ? before?.sameDays : before?.overtime) ?? null,
      after: (runs ? after?.sameDays : after?.overtime) ?? null,
      sameDays: runs && through !== null ? formatLocalDate(through) : null,
    };
  });
}

const monthIn = (date: string): MonthIndex => monthOfText(date.slice(0, 7));
