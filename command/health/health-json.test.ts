import { describe, expect, it } from 'vitest';
import { InputRefused } from '../refusal.ts';
import { guidanceOf } from './guidance-json.ts';
import { fatigueOf, stressOf } from './scores-json.ts';

function complaints(question: () => unknown): readonly string[] {
  try {
    question();
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => why?.ja ?? '');
    throw error;
  }
  return [];
}

describe('the commands on health, with reasons', () => {
  const months = [{ month: '2026-10', overtime: '90:00', workedTotal: '257:15' }];

  it('guidance tells them in sentences, and keeps its shape without', () => {
    const [plain] = guidanceOf({ staff: [{ id: '1', months }] });
    expect(Object.keys(plain!)).toEqual(['id', 'month', 'due', 'exempt', 'interview', 'reasons', 'notJudged']);
    const [told] = guidanceOf({ staff: [{ id: '1', months }] }, true);
    expect(told!.explanation).toEqual(
      expect.arrayContaining(['令和8年10月: 面接指導の対象です。本人に知らせ、申出を勧めてください。']),
    );
  });

  it('guidance judges by the classes of a municipality that a document gives', () => {
    const localClass = {
      id: '45時間超',
      from: { hours: '45:00', fires: 'moreThan' },
      through: '100:00',
      when: 'foundNecessary',
      exempts: true,
    };
    const rules = {
      localClasses: [localClass],
      includeHolidayWork: true,
      month: { hours: '100:00', fires: 'moreThan' },
    };
    const person = {
      id: '1',
      months: [{ month: '2026-10', overtime: '46:00', holidayWork: '7:45' }],
      foundNecessary: true,
    };
    expect(guidanceOf({ staff: [person], rules })).toMatchObject([
      {
        due: 'withoutRequest',
        interview: 'required',
        reasons: [],
        localReasons: [{ class: '45時間超', when: 'foundNecessary', value: '53:45', from: '45:00', through: '100:00' }],
      },
    ]);
    const anyone = { ...localClass, from: null, through: null, when: 'onRequest' };
    expect(guidanceOf({ staff: [{ ...person, requested: true }], rules: { localClasses: [anyone] } })).toMatchObject([
      { due: 'none', interview: 'required', localReasons: [{ from: null, through: null, value: '46:00' }] },
    ]);
  });

  it('guidance names months and hours that cannot be judged', () => {
    const refused = (person: object, rules = {}) =>
      complaints(() => guidanceOf({ staff: [{ id: '1', ...person }], rules }));
    expect(refused({ months: [{ month: '2019-03', overtime: '90:00' }] })[0]).toContain(
      'staff[0].months[0].month: 2019-03 には',
    );
    expect(refused({ months: [{ month: '2019-04', overtime: '90:00' }] })).toEqual([]);
    expect(refused({ months }, { includeHolidayWork: true })[0]).toContain('staff[0].months[0].holidayWork');
    const outside = { includeHolidayWork: true, managersIncluded: false };
    expect(refused({ months, managerial: true }, outside)).toEqual([]);
    const short = [{ month: '2026-10', overtime: '20:00', holidayWork: '7:45', workedTotal: '27:44' }];
    expect(refused({ months: short })[0]).toContain('時間外勤務と休日勤務の合計 27:45');
  });

  it('fatigue and stress tell theirs', () => {
    const sheet = { symptoms: new Array(14).fill(0), work: new Array(13).fill(0) };
    expect(fatigueOf(sheet)).not.toHaveProperty('explanation');
    expect(fatigueOf(sheet, true)).toMatchObject({
      score: 0,
      explanation: [/./, /./, /「低い」/].map((told) => expect.stringMatching(told)),
    });
    const check = { sex: 'male', answers: new Array(57).fill(1) };
    expect(stressOf(check)).not.toHaveProperty('explanation');
    const told = stressOf(check, true) as { explanation: readonly string[] };
    expect(told.explanation).toHaveLength(2);
    expect(told.explanation[0]).toContain('A(仕事のストレス要因)50、B(心身のストレス反応)38、C(周囲のサポート)9');
  });
});
