import type { ConsentStepName } from '@tokimori/law/health/stress-scheme/consent';
import type { DutyStepName } from '@tokimori/law/health/stress-scheme/duty';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { count, eraDate, hm } from '../format.ts';
import type { Sentences, Told } from '../sentence.ts';

const recipients: Readonly<Record<string, string>> = {
  personnelCommission: '人事委員会',
  headOfMunicipality: '市町村長(人事委員会がないため)',
  labourStandardsOffice: '労働基準監督署',
};
const reached: Readonly<Record<string, string>> = {
  duty: 'ストレスチェックの義務の対象です',
  effort: 'ストレスチェックの努力義務の対象です',
  no: 'ストレスチェックの義務の対象ではありません',
};
const invitations: Readonly<Record<string, string>> = {
  invited: '受検を案内します。受けるかどうかは本人が決めます。',
  notInvited: '受検は案内しません。',
  excused: '特別の理由があるため、受検は案内しません。',
};
const threeQuarters = (t: Told): string =>
  `週の勤務時間 ${hm(t.n('weekly'))} × 4 = ${hm(4 * t.n('weekly'))}、通常の職員 ${hm(t.n('normal'))} × 3 = ${hm(3 * t.n('normal'))}`;

/** Every sentence on the duty of the stress check. */
export const dutySentences: Sentences<DutyStepName> = {
  workplaceCounted: (t) =>
    `事業場で常時使用する職員は ${count(t.n('staff'))} 人です(短時間の職員を含む。${t.n('threshold')}人以上で義務)。`,
  duty: () => 'ストレスチェックを1年以内ごとに1回行う義務があります。',
  effort: (t) =>
    `ストレスチェックは努力義務です。遅くとも${eraDate(t.w('until'))}から義務になります(施行日は政令で早まることがあります)。`,
  reportTo: (t) => `検査結果等報告書(様式第6号の3)は毎年${recipients[t.w('to')] ?? t.w('to')}に提出します。`,
  reportNotNeeded: (t) => `${t.n('threshold')}人未満のため、検査結果等報告書は要りません。`,
  withoutTerm: () => '任期の定めがありません。',
  termLongEnough: (t) => `任期は ${t.n('months')} か月で、1年以上使用されるか、その見込みがあります。`,
  termShort: (t) => `任期は ${t.n('months')} か月で、1年以上使用される見込みがありません。`,
  hoursEnough: (t) => `${threeQuarters(t)}。通常の4分の3以上です。`,
  hoursLow: (t) => `${threeQuarters(t)}。通常の4分の3に足りません。`,
  specialReason: () => '治療中で受検の負荷が大きいなど、特別の理由があります。',
  personVerdict: (t) =>
    `${reached[t.w('reached')] ?? t.w('reached')}。${invitations[t.w('invitation')] ?? t.w('invitation')}`,
};

const on = (t: Told, figure = 'on'): string => eraDate(formatLocalDate(t.n(figure)));

/** Every sentence on who may be given a result. */
export const consentSentences: Sentences<ConsentStepName> = {
  resultNotTold: () => '結果はまだ本人に通知されていません。通知の前は、同意があっても事業者に提供できません。',
  resultTold: (t) => `結果は${on(t)}に本人に通知されました。`,
  consentTooEarly: (t) => `${on(t)}の同意は、結果の通知(${on(t, 'told')})より前なので無効です。`,
  consentOral: (t) => `${on(t)}の同意は口頭なので無効です。書面か電磁的記録が必要です。`,
  consentToCome: (t) => `${on(t)}の同意は判定日(${on(t, 'asOf')})より後です。`,
  consentHolds: (t) => `${on(t)}の同意は有効です。`,
  noConsent: () => '結果の提供についての同意はありません。',
  requestIsConsent: (t) => `${on(t)}に面接指導の申出があり、結果の提供に同意したものとみなします。`,
  accessVerdict: (t) => (t.w('may') === 'yes' ? '事業者に結果を提供できます。' : '事業者に結果を提供できません。'),
};
