import type { dueListFile as fileRoute, dueList as listRoute } from '@tokimori/contract/due-lists';
import type { Answer, FileAnswer, Input } from '@tokimori/contract/route';
import { csvLine } from '@tokimori/forms/csv';
import { formatDuration } from '@tokimori/law/time/minutes';
import type { Measure } from '@tokimori/ordinances/measures/measure';
import { sayOccasion, sayValue } from '@tokimori/ordinances/measures/says';
import { figures, type Listing } from '@tokimori/ordinances/measures/vocabulary';
import { mayViewDue, mayViewStaff } from '../../access/policies.ts';
import { mayViewDueList } from '../../access/policies-due-lists.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { treeOfMonth } from '../forms/given.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { type Here, here, monthOfText } from '../reading/moment.ts';
import { readDecided } from './decided.ts';
import { countsOf, type ListRow, membersOf, rowsOfPage, SIZE, staffOn, type Told } from './due-list-rows.ts';
import { sinceOf } from './due-since.ts';
import { type DueRow, dueColumns, dueUnknown, placedDue } from './dues-read.ts';

type View = Answer<typeof listRoute>;
type Opened = {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly due: DueRow & { readonly lists: Listing };
  readonly at: Here;
  readonly tree: DepartmentTree;
  /** As it stood on the day; null when it is not known any more. */
  readonly measure: Measure | null;
};

/** The list of a due, for whoever may read it. @throws Refusal 404 `due.unknown` */
async function openList(context: Context, tx: Tx, actor: Actor, id: string): Promise<Opened> {
  const at = await here(context, tx);
  const [[due], scope, decided] = await Promise.all([
    tx.query<DueRow>(`select ${dueColumns} from tk.due d where d.municipality = $1 and d.id = $2`, [
      tx.municipality,
      id,
    ]),
    scopeOf(tx, actor, at.dutyDate),
    readDecided(tx),
  ]);
  const lists = due?.lists ?? null;
  if (
    due === undefined ||
    lists === null ||
    !mayViewDue(actor, scope, placedDue(due)) ||
    !mayViewDueList(actor, scope, placedDue(due), lists)
  )
    return dueUnknown();
  const held = decided.findLast(({ from }) => from <= due.on_date);
  return {
    actor,
    scope,
    due: { ...due, lists },
    at,
    tree: await treeOfMonth(tx, at, monthOfText(due.month.slice(0, 7))),
    measure: held?.set.measures.find((each) => each.id === due.measure) ?? null,
  };
}

/** Those on a list from a place on, with their figures and the day since when. */
async function peopleOf(tx: Tx, opened: Opened, offset: number, limit: number): Promise<View['people']> {
  const { due, tree, at, measure } = opened;
  const month = monthOfText(due.month.slice(0, 7));
  const rows =
    due.caused === 0 ? await membersOf(tx, tree, due, month, offset, limit) : await staffOn(tx, due, offset, limit);
  const [told, since] = await Promise.all([
    rowsOfPage(tx, rows, month, at.parameters.yearStartMonth),
    due.caused === 0
      ? new Map<string, string>()
      : sinceOf(
          tx,
          measure,
          rows.map(({ person }) => person),
          month,
          at,
        ),
  ]);
  return rows.map((row) => personOf(row, told.get(row.person), since.get(row.person) ?? null, opened));
}

function personOf(
  { person, figure, value }: ListRow,
  told: Told | undefined,
  since: string | null,
  { actor, scope, tree }: Opened,
): View['people'][number] {
  const department = told?.department ?? '';
  const section = told === undefined ? '' : tree.path(department) || department;
  return {
    staff: person,
    name: told?.name ?? person,
    section,
    figure: figure === null ? '' : figures[figure].title,
    value: figure === null ? '' : sayValue(figure, value),
    since,
    month: told?.month == null ? '' : formatDuration(told.month),
    mayOpen: mayViewStaff(actor, scope, { staff: person, departments: [department] }),
    year: told?.year == null ? '' : formatDuration(told.year),
  };
}

/** A page of a list that a measure hands over. */
export async function dueList(
  context: Context,
  actor: Actor,
  { id, page = 1 }: Pick<Input<typeof listRoute>, 'id'> & { readonly page?: number },
): Promise<View> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const opened = await openList(context, tx, actor, id);
    const { due, tree, measure } = opened;
    const month = monthOfText(due.month.slice(0, 7));
    const offset = (page - 1) * SIZE;
    const [people, sections, total] =
      due.lists === 'sections'
        ? [[], await countsOf(tx, tree, due, month), due.caused]
        : [await peopleOf(tx, opened, offset, SIZE), [], due.caused === 0 ? null : due.caused];
    const count = total ?? offset + people.length;
    return {
      title: due.what,
      measure: due.title,
      occasion: measure === null ? '' : sayOccasion(measure),
      subject: due.subject === '' ? '' : tree.path(due.subject) || due.subject,
      month: due.month.slice(0, 7),
      on: due.on_date,
      dueOn: due.due_on,
      lists: due.lists,
      people,
      sections,
      page,
      size: SIZE,
      total: count,
      more: due.lists === 'people' && (total === null ? people.length === SIZE : total > offset + SIZE),
    };
  });
}

const header = ['職員番号', '氏名', '所属', '対象の数字', '値', '該当した日', '月の時間外勤務', '年度の累計'];

/** The whole list as CSV. */
export async function dueListFile(
  context: Context,
  actor: Actor,
  { id }: Input<typeof fileRoute>,
): Promise<FileAnswer> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const opened = await openList(context, tx, actor, id);
    const { due, tree } = opened;
    const lines: string[] = [];
    if (due.lists === 'sections') {
      lines.push(csvLine(['所属', '人数']));
      for (const { name, count } of await countsOf(tx, tree, due, monthOfText(due.month.slice(0, 7))))
        lines.push(csvLine([name, count]));
    } else {
      lines.push(csvLine(header));
      for (let offset = 0; ; offset += SIZE) {
        const people = await peopleOf(tx, opened, offset, SIZE);
        for (const { staff, name, section, figure, value, since, month, year } of people)
          lines.push(csvLine([staff, name, section, figure, value, since ?? '', month, year]));
        if (people.length < SIZE) break;
      }
    }
    return {
      fileName: `${due.what}_${due.month.slice(0, 7)}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      bytes: Buffer.from(`\ufeff${lines.join('')}`, 'utf8'),
    };
  });
}
