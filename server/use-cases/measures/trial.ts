import type { tryMeasures as tryRoute } from '@tokimori/contract/measures';
import type { Answer, Input } from '@tokimori/contract/route';
import { firstMonthOf, fiscalYearOf, formatYearMonth } from '@tokimori/law/time/months';
import { type Fired, Firing } from '@tokimori/ordinances/measures/fire';
import type { MeasureSet } from '@tokimori/ordinances/measures/measure';
import { trialOf } from '@tokimori/ordinances/measures/trial';
import { deeds, roles } from '@tokimori/ordinances/measures/vocabulary';
import { ensure, mayDecideMeasures } from '../../access/policies.ts';
import type { Actor, Context } from '../../context.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { here } from '../reading/moment.ts';
import { lastDayOfSpan, type PlaceOf, placesIn, readPeople, type Span } from './people-by-day.ts';
import { measuresIn } from './practice.ts';

/** People that are read together. */
const TOGETHER = 500;
/** Departments that are named. */
const NAMED = 10;
/** Months before the span that averages of six months and sums of three reach back to. */
const REACH_BACK = 5;

type Ground = {
  readonly span: Span;
  readonly yearStartMonth: number;
  readonly dutyEnds: number;
  readonly tree: DepartmentTree;
  readonly staff: readonly string[];
};

/** The months that are over, their departments and who has a record in them. */
async function groundOf(context: Context, actor: Actor, months: number): Promise<Ground> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const { parameters, month } = await here(context, tx);
    const through = month - 1;
    const from = through - months + 1;
    const { yearStartMonth, allotment } = parameters;
    const yearBegins = firstMonthOf(fiscalYearOf(from, yearStartMonth), yearStartMonth);
    const span = { earliest: Math.min(yearBegins, from - REACH_BACK), from, through };
    const [tree, rows] = await Promise.all([
      readTree(tx, lastDayOfSpan(span)),
      tx.query<{ staff: string }>(
        `select distinct r.staff from tk.month_record r
         where r.municipality = $1 and r.month between $2::date and $3::date order by r.staff`,
        [tx.municipality, `${formatYearMonth(from)}-01`, `${formatYearMonth(through)}-01`],
      ),
    ]);
    return { span, yearStartMonth, dutyEnds: allotment.hours.until, tree, staff: rows.map(({ staff }) => staff) };
  });
}

/** Reads everybody by and by and asks the measures; between the portions others are served. */
async function fireAll(context: Context, actor: Actor, set: MeasureSet, ground: Ground): Promise<readonly Fired[]> {
  const { span, staff, tree, dutyEnds, yearStartMonth } = ground;
  const firing = new Firing(set.measures, { from: span.from, through: span.through, yearStartMonth });
  const placeOf: PlaceOf = placesIn(tree);
  for (let at = 0; at < staff.length; at += TOGETHER) {
    const people = await context.store.tenant(actor.municipality, (tx) =>
      readPeople(tx, staff.slice(at, at + TOGETHER), span, { placeOf, dutyEnds }),
    );
    for (const person of people) firing.add(person);
  }
  return firing.fired();
}

/** How often each department would have been concerned: its own measures, and those of its people. */
function sectionsOf(fired: readonly Fired[], ground: Ground, sectionOf: ReadonlyMap<string, string>) {
  const counts = new Map<string, number>();
  for (const { measure, subject } of fired) {
    const section = measure.per === 'person' ? sectionOf.get(subject) : measure.per === 'section' ? subject : undefined;
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return [...counts]
    .map(([department, total]) => ({ department, name: ground.tree.path(department) || department, total }))
    .sort((a, b) => b.total - a.total || (a.department < b.department ? -1 : 1))
    .slice(0, NAMED);
}

/** The 課 in which each person was at the end of the span. */
async function sectionsByPerson(context: Context, actor: Actor, { span, tree }: Ground) {
  const placeOf = placesIn(tree);
  const rows = await context.store.tenant(actor.municipality, (tx) =>
    tx.query<{ staff: string; department: string }>(
      `select distinct on (r.staff) r.staff, r.department from tk.month_record r
       where r.municipality = $1 and r.month between $2::date and $3::date order by r.staff, r.month desc`,
      [tx.municipality, `${formatYearMonth(span.from)}-01`, `${formatYearMonth(span.through)}-01`],
    ),
  );
  return new Map(rows.map(({ staff, department }) => [staff, placeOf(department).section]));
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
  const fired = await fireAll(context, actor, set, ground);
  const { from, through, lines, workload, total } = trialOf(set.measures, fired, ground.span);
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
    sections: sectionsOf(fired, ground, await sectionsByPerson(context, actor, ground)),
  };
}
