import type { differencesMonth as monthRoute } from '@tokimori/contract/differences';
import type { Answer } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { type Here, monthDate } from '../reading/moment.ts';

export type Sums = Answer<typeof monthRoute>['all'];
export type SectionSums = Sums & { readonly section: string | null };

type Row = {
  section: string | null;
  total: number;
  minutes: number;
  open: number;
  overdue: number;
  corrected: number;
  corrected_minutes: number;
  not_work: number;
  explained: number;
  record_corrected: number;
  lapsed: number;
  answer_days: number | null;
};

const state = (name: string): string => `(count(*) filter (where d.state = '${name}'))::int`;

/**
 * Differences of a month by section and, with the section null, of all together: numbers and minutes by outcome, what is
 * open and overdue, and the median of the days until the answer. One statement over the rows of the month.
 * @param sections the sections to be told of; null = all
 */
export async function sumsOf(
  tx: Tx,
  at: Here,
  month: MonthIndex,
  sections: readonly string[] | null,
): Promise<readonly SectionSums[]> {
  const rows = await tx.query<Row>(
    `select d.section, count(*)::int as total, coalesce(sum(d.minutes), 0)::int as minutes,
       (count(*) filter (where d.due_on is not null))::int as open,
       (count(*) filter (where d.due_on < $4::date))::int as overdue,
       ${state('corrected')} as corrected, coalesce(sum(d.corrected), 0)::int as corrected_minutes,
       ${state('notWork')} as not_work, ${state('explained')} as explained,
       ${state('recordCorrected')} as record_corrected, ${state('lapsed')} as lapsed,
       (percentile_disc(0.5) within group (order by d.answered_on - d.shown_on) filter (where d.answered_on is not null))::int as answer_days
     from tk.difference d
     where d.municipality = $1 and d.month = $2 and ($3::text[] is null or d.section = any($3))
     group by grouping sets ((d.section), ())`,
    [tx.municipality, monthDate(month), sections, formatLocalDate(at.dutyDay)],
  );
  return rows.map((row) => ({
    section: row.section,
    total: row.total,
    minutes: row.minutes,
    open: row.open,
    overdue: row.overdue,
    corrected: row.corrected,
    correctedMinutes: row.corrected_minutes,
    notWork: row.not_work,
    explained: row.explained,
    recordCorrected: row.record_corrected,
    lapsed: row.lapsed,
    answerDays: row.answer_days,
  }));
}

/** A month without any difference. */
export const noSums: Sums = {
  total: 0,
  minutes: 0,
  open: 0,
  overdue: 0,
  corrected: 0,
  correctedMinutes: 0,
  notWork: 0,
  explained: 0,
  recordCorrected: 0,
  lapsed: 0,
  answerDays: null,
};
