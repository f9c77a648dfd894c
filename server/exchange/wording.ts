import type { ImportKind } from '@tokimori/contract/imports';

/** Kinds of files whose lines are refused with words; `saga` = the three files of 資料①②. */
export type WordedKind = ImportKind | 'saga';

/** わけ and 直し方 of a code. */
type Sentence = { readonly message: string; readonly cure: string };

/** Examples that fit a field, for cures that tell how to write it. */
const examples: Readonly<Record<string, string>> = {
  打刻日時: '2026-11-04 8:22',
  日時: '2026-11-04 8:22:10',
};
/** What may stand in a column of words, by kind of file; `''` where it is the same in every kind. */
const words: Readonly<Partial<Record<WordedKind | '', Readonly<Record<string, string>>>>> = {
  '': {
    業務区分: '通常・臨時・特例・災害・感染症 のどれか',
    イベントID: '7001・7002・4624・4634・4647・4800・4801 のどれか',
    兼務: '0 か 1',
    管理監督職員: '0 か 1',
    他律的業務: '0 か 1',
    別表第1号数: '1 から 15 まで(非現業は空欄)',
  },
  punches: { 区分: '出勤・退勤 のどちらか(分からなければ空欄)' },
  departments: { 区分: '部局・課・係 のどれか' },
  'work-reviews': {
    年度: '2026 のような西暦の年度',
    区分: '事業・事務 のどちらか',
    見直しの結果: '廃止・縮小・統合・改善・継続 のどれか',
  },
  'digital-effects': { 道具: 'RPA・AI-OCR・電子申請・AI-FAQ・その他 のどれか' },
  saga: { 区分: '通常・臨時・特例・災害・感染症 のどれか(計の行は 計)' },
};
const wordsOf = (field: string, kind: WordedKind): string =>
  words[kind]?.[field] ?? words['']?.[field] ?? '決められた言葉';
const dated = (field: string): string => examples[field] ?? '2026-11-04、2026/11/4、R8.11.4';

const sentences: Readonly<Record<string, (field: string, kind: WordedKind, line: number) => Sentence>> = {
  'import.row.quote-unclosed': (_field, _kind, line) => ({
    message: `引用符が閉じていません(${line}行目から)`,
    cure: '引用符(")を閉じるか、消す',
  }),
  'import.row.quote-misplaced': () => ({
    message: '閉じた引用符のすぐ後に、文字があります',
    cure: '中の引用符(")を2つ重ねて書くか、消す',
  }),
  'import.row.too-long': () => ({ message: '1行が長すぎます', cure: '行の終わりの改行を確かめて直す' }),
  'import.row.too-many-cells': () => ({
    message: '項目名の行より、値が多くあります',
    cure: '余分なカンマ(区切り)を消すか、カンマを含む値を引用符(")で囲む',
  }),
  'import.value.missing': (field) => ({ message: `${field}がありません`, cure: `${field}を入れるか、行を消す` }),
  'import.value.too-long': (field) => ({ message: `${field}が長すぎます`, cure: '短くする' }),
  'import.value.not-in-list': (field, kind) => ({
    message: `${field}として決められた言葉ではありません`,
    cure: `${wordsOf(field, kind)}に直す`,
  }),
  'import.value.not-mail': () => ({
    message: 'メールアドレスとして読めません',
    cure: 'sato@city.example.jp の形に直すか、空欄にする',
  }),
  'import.date.unreadable': (field) => ({ message: '日付として読めません', cure: `${dated(field)} の形に直す` }),
  'import.date.not-in-calendar': () => ({ message: '暦にない日です', cure: '日付を直す' }),
  'import.date.outside-calendar': () => ({
    message: '祝日がまだ分からない年の日付です',
    cure: '年を確かめて直す。正しいときは、開始・終了のほかに時間数を入れる',
  }),
  'import.month.unreadable': () => ({ message: '年月として読めません', cure: '2026-04、2026/4、R8.4 の形に直す' }),
  'import.month.future': () => ({ message: '先の月の時間数です', cure: '年月を確かめて直す' }),
  'import.month.twice': () => ({
    message: '同じ職員・同じ月の行が、違う時間数でもう1つあります',
    cure: 'どちらか1行にする',
  }),
  'import.month.too-long': () => ({ message: '1か月の時間を超えています', cure: '時間数を直す(時間の単位を確かめる)' }),
  'import.month.exceptional-over-total': () => ({
    message: 'うち特例が時間数を超えています',
    cure: 'うち特例を時間数以下に直す',
  }),
  'import.time.unreadable': () => ({ message: '時刻として読めません', cure: '8:30 や 25:10 の形に直す' }),
  'import.duration.unreadable': () => ({ message: '時間数として読めません', cure: '7:20 か 7.33 の形に直す' }),
  'import.number.unreadable': () => ({ message: '金額として読めません', cure: '円の単位の整数に直す' }),
  'import.staff.unknown': () => ({
    message: 'この番号の職員は登録されていません',
    cure: '職員の取り込みを先に行うか、番号を直す',
  }),
  'import.staff.not-yet-in-service': () => ({
    message: 'この職員の採用日より前です',
    cure: '日付か、職員の採用日を直す',
  }),
  'import.staff.left': () => ({ message: 'この職員の退職日より後です', cure: '日付か、職員の退職日を直す' }),
  'import.staff.left-before-joined': () => ({ message: '退職日が採用日より前です', cure: '採用日か退職日を直す' }),
  'import.staff.twice': () => ({ message: '同じ職員番号の行が、違う内容でもう1つあります', cure: 'どちらか1行にする' }),
  'import.staff.no-department': () => ({
    message: 'この日の所属が登録されていません',
    cure: '発令の取り込みを先に行う',
  }),
  'import.pc-account.unknown': () => ({
    message: 'このアカウントの職員が分かりません',
    cure: '職員の取り込みで「アカウント」を登録するか、職員番号の列を加える',
  }),
  'import.department.unknown': () => ({
    message: 'この部署コードは登録されていません',
    cure: '部署の取り込みを先に行うか、コードを直す',
  }),
  'import.department.not-in-force': () => ({
    message: 'この部署は、その日にはありません',
    cure: '部署コードか日付を直す',
  }),
  'import.department.own-parent': () => ({ message: '自分自身が上位部署になっています', cure: '上位部署コードを直す' }),
  'import.department.parent-unknown': () => ({
    message: 'この上位部署は、登録にもこのファイルにもありません',
    cure: '上位部署の行を加えるか、コードを直す',
  }),
  'import.department.circle': () => ({ message: '上位部署をたどると、自分に戻ります', cure: '上位部署コードを直す' }),
  'import.department.ends-before-begin': () => ({
    message: '廃止日が適用開始日以前です',
    cure: '適用開始日か廃止日を直す',
  }),
  'import.department.twice': () => ({
    message: '同じ部署・同じ適用開始日の行が、違う内容でもう1つあります',
    cure: 'どちらか1行にする',
  }),
  'import.designation.ends-before-begin': () => ({
    message: '適用終了日が適用開始日より前です',
    cure: 'どちらかの日付を直す',
  }),
  'import.designation.published-late': () => ({
    message: '周知日が適用開始日より後です',
    cure: '適用開始日を周知日以後にするか、「遡及の理由」を入れる',
  }),
  'import.designation.overlaps': () => ({
    message: 'この部署の別の指定と期間が重なります',
    cure: '前の指定に終了日を入れるか、期間を直す',
  }),
  'import.appointment.ends-before-begin': () => ({ message: '終了日が発令日より前です', cure: 'どちらかの日付を直す' }),
  'import.appointment.two-main-posts': () => ({
    message: '同じ日に本務の発令が2つあります',
    cure: '兼務のほうの「兼務」を 1 にする',
  }),
  'import.punch.future': () => ({ message: '先の日時の打刻です', cure: '年と日時を確かめて直す' }),
  'import.punch.no-time': () => ({ message: '時刻がありません', cure: '時刻を入れるか、行を消す' }),
  'import.punch.out-before-in': () => ({ message: '退勤が出勤以前です', cure: '翌日の退勤は 26:10 のように書く' }),
  'import.month.closed': () => ({
    message: '締め済みの月です',
    cure: '人事課で月の締めを再開してから、もう一度取り込む',
  }),
  'import.overtime.future': () => ({ message: '先の日付の実績です', cure: '日付を確かめて直す' }),
  'import.overtime.no-length': () => ({
    message: '開始・終了も時間数もありません',
    cure: '開始と終了、または時間数を入れる',
  }),
  'import.overtime.until-before-from': () => ({
    message: '終了が開始以前です',
    cure: '翌日の終了は 26:10 のように書く',
  }),
  'import.overtime.longer-than-span': () => ({
    message: '時間数が、開始から終了までの長さを超えています',
    cure: '時間数か、開始・終了を直す',
  }),
  'import.overtime.length-out-of-range': () => ({
    message: '時間数が 0 か、48時間を超えています',
    cure: '時間数を直す(時間の単位を確かめる)',
  }),
  'import.overtime.within-regular-hours': () => ({
    message: '正規の勤務時間の中だけの時間です',
    cure: '開始・終了を直すか、行を消す',
  }),
  'import.overtime.next-day': () => ({
    message: '始まりが翌日の日の区切りより後です',
    cure: '日付を、勤務を始めた日に直す',
  }),
  'import.overtime.next-duty': () => ({
    message: '翌日の割り振られた勤務時間に入っています',
    cure: '終了を、翌日の始業までに直す',
  }),
  'import.overtime.longer-than-a-day': () => ({
    message: '24時間を超えています',
    cure: '開始と終了を確かめて直す',
  }),
  'import.overtime.day-overfull': () => ({
    message: 'この日の時間外が、合わせて24時間を超えます',
    cure: 'この人のこの日の行と、すでにある時間外を確かめて直す',
  }),
  'import.overtime.overlaps': () => ({
    message: 'この職員の別の時間外勤務(申請・命令・実績)と時間が重なります',
    cure: '時間を直すか、重なる命令を取り消してから取り込む',
  }),
  'import.overtime.decided-here': () => ({
    message: '取り込んだあと、所属長がこの時間外勤務を決め直しています',
    cure: '行を消す。変えるときは所属長の画面で行う',
  }),
  'import.register.known': () => ({
    message: '同じ登録が、別の内容ですでにあります',
    cure: '行を消す。内容を変えるときは「進捗と効果」の画面で直す',
  }),
  'import.register.no-hours': () => ({ message: '導入前の作業時間が 0 です', cure: '導入前の年間の時間数を入れる' }),
  'import.register.ends-before-begin': () => ({
    message: '使い終わった日が、使い始めた日より前です',
    cure: 'どちらかの日付を直す',
  }),
};

/** The sentence of a refused line: why (わけ), and what to do about it (直し方). */
export function sentenceOf(
  { code, field, line }: { readonly code: string; readonly field: string; readonly line: number },
  kind: WordedKind,
): Sentence {
  const sentence = sentences[code];
  if (sentence === undefined) throw new Error(`no sentence for ${code}`);
  return sentence(field, kind, line);
}
/** Codes that have a sentence. */
export const knownCodes: readonly string[] = Object.keys(sentences);
