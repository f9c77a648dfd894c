import { randomUUID } from 'node:crypto';
import type { RouteShape } from '@tokimori/contract/route';
import { routes } from '@tokimori/contract/routes';
import { beforeEach, expect, it } from 'vitest';
import { eachDatabase } from '../store/testing/each-database.ts';
import { testContext } from '../store/testing/test-context.ts';
import { foundTown, TOWN, testApp, type Visitor, visit } from './testing/town.ts';

/** Far months and days, and the edges of the calendar, before and behind it. */
const months = ['0001-01', '1990-01', '2006-12', '2007-01', '2026-11', '2099-12', '2100-01', '9999-12'];
const days = ['0001-01-01', '1990-03-01', '2007-01-01', '2030-03-01', '2099-12-31', '2100-01-01', '9999-12-31'];

const named = {
  ':staff': '100001',
  ':department': '1101',
  ':name': 'saga-2',
  ':form': 'zama-review',
  ':subject': '1101',
};
/** Every reading route that takes a month, as paths without the month. */
const ofMonths = (Object.values(routes) as readonly RouteShape[]).flatMap((route) => {
  const inPath = route.path.includes(':month');
  const inQuery = 'month' in ((route.query as { shape?: object } | undefined)?.shape ?? {});
  if (route.method !== 'get' || !(inPath || inQuery)) return [];
  const path = Object.entries(named).reduce((filled, [name, value]) => filled.replace(name, value), route.path);
  if (!inPath) return [`${path}?month=:month&format=csv`];
  const asked = (route.query as { shape?: object } | undefined)?.shape ?? {};
  const query = Object.entries({ department: '1101', format: 'csv' }).filter(([name]) => name in asked);
  return [query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`];
});

eachDatabase('dates outside the calendar', (open) => {
  let [hr, staff, head] = [] as unknown as [Visitor, Visitor, Visitor];
  beforeEach(async () => {
    const store = await open();
    await foundTown(store, TOWN);
    const app = testApp(testContext({ now: '2026-11-20T10:00:00+09:00', store }));
    hr = await visit(app, TOWN, '100005');
    staff = await visit(app, TOWN, '100001');
    head = await visit(app, TOWN, '100002');
  });

  it('are answered, never failed', async () => {
    expect(ofMonths.length).toBeGreaterThanOrEqual(9);
    for (const path of ofMonths) {
      for (const month of months) {
        const { status } = await hr.get(`/api/v1${path.replace(':month', month)}`);
        const inside = month >= '2007' && month < '2100';
        expect([path, month, status < 500 && (inside || status === 404)]).toEqual([path, month, true]);
      }
    }
  });

  it('are refused where somebody means to do something on them', async () => {
    const hours = { from: 1035, until: 1083, category: 'normal' };
    const correction = { kind: 'punch', in: 510, out: 1035, reason: '打刻を忘れた' };
    for (const date of days) {
      const id = randomUUID();
      const answers = await Promise.all([
        staff.send('POST', '/api/v1/my/overtime/preview', { date, ...hours }),
        staff.send('POST', '/api/v1/my/overtime', { id, date, ...hours, work: '窓口' }),
        staff.send('POST', '/api/v1/my/corrections', { id: randomUUID(), date, ...correction }),
        head.send('POST', '/api/v1/sections/1101/overtime', {
          ...{ id: randomUUID(), staff: '100001', date, ...hours, work: '窓口' },
        }),
      ]);
      expect([date, ...answers.map(({ status }) => status)]).toEqual([date, 400, 400, 400, 400]);
    }
  });

  it('do not fail the departments either', async () => {
    for (const day of days) {
      const designation = { department: '1101', from: day, until: null, publishedOn: day, reason: '議会対応' };
      const answers = await Promise.all([
        hr.get(`/api/v1/departments?on=${day}`),
        hr.send('POST', '/api/v1/designations', designation),
        hr.send('POST', '/api/v1/designations/1101/end', { from: day, until: day, reason: '終わった' }),
      ]);
      for (const { status } of answers) expect([day, status < 500]).toEqual([day, true]);
    }
  });
});
