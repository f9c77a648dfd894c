import { randomUUID } from 'node:crypto';
import type { orderOvertime as orderRoute } from '@tokimori/contract/manager';
import type { Input } from '@tokimori/contract/route';
import type { requestOvertime as requestRoute } from '@tokimori/contract/staff';
import { orderOvertime } from '../overtime-decision.ts';
import { requestOvertime } from '../overtime-request.ts';
import { staffMonth } from '../staff-month.ts';
import { arima, morishita, type TownHall, takase } from './town-hall.ts';

export type Request = Input<typeof requestRoute>;
export type Order = Input<typeof orderRoute>;

/** A request for 17:15–19:45 of the running day. */
export const asking = (given: Partial<Request> = {}): Request => ({
  id: randomUUID(),
  date: '2026-10-26',
  from: 1035,
  until: 1185,
  category: 'normal',
  work: '資格データの検証',
  why: '窓口の対応が長引く',
  ...given,
});

export const ordering = (id: string, given: Partial<Order> = {}): Order => ({
  id,
  note: '',
  healthConfirmed: false,
  ...given,
});

/** Deeds on overtime at a town hall, and what they leave behind. */
export function overtimeAt(hall: TownHall) {
  const request = (input: Request, who = morishita) => requestOvertime(hall.context, who, input);
  const order = (input: Order, who = takase) => orderOvertime(hall.context, who, input);
  return {
    request,
    order,
    /** Asked for and ordered, from 17:15 of a day; answers with its id. */
    ordered: async (who: typeof morishita, date: string, until: number, head = takase): Promise<string> => {
      const input = asking({ date, until, work: '国保システムの更新' });
      await request(input, who);
      await order(ordering(input.id), head);
      return input.id;
    },
    /** Kinds of the events of an overtime. */
    kinds: async (id: string): Promise<string[]> => {
      const rows = await hall.query<{ kind: string }>(
        'select e.kind from tk.event e where e.municipality = $1 and e.stream = $2 order by e.seq',
        [morishita.municipality, `overtime/${id}`],
      );
      return rows.map((row) => row.kind);
    },
    month: (staff: string, of = '2026-10') => staffMonth(hall.context, arima, { staff, month: of }),
  };
}
