import { runBreaches } from '../../jobs/breaches-run.ts';
import { completeBreach } from '../breaches/breach.ts';
import { breachesView } from '../breaches/breaches.ts';
import { arima, HERE, type TownHall, takase } from './town-hall.ts';

export const words = {
  outline: '資格データの検証',
  reason: '応援を入れても期限に間に合わなかった',
  causes: ['欠員・休業者', '締切の集中'],
  mainCause: '欠員・休業者',
};

/** Excesses at a town hall: months that were handed over, and the records the run makes of them. */
export function exceededAt(hall: TownHall) {
  return {
    /** September: 国保係 52:00 (of which 10:00 特例) and 46:00, 財政課 45:01. */
    september: async () => {
      await hall.handOver('100001', '2026-09', 52 * 60, 10 * 60);
      await hall.handOver('100002', '2026-09', 46 * 60);
      await hall.handOver('300001', '2026-09', 45 * 60 + 1);
    },
    run: async () => {
      await hall.deriver.idle();
      return runBreaches(hall.context, HERE);
    },
    /** As if the last run had been some days ago. */
    forget: () =>
      hall.query(`update tk.breach_run as b set through = '2026-10-01'::date where b.municipality = $1`, [HERE]),
    /** The id of a record. */
    idOf: async (staff: string, limit = 'monthly'): Promise<string> => {
      const [row] = await hall.query<{ id: string }>(
        'select b.id from tk.breach b where b.municipality = $1 and b.staff = $2 and b.limit_name = $3',
        [HERE, staff, limit],
      );
      return row?.id ?? '00000000-0000-4000-8000-000000000000';
    },
    list: (who = arima, show: 'waiting' | 'completed' | 'lapsed' = 'waiting') =>
      breachesView(hall.context, who, { show, after: 0 }),
    complete: (id: string, given: Partial<typeof words> & { also?: string[] } = {}, who = takase) =>
      completeBreach(hall.context, who, { id, also: [], ...words, ...given }),
  };
}
