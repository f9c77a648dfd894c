import { randomUUID } from 'node:crypto';
import { parseLocalDate } from '@tokimori/law/time/civil';
import type { DifferenceAnswer } from '@tokimori/records/correction';
import type { Actor } from '../../context.ts';
import { markStale } from '../../derive/stale.ts';
import { runDifferences } from '../../jobs/differences-run.ts';
import { instantOf } from '../../runtime/clock.ts';
import { reportCorrection } from '../corrections.ts';
import { HERE, type TownHall } from './town-hall.ts';

/** Days with records of other sources than the card, and what people say about them. */
export function differenceDays(hall: TownHall) {
  return {
    /** A stay by another source: first and last minute of the duty date. */
    trace: async (source: 'pc' | 'gate', staff: string, date: string, from: number, until: number): Promise<void> => {
      const day = parseLocalDate(date) ?? Number.NaN;
      for (const [minute, direction] of [
        [from, 'in'],
        [until, 'out'],
      ] as const) {
        await hall.query(
          `insert into tk.punch (municipality, month, staff, occurred_at, id, direction, source, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $4)`,
          [HERE, `${date.slice(0, 7)}-01`, staff, instantOf(day, minute), randomUUID(), direction, source],
        );
      }
      await hall.context.store.tenant(HERE, (tx) => markStale(tx, [{ staff, firstDate: date, lastDate: date }]));
    },
    /** Compares everybody, once the days are made. */
    compare: async (municipality = HERE): Promise<number | null> => {
      await hall.deriver.idle();
      return runDifferences(hall.context, municipality);
    },
    /** As if records of days had come by a file. */
    cameLate: (first: string, last: string) =>
      hall.query(
        'insert into tk.difference_look (municipality, id, first_date, last_date) values ($1, $2, $3::date, $4::date)',
        [HERE, randomUUID(), first, last],
      ),
    /** The person answers. @returns the id of the correction */
    answer: async (who: Actor, date: string, answer: DifferenceAnswer, id: string = randomUUID()): Promise<string> => {
      await reportCorrection(hall.context, who, {
        id,
        date,
        kind: 'discrepancy',
        in: null,
        out: null,
        reason: '窓口の片付け',
        answer,
      });
      return id;
    },
    rows: () =>
      hall.query<{
        staff: string;
        duty_date: string;
        state: string;
        kind: string;
        minutes: number;
        due_on: string | null;
      }>(
        `select d.staff, d.duty_date, d.state, d.kind, d.minutes, d.due_on from tk.difference d
         where d.municipality = $1 order by d.duty_date, d.staff`,
        [HERE],
      ),
  };
}

/** A difference in one line. */
export const told = (
  rows: readonly {
    staff: string;
    duty_date: string;
    state: string;
    kind: string;
    minutes: number;
    due_on: string | null;
  }[],
) => rows.map((row) => [row.staff, row.duty_date, row.kind, row.minutes, row.state, row.due_on ?? '-'].join(' '));
