import { randomUUID } from 'node:crypto';
import { parseLocalDate } from '@tokimori/law/time/civil';
import type { Actor } from '../../context.ts';
import { type Deriver, startDeriver } from '../../derive/deriver.ts';
import { markStale } from '../../derive/stale.ts';
import { modelParameters } from '../../installation/ordinance-files.ts';
import { instantOf } from '../../runtime/clock.ts';
import type { Store, Tx } from '../../store/tenant.ts';
import { type TestContext, testContext } from '../../store/testing/test-context.ts';

/** A municipality with two bureaus: 市民部 › 保険年金課 › 国保係 and 企画財政部 › 財政課, for tests of use cases. */
export const HERE = '992011';
/** Another municipality of the installation with the same numbers of staff and departments. */
export const ELSEWHERE = '992020';

/** 令和8年10月26日(月) 8:29. */
export const MORNING = '2026-10-26T08:29:00+09:00';

const departments = [
  ['10', '市民部', 'bureau', null],
  ['11', '保険年金課', 'division', '10'],
  ['111', '国保係', 'section', '11'],
  ['20', '企画財政部', 'bureau', null],
  ['21', '財政課', 'division', '20'],
  ['30', '総務部', 'bureau', null],
  ['31', '人事課', 'division', '30'],
] as const;
const people = [
  ['100001', '森下 千尋', 'モリシタ チヒロ', '111', '主任', false],
  ['100002', '西原 拓海', 'ニシハラ タクミ', '111', '主任', false],
  ['200001', '高瀬 誠', 'タカセ マコト', '11', '課長', true],
  ['300001', '椎名 航平', 'シイナ コウヘイ', '21', '主任', false],
  ['300009', '小野 直樹', 'オノ ナオキ', '21', '課長', true],
  ['400001', '有馬 真理', 'アリマ マリ', '31', '係長', false],
] as const;

const actor = (staff: string, ...roles: Actor['roles']): Actor => ({ municipality: HERE, login: staff, staff, roles });

export const morishita = actor('100001', 'staff');
export const nishihara = actor('100002', 'staff');
export const takase = actor('200001', 'staff', 'manager');
export const shiina = actor('300001', 'staff');
export const ono = actor('300009', 'staff', 'manager');
export const arima = actor('400001', 'staff', 'hr');
/** The same person seen from the other municipality. */
export const there = (who: Actor): Actor => ({ ...who, municipality: ELSEWHERE });

export type TownHall = {
  readonly context: TestContext;
  readonly deriver: Deriver;
  /** Punches of a day: `8:22`, `19:52`; null where there was none. Minutes may pass 24:00. */
  readonly work: (
    staff: string,
    date: string,
    from: number | null,
    until: number | null,
    municipality?: string,
  ) => Promise<void>;
  /** A past month handed over as a total, in minutes. */
  readonly handOver: (staff: string, month: string, overtime: number, exceptional?: number) => Promise<void>;
  readonly query: <R extends object>(text: string, values?: readonly unknown[]) => Promise<R[]>;
};

/** Opens both municipalities at a moment. */
export async function openTownHall(store: Store, now: string = MORNING): Promise<TownHall> {
  const context = testContext({ now, store });
  for (const [code, name] of [
    [HERE, '美汐市'],
    [ELSEWHERE, '別野町'],
  ] as const) {
    await store.registerMunicipality(code, name, context.clock.now());
    await store.tenant(code, (tx) => settle(tx, context));
  }
  const deriver = startDeriver(context);
  return {
    context,
    deriver,
    work: (staff, date, from, until, municipality = HERE) =>
      store.tenant(municipality, async (tx) => {
        if (from !== null) await punch(tx, staff, date, from, 'in');
        if (until !== null) await punch(tx, staff, date, until, 'out');
      }),
    handOver: (staff, month, overtime, exceptional = 0) =>
      store.tenant(HERE, async (tx) => {
        await tx.query(
          `insert into tk.month_fact (municipality, month, staff, overtime, exceptional, recorded_at) values ($1, $2, $3, $4, $5, $6)`,
          [HERE, `${month}-01`, staff, overtime, exceptional, context.clock.now()],
        );
        await markStale(tx, [{ staff, firstDate: `${month}-01`, lastDate: `${month}-01` }]);
      }),
    query: (text, values) => store.tenant(HERE, (tx) => tx.query(text, values)),
  };
}

async function settle(tx: Tx, context: TestContext): Promise<void> {
  await tx.query(
    'insert into tk.ordinance (municipality, effective_from, document, recorded_at) values ($1, $2, $3, $4)',
    [tx.municipality, '2019-04-01', JSON.stringify(modelParameters()), context.clock.now()],
  );
  for (const [department, name, kind, parent] of departments) {
    await tx.query(
      `insert into tk.department (municipality, department, effective_from, name, kind, parent) values ($1, $2, '2019-04-01', $3, $4, $5)`,
      [tx.municipality, department, name, kind, parent],
    );
  }
  for (const [staff, name, kana, department, post, managerial] of people) {
    await tx.query(
      `insert into tk.staff (municipality, staff, name, kana, joined_on) values ($1, $2, $3, $4, '2015-04-01')`,
      [tx.municipality, staff, name, kana],
    );
    await tx.query(
      `insert into tk.appointment (municipality, staff, effective_from, department, post, managerial) values ($1, $2, '2025-04-01', $3, $4, $5)`,
      [tx.municipality, staff, department, post, managerial],
    );
  }
}

async function punch(tx: Tx, staff: string, date: string, minute: number, direction: 'in' | 'out'): Promise<void> {
  const at = instantOf(parseLocalDate(date) ?? Number.NaN, minute);
  await tx.query(
    `insert into tk.punch (municipality, month, staff, occurred_at, id, direction, source, recorded_at)
     values ($1, $2, $3, $4, $5, $6, 'card', $4)`,
    [tx.municipality, `${date.slice(0, 7)}-01`, staff, at, randomUUID(), direction],
  );
  await markStale(tx, [{ staff, firstDate: date, lastDate: date }]);
}
