import { describe, expect, it } from 'vitest';
import { asks } from './leave.ts';
import { answer, askOf, example, having, refusal } from './testing/asking.ts';

describe('every question about leave', () => {
  it.each(asks.map(({ name }) => name))('%s answers its example, cites and explains', (name) => {
    const { answer: found, explanation } = askOf(name).answer(example(name));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    const lines = explanation();
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).not.toMatch(/NaN|undefined|\(\)/);
    expect(refusal(name, { unheardOf: 1 })[0]).toContain('unheardOf: 知らない項目です。');
  });
});

describe('partial-childcare-leave', () => {
  const name = 'partial-childcare-leave';

  it('answers every request with verdict, reason, balance and provision', () => {
    expect(answer(name)).toMatchObject({
      type: 'type2',
      limit: '77:30',
      balance: '67:45',
      taken: { type1: '0:00', type2: '9:45' },
      entries: [
        { id: 'declaration-1', verdict: 'accepted', balance: '77:30' },
        { id: 'r1', verdict: 'accepted', time: '7:45', balance: '69:45' },
        { id: 'r2', verdict: 'accepted', time: '3:00', balance: '66:45' },
        { id: 'revocation-1', verdict: 'accepted', time: '1:00', balance: '67:45', notice: 'notRequired' },
        { id: 'r3', verdict: 'refused', reason: 'unit', time: '0:00', balance: '67:45', confidence: 'B' },
      ],
      pay: [{ month: '2026-05', time: '9:45', deducted: '10:00' }],
    });
  });

  it('takes a period by its days of the week', () => {
    const period = { from: '2026-05-11', through: '2026-05-24', except: ['2026-05-13'] };
    const spans = [{ from: '8:30', to: '9:30' }];
    const base = { declarations: [{ on: '2026-04-01', type: 'type1' }], revocations: [] };
    expect(having(name, { ...base, requests: [{ id: 'p', type: 'type1', period, spans }] })).toMatchObject({
      taken: { type1: '9:00' },
      balance: null,
    });
    const weekdays = { ...period, weekdays: [1] };
    expect(having(name, { ...base, requests: [{ id: 'p', type: 'type1', period: weekdays, spans }] })).toMatchObject({
      taken: { type1: '2:00' },
    });
    const both = { id: 'p', type: 'type1', period, dates: ['2026-05-11'], spans };
    expect(refusal(name, { ...base, requests: [both] })[0]).toContain('requests[0]: dates と period');
    const none = { id: 'p', type: 'type1', period: { ...period, through: '2026-05-10' }, spans };
    expect(refusal(name, { ...base, requests: [none] })[0]).toContain('requests[0]: 日がありません。');
  });

  it('changes the type and tells whether a 変更届 is due', () => {
    const declarations = [
      { on: '2026-04-01', type: 'type1' },
      { id: 'change', on: '2026-06-01', type: 'type2', circumstance: 'separation', hardship: true },
    ];
    const endings = [{ event: 'birth', on: '2026-07-01', backOn: '2026-09-01' }];
    expect(having(name, { declarations, requests: [], revocations: [], endings })).toMatchObject({
      type: 'type2',
      entries: [
        { id: 'declaration-1' },
        { id: 'change', effect: 'revoked', notice: 'notRequired' },
        { id: 'ending-1', effect: 'lapses', notice: 'required' },
      ],
    });
    expect(having(name, { rules: { partialLeavePayRounding: 'exact' } })).toMatchObject({
      pay: [{ deducted: '9:45' }],
    });
  });

  it('refuses by place', () => {
    const spans = [{ from: '8:30', to: '9:30' }];
    const request = (change: object) => ({
      requests: [{ id: 'a', type: 'type2', dates: ['2026-05-11'], spans, ...change }],
      revocations: [],
    });
    expect(refusal(name, { fiscalYear: 2024 })[0]).toContain('fiscalYear: 2024年度には');
    expect(refusal(name, request({ dates: ['2027-04-01'] }))[0]).toContain('requests[0]: 年度の外の日があります。');
    expect(refusal(name, request({ child: 'x' }))[0]).toContain('requests[0]: 子の名前が children にありません。');
    expect(refusal(name, request({ spans: [{ from: '9:30', to: '9:30' }] }))[0]).toContain('requests[0]: 時間がないか');
    expect(refusal(name, { revocations: [{ request: 'z', on: '2026-05-11' }] })[0]).toContain(
      'revocations[0]: 取り消す請求',
    );
    expect(refusal(name, { staff: { kind: 'partTime' } })[0]).toContain('staff: 週又は年の勤務日数がありません。');
    expect(refusal(name, { staff: { kind: 'fullTime', dailyHours: '25:00' } })[0]).toContain('staff: 1日の勤務時間');
    const twins = [
      { id: 'c', bornOn: '2022-05-01' },
      { id: 'c', bornOn: '2022-05-01' },
    ];
    expect(refusal(name, { children: twins })[0]).toContain('children: 「c」が2回あります。');
    const endings = [{ event: 'childDied', on: '2026-05-01' }];
    expect(refusal(name, { endings })[0]).toContain('endings[0]: だれの事由かわかりません。');
  });
});

describe('partial-childcare-limit', () => {
  const name = 'partial-childcare-limit';
  it('answers both types', () => {
    expect(answer(name)).toMatchObject({
      type1: { verdict: 'available', perDay: '1:15', usable: '1:00' },
      type2: { verdict: 'available', perYear: '70:00' },
    });
    expect(having(name, { staff: { kind: 'partTime', dailyHours: '6:00', weeklyDays: 4 } })).toMatchObject({
      type1: { verdict: 'refused', reason: 'shortDay' },
      type2: { perYear: '60:00' },
    });
    expect(having(name, { on: '2026-03-31', rules: { type2FirstPeriod: 'full' } })).toMatchObject({
      type2: { perYear: '70:00' },
    });
    expect(having(name, { child: { bornOn: '2019-05-01' } })).toMatchObject({ type2: { reason: 'childOver' } });
  });

  it('refuses a day before the rule and names the rule of then', () => {
    expect(refusal(name, { on: '2025-09-30' })[0]).toMatch(
      /^on: 令和7年9月30日は.*勤務時間の始め又は終わりに1日2時間まで/,
    );
    expect(refusal(name, { staff: { kind: 'partTime', dailyHours: '7:00' } })[0]).toContain(
      'staff: 週又は年の勤務日数',
    );
  });
});

describe('annual-leave', () => {
  const name = 'annual-leave';
  it('answers a year', () => {
    expect(answer(name)).toMatchObject({
      granted: [
        { id: 'carriedOver', days: 2, time: '3:00' },
        { id: 'granted', days: 20, time: '0:00' },
      ],
      takings: [
        { id: 't1', verdict: 'accepted', balance: { days: 22, time: '0:00' } },
        { id: 't2', verdict: 'refused', reason: 'unit' },
        { id: 't3', verdict: 'accepted', balance: { days: 21, time: '0:00' } },
      ],
      balance: { days: 21, time: '0:00' },
      carriesOver: { days: 20, time: '0:00' },
      expires: { days: 1, time: '0:00' },
      fiveDays: null,
    });
    const rules = { halfDayUnit: true };
    const takings = [{ id: 'h', on: '2026-05-11', unit: 'halfDay', time: '3:30' }];
    expect(having(name, { rules, takings, carriedOver: null })).toMatchObject({
      balance: { days: 19, time: '3:52', halfMinute: true },
    });
  });

  const appointee = {
    staff: { kind: 'appointee', hiredOn: '2026-04-01', weeklyDays: 4, weeklyHours: '29:00', enterprise: true },
    year: null,
    carriedOver: null,
    through: '2026-12-31',
    attendance: [{ grantedOn: '2026-10-01', worked: 90, of: 100 }],
    takings: [{ id: 'a', on: '2026-11-02', unit: 'day' }],
  };
  it('answers for an appointee', () => {
    expect(having(name, appointee)).toMatchObject({
      granted: [{ id: '2026-10-01', days: 7, through: '2028-09-30' }],
      takings: [{ verdict: 'accepted', balance: { days: 6 } }],
      balance: { days: 6 },
      expired: { days: 0 },
      fiveDays: [],
    });
  });

  it('refuses by place', () => {
    expect(refusal(name, { year: null })[0]).toContain('year: 必要な項目がありません。');
    expect(refusal(name, { ...appointee, through: null })[0]).toContain('through: 必要な項目がありません。');
    expect(refusal(name, { ...appointee, attendance: [] })[0]).toContain('attendance: 2026-10-01に付与するための');
    expect(refusal(name, { ...appointee, through: '2026-03-31' })[0]).toContain('through: 採用の前の日です。');
    expect(refusal(name, { year: 2019 })[0]).toContain('staff.hiredOn: 採用の日が');
    expect(refusal(name, { year: 2009, staff: { kind: 'fullTime', hiredOn: '2000-04-01' } })[0]).toContain(
      'まだ定めがありません',
    );
    const takings = [{ id: 'a', on: '2025-05-11', unit: 'day' }];
    expect(refusal(name, { takings })[0]).toContain('takings[0]: 休暇の年又は在職期間の外の日です。');
    const noTime = [{ id: 'a', on: '2026-05-11', unit: 'hour' }];
    expect(refusal(name, { takings: noTime })[0]).toContain('takings[0]: 時間がないか');
    expect(refusal(name, { staff: { kind: 'shortTime', hiredOn: '2020-04-01' } })[0]).toContain(
      'staff: 週又は年の勤務日数',
    );
  });
});
