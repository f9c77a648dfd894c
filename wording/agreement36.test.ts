import { checkAgreement } from '@tokimori/law/agreement36/check';
import { agreementOn, judgeAgreementDay } from '@tokimori/law/agreement36/register';
import { changed, fullAgreement } from '@tokimori/law/testing/agreement36/agreement';
import { epochDayOf } from '@tokimori/law/time/civil';
import { expect, it } from 'vitest';
import { agreementSentences, registerSentences } from './agreement36.ts';
import { explain } from './explain.ts';

const said = (...changes: string[]) => explain(checkAgreement(changed(changes)).steps, agreementSentences);

it('says that an agreement is lawful, and why', () => {
  expect(said()).toEqual([
    '届出の相手は労働基準監督署です。(地方公務員法 第58条第5項)',
    '1箇月 45:00、1年 360:00 は、限度時間(45:00、360:00、1年単位の変形では 42:00、320:00)に収まっています。(労働基準法 第36条第4項)',
    '特別条項の年6回、休日労働を含む1箇月 99:59、1年 720:00 は、上限(6回、100:00 未満、720:00 以下)に収まっています。(労働基準法 第36条第5項)',
    '令和8年4月1日から令和9年3月31日まで効力があります。(労働基準法 第36条第1項)',
    '健康福祉確保措置の記録は、令和9年3月31日の後 5年、令和14年3月31日まで残します(法の定めは 5年、当分の間 3年)。(労働基準法施行規則 第17条第2項〔B 一部で確認〕)',
  ]);
});

it('names what is missing and what is too much', () => {
  const lines = said('special.monthlyTotal = 100:00', 'special.procedure = ""', 'holidayLines[0].days = ""');
  expect(lines.slice(0, 3)).toEqual([
    '休日労働の1行目の労働させる休日の日数がありません。協定に書いてください。(労働基準法 第36条第2項第4号〔B 一部で確認〕)',
    '特別条項の限度時間を超える手続がありません。協定に書いてください。(労働基準法施行規則 第17条第1項第7号〔B 一部で確認〕)',
    '特別条項の休日労働を含む1箇月の時間の 100:00 は、法の上限 100:00 未満に収まりません。(労働基準法 第36条第5項)',
  ]);
});

it('has a sentence with every figure for every finding', () => {
  const all = [
    said(
      'special.times = 7',
      'lines[0].hazardous = true',
      'special.premiumPercent = 24',
      'representative.managerial = true',
    ),
    said(
      'special.premiumPercent = 25',
      'representative.chosenByEmployer = true',
      'term.through = 2027-03-30',
      'special.reasons = 業務上必要',
    ),
    said('term.through = 2027-04-01', 'filedOn = 2026-04-05', 'longAveraging = true', 'appdxTable1 = null'),
    said('yearStart = 2026-04-02', 'filedOn = null', 'special = null'),
    said('collective = true', 'term = null'),
  ].flat();
  for (const line of all) expect(line).not.toMatch(/NaN|undefined|\(\)/);
  expect(all.join('\n')).toContain('特別条項の限度時間を超える回数の 7回は、法の上限 6回を超えています。');
  expect(all.join('\n')).toContain('令和8年4月1日から効力があります(期間の定めはありません)。');
});

it('says which agreement is in force and how a day stands', () => {
  const on = (year: number, month: number, day: number, ...changes: string[]) =>
    explain(agreementOn([changed(changes)], '第一保育所', epochDayOf(year, month, day)).steps, registerSentences);
  expect(on(2027, 3, 1)).toEqual([
    '令和9年3月1日は、協定「A」(令和8年4月1日から令和9年3月31日まで)に効力があります。(労働基準法 第36条第1項)',
    '令和9年3月31日に期間が終わります(あと 30日)。更新の準備をしてください。(労働基準法施行規則 第17条第1項第1号〔B 一部で確認〕)',
  ]);
  expect(on(2027, 4, 1)[0]).toBe(
    '令和9年4月1日に効力のある協定はありません。期間が終わっています。時間外労働を命令できません。(労働基準法 第36条第1項)',
  );
  expect(on(2030, 4, 1, 'collective = true', 'term = null')[0]).toContain('(令和8年4月1日から)に効力');
  const [line] = fullAgreement.lines;
  if (line === undefined) throw new Error('no line');
  const days = [
    { overtime: 181, hazardous: 121 },
    { overtime: 180, hazardous: 120 },
    { overtime: 0, hazardous: 0 },
  ];
  expect(days.flatMap((day) => explain(judgeAgreementDay(day, line).steps, registerSentences))).toEqual([
    '1日の法定外 3:01 は、協定の 3:00 を 0:01 超えています。(労働基準法 第36条第2項第4号〔B 一部で確認〕)',
    '有害業務の延長 2:01 は、2:00 を 0:01 超えています。(労働基準法 第36条第6項第1号)',
    '1日の法定外 3:00 は、協定の 3:00 に収まっています。(労働基準法 第36条第2項第4号〔B 一部で確認〕)',
    '有害業務の延長 2:00 は、2:00 に収まっています。(労働基準法 第36条第6項第1号)',
    '1日の法定外 0:00 は、協定の 3:00 に収まっています。(労働基準法 第36条第2項第4号〔B 一部で確認〕)',
    '有害業務の延長には当たりません。(労働基準法 第36条第6項第1号)',
  ]);
});
