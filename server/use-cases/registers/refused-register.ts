import type { RefusedDeed } from '@tokimori/records/recorded';
import { type RefusalWords, refuse } from '../../access/refusal.ts';

const missingWords: Readonly<Record<string, string>> = {
  decision: '見直しの結果(廃止・縮小・統合・改善・継続)',
  steps: '段階の済みか不要か',
  actual: '削減事務量の実績',
  until: '使い終わった日',
};

/** 事象・原因・対処 of every deed on an entry that records refuse. */
const words: Readonly<Record<string, (deed: RefusedDeed) => RefusalWords>> = {
  'register.changed': () => ({
    status: 409,
    title: 'ほかの人が先に変更しました',
    detail: '開いている間に、この登録が変わりました。画面を読み込み直して、いまの内容を確かめてください。',
  }),
  'register.draft-again': () => ({
    status: 409,
    title: '下書きには戻せません',
    detail: '登録したものは、ほかの課も見ています。内容を直すときは、登録のまま直してください。',
  }),
  'register.close-unregistered': () => ({
    status: 409,
    title: 'まだ登録していません',
    detail: '下書きのままでは完了にできません。先に登録してください。',
  }),
  'register.closed': () => ({
    status: 409,
    title: '完了した登録は直せません',
    detail: '直すときは、理由を付けて登録に戻してから直してください。',
  }),
  'register.reopen.reason-missing': () => ({
    title: '戻す理由がありません',
    detail: '完了した登録を戻すときは、理由を入力してください。',
    fields: [{ field: 'reason', code: 'reason-missing', message: '戻す理由を入力してください' }],
  }),
  'register.incomplete': ({ words: { missing = '' } }) => ({
    title: 'まだ完了にできません',
    detail: `入力されていないものがあります: ${missing
      .split(' ')
      .map((code) => missingWords[code] ?? code)
      .join('、')}。入力して登録してから、完了にしてください。`,
  }),
};

/** Refuses a deed on an entry with its words. A code without words is a defect and says so. */
export function refuseRegister(deed: RefusedDeed): never {
  const found = words[deed.code];
  if (found === undefined) throw new Error(`no words for ${deed.code}`);
  refuse(deed.code, found(deed));
}
