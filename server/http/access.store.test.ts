import { beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { testContext } from '../store/testing/test-context.ts';
import { foundTown, OTHER_TOWN, TOWN, testApp, type Visitor, visit } from './testing/town.ts';

const everybody = [
  '100001',
  '100002',
  '100003',
  '100004',
  '100005',
  '100006',
  'executive',
  'auditor',
  'admin',
] as const;
type Login = (typeof everybody)[number];

/**
 * 100001 国保係 of 保険年金課 · 100002 its 課長 · 100003 市民課 · 100004 its 課長 · 100005 人事課 · 100006 市民部長.
 * Each address with those who are shown it; everybody else is answered 403.
 */
const shown: readonly (readonly [path: string, to: readonly Login[]])[] = [
  ['/my/today', ['100001', '100002', '100003', '100004', '100005', '100006']],
  ['/staff/me/months/2026-11', ['100001', '100002', '100003', '100004', '100005', '100006']],
  ['/staff/100001/months/2026-11', ['100001', '100002', '100005', '100006', 'executive', 'auditor']],
  ['/staff/100001/standing', ['100001', '100002', '100005', '100006', 'executive', 'auditor']],
  ['/staff/100001/history', ['100001', '100002', '100005', '100006', 'executive', 'auditor']],
  ['/staff/100003/months/2026-11', ['100003', '100004', '100005', '100006', 'executive', 'auditor']],
  ['/staff/100002/months/2026-11', ['100002', '100005', '100006', 'executive', 'auditor']],
  ['/sections/1101/months/2026-11', ['100002', '100005', '100006']],
  ['/sections/1101/today', ['100002', '100005', '100006']],
  ['/sections/1102/months/2026-11', ['100004', '100005', '100006']],
  ['/sections/1201/months/2026-11', ['100005']],
  ['/city/months/2026-11', ['100005', 'executive', 'auditor']],
  ['/city/months/2026-11/limits', ['100005', 'executive', 'auditor']],
  ['/city/months/2026-11/staff', ['100005', 'executive', 'auditor']],
  ['/departments', ['100005', 'executive', 'auditor', 'admin']],
  ['/imports', ['100005', 'admin']],
  ['/devices', ['admin']],
  ['/settings', ['100005', 'auditor', 'admin']],
  ['/journal', ['100005', 'auditor']],
];

eachDatabase('who is shown what', (open) => {
  let store: TestStore;
  let app: ReturnType<typeof testApp>;
  const visitors = new Map<Login, Visitor>();
  beforeAll(async () => {
    store = await open();
    await foundTown(store, TOWN);
    await foundTown(store, OTHER_TOWN, '別市');
    await store.asOwner(
      `insert into tk.staff (municipality, staff, name, joined_on) values ($1, '200001', '別市だけの職員', '2020-04-01')`,
      [OTHER_TOWN],
    );
    await store.asOwner(
      `insert into tk.appointment (municipality, staff, effective_from, department) values ($1, '200001', '2020-04-01', '1101')`,
      [OTHER_TOWN],
    );
    app = testApp(testContext({ now: '2026-11-04T10:00:00+09:00', store }));
    for (const login of everybody) visitors.set(login, await visit(app, TOWN, login));
  });

  test.each(shown)('%s', async (path, to) => {
    const statuses: [Login, number][] = [];
    for (const login of everybody) {
      const response = await visitors.get(login)?.get(`/api/v1${path}`);
      statuses.push([login, response?.status ?? 0]);
    }
    const allowed = path.startsWith('/staff/me') ? 404 : 403; // an account without hours has no month of its own
    expect(statuses).toEqual(everybody.map((login) => [login, to.includes(login) ? 200 : allowed]));
  });

  describe('across municipalities', () => {
    test('a person of another municipality is not there, for anybody', async () => {
      for (const login of ['100002', '100005', 'executive', 'auditor'] as const) {
        const answer = await visitors.get(login)?.get('/api/v1/staff/200001/months/2026-11');
        expect([403, 404]).toContain(answer?.status);
        expect(await answer?.text()).not.toContain('別市だけの職員');
      }
    });

    test('searches and lists hold the own people only', async () => {
      const hr = visitors.get('100005');
      expect(await (await hr?.get('/api/v1/staff?search=2000'))?.json()).toEqual({ people: [] });
      expect(await (await hr?.get('/api/v1/city/months/2026-11/staff'))?.text()).not.toContain('200001');
      const there = await visit(app, OTHER_TOWN, '100005');
      expect(await (await there.get('/api/v1/staff?search=2000')).json()).toMatchObject({
        people: [{ staff: '200001' }],
      });
    });
  });

  test('a head finds the people of the own departments only', async () => {
    const find = async (login: Login) => {
      const answer = await visitors.get(login)?.get('/api/v1/staff?search=1000');
      const found = (await answer?.json()) as { people: { staff: string }[] } | undefined;
      return found?.people.map(({ staff }) => staff).sort();
    };
    expect(await find('100004')).toEqual(['100003', '100004']);
    expect(await find('100006')).toEqual(['100001', '100002', '100003', '100004', '100006']);
  });
});
