import type { reviewsView } from '@tokimori/contract/breaches';
import type { Answer } from '@tokimori/contract/route';
import type { LimitName } from '@tokimori/contract/values';
import { reviewDue } from '@tokimori/law/designation/breach-record';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstMonthOf, fiscalYearOf, formatYearMonth, lastDayOf } from '@tokimori/law/time/months';
import { tokyoOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { monthOfText } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { inReach, type Reach } from './reach.ts';

export type ReviewShown = Answer<typeof reviewsView>['reviews'][number];
export type Span = ReviewShown['span'];

/** A year's and a count's excess are reviewed with the year, not with a month (law/designation/breach-record). */
export const ofYearOnly: readonly LimitName[] = ['annual', 'monthsOver45', 'afterTransfer'];
export const WHOLE = '団体全体';

type Row = {
  section: string;
  period: string;
  records: number;
  since: number;
  state: 'draft' | 'concluded' | null;
  written_by: string | null;
  written_at: Date | null;
  concluded_at: Date | null;
};

/** What is reviewed, and how its rows are found. */
const ways = {
  year: { section: 'b.section', period: '$4::date', limits: '{}' },
  whole: { section: `''::text`, period: '$4::date', limits: '{}' },
  month: { section: 'b.section', period: 'b.month', limits: `{${ofYearOnly.join(',')}}` },
} as const;

/** Periods and 課 with records in a year, each with its document. That of the whole body counts all records, whoever looks. */
async function readRows(tx: Tx, reach: Reach, year: number, way: keyof typeof ways): Promise<readonly Row[]> {
  const { section, period, limits } = ways[way];
  const begins = firstMonthOf(year, reach.at.parameters.yearStartMonth);
  return tx.query<Row>(
    `select ${section} as section, ${period} as period, count(*)::int as records,
       count(*) filter (where b.found_at > r.concluded_at)::int as since,
       r.state, r.written_by, r.written_at, r.concluded_at
     from tk.breach b
     left join tk.breach_review r on r.municipality = $1 and r.span = $5 and r.period = ${period} and r.section = ${section}
     where b.municipality = $1 and b.standing = 'holds' and b.fiscal_year = $3 and ${inReach} and b.month >= $4::date
       and b.limit_name <> all($6::text[])
     group by 1, 2, r.state, r.written_by, r.written_at, r.concluded_at`,
    [
      tx.municipality,
      way === 'whole' ? null : reach.departments,
      year,
      `${formatYearMonth(begins)}-01`,
      way === 'month' ? 'month' : 'year',
      limits,
    ],
  );
}

/** Last day of the period, and the day by which it is reviewed. */
export function deadlineOf(span: Span, period: string, reach: Reach): { ends: EpochDay; due: EpochDay } | null {
  const { yearStartMonth, designation } = reach.at.parameters;
  const month = monthOfText(period.slice(0, 7));
  const fiscalYear = fiscalYearOf(month, yearStartMonth);
  const { ofYear, ofMonth } = reviewDue(
    { fiscalYear, yearStartMonth, month: span === 'month' ? month : null },
    designation,
  ).outcome;
  if (span === 'year') return { ends: lastDayOf(firstMonthOf(fiscalYear + 1, yearStartMonth) - 1), due: ofYear };
  return ofMonth === null ? null : { ends: lastDayOf(month), due: ofMonth };
}

const dateOf = (instant: Date | null): string | null =>
  instant === null ? null : formatLocalDate(tokyoOf(instant).day);

/** Everything of a year that is reviewed, what is late first. */
export async function readReviews(tx: Tx, reach: Reach, year: number): Promise<readonly ReviewShown[]> {
  const monthly = reach.at.parameters.designation.monthlyReview !== null;
  const [whole, ofYear, ofMonths] = await Promise.all([
    readRows(tx, reach, year, 'whole'),
    readRows(tx, reach, year, 'year'),
    monthly ? readRows(tx, reach, year, 'month') : [],
  ]);
  const rows = [
    ...[...whole, ...ofYear].map((row) => [row, 'year'] as const),
    ...ofMonths.map((row) => [row, 'month'] as const),
  ];
  const names = await namesOf(
    tx,
    rows.flatMap(([row]) => (row.written_by === null ? [] : [row.written_by])),
  );
  return rows
    .flatMap(([row, span]) => {
      const deadline = deadlineOf(span, row.period, reach);
      return deadline === null ? [] : [shown(row, span, deadline, { reach, names })];
    })
    .sort(byUrgency);
}

function shown(
  row: Row,
  span: Span,
  { ends, due }: { ends: EpochDay; due: EpochDay },
  { reach, names }: { reach: Reach; names: ReadonlyMap<string, string> },
): ReviewShown {
  const running = ends >= reach.at.day;
  const settled = row.concluded_at !== null && row.since === 0;
  return {
    span,
    period: row.period.slice(0, 7),
    section: row.section,
    name: row.section === '' ? WHOLE : reach.tree.path(row.section) || row.section,
    records: row.records,
    due: formatLocalDate(due),
    running,
    late: !settled && due < reach.at.day,
    state: row.state === null ? 'none' : row.concluded_at !== null ? 'concluded' : 'draft',
    since: row.since,
    writtenBy: row.written_by === null ? '' : (names.get(row.written_by) ?? row.written_by),
    writtenOn: dateOf(row.written_at),
    concludedOn: dateOf(row.concluded_at),
  };
}

/** Whether nothing is left to be done about it. */
export const isSettled = ({ concludedOn, since }: ReviewShown): boolean => concludedOn !== null && since === 0;

/** Late, then due, then running, then settled; within these the earlier deadline, the whole body, the 課. */
function byUrgency(a: ReviewShown, b: ReviewShown): number {
  const rank = (row: ReviewShown) => (isSettled(row) ? 3 : row.late ? 0 : row.running ? 2 : 1);
  const keys = (row: ReviewShown) => [String(rank(row)), row.due, row.period, row.section];
  const [left, right] = [keys(a).join(' '), keys(b).join(' ')];
  return left < right ? -1 : Number(left > right);
}
