import { isDeepStrictEqual } from 'node:util';
import type { endAgreement as endRoute, saveAgreement as saveRoute } from '@tokimori/contract/agreements';
import type { Answer, Input } from '@tokimori/contract/route';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { monthOf } from '@tokimori/law/time/months';
import { appendDeed } from '../../access/journal.ts';
import { ensure } from '../../access/policies.ts';
import { mayKeepAgreements } from '../../access/policies-agreements.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import { agreementOf } from '../../derive/article36/stored.ts';
import { readFirstRecord } from '../../derive/histories.ts';
import { markJudgements } from '../../derive/stale.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { actorName, doDeed, recordChanged } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { readTree } from '../reading/department-tree.ts';
import { dayOf, type Here, here } from '../reading/moment.ts';
import { type Checked, checkedBy, checkView, refuseAbove, refuseDates } from './check.ts';
import { type AgreementRow, agreementUnknown, appdxTable1Of, readAgreement, rowView } from './rows.ts';

type Save = Input<typeof saveRoute>;

/**
 * Keeps an agreement as it is written: lawful and filed it has effect (36条1項), else it is a draft. What is above a maximum of the law, what
 * overlaps with another agreement of the 事業場, and a change of what has effect that would take its effect away are refused.
 */
export async function saveAgreement(context: Context, actor: Actor, input: Save): Promise<Answer<typeof saveRoute>> {
  ensure(mayKeepAgreements(actor));
  refuseDates(input.document);
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { document } = input;
    await holdDepartment(tx, document.department);
    const [before, tree] = await Promise.all([readAgreement(tx, input.id, true), readTree(tx, at.day)]);
    if (tree.find(document.department) === undefined) departmentNotFound(document.department);
    const appdxTable1 = appdxTable1Of(tree, document.department);
    const endedOn = before?.ended_on ?? null;
    const checked = checkedBy(at.parameters, agreementOf(input.id, document, { appdxTable1, endedOn }));
    const shown = { tree, today: at.day, parameters: at.parameters };
    if (before !== null && isSame(before, input))
      return { state: rowView(before, shown).state, check: checkView(checked) };
    refuseUnfit(before, input, checked);
    const { effective } = checked.outcome;
    if (effective !== null) {
      if (input.replaces !== null) await endReplaced(tx, actor, at, input, effective.from);
      await refuseOverlap(tx, input, effective.from, effective.through);
    }
    await write(tx, at, input, checked);
    await appendDeed(tx, {
      stream: `agreement/${input.id}`,
      kind: effective === null ? 'AgreementDrafted' : 'AgreementRegistered',
      actor: actorName(actor),
      reason: input.reason,
      data: { document, replaces: input.replaces },
      at: at.now,
    });
    await judgeAgain(tx, at, [effective?.from, before?.effective_from]);
    const after = await readAgreement(tx, input.id);
    if (after === null) throw new Error(`agreement ${input.id} was not written`);
    return { state: rowView(after, shown).state, check: checkView(checked) };
  });
}

/** Two agreements of one 事業場 are kept one after the other, so that neither misses the other. */
async function holdDepartment(tx: Tx, department: string): Promise<void> {
  await tx.query(
    `select d.department from tk.department d where d.municipality = $1 and d.department = $2
     order by d.effective_from for update`,
    [tx.municipality, department],
  );
}

/** The same click twice. */
const isSame = (before: AgreementRow, { version, document }: Save): boolean =>
  before.version === version + 1 && isDeepStrictEqual(before.document, document);

function refuseUnfit(before: AgreementRow | null, input: Save, checked: Checked): void {
  if (before?.state === 'discarded') agreementUnknown();
  if ((before?.version ?? 0) !== input.version) recordChanged();
  refuseAbove(checked);
  if (before?.state !== 'registered') return;
  if (checked.outcome.effective === null)
    refuse('agreement.would-lose-effect', {
      status: 422,
      title: '効力のある協定を下書きに戻せません',
      detail:
        'この内容では法の項目が足りないか、届け出ていないことになります。協定をやめるときは、台帳から終わらせてください。',
    });
  if (input.reason === '')
    refuse('agreement.reason', {
      status: 422,
      title: '直す理由がありません',
      detail: '効力のある協定の内容を直すときは、理由を入力してください。理由は記録に残ります。',
      fields: [{ field: 'reason', code: 'missing', message: '直す理由を入力してください' }],
    });
}

/** Ends the agreement that the new one takes the place of, on the day before. */
async function endReplaced(tx: Tx, actor: Actor, at: Here, input: Save, from: EpochDay): Promise<void> {
  const replaced = input.replaces === null ? null : await readAgreement(tx, input.replaces, true);
  const fits =
    replaced !== null &&
    replaced.id !== input.id &&
    replaced.state === 'registered' &&
    replaced.department === input.document.department &&
    replaced.effective_from !== null &&
    dayOf(replaced.effective_from) < from;
  if (!fits)
    refuse('agreement.replaced-unfit', {
      status: 422,
      title: '置き換える協定が合いません',
      detail: '置き換えられるのは、同じ事業場の、新しい協定より前に始まった協定です。台帳で確かめてください。',
      fields: [{ field: 'replaces', code: 'unfit', message: '置き換える協定を選び直してください' }],
    });
  if (replaced.effective_through !== null && dayOf(replaced.effective_through) < from) return;
  await endOn(tx, actor, at, replaced, { on: from - 1, reason: `新しい協定(${input.id.slice(0, 8)})への置き換え` });
}

async function refuseOverlap(tx: Tx, input: Save, from: EpochDay, through: EpochDay | null): Promise<void> {
  const [other] = await tx.query<{ effective_from: string; effective_through: string | null }>(
    `select a.effective_from, a.effective_through from tk.agreement36 a
      where a.municipality = $1 and a.department = $2 and a.state = 'registered' and a.id <> $3
        and (a.effective_through is null or a.effective_through >= $4::date)
        and ($5::date is null or a.effective_from <= $5::date)
      order by a.effective_from limit 1`,
    [
      tx.municipality,
      input.document.department,
      input.id,
      formatLocalDate(from),
      through === null ? null : formatLocalDate(through),
    ],
  );
  if (other === undefined) return;
  const until = other.effective_through === null ? '' : `${other.effective_through} まで`;
  refuse('agreement.overlaps', {
    status: 409,
    title: 'この事業場には、同じ日に効力のある協定があります',
    detail: `${other.effective_from} から${until}の協定と重なります。「置き換える協定」でその協定を選ぶか、有効期間を直してください。`,
    fields: [
      { field: 'term.from', code: 'overlaps', message: '重ならない期間にするか、置き換える協定を選んでください' },
    ],
  });
}

async function write(tx: Tx, at: Here, { id, version, document }: Save, { outcome }: Checked): Promise<void> {
  const { effective } = outcome;
  const from = effective === null ? null : formatLocalDate(effective.from);
  const through = effective?.through ?? null;
  await tx.query(
    `insert into tk.agreement36 as a
       (municipality, id, department, state, effective_from, effective_through, document, version, recorded_at)
     values ($1, $2, $3, $4, $5::date, $6::date, $7::jsonb, $8, $9)
     on conflict (municipality, id) do update set department = excluded.department, state = excluded.state,
       effective_from = excluded.effective_from, effective_through = excluded.effective_through,
       document = excluded.document, version = excluded.version, recorded_at = excluded.recorded_at`,
    [
      tx.municipality,
      id,
      document.department,
      effective === null ? 'draft' : 'registered',
      from,
      through === null ? null : formatLocalDate(through),
      JSON.stringify(document),
      version + 1,
      at.now,
    ],
  );
}

/** Months whose judgement an agreement changes are judged again, from the first of these days that has a record. */
export async function judgeAgain(
  tx: Tx,
  at: Here,
  days: readonly (EpochDay | string | null | undefined)[],
): Promise<void> {
  const firsts = days
    .filter((day) => day !== null && day !== undefined)
    .map((day) => (typeof day === 'string' ? dayOf(day) : day));
  if (firsts.length === 0) return;
  const first = Math.max(monthOf(Math.min(...firsts)), await readFirstRecord(tx));
  if (first <= at.month) await markJudgements(tx, first, at.month);
}

async function endOn(
  tx: Tx,
  actor: Actor,
  at: Here,
  row: AgreementRow,
  { on, reason }: { readonly on: EpochDay; readonly reason: string },
): Promise<void> {
  const date = formatLocalDate(on);
  await tx.query(
    `update tk.agreement36 as a set effective_through = $3::date, ended_on = $3::date, version = a.version + 1, recorded_at = $4
      where a.municipality = $1 and a.id = $2`,
    [tx.municipality, row.id, date, at.now],
  );
  await appendDeed(tx, {
    stream: `agreement/${row.id}`,
    kind: 'AgreementEnded',
    actor: actorName(actor),
    reason,
    data: { on: date },
    at: at.now,
  });
  await judgeAgain(tx, at, [on + 1]);
}

/** Ends an agreement before its term by a last day, or throws a draft away. */
export async function endAgreement(
  context: Context,
  actor: Actor,
  { id, on, reason }: Input<typeof endRoute>,
): Promise<Answer<typeof endRoute>> {
  ensure(mayKeepAgreements(actor));
  const day = dayInput('on', on);
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const row = await readAgreement(tx, id, true);
    if (row === null || row.state === 'discarded') agreementUnknown();
    if (row.state === 'draft' || row.effective_from === null) await discard(tx, actor, at, row, reason);
    else {
      const [from, through] = [dayOf(row.effective_from), row.effective_through];
      if (day < from || (through !== null && day >= dayOf(through))) endOutside(row);
      await endOn(tx, actor, at, row, { on: day, reason });
    }
    return { ended: true };
  });
}

async function discard(tx: Tx, actor: Actor, at: Here, row: AgreementRow, reason: string): Promise<void> {
  await tx.query(
    `update tk.agreement36 as a set state = 'discarded', version = a.version + 1 where a.municipality = $1 and a.id = $2`,
    [tx.municipality, row.id],
  );
  const stream = `agreement/${row.id}`;
  await appendDeed(tx, { stream, kind: 'AgreementDiscarded', actor: actorName(actor), reason, at: at.now });
}

function endOutside({ effective_from: from, effective_through: through }: AgreementRow): never {
  return refuse('agreement.end-outside', {
    status: 422,
    title: '終わりの日が正しくありません',
    detail: `最後の日は、${from} から${through === null ? '後' : ` ${through} の前の日まで`}の日にしてください。`,
    fields: [{ field: 'on', code: 'outside', message: '協定の期間の中の日にしてください' }],
  });
}
