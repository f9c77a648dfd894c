import { randomUUID } from 'node:crypto';
import { type EpochDay, formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import type { MonthIndex } from '@tokimori/law/time/months';
import { lastDayOf, monthOf } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import { instantOf } from '../../runtime/clock.ts';
import type { Store, Tx } from '../../store/tenant.ts';
import { type TestContext, testContext } from '../../store/testing/test-context.ts';
import { monthDate } from '../facts.ts';
import { markEverybody, markStale } from '../stale.ts';

/** A small town for tests of the deriver: facts are written as the use cases write them, with their stale days. */
export type Town = ReturnType<typeof town>;

export const CODE = '992011';

/** Opens a town with the model's parameters at a moment (ISO 8601 with offset). */
export async function openTown(store: Store, now: string, code = CODE): Promise<Town> {
  const context = testContext({ now, store });
  await store.registerMunicipality(code, '試験市', context.clock.now());
  const parameters = await store.tenant(code, (tx) => context.parameters(tx, 0));
  const made = town(context, code);
  await made.ordinance('2019-04-01', parameters, { stale: false });
  return made;
}

type Person = { joined?: string; left?: string | null; department?: string; managerial?: boolean };

function town(context: TestContext, code: string) {
  const act = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => context.store.tenant(code, work);
  const today = () => formatLocalDate(Math.floor((context.clock.now().getTime() / 60_000 + 540) / 1440));
  const endOfMonth = () => formatLocalDate(lastDayOf(monthOf(dayOf(today()))));
  return {
    code,
    context,
    act,
    async ordinance(from: string, parameters: Parameters, { stale = true } = {}) {
      await act(async (tx) => {
        await tx.query(
          `insert into tk.ordinance (municipality, effective_from, document, recorded_at) values ($1, $2, $3, $4)
           on conflict (municipality, effective_from) do update set document = excluded.document`,
          [code, from, JSON.stringify(parameters), context.clock.now()],
        );
        if (stale) await markEverybody(tx, from, today());
      });
    },
    async department(department: string, parent: string | null = null) {
      await act((tx) =>
        tx.query(
          `insert into tk.department (municipality, department, effective_from, name, kind, parent)
           values ($1, $2, '2000-04-01', $2, 'division', $3)`,
          [code, department, parent],
        ),
      );
    },
    async designate(department: string, from: string, until: string | null = null) {
      await act(async (tx) => {
        await tx.query(
          `insert into tk.designation (municipality, department, effective_from, effective_until, published_on, reason)
           values ($1, $2, $3, $4, $3, 'test')
           on conflict (municipality, department, effective_from) do update set effective_until = excluded.effective_until`,
          [code, department, from, until],
        );
        if (from <= today()) await markEverybody(tx, from, today());
      });
    },
    async hire(
      staff: string,
      { joined = '2015-04-01', left = null, department = 'A', managerial = false }: Person = {},
    ) {
      await act(async (tx) => {
        await tx.query(
          'insert into tk.staff (municipality, staff, name, joined_on, left_on) values ($1, $2, $2, $3, $4)',
          [code, staff, joined, left],
        );
        await tx.query(
          `insert into tk.appointment (municipality, staff, effective_from, department, managerial) values ($1, $2, $3, $4, $5)`,
          [code, staff, joined, department, managerial],
        );
        await markStale(tx, [{ staff, firstDate: joined, lastDate: endOfMonth() }]);
      });
    },
    async leave(staff: string, left: string | null, from: string) {
      await act(async (tx) => {
        await tx.query('update tk.staff s set left_on = $3 where s.municipality = $1 and s.staff = $2', [
          code,
          staff,
          left,
        ]);
        await markStale(tx, [{ staff, firstDate: from, lastDate: endOfMonth() }]);
      });
    },
    async appoint(staff: string, from: string, department: string, managerial = false) {
      await act(async (tx) => {
        await tx.query(
          `insert into tk.appointment (municipality, staff, effective_from, department, managerial) values ($1, $2, $3, $4, $5)
           on conflict (municipality, staff, effective_from, department) do update set managerial = excluded.managerial`,
          [code, staff, from, department, managerial],
        );
        await markStale(tx, [{ staff, firstDate: await firstTouched(tx, staff, from), lastDate: today() }]);
      });
    },
    async unappoint(staff: string, from: string) {
      await act(async (tx) => {
        await tx.query(
          'delete from tk.appointment a where a.municipality = $1 and a.staff = $2 and a.effective_from = $3',
          [code, staff, from],
        );
        await markStale(tx, [{ staff, firstDate: await firstTouched(tx, staff, from), lastDate: today() }]);
      });
    },
    /** Punches at `2026-11-04 17:15` (minutes past 24:00 are not written so). */
    async punch(
      staff: string,
      at: string,
      direction: 'in' | 'out' | 'unknown',
      source = 'card',
      id: string = randomUUID(),
    ) {
      const [date, time] = at.split(' ') as [string, string];
      const [hour, minute] = time.split(':').map(Number) as [number, number];
      await act((tx) => punchAt(tx, staff, dayOf(date), hour * 60 + minute, { direction, source, id }));
    },
    async overtime(staff: string, date: string, given: Partial<OvertimeRow> = {}): Promise<string> {
      const id = given.id ?? randomUUID();
      await act(async (tx) => {
        const row = {
          state: 'ordered',
          from: 1035,
          until: 1155,
          minutes: 120,
          category: 'normal',
          allowance: null,
          ...given,
        };
        await tx.query(
          `insert into tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes, category, allowance, version)
           values ($1, $2, $3, $4, 'A', $5, $6, $7, $8, $9, $10, 1)
           on conflict (municipality, id) do update set state = excluded.state, from_minute = excluded.from_minute,
             until_minute = excluded.until_minute, minutes = excluded.minutes`,
          [code, id, staff, date, row.state, row.from, row.until, row.minutes, row.category, row.allowance],
        );
        await markStale(tx, [{ staff, firstDate: date, lastDate: date }]);
      });
      return id;
    },
    async correct(
      staff: string,
      date: string,
      kind: 'punch' | 'discrepancy',
      minutes: [number | null, number | null] = [null, null],
      state = 'accepted',
    ) {
      await act(async (tx) => {
        const now = context.clock.now();
        await tx.query(
          `insert into tk.correction (municipality, id, staff, duty_date, kind, state, in_minute, out_minute, reason, requested_by, requested_at, decided_at, version)
           values ($1, $2, $3, $4, $5, $6, $7, $8, 'test', $3, $9, $9, 1)`,
          [code, randomUUID(), staff, date, kind, state, minutes[0], minutes[1], now],
        );
        await markStale(tx, [{ staff, firstDate: date, lastDate: date }]);
      });
    },
    async handOver(staff: string, month: MonthIndex, overtime: number, exceptional = 0) {
      await act(async (tx) => {
        await tx.query(
          `insert into tk.month_fact (municipality, month, staff, overtime, exceptional, recorded_at) values ($1, $2, $3, $4, $5, $6)
           on conflict (municipality, month, staff) do update set overtime = excluded.overtime, exceptional = excluded.exceptional`,
          [code, monthDate(month), staff, overtime, exceptional, context.clock.now()],
        );
        await markStale(tx, [{ staff, firstDate: monthDate(month), lastDate: monthDate(month) }]);
      });
    },
    record: (staff: string, month: string) =>
      act(async (tx) => {
        const [row] = await tx.query(
          'select r.* from tk.month_record r where r.municipality = $1 and r.staff = $2 and r.month = $3',
          [code, staff, `${month}-01`],
        );
        return row as MonthRow | undefined;
      }),
    standing: (staff: string, month: string) =>
      act(async (tx) => {
        const [row] = await tx.query(
          'select t.state, t.remaining, t.binding, t.forecast, t.judged_on, t.department from tk.standing t where t.municipality = $1 and t.staff = $2 and t.month = $3',
          [code, staff, `${month}-01`],
        );
        return row;
      }),
    limits: (staff: string, month: string) =>
      act((tx) =>
        tx.query<{ limit_name: string; state: string; value: number; slack: number }>(
          'select l.limit_name, l.state, l.value, l.slack from tk.standing_limit l where l.municipality = $1 and l.staff = $2 and l.month = $3 order by l.limit_name',
          [code, staff, `${month}-01`],
        ),
      ),
  };
}

type OvertimeRow = {
  id: string;
  state: string;
  from: number | null;
  until: number | null;
  minutes: number;
  category: string;
  allowance: number | null;
};
export type MonthRow = Record<string, number[] | number | string | boolean | null> & {
  day_state: number[];
  overtime: number;
  source: string;
  externally_driven: boolean;
};

type PunchGiven = { direction: string; source: string; id: string };

/** A change of the first post reaches back over the months before it, which count as its department's. */
async function firstTouched(tx: Tx, staff: string, from: string): Promise<string> {
  const [earlier] = await tx.query(
    'select 1 from tk.appointment a where a.municipality = $1 and a.staff = $2 and a.effective_from < $3 limit 1',
    [tx.municipality, staff, from],
  );
  return earlier === undefined ? '2015-04-01' : from;
}

async function punchAt(tx: Tx, staff: string, day: EpochDay, minute: number, given: PunchGiven): Promise<void> {
  const at = instantOf(day, minute);
  const civil = day + Math.floor(minute / 1440);
  const fresh = await tx.query(
    `insert into tk.punch_id (municipality, id, month) values ($1, $2, $3)
     on conflict (municipality, id) do nothing returning id`,
    [tx.municipality, given.id, monthDate(monthOf(civil))],
  );
  if (fresh.length === 0) return;
  await tx.query(
    `insert into tk.punch (municipality, month, staff, occurred_at, id, direction, source, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $4)`,
    [tx.municipality, monthDate(monthOf(civil)), staff, at, given.id, given.direction, given.source],
  );
  await markStale(tx, [{ staff, firstDate: formatLocalDate(civil - 1), lastDate: formatLocalDate(civil + 1) }]);
}

function dayOf(date: string): EpochDay {
  const day = parseLocalDate(date);
  if (day === undefined) throw new Error(date);
  return day;
}
