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
