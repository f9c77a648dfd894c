import type { tryMeasures as tryRoute } from '@tokimori/contract/measures';
import type { Answer, Input } from '@tokimori/contract/route';
import { firstMonthOf, fiscalYearOf, formatYearMonth } from '@tokimori/law/time/months';
import { Firing } from '@tokimori/ordinances/measures/fire';
import type { MeasureSet } from '@tokimori/ordinances/measures/measure';
import { TrialCount } from '@tokimori/ordinances/measures/trial';
import { deeds, roles } from '@tokimori/ordinances/measures/vocabulary';
import { ensure, mayDecideMeasures } from '../../access/policies.ts';
import type { Actor, Context } from '../../context.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { here } from '../reading/moment.ts';
import { type PlaceOf, placesIn, readPeople, readTrees, type Span } from './people-by-day.ts';
import { measuresIn } from './practice.ts';

/** People that are read together. */
const TOGETHER = 100;
/** Departments that are named. */
const NAMED = 10;
/** Months before the span that averages of six months and sums of three reach back to. */
const REACH_BACK = 5;

type Ground = {
  readonly span: Span;
  readonly yearStartMonth: number;
  readonly dutyEnds: number;
  readonly tree: DepartmentTree;
  readonly placeOf: PlaceOf;
  readonly staff: readonly string[];
};

/** The months that are over, their departments and who has a record in them. */
async function groundOf(context: Context, actor: Actor, months: number): Promise<Ground> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const { parameters, month, day } = await here(context, tx);
    const through = month - 1;
    const from = through - months + 1;
    const { yearStartMonth, allotment } = parameters;
    const yearBegins = firstMonthOf(fiscalYearOf(from, yearStartMonth), yearStartMonth);
    const span = { earliest: Math.min(yearBegins, from - REACH_BACK), from, through };
    const [trees, rows] = await Promise.all([
      readTrees(tx, span, day),
      tx.query<{ staff: string }>(
        `select distinct r.staff from tk.month_record r
         where r.municipality = $1 and r.month between $2::date and $3::date order by r.staff`,
        [tx.municipality, `${formatYearMonth(from)}-01`, `${formatYearMonth(through)}-01`],
      ),
    ]);
    const tree = trees.get(through);
    if (tree === undefined) throw new Error('a span without its last month');
    const staff = rows.map((row) => row.staff);
    return { span, yearStartMonth, dutyEnds: allotment.hours.until, tree, placeOf: placesIn(trees), staff };
  });
}

/** Reads everybody by and by and counts; between the portions others are served. */
async function countAll(context: Context, actor: Actor, set: MeasureSet, ground: Ground): Promise<TrialCount> {
  const { span, staff, placeOf, dutyEnds, yearStartMonth } = ground;
  const count = new TrialCount(set.measures, span);
  const firing = new Firing(set.measures, { from: span.from, through: span.through, yearStartMonth }, count);
  for (let at = 0; at < staff.length; at += TOGETHER) {
    const people = await context.store.tenant(actor.municipality, (tx) =>
      readPeople(tx, staff.slice(at, at + TOGETHER), span, { placeOf, dutyEnds }),
    );
    for (const person of people) firing.add(person);
  }
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
