import { expect, it } from 'vitest';
import type { Actor } from '../context.ts';
import { eachTownHallAt } from '../use-cases/testing/each-town-hall.ts';
import { codeOf } from '../use-cases/testing/refused.ts';
import { arima, morishita, takase, there } from '../use-cases/testing/town-hall.ts';
import { sagaOne, sagaTwo } from './reports.ts';

const executive: Actor = { ...arima, roles: ['executive'] };

eachTownHallAt('2026-11-05T09:00:00+09:00', 'the readers of 資料① and 資料②', (hall) => {
  const one = (who: Actor, department?: string) =>
    sagaOne(hall.context, who, { month: '2026-10', ...(department === undefined ? {} : { department }) });
  const totalOf = ({ lines }: Awaited<ReturnType<typeof one>>) => lines[0]?.total;

  it('資料①: the heads too, with 部局 of few people as one and the same total', async () => {
    await hall.handOver('100001', '2026-10', 60 * 60);
    await hall.handOver('300001', '2026-10', 20 * 60);
    await hall.deriver.idle();
    const [whole, shared] = [await one(arima), await one(takase)];
    expect(whole.departments.length).toBeGreaterThan(1);
    expect(whole.departments).not.toContain('その他');
    expect(shared.departments).toEqual(['その他']);
    expect(totalOf(shared)).toBe(totalOf(whole));
    expect(shared.differences.at(-1)).toMatch(/^人数が少ない部局は「その他」にまとめています: /);
    expect(await one(executive)).toEqual(whole);
  });

  it('資料① of one department, and 資料② by name: those alone who see the whole municipality', async () => {
    const two = (who: Actor) => sagaTwo(hall.context, who, { month: '2026-10', after: 0, size: 9 });
    expect(await codeOf(one(takase, '10'))).toBe('access.denied');
    expect(await codeOf(two(takase))).toBe('access.denied');
    expect(await codeOf(two(arima))).toBe('done');
    for (const who of [morishita, { ...takase, roles: ['admin'] as const }])
      expect(await codeOf(one(who))).toBe('access.denied');
  });

  it('shows heads of another municipality nothing of this one', async () => {
    await hall.handOver('100001', '2026-10', 60 * 60);
    await hall.deriver.idle();
    expect(totalOf(await one(there(takase)))).not.toBe(totalOf(await one(takase)));
  });
});
