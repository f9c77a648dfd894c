import type { DecisionGround } from '@tokimori/contract/decision-grounds';
import type { CapacityView, OvertimeView } from '@tokimori/contract/values';
import { dayAndClock } from '@tokimori/wording/format';

/** Why a claim is cut or turned down. What is work by the guideline stands beside the choice, not in it. */
export const groundWords: Readonly<Record<DecisionGround, string>> = {
  ownStudy: '命令によらない自主の研修・学習',
  break: '休憩・私用(仕事から離れてよい時間)',
  noTask: '業務のない在庁(帰りの待ち合わせなど)',
  byOthers: 'ほかの職員や応援で行う',
  notNow: 'その日に行う必要がない',
  cap: '上限に収めるため',
  other: 'その他',
};
export const workHint =
  '準備・後始末、指示を待つ時間、受けなければならない研修は、働いた時間です。これらを理由に減らすことはできません。';

/** 「(高瀬 誠の代決)」. */
function capacityWords(capacity: CapacityView | null): string {
  if (capacity === null) return '';
  const whose = capacity.for === null ? '欠員の職' : capacity.for;
  return { standIn: `(${whose}の代決)`, delegated: `(${whose}からの専決)`, onBehalf: `(${whose}の代理で入力)` }[
    capacity.as
  ];
}

/** Who entered it, approved it first and decided it, each with the time and in whose place. */
export function deedsOf(o: OvertimeView): readonly string[] {
  const at = (instant: string | null) => (instant === null ? '' : `${dayAndClock(instant)} `);
  return [
    ...(o.requestedBy === null ? [] : [`${at(o.requestedAt)}${o.onBehalf ? `${o.requestedBy}が代理で申請` : '申請'}`]),
    ...(o.firstApproval === null
      ? []
      : [`${at(o.firstApproval.at)}${o.firstApproval.by}${capacityWords(o.firstApproval.capacity)}が承認`]),
    ...(o.decidedBy === null || o.state === 'firstApproved'
      ? []
      : [
          `${at(o.decidedAt)}${o.decidedBy}${capacityWords(o.capacity)}${decided[o.state]}${o.emergency ? '(緊急)' : ''}`,
        ]),
  ];
}
const decided: Readonly<Record<OvertimeView['state'], string>> = {
  requested: '',
  firstApproved: '',
  ordered: 'が命令',
  confirmed: 'が実績を確認',
  returned: 'が差し戻し',
  rejected: 'が却下',
  withdrawn: 'が取下げ',
  revoked: 'が取消',
};
