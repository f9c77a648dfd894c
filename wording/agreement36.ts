import type { RegisterStepName } from '@tokimori/law/agreement36/register';
import type { AgreementStepName } from '@tokimori/law/agreement36/types';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { eraDate, hm } from './format.ts';
import type { Sentences, Told } from './sentence.ts';

const day = (index: number): string => eraDate(formatLocalDate(index));

const items: Readonly<Record<string, string>> = {
  workplace: '事業場',
  term: '有効期間',
  yearStart: '対象期間の起算日',
  lines: '時間外労働又は休日労働の定め',
  reasons: '具体的事由',
  tasks: '業務の種類',
  headcount: '労働者数',
  daily: '1日に延長できる時間',
  monthly: '1箇月に延長できる時間',
  annual: '1年に延長できる時間',
  days: '労働させる休日の日数',
  from: '休日の始業及び終業の時刻',
  ceilingsStated: '月100時間未満・2–6箇月平均80時間以下を守ることの確認',
  procedure: '限度時間を超える手続',
  times: '限度時間を超える回数',
  monthlyTotal: '休日労働を含む1箇月の時間',
  premiumPercent: '限度時間を超えた労働の割増賃金の率',
  healthMeasures: '健康及び福祉を確保するための措置',
  otherMeasure: '措置⑩(その他)の内容',
  concludedOn: '協定の成立年月日',
  representative: '労働者代表',
  name: '労働者代表の氏名',
  position: '労働者代表の職名',
  election: '労働者代表の選出方法',
};

/** lines[0].monthly → 1行目の1箇月に延長できる時間 */
function itemName(path: string): string {
  const name = items[path.split('.').at(-1) ?? ''] ?? path;
  const row = /^(lines|holidayLines)\[(\d+)\]/.exec(path);
  if (row !== null) return `${row[1] === 'lines' ? '時間外労働' : '休日労働'}の${Number(row[2]) + 1}行目の${name}`;
  return path.startsWith('special.') ? `特別条項の${name}` : name;
}
const item = (t: Told): string => itemName(t.w('path'));
const kept = (t: Told): string => (t.n('lessThan') === 1 ? '未満' : '以下');

const authorities: Readonly<Record<string, string>> = {
  laborStandardsOffice: '労働基準監督署',
  personnelCommission: '人事委員会',
  headOfBody: '団体の長(人事委員会がないため)',
};

/** Every sentence of the check of a 36協定. */
export const agreementSentences: Sentences<AgreementStepName> = {
  itemMissing: (t) => `${item(t)}がありません。協定に書いてください。`,
  aboveMaximum: (t) => `${item(t)}の ${hm(t.n('value'))} は、法の上限 ${hm(t.n('maximum'))} ${kept(t)}に収まりません。`,
  countAboveMaximum: (t) => `${item(t)}の ${t.n('value')}回は、法の上限 ${t.n('maximum')}回を超えています。`,
  hazardousAboveTwo: (t) =>
    `${item(t)}の ${hm(t.n('value'))} は、有害業務の上限 ${hm(t.n('maximum'))} を超えています。`,
  premiumBelowFloor: (t) =>
    `限度時間を超えた労働の割増賃金の率 ${t.n('percent')}% は、法の下限 ${t.n('floor')}% に届きません。`,
  premiumAtFloor: (t) =>
    `限度時間を超えた労働の割増賃金の率は法の下限 ${t.n('percent')}% です。これを超える率とするよう努めることとされています。`,
  managerialRepresentative: () => '管理監督者は労働者代表になれません。',
  chosenRepresentative: () =>
    '使用者の意向によって選ばれた人は労働者代表になれません。投票や挙手などで選んでください。',
  yearOutsideTerm: (t) =>
    `対象期間の1年(${day(t.n('from'))}から${day(t.n('through'))}まで)が、有効期間に収まっていません。`,
  termLong: (t) =>
    `有効期間が ${t.n('years')}年を超えています。定期に見直すため、${t.n('years')}年が望ましいとされています。`,
  yearStartNotFirst: (t) =>
    `起算日の${day(t.n('date'))}は月の初日ではありません。月の上限は暦の月で判定しているため、人事課で確かめてください。`,
  longAveragingUnavailable: () => '1年単位の変形労働時間制は、企業職員と単純労務職員のほかには適用されません。',
  vagueReasons: (t) =>
    `「${t.w('reasons')}」は、恒常的な長時間労働を招くおそれがある事由です。臨時の事情を具体的に書いてください。`,
  noAgreementNeeded: () =>
    '別表第1にない事業場は、公務のために臨時の必要がある場合として命令できるため、36協定は要りません。',
  notFiled: () => '届け出ていません。届け出るまで効力はありません。',
  filedLate: (t) =>
    `有効期間の始まり(${day(t.n('from'))})より後の${day(t.n('filed'))}に届け出ています。届出の前の時間外労働には及びません。`,
  effective: (t) =>
    t.n('through') < 0
      ? `${day(t.n('from'))}から効力があります(期間の定めはありません)。`
      : `${day(t.n('from'))}から${day(t.n('through'))}まで効力があります。`,
  noEffect: () => '効力はありません。',
  maximaKept: (t) =>
    `1箇月 ${hm(t.n('monthly'))}、1年 ${hm(t.n('annual'))} は、限度時間(45:00、360:00、1年単位の変形では 42:00、320:00)に収まっています。`,
  specialKept: (t) =>
    `特別条項の年${t.n('times')}回、休日労働を含む1箇月 ${hm(t.n('monthlyTotal'))}、1年 ${hm(t.n('annual'))} は、上限(6回、100:00 未満、720:00 以下)に収まっています。`,
  noSpecialClause: () => '特別条項はありません。限度時間を超えて労働させることはできません。',
  retention: (t) =>
    `健康福祉確保措置の記録は、${day(t.n('through'))}の後 ${t.n('years')}年、${day(t.n('until'))}まで残します(法の定めは ${t.n('statute')}年、当分の間 ${t.n('forNow')}年)。`,
  retentionOpen: () => '期間の定めがないため、健康福祉確保措置の記録は、協定が終わった日から数えて残します。',
  fileWith: (t) => `届出の相手は${authorities[t.w('authority')] ?? t.w('authority')}です。`,
};

const reasons: Readonly<Record<string, string>> = {
  noneRegistered: '登録されていません',
  notFiled: '届け出ていません',
  unlawful: '法の定めを満たしていません',
  notYet: 'まだ効力が始まっていません',
  expired: '期間が終わっています',
};

/** Every sentence of the register. */
export const registerSentences: Sentences<RegisterStepName> = {
  agreementInForce: (t) =>
    `${day(t.n('on'))}は、協定「${t.w('agreement')}」(${day(t.n('from'))}から${t.n('through') < 0 ? '' : `${day(t.n('through'))}まで`})に効力があります。`,
  renewalDue: (t) => `${day(t.n('through'))}に期間が終わります(あと ${t.n('days')}日)。更新の準備をしてください。`,
  noAgreementInForce: (t) =>
    `${day(t.n('on'))}に効力のある協定はありません。${reasons[t.w('because')] ?? t.w('because')}。時間外労働を命令できません。`,
  severalInForce: (t) =>
    `${day(t.n('on'))}に効力のある協定が2つ以上あります(${t.w('agreements')})。1つだけにしてください。`,
  dailyWithin: (t) => `1日の法定外 ${hm(t.n('value'))} は、協定の ${hm(t.n('maximum'))} に収まっています。`,
  dailyAbove: (t) =>
    `1日の法定外 ${hm(t.n('value'))} は、協定の ${hm(t.n('maximum'))} を ${hm(t.n('value') - t.n('maximum'))} 超えています。`,
  hazardousWithin: (t) => `有害業務の延長 ${hm(t.n('value'))} は、${hm(t.n('maximum'))} に収まっています。`,
  hazardousAbove: (t) =>
    `有害業務の延長 ${hm(t.n('value'))} は、${hm(t.n('maximum'))} を ${hm(t.n('value') - t.n('maximum'))} 超えています。`,
  notHazardous: () => '有害業務の延長には当たりません。',
};
