import type { trialFile as fileRoute, tryMeasures as tryRoute } from '@tokimori/contract/measures';
import type { Answer, FileAnswer, Input } from '@tokimori/contract/route';
import { type CsvValue, csvBytes } from '@tokimori/forms/csv';
import { formatYearMonth } from '@tokimori/law/time/months';
import { asksDays } from '@tokimori/ordinances/measures/bounds';
import type { FellOn } from '@tokimori/ordinances/measures/fell-on';
import { Firing } from '@tokimori/ordinances/measures/fire';
import type { MeasureSet } from '@tokimori/ordinances/measures/measure';
import { TrialCount } from '@tokimori/ordinances/measures/trial';
import { deeds, roles, subjects } from '@tokimori/ordinances/measures/vocabulary';
import { ensure, mayDecideMeasures } from '../../access/policies.ts';
import type { Actor, Context } from '../../context.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { here } from '../reading/moment.ts';
import { eachPerson, type Ground, placesIn, readTrees, spanOf, staffIn } from './people-by-day.ts';
import { measuresIn } from './practice.ts';
import { type NamingGround, nameSubjects } from './trial-subjects.ts';

/** Departments that are named. */
const NAMED = 10;
/** People, 課 and 部局 that the page names, of all measures together; the file has all. */
const SHOWN = 200;
/** Those whose names are read together for the file. */
const TOGETHER = 500;

type TrialGround = Ground & { readonly yearStartMonth: number; readonly tree: DepartmentTree };

/** The months that are over, their departments and who has a record in them. */
async function groundOf(context: Context, actor: Actor, set: MeasureSet, months: number): Promise<TrialGround> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const { parameters, month, day } = await here(context, tx);
    const through = month - 1;
    const { yearStartMonth, allotment } = parameters;
    const span = spanOf(through - months + 1, through, yearStartMonth);
    const [trees, staff] = await Promise.all([readTrees(tx, span, day), staffIn(tx, span)]);
    const tree = trees.get(through);
    if (tree === undefined) throw new Error('a span without its last month');
    const byDay = set.measures.some(asksDays);
    return { span, yearStartMonth, hours: allotment.hours, byDay, tree, placeOf: placesIn(trees), staff };
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
  const ground = await groundOf(context, actor, set, months);
  const counted = await countAll(context, actor, set, ground);
  const { from, through, lines, workload, total } = counted.result();
  const share = Math.floor(SHOWN / Math.max(1, lines.filter((line) => line.subjects > 0).length));
  const naming = { context, municipality: actor.municipality, tree: ground.tree };
  return {
    from: formatYearMonth(from),
    through: formatYearMonth(through),
    people: ground.staff.length,
    total,
    measures: await Promise.all(
      lines.map(async ({ measure: { id, title, per }, total: count, persons, subjects: fell, byMonth }) => {
        const first = firstOf(counted.fellOn(id), share);
        return {
          ...{ id, title, per, total: count, persons, subjects: fell, byMonth: [...byMonth] },
          fellOn: await nameSubjects(naming, per, first),
        };
      }),
    ),
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

function firstOf(some: Iterable<FellOn>, most: number): readonly FellOn[] {
  const found: FellOn[] = [];
  for (const each of some) {
    if (found.length >= most) break;
    found.push(each);
  }
  return found;
}

/** Rows of the file, some at a time: what is held is the small numbers of the trial and one portion of names. */
async function* fileRows(counted: TrialCount, naming: NamingGround): AsyncGenerator<readonly CsvValue[]> {
  yield ['対策', '対象', '職員番号・部署コード', '氏名・部署名', '所属', '該当した月数', '該当した月'];
  for (const { measure } of counted.result().lines) {
    const { id, title, per } = measure;
    let portion: FellOn[] = [];
    const named = async () => {
      const rows = await nameSubjects(naming, per, portion);
      portion = [];
      return rows.map(({ code, name, place, months }): readonly CsvValue[] => [
        ...[title, subjects[per], code, name, place],
        ...[months.length, months.join(' ')],
      ]);
    };
    for (const each of counted.fellOn(id)) {
      portion.push(each);
      if (portion.length >= TOGETHER) yield* await named();
    }
    if (portion.length > 0) yield* await named();
  }
}

/** On whom the measures of a file would have fallen in the last months that are over: all of them as CSV, written while it is read. Changes nothing. */
export async function trialFile(
  context: Context,
  actor: Actor,
  { text, months }: Input<typeof fileRoute>,
): Promise<FileAnswer> {
  ensure(mayDecideMeasures(actor));
  const set = measuresIn(text);
  const ground = await groundOf(context, actor, set, months);
  const counted = await countAll(context, actor, set, ground);
  const rows = fileRows(counted, { context, municipality: actor.municipality, tree: ground.tree });
  return {
    fileName: `対策を試した結果_${formatYearMonth(ground.span.from)}_${formatYearMonth(ground.span.through)}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    bytes: new Uint8Array(),
    pieces: csvBytes(rows),
  };
}
