import type { SettlementStepName } from '@tokimori/law/record-keeping/discrepancy/settle';
import type { DiscrepancyStepName } from '@tokimori/law/record-keeping/discrepancy/types';
import type { LedgerStepName } from '@tokimori/law/record-keeping/wage-ledger/types';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { count, eraDate, hm, span } from './format.ts';
import { differenceWords, dueWords, itemWords, notWorkWords, sourceWords } from './record-keeping-names.ts';
import type { Sentences, Told } from './sentence.ts';

const named = (t: Told, word: string, names: Readonly<Record<string, string>>): string => names[t.w(word)] ?? t.w(word);
const stretch = (t: Told): string => span(t.n('from'), t.n('until'));
const by = (t: Told): string => eraDate(formatLocalDate(t.n('by')));
const above = (t: Told): string => (t.n('atLeast') === 1 ? '以上' : '超');
const becauses: Readonly<Record<string, string>> = {
  onlyRecord: 'ほかに出退勤のそろった記録がないため',
  precedence: '団体の定めた順で最初の記録のため',
};

/** What ends the explained time: the last of duty, order and declaration. */
function explained(t: Told): string {
  const parts = [
    ['duty', '割振り'],
    ['ordered', '命令'],
    ['declared', '申告'],
  ] as const;
  const known = parts.filter(([name]) => t.n(name) >= 0).map(([name, word]) => `${word} ${hm(t.n(name))}`);
  return known.length === 0 ? '割振りも命令も申告もありません' : `${known.join('、')} までです`;
}

/** Presence against order and declaration, of one day. */
export const discrepancySentences: Sentences<DiscrepancyStepName> = {
  recordWins: (t) =>
    `在庁は${named(t, 'source', sourceWords)}により ${stretch(t)} とします(${named(t, 'because', becauses)})。`,
  recordsTogether: (t) => `在庁は、すべての客観的な記録の最も早い時刻から最も遅い時刻まで ${stretch(t)} とします。`,
  recordIncomplete: (t) => `${named(t, 'source', sourceWords)}は出勤か退勤がないため、使えません。`,
  noCompleteRecord: () => '出退勤のそろった客観的な記録がないため、この日は突合できません。',
  managerNotAsked: () => '管理監督職員のため、在庁を記録しますが、理由はうかがいません。',
  explainedUntil: (t) => `${explained(t)}。説明のつく在庁は ${hm(t.n('until'))} までです。`,
  differenceFound: (t) =>
    `${named(t, 'kind', differenceWords)}が ${stretch(t)} のうち ${hm(t.n('minutes'))} あり、基準の ${hm(t.n('threshold'))} ${above(t)}に当たるため、理由をうかがいます。`,
  differenceWithin: (t) =>
    `${named(t, 'kind', differenceWords)}は ${hm(t.n('minutes'))} で、基準の ${hm(t.n('threshold'))} ${above(t)}に当たりません。`,
  earlyArrivalNotAsked: (t) => `始業前の在庁 ${hm(t.n('minutes'))} は、この団体では理由をうかがいません。`,
  declaredBeyondOrder: (t) =>
    `申告された ${stretch(t)} のうち ${hm(t.n('minutes'))} は在庁していますが、命令がありません。実際の時間に補正します。`,
  declaredWithoutPresence: (t) =>
    `申告された ${stretch(t)} のうち ${hm(t.n('minutes'))} は在庁の記録がありません。理由をうかがいます(申告は拒みません)。`,
  graveDifference: (t) =>
    `差異の ${hm(t.n('minutes'))} は ${hm(t.n('grave'))} を超え、著しい乖離に当たるため、実態を調査して補正します。`,
  notGrave: (t) => `差異の ${hm(t.n('minutes'))} は ${hm(t.n('grave'))} を超えないため、著しい乖離には当たりません。`,
  answerDue: (t) => `${by(t)} までに${named(t, 'what', dueWords)}。`,
};

/** From the answer to the correction. */
export const settlementSentences: Sentences<SettlementStepName> = {
  answerAwaited: (t) => `本人の理由を待っています。期限は ${by(t)} です。`,
  saidWork: (t) => `本人は ${stretch(t)} に勤務したと答えました。`,
  saidNotWork: (t) => `本人は勤務ではないと答えました(${named(t, 'reason', notWorkWords)})。`,
  confirmationAwaited: (t) => `本人以外の者の確認を待っています。期限は ${by(t)} です。`,
  secondPersonFoundWork: (t) =>
    `本人以外の者が ${stretch(t)} の ${hm(t.n('minutes'))} を、指揮命令の下の勤務と認めました。`,
  secondPersonConfirmedNotWork: (t) => `本人以外の者が、勤務ではないと確認しました(${t.w('ground')})。`,
  investigationAwaited: (t) => `著しい乖離のため、勤務ではないとするには実態の調査が必要です。期限は ${by(t)} です。`,
  claimDisputed: (t) =>
    `本人は勤務と答え、確認した者は勤務ではないとしています。${by(t)} までに人事課が調べて決めます。`,
  minutesCorrected: (t) => `${hm(t.n('minutes'))} を勤務として補正し、上限・手当・健康の計算に入れます。`,
  beyondRecords: (t) => `うち ${hm(t.n('minutes'))} は差異の外です。`,
  settlementOverdue: (t) => `期限の ${by(t)} を ${count(t.n('days'))}日過ぎています。`,
  claimNotRefused: () => '勤務したという申告は、時間数を理由に拒まれません。',
};

const minutesOf = new Set(['overtimeBeyondWorked', 'nightBeyondWorked', 'workedBeyondDays', 'nightBeyondNights']);
const timeItem = new Set(['worked', 'overtime', 'holidayWork', 'night']);

/** Two figures that contradict each other. */
function contradicted(t: Told): string {
  const [entered, against] = [t.n('entered'), t.n('against')];
  const item = named(t, 'item', itemWords);
  switch (t.w('contradiction')) {
    case 'daysBeyondCalendar':
      return `労働日数 ${entered}日が、計算期間の ${against}日より多くなっています。`;
    case 'workedWithoutDays':
      return `労働日数が ${against}日なのに、労働時間数が ${hm(entered)} あります。`;
    case 'daysWithoutWork':
      return `労働日数が ${entered}日なのに、労働時間数が ${hm(against)} です。`;
    case 'payMissing':
      return `労働時間数が ${hm(against)} あるのに、支払われた額がありません。`;
    case 'extraPayMissing':
      return `時間外労働が ${hm(against)} あるのに、賃金の種類が ${entered}つしかありません。`;
    case 'differsFromRecords':
      return timeItem.has(t.w('item'))
        ? `${item} ${hm(entered)} が、記録の ${hm(against)} と違います。`
        : `${item} ${entered}日が、記録の ${against}日と違います。`;
    default:
      return minutesOf.has(t.w('contradiction'))
        ? `${overWords[t.w('contradiction')]?.[0]} ${hm(entered)} が、${overWords[t.w('contradiction')]?.[1]} ${hm(against)} より多くなっています。`
        : `${item}の記入が矛盾しています。`;
  }
}

const overWords: Readonly<Record<string, readonly [string, string]>> = {
  overtimeBeyondWorked: ['時間外労働と休日労働を合わせた', '労働時間数'],
  nightBeyondWorked: ['深夜労働', '労働時間数'],
  workedBeyondDays: ['労働時間数', '労働日数の全時間'],
  nightBeyondNights: ['深夜労働', '労働日数の深夜の全時間'],
};
const exemptions: Readonly<Record<string, string>> = {
  managerial: '管理監督職員',
  intermittent: '監視・断続的労働の許可を受けた者',
};

/** The wage ledger of one person and period. */
export const ledgerSentences: Sentences<LedgerStepName> = {
  itemsRequired: (t) => `賃金台帳に必要な事項は ${t.n('count')}項目です。`,
  periodNotRequired: () => '日々雇い入れられる者のため、賃金計算期間は記入しなくてもかまいません。',
  periodRequiredAfterMonth: () =>
    '日々雇い入れられる者ですが、1か月を超えて引き続き使用しているため、賃金計算期間が必要です。',
  timesNotRequired: (t) =>
    `${named(t, 'because', exemptions)}のため、労働時間数・時間外労働時間数・休日労働時間数は記入しなくてもかまいません。`,
  nightGuided: () => '深夜労働の割増は適用されるため、深夜労働時間数は記入するよう指導されています。',
  itemMissing: (t) => `${named(t, 'item', itemWords)}が記入されていません。`,
  itemAdvised: (t) => `${named(t, 'item', itemWords)}が記入されていません(指導による事項)。`,
  contradiction: contradicted,
  blankOrFalse: (t) =>
    `記入しないとき、または故意に虚偽の時間数を記入したときは、${count(t.n('yen'))}円以下の罰金です。`,
  ledgerComplete: () => '必要な事項がそろい、矛盾はありません。',
};
