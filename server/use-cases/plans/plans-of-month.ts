import type { plansOfMonth as monthRoute, plansForUnion as unionRoute } from '@tokimori/contract/plans';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { MonthIndex } from '@tokimori/law/time/months';
import { plannedMinutes } from '@tokimori/records/plan';
import { ensure } from '../../access/policies.ts';
import { mayAgreeAsUnion, mayViewPlansOfAll } from '../../access/policies-plans.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';
import { here, monthDate, monthIndexOf, throughOf } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { type PlanRow, readPlansOf, readPlansOfUnion } from './plan-rows.ts';
import { dayOfPlaces, isLate, planDueDays, sectionIn } from './plan-section.ts';

type OfMonth = Answer<typeof monthRoute>;
type SectionView = OfMonth['sections'][number];

/** Where the plans of all sections stand: late ones first, then those that wait, then the others by their place on the tree. */
export async function plansOfMonth(context: Context, actor: Actor, input: Input<typeof monthRoute>): Promise<OfMonth> {
  ensure(mayViewPlansOfAll(actor));
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const through = throughOf(month, at);
    const [tree, plans, dueOf] = await Promise.all([
      readTree(tx, dayOfPlaces(month, at)),
      readPlansOf(tx, monthDate(month)),
      planDueDays(tx, month, null),
    ]);
    const [actual, lastYear, beyond] = await Promise.all([
      through === null ? undefined : sumsBySection(tx, tree, month),
      sumsBySection(tx, tree, month - 12),
      through === null ? undefined : beyondPlans(tx, month),
    ]);
    const byDepartment = new Map(plans.map(({ plan }) => [plan.department, plan]));
    const sections = tree.nodes.flatMap((node): SectionView[] => {
      const { department } = node;
      const plan = byDepartment.get(department);
      if (plan === undefined && (node.kind !== 'division' || sectionIn(tree, department)?.department !== department))
        return [];
      const dueOn = dueOf(department);
      return [
        {
          department,
          bureau: tree.bureau(department)?.name ?? '',
          name: node.name,
          state: plan?.state ?? null,
          dueOn,
          late: isLate(plan?.state ?? null, dueOn, at),
          planned: plan === undefined ? null : plannedMinutes(plan.lines),
          actual: actual === undefined ? null : (actual.get(department) ?? 0),
          lastYear: lastYear.get(department) ?? null,
          beyond: [...(beyond?.get(department) ?? [])].map(({ staff, name, planned, actual: worked }) => ({
            staff,
            name,
            planned,
            actual: worked,
          })),
        },
      ];
    });
    return {
      month: input.month,
      today: formatLocalDate(at.day),
      through: through === null ? null : formatLocalDate(through),
      sections: sections.sort((a, b) => rank(a) - rank(b)),
    };
  });
}

/** Late, then with 人事課, then on the way, then received. */
const rank = ({ late, state }: SectionView): number =>
  late ? 0 : state === 'agreedByUnion' ? 1 : state === 'received' ? 3 : 2;

/** Overtime of a month by 課. */
async function sumsBySection(tx: Tx, tree: DepartmentTree, month: MonthIndex): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ department: string; overtime: number }>(
    `select r.department, sum(r.overtime)::int as overtime from tk.month_record r
     where r.municipality = $1 and r.month = $2::date and not r.managerial group by r.department`,
    [tx.municipality, monthDate(month)],
  );
  const sums = new Map<string, number>();
  for (const { department, overtime } of rows) {
    const section = sectionIn(tree, department)?.department ?? department;
    sums.set(section, (sums.get(section) ?? 0) + overtime);
  }
  return sums;
}

type Beyond = { department: string; staff: string; name: string; planned: number; actual: number };

/** People of received plans whose month went beyond what was planned for them, the furthest first. */
async function beyondPlans(tx: Tx, month: MonthIndex): Promise<ReadonlyMap<string, readonly Beyond[]>> {
  const rows = await tx.query<Beyond>(
    `select l.department, l.staff, s.name, l.planned, r.overtime as actual
     from (select p.department, e.staff, sum(e.minutes)::int as planned from tk.plan p
             cross join lateral jsonb_to_recordset(p.lines) as e (staff text, minutes integer)
           where p.municipality = $1 and p.month = $2::date and p.state = 'received'
           group by p.department, e.staff) l
     join tk.month_record r on r.municipality = $1 and r.month = $2::date and r.staff = l.staff
     join tk.staff s on s.municipality = $1 and s.staff = l.staff
     where r.overtime > l.planned order by r.overtime - l.planned desc, l.staff`,
    [tx.municipality, monthDate(month)],
  );
  return grouped(rows, ({ department }) => department);
}

/** Months back of plans the union agreed to that stay in its list. */
const UNION_BACK = 2;

/** The plans that were put before the 職員組合: those that wait first. */
export async function plansForUnion(context: Context, actor: Actor): Promise<Answer<typeof unionRoute>> {
  ensure(mayAgreeAsUnion(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const rows = await readPlansOfUnion(tx, monthDate(at.month - UNION_BACK));
    const [tree, names] = await Promise.all([
      readTree(tx, at.dutyDay),
      namesOf(
        tx,
        rows.flatMap(({ plan }) => plan.head?.by ?? []),
      ),
    ]);
    return { plans: rows.flatMap((row) => unionRow(row, tree, names)) };
  });
}

function unionRow({ plan }: PlanRow, tree: DepartmentTree, names: ReadonlyMap<string, string>) {
  if (plan.head === null) return [];
  return [
    {
      department: plan.department,
      path: tree.path(plan.department) || plan.department,
      month: plan.month,
      state: plan.state,
      planned: plannedMinutes(plan.lines),
      people: new Set(plan.lines.map(({ staff }) => staff)).size,
      headName: names.get(plan.head.by) ?? plan.head.by,
      headAt: formatInstant(plan.head.at),
    },
  ];
}
