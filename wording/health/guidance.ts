import type { GuidanceStepName } from '@tokimori/law/health/guidance';
import { formatYearMonth } from '@tokimori/law/time/months';
import { eraMonth, hm } from '../format.ts';
import type { Sentences, Told } from '../sentence.ts';

const bound = (t: Told): string => (t.n('atLeast') === 1 ? '以上' : '超');
const reaches = (t: Told): string => (t.n('fires') === 1 ? '当てはまります' : '当てはまりません');

const routes: Readonly<Record<string, string>> = {
  month100: '申出がなくても面接指導を行う月',
  month80: '申出により面接指導を行う月',
};

const whens: Readonly<Record<string, string>> = {
  withoutRequest: '申出がなくても行う',
  onRequest: '申出により行う',
  foundNecessary: '所属長または医師が必要と認めるとき行う',
};

const verdicts: Readonly<Record<string, string>> = {
  'withoutRequest required': '面接指導の対象です。申出がなくても行ってください。',
  'withoutRequest none': '面接指導の対象に数えますが、医師の判断により面接指導は要りません。',
  'onRequest required': '面接指導の対象で、申出があるため行ってください。',
  'onRequest offered': '面接指導の対象です。本人に知らせ、申出を勧めてください。',
  'onRequest none': '面接指導の対象に数えますが、医師の判断により面接指導は要りません。',
  'none required': '時間では面接指導の対象になりませんが、申出があるため行ってください。',
  'none none': '面接指導の対象ではありません。',
};

/** 「45:00 超 100:00 以下」. */
function rangeOf(t: Told): string {
  const from = t.has('from') ? `${hm(t.n('from'))} ${bound(t)}` : '';
  const through = t.has('through') ? `${hm(t.n('through'))} 以下` : '';
  return [from, through].filter((part) => part !== '').join(' ') || '時間を問わない';
}

/** Every sentence of the interview guidance: whom the rules reach. */
export const guidanceSentences: Sentences<GuidanceStepName> = {
  holidayWorkIncluded: (t) =>
    `休日勤務を加えて数えます: 時間外勤務 ${hm(t.n('overtime'))} + 休日勤務 ${hm(t.n('holidayWork'))} = ${hm(t.n('value'))}。`,
  managerOutsideMunicipalRule: () =>
    '管理監督職員には市町村の規則が及びません。労働安全衛生法による判定だけを行います。',
  monthCompared: (t) =>
    `${routes[t.w('rule')] ?? t.w('rule')}(${hm(t.n('threshold'))} ${bound(t)}): 時間外勤務 ${hm(t.n('value'))} は${reaches(t)}。`,
  month80LeftOut: () => '申出がなくても対象になるため、申出による月の規則は重ねて判定しません。',
  averageCompared: (t) =>
    `${t.n('months')}か月平均: 合計 ${hm(t.n('sum'))} は ${hm(t.n('threshold') / t.n('months'))} × ${t.n('months')} = ${hm(t.n('threshold'))} ${bound(t)}に${reaches(t)}。`,
  averageUnknown: (t) => `${t.n('months')}か月平均は、わからない月があるため判定しません。`,
  localCompared: (t) =>
    `この市町村の区分「${t.w('class')}」(${rangeOf(t)}、${whens[t.w('when')] ?? t.w('when')}): ${hm(t.n('value'))} は${reaches(t)}。`,
  localFindingAbsent: (t) =>
    `「${t.w('class')}」は、所属長または医師が必要と認めた記録がないため、まだ義務になりません。`,
  lawCompared: (t) =>
    `週40時間を超えた時間: ${hm(t.n('worked'))} − 40:00 × ${t.n('days')}日 ÷ 7 = ${hm(t.n('beyond'))}(分未満切上げ)。${hm(t.n('threshold'))} 超に${reaches(t)}。`,
  lawUnknown: () => '働いたすべての時間がわからないため、労働安全衛生法による判定はしません。',
  exemptByFinding: () => '医師が必要ないと判断したため、面接指導に代えます。対象者の数には入ります。',
  notExempt: () => '医師の判断がありますが、当てはまった規則には免除がないため、面接指導は必要です。',
  findingAbsent: () => '医師が面接指導を必要ないと判断した記録はないため、免除には当たりません。',
  requestAbsent: () => '本人の申出はまだありません。',
  requestPresent: () => '本人の申出があります。疲労の蓄積は申出により認めます。',
  interviewVerdict: (t) =>
    `${eraMonth(formatYearMonth(t.n('month')))}: ${verdicts[`${t.w('due')} ${t.w('interview')}`] ?? ''}`,
};
