import { presetText } from '@tokimori/ordinances/measures/presets';
import { readMeasures } from '@tokimori/ordinances/measures/read-measures';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { runMeasures } from '../../jobs/measures-run.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, nishihara, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { duesView } from './dues.ts';
import { settleDue } from './settle-due.ts';

const executive: Actor = { municipality: HERE, login: 'executive', staff: null, roles: ['executive'] };

eachTownHallAt('2026-11-04T09:00:00+09:00', 'what came to be due', (hall) => {
  /** 森下 of 国保係 46:00 and 椎名 of 財政課 50:00 in October, under うきは市's interview, its alert of the 25th and さいたま市's questionnaire. */
  const october = async () => {
    const of = (name: Parameters<typeof presetText>[0], id: RegExp) =>
      (readMeasures(presetText(name), name).measures?.measures ?? []).filter((measure) => id.test(measure.id));
    const measures = [...of('ukiha', /interview/), ...of('nerima', /alert-40/), ...of('yokohama', /plan/)];
    const set = { name: '試', about: '試', effectiveFrom: '2026-10-01', measures };
    await hall.query(
      `insert into tk.measure_set (municipality, effective_from, document, decided_by, reason, recorded_at)
       values ($1, '2026-10-01'::date, $2::jsonb, '400001', '試', $3::timestamptz)`,
      [HERE, JSON.stringify(set), hall.context.clock.now()],
    );
    await hall.handOver('100001', '2026-10', 46 * 60);
    await hall.handOver('300001', '2026-10', 101 * 60);
    await hall.deriver.idle();
    await runMeasures(hall.context, HERE);
  };
  const seen = async (who: Actor) => {
    const [open, told] = await Promise.all(
      (['open', 'told'] as const).map((state) => duesView(hall.context, who, { state })),
    );
    return [...(open?.dues ?? []), ...(told?.dues ?? [])].map(
      ({ subject, deed, form, maySettle, mine }) =>
        `${subject} ${deed}${form === null ? '' : ' 様式'}${maySettle ? ' *' : mine ? ' +' : ''}`,
    );
  };
  const idOf = async (subject: string, deed: string, state: 'open' | 'told' = 'open') =>
    (await duesView(hall.context, arima, { state })).dues.find((due) => due.subject === subject && due.deed === deed)
      ?.id ?? '';

  it('is seen by those it concerns, and may be settled by those whose task it is', async () => {
    await october();
    // * 済みにできる、+ 様式を書いて済ませる。
    expect(await seen(arima)).toEqual([
      '森下 千尋 面談する 様式 *',
      '椎名 航平 面談する 様式 *',
      '企画財政部 様式を出す 様式 *',
      '椎名 航平 知らせる *',
      '森下 千尋 知らせる *',
    ]);
    expect(await seen(takase)).toEqual(['森下 千尋 面談する 様式 +', '森下 千尋 知らせる *']);
    expect(await seen(ono)).toEqual(['椎名 航平 面談する 様式 +', '椎名 航平 知らせる *']);
    // 本人は面談があることを知るが、所属長が書く調書は開けない。
    expect(await seen(morishita)).toEqual(['森下 千尋 面談する', '森下 千尋 知らせる']);
    expect(await seen(nishihara)).toEqual([]);
    expect((await seen(executive)).filter((line) => line.endsWith('*'))).toEqual([]);
    expect(await seen(executive)).toHaveLength(5);
    expect(await seen(there(arima))).toEqual([]);
  });

  it('tells what, who, why and by when', async () => {
    await october();
    const { on, next, dues } = await duesView(hall.context, ono, { state: 'open' });
    expect([on, next]).toEqual(['2026-11-04', null]);
    expect(dues[0]).toMatchObject({
      month: '2026-10',
      on: '2026-10-31',
      sentence:
        '所属長・人事課が本人と面談する(調書(主な業務内容、背景・要因)を基に、要因分析と改善策を話し合う。総務部は2名)',
      section: '企画財政部 財政課',
      causes: [{ staff: '300001', name: '椎名 航平', figure: '月の時間外勤務', value: '101:00' }],
      causesMore: 0,
      dueOn: '2026-11-30',
      late: false,
    });
  });

  describe('is settled', () => {
    it('once, with who and why in the journal, and moves to the settled ones', async () => {
      await october();
      const id = await idOf('椎名 航平', '知らせる', 'told');
      expect(await settleDue(hall.context, ono, { id, outcome: 'done', note: '11月4日に声をかけた' })).toEqual({
        settled: true,
      });
      expect(await codeOf(settleDue(hall.context, arima, { id, outcome: 'done', note: '' }))).toBe('due.settled');
      const { dues } = await duesView(hall.context, ono, { state: 'settled' });
      expect(dues).toMatchObject([
        {
          state: 'done',
          settledBy: '小野 直樹',
          settledOn: '2026-11-04',
          note: '11月4日に声をかけた',
          maySettle: false,
        },
      ]);
      const [event] = await hall.query<{ kind: string; actor: string; reason: string }>(
        'select e.kind, e.actor, e.reason from tk.event e where e.municipality = $1 and e.stream = $2',
        [HERE, `due/${id}`],
      );
      expect(event).toEqual({ kind: 'DueSettled', actor: '300009', reason: '11月4日に声をかけた' });
    });
    it('not without a reason where it is not needed, not by others, not across municipalities', async () => {
      await october();
      const id = await idOf('椎名 航平', '面談する');
      const settle = (who: Actor, outcome: 'done' | 'dismissed', note = '') =>
        codeOf(settleDue(hall.context, who, { id, outcome, note }));
      expect(await settle(ono, 'dismissed')).toBe('due.reason');
      expect(await settle(takase, 'done')).toBe('due.unknown');
      expect(await settle(shiina, 'done')).toBe('access.denied');
      expect(await settle(nishihara, 'done')).toBe('due.unknown');
      expect(await settle(there(arima), 'done')).toBe('due.unknown');
      expect(await settle(executive, 'done')).toBe('access.denied');
      // 様式は、提出して済ませる。要らないと言えるのは人事課だけ。
      expect(await settle(ono, 'dismissed', '異動したため')).toBe('access.denied');
      expect(await settle(arima, 'dismissed', '異動したため')).toBe('done');
    });
  });
});
