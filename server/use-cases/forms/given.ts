import { formDefinition } from '@tokimori/forms/catalogue';
import { type FormDefinition, standing } from '@tokimori/forms/sheet/definition';
import type { Given, GivenPerson } from '@tokimori/forms/sheet/given';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { PlacedForm } from '../../access/policies-forms.ts';
import type { Context } from '../../context.ts';
import { tokyoOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';
import { type Here, monthDate, monthEnd } from '../reading/moment.ts';
import { readGivenNotices } from './given-notices.ts';
import { readGroups } from './groups.ts';
import { readHeads } from './heads.ts';
import { readGivenPeople } from './people.ts';
import { readSheetsOf, type SheetRow } from './sheets.ts';

/** A subject of a form with those whom a measure named; null when no measure made it due. */
export type Concerned = PlacedForm & { readonly caused: readonly string[] | null };

/** The departments as they stood at the end of a month; today's for a month that is not over. */
export const treeOfMonth = (tx: Tx, at: Here, month: MonthIndex): Promise<DepartmentTree> =>
  readTree(tx, Math.max(firstDayOf(month), Math.min(lastDayOf(month), Math.max(at.dutyDay, firstDayOf(month)))));

/** The departments whose people a form of a 課 (or a 係 of it), 部局 or the whole body is about. */
const departmentsOf = (tree: DepartmentTree, per: Concerned['per'], subject: string): readonly string[] =>
  per === 'city'
    ? tree.nodes.map(({ department }) => department)
    : per === 'section' && tree.place(subject).section === subject
      ? tree.within(subject)
      : tree.below(subject);

/** Those who belong to a form's section, 部局 or body at the end of the month, by subject. */
async function membersOf(
  tx: Tx,
  tree: DepartmentTree,
  month: MonthIndex,
  places: readonly Concerned[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const owners = new Map<string, string[]>();
  for (const { per, subject } of places) {
    if (per === 'person') continue;
    for (const code of departmentsOf(tree, per, subject)) owners.set(code, [...(owners.get(code) ?? []), subject]);
  }
  const rows =
    owners.size === 0
      ? []
      : await tx.query<{ staff: string; department: string }>(
          `select a.staff, a.department from tk.appointment a
           join tk.staff s on s.municipality = $1 and s.staff = a.staff
           where a.municipality = $1 and a.department = any($2) and not a.concurrent
             and a.effective_from <= $3::date and (a.effective_until is null or a.effective_until > $3::date)
             and (s.left_on is null or s.left_on >= $4::date)
           order by a.department, a.managerial desc, a.staff`,
          [tx.municipality, [...owners.keys()], monthEnd(month), monthDate(month)],
        );
  const members = rows.flatMap(({ staff, department }) =>
    (owners.get(department) ?? []).map((subject) => ({ staff, subject })),
  );
  const bySubject = grouped(members, ({ subject }) => subject);
  return new Map([...bySubject].map(([subject, all]) => [subject, all.map(({ staff }) => staff)]));
}

/** Who may be concerned: those a measure named, the person, or all members, of whom the form then chooses. */
function candidatesOf(place: Concerned, definition: FormDefinition, members: readonly string[]): readonly string[] {
  if (place.per === 'person') return [place.subject];
  return definition.concerns === 'all' || place.caused === null ? members : place.caused;
}

/**
 * What the records tell the forms of one kind and month, by subject. The statements do not grow with the number of subjects.
 * @param places subjects whose measures named their people, or not
 */
export async function readGiven(
  context: Context,
  tx: Tx,
  at: Here,
  tree: DepartmentTree,
  definition: FormDefinition,
  month: MonthIndex,
  places: readonly Concerned[],
): Promise<ReadonlyMap<string, Given>> {
  const wanted = places.filter(({ caused }) => definition.concerns === 'all' || caused === null);
  const [members, parameters, name] = await Promise.all([
    membersOf(tx, tree, month, wanted),
    context.parameters(tx, lastDayOf(month)),
    municipalityName(tx),
  ]);
  const candidates = new Map(
    places.map((place) => [place.subject, candidatesOf(place, definition, members.get(place.subject) ?? [])]),
  );
  const staff = [...new Set([...candidates.values()].flat())];
  const [people, heads, earlier, notices, groups] = await Promise.all([
    readGivenPeople(tx, tree, month, staff, parameters.yearStartMonth),
    readHeads(
      tx,
      tree,
      places.map(({ section, bureau }) => (section === '' ? bureau : section)),
      monthEnd(month),
    ),
    readEarlier(tx, definition, month, places),
    readGivenNotices(tx, definition, month, staff),
    readGroups(tx, tree, definition, month, places),
  ]);
  return new Map(
    places.map((place) => {
      const given: Given = {
        municipality: name,
        month: formatYearMonth(month),
        on: formatLocalDate(at.day),
        section: sectionName(tree, place),
        bureau: place.bureau === '' ? '' : (tree.find(place.bureau)?.name ?? ''),
        head: heads.get(place.section === '' ? place.bureau : place.section) ?? null,
        people: (candidates.get(place.subject) ?? []).flatMap((number) => people.get(number) ?? []),
        earlier: earlier.get(place.subject) ?? null,
        ...(notices === undefined ? {} : { notices: notices.get(place.subject) ?? [] }),
        ...(groups === undefined ? {} : { groups: groups.get(place.section) ?? [] }),
      };
      return [
        place.subject,
        place.per === 'person' ? given : { ...given, people: concerned(given, definition, place) },
      ];
    }),
  );
}

/** What stands as the 所属 on a form: the 課; of somebody directly in a 部局 the 部局. */
function sectionName(tree: DepartmentTree, { per, section, bureau }: Concerned): string {
  if (section !== '') return tree.path(section);
  return per === 'person' ? tree.path(bureau) : '';
}

/** Of members, those for whom the form's own rule holds; whom a measure named stays. */
function concerned(given: Given, { concerns }: FormDefinition, { caused }: Concerned): readonly GivenPerson[] {
  if (concerns === 'all' || caused !== null) return given.people;
  return given.people.filter((person) => concerns(given, person));
}

/** The name of the municipality of a transaction. */
export async function municipalityName(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ name: string }>('select m.name from tk.municipality m where m.code = $1', [
    tx.municipality,
  ]);
  return row?.name ?? '';
}

/** What was handed in at the stage before, by subject. */
async function readEarlier(
  tx: Tx,
  { earlier }: FormDefinition,
  month: MonthIndex,
  places: readonly Concerned[],
): Promise<ReadonlyMap<string, Given['earlier']>> {
  if (earlier === undefined) return new Map();
  const rows = await readSheetsOf(
    tx,
    { form: earlier, month },
    places.map(({ subject }) => subject),
  );
  return new Map([...rows].map(([subject, row]) => [subject, handedIn(earlier, row)]));
}

/** As it stood when it was handed in, with what its fields started with. */
function handedIn(form: string, { submitted_at: at, given, filled }: SheetRow): Given['earlier'] {
  if (at === null) return null;
  const parts = given === null ? [] : (formDefinition(form)?.parts(given) ?? []);
  return { on: formatLocalDate(tokyoOf(at).day), filled: standing(parts, filled) };
}
