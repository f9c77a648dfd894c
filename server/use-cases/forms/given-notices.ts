import type { FormDefinition } from '@tokimori/forms/sheet/definition';
import type { GivenNotice } from '@tokimori/forms/sheet/given';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { type NoticeRow, noticesBetween } from '../designations/notice-rows.ts';
import { grouped } from '../reading/grouped.ts';
import { monthDate, monthEnd } from '../reading/moment.ts';

/** A confirmation of health as one text. */
const healthOf = ({ fatigue, mind_and_body: mindAndBody }: NoticeRow): string =>
  [fatigue, mindAndBody].filter((text) => text !== '').join('\n');

const givenNotice = (row: NoticeRow): GivenNotice => ({
  task: row.task,
  expected: row.expected,
  staffing: row.staffing,
  unavoidable: row.unavoidable,
  reduction: row.reduction,
  health: healthOf(row),
});

/** What the register of prior notices tells a form that is handed in as one, by person; undefined for every other form. */
export async function readGivenNotices(
  tx: Tx,
  { notice }: Pick<FormDefinition, 'notice'>,
  month: MonthIndex,
  staff: readonly string[],
): Promise<ReadonlyMap<string, readonly GivenNotice[]> | undefined> {
  if (notice === undefined) return undefined;
  const rows = await noticesBetween(tx, staff, { from: monthDate(month), through: monthEnd(month) });
  const found = grouped(rows, (row) => row.staff);
  return new Map(staff.map((each) => [each, (found.get(each) ?? []).map(givenNotice)]));
}
