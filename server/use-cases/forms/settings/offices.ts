import type { endFormOffice as endRoute, giveFormOffice as giveRoute } from '@tokimori/contract/form-settings';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import {
  endOffice,
  type FormOfficeEvent,
  giveOffice,
  handOverOffice,
  type OfficeHolding,
} from '@tokimori/records/form-office';
import { ensure } from '../../../access/policies.ts';
import { mayApproveForms, maySettleForms } from '../../../access/policies-forms.ts';
import { refuse } from '../../../access/refusal.ts';
import type { Actor, Context } from '../../../context.ts';
import type { Tx } from '../../../store/tenant.ts';
import { actorName, append, doDeedOnce } from '../../journal.ts';
import { dayInput } from '../../reading/date-input.ts';
import { type Here, here } from '../../reading/moment.ts';
import { refuseDeed } from '../../refused-deed.ts';
import { holdingOf, holdingsAfter, type OfficeRow, readHolding } from './office-rows.ts';
import { officesOfForms } from './settings.ts';

/** The first day on which a holding does not hold any more. */
const untilOf = (through: string | null): string | null =>
  through === null ? null : formatLocalDate(dayInput('through', through) + 1);

const unknown = (field: string, what: string, cure: string): never =>
  refuse('form-office.unknown', {
    status: 422,
    title: `${what}が見つかりません`,
    detail: cure,
    fields: [{ field, code: 'form-office.unknown', message: cure }],
  });

/** The office stands in a form, and whoever is named is there. */
async function ensureKnown(tx: Tx, { office, kind, holder, department, from }: OfficeHolding): Promise<void> {
  if (!officesOfForms.has(office)) unknown('office', '役職', '一覧から役職を選んでください。');
  if (kind === 'vacant') return;
  if (holder === '') unknown('holder', '就く人', '職員番号、アカウント又は職名を入力してください。');
  const [row] = await tx.query<{ found: boolean }>(
    `select case $2
       when 'staff' then exists (select 1 from tk.staff s where s.municipality = $1 and s.staff = $3
                                   and (s.left_on is null or s.left_on >= $5::date))
       when 'account' then exists (select 1 from tk.account c where c.municipality = $1 and c.login = $3)
       else exists (select 1 from tk.appointment a where a.municipality = $1 and a.department = $4 and a.post = $3
                      and (a.effective_until is null or a.effective_until > $5::date)) end as found`,
    [tx.municipality, kind, holder, department, from],
  );
  if (row?.found === true) return;
  if (kind === 'staff') unknown('holder', '職員', '在職している職員の職員番号を入力してください。');
  if (kind === 'account') unknown('holder', 'アカウント', 'ログインに使うアカウントの名前を入力してください。');
  unknown(
    'holder',
    'その部署の職名に就いている人',
    '発令のとおりの部署と職名を入力してください。置いていない役職は「欠員」にします。',
  );
}

/** Whoever is named may approve: at least one account of theirs, where they have one already. */
async function ensureMayApprove(tx: Tx, { kind, holder, department, from }: OfficeHolding): Promise<void> {
  if (kind === 'vacant') return;
  const accounts = await tx.query<Pick<Actor, 'roles'>>(
    `select c.roles from tk.account c
     where c.municipality = $1 and case $2
       when 'account' then c.login = $3
       when 'staff' then c.staff = $3
       else exists (select 1 from tk.appointment a where a.municipality = $1 and a.staff = c.staff and a.department = $4 and a.post = $3
                      and (a.effective_until is null or a.effective_until > $5::date)) end`,
    [tx.municipality, kind, holder, department, from],
  );
  if (accounts.length === 0 || accounts.some(mayApproveForms)) return;
  const cure = '職員・所属長・人事課・特別職のいずれかの権限を持つ人を指定してください。';
  refuse('form-office.cannot-approve', {
    status: 422,
    title: 'この人は様式を承認できません',
    detail: `「${holder}」のアカウントは、見るだけ又は管理だけの権限です。割り当てると様式が止まります。${cure}`,
    fields: [{ field: 'holder', code: 'form-office.cannot-approve', message: cure }],
  });
}

async function journalOffice(
  tx: Tx,
  actor: Actor,
  at: Here,
  deed: {
    readonly id: string;
    readonly after: number;
    readonly events: readonly FormOfficeEvent[];
    readonly reason: string;
  },
): Promise<number> {
  const { id, ...rest } = deed;
  return append(tx, { stream: `form-office/${id}`, actor: actorName(actor), occurredAt: at.now, ...rest });
}

/** Writes that a holding ended. */
async function writeEnd(tx: Tx, actor: Actor, at: Here, row: OfficeRow, until: string, reason: string): Promise<void> {
  const data = { kind: 'FormOfficeEnded', data: { until } } as const;
  const version = await journalOffice(tx, actor, at, { id: row.id, after: row.version, events: [data], reason });
  await tx.query(
    `update tk.form_office as o set effective_until = $3, ended_by = $4, ended_at = $5, version = $6
     where o.municipality = $1 and o.id = $2`,
    [tx.municipality, row.id, until, actorName(actor), at.now, version],
  );
}

/**
 * Names who holds an office from a day on, or that nobody does; where it is handed over, whoever held it ends the day before. The same again is the same.
 * @throws Refusal 403, 409 `form-office.overlap`, `form-office.id-taken`, 422 `form-office.unknown`, `form-office.cannot-approve`
 */
export async function giveFormOffice(
  context: Context,
  actor: Actor,
  input: Input<typeof giveRoute>,
): Promise<Answer<typeof giveRoute>> {
  ensure(maySettleForms(actor));
  dayInput('from', input.from);
  const { id, office, kind, reason, from } = input;
  const holding: OfficeHolding = {
    ...{ id, office, kind, from, until: untilOf(input.through) },
    holder: kind === 'vacant' ? '' : input.holder,
    department: kind === 'post' ? input.department : '',
  };
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    await ensureKnown(tx, holding);
    await ensureMayApprove(tx, holding);
    // One after the other: two that are named at once see each other.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1 || '/form-office', 0))`, [tx.municipality]);
    const [row, others] = await Promise.all([readHolding(tx, id), holdingsAfter(tx, from, office)]);
    const known = row === null ? null : holdingOf(row);
    const { decided, ending } = input.handOver
      ? handOverOffice(holding, known, others.map(holdingOf))
      : { decided: giveOffice(holding, known, others.map(holdingOf)), ending: [] };
    if ('refused' in decided) return refuseDeed(decided.refused);
    if (decided.events.length === 0) return { given: true };
    const ended = new Set(ending.map((each) => each.id));
    for (const each of others) if (ended.has(each.id)) await writeEnd(tx, actor, at, each, from, reason);
    const version = await journalOffice(tx, actor, at, { id, after: 0, events: decided.events, reason });
    await tx.query(
      `insert into tk.form_office (municipality, id, office, kind, holder, department, effective_from, effective_until, reason, given_by, given_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[tx.municipality, id, office, kind, holding.holder, holding.department, from, holding.until, reason],
        ...[actorName(actor), at.now, version],
      ],
    );
    return { given: true };
  });
}

/** Ends a holding. What was approved under it stands. @throws Refusal 403, 404 `form-office.not-found` */
export async function endFormOffice(
  context: Context,
  actor: Actor,
  { id, until }: Input<typeof endRoute>,
): Promise<Answer<typeof endRoute>> {
  ensure(maySettleForms(actor));
  dayInput('until', until);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const row = await readHolding(tx, id);
    if (row === null)
      return refuse('form-office.not-found', {
        status: 404,
        title: 'この割り当ては見つかりません',
        detail: '画面を読み込み直して、一覧から選び直してください。',
      });
    const decided = endOffice(holdingOf(row), until);
    if ('refused' in decided) return refuseDeed(decided.refused);
    if (decided.events.length === 0) return { ended: true };
    await writeEnd(tx, actor, at, row, until, '');
    return { ended: true };
  });
}
