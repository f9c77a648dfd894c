import { column, type FileShape, type ImportColumn } from './file-shape.ts';
import type { ImportKind } from './imports.ts';
import { digitalEffects, workReviews } from './registers/columns.ts';

export type { FileShape, ImportColumn };

const staffNumber = (required = true): ImportColumn =>
  column('職員番号', required, '職員の番号', '100001', '職員コード', '職員CD', '職員ID', '社員番号', '社員コード');

const departments: FileShape = {
  name: '部署',
  about: '部局・課・係。同じ部署を違う適用開始日でもう一度書くと、その日から変わります。',
  columns: [
    column('部署コード', true, '部署の番号', '1010', '所属コード', '組織コード', '部課コード', '部署CD', '所属CD'),
    column('部署名', true, '部署の名前', '人事課', '所属名', '組織名', '名称', '部署名称', '所属名称'),
    column(
      '上位部署コード',
      false,
      'すぐ上の部署。いちばん上の部署は空欄',
      '1000',
      '上位所属コード',
      '上位組織コード',
      '親部署コード',
      '上位コード',
    ),
    column('区分', true, '部局、課、係のどれか', '課', '部署区分', '組織区分', '階層'),
    column('適用開始日', true, 'この内容になる日', '2026-04-01', '開始日', '有効開始日', '設置日'),
    column('廃止日', false, '部署がなくなる日(この日からない)', '', '有効終了日', '適用終了日の翌日'),
    column(
      '別表第1号数',
      false,
      '労働基準法別表第1の号数 1から15まで。非現業は空欄',
      '',
      '別表第一号数',
      '別表第1',
      '別表',
    ),
    column(
      '他律的業務',
      false,
      '1 なら適用開始日から他律部署。日付の違う指定は「他律部署の指定」で',
      '0',
      '他律',
      '他律部署',
      '他律的業務部署',
    ),
  ],
  alternatives: [],
};

const staff: FileShape = {
  name: '職員',
  about: '職員の一覧。部署コードがあれば、所属もあわせて登録します。',
  columns: [
    staffNumber(),
    column('氏名', true, '氏名', '佐藤 花子', '職員名', '職員氏名', '名前', '氏名漢字'),
    column('氏名カナ', false, 'フリガナ', 'サトウ ハナコ', 'カナ氏名', 'フリガナ', 'カナ', '氏名かな'),
    column('部署コード', false, '所属する部署', '1010', '所属コード', '組織コード', '部署CD', '所属CD'),
    column('職名', false, '職名', '主任', '役職', '役職名', '補職名'),
    column('管理監督職員', false, '管理監督職員なら 1、ほかは 0', '0', '管理職', '管理監督者'),
    column(
      '任用区分',
      false,
      '常勤、会計年度任用職員、再任用短時間など。空欄は常勤',
      '常勤',
      '任用形態',
      '雇用区分',
      '職員区分',
    ),
    column('採用日', true, '勤務を始めた日', '2020-04-01', '採用年月日', '入庁日', '任用日'),
    column('退職日', false, '勤務する最後の日', '', '退職年月日', '任期満了日'),
    column('メール', false, 'メールアドレス', 'sato@city.example.jp', 'メールアドレス', 'mail', 'email', 'e-mail'),
    column(
      'アカウント',
      false,
      'PCのアカウントかSID。PCの使用記録と結びつけます',
      'sato-h',
      'SID',
      'PCアカウント',
      'ユーザーID',
      'アカウント名',
    ),
    column('発令日', false, 'この所属になった日。空欄なら採用日か取り込む日', '', '異動日', '発令年月日'),
  ],
  alternatives: [],
};

const appointments: FileShape = {
  name: '発令(異動・兼務)',
  about: '異動と兼務。1行が1つの発令です。',
  columns: [
    staffNumber(),
    column('発令日', true, 'この日から', '2026-10-01', '異動日', '発令年月日', '適用開始日', '開始日'),
    column('部署コード', true, '所属する部署', '1010', '所属コード', '組織コード', '部署CD', '所属CD'),
    column('職名', false, '職名', '係長', '役職', '役職名', '補職名'),
    column('兼務', false, '兼務なら 1、本務は 0', '0', '兼務区分', '兼職'),
    column('管理監督職員', false, '管理監督職員なら 1、ほかは 0', '0', '管理職', '管理監督者'),
    column('終了日', false, '発令が続く最後の日', '', '適用終了日', '解除日前日'),
  ],
  alternatives: [],
};

const designations: FileShape = {
  name: '他律部署の指定',
  about: '他律的業務の比重が高い部署の指定。期間が付きます。',
  columns: [
    column('部署コード', true, '指定する部署', '1010', '所属コード', '組織コード', '部署CD'),
    column('適用開始日', true, '指定の初めの日', '2026-04-01', '指定日', '開始日', '指定開始日'),
    column('適用終了日', false, '指定の最後の日。続くときは空欄', '2027-03-31', '終了日', '指定終了日'),
    column('周知日', true, '職員に知らせた日', '2026-03-25', '公表日', '通知日'),
    column('理由', true, '指定する理由', '国の補正予算への対応', '指定の理由', '指定理由'),
    column('遡及の理由', false, '周知日が適用開始日より後のときに要ります', '', '遡及理由'),
  ],
  alternatives: [],
};

const punches: FileShape = {
  name: '打刻',
  about: '出勤と退勤の時刻。1行に1回分でも、1日分(日付と出勤・退勤)でもかまいません。',
  columns: [
    { ...staffNumber(), aliases: [...staffNumber().aliases, '個人番号コード'] },
    column(
      '打刻日時',
      false,
      '打刻した日付と時刻',
      '2026-11-04 8:22',
      '日時',
      '打刻時間',
      '記録日時',
      'タイムスタンプ',
    ),
    column('日付', false, '勤務した日(打刻日時がないとき)', '', '打刻日', '年月日', '勤務日'),
    column('時刻', false, '打刻した時刻。翌日は 26:10 の形', '', '打刻時刻', '時分'),
    column('出勤', false, '出勤の時刻', '', '出勤時刻', '登庁時刻', '出勤時間'),
    column('退勤', false, '退勤の時刻。翌日は 26:10 の形', '', '退勤時刻', '退庁時刻', '退勤時間'),
    column('区分', false, '出勤か退勤。分からなければ空欄', '出勤', '打刻区分', '種別', '出退勤区分', '入退区分'),
    column('端末', false, '打刻した端末の名前', '本庁1階', '端末名', '打刻端末', '場所', '機器'),
  ],
  alternatives: [['打刻日時'], ['日付', '出勤'], ['日付', '退勤'], ['日付', '時刻']],
};

const pcLog: FileShape = {
  name: 'PCの使用記録',
  about: 'PCの起動・終了、ログオン・ログオフなどの記録。',
  columns: [
    staffNumber(false),
    column(
      'アカウント',
      false,
      '職員に登録したアカウントかSID(職員番号がないとき)',
      '',
      'SID',
      'ユーザー',
      'ユーザ',
      'ユーザー名',
      'ユーザーID',
      'アカウント名',
      'account',
      'user',
    ),
    column(
      '日時',
      true,
      '記録された日付と時刻',
      '2026-11-04 8:20:10',
      '記録日時',
      '発生日時',
      '日付と時刻',
      'TimeCreated',
      'タイムスタンプ',
    ),
    column(
      'イベントID',
      true,
      '7001、7002、4624、4634、4647、4800、4801 のどれか',
      '7001',
      'イベント',
      'EventID',
      'ID',
    ),
    column(
      '端末',
      false,
      'PCの名前',
      'PC-0123',
      'コンピューター',
      'コンピュータ',
      'コンピューター名',
      'PC名',
      'Computer',
      'MachineName',
    ),
  ],
  alternatives: [['職員番号'], ['アカウント']],
};

const gate: FileShape = {
  name: '入退館の記録',
  about: '庁舎の扉の入館・退館の記録。打刻のない日の在庁になり、打刻のある日は差異の確認で比べます。',
  columns: [
    staffNumber(),
    column('日時', true, '通った日付と時刻', '2026-11-04 19:42:10', '記録日時', '発生日時', '通過日時', '入退館日時'),
    column('区分', false, '入館か退館。分からなければ空欄', '退館', '入退館区分', '入退区分', '種別', '方向'),
    column('扉', false, '扉やゲートの名前', '東通用口', 'ゲート', '場所', '端末', '扉名', '機器'),
  ],
  alternatives: [],
};

const overtime: FileShape = {
  name: '時間外勤務',
  about: '時間外勤務の実績。確認済みの時間として入ります。',
  columns: [
    staffNumber(),
    column('日付', true, '勤務した日', '2026-10-01', '勤務日', '年月日', '命令日'),
    column('開始', false, '始めた時刻', '17:15', '開始時刻', '開始時間', '自'),
    column('終了', false, '終えた時刻。翌日は 26:10 の形', '20:00', '終了時刻', '終了時間', '至'),
    column(
      '時間数',
      false,
      '2:45 か 2.75 の形。開始・終了の代わりか、休憩を除いた時間',
      '2:45',
      '時間',
      '時間外時間',
      '時間外勤務時間',
      '実績時間',
    ),
    column('業務区分', false, '通常、臨時、特例、災害、感染症のどれか。空欄は通常', '通常', '区分', '業務の区分'),
    column('業務内容', false, 'したこと', '予算要求の資料作成', '内容', '用務', '事由'),
    column('手当額', false, '支給した額(円)', '7500', '手当', '支給額', '時間外勤務手当'),
  ],
  alternatives: [['開始', '終了'], ['時間数']],
};

const overtimeMonths: FileShape = {
  name: '過去の月ごとの時間外勤務',
  about:
    '時守を使う前の月の合計。2–6か月平均、年の合計、前年との比較に使います。打刻や日ごとの時間外勤務がある月では日ごとの記録が優先し、ここから使うのは手当額だけです。',
  columns: [
    staffNumber(),
    column('年月', true, '2026-04、R8.4 など', '2026-04', '対象年月', '月', '勤務年月'),
    column(
      '時間数',
      true,
      '20:30 か 20.5 の形',
      '20:30',
      '時間',
      '時間外時間',
      '時間外勤務時間',
      '月計',
      '時間外勤務時間数',
    ),
    column('うち特例', false, '時間数のうち、特例業務の時間', '0:00', '特例', '特例業務', 'うち特例業務'),
    column('手当額', false, '支給した額(円)', '52000', '手当', '支給額', '時間外勤務手当'),
  ],
  alternatives: [],
};

/** Every kind of file that can be taken in, with its columns: what the reader reads, the page and the manual show. */
export const importShapes: Readonly<Record<ImportKind, FileShape>> = {
  departments,
  staff,
  appointments,
  designations,
  punches,
  'pc-log': pcLog,
  gate,
  overtime,
  'overtime-months': overtimeMonths,
  'work-reviews': workReviews,
  'digital-effects': digitalEffects,
};
