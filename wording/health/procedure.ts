import type { DeadlineStepName } from '@tokimori/law/health/procedure/deadlines';
import type { CaseRefusal, CaseState } from '@tokimori/law/health/procedure/guidance-case';
import type { RecordField, RecordStepName } from '@tokimori/law/health/procedure/interview-record';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { eraDate } from '../format.ts';
import type { Sentences, Told } from '../sentence.ts';

const dayOf = (t: Told, figure: string): string => eraDate(formatLocalDate(t.n(figure)));

/** Steps of an interview guidance and of a stress check. */
export const deadlineNames: Readonly<Record<string, string>> = {
  count: '時間の算定',
  notifyPerson: '本人への時間の通知',
  informPhysician: '産業医への氏名と時間の提供',
  request: '本人の申出',
  interview: '面接指導',
  opinion: '医師からの意見の聴取',
  measures: '産業医への措置の報告',
  check: 'ストレスチェック',
  result: '本人への結果の通知',
};
const nameOf = (key: string): string => deadlineNames[key] ?? key;

const reasons: Readonly<Record<string, string>> = {
  exempt: '医師が面接指導を必要ないと判断したため',
  withoutRequest: '申出がなくても面接指導を行うため',
  interviewNotNecessary: '実施者が面接指導を必要と認めていないため',
};

function judged(t: Told): string {
  const name = nameOf(t.w('step'));
  const due = dayOf(t, 'due');
  switch (t.w('state')) {
    case 'done':
      return `${name}は期限(${due})までの${dayOf(t, 'done')}に済みました。`;
    case 'doneLate':
      return `${name}は期限(${due})を${t.n('late')}日過ぎた${dayOf(t, 'done')}に済みました。有効なものとして扱います。`;
    case 'overdue':
      return `${name}の期限(${due})を${t.n('late')}日過ぎています(${dayOf(t, 'asOf')}現在)。期限が過ぎても手続は終わりません。`;
    default:
      return `${name}の期限は${due}です。`;
  }
}

/** Every sentence of the deadlines. */
export const deadlineSentences: Sentences<DeadlineStepName> = {
  deadlineJudged: judged,
  deadlineWaiting: (t) =>
    `${nameOf(t.w('step'))}の期限は、${nameOf(t.w('for'))}の日から数えます。まだその日がありません。`,
  deadlineNotNeeded: (t) => `${nameOf(t.w('step'))}は要りません。${reasons[t.w('because')] ?? t.w('because')}です。`,
};

export const recordFieldNames: Readonly<Record<RecordField, string>> = {
  interviewedOn: '実施年月日',
  personName: '職員の氏名',
  physicianName: '面接指導を行った医師の氏名',
  fatigue: '疲労の蓄積の状況',
  otherState: 'その他の心身の状況',
  opinion: '医師の意見',
  workingConditions: '勤務の状況',
  measures: '講じた措置',
  memo: '医師の覚え書き',
};
const fieldOf = (t: Told): string => recordFieldNames[t.w('field') as RecordField] ?? t.w('field');

/** Every sentence of the record of an interview. */
export const recordSentences: Sentences<RecordStepName> = {
  recordHolds: (t) => `記録に必要な ${t.n('needed')} 項目のうち ${t.n('held')} 項目があります。`,
  fieldMissing: (t) => `「${fieldOf(t)}」がありません。`,
  notConfirmed: (t) => `医師が確認する「${fieldOf(t)}」が記録にありません。`,
  recordKept: (t) => `${dayOf(t, 'from')}から ${t.n('years')} 年、${dayOf(t, 'through')}まで保存します。`,
  recordNotDated: () => '日付がないため、保存の期限を数えられません。',
};

export const caseStateNames: Readonly<Record<CaseState, string>> = {
  counted: '算定済み・通知待ち',
  notified: '通知済み・申出待ち',
  mandatory: '通知済み・日程調整待ち',
  requested: '申出済み・日程調整待ち',
  scheduled: '日程決定・実施待ち',
  done: '実施済み・意見待ち',
  opinion: '意見聴取済み・措置待ち',
  measure: '措置済み・終了待ち',
  closed: '終了',
  exempted1m: '免除(医師の判断)',
  declined: '本人が希望せず',
};

/** Why an event does not fit, and what to do. */
export const caseRefusals: Readonly<Record<CaseRefusal, readonly [why: string, cure: string]>> = {
  'guidance-case.not-counted': ['時間がまだ算定されていません。', '算定を先に記録してください。'],
  'guidance-case.counted-already': ['時間はすでに算定されています。', '2回目の算定を取り除いてください。'],
  'guidance-case.before-last-event': ['前の出来事より前の日です。', '日付の順に並べてください。'],
  'guidance-case.not-from-this-state': ['いまの段階からは行えません。', '抜けている段階を先に記録してください。'],
  'guidance-case.nothing-to-request': [
    '申出がなくても面接指導を行う場合です。',
    '申出を取り除き、日程を記録してください。',
  ],
  'guidance-case.route-not-exempt': [
    '当てはまった規則には、医師の判断による免除がありません。',
    '面接指導の日程を記録してください。',
  ],
  'guidance-case.finding-not-within-month': [
    '面接指導または診察の日が、算定の日の前1か月の内にありません。',
    '日付を確かめ、期間の外なら面接指導を行ってください。',
  ],
  'guidance-case.finding-without-physician': ['判断した医師の名前がありません。', '医師の名前を書いてください。'],
  'guidance-case.reason-for-none-empty': ['措置を講じない理由が空です。', '理由を書いてください。'],
  'guidance-case.reason-needed': ['面接指導を行わずに終えるには理由が必要です。', '理由を1つ選んでください。'],
  'guidance-case.reason-not-fitting': ['その理由はこの手続に合いません。', '理由を選び直してください。'],
  'guidance-case.note-needed': ['「その他」の説明がありません。', '説明を書いてください。'],
};
