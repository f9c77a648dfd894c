import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { foundTown, TOWN, testApp, visit } from '../http/testing/town.ts';
import { dayStates } from '../store/day-state.ts';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { testContext } from '../store/testing/test-context.ts';

type Day = { state?: (typeof dayStates)[number]; discrepancy?: number; unclassifiable?: 1 };

eachDatabase('what waits for somebody', (open) => {
  let store: TestStore;
  let app: ReturnType<typeof testApp>;
  beforeAll(async () => {
    store = await open();
    await foundTown(store, TOWN);
    app = testApp(testContext({ now: '2026-11-10T09:00:00+09:00', store }));
  });

  /** A month record that is plain but for some days. */
  async function record(
    staff: string,
    department: string,
    month: string,
    days: Readonly<Record<number, Day>>,
    managerial = false,
  ) {
    const columns = await store.asOwner<{ name: string; type: string }>(
      `select column_name as name, udt_name as type from information_schema.columns
       where table_schema = 'tk' and table_name = 'month_record' and is_nullable = 'NO'`,
    );
    const ofDays = (value: (day: Day) => number) =>
      Array.from({ length: 30 }, (_, index) => value(days[index + 1] ?? {}));
    const own: Readonly<Record<string, unknown>> = {
      municipality: TOWN,
      month,
      staff,
      department,
      managerial,
      source: 'days',
      externally_driven: false,
      day_state: ofDays(({ state }) => dayStates.indexOf(state ?? 'classified')),
      discrepancy_days: ofDays(({ discrepancy }) => discrepancy ?? 0),
      unclassifiable_days: ofDays(({ unclassifiable }) => unclassifiable ?? 0),
    };
    const values = columns.map(({ name, type }) => own[name] ?? (type.startsWith('_') ? [] : 0));
    await store.asOwner(
      `insert into tk.month_record (${columns.map(({ name }) => name).join()}) values (${columns.map((_, n) => `$${n + 1}`).join()})`,
      values,
    );
  }
  const overtime = (staff: string, department: string, state: string) =>
    store.asOwner(
      `insert into tk.overtime (municipality, id, staff, duty_date, department, state, minutes, category, version)
       values ($1, $2, $3, '2026-11-09', $4, $5, 60, 'normal', 1)`,
      [TOWN, randomUUID(), staff, department, state],
    );
  const correction = (staff: string, date: string, kind: string) =>
    store.asOwner(
      `insert into tk.correction (municipality, id, staff, duty_date, kind, state, reason, requested_by, requested_at, version)
       values ($1, $2, $3, $4, $5, 'requested', 'x', $3, '2026-11-09', 1)`,
      [TOWN, randomUUID(), staff, date, kind],
    );
  const waiting = async (login: string) => {
    const visitor = await visit(app, TOWN, login);
    return ((await (await visitor.get('/api/v1/me')).json()) as { waiting: object }).waiting;
  };

  test('own open days that are not answered yet, requests and questions of the departments headed', async () => {
    await record('100001', '110101', '2026-10-01', { 30: { state: 'missingOut' } });
    await record('100001', '110101', '2026-11-01', {
      2: { state: 'missingIn' },
      4: { discrepancy: 45 },
      5: { state: 'missingOut' }, // answered below: no task any more, still a question to the head
      6: { state: 'noRecord', unclassifiable: 1 },
      9: { state: 'noRecord' }, // leave or a trip: nothing was ordered
      10: { state: 'missingOut' }, // today
    });
    await record('100002', '1101', '2026-11-01', { 4: { discrepancy: 120 } }, true);
    await record('100003', '1102', '2026-11-01', { 4: { discrepancy: 31 } });
    await correction('100001', '2026-11-05', 'punch');
    await correction('100001', '2026-11-04', 'punch'); // says nothing about the difference
    await overtime('100001', '110101', 'returned');
    await overtime('100001', '110101', 'requested');
    await overtime('100003', '1102', 'requested');
    await overtime('100002', '1101', 'requested'); // a head does not decide about themselves
    expect(await waiting('100001')).toEqual({ mine: 5, decisions: 0, questions: 0, notices: 0 });
    expect(await waiting('100002')).toEqual({ mine: 1, decisions: 1, questions: 3, notices: 0 });
    expect(await waiting('100004')).toEqual({ mine: 0, decisions: 1, questions: 1, notices: 0 });
    // What waits for the heads below does not wait for the 部長; the request of such a head does.
    expect(await waiting('100006')).toEqual({ mine: 0, decisions: 1, questions: 4, notices: 0 });
    expect(await waiting('100005')).toEqual({ mine: 0, decisions: 0, questions: 0, notices: 0 });
    expect(await waiting('admin')).toEqual({ mine: 0, decisions: 0, questions: 0, notices: 0 });
  });

  test('what お知らせ lists for a person or an account, without decisions; nobody else’s', async () => {
    for (const [recipient, kind] of [
      ['account/admin', 'plan'],
      ['account/admin', 'decision'],
      ['admin', 'plan'],
      ['100005', 'formApproval'],
    ])
      await store.asOwner(
        `insert into tk.notice (municipality, recipient, kind, key, line, path, since) values ($1, $2, $3, 'k', 'l', '/', '2026-11-10')`,
        [TOWN, recipient, kind],
      );
    expect(await waiting('admin')).toMatchObject({ notices: 1 });
    expect(await waiting('100005')).toMatchObject({ notices: 1 });
    expect(await waiting('100001')).toMatchObject({ notices: 0 });
  });
});
