import type { ImportRunView } from '@tokimori/contract/imports';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, monthOf } from '@tokimori/law/time/months';
import type { Context } from '../context.ts';
import { tokyoOf } from '../runtime/clock.ts';

/** What is known of people before and after an import: days that cannot be judged, open differences, state of limits. */
type Picture = ReadonlyMap<
  string,
  { readonly missing: number; readonly discrepancies: number; readonly state: string }
>;
type Changed = NonNullable<ImportRunView['changed']>;

/** Takes the picture of the months between two dates. */
export async function takePicture(
  context: Context,
  municipality: string,
  firstDate: string,
  lastDate: string,
): Promise<Picture> {
  const thisMonth = formatLocalDate(firstDayOf(monthOf(tokyoOf(context.clock.now()).day)));
  const rows = await context.store.tenant(municipality, (tx) =>
    tx.query<{ staff: string; missing: number; discrepancies: number; state: string | null }>(
      `select r.staff, r.missing, r.discrepancies, t.state from (
         select m.staff, sum(m.unclassifiable)::int as missing, sum(m.discrepancies)::int as discrepancies
         from tk.month_record m where m.municipality = $1 and m.month between $2::date and $3::date group by m.staff) r
       left join tk.standing t on t.municipality = $1 and t.month = $4::date and t.staff = r.staff`,
      [municipality, `${firstDate.slice(0, 7)}-01`, lastDate, thisMonth],
    ),
  );
  return new Map(
    rows.map(({ staff, missing, discrepancies, state }) => [staff, { missing, discrepancies, state: state ?? 'fine' }]),
  );
}

/** How many people lost a missing punch, gained a difference, changed their state. */
export function changesBetween(before: Picture, after: Picture): Changed {
  const nothing = { missing: 0, discrepancies: 0, state: 'fine' };
  const changed = { resolvedMissing: 0, newDiscrepancies: 0, stateChanges: 0 };
  for (const [staff, now] of after) {
    const was = before.get(staff) ?? nothing;
    if (now.missing < was.missing) changed.resolvedMissing += 1;
    if (now.discrepancies > was.discrepancies) changed.newDiscrepancies += 1;
    if (now.state !== was.state && !(now.state === 'none' && !before.has(staff))) changed.stateChanges += 1;
  }
  return changed;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

/** Waits until no duty date is stale, at most `patience` milliseconds. Answers whether that came about. */
export async function untilDerived(
  context: Context,
  municipality: string,
  patience: number,
  closing: () => boolean,
): Promise<boolean> {
  for (let waited = 0; waited < patience && !closing(); waited += 500) {
    const stale = await context.store.tenant(municipality, (tx) =>
      tx.query('select s.staff from tk.stale_day s where s.municipality = $1 limit 1', [municipality]),
    );
    if (stale.length === 0) return true;
    await pause(500);
  }
  return false;
}
