import { randomUUID } from 'node:crypto';
import * as contract from '@tokimori/contract/declarations';
import { expect, it } from 'vitest';
import { runDeclarationCheck } from '../../jobs/declarations-run.ts';
import { differenceDays } from '../testing/difference-days.ts';
import { eachTownHall } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, ELSEWHERE, HERE, morishita, takase, there } from '../testing/town-hall.ts';
import { declarationsView } from './declarations.ts';
import { explanationPeople, registerExplanation } from './explanations.ts';
import { registerSurvey } from './surveys.ts';

eachTownHall('the monthly check of declarations', (hall) => {
  const { compare } = differenceDays(hall);

  /** A year of months as they are derived: overtime, and minutes of presence a month that nothing explains. */
  async function year(staff: string, department: string, overtime: number, unexplained: number): Promise<void> {
    const zeros = 'array_fill(0::smallint, array[31])';
    await hall.query(
      `insert into tk.month_record (municipality, month, staff, department, managerial, externally_driven, source, overtime,
         exceptional, disaster, infection, ordered_ahead, holiday_work, night, day_off_overtime, presence, beyond, days_worked,
         unclassifiable, discrepancies, day_state, first_in, last_out, pc_first, pc_last, presence_days, beyond_days, overtime_days,
         exceptional_days, ordered_days, discrepancy_days, cumulative)
       select $1, m.month::date, $2, $3, false, false, 'days', $4::int, 0, 0, 0, 0, 0, 0, 0, 9000, 0, 20, 0, 3,
         ${zeros}, ${zeros}, ${zeros}, ${zeros}, ${zeros}, ${zeros}, ${zeros}, ${zeros}, ${zeros}, ${zeros},
         array[$5::int / 3, $5::int / 3, $5::int / 3]::smallint[], array_fill(0, array[31])
       from generate_series('2025-10-01'::date, '2026-09-01'::date, interval '1 month') as m (month)
       on conflict do nothing`,
      [HERE, staff, department, overtime, unexplained],
    );
  }
  const view = () => declarationsView(hall.context, arima);
  const check = async () => {
    await compare();
    return runDeclarationCheck(hall.context, HERE);
  };

  it('waits for the comparison, is made once a month, and keeps what is conspicuous', async () => {
    await year('100001', '111', 44 * 60 + 50, 180);
    await year('300001', '21', 44 * 60 + 50, 0);
    expect(await runDeclarationCheck(hall.context, HERE)).toBeNull();
    expect(await check()).toBe('2026-09');
    expect(await runDeclarationCheck(hall.context, HERE)).toBeNull();
    const answer = await view();
    expect(contract.declarationsView.answer.parse(answer)).toEqual(answer);
    expect(answer.check).toMatchObject({ from: '2025-10', through: '2026-09', months: 24, withPresence: 12 });
    // Who goes home at the limit is never told; who stays on is, with the months.
    expect(answer.check?.findings.map(({ level, who, conspicuous }) => [level, who, conspicuous])).toEqual([
      ['person', '100001', true],
    ]);
    expect(answer.check?.findings[0]).toMatchObject({
      name: '森下 千尋',
      section: '11',
      sectionName: '保険年金課',
      limit: 2700,
      step: { says: 'belowLimitConspicuous', words: { who: '100001 森下 千尋', limit: 'month45' } },
      surveyedOn: null,
    });
    expect(answer.check?.findings[0]?.months).toHaveLength(12);
    expect((await declarationsView(hall.context, there(arima))).check).toBeNull();
    expect(await codeOf(declarationsView(hall.context, takase))).toBe('access.denied');
  });

  it('is made again for the next month once its closing day has come', async () => {
    await year('100001', '111', 44 * 60 + 50, 180);
    await check();
    hall.context.clock.moveTo('2026-11-04T08:29:00+09:00');
    expect(await check()).toBeNull();
    hall.context.clock.moveTo('2026-11-05T08:29:00+09:00');
    expect(await check()).toBe('2026-10');
    expect((await view()).check).toMatchObject({ from: '2025-11', through: '2026-10' });
    expect(await runDeclarationCheck(hall.context, ELSEWHERE)).toBeNull();
  });

  it('takes what investigations found and what follows, once, with what led to it', async () => {
    await year('100001', '111', 44 * 60 + 50, 180);
    await check();
    const about = { through: '2026-09', level: 'person', who: '100001', limit: 2700 } as const;
    const survey = {
      id: randomUUID(),
      section: '11',
      heldOn: '2026-10-20',
      about,
      result: 'warned',
      found: '聞き取りと入退館の記録で調べた',
      follows: '課の慣行を改め、差異を補正する',
    } as const;
    await registerSurvey(hall.context, arima, survey);
    await registerSurvey(hall.context, arima, survey);
    const { surveys, check: found } = await view();
    expect(surveys).toMatchObject([
      {
        heldOn: '2026-10-20',
        sectionName: '保険年金課',
        about: '森下 千尋: 45:00 の手前の申告',
        result: 'warned',
        by: '有馬 真理',
      },
    ]);
    expect(found?.findings[0]?.surveyedOn).toBe('2026-10-20');
    const other = { ...survey, id: randomUUID() };
    expect(await codeOf(registerSurvey(hall.context, arima, { ...other, heldOn: '2026-10-27' }))).toBe(
      'declaration.in-future',
    );
    expect(await codeOf(registerSurvey(hall.context, arima, { ...other, section: '99' }))).toBe('department.not-found');
    expect(
      await codeOf(registerSurvey(hall.context, arima, { ...other, about: { ...about, through: '2026-08' } })),
    ).toBe('declaration.finding-gone');
    expect(await codeOf(registerSurvey(hall.context, takase, other))).toBe('access.denied');
    const [journal] = await hall.query<{ count: number }>(
      `select count(*)::int as count from tk.event e where e.municipality = $1 and e.kind = 'DeclarationSurveyed'`,
      [HERE],
    );
    expect(journal?.count).toBe(1);
  });

  it('tells which explanations are owed for days declared alone, until they were given', async () => {
    await year('100001', '111', 0, 0);
    await hall.query(
      `insert into tk.correction (municipality, id, staff, duty_date, kind, state, in_minute, out_minute, reason, requested_by,
         requested_at, decided_by, decided_at, version)
       values ($1, gen_random_uuid(), '100001', '2026-09-10', 'punch', 'accepted', 510, 1035, '端末の故障', '100001', $2, '200001', $2, 2)`,
      [HERE, hall.context.clock.now()],
    );
    await check();
    const owed = async () =>
      (await view()).methods.map(({ section, flagged, open }) => [
        section,
        flagged,
        open.map(({ duty, count }) => `${duty} ${count}`).join(', '),
      ]);
    expect(await owed()).toEqual([['11', true, 'explainToStaff 1, survey 1']]);
    const { people } = await explanationPeople(hall.context, arima, { audience: 'staff', section: '11' });
    expect(people.map(({ staff }) => staff)).toEqual(['100001', '100002']);
    const explanation = {
      id: randomUUID(),
      heldOn: '2026-10-23',
      audience: 'staff',
      section: '11',
      absent: ['100001'],
      material: '把握の手引',
    } as const;
    const given = { ...explanation, absent: [...explanation.absent] };
    expect(await registerExplanation(hall.context, arima, given)).toEqual({ people: 1 });
    expect(await owed()).toEqual([['11', true, 'explainToStaff 1, survey 1']]);
    const again = { ...given, id: randomUUID(), absent: [], section: '' };
    expect(await registerExplanation(hall.context, arima, again)).toEqual({ people: 4 });
    expect(await registerExplanation(hall.context, arima, again)).toEqual({ people: 4 });
    expect(await owed()).toEqual([['11', true, 'survey 1']]);
    expect((await view()).explanations).toHaveLength(2);
    expect(await codeOf(registerExplanation(hall.context, takase, again))).toBe('access.denied');
    expect(await codeOf(explanationPeople(hall.context, morishita, { audience: 'staff', section: '11' }))).toBe(
      'access.denied',
    );
  });
});
