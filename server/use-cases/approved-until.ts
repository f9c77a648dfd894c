import type { approvedUntil as route } from '@tokimori/contract/pc-control';
import type { Answer, Input } from '@tokimori/contract/route';
import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { Device } from '../access/device.ts';
import { refuse } from '../access/refusal.ts';
import type { Context } from '../context.ts';
import { formatInstant, instantOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { dayInput } from './reading/date-input.ts';
import { orderUntil } from './reading/days.ts';
import { here } from './reading/moment.ts';
import { standingOvertime } from './reading/overtime-rows.ts';

async function staffOf(tx: Tx, { staffNumber, account }: Input<typeof route>): Promise<string> {
  const [row] = await tx.query<{ staff: string }>(
    `select s.staff from tk.staff s where s.municipality = $1 and (s.staff = $2 or lower(s.pc_account) = lower($3)) order by s.staff limit 1`,
    [tx.municipality, staffNumber ?? null, account ?? null],
  );
  return (
    row?.staff ??
    refuse('staff.unknown', {
      status: 404,
      title: '職員が見つかりません',
      detail: `「${staffNumber ?? account}」の職員は登録されていません。職員番号か、職員のファイルのPCのアカウントを確かめてください。`,
    })
  );
}

/**
 * Until when a person may work on a duty date: the end of the allotted hours and of what was ordered, whichever is later. For software that
 * locks PCs; the hours that were worked are recorded and declared all the same.
 */
export async function approvedUntil(
  context: Context,
  device: Device | undefined,
  input: Input<typeof route>,
): Promise<Answer<typeof route>> {
  if (device === undefined) throw new Error('asked without a device');
  return context.store.tenant(device.municipality, async (tx) => {
    const at = await here(context, tx);
    const day = input.date === undefined ? at.dutyDay : dayInput('date', input.date);
    const [staff, parameters] = await Promise.all([staffOf(tx, input), context.parameters(tx, day)]);
    const date = formatLocalDate(day);
    const allotment = allotmentOf(parameters, day);
    const dutyEnds = allotment.kind === 'dutyDay' ? allotment.hours.until : null;
    const orderEnds = orderUntil(await standingOvertime(tx, [staff], date, date), date);
    const until = dutyEnds === null ? orderEnds : orderEnds === null ? dutyEnds : Math.max(dutyEnds, orderEnds);
    const shown = (minute: Minutes | null) => (minute === null ? null : formatInstant(instantOf(day, minute)));
    return {
      staffNumber: staff,
      dutyDate: date,
      dutyEnds: shown(dutyEnds),
      orderEnds: shown(orderEnds),
      until: shown(until),
    };
  });
}
