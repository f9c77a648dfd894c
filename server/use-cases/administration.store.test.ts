import { beforeAll, describe, expect, test } from 'vitest';
import { foundTown, OTHER_TOWN, TOWN, testApp, type Visitor, visit } from '../http/testing/town.ts';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { type TestContext, testContext } from '../store/testing/test-context.ts';

type Deed = { id: string; kind: string; actor: string; actorName: string; subject: string; reason: string };

eachDatabase('administration', (open) => {
  let store: TestStore;
  let context: TestContext;
  let app: ReturnType<typeof testApp>;
  let admin: Visitor;
  beforeAll(async () => {
    store = await open();
    await foundTown(store, TOWN);
    await foundTown(store, OTHER_TOWN, '別市');
    context = testContext({
      now: '2026-11-04T10:00:00+09:00',
      store,
      parameters: { discrepancyThreshold: 15, monthlyGuideline: 1800 },
    });
    app = testApp(context);
    admin = await visit(app, TOWN, 'admin');
  });
  const read = async <T>(visitor: Visitor, path: string) => (await (await visitor.get(`/api/v1${path}`)).json()) as T;

  describe('terminals', () => {
    test('are registered once; the token is shown once and kept as a hash', async () => {
      const added = await admin.send('POST', '/api/v1/devices', { device: 'gate-2', name: '3階 西' });
      const { token } = (await added.json()) as { token: string };
      expect(token).toMatch(/^tkd_352101_[A-Za-z0-9_-]{43}$/);
      const again = await admin.send('POST', '/api/v1/devices', { device: 'gate-2', name: '別' });
      expect([again.status, await again.json()]).toMatchObject([
        409,
        { code: 'device.exists', fields: [{ field: 'device' }] },
      ]);
      const text = JSON.stringify(await store.asOwner('select d::text from tk.device d'));
      expect(text).not.toContain(token.slice(11));
    });

    test('are listed for the own municipality only, revoked ones last', async () => {
      await admin.send('POST', '/api/v1/devices/gate-1/revoke', { reason: '故障' });
      const { devices } = await read<{ devices: { device: string; revokedAt: string | null }[] }>(admin, '/devices');
      expect(devices.map(({ device, revokedAt }) => [device, revokedAt])).toEqual([
        ['gate-2', null],
        ['gate-1', '2026-11-04T10:00:00+09:00'],
      ]);
      const other = await visit(app, OTHER_TOWN, 'admin');
      expect(await read(other, '/devices')).toMatchObject({ devices: [{ device: 'gate-1', revokedAt: null }] });
    });

    test('revoking again changes nothing; an unknown one is not found, nor one of another municipality', async () => {
      const revoke = (device: string) => admin.send('POST', `/api/v1/devices/${device}/revoke`, { reason: '再度' });
      expect((await revoke('gate-1')).status).toBe(200);
      expect((await revoke('gate-77')).status).toBe(404);
      const events = await store.asOwner(
        `select kind, reason, actor from tk.event where stream = 'device/gate-1' order by seq`,
      );
      expect(events).toEqual([{ kind: 'DeviceRevoked', reason: '故障', actor: 'admin' }]);
    });
  });

  test('settings show the value in force beside the model, by groups', async () => {
    const { on, groups } = await read<{
      on: string;
      groups: {
        key: string;
        title: string;
        parameters: { key: string; value: string; default: string; differs: boolean }[];
      }[];
    }>(admin, '/settings');
    expect(on).toBe('2026-11-04');
    const parameters = groups.flatMap((group) => group.parameters);
    const found = Object.fromEntries(parameters.map(({ key, value, default: model }) => [key, [value, model]]));
    expect(parameters.filter(({ differs }) => differs).map(({ key }) => key)).toEqual([
      'monthlyGuideline',
      'discrepancyThreshold',
    ]);
    expect(groups.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['days', 'pay', 'leave.specialDays', 'survey']),
    );
    expect(found['health.stressGroup.minimum']).toEqual(['10人', '10人']);
    expect(found.discrepancyThreshold).toEqual(['0:15', '0:30']);
    expect(found.monthlyGuideline).toEqual(['30:00', '定めなし']);
    expect(found.allotment?.[1]).toBe('8:30〜17:15(休憩 12:00〜13:00)');
    expect(found.weeklyDaysOff?.[1]).toBe('日・土');
    expect(found.yearEndClosing?.[1]).toBe('12月29日〜1月3日');
  });

  describe('the journal', () => {
    const page = (visitor: Visitor, query: string) =>
      read<{ deeds: Deed[]; next: string | null }>(visitor, `/journal?${query}`);

    test('is read to the end page by page, nothing lost, nothing twice, even at one moment', async () => {
      const auditor = await visit(app, TOWN, 'auditor');
      const ids: string[] = [];
      let query = 'size=2';
      for (let turn = 0; turn < 50; turn += 1) {
        const { deeds, next } = await page(auditor, query);
        ids.push(...deeds.map(({ id }) => id));
        if (next === null) break;
        query = `size=2&before=${encodeURIComponent(next)}`;
      }
      const all = await store.asOwner<{ id: string }>('select id from tk.event where municipality = $1', [TOWN]);
      expect(ids.length).toBeGreaterThan(3);
      expect([...ids].sort()).toEqual(all.map(({ id }) => id).sort());
    });

    test('names who did it and finds the deeds of a person', async () => {
      const hr = await visit(app, TOWN, '100005');
      const { deeds } = await page(hr, 'staff=100005');
      expect(deeds[0]).toMatchObject({
        kind: 'SignedIn',
        actor: '100005',
        actorName: '職員 100005',
        subject: 'account/100005',
      });
      expect(new Set(deeds.map(({ actor }) => actor))).toEqual(new Set(['100005']));
      const { deeds: later } = await page(hr, 'before=2026-11-04T09:59:59%2B09:00');
      expect(later).toEqual([]);
    });

    test.each([['2026-02-30T10:00:00Z'], ['2026-11-04T10:00:00Z|--------'], ['yesterday']])(
      '%s is no place in it',
      async (before) => {
        const auditor = await visit(app, TOWN, 'auditor');
        const answer = await auditor.get(`/api/v1/journal?before=${encodeURIComponent(before)}`);
        expect([answer.status, await answer.json()]).toMatchObject([400, { fields: [{ field: 'before' }] }]);
      },
    );

    test('is closed to others', async () => {
      for (const login of ['100001', '100002', 'admin', 'executive']) {
        expect((await (await visit(app, TOWN, login)).get('/api/v1/journal')).status).toBe(403);
      }
    });
  });
});
