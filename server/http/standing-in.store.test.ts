import { beforeAll, expect, test } from 'vitest';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { type TestContext, testContext } from '../store/testing/test-context.ts';
import { foundTown, OTHER_TOWN, TOWN, testApp, type Visitor, visit } from './testing/town.ts';

/** 100001 stands in for 100002, the head of 保険年金課, from 5 to 6 November; the head is away on the 5th. */
eachDatabase('the role of whoever stands in', (open) => {
  let store: TestStore;
  let context: TestContext;
  let app: ReturnType<typeof testApp>;
  let head: Visitor;
  beforeAll(async () => {
    store = await open();
    await foundTown(store, TOWN);
    await foundTown(store, OTHER_TOWN, '別市');
    context = testContext({ now: '2026-11-04T10:00:00+09:00', store });
    app = testApp(context);
    head = await visit(app, TOWN, '100002');
    const mandate = {
      id: '11111111-1111-4111-8111-111111111111',
      department: '1101',
      holder: '100001',
      kind: 'standIn',
      from: '2026-11-05',
      through: '2026-11-06',
      reason: '出張のあいだ',
    };
    expect((await head.send('POST', '/api/v1/mandates', mandate)).status).toBe(200);
    const absence = {
      id: '22222222-2222-4222-8222-222222222222',
      staff: '100002',
      from: '2026-11-05',
      through: '2026-11-05',
      reason: '出張',
    };
    expect((await head.send('POST', '/api/v1/absences', absence)).status).toBe(200);
  });
  const at = async (now: string, municipality = TOWN) => {
    context.clock.moveTo(now);
    const visitor = await visit(app, municipality, '100001');
    const me = (await (await visitor.get('/api/v1/me')).json()) as {
      roles: string[];
      mandates: object[];
      sections: object[];
    };
    const section = await visitor.get('/api/v1/sections/1101/months/2026-11');
    return { ...me, status: section.status, visitor };
  };

  test('follows the days of the mandate and of the absence, by the duty date', async () => {
    expect(await at('2026-11-04T23:59:00+09:00')).toMatchObject({ roles: ['staff'], mandates: [], status: 403 });
    // Before the 日の区切り it is still the duty date before.
    expect(await at('2026-11-05T03:00:00+09:00')).toMatchObject({ roles: ['staff'], status: 403 });
    expect(await at('2026-11-05T08:30:00+09:00')).toMatchObject({
      roles: ['staff', 'deputy'],
      mandates: [{ kind: 'standIn', department: '1101', name: '保険年金課', for: '職員 100002' }],
      sections: [{ department: '1101', name: '保険年金課' }],
      status: 200,
    });
    expect(await at('2026-11-06T08:30:00+09:00')).toMatchObject({ roles: ['staff'], mandates: [], status: 403 });
    expect(await at('2026-11-05T08:30:00+09:00', OTHER_TOWN)).toMatchObject({ roles: ['staff'], status: 403 });
  });

  test('opens decisions and what they rest on, and no settings and no lists of heads', async () => {
    const { visitor } = await at('2026-11-05T08:30:00+09:00');
    const statuses = async (...paths: string[]) =>
      Promise.all(paths.map(async (path) => (await visitor.get(`/api/v1${path}`)).status));
    expect(
      await statuses('/approvals', '/sections/1101/today', '/staff/100002/months/2026-11', '/staff/100001/standing'),
    ).toEqual([200, 200, 200, 200]);
    expect(
      await statuses(
        '/mandates',
        '/mandates/candidates?department=1101',
        '/staff?search=1',
        '/departments',
        '/journal',
      ),
    ).toEqual([403, 403, 403, 403, 403]);
    expect(await statuses('/sections/1102/months/2026-11', '/staff/100003/months/2026-11')).toEqual([403, 403]);
  });
});
