import { judgeAnnualYear, judgeAppointee } from '@tokimori/law/leave/annual/judge-annual';
import type { AnnualStaff, AnnualTaking } from '@tokimori/law/leave/annual/types';
import { childcareRequestRefusals, judgeChildcareRequest } from '@tokimori/law/leave/kinds/childcare-requests';
import { masterKinds } from '@tokimori/law/leave/kinds/master';
import { maternityWindows } from '@tokimori/law/leave/kinds/maternity';
import { tallyRegister } from '@tokimori/law/leave/kinds/register-tally';
import { judgeShortTime } from '@tokimori/law/leave/kinds/short-time';
import { judgeTaking } from '@tokimori/law/leave/kinds/taking';
import { sickChildReasons, type Taking, takingRefusals } from '@tokimori/law/leave/kinds/taking-types';
import { judgePartialChildcareYear } from '@tokimori/law/leave/partial-childcare/judge-year';
import {
  endingEvents,
  type PartialChildcareEvent,
  partialLeaveRefusals,
} from '@tokimori/law/leave/partial-childcare/types';
import { modelLeave } from '@tokimori/law/leave/rules';
import { bereavementRelations } from '@tokimori/law/leave/special-days';
import { epochDayOf } from '@tokimori/law/time/civil';
import { Spans } from '@tokimori/law/time/spans';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import { annualLeaveSentences } from './annual.ts';
import { leaveKindSentences } from './kinds.ts';
import { partialChildcareSentences } from './partial-childcare.ts';
import { daysAndTime, eventName, reasonName, refusalName, relationName } from './words.ts';

const on = (month: number, day: number, year = 2026) => epochDayOf(year, month, day);
const allotment = Spans.of({ from: 510, until: 720 }, { from: 780, until: 1035 });
const request = (id: string, day: number, from: number, until: number, change = {}): PartialChildcareEvent => ({
  event: 'request',
  id,
  recordedOn: on(5, day),
  type: 'type2',
  child: '子',
  days: [on(5, day)],
  rows: [{ from, until }],
  allotment,
  childcareTime: 0,
  caregiverTime: 0,
  otherLeave: Spans.none,
  ...change,
});
const whole = (lines: readonly string[]) => {
  for (const line of lines) expect(line).not.toMatch(/NaN|undefined|\(\)|（）/);
  return lines.join('\n');
};

describe('the sentences of 部分休業', () => {
  it('let the reader check the arithmetic', () => {
    const year = {
      fiscalYear: 2026,
      staff: { kind: 'fullTime', dailyMinutes: 465, childcareShortTime: false },
      children: [{ id: '子', bornOn: on(5, 1, 2023) }],
      events: [
        { event: 'declaration', id: 'd', recordedOn: on(4, 1), type: 'type2' },
        request('a', 11, 510, 1035),
        request('b', 12, 540, 720),
        request('c', 13, 510, 600),
        { event: 'ending', id: 'e', recordedOn: on(5, 12), what: 'suspension', backOn: on(6, 1) },
      ],
    } as const;
    const lines = explain(judgePartialChildcareYear(year).steps, partialChildcareSentences);
    const text = whole(lines);
    expect(text).toContain('第2号部分休業は、1年につき 7:45 × 10日分 = 77:30 までです。(育児休業条例(準則) 第18条の4)');
    expect(text).toContain('残りは 77:30 − 7:45 = 69:45 です。');
    expect(text).toContain('停職により、承認は効力を失います。(地公育休法 第19条第6項)');
    expect(text).toContain('停職は、遅滞なく育児部分休業変更届出書で届け出ます。');
    expect(text).toContain('産前産後の休業、休職又は停職の期間です。');
    expect(text).toContain('令和8年5月は、勤務しない 7:45 を30分で丸めた 8:00 について給与を減額します。');
  });

  it('name what is deducted from the two hours', () => {
    const year = {
      fiscalYear: 2026,
      staff: { kind: 'partTime', dailyMinutes: 435, childcareShortTime: false, weeklyDays: 4 },
      children: [{ id: '子', bornOn: on(5, 1, 2023) }],
      events: [
        { event: 'declaration', id: 'd', recordedOn: on(4, 1), type: 'type1' },
        request('a', 11, 510, 600, { type: 'type1', childcareTime: 45 }),
      ],
    } as const;
    const text = whole(explain(judgePartialChildcareYear(year).steps, partialChildcareSentences));
    expect(text).toContain('第1号部分休業は、この日は 2:00 − 育児時間 0:45 = 1:15 までです。');
    expect(text).toContain('非常勤職員は、1日の勤務時間から5:45を引いた 7:15 − 5:45 = 1:30 までです。');
    expect(text).toContain('上限 1:15 のうち、30分単位で使えるのは 1:00 です。');
    expect(text).toContain('この日の部分休業は 0:00 + 1:30 で、1:00 を超えます。');
    expect(text).toContain('承認できません(1日の上限を超える)。');
  });
});

describe('the sentences of 年次有給休暇', () => {
  const staff: AnnualStaff = {
    kind: 'fullTime',
    enterprise: false,
    hourlyAgreement: false,
    hiredOn: on(4, 1, 2020),
    dayMinutes: 465,
  };
  const taking = (id: string, day: number, unit: AnnualTaking['unit'], minutes: number): AnnualTaking => ({
    id,
    on: on(5, day),
    unit,
    minutes,
    revoked: false,
  });

  it('tell days and hours', () => {
    const takings = [taking('a', 11, 'hour', 180), taking('b', 12, 'hour', 285), taking('c', 13, 'hour', 30)];
    const text = whole(explain(judgeAnnualYear(staff, 2026, 930, takings).steps, annualLeaveSentences));
    expect(text).toContain('前の年からの繰越しは 1日 です(20日まで)。');
    expect(text).toContain('4:45 を取ると残り 20日と 4:45 がちょうど日数になるため、分の端数を認めます。');
    expect(text).toContain('5月12日: 繰越し分から 4:45 を引きます。');
    expect(text).toContain('年の終わりに 20日 を翌年へ繰り越し、0日 が消えます。');
    expect(text).toContain('0:30 は1時間単位ではありません。');
  });

  it('tell the days of an appointee and of the five days', () => {
    const appointee: AnnualStaff = {
      ...staff,
      kind: 'appointee',
      enterprise: true,
      hourlyAgreement: true,
      hiredOn: on(4, 1),
      weeklyDays: 4,
      weeklyMinutes: 1860,
    };
    const attendance = [{ grantedOn: on(10, 1), worked: 90, of: 100 }];
    const text = whole(explain(judgeAppointee(appointee, on(12, 31), attendance, []).steps, annualLeaveSentences));
    expect(text).toContain('全労働日100日のうち90日出勤し、8割以上です。');
    expect(text).toContain('令和8年10月1日に10日を付与します(最初の付与)。');
    expect(text).toContain('令和9年9月30日までに、あと5日を取得させる必要があります(取得 0日)。');
    expect(daysAndTime(465, 465)).toBe('3:52(と30秒)');
    expect([daysAndTime(0, 465), daysAndTime(930, 465), daysAndTime(932, 465)]).toEqual(['0日', '1日', '1日と 0:01']);
  });
});

describe('the sentences of the other kinds', () => {
  const taking: Taking = {
    kind: 'sickChildLeave',
    from: on(5, 11),
    through: on(5, 11),
    time: 180,
    halfDay: false,
    dutyDays: 1,
    taken: 0,
    dayMinutes: 465,
    facts: { children: [on(5, 1, 2020)], reason: 'illness' },
  };
  const told = (change: Partial<Taking>) =>
    whole(explain(judgeTaking({ ...taking, ...change }).steps, leaveKindSentences));

  it('tell why', () => {
    expect(told({})).toContain('38:45 − 取得済み 0:00 − 3:00 = 残り 35:45 です。');
    expect(told({ facts: { children: [on(5, 1, 2020)], reason: 'graduation' } })).toContain(
      '卒業式は事由に当たりません。',
    );
    expect(told({ kind: 'volunteer' })).toContain('1日単位の休暇です。');
    expect(told({ kind: 'caregiverTime', time: null, facts: { firstOn: on(1, 1) } })).toContain(
      '全日では取得できません。',
    );
    expect(told({ kind: 'annualPaidLeave' })).toContain('tokimori law ask annual-leave');
    expect(
      told({ kind: 'bereavement', time: null, facts: { relation: 'parent', daysBefore: 0, travelDays: 2 } }),
    ).toContain('父母の忌引は7日です(往復の2日を加えます)。');
  });

  it('tell windows and tallies', () => {
    const early = maternityWindows({ dueOn: on(3, 10), bornOn: on(3, 1), multiple: false }).steps;
    const text = whole(explain(early, leaveKindSentences));
    expect(text).toContain('産前は6週間で、令和8年1月28日から令和8年3月1日までです。');
    expect(text).toContain('出産が予定日より9日早いため、産前の期間は出産の日までです。');
    const week = judgeShortTime([465, 465, 465], on(4, 1), modelLeave).steps;
    expect(whole(explain(week, leaveKindSentences))).toContain('週 23:15 で、法の型(7:45 × 3)に当たります。');
    const marks = [
      { on: on(5, 1), code: 'annualPaidLeave', minutes: 180 },
      { on: on(5, 7), code: 'annualPaidLeave', minutes: null },
      { on: on(5, 9), code: 'weeklyDayOff', minutes: null },
    ];
    const tally = whole(explain(tallyRegister(2026 * 12 + 4, marks).steps, leaveKindSentences));
    expect(tally).toContain('年休: 1日と 3:00。');
    expect(tally).toContain('weeklyDayOff: 1日。整理欄のどの欄にも入りません。');
  });

  it('tell of requests', () => {
    const child = { bornOn: on(4, 10), expected: false };
    const asked = {
      kind: 'childcareLeave',
      from: on(6, 1),
      through: on(6, 30),
      child,
      partTime: null,
      week: null,
    } as const;
    const kept = { ...asked, requestedOn: on(5, 1) };
    expect(whole(explain(judgeChildcareRequest(kept).steps, leaveKindSentences))).toBe(
      [
        '令和8年6月1日に始めるものは、1か月前の令和8年5月1日までに請求します。請求は令和8年5月1日で、間に合っています。(沖縄県教委服務規程 第16条の2)',
        '子について取れるのは令和11年4月9日までで、期間はその中です。(地公育休法 第2条第1項〔B 一部で確認〕)',
        '請求は要件に合っています。(地公育休法 第2条第2項〔B 一部で確認〕)',
      ].join('\n'),
    );
    const early = {
      ...asked,
      kind: 'birthPeriodLeave',
      from: on(4, 9),
      requestedOn: on(4, 1),
      child: { ...child, expected: true },
    } as const;
    const text = whole(explain(judgeChildcareRequest(early).steps, leaveKindSentences));
    expect(text).toContain('2週間前の令和8年3月26日までに請求します。請求は令和8年4月1日で、期限を過ぎています。');
    expect(text).toContain('子の出生(令和8年4月10日)の前に始めることはできません。');
    expect(text).toContain('請求は要件に合いません(請求の期限を過ぎた、子の出生の前に始まる、子が対象でない)。');
    const expected = { ...early, from: on(4, 10), requestedOn: on(3, 1) };
    expect(whole(explain(judgeChildcareRequest(expected).steps, leaveKindSentences))).toContain(
      '予定日(令和8年4月10日)で数えています。',
    );
    const short = { ...kept, kind: 'childcareShortTime', partTime: 12, week: [465, 465, 465] } as const;
    const rules = { ...modelLeave, shortTimeLeadMonths: 0 };
    const ofWeek = whole(explain(judgeChildcareRequest(short, rules).steps, leaveKindSentences));
    expect(ofWeek).toContain('その日の令和8年6月1日までに請求します。');
    expect(ofWeek).toContain('非常勤職員は育児短時間勤務をすることができません。');
    expect(ofWeek).toContain('1回の請求は1か月以上1年以下です。末日は令和8年6月30日から令和9年5月31日までに入ります。');
    const brief = judgeChildcareRequest({ ...short, through: on(6, 29) }, rules).steps;
    expect(whole(explain(brief, leaveKindSentences))).toContain(
      '末日は令和8年6月30日から令和9年5月31日まででなければなりません。',
    );
  });

  it('have a name for every refusal, event, reason and relation', () => {
    for (const name of [...partialLeaveRefusals, ...takingRefusals, ...childcareRequestRefusals])
      expect(refusalName(name)).not.toBe(name);
    for (const name of endingEvents) expect(eventName(name)).not.toBe(name);
    for (const name of sickChildReasons) expect(reasonName(name)).not.toBe(name);
    for (const name of bereavementRelations) expect(relationName(name)).not.toBe(name);
    expect(masterKinds.length).toBeGreaterThan(40);
  });
});
