import type {
  checkPriorNotice as checkRoute,
  filePriorNotice as fileRoute,
  withdrawPriorNotice as withdrawRoute,
} from '@tokimori/contract/designations';
import type { Answer, Input } from '@tokimori/contract/route';
import { appendDeed } from '../../access/journal.ts';
import { ensure } from '../../access/policies.ts';
import { mayFilePriorNotice, mayViewExceptional } from '../../access/policies-agreements.ts';
import { refuse } from '../../access/refusal.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, doDeed, recordChanged } from '../journal.ts';
import { here } from '../reading/moment.ts';
import { placeWithin } from '../reading/persons.ts';
import { judgeNotice } from './judge-notice.ts';
import { noticeUnknown, readNotice } from './notice-rows.ts';
import { isSame, rowOf, writeNotice } from './write-notice.ts';

type Given = Input<typeof fileRoute>;

/** What a notice would be, while it is written. */
export async function checkPriorNotice(
  context: Context,
  actor: Actor,
  { department, version: _, ...given }: Input<typeof checkRoute>,
): Promise<Answer<typeof checkRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    ensure(mayViewExceptional(actor, await scopeOf(tx, actor, at.dutyDate), department));
    await placeIn(tx, department, given.staff, at.dutyDate);
    return judgeNotice(context, tx, at, given);
  });
}

/**
 * Files a notice of 特例業務 of one person and task, or corrects one. It is taken late and incomplete too, and says so; a correction keeps the day
 * on which it was filed first.
 */
export async function filePriorNotice(context: Context, actor: Actor, input: Given): Promise<Answer<typeof fileRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { department, id, version, ...given } = input;
    const [scope, placed, before] = await Promise.all([
      scopeOf(tx, actor, at.dutyDate),
      placeIn(tx, department, given.staff, at.dutyDate),
      readNotice(tx, id, true),
    ]);
    ensure(mayFilePriorNotice(actor, scope, { staff: given.staff, department: placed }));
    if (before !== null) ensure(mayFilePriorNotice(actor, scope, before));
    const judged = await judgeNotice(context, tx, at, given);
    const filedBy = actorName(actor);
    const row = rowOf({ id, version, ...given }, { department: placed, filedBy, at, judged, before });
    if (before !== null && before.version === version + 1 && isSame(before, row)) return judged;
    if (before?.state === 'withdrawn') noticeUnknown();
    if (before !== null && before.staff !== row.staff) recordChanged();
    if ((before?.version ?? 0) !== version) recordChanged();
    await writeNotice(tx, row, { actor: filedBy, at });
    return judged;
  });
}

/** Where in a section the person is placed; 422 for somebody of another section. */
async function placeIn(tx: Tx, section: string, staff: string, on: string): Promise<string> {
  const place = await placeWithin(tx, section, staff, on);
  if (place !== null) return place;
  return refuse('prior-notice.not-in-section', {
    status: 422,
    title: 'この課の職員ではありません',
    detail: '届け出られるのは、いまこの課に所属する職員の業務です。職員を選び直してください。',
    fields: [{ field: 'staff', code: 'not-in-section', message: 'この課の職員を選んでください' }],
  });
}

/** 取下げ of a notice. Orders that rested on it stand, and are shown without one. */
export async function withdrawPriorNotice(
  context: Context,
  actor: Actor,
  { id, reason }: Input<typeof withdrawRoute>,
): Promise<Answer<typeof withdrawRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [row, scope] = await Promise.all([readNotice(tx, id, true), scopeOf(tx, actor, at.dutyDate)]);
    if (row === null) noticeUnknown();
    ensure(mayFilePriorNotice(actor, scope, row));
    if (row.state === 'withdrawn') return { withdrawn: true };
    await tx.query(
      `update tk.prior_notice as p set state = 'withdrawn', version = p.version + 1 where p.municipality = $1 and p.id = $2`,
      [tx.municipality, id],
    );
    const stream = `notice/${id}`;
    await appendDeed(tx, { stream, kind: 'PriorNoticeWithdrawn', actor: actorName(actor), reason, at: at.now });
    return { withdrawn: true };
  });
}
