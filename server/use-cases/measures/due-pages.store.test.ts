import { describe, expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { arima, ELSEWHERE, HERE, morishita, ono, takase, there } from '../testing/town-hall.ts';
import { duesView } from './dues.ts';

type Asked = Omit<Parameters<typeof duesView>[2], 'after'>;
const executive: Actor = { municipality: HERE, login: 'executive', staff: null, roles: ['executive'] };

eachTownHallAt('2026-11-04T09:00:00+09:00', 'pages of what came to be due', (hall) => {
  /** 230 forms of 保険年金課 (the first 40 over their day, the last 10 without one), 20 meetings of 財政課, 130 alerts, 120 settled. */
  const fill = async (municipality = HERE) => {
    const write = (count: number, row: string) =>
      hall.context.store.tenant(municipality, (tx) =>
        tx.query(
          `insert into tk.due (municipality, month, measure, subject, instance, on_date, action, id, per, section, bureau, title, deed, what,
                               by_roles, to_roles, due_on, causes, state, settled_at, recorded_at)
           select $1, '2026-10-01'::date, x.measure, x.subject, '2026-10-01'::date, x.on_date, 0, gen_random_uuid(), x.per, x.section, x.bureau,
                  '試', x.deed, '試', x.by_roles::text[], x.to_roles::text[], x.due_on, '[]'::jsonb, x.state, x.settled_at, $3::timestamptz
           from generate_series(1, $2::int) as n
           cross join lateral (select ${row}) x returning id`,
          [municipality, count, hall.context.clock.now()],
        ),
      );
    const common = `n::text as subject, date '2026-10-31' as on_date, '{manager}' as by_roles, '{hr}' as to_roles`;
    const insurance = `'person' as per, '11' as section, '10' as bureau`;
    await write(
      230,
      `'form' as measure, 'form' as deed, ${common}, ${insurance}, 'open' as state, null::timestamptz as settled_at,
       case when n > 220 then null when n <= 40 then date '2026-11-01' else date '2026-11-10' + n end as due_on`,
    );
    await write(
      20,
      `'meeting' as measure, 'meeting' as deed, ${common}, 'section' as per, '21' as section, '20' as bureau, 'open' as state,
       null::timestamptz as settled_at, date '2026-11-05' as due_on`,
    );
    await write(
      130,
      `'alert' as measure, 'alert' as deed, n::text as subject, date '2026-11-04' - (n % 60) as on_date, '{}' as by_roles,
       '{person,manager}' as to_roles, ${insurance}, 'open' as state, null::timestamptz as settled_at, null::date as due_on`,
    );
    await write(
      120,
      `'done' as measure, 'form' as deed, ${common}, ${insurance}, 'done' as state, null::date as due_on,
       timestamptz '2026-11-01 00:00+09' - n * interval '5 days' as settled_at`,
    );
  };
  /** Every page, one after the other, each row as the page has it. */
  const walk = async (who: Actor, asked: Asked) => {
    const pages: Awaited<ReturnType<typeof duesView>>['dues'][] = [];
    for (let after: string | undefined; pages.length === 0 || after !== undefined; ) {
      const page = await duesView(hall.context, who, { ...asked, after });
      pages.push(page.dues);
      after = page.next ?? undefined;
    }
    return { sizes: pages.map(({ length }) => length), rows: pages.flat() };
  };
  const distinct = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id)).size;

  it('hold everything once, in order of the deadline, those without one last', async () => {
    await fill();
    const { sizes, rows } = await walk(arima, { state: 'open' });
    expect([sizes, distinct(rows)]).toEqual([[200, 50], 250]);
    const days = rows.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual(days.toSorted());
    expect(rows.filter(({ late }) => late)).toHaveLength(40);
  });

  describe('are chosen', () => {
    it('by what is over its day, by the kind of deed and by department', async () => {
      await fill();
      const sizes = async (who: Actor, asked: Asked) => (await walk(who, asked)).sizes;
      expect(await sizes(arima, { state: 'late' })).toEqual([40]);
      expect(await sizes(arima, { state: 'open', deed: 'meeting' })).toEqual([20]);
      expect(await sizes(arima, { state: 'open', department: '20' })).toEqual([20]);
      expect(await sizes(arima, { state: 'open', department: '10' })).toEqual([200, 30]);
      expect(await sizes(arima, { state: 'late', department: '21' })).toEqual([0]);
      expect(await sizes(arima, { state: 'open', department: 'none' })).toEqual([0]);
    });
    it('from what there is to choose by: everything for 人事課, the own departments for a head', async () => {
      const names = async (who: Actor) =>
        (await duesView(hall.context, who, { state: 'open' })).departments.map(({ name }) => name);
      expect(await names(arima)).toContain('企画財政部 財政課');
      expect(await names(takase)).toEqual(['市民部 保険年金課']);
      expect(await names(morishita)).toEqual([]);
    });
  });

  it('tell what was told of the last 40 days, and what was settled in the last 400, latest first', async () => {
    await fill();
    const told = await walk(arima, { state: 'told' });
    expect([told.sizes, distinct(told.rows)]).toEqual([[92], 92]);
    const settled = await walk(executive, { state: 'settled' });
    expect([settled.sizes, distinct(settled.rows)]).toEqual([[79], 79]);
    const days = settled.rows.map(({ settledOn }) => settledOn ?? '');
    expect(days).toEqual(days.toSorted().reverse());
  });

  it('hold what is theirs for others, and nothing of another municipality', async () => {
    await fill();
    expect((await walk(takase, { state: 'open' })).sizes).toEqual([200, 30]);
    expect((await walk(ono, { state: 'open' })).sizes).toEqual([20]);
    expect((await walk(ono, { state: 'open', department: '10' })).sizes).toEqual([0]);
    expect((await walk(morishita, { state: 'open' })).sizes).toEqual([0]);
    expect((await walk(there(arima), { state: 'open' })).sizes).toEqual([0]);
    await fill(ELSEWHERE);
    const { rows } = await walk(there(arima), { state: 'open' });
    const [first] = rows;
    // A row of another municipality tells no place in a page: nothing comes behind it.
    expect((await duesView(hall.context, arima, { state: 'open', after: first?.id })).dues).toEqual([]);
  });
});
