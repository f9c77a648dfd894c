import type {
  chooseForms as chooseRoute,
  FormSettings,
  formSettings as viewRoute,
} from '@tokimori/contract/form-settings';
import type { Answer, Input } from '@tokimori/contract/route';
import { formDefinitions } from '@tokimori/forms/catalogue';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { postsOf } from '../../../access/form-posts.ts';
import { appendDeed } from '../../../access/journal.ts';
import { ensure } from '../../../access/policies.ts';
import { maySettleForms, mayViewFormSettings } from '../../../access/policies-forms.ts';
import type { Actor, Context } from '../../../context.ts';
import type { Tx } from '../../../store/tenant.ts';
import { actorName, doDeed } from '../../journal.ts';
import { type DepartmentTree, readTree } from '../../reading/department-tree.ts';
import { formScopeOf } from '../../reading/form-scope.ts';
import { grouped } from '../../reading/grouped.ts';
import { dayOf, here } from '../../reading/moment.ts';
import { definitionOf } from '../open.ts';
import { holdingsAfter, type OfficeRow } from './office-rows.ts';
import { readUses } from './uses.ts';

/** The offices of the whole body that the forms of the catalogue pass, in the order of the catalogue, with those forms. */
export const officesOfForms: ReadonlyMap<string, readonly string[]> = formDefinitions.reduce(
  (found, { key, route }) => {
    for (const post of postsOf(route))
      if ('office' in post) found.set(post.office, [...new Set([...(found.get(post.office) ?? []), key])]);
    return found;
  },
  new Map<string, readonly string[]>(),
);

type Holding = FormSettings['offices'][number]['holdings'][number];

const holdingView = (row: OfficeRow, tree: DepartmentTree): Holding => ({
  id: row.id,
  kind: row.kind,
  holder: row.holder,
  name: row.kind === 'post' ? tree.path(row.department) || row.department : row.holder_name,
  from: row.effective_from,
  through: row.effective_until === null ? null : formatLocalDate(dayOf(row.effective_until) - 1),
  reason: row.reason,
  by: row.giver ?? row.given_by,
});

/** 職名 that somebody holds on a day, by department, those of heads first; and the accounts of whoever has no 職員番号. */
async function readHolders(tx: Tx, on: string) {
  const [posts, accounts] = await Promise.all([
    tx.query<{ department: string; post: string }>(
      `select a.department, a.post from tk.appointment a
       where a.municipality = $1 and a.effective_from <= $2::date and (a.effective_until is null or a.effective_until > $2::date) and a.post <> ''
       group by a.department, a.post order by a.department, bool_or(a.managerial) desc, a.post`,
      [tx.municipality, on],
    ),
    tx.query<{ login: string; name: string }>(
      `select c.login, c.name from tk.account c where c.municipality = $1 and c.staff is null order by c.login`,
      [tx.municipality],
    ),
  ]);
  return { posts: grouped(posts, ({ department }) => department), accounts };
}

/** Which forms are used, and who holds the offices that they pass. */
export async function formSettings(context: Context, actor: Actor): Promise<Answer<typeof viewRoute>> {
  ensure(mayViewFormSettings(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const on = formatLocalDate(at.day);
    const [scope, tree, uses, rows, { posts, accounts }] = await Promise.all([
      formScopeOf(tx, actor, at),
      readTree(tx, at.dutyDay),
      readUses(tx, on),
      holdingsAfter(tx, at.dutyDate),
      readHolders(tx, at.dutyDate),
    ]);
    const { named, vacant } = scope.offices;
    const stateOf = (office: string) => (vacant.has(office) ? 'vacant' : named.has(office) ? 'named' : 'unnamed');
    return {
      on,
      forms: formDefinitions.map(({ key, title, municipality }) => {
        return { key, title, municipality, used: uses.isUsed(key), named: uses.isNamed(key) };
      }),
      offices: [...officesOfForms].map(([office, forms]) => ({
        office,
        forms: forms.map((key) => definitionOf(key).title),
        used: forms.some(uses.isUsed),
        state: stateOf(office),
        holdings: rows.filter((row) => row.office === office).map((row) => holdingView(row, tree)),
      })),
      departments: tree.nodes.map(({ department }) => ({
        ...{ department, name: tree.path(department) },
        posts: (posts.get(department) ?? []).map(({ post }) => post),
      })),
      accounts: maySettleForms(actor) ? accounts : [],
      hrActs: scope.hrActs,
      mayWrite: maySettleForms(actor),
    };
  });
}

/** Chooses which forms are used. What stays as it is is not written; each change is a deed of its own. */
export async function chooseForms(
  context: Context,
  actor: Actor,
  { used }: Input<typeof chooseRoute>,
): Promise<Answer<typeof chooseRoute>> {
  ensure(maySettleForms(actor));
  const wanted = new Set(used.map((form) => definitionOf(form).key));
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const uses = await readUses(tx, formatLocalDate(at.day));
    const changed = formDefinitions.filter(({ key }) => uses.isUsed(key) !== wanted.has(key));
    for (const { key } of changed) {
      await tx.query(
        `insert into tk.form_use as u (municipality, form, used, chosen_by, chosen_at) values ($1, $2, $3, $4, $5)
         on conflict (municipality, form) do update set used = excluded.used, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`,
        [tx.municipality, key, wanted.has(key), actorName(actor), at.now],
      );
      await appendDeed(tx, {
        stream: `form-use/${key}`,
        kind: 'FormUseChosen',
        actor: actorName(actor),
        data: { used: wanted.has(key) },
        at: at.now,
      });
    }
    return { changed: changed.length };
  });
}
