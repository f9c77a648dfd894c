import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foundTown, jsonRequest, OTHER_TOWN, TOWN, testApp, visit } from '../http/testing/town.ts';
import { StoreUnavailable } from '../store/store-error.ts';
import type { Store } from '../store/tenant.ts';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { type TestContext, testContext } from '../store/testing/test-context.ts';

const NOW = '2026-11-04T10:00:00+09:00';
type Sent = {
  id: string;
  staffNumber?: string;
  card?: { kind: string; value: string };
  occurredAt: string;
  direction: string;
};
const punch = (given: Partial<Sent> = {}): Sent => ({
  id: randomUUID(),
  ...(given.card === undefined ? { staffNumber: '100001' } : {}),
  occurredAt: '2026-11-04T08:22:10+09:00',
  direction: 'in',
  ...given,
});

eachDatabase('recording punches', (open) => {
  let store: TestStore;
  let context: TestContext;
  let app: ReturnType<typeof testApp>;
  let token: string;
  let otherToken: string;
  beforeAll(async () => {
    store = await open();
    token = await foundTown(store, TOWN);
    otherToken = await foundTown(store, OTHER_TOWN, '別市');
    await store.tenant(TOWN, async (tx) => {
      for (const [value, state, until] of [
        ['AAAA000000001', 'active', null],
        ['AAAA000000002', 'suspended', null],
        ['AAAA000000003', 'revoked', null],
        ['AAAA000000004', 'active', '2026-11-01'],
      ]) {
        await tx.query(
          `insert into tk.card (municipality, kind, value, staff, state, effective_from, effective_until)
           values ($1, 'cardApUserId', $2, '100003', $3, '2026-04-01', $4)`,
          [TOWN, value, state, until],
        );
      }
    });
  });
  beforeEach(async () => {
    await store.asOwner('truncate tk.punch, tk.punch_id, tk.stale_day');
    context = testContext({ now: NOW, store });
    app = testApp(context);
  });
  const send = async (punches: unknown, bearer = token, to = app) => {
    const response = await to.request(
      '/api/v1/punches',
      jsonRequest({ punches }, { authorization: `Bearer ${bearer}` }),
    );
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const stored = () =>
    store.asOwner<{ staff: string; id: string; direction: string }>(
      'select staff, id, direction from tk.punch order by municipality, staff, occurred_at',
    );

  test('keeps the fact, its id and the days to be derived again, in the month of Tokyo', async () => {
    const sent = punch({ occurredAt: '2026-10-31T15:30:00.250Z' });
    expect(await send([sent])).toEqual({ status: 200, body: { accepted: 1, duplicates: 0, refused: [] } });
    const [row] = await store.asOwner(
      'select municipality, month, staff, occurred_at, id, direction, source, device, recorded_at, tableoid::regclass::text as part from tk.punch',
    );
    expect(row).toEqual({
      municipality: TOWN,
      month: '2026-11-01',
      staff: '100001',
      occurred_at: new Date('2026-10-31T15:30:00.250Z'),
      id: sent.id,
      direction: 'in',
      source: 'card',
      device: 'gate-1',
      recorded_at: new Date(NOW),
      part: 'tk.punch_2026_11',
    });
    const stale = await store.asOwner('select municipality, staff, first_date, last_date from tk.stale_day');
    expect(stale).toEqual([{ municipality: TOWN, staff: '100001', first_date: '2026-10-31', last_date: '2026-11-02' }]);
    expect(context.woken).toEqual([TOWN]);
  });

  test('punches of older months get a partition of their own', async () => {
    expect((await send([punch({ occurredAt: '2025-02-03T08:00:00+09:00' })])).body).toMatchObject({ accepted: 1 });
    const [row] = await store.asOwner<{ part: string }>('select tableoid::regclass::text as part from tk.punch');
    expect(row?.part).toBe('tk.punch_2025_02');
  });

  describe('the same id is the same punch', () => {
    test('repeated, in another order, within a call, in capitals', async () => {
      const [a, b, c] = [punch(), punch({ direction: 'out' }), punch({ staffNumber: '100003' })];
      expect((await send([a, b])).body).toMatchObject({ accepted: 2, duplicates: 0 });
      expect((await send([c, b, a, c])).body).toEqual({ accepted: 1, duplicates: 3, refused: [] });
      expect((await send([{ ...a, id: a?.id.toUpperCase() }])).body).toMatchObject({ accepted: 0, duplicates: 1 });
      expect(await stored()).toHaveLength(3);
    });

    test('whatever it says now: another person, another time, no person at all', async () => {
      const first = punch();
      await send([first]);
      const changed = [
        { ...first, staffNumber: '100003' },
        { ...first, staffNumber: 'nobody' },
        { ...first, occurredAt: '2026-11-04T23:00:00+09:00' },
        { ...first, occurredAt: 'yesterday' },
      ];
      for (const again of changed)
        expect((await send([again])).body).toEqual({ accepted: 0, duplicates: 1, refused: [] });
      expect(await stored()).toEqual([{ staff: '100001', id: first.id, direction: 'in' }]);
    });

    test('after the days were derived and the card was revoked', async () => {
      const first = punch({ card: { kind: 'cardApUserId', value: 'AAAA000000001' } });
      expect((await send([first])).body).toMatchObject({ accepted: 1 });
      await store.asOwner('delete from tk.stale_day');
      await store.asOwner(`update tk.card set state = 'revoked' where value = 'AAAA000000001'`);
      expect((await send([first])).body).toEqual({ accepted: 0, duplicates: 1, refused: [] });
      expect(await store.asOwner('select * from tk.stale_day')).toEqual([]);
      await store.asOwner(`update tk.card set state = 'active' where value = 'AAAA000000001'`);
    });

    test('sent many times at once, to two processes', async () => {
      const other = testApp(testContext({ now: NOW, store }));
      const punches = Array.from({ length: 20 }, () => punch());
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          send(n % 2 === 0 ? punches : [...punches].reverse(), token, n % 3 === 0 ? other : app),
        ),
      );
      const sum = (key: string) => answers.reduce((total, { body }) => total + Number(body[key]), 0);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect([sum('accepted'), sum('duplicates')]).toEqual([20, 220]);
      expect(await stored()).toHaveLength(20);
    });

    test('but in another municipality it is another punch', async () => {
      const both = punch();
      expect((await send([both])).body).toMatchObject({ accepted: 1 });
      expect((await send([both], otherToken)).body).toMatchObject({ accepted: 1 });
      expect(await stored()).toHaveLength(2);
    });
  });

  test('every reason for a refusal, each with its sentence, while the good ones are recorded', async () => {
    await store.asOwner(`update tk.staff set left_on = '2026-10-31' where municipality = $1 and staff = '100004'`, [
      TOWN,
    ]);
    const card = (value: string) => ({ card: { kind: 'cardApUserId', value } });
    const cases: [string, Partial<Sent>][] = [
      ['punch.staff.unknown', { staffNumber: '999999' }],
      ['punch.staff.unknown', { staffNumber: 'a\0b' }],
      ['punch.staff.left', { staffNumber: '100004' }],
      ['punch.staff.notYet', { occurredAt: '2020-03-31T08:30:00+09:00' }],
      ['punch.card.unknown', card('FFFF')],
      ['punch.card.unknown', { card: { kind: 'idm', value: 'AAAA000000001' } }],
      ['punch.card.suspended', card('AAAA000000002')],
      ['punch.card.revoked', card('AAAA000000003')],
      ['punch.card.revoked', card('AAAA000000004')],
      ['punch.occurredAt.future', { occurredAt: '2026-11-04T10:05:01+09:00' }],
      ['punch.occurredAt.invalid', { occurredAt: '2026-02-30T08:00:00+09:00' }],
      ['punch.occurredAt.invalid', { occurredAt: '2026-11-04T08:22:10' }],
      ['punch.id.invalid', { id: 'no-uuid' }],
    ];
    const bad = cases.map(([, given]) => punch(given));
    const good = [punch({ occurredAt: '2026-11-04T10:05:00+09:00' }), punch(card('AAAA000000001'))];
    const { status, body } = await send([good[0], ...bad, good[1]]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 2, duplicates: 0 });
    const refused = body.refused as { id: string; code: string; message: string }[];
    expect(refused.map(({ id, code }) => [id, code])).toEqual(cases.map(([code], n) => [bad[n]?.id, code]));
    for (const { message } of refused) expect(message).toMatch(/。$/);
    expect((await stored()).map(({ staff }) => staff)).toEqual(['100001', '100003']);
    await store.asOwner('update tk.staff set left_on = null');
  });

  test('a night shift of the last day of service may end the day after', async () => {
    await store.asOwner(`update tk.staff set left_on = '2026-11-03' where municipality = $1 and staff = '100004'`, [
      TOWN,
    ]);
    const out = punch({ staffNumber: '100004', occurredAt: '2026-11-04T06:00:00+09:00', direction: 'out' });
    expect((await send([out])).body).toMatchObject({ accepted: 1 });
    await store.asOwner('update tk.staff set left_on = null');
  });

  describe('the door for terminals', () => {
    test('opens to a token of the municipality only', async () => {
      for (const bearer of [
        '',
        'nonsense',
        token.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')),
        token.replace(TOWN, OTHER_TOWN),
      ]) {
        expect((await send([punch()], bearer)).status).toBe(401);
      }
      const session = await visit(app, TOWN, '100001');
      expect((await session.send('POST', '/api/v1/punches', { punches: [punch()] })).status).toBe(401);
      expect(await stored()).toEqual([]);
    });

    test('refuses what does not keep the contract and names the place', async () => {
      const strange = await send([{ ...punch(), temperature: 36.5 }]);
      expect(strange).toMatchObject({
        status: 400,
        body: { code: 'http.input', fields: [{ field: 'punches[0].temperature' }] },
      });
      const both = await send([{ ...punch(), card: { kind: 'uid', value: '04' } }]);
      expect(both).toMatchObject({ status: 400, body: { fields: [{ field: 'punches[0]' }] } });
      expect((await send([])).status).toBe(400);
      expect((await send(Array.from({ length: 1001 }, () => punch()))).status).toBe(400);
      expect((await send(Array.from({ length: 1000 }, () => punch()))).body).toMatchObject({ accepted: 1000 });
    });

    test('closes within a second after the terminal was revoked', async () => {
      const admin = await visit(app, TOWN, 'admin');
      const added = await admin.send('POST', '/api/v1/devices', { device: 'gate-9', name: '別館' });
      const { token: fresh } = (await added.json()) as { token: string };
      expect((await send([punch()], fresh)).body).toMatchObject({ accepted: 1 });
      expect((await admin.send('POST', '/api/v1/devices/gate-9/revoke', { reason: '紛失' })).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 900));
      expect((await send([punch()], fresh)).status).toBe(401);
    });
  });

  describe('group commit', () => {
    /** Counts transactions and can break those that write a certain punch. */
    const watched = (breaks: (values: readonly unknown[]) => unknown = () => undefined) => {
      let transactions = 0;
      const watching: Store = {
        ...store,
        statement: async (municipality, text, values) => {
          transactions += 1;
          const failure = breaks(values);
          if (failure !== undefined) throw failure;
          return store.statement(municipality, text, values);
        },
        tenant: (municipality, work) => {
          transactions += 1;
          return store.tenant(municipality, (tx) =>
            work({
              municipality,
              query: async (text, values = []) => {
                const failure = text.includes('into tk.punch ') ? breaks(values) : undefined;
                if (failure !== undefined) throw failure;
                return tx.query(text, values);
              },
            }),
          );
        },
      };
      const on = testApp(testContext({ now: NOW, store: watching }));
      return { on, transactions: () => transactions };
    };

    test('gathers calls that arrive while a transaction is under way; each gets its own outcomes', async () => {
      const { on, transactions } = watched();
      await send([punch()], token, on); // the token and the partitions are known from here on
      const before = transactions();
      const shared = punch();
      const calls = Array.from({ length: 40 }, (_, n) =>
        n % 10 === 0 ? [punch({ staffNumber: 'nobody' })] : n % 10 === 1 ? [shared] : [punch()],
      );
      const answers = await Promise.all(calls.map((punches) => send(punches, token, on)));
      expect(transactions() - before).toBeLessThanOrEqual(4);
      const count = (key: string) => answers.map(({ body }) => Number(body[key])).filter((n) => n === 1).length;
      expect([count('accepted'), count('duplicates')]).toEqual([33, 3]);
      expect(answers.filter(({ body }) => (body.refused as unknown[]).length === 1)).toHaveLength(4);
      answers.forEach(({ body }, n) => {
        const total = Number(body.accepted) + Number(body.duplicates) + (body.refused as unknown[]).length;
        expect([n, total]).toEqual([n, 1]);
      });
    });

    test('a punch the database will not hold is refused alone', async () => {
      const bad = punch();
      const { on } = watched((values) =>
        values.some((value) => Array.isArray(value) && value.includes(bad.id))
          ? Object.assign(new Error('bad'), { code: '22021' })
          : undefined,
      );
      const answers = await Promise.all([
        send([punch(), punch()], token, on),
        send([punch(), bad, punch()], token, on),
        send([punch()], token, on),
      ]);
      expect(answers.map(({ body }) => body.accepted)).toEqual([2, 2, 1]);
      expect(answers[1]?.body.refused).toMatchObject([{ id: bad.id, code: 'punch.value.invalid' }]);
      expect(await stored()).toHaveLength(5);
    });

    test('an absent database is answered 503 and nothing is half written; the same call later is accepted', async () => {
      let away = true;
      const { on } = watched(() =>
        away ? new StoreUnavailable('store.unavailable', new Error('Connection terminated')) : undefined,
      );
      const sent = [punch(), punch()];
      const failed = await send(sent, token, on);
      expect(failed).toMatchObject({ status: 503, body: { code: 'store.unavailable' } });
      expect(await stored()).toEqual([]);
      away = false;
      expect((await send(sent, token, on)).body).toMatchObject({ accepted: 2 });
    });
  });

  describe('the button of the page', () => {
    test('records at the clock of the server; a double press is one punch', async () => {
      const staff = await visit(app, TOWN, '100001');
      const id = randomUUID();
      const press = async () => (await staff.send('POST', '/api/v1/my/punches', { id, direction: 'in' })).json();
      expect(await press()).toEqual({ occurredAt: NOW, duplicate: false });
      context.clock.moveTo('2026-11-04T10:00:07+09:00');
      expect(await press()).toEqual({ occurredAt: NOW, duplicate: true });
      const rows = await store.asOwner('select staff, source, device, direction from tk.punch');
      expect(rows).toEqual([{ staff: '100001', source: 'page', device: '', direction: 'in' }]);
      const other = await visit(app, TOWN, '100003');
      expect((await other.send('POST', '/api/v1/my/punches', { id, direction: 'in' })).status).toBe(409);
    });

    test('is not there for an account without a staff number', async () => {
      const admin = await visit(app, TOWN, 'admin');
      expect((await admin.send('POST', '/api/v1/my/punches', { id: randomUUID(), direction: 'in' })).status).toBe(403);
    });
  });
});
