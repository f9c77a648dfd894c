import type { LimitName } from '@tokimori/contract/values';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { Breach, BreachStanding, BreachState } from '@tokimori/records/breaches/breach';
import type { Work } from '@tokimori/records/breaches/work-name';
import { mayViewBreach } from '../../access/policies-breaches.ts';
import { refuse } from '../../access/refusal.ts';
import type { Scope } from '../../access/scope.ts';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { monthOfText } from '../reading/moment.ts';

/** A row of tk.breach. */
export type BreachRow = {
  id: string;
  period: string;
  staff: string;
  limit_name: LimitName;
  month: string;
  fiscal_year: number;
  department: string;
  section: string;
  name: string;
  value: number;
  cap: number;
  carried: 'exceptional' | 'none';
  exceptional: number;
  overtime: number;
  works: readonly Work[];
  outline_made: string;
  standing: BreachStanding;
  state: BreachState;
  outline: string;
  reason: string;
  causes: string[];
  main_cause: string;
  completed_by: string | null;
  completed_at: Date | null;
  completed_value: number | null;
  note: string;
  version: number;
};
export const breachColumns = `b.id, b.period, b.staff, b.limit_name, b.month, b.fiscal_year, b.department, b.section, b.name, b.value, b.cap, b.carried,
  b.exceptional, b.overtime, b.works, b.outline_made, b.standing, b.state, b.outline, b.reason, b.causes, b.main_cause, b.completed_by,
  b.completed_at, b.completed_value, b.note, b.version`;

/** The record as the rules of `records` know it. */
export const breachOf = (row: BreachRow): Breach => ({
  figures: {
    staff: row.staff,
    name: row.name,
    department: row.department,
    limit: row.limit_name,
    month: row.month.slice(0, 7),
    value: row.value,
    cap: row.cap,
  },
  standing: row.standing,
  state: row.state,
  words: { outline: row.outline, reason: row.reason, causes: row.causes, mainCause: row.main_cause },
  completedBy: row.completed_by,
  completedAt: row.completed_at,
  completedValue: row.completed_value,
  note: row.note,
});

/** One record the caller may see; 404 for others, which tells nothing about them. */
export async function readBreach(
  tx: Tx,
  actor: Actor,
  scope: Scope,
  id: string,
  lock: 'for update' | '' = '',
): Promise<BreachRow> {
  const [row] = await tx.query<BreachRow>(
    `select ${breachColumns} from tk.breach b where b.municipality = $1 and b.id = $2 ${lock}`,
    [tx.municipality, id],
  );
  if (row !== undefined && mayViewBreach(actor, scope, row)) return row;
  return refuse('breach.not-found', {
    status: 404,
    title: 'この記録は見つかりません',
    detail: '番号が違うか、見られる範囲にありません。「上限を超えた記録」の一覧から開き直してください。',
  });
}

/** By when ④ and ⑤ are written: a day of the month after the one in which it was exceeded. */
export const recordDue = (month: string, { breaches }: Parameters): string =>
  formatLocalDate(firstDayOf(monthOfText(month.slice(0, 7)) + 1) + breaches.recordDay - 1);

/** What lists and pages show of a record. */
export function breachShown(row: BreachRow, tree: DepartmentTree, today: string, parameters: Parameters) {
  const due = recordDue(row.month, parameters);
  return {
    id: row.id,
    staff: row.staff,
    name: row.name,
    section: row.section,
    place: tree.path(row.department) || row.department,
    limit: row.limit_name,
    month: row.month.slice(0, 7),
    fiscalYear: row.fiscal_year,
    value: row.value,
    cap: row.cap,
    carried: row.carried,
    standing: row.standing,
    state: row.state,
    recordDue: due,
    late: row.standing === 'holds' && row.state !== 'completed' && due < today,
    changed: row.state === 'completed' && row.completed_value !== null && row.completed_value !== row.value,
    outline: row.outline === '' ? row.outline_made : row.outline,
    mainCause: row.main_cause,
  };
}
