import type { Step } from '@tokimori/law/decision/decision';
import { scoreFatigue } from '@tokimori/law/health/fatigue';
import { judgeGuidance } from '@tokimori/law/health/guidance';
import { hyugaGuidance, modelGuidance } from '@tokimori/law/health/guidance-rules';
import { judgeGuidanceDeadlines } from '@tokimori/law/health/procedure/deadlines';
import { judgeInterviewRecord } from '@tokimori/law/health/procedure/interview-record';
import { himejiStressGroup, modelStressCheck, modelStressGroup } from '@tokimori/law/health/rules';
import { scoreStress } from '@tokimori/law/health/stress';
import { judgeGroupRisk } from '@tokimori/law/health/stress-group/group-risk';
import { suppressCells } from '@tokimori/law/health/stress-group/suppression';
import { judgeEmployerAccess } from '@tokimori/law/health/stress-scheme/consent';
import { judgePersonDuty, judgeWorkplaceDuty } from '@tokimori/law/health/stress-scheme/duty';
import { scoreStress23 } from '@tokimori/law/health/stress-scheme/items23';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { hours } from '@tokimori/law/time/minutes';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import type { Sentences } from '../sentence.ts';
import { guidanceSentences } from './guidance.ts';
import { deadlineSentences, recordSentences } from './procedure.ts';
import { fatigueSentences, stress23Sentences, stressSentences } from './scores.ts';
import { groupRiskSentences, hundredths, suppressionSentences, tenths } from './stress-group.ts';
import { consentSentences, dutySentences } from './stress-scheme.ts';

const day = (text: string): number => parseLocalDate(text)!;
const OCTOBER = 2026 * 12 + 9;

/** The lines of a decision, each of them whole. */
function told<Name extends string>(steps: readonly Step<Name>[], sentences: Sentences<Name>): readonly string[] {
  const lines = explain(steps, sentences);
  for (const line of lines) {
    expect(line).not.toMatch(/NaN|undefined|null|\(\)|「」|: $/);
    expect(line).toMatch(/[。)〕]$/);
  }
  return lines;
}

const input = (overtime: number, more: object = {}) => ({
  months: [
    { month: OCTOBER, overtime: hours(overtime), holidayWork: 0, worked: hours(overtime) + 10_695 },
    { month: OCTOBER - 1, overtime: hours(80), holidayWork: 60 },
  ],
  requested: false,
  foundUnneeded: false,
  ...more,
});

describe('sentences of the interview guidance', () => {
  it('let the reader check the sums', () => {
    expect(told(judgeGuidance(input(79)).steps, guidanceSentences)).toEqual([
      '申出がなくても面接指導を行う月(100:00 以上): 時間外勤務 79:00 は当てはまりません。(人事院規則10―4 第22条の2第1項第1号)',
      '2か月平均: 合計 159:00 は 80:00 × 2 = 160:00 超に当てはまりません。(人事院規則10―4 第22条の2第1項第1号)',
      ...[3, 4, 5, 6].map(
        (months) => `${months}か月平均は、わからない月があるため判定しません。(人事院規則10―4 第22条の2第1項第1号)`,
      ),
      '申出により面接指導を行う月(80:00 超): 時間外勤務 79:00 は当てはまりません。(人事院規則10―4 第22条の2第1項第2号)',
      '週40時間を超えた時間: 257:15 − 40:00 × 31日 ÷ 7 = 80:07(分未満切上げ)。80:00 超に当てはまります。(労働安全衛生規則 第52条の2第1項)',
      '医師が面接指導を必要ないと判断した記録はないため、免除には当たりません。(職職―97 1(3))',
      '本人の申出はまだありません。(人事院規則10―4 第22条の2第1項第2号)',
      '令和8年10月: 面接指導の対象です。本人に知らせ、申出を勧めてください。',
    ]);
  });

  it('are whole for every turn that a case takes', () => {
    const outside = { ...hyugaGuidance, managersIncluded: false };
    const counting = { ...hyugaGuidance, includeHolidayWork: true };
    for (const overtime of [10, 50, 90, 101]) {
      for (const rules of [modelGuidance, hyugaGuidance, outside, counting]) {
        for (const requested of [true, false]) {
          for (const more of [{}, { foundUnneeded: true }, { managerial: true }, { foundNecessary: true }]) {
            const lines = told(judgeGuidance(input(overtime, { requested, ...more }), rules).steps, guidanceSentences);
            expect(lines.at(-1)).toMatch(/^令和8年10月: .+。$/);
          }
        }
      }
    }
    const local = told(judgeGuidance(input(90), hyugaGuidance).steps, guidanceSentences);
    expect(local).toContain(
      'この市町村の区分「45時間超100時間以下」(45:00 超 100:00 以下、申出により行う): 90:00 は当てはまります。(人事院規則10―4 第22条の2〔C 例規で要確認〕)',
    );
    expect(local).toContain(
      'この市町村の区分「申出をした者」(時間を問わない、申出により行う): 90:00 は当てはまります。(人事院規則10―4 第22条の2〔C 例規で要確認〕)',
    );
  });
});

describe('sentences of the procedure', () => {
  it('name every date, and that a late one counts', () => {
    const done = { count: day('2026-11-10'), request: day('2026-12-15') };
    const procedure = {
      month: OCTOBER,
      route: 'onRequest',
      exempt: false,
      urgent: false,
      done,
      asOf: day('2026-12-20'),
    } as const;
    expect(told(judgeGuidanceDeadlines(procedure).steps, deadlineSentences)).toEqual([
      '時間の算定は期限(令和8年11月10日)までの令和8年11月10日に済みました。(労働安全衛生規則 第52条の2第2項)',
      '本人への時間の通知の期限(令和8年11月24日)を26日過ぎています(令和8年12月20日現在)。期限が過ぎても手続は終わりません。(労働安全衛生規則 第52条の2第3項)',
      '産業医への氏名と時間の提供の期限(令和8年11月24日)を26日過ぎています(令和8年12月20日現在)。期限が過ぎても手続は終わりません。(労働安全衛生規則 第14条の2第2項第2号)',
      '本人の申出は期限(令和8年12月10日)を5日過ぎた令和8年12月15日に済みました。有効なものとして扱います。(労働安全衛生規則 第52条の3第2項)',
      '面接指導の期限は令和9年1月15日です。(労働安全衛生規則 第52条の3第3項)',
      '医師からの意見の聴取の期限は、面接指導の日から数えます。まだその日がありません。(労働安全衛生規則 第52条の7)',
      '産業医への措置の報告の期限は、医師からの意見の聴取の日から数えます。まだその日がありません。(労働安全衛生規則 第14条の2第2項第1号)',
    ]);
    const exempt = told(judgeGuidanceDeadlines({ ...procedure, exempt: true, done: {} }).steps, deadlineSentences);
    expect(exempt.at(-1)).toContain('産業医への措置の報告は要りません。医師が面接指導を必要ないと判断したためです。');
  });

  it('say what a record lacks and how long it is kept', () => {
    const record = { interviewedOn: day('2026-11-20'), personName: '職員', physicianName: '産業医', fatigue: 'あり' };
    expect(told(judgeInterviewRecord(record, 'office').steps, recordSentences)).toEqual([
      '記録に必要な 6 項目のうち 4 項目があります。(労働安全衛生規則 第52条の5〔B 一部で確認〕)',
      '「その他の心身の状況」がありません。(労働安全衛生規則 第52条の5〔B 一部で確認〕)',
      '「医師の意見」がありません。(労働安全衛生規則 第52条の5〔B 一部で確認〕)',
      '医師が確認する「勤務の状況」が記録にありません。(労働安全衛生規則 第52条の4〔B 一部で確認〕)',
      '医師が確認する「その他の心身の状況」が記録にありません。(労働安全衛生規則 第52条の4〔B 一部で確認〕)',
      '令和8年11月20日から 5 年、令和13年11月20日まで保存します。(労働安全衛生規則 第52条の6〔B 一部で確認〕)',
    ]);
    expect(told(judgeInterviewRecord({}, 'ownDoctor').steps, recordSentences).at(-1)).toContain('数えられません');
  });
});

describe('sentences of the scores', () => {
  it('of the fatigue checklist', () => {
    const symptoms = [3, 3, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const work = [3, 1, 1, 3, 0, 0, 3, 0, 1, 0, 0, 0, 0];
    expect(told(scoreFatigue({ symptoms, work }).steps, fatigueSentences)).toEqual([
      '最近1か月間の自覚症状の合計は 8 点で、評価はⅢです。(疲労蓄積度自己診断チェックリスト 1)',
      '最近1か月間の勤務の状況の合計は 12 点で、評価は D です。(疲労蓄積度自己診断チェックリスト 2)',
      '自覚症状Ⅲと勤務の状況 D から、仕事による負担度は 6 点で「非常に高い」と考えられます。(疲労蓄積度自己診断チェックリスト 3)',
    ]);
  });

  it('of the stress check by both methods', () => {
    const [sums, points] = told(scoreStress({ sex: 'male', answers: new Array(57).fill(4) }).steps, stressSentences);
    expect(sums).toBe(
      '合計点数: A(仕事のストレス要因)35、B(心身のストレス反応)107、C(周囲のサポート)36。B が 77 以上、または A+C = 35 + 36 = 71 が 76 以上で B が 63 以上のときに当たります。高ストレス者に当たります。(ストレスチェック制度実施マニュアル 合計点数を使う方法)',
    );
    expect(points).toContain('A+C = 28 + 3 = 31 が 26 以下');
    expect(told(scoreStress23({ sex: 'female', answers: new Array(23).fill(1) }).steps, stress23Sentences)).toEqual([
      expect.stringContaining('A(仕事のストレス要因)15、B(心身のストレス反応)11、C(周囲のサポート)6'),
      expect.stringContaining('換算表が確認されていないため、素点換算の点は幅で示します。'),
      expect.stringContaining(
        '素点換算(23項目): A(仕事のストレス要因)6、B(心身のストレス反応)25、C(周囲のサポート)10。抑うつ感が何点でも、高ストレス者に当たりません。',
      ),
    ]);
    const open = new Array(23).fill(1).with(9, 4).with(6, 4).with(7, 4).with(12, 2).with(15, 4).with(16, 4);
    expect(told(scoreStress23({ sex: 'male', answers: open }).steps, stress23Sentences)[2]).toContain(
      'B(心身のストレス反応)8から 12 まで、C(周囲のサポート)10。B が 11 以下、または A+C = 6 + 10 = 16 が 8 以下で B が 16 以下のときに当たりますが、',
    );
    const rules = { ...modelStressCheck, depression23: [3, 4, 6, 8, 12] } as const;
    const withTable = scoreStress23({ sex: 'female', answers: new Array(23).fill(1) }, rules);
    expect(told(withTable.steps, stress23Sentences)[1]).toContain('高ストレス者に当たりません');
  });
});

describe('sentences of the stress check scheme', () => {
  it('say whether there is a duty, since when, and to whom is reported', () => {
    const workplace = { staff: 49, tableNumber: null, hasPersonnelCommission: false };
    expect(told(judgeWorkplaceDuty(workplace, '2026-11-01').steps, dutySentences)).toEqual([
      '事業場で常時使用する職員は 49 人です(短時間の職員を含む。50人以上で義務)。(ストレスチェック制度実施マニュアル 事業場の人数〔B 一部で確認〕)',
      'ストレスチェックは努力義務です。遅くとも令和10年5月13日から義務になります(施行日は政令で早まることがあります)。(労働安全衛生法 附則第4条〔B 一部で確認〕)',
      '50人未満のため、検査結果等報告書は要りません。(労働安全衛生規則 第52条の21〔B 一部で確認〕)',
    ]);
    const large = told(judgeWorkplaceDuty({ ...workplace, staff: 1200 }, '2026-11-01').steps, dutySentences);
    expect(large[0]).toContain('1,200 人');
    expect(large[2]).toContain('毎年市町村長(人事委員会がないため)に提出します');
    const person = {
      termMonths: 6,
      expectedForYear: false,
      weeklyHours: hours(29),
      normalWeeklyHours: 2325,
      specialReason: true,
    };
    const lines = told(judgePersonDuty(person, 'duty').steps, dutySentences);
    expect(lines[1]).toContain(
      '週の勤務時間 29:00 × 4 = 116:00、通常の職員 38:45 × 3 = 116:15。通常の4分の3に足りません。',
    );
    expect(lines[3]).toContain('ストレスチェックの義務の対象ではありません。特別の理由があるため');
    told(judgePersonDuty({ ...person, termMonths: null, weeklyHours: 2325 }, 'effort').steps, dutySentences);
    told(judgePersonDuty({ ...person, termMonths: 12 }, 'effort').steps, dutySentences);
  });

  it('say why a consent holds or does not', () => {
    const consents = (['written', 'oral'] as const).flatMap((form) =>
      ['2026-10-01', '2026-10-20', '2026-11-20'].map((on) => ({ on: day(on), form })),
    );
    const result = {
      toldOn: day('2026-10-10'),
      consents,
      interviewRequestedOn: day('2026-10-25'),
      asOf: day('2026-11-01'),
    };
    const lines = told(judgeEmployerAccess(result).steps, consentSentences);
    expect(lines[1]).toContain('令和8年10月1日の同意は、結果の通知(令和8年10月10日)より前なので無効です。');
    expect(lines.at(-1)).toBe('事業者に結果を提供できます。');
    expect(told(judgeEmployerAccess({ consents: [], asOf: day('2026-11-01') }).steps, consentSentences)).toEqual([
      expect.stringContaining('結果はまだ本人に通知されていません。'),
      '事業者に結果を提供できません。',
    ]);
    told(judgeEmployerAccess({ toldOn: 20_000, consents: [], asOf: 20_000 }).steps, consentSentences);
  });
});

describe('sentences of the group analysis', () => {
  const men = { sex: 'male', answers: 10, amount: 95, control: 70, chief: 70, colleagues: 80 } as const;

  it('show means, edition and both parts of the risk', () => {
    const { steps } = judgeGroupRisk({ sexes: [men], consentOfAll: false }, himejiStressGroup);
    expect(told(steps, groupRiskSentences)).toEqual([
      '全国平均は現行の版を使います。(仕事のストレス判定図 全国平均(現行)〔B 一部で確認〕)',
      '男性 10 人: 平均は 量 9.50、コントロール 7.00、上司の支援 7.00、同僚の支援 8.00。量―コントロール 115.1、職場の支援 106.0、総合健康リスク 122.0。(仕事のストレス判定図 健康リスクの計算式)',
      '回答は 10 人で、望ましい 20 人に足りません。値は揺れやすいものとして読んでください。(仕事のストレス判定図 集団の人数)',
      '総合健康リスク 122.0 は 120 を超え、高ストレス職場に当たります。(総行公第139号 事例4)',
    ]);
    const few = { ...men, answers: 2, amount: 19, control: 14, chief: 14, colleagues: 16 };
    const consented = { ...modelStressGroup, belowMinimum: 'withConsentOfAll', riskFloor: 50, riskCap: 350 } as const;
    told(judgeGroupRisk({ sexes: [few], consentOfAll: true }, consented).steps, groupRiskSentences);
    told(judgeGroupRisk({ sexes: [few], consentOfAll: false }).steps, groupRiskSentences);
    told(
      judgeGroupRisk({ sexes: [men, { ...few, sex: 'female' }], consentOfAll: false }, consented).steps,
      groupRiskSentences,
    );
    const three = { ...men, answers: 3, amount: 27, control: 21, chief: 21, colleagues: 24 };
    told(judgeGroupRisk({ sexes: [three], consentOfAll: true }, consented).steps, groupRiskSentences);
    const apart = { ...modelStressGroup, mixedSex: 'apart' } as const;
    const nine = { ...men, answers: 9, amount: 81, control: 63, chief: 63, colleagues: 72 };
    told(
      judgeGroupRisk({ sexes: [nine, { ...nine, sex: 'female' }], consentOfAll: false }, apart).steps,
      groupRiskSentences,
    );
  });

  it('print whole tenths and hundredths', () => {
    expect([tenths(1220), tenths(5), hundredths(905), hundredths(1200)]).toEqual(['122.0', '0.5', '9.05', '12.00']);
  });

  it('name the cells that are hidden and the group they protect', () => {
    const { steps } = suppressCells({ answers: [30, 12, 8], cells: [[0, 1, 2], [0], [1], [2]] });
    const names = ['総務部', '人事課', '財政課', '管財課'];
    expect(
      told(
        steps,
        suppressionSentences((cell) => names[cell] ?? ''),
      ),
    ).toEqual([
      '「財政課」は、示すと他の値との足し引きで 10 人に満たない集団(8 人)が求められるため控えます。(ストレスチェック制度実施マニュアル 個人の特定〔C 例規で要確認〕)',
      '「管財課」は回答が 10 人に満たないため示しません。(ストレスチェック制度実施マニュアル 集団の人数〔B 一部で確認〕)',
      '示す区分は 2、控える区分は 2、回答のない区分は 0 です。(ストレスチェック制度実施マニュアル 個人の特定〔C 例規で要確認〕)',
    ]);
    const assumed = { says: 'cellComplementary', figures: { cell: 0, answers: 1, assumed: 1, minimum: 10 } } as const;
    expect(
      told(
        [assumed],
        suppressionSentences(() => '総務部'),
      )[0],
    ).toContain('確かめられないため控えます');
  });
});
