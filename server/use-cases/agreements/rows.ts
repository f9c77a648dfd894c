import type { AgreementDocument, agreementRow } from '@tokimori/contract/agreements';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { z } from 'zod';
import { refuse } from '../../access/refusal.ts';
import { agreementOf } from '../../derive/article36/stored.ts';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { dayOf } from '../reading/moment.ts';
import { type Checked, checkedBy, openFindings } from './check.ts';

export type AgreementRow = {
  id: string;
  department: string;
  state: 'draft' | 'registered' | 'discarded';
  effective_from: string | null;
  effective_through: string | null;
  ended_on: string | null;
  document: AgreementDocument;
  version: number;
};
export type AgreementRowView = z.output<typeof agreementRow>;

export const agreementColumns =
  'a.id, a.department, a.state, a.effective_from, a.effective_through, a.ended_on, a.document, a.version';

/** One agreement; null when there is none of the id. `hold` keeps it until the transaction ends. */
export async function readAgreement(tx: Tx, id: string, hold = false): Promise<AgreementRow | null> {
  const [row] = await tx.query<AgreementRow>(
    `select ${agreementColumns} from tk.agreement36 a where a.municipality = $1 and a.id = $2${hold ? ' for update' : ''}`,
    [tx.municipality, id],
  );
  return row ?? null;
}

/** 404 for an agreement that is not there, or was thrown away. */
export function agreementUnknown(): never {
  return refuse('agreement.unknown', {
    status: 404,
    title: '協定が見つかりません',
    detail: '取り除かれた下書きか、番号の誤りです。台帳を開き直してください。',
  });
}

/** The number of 労基法別表第1 of a department: its own, or the nearest above it. */
export const appdxTable1Of = (tree: DepartmentTree, department: string): number | null =>
  tree.chain(department).find((node) => node.appendedTable !== null)?.appendedTable ?? null;

/** What the law says of a stored agreement today. */
export function checkedRow(parameters: Parameters, tree: DepartmentTree, row: AgreementRow): Checked {
  const appdxTable1 = appdxTable1Of(tree, row.department);
  return checkedBy(parameters, agreementOf(row.id, row.document, { appdxTable1, endedOn: row.ended_on }));
}

function stateOf(row: AgreementRow, today: EpochDay, renewalNoticeDays: number): AgreementRowView['state'] {
  if (row.state !== 'registered' || row.effective_from === null) return 'draft';
  if (dayOf(row.effective_from) > today) return 'upcoming';
  if (row.effective_through === null) return 'inForce';
  const left = dayOf(row.effective_through) - today;
  if (left < 0) return row.ended_on === null ? 'expired' : 'ended';
  return left <= renewalNoticeDays ? 'renewalDue' : 'inForce';
}

/** An agreement as the register lists it. */
export function rowView(
  row: AgreementRow,
  given: { readonly tree: DepartmentTree; readonly today: EpochDay; readonly parameters: Parameters },
): AgreementRowView {
  const { tree, today, parameters } = given;
  const checked = checkedRow(parameters, tree, row);
  const { measuresKeptThrough: kept } = checked.outcome;
  return {
    id: row.id,
    department: row.department,
    name: tree.path(row.department) || row.department,
    state: stateOf(row, today, parameters.agreement36.renewalNoticeDays),
    from: row.effective_from ?? row.document.term?.from ?? row.document.yearStart,
    through: row.effective_through ?? row.document.term?.through ?? null,
    daysLeft: row.effective_through === null ? null : dayOf(row.effective_through) - today,
    filedOn: row.document.filedOn,
    filedWith: row.document.filedWith,
    measuresKeptThrough: kept === null ? null : formatLocalDate(kept),
    open: openFindings(checked),
    version: row.version,
  };
}
