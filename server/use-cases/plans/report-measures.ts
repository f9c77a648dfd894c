import type { settleReportMeasure as settleRoute, writeReportMeasures as writeRoute } from '@tokimori/contract/plans';
import type { Answer, Input } from '@tokimori/contract/route';
import type { MonthIndex } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayWriteReportMeasures } from '../../access/policies-plans.ts';
import { refuse } from '../../access/refusal.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, doDeedOnce } from '../journal.ts';
import { type Here, here, monthIndexOf } from '../reading/moment.ts';
import { appendReportDeed, recordReportMeasures } from './measures-of-report.ts';
import { planSection } from './plan-section.ts';

/** The section of a report, once the caller may write for it and the month is not to come. */
async function openReport(tx: Tx, actor: Actor, at: Here, department: string, month: MonthIndex): Promise<string> {
  const [scope, section] = await Promise.all([scopeOf(tx, actor, at.dutyDate), planSection(tx, department, month, at)]);
  ensure(mayWriteReportMeasures(actor, scope, section.department));
  if (month > at.month)
    refuse('report-measures.to-come', {
      title: 'まだ来ていない月の対策は書けません',
      detail: '対策は、終わった月か今月の時間外勤務について書きます。月を選び直してください。',
    });
  return section.department;
}

/** Writes the measures ①–④ of the report on a month by hand, until and besides the report itself. */
export async function writeReportMeasures(
  context: Context,
  actor: Actor,
  input: Input<typeof writeRoute>,
): Promise<Answer<typeof writeRoute>> {
  const month = monthIndexOf(input.month);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const department = await openReport(tx, actor, at, input.department, month);
    const { group, measures } = input;
    const by = { source: 'page', actor: actorName(actor), at: at.now };
    return { written: await recordReportMeasures(tx, { department, month: input.month, group, measures, ...by }) };
  });
}

/** Says what became of a measure: done, partly, or not, with a note. Said again the same, nothing is written. */
export async function settleReportMeasure(
  context: Context,
  actor: Actor,
  input: Input<typeof settleRoute>,
): Promise<Answer<typeof settleRoute>> {
  const month = monthIndexOf(input.month);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const department = await openReport(tx, actor, at, input.department, month);
    const { group, item, outcome, note } = input;
    const changed = await tx.query<{ words: string }>(
      `update tk.report_measure as m set outcome = $6, outcome_note = $7, outcome_by = $8, outcome_at = $9
       where m.municipality = $1 and m.department = $2 and m.month = $3::date and m.group_name = $4 and m.item = $5 and m.feasible
         and m.state = 'stands' and (m.outcome is distinct from $6 or m.outcome_note <> $7)
       returning m.words`,
      [tx.municipality, department, `${input.month}-01`, group, item, outcome, note, actorName(actor), at.now],
    );
    if (changed.length === 0) await ensureStands(tx, department, input);
    else
      await appendReportDeed(tx, {
        ...{ department, month: input.month, actor: actorName(actor), at: at.now, reason: note },
        ...{ kind: 'ReportMeasureSettled', data: { group, item, outcome } },
      });
    return { settled: true };
  });
}

async function ensureStands(
  tx: Tx,
  department: string,
  { month, group, item }: Input<typeof settleRoute>,
): Promise<void> {
  const found = await tx.query(
    `select m.item from tk.report_measure m
     where m.municipality = $1 and m.department = $2 and m.month = $3::date and m.group_name = $4 and m.item = $5 and m.feasible
       and m.state = 'stands'`,
    [tx.municipality, department, `${month}-01`, group, item],
  );
  if (found.length > 0) return;
  refuse('report-measures.unknown', {
    status: 404,
    title: '対策が見つかりません',
    detail:
      '対策が書き直されたか、報告書が差し戻されたか、実施できないとされています。画面を読み込み直して確かめてください。',
  });
}
