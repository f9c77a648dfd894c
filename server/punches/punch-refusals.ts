/** Why a punch is not recorded. The sentence is shown at the terminal or in its log: 事象・対処. */
const sentences = {
  'punch.id.invalid': '打刻の番号(id)がUUIDではありません。端末の設定を確かめてください。',
  'punch.staff.unknown': '登録のない職員番号です。人事課に職員の登録を確かめてください。',
  'punch.staff.left': '退職日を過ぎた職員の打刻です。人事課に連絡してください。',
  'punch.staff.notYet': '採用日より前の打刻です。端末の時計を確かめるか、人事課に連絡してください。',
  'punch.card.unknown': '登録のないカードです。人事課にカードの登録を確かめてください。',
  'punch.card.suspended': '一時停止中のカードです。人事課に連絡してください。',
  'punch.card.revoked': '使えなくなったカードです。人事課に連絡してください。',
  'punch.occurredAt.invalid': '打刻の日時が正しくありません。端末の時計を確かめてください。',
  'punch.occurredAt.future': '打刻の日時がサーバーの時計より5分を超えて進んでいます。端末の時計を合わせてください。',
  'punch.value.invalid': '記録できない値が入っています。端末の設定を確かめてください。',
} as const;

export type PunchRefusal = keyof typeof sentences;
export const sentenceOf = (code: PunchRefusal): string => sentences[code];
