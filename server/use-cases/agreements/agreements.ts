import type {
  agreementView as agreementRoute,
  checkAgreement as checkRoute,
  agreementsView as viewRoute,
} from '@tokimori/contract/agreements';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { ensure } from '../../access/policies.ts';
import { mayKeepAgreements, mayViewAgreements } from '../../access/policies-agreements.ts';
import type { Actor, Context } from '../../context.ts';
import { agreementOf } from '../../derive/article36/stored.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { type Here, here } from '../reading/moment.ts';
import { checkedBy, checkView, refuseDates } from './check.ts';
import { disasterView, readDisasters } from './disasters.ts';
import {
  type AgreementRow,
  agreementColumns,
  agreementUnknown,
  appdxTable1Of,
  checkedRow,
  readAgreement,
  rowView,
} from './rows.ts';

type View = Answer<typeof viewRoute>;

/** Agreements in one answer, and how long what is over stays in sight. Days. */
const [SHOWN, KEPT_IN_SIGHT] = [300, 6 * 366];

/** The register: what is in force, what expires soon, drafts, and which workplaces have no agreement. */
export async function agreementsView(context: Context, actor: Actor): Promise<View> {
  ensure(mayViewAgreements(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const tree = await readTree(tx, at.day);
    const [rows, uncovered, categories, disasters] = await Promise.all([
      readRows(tx, at),
      readUncovered(tx, at, tree),
      readCategories(tx),
      readDisasters(tx, at.day),
    ]);
    return {
      on: formatLocalDate(at.day),
      renewalNoticeDays: at.parameters.agreement36.renewalNoticeDays,
      agreements: rows.map((row) => rowView(row, { tree, today: at.day, parameters: at.parameters })),
      uncovered,
      categories,
      disasters: disasters.map((row) => disasterView(row, tree, at.parameters)),
    };
  });
}

async function readRows(tx: Tx, at: Here): Promise<AgreementRow[]> {
  return tx.query<AgreementRow>(
    `select ${agreementColumns} from tk.agreement36 a
      where a.municipality = $1 and a.state <> 'discarded'
        and (a.effective_through is null or a.effective_through >= $3::date)
      order by (a.effective_through is null or a.effective_through >= $2::date) desc, a.effective_through, a.department, a.id
      limit ${SHOWN}`,
    [tx.municipality, formatLocalDate(at.day), formatLocalDate(at.day - KEPT_IN_SIGHT)],
  );
}

type Placed = { department: string; apart: boolean; heads: number };

/** Departments with people under 労基法36条, by main posts without managers, for whom no agreement is in force today. */
async function readUncovered(tx: Tx, at: Here, tree: DepartmentTree): Promise<View['uncovered']> {
  const today = formatLocalDate(at.day);
  const [placed, inForce] = await Promise.all([
    tx.query<Placed>(
      `select m.department, m.apart, count(*)::int as heads from (
         select distinct on (a.staff) a.staff, a.department, a.managerial,
           coalesce((select c.category from tk.staff_category c where c.municipality = $1 and c.staff = a.staff
             and c.effective_from <= $2::date order by c.effective_from desc limit 1), 'regularService') <> 'regularService' as apart
         from tk.appointment a
         join tk.staff s on s.municipality = $1 and s.staff = a.staff
           and s.joined_on <= $2::date and (s.left_on is null or s.left_on >= $2::date)
         where a.municipality = $1 and not a.concurrent
           and a.effective_from <= $2::date and (a.effective_until is null or a.effective_until > $2::date)
         order by a.staff, a.effective_from desc
       ) m where not m.managerial group by m.department, m.apart`,
      [tx.municipality, today],
    ),
    tx.query<{ department: string }>(
      `select distinct a.department from tk.agreement36 a
        where a.municipality = $1 and a.state = 'registered' and a.effective_from <= $2::date
          and (a.effective_through is null or a.effective_through >= $2::date)`,
      [tx.municipality, today],
    ),
  ]);
  const covered = new Set(inForce.map(({ department }) => department));
  const open = new Map<string, View['uncovered'][number]>();
  for (const { department, apart, heads } of placed) {
    const chain = tree.chain(department);
    const listed = chain.find((node) => node.appendedTable !== null);
    if ((listed === undefined && !apart) || chain.some((node) => covered.has(node.department))) continue;
    const workplace = (listed ?? chain[0])?.department ?? department;
    const known = open.get(workplace);
    open.set(workplace, {
      department: workplace,
      name: tree.path(workplace) || workplace,
      appdxTable1: listed?.appendedTable ?? null,
      headcount: (known?.headcount ?? 0) + heads,
    });
  }
  return [...open.values()].sort((a, b) => (a.department < b.department ? -1 : 1));
}

async function readCategories(tx: Tx): Promise<View['categories']> {
  const rows = await tx.query<{
    staff: string;
    name: string;
    effective_from: string;
    category: View['categories'][number]['category'];
  }>(
    `select distinct on (c.staff) c.staff, s.name, c.effective_from, c.category from tk.staff_category c
      join tk.staff s on s.municipality = $1 and s.staff = c.staff
      where c.municipality = $1 order by c.staff, c.effective_from desc limit 500`,
    [tx.municipality],
  );
  return rows.map(({ effective_from: from, ...row }) => ({ ...row, from }));
}

/** One agreement with what the law says of it. */
export async function agreementView(
  context: Context,
  actor: Actor,
  { id }: Input<typeof agreementRoute>,
): Promise<Answer<typeof agreementRoute>> {
  ensure(mayViewAgreements(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [row, tree] = await Promise.all([readAgreement(tx, id), readTree(tx, at.day)]);
    if (row === null || row.state === 'discarded') agreementUnknown();
    return {
      row: rowView(row, { tree, today: at.day, parameters: at.parameters }),
      document: row.document,
      appdxTable1: appdxTable1Of(tree, row.department),
      check: checkView(checkedRow(at.parameters, tree, row)),
    };
  });
}

/** What the law says of an agreement while it is written. */
export async function checkAgreement(
  context: Context,
  actor: Actor,
  { document }: Input<typeof checkRoute>,
): Promise<Answer<typeof checkRoute>> {
  ensure(mayKeepAgreements(actor));
  refuseDates(document);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const appdxTable1 = appdxTable1Of(await readTree(tx, at.day), document.department);
    return checkView(checkedBy(at.parameters, agreementOf('', document, { appdxTable1, endedOn: null })));
  });
}
