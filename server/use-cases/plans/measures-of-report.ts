import type { MeasureItem, ReportMeasure } from '@tokimori/records/plan';
import { refuse } from '../../access/refusal.ts';
import type { Tx } from '../../store/tenant.ts';
import { append } from '../journal.ts';

export type ReportMeasures = {
  /** 課. */
  readonly department: string;
  /** The month reported on, `YYYY-MM`. */
  readonly month: string;
  /** グループ of the report; blank = the whole section. */
  readonly group: string;
  readonly measures: readonly ReportMeasure[];
  /** Where they come from: `report/<id>` of the form, or `page`. */
  readonly source: string;
  readonly actor: string;
  readonly at: Date;
};

export type ReportMeasureRow = {
  readonly month: string;
  readonly group_name: string;
  readonly item: MeasureItem;
  readonly feasible: boolean;
  readonly words: string;
  readonly carried_in: string | null;
  readonly outcome: 'done' | 'partly' | 'notDone' | null;
  readonly outcome_note: string;
};

/** A measure as it is kept, also while its report is returned. */
type KeptMeasure = ReportMeasureRow & { readonly state: 'stands' | 'withdrawn' };

export const reportStream = (department: string, month: string): string => `report-measures/${department}/${month}`;

/** Number of the last event of a stream; 0 = none. */
async function lastOf(tx: Tx, stream: string): Promise<number> {
  const [row] = await tx.query<{ seq: number }>(
    'select coalesce(max(e.seq), 0)::int as seq from tk.event e where e.municipality = $1 and e.stream = $2',
    [tx.municipality, stream],
  );
  return row?.seq ?? 0;
}

/** Appends one event to the journal of a report's measures. Two at once: the later is refused with `record.changed`. */
export async function appendReportDeed(
  tx: Tx,
  deed: Pick<ReportMeasures, 'department' | 'month' | 'actor' | 'at'> & { kind: string; data: object; reason?: string },
): Promise<void> {
  const stream = reportStream(deed.department, deed.month);
  const { kind, data, actor, at, reason } = deed;
  const after = await lastOf(tx, stream);
  await append(tx, { stream, after, events: [{ kind, data }], actor, occurredAt: at, reason: reason ?? '' });
}

/**
 * Writes the structured measures of a report on a month, in the caller's transaction: those of its group are replaced, what stands already is
 * not written again, and what became of a measure stays as long as its words do. The next plan of the section takes them over.
 * @returns how many measures stand now
 * @throws Refusal 422 `report-measures.twice` (an item given twice), `report-measures.words` (blank words); 409 `record.changed`
 */
export async function recordReportMeasures(tx: Tx, report: ReportMeasures): Promise<number> {
  const { department, month, group, measures, source, actor, at } = report;
  refuseMeasures(measures);
  const key = [tx.municipality, department, `${month}-01`, group];
  const known = await tx.query<KeptMeasure>(
    `select m.month, m.group_name, m.item, m.feasible, m.words, m.carried_in, m.outcome, m.outcome_note, m.state from tk.report_measure m
     where m.municipality = $1 and m.department = $2 and m.month = $3::date and m.group_name = $4 order by m.item`,
    key,
  );
  if (sameMeasures(known, measures)) return measures.length;
  await appendReportDeed(tx, { ...report, kind: 'ReportMeasuresRecorded', data: { group, measures, source } });
  const items = measures.map(({ item }) => item);
  await tx.query(
    `delete from tk.report_measure m where m.municipality = $1 and m.department = $2 and m.month = $3::date and m.group_name = $4
       and not m.item = any($5)`,
    [...key, items],
  );
  await tx.query(
    `insert into tk.report_measure as m (municipality, department, month, group_name, item, feasible, words, source, recorded_by, recorded_at)
     select $1, $2, $3::date, $4, u.item, u.feasible, u.words, $8, $9, $10::timestamptz
     from unnest($5::text[], $6::boolean[], $7::text[]) as u (item, feasible, words)
     on conflict (municipality, department, month, group_name, item) do update set feasible = excluded.feasible, words = excluded.words,
       state = 'stands', source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at,
       outcome = case when m.words = excluded.words and m.feasible = excluded.feasible then m.outcome end,
       outcome_note = case when m.words = excluded.words and m.feasible = excluded.feasible then m.outcome_note else '' end`,
    [...key, items, measures.map(({ feasible }) => feasible), measures.map(({ words }) => words), source, actor, at],
  );
  return measures.length;
}

function refuseMeasures(measures: readonly ReportMeasure[]): void {
  if (new Set(measures.map(({ item }) => item)).size < measures.length)
    refuse('report-measures.twice', {
      title: '同じ項目の対策が2つあります',
      detail: '①から④の項目ごとに1つにまとめてください。',
    });
  if (measures.some(({ words }) => words.trim() === ''))
    refuse('report-measures.words', {
      title: '対策の内容がありません',
      detail: '実施できるときは具体的な内容を、できないときはその理由を入力してください。',
    });
}

const sameMeasures = (known: readonly KeptMeasure[], given: readonly ReportMeasure[]): boolean =>
  known.length === given.length &&
  known.every(({ state }) => state === 'stands') &&
  given.every((each) =>
    known.some((row) => row.item === each.item && row.feasible === each.feasible && row.words === each.words),
  );

export type WithdrawnReport = Pick<ReportMeasures, 'department' | 'month' | 'source' | 'actor' | 'at'> & {
  readonly reason: string;
};

/**
 * Takes back what a report said, in the caller's transaction: it goes into no plan until it is said again, and then stands with what became of
 * it. Plans that are agreed keep what they took over. What was written by hand in the meantime stays.
 */
export async function withdrawReportMeasures(tx: Tx, report: WithdrawnReport): Promise<void> {
  const { department, month, source } = report;
  const rows = await tx.query<{ group_name: string }>(
    `update tk.report_measure as m set state = 'withdrawn'
     where m.municipality = $1 and m.department = $2 and m.month = $3::date and m.source = $4 and m.state = 'stands'
     returning m.group_name`,
    [tx.municipality, department, `${month}-01`, source],
  );
  if (rows.length === 0) return;
  const groups = [...new Set(rows.map((row) => row.group_name))].sort();
  await appendReportDeed(tx, { ...report, kind: 'ReportMeasuresWithdrawn', data: { groups, source } });
}

/** Measures that stand of a section's reports on some months back from a month (exclusive), the latest month first. */
export async function readReportMeasures(
  tx: Tx,
  department: string,
  from: string,
  until: string,
): Promise<readonly ReportMeasureRow[]> {
  const rows = await tx.query<ReportMeasureRow>(
    `select m.month, m.group_name, m.item, m.feasible, m.words, m.carried_in, m.outcome, m.outcome_note from tk.report_measure m
     where m.municipality = $1 and m.department = $2 and m.month >= $3::date and m.month < $4::date
       and m.state = 'stands'
     order by m.month desc, m.group_name, array_position(array['spread', 'reassign', 'support', 'other'], m.item)`,
    [tx.municipality, department, from, until],
  );
  return rows;
}

/** Notes which plan took the measures of a report over first. */
export async function carryMeasures(tx: Tx, department: string, month: string, planMonth: string): Promise<void> {
  await tx.query(
    `update tk.report_measure as m set carried_in = $4::date
     where m.municipality = $1 and m.department = $2 and m.month = $3::date and m.carried_in is null
       and m.state = 'stands'`,
    [tx.municipality, department, `${month}-01`, `${planMonth}-01`],
  );
}
