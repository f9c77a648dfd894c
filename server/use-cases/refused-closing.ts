import type { RefusedDeed } from '@tokimori/records/recorded';
import type { RefusalWords } from '../access/refusal.ts';
import { closingChecks } from './closing/checks.ts';

/** `2026年10月`. */
function monthWords(deed: RefusedDeed): string {
  const [year = '', month = ''] = (deed.words.month ?? '').split('-');
  return `${Number(year)}年${Number(month)}月`;
}

/** 打刻漏れ 1件、決裁していない届け出 2件. */
function pointWords(deed: RefusedDeed): string {
  const counts = closingChecks.flatMap(({ key, title }) => {
    const count = deed.figures[key] ?? 0;
    return count === 0 ? [] : [`${title} ${count}件`];
  });
  return counts.join('、');
}

const reasonField: RefusalWords['fields'] = [
  { field: 'reason', code: 'reason-missing', message: '理由を入力してください' },
];

/** 事象・原因・対処 of deeds that a closed month, or one that cannot be closed yet, refuses. */
export const closingWords: Readonly<Record<string, (deed: RefusedDeed) => RefusalWords>> = {
  'month.closed': (deed) => ({
    status: 409,
    title: '締め済みの月です',
    detail: `${monthWords(deed)}の${deed.words.section ?? ''}の記録は締め済みのため、変えられません。直すときは、所属長から人事課に締めの再開を依頼してください。打刻は、締めた後でも記録に残ります。`,
  }),
  'closing.month-running': (deed) => ({
    status: 409,
    title: 'まだ締められません',
    detail: `${monthWords(deed)}は、まだ終わっていません。月の最後の勤務日が終わってから締めてください。`,
  }),
  'closing.open-points': (deed) => ({
    status: 409,
    title: '締める前にすることが残っています',
    detail: `${monthWords(deed)}は、${pointWords(deed)}が残っているため締められません。一覧から一つずつ処理してください。期限までに処理できないものがあるときは、人事課に相談してください。`,
  }),
  'closing.reason-missing': () => ({
    title: '残ったまま締める理由がありません',
    detail: '処理していないものを残して締めるときは、理由を入力してください。理由は記録に残ります。',
    fields: reasonField,
  }),
  'closing.reopen.reason-missing': () => ({
    title: '再開する理由がありません',
    detail: '締めた月を再開するときは、理由を入力してください。理由は記録に残ります。',
    fields: reasonField,
  }),
  'closing.ask.reason-missing': () => ({
    title: '再開を依頼する理由がありません',
    detail: '人事課に伝わるように、どの日の何を直すのかを入力してください。',
    fields: reasonField,
  }),
  'closing.not-closed': (deed) => ({
    status: 409,
    title: '締めていない月です',
    detail: `${monthWords(deed)}は締めていないため、そのまま直せます。画面を読み込み直して確かめてください。`,
  }),
  'closing.already-closed': (deed) => ({
    status: 409,
    title: '締め済みの月です',
    detail: `${monthWords(deed)}は締め済みのため、催促は要りません。画面を読み込み直して確かめてください。`,
  }),
  'closing.no-records': (deed) => ({
    status: 409,
    title: '記録のない月です',
    detail: `${monthWords(deed)}は、この課の日ごとの記録がありません。月を確かめてください。`,
  }),
  'closing.making': () => ({
    status: 409,
    title: '集計しています',
    detail: '届いた打刻や決裁を、月の記録に入れているところです。数秒待って、もう一度締めてください。',
  }),
  'closing.running': () => ({
    status: 409,
    title: 'まだ終わっていない勤務があります',
    detail:
      '月の最後の日から続いている勤務があるため締められません。退勤の打刻があるか、打刻漏れと分かってから締めてください。',
  }),
  'closing.sections-open': (deed) => ({
    status: 409,
    title: '締めていない課があります',
    detail: `締めている間に再開された課か、新しい課が ${deed.figures.sections ?? 0}あります。画面を読み込み直して、もう一度締めてください。`,
  }),
};
