import type { settleDue as settleRoute, duesView as viewRoute } from '@tokimori/contract/measures';
import type { Answer, Input } from '@tokimori/contract/route';
import { formDefinition } from '@tokimori/forms/catalogue';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Cause } from '@tokimori/ordinances/measures/fire';
import { sayDeed, sayValue } from '@tokimori/ordinances/measures/says';
import { type Deed, deeds, figures, type Role } from '@tokimori/ordinances/measures/vocabulary';
import { appendDeed } from '../../access/journal.ts';
import { ensure, is, maySettleDue, mayViewDue, mayViewDuesOfAll, type PlacedDue } from '../../access/policies.ts';
import { refuse } from '../../access/refusal.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import { tokyoOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { subjectOut } from '../forms/places.ts';
import { actorName } from '../journal.ts';
import { PLAN_FORM } from '../plans/plan-section.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { here } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';

type View = Answer<typeof viewRoute>;
type Row = {
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
  by_roles: Role[];
  to_roles: Role[];
  due_on: string | null;
  passed_on: string | null;
  causes: Cause[];
  state: View['dues'][number]['state'];
  settled_by: string | null;
  settled_at: Date | null;
  note: string;
};

/** Rows of one answer, and people named in a row. */
const [SHOWN, NAMED] = [200, 5];
const columns = `d.id, d.month, d.measure, d.subject, d.on_date, d.per, d.section, d.bureau, d.title, d.deed, d.what, d.form, d.by_roles, d.to_roles,
  d.due_on, d.passed_on, d.causes, d.state, d.settled_by, d.settled_at, d.note`;

/** The plan has a page and a way of its own, as a form has. */
const isWritten = ({ form }: Row): boolean =>
  form !== null && (form === PLAN_FORM || formDefinition(form) !== undefined);

const placed = (row: Row): PlacedDue => {
  const { per, subject, section, bureau, by_roles: by, to_roles: to, deed } = row;
  return { per, subject, section, bureau, by, to, deed, written: isWritten(row) };
};

/** Own, those of the departments headed, those for all heads or all staff, or all. */
const visible = `($2 or d.section = any($3) or (d.section = '' and d.bureau = any($3))
            or (d.per = 'person' and d.subject = $4 and 'person' = any(d.by_roles || d.to_roles))
            or (d.per = 'city' and (d.by_roles || d.to_roles) && $5::text[]))`;
/** What is only told is not shown for ever. Days. */
export const TOLD_DAYS = 40;

/**
 * Those that the caller may see. Open: what is to be done, due first, then what was told lately, newest first. Settled: latest first. Each by
 * an index that holds no more than these.
 */
async function readRows(tx: Tx, actor: Actor, scope: Scope, state: 'open' | 'settled', today: EpochDay) {
  const wide = [...(is(actor, 'staff') ? ['everyone'] : []), ...(is(actor, 'manager') ? ['managers'] : [])];
  const values = [tx.municipality, mayViewDuesOfAll(actor), [...scope.departments], actor.staff ?? '', wide];
  const asked =
    state === 'settled'
      ? [
          tx.query<Row>(
            `select ${columns} from tk.due d where d.municipality = $1 and d.settled_at is not null and ${visible}
             order by d.settled_at desc, d.id limit ${SHOWN}`,
            values,
          ),
        ]
      : [
          tx.query<Row>(
            `select ${columns} from tk.due d where d.municipality = $1 and d.state = 'open' and d.deed <> 'alert' and ${visible}
             order by d.due_on nulls last, d.on_date, d.measure, d.subject, d.action limit ${SHOWN}`,
            values,
          ),
          tx.query<Row>(
            `select ${columns} from tk.due d where d.municipality = $1 and d.state = 'open' and d.deed = 'alert'
               and d.on_date >= $6::date and ${visible}
             order by d.on_date desc, d.measure, d.subject limit ${SHOWN}`,
            [...values, formatLocalDate(today - TOLD_DAYS)],
          ),
        ];
  return (await Promise.all(asked)).flat().filter((row) => mayViewDue(actor, scope, placed(row)));
}

/** People of whom the rows tell. */
const namedIn = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ per, subject, causes, settled_by }) => [
    ...(per === 'person' ? [subject] : []),
    ...causes.slice(0, NAMED).map(({ person }) => person),
    ...(settled_by === null ? [] : [settled_by]),
  ]);

/** The form by which it is done, where this version knows it and it is of the same kind of subject. */
const formOf = ({ form, per, subject }: Row): View['dues'][number]['form'] =>
  form !== null && formDefinition(form)?.per === per ? { key: form, subject: subjectOut(subject) } : null;

/** What a measure names and is no form to be filled in. */
const sheetOf = ({ form, section }: Row): View['dues'][number]['sheet'] =>
  form === null || formDefinition(form) !== undefined ? null : { key: form, department: section };

type Shown = {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly tree: DepartmentTree;
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
};

function shown(row: Row, { actor, scope, tree, names, today }: Shown): View['dues'][number] {
  const nameOf = (staff: string) => names.get(staff) ?? staff;
  const subject =
    row.per === 'person' ? nameOf(row.subject) : row.subject === '' ? '' : tree.path(row.subject) || row.subject;
  return {
    id: row.id,
    month: row.month.slice(0, 7),
    on: row.on_date,
    title: row.title,
    deed: deeds[row.deed],
    alert: row.deed === 'alert',
    what: row.what,
    form: formOf(row),
    sheet: sheetOf(row),
    sentence: sayDeed({ do: row.deed, what: row.what, by: row.by_roles, to: row.to_roles }),
    subject,
    section: row.section === '' ? '' : tree.path(row.section) || row.section,
    causes: row.causes.slice(0, NAMED).map((cause) => ({
      staff: cause.person,
      name: nameOf(cause.person),
      figure: figures[cause.figure].title,
      value: sayValue(cause.figure, cause.value),
    })),
    causesMore: Math.max(0, row.causes.length - NAMED),
    dueOn: row.due_on,
    passedOn: row.passed_on,
    late: row.state === 'open' && row.due_on !== null && row.due_on < today,
    state: row.state,
    settledBy: row.settled_by === null ? '' : nameOf(row.settled_by),
    settledOn: row.settled_at === null ? null : formatLocalDate(tokyoOf(row.settled_at).day),
    note: row.note,
    maySettle: row.state === 'open' && maySettleDue(actor, scope, placed(row)),
  };
}

/** What the measures brought due, for whoever looks: own, of the departments one heads, or all. At most 200 of each kind. */
export async function duesView(context: Context, actor: Actor, { state }: Input<typeof viewRoute>): Promise<View> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [scope, tree] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readTree(tx, at.dutyDay)]);
    const rows = await readRows(tx, actor, scope, state, at.day);
    const names = await namesOf(tx, namedIn(rows));
    const today = formatLocalDate(at.day);
    return {
      on: today,
      more: rows.filter(({ deed }) => deed !== 'alert').length >= SHOWN,
      dues: rows.map((row) => shown(row, { actor, scope, tree, names, today })),
    };
  });
}

/** Settles what came to be due: done, or not needed, which wants a reason. Once; the journal keeps who and why. */
export async function settleDue(
  context: Context,
  actor: Actor,
  { id, outcome, note }: Input<typeof settleRoute>,
): Promise<Answer<typeof settleRoute>> {
  if (outcome === 'dismissed' && note === '')
    refuse('due.reason', {
      status: 422,
      title: '理由がありません',
      detail: '行わないときは、理由を入力してください。',
    });
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [row] = await tx.query<Row>(
      `select ${columns} from tk.due d where d.municipality = $1 and d.id = $2 for update`,
      [tx.municipality, id],
    );
    const scope = await scopeOf(tx, actor, at.dutyDate);
    if (row === undefined || !mayViewDue(actor, scope, placed(row)))
      refuse('due.unknown', {
        status: 404,
        title: 'この対策の予定が見つかりません',
        detail:
          '見られる範囲にないか、対象でなくなって取り消されています。「対策の予定」を開き直して、いまの一覧から選んでください。',
      });
    ensure(maySettleDue(actor, scope, placed(row)));
    if (row.state !== 'open')
      refuse('due.settled', {
        status: 409,
        title: 'すでに済んでいます',
        detail: 'ほかの人が先に済ませたか、数字が直って要らなくなりました。画面を読み込み直してください。',
      });
    await tx.query(
      `update tk.due as d set state = $3, settled_by = $4, settled_at = $5, note = $6 where d.municipality = $1 and d.id = $2`,
      [tx.municipality, id, outcome, actorName(actor), at.now, note],
    );
    await appendDeed(tx, {
      stream: `due/${id}`,
      kind: 'DueSettled',
      actor: actorName(actor),
      reason: note,
      data: { outcome, measure: row.measure, subject: row.subject, month: row.month.slice(0, 7), deed: row.deed },
      at: at.now,
    });
    return { settled: true };
  });
}
