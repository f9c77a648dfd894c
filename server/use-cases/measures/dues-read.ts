import type { duesView as viewRoute } from '@tokimori/contract/measures';
import type { Answer, Input } from '@tokimori/contract/route';
import { formDefinition } from '@tokimori/forms/catalogue';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Cause } from '@tokimori/ordinances/measures/fire';
import type { Deed, Listing, Role } from '@tokimori/ordinances/measures/vocabulary';
import { is, mayViewDuesOfAll, type PlacedDue } from '../../access/policies.ts';
import { refuse } from '../../access/refusal.ts';
import type { Scope } from '../../access/scope.ts';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { PLAN_FORM } from '../plans/plan-section.ts';

export type DueRow = {
  id: string;
  month: string;
  measure: string;
  subject: string;
  on_date: string;
  per: PlacedDue['per'];
  section: string;
  bureau: string;
  title: string;
  deed: Deed;
  what: string;
  form: string | null;
  lists: Listing | null;
  by_roles: Role[];
  to_roles: Role[];
  due_on: string | null;
  passed_on: string | null;
  causes: Cause[];
  caused: number;
  state: Answer<typeof viewRoute>['dues'][number]['state'];
  settled_by: string | null;
  settled_at: Date | null;
  note: string;
};

/** Rows of one page, and people named in a row. */
export const [SHOWN, NAMED] = [200, 5];
/** What is only told, and what is settled, is not shown for ever. Days. */
export const [TOLD_DAYS, SETTLED_DAYS] = [40, 400];

/** A row as it is shown: of those who caused it the first few, and how many they are. */
export const dueColumns = `d.id, d.month, d.measure, d.subject, d.on_date, d.per, d.section, d.bureau, d.title, d.deed, d.what, d.form, d.lists,
  d.by_roles, d.to_roles, d.due_on, d.passed_on, jsonb_path_query_array(d.causes, '$[0 to ${NAMED - 1}]') as causes,
  jsonb_array_length(d.causes) as caused, d.state, d.settled_by, d.settled_at, d.note`;

/** The plan has a page and a way of its own, as a form has. */
const isWritten = (form: string | null): boolean =>
  form !== null && (form === PLAN_FORM || formDefinition(form) !== undefined);

type Placed = Pick<DueRow, 'per' | 'subject' | 'section' | 'bureau' | 'by_roles' | 'to_roles' | 'deed' | 'form'>;

/** Whose a row is, and who acts or is told, as the policies ask it. */
export const placedDue = ({ by_roles: by, to_roles: to, form, ...row }: Placed): PlacedDue => {
  const { per, subject, section, bureau, deed } = row;
  return { per, subject, section, bureau, by, to, deed, written: isWritten(form) };
};

/** In which order a page goes on, and what it holds. */
const pages = {
  open: {
    held: `d.state = 'open' and d.deed <> 'alert'`,
    since: null,
    order: (d: string) => `coalesce(${d}.due_on, date 'infinity'), ${d}.measure, ${d}.subject, ${d}.action, ${d}.id`,
    behind: '>',
    direction: '',
  },
  told: {
    held: `d.state = 'open' and d.deed = 'alert'`,
    since: { column: 'd.on_date', days: TOLD_DAYS },
    order: (d: string) => `${d}.on_date, ${d}.measure, ${d}.subject, ${d}.id`,
    behind: '<',
    direction: ' desc',
  },
  settled: {
    held: 'd.settled_at is not null',
    since: { column: 'd.settled_at', days: SETTLED_DAYS },
    order: (d: string) => `${d}.settled_at, ${d}.id`,
    behind: '<',
    direction: ' desc',
  },
} as const;

/** Every member of an order in the same direction; a comma within brackets parts no members. */
const ordered = (order: string, direction: string): string =>
  direction === '' ? order : `${order.replaceAll(', ', `${direction}, `)}${direction}`;

/** Gives a value to a statement. @returns its place there: `$2` */
type Give = (value: unknown) => string;

/** Own, those of the departments headed, those for all heads or all staff: each arm by an index of its own. */
function visible(actor: Actor, scope: Scope, give: Give): string {
  const headed = give([...scope.departments]);
  const wide = [...(is(actor, 'staff') ? ['everyone'] : []), ...(is(actor, 'manager') ? ['managers'] : [])];
  return `(d.section = any(${headed}::text[]) or (d.section = '' and d.bureau = any(${headed}::text[]))
    or (d.subject = ${give(actor.staff ?? '')} and d.per = 'person' and 'person' = any(d.by_roles || d.to_roles))
    or (d.subject = '' and d.per = 'city' and (d.by_roles || d.to_roles) && ${give(wide)}::text[]))`;
}

/** Of a department chosen, and of those below it. */
function placed(places: readonly string[], give: Give): string {
  const chosen = give([...places]);
  return `(d.section = any(${chosen}::text[]) or (d.section = '' and d.bureau = any(${chosen}::text[])))`;
}

export type Asked = Pick<Input<typeof viewRoute>, 'state' | 'deed' | 'after'> & {
  /** The department chosen, and those below it. */
  readonly places: readonly string[] | null;
};

/**
 * A page of what the caller may see, by an index that holds no more than these, and the row behind which the next begins. Executives and 人事課 see
 * all; others what is theirs.
 */
export async function readDues(
  tx: Tx,
  actor: Actor,
  scope: Scope,
  { state, deed, after, places }: Asked,
  today: EpochDay,
): Promise<{ readonly rows: readonly DueRow[]; readonly next: string | null }> {
  const { held, since, order, behind, direction } = pages[state === 'late' ? 'open' : state];
  const values: unknown[] = [tx.municipality];
  const give: Give = (value) => `$${values.push(value)}`;
  const conditions: string[] = [held];
  if (!mayViewDuesOfAll(actor)) conditions.push(visible(actor, scope, give));
  if (since !== null) conditions.push(`${since.column} >= ${give(formatLocalDate(today - since.days))}::date`);
  if (state === 'late') conditions.push(`d.due_on < ${give(formatLocalDate(today))}::date`);
  if (deed !== undefined) conditions.push(`d.deed = ${give(deed)}`);
  if (places !== null) conditions.push(placed(places, give));
  if (after !== undefined)
    conditions.push(
      `(${order('d')}) ${behind} (select ${order('a')} from tk.due a where a.municipality = $1 and a.id = ${give(after)}::uuid)`,
    );
  const rows = await tx.query<DueRow>(
    `select ${dueColumns} from tk.due d where d.municipality = $1 and ${conditions.join(' and ')}
     order by ${ordered(order('d'), direction)} limit ${SHOWN + 1}`,
    values,
  );
  const shown = rows.slice(0, SHOWN);
  return { rows: shown, next: rows.length > SHOWN ? (shown.at(-1)?.id ?? null) : null };
}

/** Refuses what is not there, or not for the caller's eyes. @throws Refusal 404 `due.unknown` */
export const dueUnknown = (): never =>
  refuse('due.unknown', {
    status: 404,
    title: 'この対策の予定が見つかりません',
    detail:
      '見られる範囲にないか、対象でなくなって取り消されています。「対策の予定」を開き直して、いまの一覧から選んでください。',
  });
