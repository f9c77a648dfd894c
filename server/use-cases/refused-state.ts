import type { RefusedDeed } from '@tokimori/records/recorded';

const stateWords: Readonly<Record<string, string>> = {
  requested: '申請中',
  firstApproved: '課長承認済み・部長の承認待ち',
  ordered: '命令済み',
  confirmed: '確認済み',
  returned: '差し戻し',
  rejected: '却下済み',
  withdrawn: '取り下げ済み',
  revoked: '取消済み',
  accepted: '承認済み',
};

/** The state that a refusal names, in words. */
export const stateOf = (deed: RefusedDeed): string => stateWords[deed.words.state ?? ''] ?? '処理済み';
