import { parseYearMonth } from '@tokimori/law/time/months';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { modelParameters } from '../installation/ordinance-files.ts';
import type { Store } from '../store/tenant.ts';
import { eachDatabase } from '../store/testing/each-database.ts';
import { startDeriver } from './deriver.ts';
import { rebuild } from './rebuild.ts';
import { openTown, type Town } from './testing/town.ts';

/** What may happen in a town, in any order; times reach from before the clock to after it. */
const person = fc.constantFrom('1', '2', '3', '4');
const department = fc.constantFrom('A', 'B', 'C');
const date = fc.integer({ min: 0, max: 46 }).map((n) => new Date(Date.UTC(2026, 8, 26 + n)).toISOString().slice(0, 10));
const minute = fc.oneof(fc.constantFrom(300, 299, 500, 512, 720, 780, 1035, 1160, 1300, 1439, 0), fc.nat(1439));
const time = minute.map((m) => `${Math.floor(m / 60)}:${m % 60}`);
const span = fc
  .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 400 }))
  .map(([from, length]) => ({ from, until: from + length, minutes: length }));

type Deed = (town: Town, made: Made) => Promise<unknown>;
type Made = { readonly orders: { id: string; staff: string; date: string }[]; readonly punches: string[] };

const punch = fc
  .record({
    staff: person,
    date,
    time,
    direction: fc.constantFrom('in', 'in', 'out', 'out', 'unknown') as fc.Arbitrary<'in' | 'out' | 'unknown'>,
    source: fc.constantFrom('card', 'card', 'pc', 'import'),
  })
  .map(
    (p): Deed =>
      (town) =>
        town.punch(p.staff, `${p.date} ${p.time}`, p.direction, p.source),
  );
const fullDay = fc.tuple(person, date, fc.integer({ min: 480, max: 560 }), fc.integer({ min: 900, max: 1700 })).map(
  ([staff, day, from, until]): Deed =>
    async (town) => {
      await town.punch(staff, `${day} ${Math.floor(until / 60)}:${until % 60}`, 'out');
      await town.punch(staff, `${day} ${Math.floor(from / 60)}:${from % 60}`, 'in');
    },
);
const repeated = fc.tuple(person, date, time).map(
  ([staff, day, at]): Deed =>
    async (town) => {
      const id = crypto.randomUUID();
      await town.punch(staff, `${day} ${at}`, 'in', 'card', id);
      await town.punch(staff, `${day} ${at}`, 'out', 'card', id);
    },
);
const order = fc
  .record({
    staff: person,
    date,
    state: fc.constantFrom('requested', 'ordered', 'ordered', 'confirmed'),
    span: fc.oneof(
      span,
      fc.integer({ min: 1, max: 900 }).map((minutes) => ({ from: null, until: null, minutes })),
    ),
    category: fc.constantFrom('normal', 'temporary', 'exceptional', 'disaster', 'infection'),
    allowance: fc.option(fc.nat(50_000)),
  })
  .map(
    (o): Deed =>
      async (town, { orders }) => {
        const id = await town.overtime(o.staff, o.date, {
          ...o.span,
          state: o.state,
          category: o.category,
          allowance: o.allowance,
        });
        orders.push({ id, staff: o.staff, date: o.date });
      },
  );
const decide = fc.tuple(fc.nat(), fc.constantFrom('ordered', 'confirmed', 'revoked', 'rejected')).map(
  ([which, state]): Deed =>
    async (town, { orders }) => {
      const found = orders[which % Math.max(1, orders.length)];
      if (found !== undefined) await town.overtime(found.staff, found.date, { id: found.id, state });
    },
);
const correct = fc
  .tuple(
    person,
    date,
    fc.constantFrom('punch' as const, 'discrepancy' as const),
    fc.option(fc.integer({ min: 400, max: 700 })),
    fc.option(fc.integer({ min: 900, max: 1800 })),
    fc.constantFrom('accepted', 'requested'),
  )
  .map(
    ([staff, day, kind, from, until, state]): Deed =>
      (town) =>
        town.correct(staff, day, kind, [from, until], state),
  );
const handOver = fc.tuple(person, fc.integer({ min: -14, max: 1 }), fc.integer({ min: 0, max: 7000 })).map(
  ([staff, back, minutes]): Deed =>
    (town) =>
      town.handOver(staff, parseYearMonth('2026-10')! + back, minutes, minutes >> 2),
);
const appoint = fc.tuple(person, date, department, fc.boolean()).map(
  ([staff, from, where, managerial]): Deed =>
    (town) =>
      town.appoint(staff, from, where, managerial && from > '2026-10-20'),
);
const unappoint = fc.tuple(person, date).map(
  ([staff, from]): Deed =>
    (town) =>
      town.unappoint(staff, from),
);
const leave = fc.tuple(person, fc.option(date)).map(
  ([staff, left]): Deed =>
    (town) =>
      town.leave(staff, left, '2015-04-01'),
);
const designate = fc.tuple(department, date, fc.option(date)).map(
  ([where, from, until]): Deed =>
    (town) =>
      town.designate(where, from, until !== null && until > from ? until : null),
);
const ordinance = fc
  .tuple(
    fc.constantFrom('2026-10-01', '2026-10-16', '2026-11-01'),
    fc.constantFrom(240, 300),
    fc.constantFrom(15, 30, 60),
    fc.constantFrom(60, 90),
  )
  .map(
    ([from, dayBoundary, discrepancyThreshold, nearPercent]): Deed =>
      (town) =>
        town.ordinance(from, { ...modelParameters(), dayBoundary, discrepancyThreshold, nearPercent }),
  );
const hire = fc.tuple(date, department).map(
  ([joined, where]): Deed =>
    (town) =>
      town.hire(crypto.randomUUID().slice(0, 8), { joined, department: where }),
);
const moveClock = fc.integer({ min: 1, max: 60 * 60 }).map(
  (minutes): Deed =>
    async (town) =>
      town.context.clock.moveTo(new Date(town.context.clock.now().getTime() + minutes * 60_000).toISOString()),
);

const deeds = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 6, arbitrary: punch },
      { weight: 5, arbitrary: fullDay },
      { weight: 1, arbitrary: repeated },
      { weight: 4, arbitrary: order },
      { weight: 2, arbitrary: decide },
      { weight: 2, arbitrary: correct },
      { weight: 2, arbitrary: handOver },
      { weight: 2, arbitrary: appoint },
      { weight: 1, arbitrary: unappoint },
      { weight: 1, arbitrary: leave },
      { weight: 1, arbitrary: designate },
      { weight: 1, arbitrary: ordinance },
      { weight: 1, arbitrary: hire },
      { weight: 3, arbitrary: moveClock },
    ),
    fc.constantFrom('at once', 'wake', 'settle'),
  ),
  { minLength: 5, maxLength: 40 },
);

/** To repeat a run: REBUILD_SEED, and REBUILD_PATH for its last case alone. */
const { REBUILD_SEED, REBUILD_PATH } = process.env;
const givenSeed = {
  ...(REBUILD_SEED === undefined ? {} : { seed: Number(REBUILD_SEED) }),
  ...(REBUILD_PATH === undefined ? {} : { path: REBUILD_PATH }),
};

let towns = 0;

async function openBusyTown(store: Store): Promise<Town> {
  towns += 1;
  const town = await openTown(store, '2026-10-28T11:00:00+09:00', String(990_000 + towns));
  await town.department('A');
  await town.department('B', 'D');
  await town.department('C', 'D');
  await town.department('D');
  for (const [staff, where] of [
    ['1', 'A'],
    ['2', 'B'],
    ['3', 'C'],
    ['4', 'A'],
  ] as const) {
    await town.hire(staff, { department: where, joined: staff === '4' ? '2026-10-09' : '2015-04-01' });
  }
  return town;
}

eachDatabase('rebuild', (open) => {
  let store: Store;

  beforeAll(async () => {
    store = await open();
  });

  it('finds nothing to differ, whatever happened in whatever order', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (list) => {
        const town = await openBusyTown(store);
        const deriver = startDeriver(town.context);
        const made: Made = { orders: [], punches: [] };
        try {
          for (const [deed, then] of list) {
            await deed(town, made);
            if (then === 'settle') await deriver.idle();
            else if (then === 'wake') deriver.wake(town.code);
          }
          await deriver.idle();
          const check = await rebuild(town.context, town.code, { check: true });
          expect(check.differences).toEqual([]);
          expect(check.pending).toBe(0);
        } finally {
          await deriver.stop();
        }
      }),
      { numRuns: Number(process.env.REBUILD_RUNS ?? 15), ...givenSeed },
    );
  });

  it('knows nothing of a month whose only record is of someone who left before the first day of service', async () => {
    const town = await openBusyTown(store);
    await town.punch('4', '2026-10-01 8:30', 'in');
    await town.leave('4', '2026-10-01', '2015-04-01');
    const check = await rebuild(town.context, town.code, { check: true });
    expect(check.differences.filter((d) => d.table === 'recorded_month')).toEqual([]);
  });
});
