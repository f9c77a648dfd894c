import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, monthOf } from '@tokimori/law/time/months';
import type { CityPlan } from '@tokimori/ordinances/example-city/plan';
import { giveOffice, type OfficeHolding } from '@tokimori/records/form-office';
import type { Tx } from '../store/tenant.ts';
import { append } from '../use-cases/journal.ts';
import { demoId } from './ids.ts';

/** The offices that the forms pass, by the 職名 in a department of the example city; null where the city has nobody in it (欠). */
const named: readonly (readonly [office: string, department: string | null, post: string])[] = [
  ['給与厚生係', '給与労務係', '係長'],
  ['人事研修係', '人事係', '係長'],
  ['職員課長', '人事課', '課長'],
  ['総務部長', '総務部', '部長'],
  ['人事部長', '総務部', '部長'],
  ['総務・職員係長', '庶務係', '係長'],
  ['総務課長補佐', null, ''],
  ['総務課長', '総務課', '課長'],
];
const HR = '100012';

/** 人事課 has named who holds the offices that forms pass, from the first of the month two months ago on. The others it sees to itself. */
export async function writeDemoFormOffices(tx: Tx, plan: CityPlan): Promise<void> {
  const from = formatLocalDate(firstDayOf(monthOf(plan.asOf) - 2));
  const at = new Date(`${from}T08:30:00+09:00`);
  for (const [nth, [office, name, post]] of named.entries()) {
    const department = plan.departments.find((each) => each.name === name)?.code;
    if (name !== null && department === undefined) continue;
    const id = demoId(21, nth, 0, 0);
    const holding: OfficeHolding = {
      ...{ id, office, from, until: null },
      ...(department === undefined
        ? ({ kind: 'vacant', holder: '', department: '' } as const)
        : ({ kind: 'post', holder: post, department } as const)),
    };
    const decided = giveOffice(holding, null, []);
    if ('refused' in decided) throw new Error(`the example office is refused: ${decided.refused.code}`);
    const reason = holding.kind === 'vacant' ? '課長補佐を置いていない' : '';
    const version = await append(tx, {
      ...{ stream: `form-office/${id}`, after: 0, events: decided.events, actor: HR, reason, occurredAt: at },
    });
    await tx.query(
      `insert into tk.form_office (municipality, id, office, kind, holder, department, effective_from, reason, given_by, given_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[tx.municipality, id, office, holding.kind, holding.holder, holding.department, from],
        ...[reason, HR, at, version],
      ],
    );
  }
}
