/**
 * What the fields of the contract are called by people. What is not here has no name on a page: it is called 入力した項目, and the answer's `fields`
 * has its place for whoever writes programs.
 */
const names: Readonly<Record<string, string>> = {
  absence: '不在',
  accept: '認めるかどうか',
  age: '年齢',
  allowance: '手当',
  answer: '答え',
  before: '表示の始まり',
  card: 'カード',
  category: '区分',
  choices: 'お知らせの受け取り方',
  dailyLimit: '1日の限度の時間',
  date: '日付',
  dates: '日付',
  deed: 'すること',
  department: '部署',
  departments: '部署',
  device: '端末の番号',
  differences: '差のファイルかどうか',
  direction: '出勤・退勤の別',
  emergency: '緊急かどうか',
  file: 'ファイル',
  finding: '確認の結果',
  form: '様式',
  from: '始まり',
  fromMinute: '始まりの時刻',
  ground: '理由の区分',
  healthConfirmed: '健康状態の確認',
  holder: '指名する職員',
  id: '番号',
  ids: '選んだもの',
  in: '出勤の時刻',
  kind: '種類',
  login: 'ログインID',
  mail: 'メールアドレス',
  match: '応援者',
  measures: '対策',
  minutes: '時間',
  month: '月',
  months: '月数',
  municipality: '団体コード',
  name: '名前',
  newPassword: '新しいパスワード',
  note: '理由・メモ',
  occurredAt: '打刻の日時',
  offset: '表示の始まり',
  out: '退勤の時刻',
  outcome: '結果',
  password: 'パスワード',
  people: '人数',
  post: '職名',
  presets: '事例',
  publishedOn: '周知した日',
  punches: '打刻',
  reason: '理由',
  search: '探す言葉',
  shape: 'ファイルの形',
  skills: '求める経験',
  staff: '職員番号',
  staffNumber: '職員番号',
  state: '状態',
  subject: '対象',
  supporter: '応援者',
  text: '本文',
  through: '終わりの日',
  title: '件名',
  until: '終わり',
  untilMinute: '終わりの時刻',
  version: '版',
  way: '方法',
  why: '必要な理由',
  work: '業務の内容',
  year: '年度',
};

/** Fields that hold minutes: points in time counted from 0:00 of the day, or lengths. */
const minuteFields: ReadonlySet<string> = new Set([
  'dailyLimit',
  'from',
  'fromMinute',
  'in',
  'minutes',
  'out',
  'until',
  'untilMinute',
]);

const lastName = (path: readonly PropertyKey[]): string | undefined =>
  path.findLast((part): part is string => typeof part === 'string');

/** Whether a place of an input holds minutes. */
export const holdsMinutes = (path: readonly PropertyKey[]): boolean => minuteFields.has(lastName(path) ?? '');

/** A place of an input as people call it: 「打刻の日時(2件目)」. */
export function fieldName(path: readonly PropertyKey[]): string {
  const known = path.findLast((part): part is string => typeof part === 'string' && Object.hasOwn(names, part));
  const name = (known === undefined ? undefined : names[known]) ?? '入力した項目';
  const nth = path.find((part): part is number => typeof part === 'number');
  return nth === undefined ? name : `${name}(${nth + 1}件目)`;
}
