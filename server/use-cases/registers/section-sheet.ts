import type {
  sectionSheetFile as fileRoute,
  SectionSheet,
  sectionSheetView as viewRoute,
} from '@tokimori/contract/registers/sheets';
import type { FileAnswer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { type SheetView, sheetViewOf } from '../../access/policies-registers.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import { answered } from '../../exchange/reports/answered.ts';
import { madeSectionSheet } from '../../exchange/reports/registers-made.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { readTree } from '../reading/department-tree.ts';
import { type Here, here } from '../reading/moment.ts';
import { monthUpTo } from './month-up-to.ts';
import { divisionOf, postsOf } from './places.ts';
import { readSectionSheet } from './section-sheet-rows.ts';

/** 時間外勤務マネジメントシート of a section; of the own 課 where none is named. Staff see what the municipality shares. */
export async function sectionSheetView(
  context: Context,
  actor: Actor,
  input: Input<typeof viewRoute>,
): Promise<SectionSheet> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const month = monthUpTo(at, input.month);
    const department = input.department ?? (await ownDivision(tx, actor, dayOfSheet(at, month)));
    const view = await viewOf(tx, actor, at, { department, month });
    ensure(view !== 'nothing');
    const sheet = await readSectionSheet(tx, at, month, department);
    if (view === 'everyone') return { ...sheet, shows: view };
    return { ...sheet, shows: view, people: sheet.people.filter(({ staff }) => staff === actor.staff) };
  });
}

/** The same sheet as a file, of what the caller sees. */
export async function sectionSheetFile(
  context: Context,
  actor: Actor,
  input: Input<typeof fileRoute>,
): Promise<FileAnswer> {
  const { format, ...wanted } = input;
  return answered(await madeSectionSheet(await sectionSheetView(context, actor, wanted), format));
}

/** The last day of the month, or today in the running one. */
const dayOfSheet = (at: Here, month: MonthIndex): number =>
  Math.max(firstDayOf(month), Math.min(at.dutyDay, lastDayOf(month)));

async function viewOf(
  tx: Tx,
  actor: Actor,
  at: Here,
  { department, month }: { readonly department: string; readonly month: MonthIndex },
): Promise<SheetView> {
  const on = dayOfSheet(at, month);
  const day = formatLocalDate(on);
  const [scope, tree, posts] = await Promise.all([
    scopeOf(tx, actor, at.dutyDate),
    readTree(tx, on),
    postsOf(tx, actor, day, day),
  ]);
  const own = posts.flatMap((post) => divisionOf(tree, post)?.department ?? []);
  const belongs = own.includes(department) || posts.includes(department);
  return sheetViewOf(actor, scope, { department, belongs }, at.parameters.sharing.sectionSheet);
}

/** The 課 of the main post on a day; refused where there is none. */
async function ownDivision(tx: Tx, actor: Actor, on: number): Promise<string> {
  const rows = await tx.query<{ department: string }>(
    `select a.department from tk.appointment a
     where a.municipality = $1 and a.staff = $2 and not a.concurrent and a.effective_from <= $3::date
       and (a.effective_until is null or a.effective_until > $3::date)
     order by a.effective_from desc limit 1`,
    [tx.municipality, actor.staff, formatLocalDate(on)],
  );
  const post = rows[0]?.department;
  if (post === undefined) return departmentNotFound('');
  return divisionOf(await readTree(tx, on), post)?.department ?? post;
}
