import { randomUUID } from 'node:crypto';
import * as manager from '@tokimori/contract/manager';
import { expect, it } from 'vitest';
import { reportCorrection } from './corrections.ts';
import { requestOvertime } from './overtime-request.ts';
import { sectionMonth, sectionToday } from './section.ts';
import { eachTownHall } from './testing/each-town-hall.ts';
import { overtimeAt } from './testing/overtime-at.ts';
import { codeOf } from './testing/refused.ts';
import { arima, morishita, nishihara, takase } from './testing/town-hall.ts';

const OCTOBER = '2026-10';

eachTownHall('the pages of heads', (hall) => {
  const { ordered } = overtimeAt(hall);

  it('the section shows people, what waits and what is to be asked', async () => {
    await hall.work('100002', '2026-10-15', 500, 1302);
    await ordered(nishihara, '2026-10-15', 1230);
    await hall.work('100001', '2026-10-23', 502, null);
    const waiting = randomUUID();
    await requestOvertime(hall.context, morishita, {
      id: waiting,
      date: '2026-10-27',
      from: 1035,
      until: 1185,
      category: 'normal',
      work: '検証',
      why: '',
    });
    await reportCorrection(hall.context, nishihara, {
      id: randomUUID(),
      date: '2026-10-15',
      kind: 'discrepancy',
      in: null,
      out: null,
      reason: '片付けと日報',
      answer: { says: 'work', from: 1230, until: 1302 },
    });
    await hall.deriver.idle();
    const answer = await sectionMonth(hall.context, takase, { department: '11', month: OCTOBER });
    expect(manager.sectionMonth.answer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      name: '保険年金課',
      path: '市民部 保険年金課',
      through: '2026-10-25',
      today: '2026-10-26',
      total: 195,
      daysLeft: 5,
      counts: { decisions: 1, discrepancies: 1, missing: 1 },
    });
    expect(answer.rows.map((row) => row.person.staff)).toEqual(['100002', '100001', '200001']);
    expect(answer.rows[0]?.days[14]).toMatchObject({ state: 'classified', overtime: 195, discrepancy: true });
    expect(answer.rows.at(-1)).toMatchObject({ state: 'none', remaining: null });
    expect(answer.rows[1]?.days[26]).toMatchObject({ requested: 150 });
    expect(answer.decisions).toMatchObject([
      {
        overtime: { id: waiting },
        effect: { before: 0, added: 150, daysLeft: 4 },
        deadline: '2026-10-27T17:15:00+09:00',
      },
    ]);
    expect(answer.questions).toMatchObject([
      {
        date: '2026-10-15',
        kind: 'discrepancy',
        discrepancy: 72,
        correction: { state: 'requested', reason: '片付けと日報' },
      },
      { date: '2026-10-23', kind: 'missingOut', correction: null },
    ]);
    expect(await sectionMonth(hall.context, arima, { department: '111', month: OCTOBER })).toMatchObject({
      path: '市民部 保険年金課 国保係',
      counts: { decisions: 1 },
    });
    expect(await codeOf(sectionMonth(hall.context, takase, { department: '21', month: OCTOBER }))).toBe(
      'access.denied',
    );
    expect(await codeOf(sectionMonth(hall.context, arima, { department: '99', month: OCTOBER }))).toBe(
      'department.not-found',
    );
  });

  it('a card speaks as the person’s row does: what goes over at this pace is not called fine', async () => {
    for (const date of ['2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23']) {
      await hall.work('100001', date, 502, 1440);
      await ordered(morishita, date, 1440);
    }
    const asked = { date: '2026-10-27', from: 1035, until: 1095, category: 'normal', work: '検証', why: '' } as const;
    await requestOvertime(hall.context, morishita, { id: randomUUID(), ...asked });
    await hall.deriver.idle();
    const { rows, decisions } = await sectionMonth(hall.context, takase, { department: '11', month: OCTOBER });
    expect(rows.find((row) => row.person.staff === '100001')?.state).toBe('forecastOver');
    expect(decisions).toMatchObject([
      { effect: { before: 1620, added: 60, stateBefore: 'forecastOver', state: 'forecastOver', slackAfter: 1020 } },
    ]);
  });

  it('a head does not find the own request among those to decide', async () => {
    const asked = { date: '2026-10-27', from: 1035, until: 1095, category: 'normal', work: '検証', why: '' } as const;
    await requestOvertime(hall.context, takase, { id: randomUUID(), ...asked });
    await requestOvertime(hall.context, morishita, { id: randomUUID(), ...asked });
    const seenBy = async (who: typeof takase) => {
      const { counts, decisions } = await sectionMonth(hall.context, who, { department: '11', month: OCTOBER });
      return [counts.decisions, decisions.map(({ overtime }) => overtime.person.staff).sort()];
    };
    expect(await seenBy(takase)).toEqual([1, ['100001']]);
    expect(await seenBy(arima)).toEqual([2, ['100001', '200001']]);
  });

  it('the section today: who is in', async () => {
    await hall.work('100001', '2026-10-26', 500, null);
    await hall.deriver.idle();
    const answer = await sectionToday(hall.context, takase, { department: '11' });
    expect(manager.sectionToday.answer.parse(answer)).toEqual(answer);
    expect(answer.people.map(({ person, presence }) => [person.staff, presence])).toEqual([
      ['200001', 'notYet'],
      ['100001', 'in'],
      ['100002', 'notYet'],
    ]);
  });
});
