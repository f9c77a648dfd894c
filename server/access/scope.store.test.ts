import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../context.ts';
import { foundTown, OTHER_TOWN, TOWN } from '../http/testing/town.ts';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { departmentsOf, scopeOf } from './scope.ts';

eachDatabase('the scope of a head', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
    await foundTown(store, TOWN);
    await foundTown(store, OTHER_TOWN, '別市');
    await store.tenant(TOWN, async (tx) => {
      await tx.query(
        `insert into tk.department (municipality, department, effective_from, effective_until, name, kind, parent)
         values ($1, '110102', '2020-04-01', '2026-04-01', '年金係', 'section', '1101')`,
        [TOWN],
      );
      // From October 100002 heads 市民課 too; 100003 moved to 保険年金課 in the same month.
      await tx.query(
        `insert into tk.appointment (municipality, staff, effective_from, department, concurrent, managerial)
         values ($1, '100002', '2026-10-01', '1102', true, true)`,
        [TOWN],
      );
      await tx.query(
        `update tk.appointment as a set effective_until = '2026-10-15' where a.municipality = $1 and a.staff = '100003'`,
        [TOWN],
      );
      await tx.query(
        `insert into tk.appointment (municipality, staff, effective_from, department) values ($1, '100003', '2026-10-15', '1101')`,
        [TOWN],
      );
    });
  });
  const actor = (staff: string | null, municipality = TOWN, roles: Actor['roles'] = ['staff', 'manager']): Actor => ({
    municipality,
    login: staff ?? 'x',
    staff,
    roles,
  });
  const scope = async (who: Actor, on: string) => {
    const found = await store.tenant(who.municipality, (tx) => scopeOf(tx, who, on));
    return { headed: [...found.headed].sort(), departments: [...found.departments].sort() };
  };

  test('is the headed department and everything below, as they are on the day', async () => {
    expect(await scope(actor('100002'), '2026-11-04')).toEqual({
      headed: ['1101', '1102'],
      departments: ['1101', '110101', '1102'],
    });
    expect(await scope(actor('100002'), '2026-09-30')).toEqual({ headed: ['1101'], departments: ['1101', '110101'] });
    expect(await scope(actor('100002'), '2026-03-31')).toEqual({
      headed: ['1101'],
      departments: ['1101', '110101', '110102'],
    });
    expect(await scope(actor('100006'), '2026-11-04')).toEqual({
      headed: ['11'],
      departments: ['11', '1101', '110101', '1102'],
    });
    expect(await scope(actor('100006'), '2020-03-31')).toEqual({ headed: [], departments: [] });
  });

  test('is nothing without the role, without a managerial post, or in another municipality', async () => {
    const none = { headed: [], departments: [] };
    expect(await scope(actor('100002', TOWN, ['staff', 'hr']), '2026-11-04')).toEqual(none);
    expect(await scope(actor('100001'), '2026-11-04')).toEqual(none);
    expect(await scope(actor(null), '2026-11-04')).toEqual(none);
    expect(await scope(actor('100002', OTHER_TOWN), '2026-11-04')).toEqual({
      headed: ['1101'],
      departments: ['1101', '110101'],
    });
  });

  test('a person belongs to every department of a period', async () => {
    const of = (from: string, through: string) =>
      store.tenant(TOWN, async (tx) => [...(await departmentsOf(tx, '100003', from, through))].sort());
    expect(await of('2026-10-01', '2026-10-31')).toEqual(['1101', '1102']);
    expect(await of('2026-10-01', '2026-10-14')).toEqual(['1102']);
    expect(await of('2026-10-15', '2026-10-15')).toEqual(['1101']);
  });
});
