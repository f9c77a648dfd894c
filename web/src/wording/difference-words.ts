import type { DifferenceAnswerView, DifferenceView } from '@tokimori/contract/differences';
import { dayOfMonth, hm, span } from '@tokimori/wording/format';
import { notWorkWords } from '@tokimori/wording/record-keeping-names';
import type { Label } from './words.ts';

/** What the difference of a day is, in a few words. */
export const kindWords: Readonly<Record<DifferenceView['kind'], string>> = {
  beforeStart: '始業前の在庁',
  afterDuty: '勤務時間の後の在庁',
  afterOvertime: '時間外勤務の後の在庁',
  dayOff: '休みの日の在庁',
  declaredBeyondOrder: '申請していて命令のない在庁',
  declaredWithoutPresence: '申請していて記録のない時間',
  recordsDisagree: '退勤の後の別の記録',
};

export const sourceNames: Readonly<Record<DifferenceView['sources'][number]['source'], string>> = {
  card: 'カード',
  gate: '入退館',
  pc: 'PC',
};

const waiting = (word: string): Label => ({ shape: 'clock', tone: 'waiting', word });
const done = (word: string): Label => ({ shape: 'check', tone: 'done', word });

export const differenceLabels: Readonly<Record<DifferenceView['state'], Label>> = {
  awaitsAnswer: { shape: 'warning', tone: 'forecast', word: '本人の届け出待ち' },
  awaitsOrder: waiting('所属長の決裁待ち'),
  awaitsConfirmation: waiting('所属長の確認待ち'),
  awaitsInvestigation: waiting('人事課の調査待ち'),
  disputed: waiting('人事課の決定待ち'),
  corrected: done('勤務として補正済み'),
  notWork: done('勤務でないと確認済み'),
  explained: done('理由を確認済み'),
  recordCorrected: done('記録を訂正済み'),
  lapsed: done('差異がなくなった'),
};

/** 「勤務していた 17:20–18:05」「勤務ではない(休憩)」. */
export function answerWords(answer: DifferenceAnswerView | null): string {
  if (answer === null) return '理由だけの届け出';
  return answer.says === 'work'
    ? `勤務していた ${span(answer.from, answer.until)}`
    : `勤務ではない(${notWorkWords[answer.reason] ?? answer.reason})`;
}

/** 「11月2日まで」, or that the day is over. */
export const deadlineWords = (dueOn: string | null, overdue: boolean): string =>
  dueOn === null ? '' : overdue ? `期限 ${dayOfMonth(dueOn)} を過ぎています` : `${dayOfMonth(dueOn)}まで`;

/** What the person is asked, in one sentence. */
export function askedWords(difference: DifferenceView): string {
  const stretch = span(difference.from, difference.until);
  if (difference.kind === 'declaredWithoutPresence')
    return `申請した ${stretch} のうち ${hm(difference.minutes)} は、在庁の記録がありません。`;
  if (difference.kind === 'declaredBeyondOrder')
    return `申請した ${stretch} のうち ${hm(difference.minutes)} は、在庁の記録がありますが命令がありません。`;
  if (difference.kind === 'recordsDisagree')
    return `退勤の記録の後、${stretch} に ${hm(difference.minutes)} の別の記録があります。`;
  return `${kindWords[difference.kind]}が ${stretch} に ${hm(difference.minutes)} あります。`;
}
