import { randomUUID } from 'node:crypto';
import type { Input } from '@tokimori/contract/route';
import type { recordAbsence as absenceRoute, giveMandate as giveRoute } from '@tokimori/contract/standing-in';
import type { Actor } from '../../context.ts';
import { recordAbsence } from '../standing-in/absences.ts';
import { giveMandate } from '../standing-in/mandates.ts';
import { HERE, type TownHall, takase } from './town-hall.ts';

export const actorOf = (staff: string, ...roles: Actor['roles']): Actor => ({
  municipality: HERE,
  login: staff,
  staff,
  roles,
});
/** 部長 of 市民部, in whose 保険年金課 高瀬 is the head; she is placed by `placeDirector`. */
export const director = actorOf('500001', 'staff', 'manager');
/** 西原 as the session has him on a day on which he stands in. */
export const deputy = actorOf('100002', 'staff', 'deputy');

export type Giving = Input<typeof giveRoute>;
export type Telling = Input<typeof absenceRoute>;

/** Mandates and absences at a town hall. */
export function standingInAt(hall: TownHall) {
  return {
    placeDirector: async () => {
      await hall.query(
        `insert into tk.staff (municipality, staff, name, kana, joined_on) values ($1, '500001', '岸 和代', 'キシ カズヨ', '2015-04-01')`,
        [HERE],
      );
      await hall.query(
        `insert into tk.appointment (municipality, staff, effective_from, department, post, managerial)
         values ($1, '500001', '2025-04-01', '10', '部長', true)`,
        [HERE],
      );
    },
    give: (more: Partial<Giving> = {}, who: Actor = takase) =>
      giveMandate(hall.context, who, {
        id: randomUUID(),
        department: '11',
        holder: '100002',
        kind: 'standIn',
        from: '2026-10-26',
        through: '2026-10-30',
        dailyLimit: null,
        reason: '課長の不在のとき',
        ...more,
      }),
    away: (more: Partial<Telling> = {}, who: Actor = takase) =>
      recordAbsence(hall.context, who, {
        id: randomUUID(),
        staff: '200001',
        from: '2026-10-26',
        through: '2026-10-27',
        reason: '出張',
        ...more,
      }),
    /** What a measure like 横浜市's brought due: the month of a person is final with the head of the 部局. */
    rise: (staff: string, month = '2026-10-01', state = 'open') =>
      hall.query(
        `insert into tk.due (municipality, month, measure, subject, instance, on_date, action, id, per, section, bureau, title, deed, what,
           by_roles, to_roles, causes, state, recorded_at)
         values ($1, $2::date, 'yokohama-approver-60', $3, $2::date, $2::date, 0, $4, 'person', '11', '10', '60時間', 'approver', '最終の承認',
           '{director}', '{manager,person}', '[]', $5, $6)`,
        [HERE, month, staff, randomUUID(), state, hall.context.clock.now()],
      ),
    /** Events of a stream: who did what in whose place. */
    journal: (stream: string) =>
      hall.query<{ kind: string; actor: string; on_behalf_of: string | null; reason: string }>(
        'select e.kind, e.actor, e.on_behalf_of, e.reason from tk.event e where e.municipality = $1 and e.stream = $2 order by e.seq',
        [HERE, stream],
      ),
  };
}
