import type { RefusedDeed } from '@tokimori/records/recorded';
import { type RefusalWords, refuse } from '../../access/refusal.ts';

const states: Readonly<Record<string, string>> = {
  draft: '下書き',
  agreedByHead: '職員組合の承認待ち',
  agreedByUnion: '人事課の受取り待ち',
  received: '人事課が受取り済み',
  returned: '差し戻し',
};
const stateOf = ({ words }: RefusedDeed): string => states[words.state ?? ''] ?? '';
const nth = ({ figures }: RefusedDeed): string => `${(figures.line ?? 0) + 1}行目`;

const moved = (deed: RefusedDeed): RefusalWords => ({
  status: 409,
  title: 'この計画書は、いまはこの操作ができません',
  detail: `いまの状態は「${stateOf(deed)}」です。画面を読み込み直して、いまの内容を確かめてください。`,
});
const lineWords =
  (title: string, cure: string) =>
  (deed: RefusedDeed): RefusalWords => ({
    title,
    detail: `${nth(deed)}を直してください。${cure}`,
    fields: [{ field: `lines.${deed.figures.line ?? 0}`, code: deed.code, message: `${nth(deed)}: ${title}` }],
  });

/** 事象・原因・対処 of every deed on a plan that records refuse. */
const words: Readonly<Record<string, (deed: RefusedDeed) => RefusalWords>> = {
  'plan.not-found': () => ({
    status: 404,
    title: '計画書がありません',
    detail: 'この課のこの月の計画書はまだ作られていません。所属長が下書きを保存すると始まります。',
  }),
  'plan.draft.month-over': () => ({
    title: '終わった月の計画書は作れません',
    detail: '計画書は、今月と来月の分を作れます。月を選び直してください。',
  }),
  'plan.draft.too-early': () => ({
    title: 'まだ計画書を作れない月です',
    detail: '計画書は、今月と来月の分を作れます。見込みがそろう前の月になってから作ってください。',
  }),
  'plan.draft.under-way': (deed) => ({
    status: 409,
    title: '承認に回した計画書は書き換えられません',
    detail: `いまの状態は「${stateOf(deed)}」です。直すときは、所属長が取り戻すか、差し戻しを受けてから直してください。`,
  }),
  'plan.line.not-of-section': lineWords('この課の職員ではない人が入っています', 'この課の職員から選んでください。'),
  'plan.line.work-missing': lineWords('業務が入っていません', '何の業務で時間外勤務を見込むかを入力してください。'),
  'plan.line.no-hours': lineWords('時間が入っていません', '0:01以上の時間を入れるか、見込まない行は消してください。'),
  'plan.line.twice': lineWords('同じ人の同じ業務が2行あります', '1行にまとめてください。'),
  'plan.line.weeks-differ': lineWords(
    '週ごとの時間と合計が合いません',
    '週ごとの時間を足すと合計になるようにしてください。',
  ),
  'plan.agree.not-drafted': moved,
  'plan.agree.not-before-union': moved,
  'plan.receive.not-agreed': moved,
  'plan.return.not-yours': moved,
  'plan.agree.own': () => ({
    status: 403,
    title: '所属長として承認した人は、職員組合として承認できません',
    detail: '職員組合の承認は、所属長とは別の人が行います。職員組合の担当者に依頼してください。',
  }),
  'plan.return.note-missing': () => ({
    title: '理由がありません',
    detail: '差し戻すときは、理由を入力してください。',
    fields: [{ field: 'note', code: 'plan.return.note-missing', message: '理由を入力してください' }],
  }),
};

/** Ends the call with the words of a refused deed on a plan. */
export function refusePlan(deed: RefusedDeed): never {
  const found = words[deed.code];
  if (found === undefined) throw new Error(`no words for ${deed.code}`);
  return refuse(deed.code, found(deed));
}
