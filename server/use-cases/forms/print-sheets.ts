import { routeOf } from '@tokimori/forms/sheet/conditions';
import type { FormDefinition } from '@tokimori/forms/sheet/definition';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { PlacedForm } from '../../access/policies-forms.ts';
import type { Context } from '../../context.ts';
import { withoutRefused } from '../../paper/paper-answer.ts';
import { tokyoOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { here, monthDate } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { sealsOf } from './form-files.ts';
import { type Concerned, readGiven, treeOfMonth } from './given.ts';
import { readSheetsOf, type SheetRow, sheetOf } from './sheets.ts';

/** A sheet to be printed: its data, and a name for a file of its own. */
export type SheetToPrint = { readonly name: string; readonly data: object };

/** Everybody a form of a month concerns: whom a measure named, and for whom something was written. In order of 部局, 課 and subject. */
export async function readConcerned(tx: Tx, form: string, month: MonthIndex): Promise<readonly Concerned[]> {
  const rows = await tx.query<PlacedForm & { caused: string[] | null }>(
    `select x.subject, min(x.per) as per, min(x.section) as section, min(x.bureau) as bureau,
            (array_agg(x.caused) filter (where x.caused is not null))[1] as caused
     from (select f.subject, f.per, f.section, f.bureau, null::jsonb as caused from tk.form_sheet f
           where f.municipality = $1 and f.month = $2::date and f.form = $3
           union all
           select d.subject, d.per, d.section, d.bureau, jsonb_path_query_array(d.causes, '$[*].person') as caused from tk.due d
           where d.municipality = $1 and d.month = $2::date and d.form = $3 and d.state <> 'lapsed') x
     group by x.subject order by min(x.bureau), min(x.section), x.subject`,
    [tx.municipality, monthDate(month), form],
  );
  return rows.map((row) => ({ ...row, caused: row.caused === null || row.caused.length === 0 ? null : row.caused }));
}

/** The sheets of some subjects, as they were handed in or as they stand. The statements do not grow with their number. */
export async function readSheetsToPrint(
  context: Context,
  tx: Tx,
  definition: FormDefinition,
  month: MonthIndex,
  places: readonly Concerned[],
): Promise<readonly SheetToPrint[]> {
  const at = await here(context, tx);
  const subjects = places.map(({ subject }) => subject);
  const [tree, rows] = await Promise.all([
    treeOfMonth(tx, at, month),
    readSheetsOf(tx, { form: definition.key, month }, subjects),
  ]);
  const live = places.filter(({ subject }) => !isHandedIn(rows.get(subject)));
  const given = await readGiven(context, tx, at, tree, definition, month, live);
  const stampers = [...rows.values()].flatMap(({ stamps }) => stamps.map(({ by }) => by));
  const names = await namesOf(tx, stampers);
  return places.flatMap(({ per, subject }) => {
    const row = rows.get(subject);
    const told = isHandedIn(row) ? row.given : given.get(subject);
    if (told === undefined || told === null) return [];
    const filled = row?.filled ?? {};
    const route = routeOf(definition, definition.parts(told), filled);
    const data = definition.printed({
      given: told,
      filled,
      submittedOn: isHandedIn(row) && row.submitted_at !== null ? formatLocalDate(tokyoOf(row.submitted_at).day) : null,
      seals: sealsOf({ definition, route, sheet: sheetOf(row ?? null) }, (who) => names.get(who) ?? who),
    });
    const name = per === 'person' ? (told.people[0]?.name ?? '') : (tree.find(subject)?.name ?? '');
    return [{ name: withoutRefused(`${subject}_${name}`), data }];
  });
}

const isHandedIn = (row: SheetRow | undefined): row is SheetRow =>
  row !== undefined && (row.state === 'submitted' || row.state === 'accepted') && row.given !== null;
