import { judgeRecord, reviewDue } from '@tokimori/law/designation/breach-record';
import { judgeDesignation } from '@tokimori/law/designation/designation';
import { judgeOrder } from '@tokimori/law/designation/exceptional-order';
import { kindOfMonth } from '@tokimori/law/designation/kind-of-month';
import { judgePriorNotice } from '@tokimori/law/designation/prior-notice';
import { modelDesignation } from '@tokimori/law/designation/rules';
import {
  breachStepNames,
  designationStepNames,
  orderStepNames,
  priorNoticeStepNames,
} from '@tokimori/law/designation/step-names';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { breachSentences, designationSentences, orderSentences, priorNoticeSentences } from './designation.ts';
import { explain } from './explain.ts';

const day = (text: string) => parseLocalDate(text) ?? 0;
const month = parseYearMonth('2026-11') ?? 0;
const order = { orderedOn: day('2026-11-20'), month, soFar: 5400, order: 600, before: new Map([[month - 1, 5000]]) };

describe('sentences of designations', () => {
  it('there is one for each step', () => {
    expect(Object.keys(designationSentences).sort()).toEqual([...designationStepNames].sort());
    expect(Object.keys(orderSentences).sort()).toEqual([...orderStepNames].sort());
    expect(Object.keys(breachSentences).sort()).toEqual([...breachStepNames].sort());
    expect(Object.keys(priorNoticeSentences).sort()).toEqual([...priorNoticeStepNames].sort());
  });

  it('さかのぼる指定と、すべての部署の指定', () => {
    const { steps } = judgeDesignation({
      unit: 'department',
      from: day('2027-03-31'),
      publishedOn: day('2027-04-01'),
      staff: [
        { id: 'a', since: 0, toldOn: null },
        { id: 'b', since: 0, toldOn: day('2027-02-20') },
      ],
      departments: { all: 10, externallyDriven: 10 },
    });
    expect(explain(steps, designationSentences)).toEqual([
      'この団体は部署を単位として指定します。(職職―328 第10〔B 一部で確認〕)',
      '適用の初日 令和9年3月31日が、公表の日 令和9年4月1日より前です。(総行公第139号 2(2))',
      'さかのぼって適用する理由がないので、指定できません。(総行公第139号 2(2))',
      '10部署のすべてが他律部署になります。すべての部署の指定は不適正な運用とされています。(総行公第139号 2(2))',
      '2人のうち 1人に、適用される上限をあらかじめ知らせていません。(職職―328 第10第10項・第11項)',
    ]);
  });

  it('途中で区分の変わる月', () => {
    const { steps } = kindOfMonth({
      month,
      posts: [{ from: 0, until: 40_000, department: '財政課', tasks: [] }],
      designations: [{ from: 0, until: day('2026-11-16'), unit: '財政課' }],
      yearStartMonth: 4,
    });
    expect(explain(steps, designationSentences)).toEqual([
      '令和8年11月は途中で区分が変わります(他律部署は 15日)。月は他律部署として数えます。(大山崎町告示 別表第1)',
    ]);
  });

  it('健康の確認', () => {
    expect(explain(judgeOrder({ ...order, confirmation: {} }).steps, orderSentences)).toEqual([
      'この命令で月は 100:00 になり、99:59 を超えます。(人事院規則15―14 第16条の2の2第1項第2号イ)',
      '2か月の合計は 183:20 になり、平均80:00(合計 160:00)を超えます。(人事院規則15―14 第16条の2の2第1項第2号ハ)',
      '3か月平均は、不明の月があるので判定できません。(人事院規則15―14 第16条の2の2第1項第2号ハ)',
      '4か月平均は、不明の月があるので判定できません。(人事院規則15―14 第16条の2の2第1項第2号ハ)',
      '5か月平均は、不明の月があるので判定できません。(人事院規則15―14 第16条の2の2第1項第2号ハ)',
      '6か月平均は、不明の月があるので判定できません。(人事院規則15―14 第16条の2の2第1項第2号ハ)',
      '命令の前に、職員の疲労の蓄積と心身の状況を確認しなければなりません。(職職―99 1)',
      '確認の記録に 4 項目が足りません。(職職―99 1)',
    ]);
  });

  it('記録と検証の期限', () => {
    const due = reviewDue({ fiscalYear: 2026, yearStartMonth: 4, month });
    expect(explain([...judgeRecord({}).steps, ...due.steps], breachSentences)).toEqual([
      '記録の 5 項目のうち 5 項目が足りません。(総行公第139号 2(3))',
      '令和8年度の超過の整理・分析・検証は、令和9年4月1日から 6か月、令和9年9月30日までです。(人事院規則15―14 第16条の2の2第3項〔B 一部で確認〕)',
      'この団体には月ごとの検証の期限がありません。速やかに行うことが望まれます。(総務省事例集(令和4年12月) 練馬区)',
    ]);
  });

  it('特例業務の事前届出', () => {
    const texts = { task: '選挙の執行', staffing: '', unavoidable: '', reduction: '応援を求める' };
    const notice = {
      ...texts,
      from: day('2026-12-01'),
      through: day('2026-12-20'),
      expected: new Map([[month + 1, 6000]]),
    };
    const say = (filedOn: string) =>
      explain(judgePriorNotice({ ...notice, filedOn: day(filedOn) }).steps, priorNoticeSentences);
    expect(say('2026-11-20')).toEqual([
      '令和8年11月20日に届け出ています(期限は令和8年11月20日)。(総務省事例集(令和4年12月) 練馬区)',
      '届出の 5 項目のうち 2 項目が足りません。(総務省事例集(令和4年12月) 練馬区)',
    ]);
    expect(say('2026-11-21')[0]).toBe(
      '届出は令和8年11月21日で、期限の令和8年11月20日を過ぎています。(総務省事例集(令和4年12月) 練馬区)',
    );
  });

  it('no real decision reads NaN or an empty bracket', () => {
    const full = { confirmedBy: '所属長', fatigue: 'なし', mindAndBody: '良好' };
    const lines = [
      ...[20, -1, 40].flatMap((back) =>
        explain(
          judgeOrder({ ...order, confirmation: { ...full, confirmedOn: order.orderedOn - back } }).steps,
          orderSentences,
        ),
      ),
      ...explain(judgeOrder({ ...order, orderedOn: day('2025-03-31'), confirmation: {} }).steps, orderSentences),
      ...explain(
        reviewDue(
          { fiscalYear: 2026, yearStartMonth: 4, month },
          { ...modelDesignation, monthlyReview: { monthsAfter: 2, day: 20 } },
        ).steps,
        breachSentences,
      ),
    ];
    for (const line of lines) {
      expect(line).not.toMatch(/NaN|undefined|\(\)/);
      expect(line).toContain('。');
    }
  });
});
