import type { tryMeasures as tryRoute } from '@tokimori/contract/measures';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatYearMonth } from '@tokimori/law/time/months';
import { Firing } from '@tokimori/ordinances/measures/fire';
import type { MeasureSet } from '@tokimori/ordinances/measures/measure';
import { TrialCount } from '@tokimori/ordinances/measures/trial';
import { deeds, roles } from '@tokimori/ordinances/measures/vocabulary';
import { ensure, mayDecideMeasures } from '../../access/policies.ts';
import type { Actor, Context } from '../../context.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { here } from '../reading/moment.ts';
import { eachPerson, type Ground, placesIn, readTrees, spanOf, staffIn } from './people-by-day.ts';
import { measuresIn } from './practice.ts';

/** Departments that are named. */
const NAMED = 10;

type TrialGround = Ground & { readonly yearStartMonth: number; readonly tree: DepartmentTree };

/** The months that are over, their departments and who has a record in them. */
async function groundOf(context: Context, actor: Actor, months: number): Promise<TrialGround> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const { parameters, month, day } = await here(context, tx);
    const through = month - 1;
    const { yearStartMonth, allotment } = parameters;
    const span = spanOf(through - months + 1, through, yearStartMonth);
    const [trees, staff] = await Promise.all([readTrees(tx, span, day), staffIn(tx, span)]);
    const tree = trees.get(through);
    if (tree === undefined) throw new Error('a span without its last month');
    return { span, yearStartMonth, hours: allotment.hours, tree, placeOf: placesIn(trees), staff };
  });
}

/** Counts what everybody would have caused. */
async function countAll(context: Context, actor: Actor, set: MeasureSet, ground: TrialGround): Promise<TrialCount> {
  const { span, yearStartMonth } = ground;
  const count = new TrialCount(set.measures, span);
  const firing = new Firing(set.measures, { from: span.from, through: span.through, yearStartMonth }, count);
  await eachPerson(context, actor.municipality, ground, (person) => firing.add(person));
  return count;
}

/**
 * Tries a file of measures on the last months that are over, before it is switched on: how many alerts, forms and interviews, in which
 * months, for whom. Changes nothing.
 */
export async function tryMeasures(
  context: Context,
  actor: Actor,
  { text, months }: Input<typeof tryRoute>,
): Promise<Answer<typeof tryRoute>> {
  ensure(mayDecideMeasures(actor));
  const set = measuresIn(text);
  const ground = await groundOf(context, actor, months);
  const counted = await countAll(context, actor, set, ground);
  const { from, through, lines, workload, total } = counted.result();
  return {
    from: formatYearMonth(from),
    through: formatYearMonth(through),
    people: ground.staff.length,
    total,
    measures: lines.map(({ measure: { id, title }, total: count, persons, byMonth }) => ({
      id,
      title,
      total: count,
      persons,
      byMonth: [...byMonth],
    })),
    workload: workload.map(({ role, do: deed, total: count, busiest }) => ({
      role: roles[role],
      deed: deeds[deed],
      total: count,
      busiest,
    })),
    sections: counted
      .sections()
      .slice(0, NAMED)
      .map(([department, times]) => ({ department, name: ground.tree.path(department) || department, total: times })),
  };
}
