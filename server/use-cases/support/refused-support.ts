import type { RefusedDeed } from '@tokimori/records/recorded';
import { type RefusalWords, refuse } from '../../access/refusal.ts';

const field = (name: string, title: string, detail: string) => (deed: RefusedDeed) => ({
  title,
  detail,
  fields: [{ field: name, code: deed.code, message: title }],
});
const conflict = (title: string, detail: string) => (): RefusalWords => ({ status: 409, title, detail });
const missing = (title: string) => (): RefusalWords => ({
  status: 404,
  title,
  detail: '取り下げられたか、番号が違います。応援の画面を読み込み直して確かめてください。',
});

/** 事象・原因・対処 of every deed on support that records refuse. */
const words: Readonly<Record<string, (deed: RefusedDeed) => RefusalWords>> = {
  'support.not-found': missing('応援の依頼が見つかりません'),
  'support.match-not-found': missing('応援の申出が見つかりません'),
  'supporter.not-found': missing('応援者の登録が見つかりません'),
  'support.id-taken': conflict(
    '別の内容で受け付けています',
    '同じ番号の依頼が先にあります。画面を読み込み直してください。',
  ),
  'supporter.id-taken': conflict(
    '別の内容で受け付けています',
    '同じ番号の登録が先にあります。画面を読み込み直してください。',
  ),
  'supporter.registered': conflict(
    'すでに応援者として登録しています',
    '登録は1人1件です。内容を変えるときは、先の登録をやめてから登録してください。',
  ),
  'support.work-missing': field('work', '業務の内容がありません', '何を手伝ってほしいかを入力してください。'),
  'support.through-before-from': field('through', '終わりの日が始まりの日より前です', '期間を確かめてください。'),
  'support.until-before-from': field('until', '終わりの時刻が始まりの時刻より前です', '時間を確かめてください。'),
  'support.closed': conflict(
    'この依頼は締め切られています',
    '応援者の募集は終わりました。依頼した課の所属長に確かめてください。',
  ),
  'support.supporter-not-ready': conflict(
    'この応援者は、まだ応援できません',
    '所属長の同意がまだないか、登録が終わっています。応援者の一覧で状態を確かめてください。',
  ),
  'support.own-section': conflict('自分の課の応援はできません', '応援は、ほかの課の依頼に出せます。'),
  'support.matched-already': conflict(
    'この応援者は、すでにこの依頼に入っています',
    '画面を読み込み直して、いまの状態を確かめてください。',
  ),
  'support.declined-already': conflict(
    'この申出は、すでに断られています',
    '画面を読み込み直して、いまの状態を確かめてください。',
  ),
  'support.has-hours': conflict(
    '応援した時間が記録されています',
    '時間の記録がある応援は、取りやめにできません。間違いの記録は、確認の前に 0:00 に直せます。',
  ),
  'support.decline.note-missing': field('note', '理由がありません', '断る理由を入力してください。'),
  'support.hours.not-agreed': conflict('応援がまだ決まっていません', '依頼した課が受け入れてから、時間を記録します。'),
  'support.hours.outside-period': field(
    'date',
    '依頼の期間にない日です',
    '依頼の期間の中の日を選んでください。期間を変えるときは、新しく依頼します。',
  ),
  'support.hours.to-come': field('date', 'まだ来ていない日です', '応援した日の時間を記録します。'),
  'support.hours.too-long': (deed) => ({
    title: '1日より長い時間です',
    detail: `1日の時間は、${deed.figures.most ?? 0}人の合計で 24:00 の${deed.figures.most ?? 0}倍までです。入力を確かめてください。`,
    fields: [{ field: 'minutes', code: deed.code, message: '1日より長い時間です' }],
  }),
  'support.hours.confirmed': conflict(
    '確認済みの時間は直せません',
    '依頼した課の所属長が確認しています。間違いのときは、人事課に相談してください。',
  ),
  'support.hours.not-entered': conflict(
    '記録のない日があります',
    '確認するのは、応援した側が記録した日だけです。画面を読み込み直してください。',
  ),
  'supporter.skills-missing': field('skills', 'できることがありません', '手伝える業務や得意なことを入力してください。'),
  'supporter.ended': conflict('この登録は終わっています', '画面を読み込み直して確かめてください。'),
  'supporter.consent.own': () => ({
    status: 403,
    title: '自分の登録には同意できません',
    detail: '上位の所属長に同意を依頼してください。',
  }),
};

/** Ends the call with the words of a refused deed on support. */
export function refuseSupport(deed: RefusedDeed): never {
  const found = words[deed.code];
  if (found === undefined) throw new Error(`no words for ${deed.code}`);
  return refuse(deed.code, found(deed));
}
