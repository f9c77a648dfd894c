import type { RefusedDeed } from '@tokimori/records/recorded';
import { type RefusalWords, refuse } from '../../access/refusal.ts';

const itemWords: Readonly<Record<string, readonly [field: string, message: string]>> = {
  department: ['department', '所属がありません'],
  name: ['name', '氏名がありません'],
  exceeded: ['exceeded', '時間・月数か上限がありません'],
  outline: ['outline', '業務の概要を入力してください'],
  reason: ['reason', '回避できなかった理由を入力してください'],
  sorted: ['sorted', '要因の整理を入力してください'],
  analysed: ['analysed', '要因の分析を入力してください'],
  verified: ['verified', '検証を入力してください'],
};

/** What lacks, field by field. */
function missing(deed: RefusedDeed, title: string): RefusalWords {
  const fields = (deed.words.missing ?? '').split(',').flatMap((item) => {
    const [field, message] = itemWords[item] ?? [];
    return field === undefined || message === undefined ? [] : [{ field, code: 'missing', message }];
  });
  return { title, detail: `${fields.map(({ message }) => message).join('。')}。`, fields };
}

const words: Readonly<Record<string, (deed: RefusedDeed) => RefusalWords>> = {
  'breach.own': () => ({
    status: 403,
    title: '自分の記録は書けません',
    detail: '上限を超えた記録は、命じた側の所属長が書きます。上位の所属長に依頼してください。',
  }),
  'breach.lapsed': () => ({
    status: 409,
    title: 'この記録は、もう当たりません',
    detail: '時間外勤務の記録が直り、上限を超えていないことになりました。書いた内容は残っています。',
  }),
  'breach.draft.completed': () => ({
    status: 409,
    title: 'すでに記入済みです',
    detail: '下書きには戻せません。直すときは、書き直して「記入を終える」を押してください。',
  }),
  'breach.complete.missing': (deed) => missing(deed, '記録の項目がそろっていません'),
  'breach.complete.no-cause': () => ({
    title: '要因が選ばれていません',
    detail: '当てはまる要因を一つ以上選んでください。',
    fields: [{ field: 'causes', code: 'missing', message: '要因を一つ以上選んでください' }],
  }),
  'breach.complete.main-cause': () => ({
    title: '主な要因が決まっていません',
    detail: '選んだ要因の中から、主なものを一つ選んでください。',
    fields: [{ field: 'mainCause', code: 'missing', message: '主な要因を一つ選んでください' }],
  }),
  'breach.complete.unknown-cause': (deed) => ({
    title: 'この要因は選べません',
    detail: `「${deed.words.cause ?? ''}」は、いまの要因の区分にありません。画面を読み込み直して選んでください。`,
    fields: [{ field: 'causes', code: 'unknown', message: 'いまの区分から選んでください' }],
  }),
  'breach.complete.other-month': () => ({
    title: '一緒には記入できません',
    detail: 'まとめて記入できるのは、同じ職員の同じ月の記録だけです。',
  }),
  'breach.return.not-completed': () => ({
    status: 409,
    title: '記入がまだ終わっていません',
    detail: '差し戻せるのは、記入済みの記録だけです。画面を読み込み直して確かめてください。',
  }),
  'breach.return.note-missing': () => ({
    title: '差し戻す理由がありません',
    detail: '何を直すのかが分かるように、理由を入力してください。',
    fields: [{ field: 'note', code: 'missing', message: '差し戻す理由を入力してください' }],
  }),
  'review.missing': (deed) => missing(deed, '整理・分析・検証がそろっていません'),
  'reduction.not-found': () => ({
    status: 404,
    title: 'この取組は見つかりません',
    detail: '番号が違います。「縮減の取組」の一覧から開き直してください。',
  }),
  'reduction.id-taken': () => ({
    status: 409,
    title: 'この取組は、別の内容で登録しています',
    detail: '同じ番号の取組が先にあります。一覧で内容を確かめてください。',
  }),
  'reduction.no-way': () => ({
    status: 409,
    title: 'この状態には変えられません',
    detail: 'ほかの人が先に変えた可能性があります。画面を読み込み直して、いまの状態を確かめてください。',
  }),
  'reduction.stop.note-missing': () => ({
    title: 'やめる理由がありません',
    detail: '取組をやめるときは、理由を入力してください。',
    fields: [{ field: 'note', code: 'missing', message: 'やめる理由を入力してください' }],
  }),
};

/** Refuses a deed about records, analyses and measures, with 事象・原因・対処. A code without words is a defect and says so. */
export function refuseBreach(deed: RefusedDeed): never {
  const found = words[deed.code];
  if (found === undefined) throw new Error(`no words for ${deed.code}`);
  return refuse(deed.code, found(deed));
}
