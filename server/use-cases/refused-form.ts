import type { RefusedDeed } from '@tokimori/records/recorded';
import type { RefusalWords } from '../access/refusal.ts';

const states: Readonly<Record<string, string>> = {
  draft: '作成中',
  submitted: '提出済み',
  returned: '差戻し',
  accepted: '受理',
};
const stateOf = (deed: RefusedDeed): string => states[deed.words.state ?? ''] ?? '処理済み';

/** 事象・原因・対処 of deeds about forms. */
export const formWords: Readonly<Record<string, (deed: RefusedDeed) => RefusalWords>> = {
  'form.submit.submitted': (deed) => ({
    status: 409,
    title: 'この様式は提出してあります',
    detail: `いまの状態は「${stateOf(deed)}」です。直すときは、承認する人に差し戻してもらってから、もう一度提出してください。`,
  }),
  'form.stamp.not-submitted': (deed) => ({
    status: 409,
    title: 'この様式は承認待ちではありません',
    detail: `いまの状態は「${stateOf(deed)}」です。画面を読み込み直して確かめてください。`,
  }),
  'form.stamp.not-its-turn': () => ({
    status: 409,
    title: 'まだ承認の順番ではありません',
    detail: '前の人の承認が済んでいないか、様式の決裁の順が変わりました。画面を読み込み直して確かめてください。',
  }),
  'form.stamp.twice-in-a-row': (deed) => ({
    status: 409,
    title: '続けて承認することはできません',
    detail: `「${deed.words.before ?? ''}」として、あなたが承認しています。「${deed.words.label ?? ''}」は別の人が承認してください。両方の役職に就いているときは、人事課が「様式の設定」で両方に登録すると承認できます。`,
  }),
  'form.stamp.paper-missing': () => ({
    title: 'だれが決裁したかが入力されていません',
    detail:
      'あなたはこの役職に就いていません。紙で決裁されたときは、「紙の決裁を記録する」から、決裁した人の氏名と決裁の日を入力してください。',
  }),
  'form.return.accepted': () => ({
    status: 409,
    title: 'この様式は受理されています',
    detail:
      '受理された様式は差し戻せません。直すときは、最後に承認した役職か人事課が、理由を書いて受理を取り消します。',
  }),
  'form.reopen.not-accepted': (deed) => ({
    status: 409,
    title: 'この様式は受理されていません',
    detail: `受理を取り消せるのは、受理された様式だけです。いまの状態は「${stateOf(deed)}」です。画面を読み込み直して確かめてください。`,
  }),
  'form-office.id-taken': () => ({
    status: 409,
    title: 'この割り当ては、別の内容で登録しています',
    detail: '同じ番号の割り当てが先にあります。画面を読み込み直して確かめてください。',
  }),
  'form-office.until-before-from': () => ({
    title: '期間が正しくありません',
    detail: '終わりの日は、始まりの日以後の日にしてください。',
    fields: [{ field: 'until', code: 'until-before-from', message: '始まりの日以後の日を入力してください' }],
  }),
  'form-office.overlap': (deed) => ({
    status: 409,
    title: '同じ期間の割り当てがあります',
    detail:
      deed.words.vacant === 'yes'
        ? 'この役職は、その期間は欠員として登録しています。先に欠員の登録を終えてください。'
        : 'この役職には、その期間に就く人を登録しています。同じ人は二重に登録できず、欠員とするときは先に終わりの日を入れてください。',
  }),
  'form.return.not-submitted': (deed) => ({
    status: 409,
    title: 'この様式は差し戻せません',
    detail: `提出された様式だけを差し戻せます。いまの状態は「${stateOf(deed)}」です。`,
  }),
  'form.return.reason-missing': () => ({
    title: '戻す理由がありません',
    detail: 'どこをどう直すのかが分かるように、戻す理由を入力してください。',
    fields: [{ field: 'reason', code: 'reason-missing', message: '戻す理由を入力してください' }],
  }),
};
