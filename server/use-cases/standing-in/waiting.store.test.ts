import type { Answer } from '@tokimori/contract/route';
import type { me as meRoute } from '@tokimori/contract/session';
import { expect, it } from 'vitest';
import { readMe } from '../../access/me.ts';
import type { Actor } from '../../context.ts';
import { sectionMonth } from '../section.ts';
import { eachTownHall } from '../testing/each-town-hall.ts';
import { asking, ordering, overtimeAt } from '../testing/overtime-at.ts';
import { actorOf, deputy, director, standingInAt } from '../testing/standing-in-at.ts';
import { arima, morishita, nishihara, takase, there } from '../testing/town-hall.ts';
import { openApprovals } from './approvals.ts';

eachTownHall('what waits for whoever decides', (hall) => {
  const { request, order } = overtimeAt(hall);
  const { give, away, placeDirector, rise } = standingInAt(hall);
  const asked = async (who: Actor, more: Parameters<typeof asking>[0] = {}) => {
    const input = asking(more);
    await request(input, who);
    return input.id;
  };
  const me = (actor: Actor): Promise<Answer<typeof meRoute>> =>
    readMe(hall.context, {
      actor,
      name: '',
      csrf: '',
      factors: [],
      mustChangePassword: false,
      tokenHash: Buffer.alloc(0),
    });
  /** Ids of the page 決裁; its number of things to do is that of the badge. */
  const page = async (actor: Actor): Promise<readonly string[]> => {
    const view = await openApprovals(hall.context, actor);
    const shown = view.requests.length + view.finals.length + view.reviews.length + view.objections.length;
    expect((await me(actor)).waiting.decisions).toBe(shown);
    return [...view.requests, ...view.finals].map(({ overtime }) => overtime.id);
  };

  it('is the nearest head’s; the head’s own request is the 部長’s; another town sees nothing', async () => {
    await placeDirector();
    const of = await asked(morishita);
    const ofHead = await asked(takase, { date: '2026-10-27' });
    expect(await page(takase)).toEqual([of]);
    expect(await page(director)).toEqual([ofHead]);
    for (const none of [arima, nishihara, there(takase), there(director)]) expect(await page(none)).toEqual([]);
  });

  it('is both the head’s and the delegate’s, without the delegate’s own', async () => {
    const [of, own] = [await asked(morishita), await asked(nishihara, { date: '2026-10-27' })];
    await give({ kind: 'delegated', dailyLimit: 240 });
    expect(await page(takase)).toEqual([of, own]);
    expect(await page(deputy)).toEqual([of]);
  });

  it('is the stand-in’s, but the absent head’s own request and the stand-in’s: those go up', async () => {
    await placeDirector();
    const [of, ofHead, own] = [
      await asked(morishita),
      await asked(takase, { date: '2026-10-27' }),
      await asked(nishihara, { date: '2026-10-28' }),
    ];
    await away();
    expect(await page(director)).toEqual([of, ofHead, own]);
    await give();
    expect(await page(deputy)).toEqual([of]);
    expect(await page(director)).toEqual([ofHead, own]);
    const { decisions, counts } = await sectionMonth(hall.context, deputy, { department: '11', month: '2026-10' });
    expect(decisions.map(({ overtime }) => overtime.id)).toEqual([of]);
    expect(counts.decisions).toBe(1);
  });

  it('is the 部長’s where the month has risen, once the 課長 has approved', async () => {
    await placeDirector();
    await rise('100001');
    const id = await asked(morishita);
    expect([await page(takase), await page(director)]).toEqual([[id], []]);
    await order(ordering(id));
    expect([await page(takase), await page(director)]).toEqual([[], [id]]);
    expect(await page(actorOf('500001', 'staff'))).toEqual([]);
  });
});
