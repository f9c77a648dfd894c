import { eraDate, eraMonth } from '@tokimori/wording/format';

const words: Readonly<Record<string, string>> = {
  OvertimeRequested: '時間外勤務の申請',
  OvertimeOrdered: '時間外勤務の命令',
  OvertimeReturned: '差戻し',
  OvertimeRejected: '却下',
  OvertimeWithdrawn: '取下げ',
  OvertimeRevoked: '命令の取消',
  OvertimeConfirmed: '実績の確認',
  OvertimeCorrected: '実績の訂正',
  OvertimeImported: '時間外勤務の取り込み',
  CorrectionReported: '訂正・理由の届け出',
  CorrectionAccepted: '届け出を認めた',
  CorrectionRejected: '届け出を認めなかった',
  CorrectionInvestigated: '差異の実態調査',
  DeclarationSurveyed: '申告の実態調査',
  RecordingExplained: '勤務時間の把握の説明',
  DepartmentSet: '部署の登録',
  StaffSet: '職員の登録',
  AppointmentSet: '発令の登録',
  DepartmentDesignated: '他律部署の指定',
  DesignationEnded: '他律部署の指定の終わり',
  DemoLoaded: '見本の市の用意',
  OrdinanceSet: '団体の設定の変更',
  ImportFinished: 'ファイルの取り込み',
  BreachFound: '上限を超えた記録ができた',
  BreachLapsed: '上限を超えていないことになった',
  BreachRevived: '再び上限を超えた',
  BreachDrafted: '上限を超えた記録の下書き',
  BreachCompleted: '上限を超えた記録の記入',
  BreachReturned: '上限を超えた記録の差戻し',
  ReviewDrafted: '要因の分析の下書き',
  ReviewConcluded: '要因の分析の確定',
  ReductionRegistered: '縮減の取組の登録',
  ReductionChanged: '縮減の取組の変更',
  ReductionMoved: '縮減の取組の状態の変更',
  DueSettled: '対策の処理',
  OvertimeFirstApproved: '課長の承認',
  MandateGiven: '代決・専決・庶務担当の設定',
  MandateEnded: '代決・専決・庶務担当の終わり',
  AbsenceRecorded: '所属長の不在の記録',
  AbsenceEnded: '所属長の不在の終わり',
  DecisionSeen: '後閲',
  NoticesChosen: 'お知らせの受け取り方の変更',
  NoticeAddressSaid: 'お知らせのメールアドレスの変更',
  ObjectionStated: '代理の入力への申し出',
  ObjectionAnswered: '申し出への回答',
  MeasuresDecided: '縮減の対策の決定',
  PlanDrafted: '実施計画書の下書き',
  PlanAgreedByHead: '実施計画書の承認(所属長)',
  PlanAgreedByUnion: '実施計画書の承認(職員組合)',
  PlanReceived: '実施計画書の受取り',
  PlanReturned: '実施計画書の差戻し',
  ReportMeasuresRecorded: '対策報告書の対策',
  ReportMeasuresWithdrawn: '対策報告書の対策の取下げ',
  ReportMeasureSettled: '対策の結果',
  SupportRequested: '応援の依頼',
  SupportClosed: '応援の募集の締切り',
  SupportOffered: '応援の申出',
  SupportAssigned: '応援者の決定',
  SupportAccepted: '応援の受入れ',
  SupportDeclined: '応援の取りやめ',
  SupportHoursEntered: '応援した時間の記録',
  SupportHoursConfirmed: '応援した時間の確認',
  SupporterRegistered: '応援者の登録',
  SupporterConsented: '応援への同意',
  SupporterEnded: '応援者の登録の終わり',
  EntryDrafted: '登録の下書き',
  EntryChanged: '登録の変更',
  EntryRegistered: '登録',
  EntryClosed: '登録の完了',
  EntryReopened: '完了した登録を戻した',
  AgreementDrafted: '36協定の下書き',
  AgreementRegistered: '36協定の登録',
  AgreementEnded: '36協定の終わり',
  AgreementDiscarded: '36協定の下書きの取り除き',
  StaffCategorySet: '職種の登録',
  DisasterNeedRecorded: '災害等による臨時の必要の記録',
  DesignationAcknowledged: '指定の周知の確認',
  TaskDesignated: '業務の指定',
  TaskDesignationEnded: '業務の指定の終わり',
  PriorNoticeFiled: '特例業務の事前届出',
  PriorNoticeWithdrawn: '特例業務の事前届出の取下げ',
  MonthClosed: '月の締め',
  MonthReopened: '締めた月の再開',
  ReopeningAsked: '再開の依頼',
  ClosingReminded: '締めの催促',
  PayHoursExported: '給与連携のファイルの作成',
  PayLayoutDecided: '給与連携のレイアウトの決定',
  FormSubmitted: '様式の提出',
  FormStamped: '様式の承認',
  FormReturned: '様式の差戻し',
  FormReopened: '様式の受理の取消し',
  FormUseChosen: '使う様式の変更',
  FormOfficeGiven: '様式の役職の割り当て',
  FormOfficeEnded: '様式の役職の割り当ての終わり',
  DeviceRegistered: '端末の登録',
  DeviceRevoked: '端末の停止',
  PasswordChanged: 'パスワードの変更',
  SignedIn: 'ログイン',
  SignInFailed: 'ログインの失敗',
  AccountLocked: 'アカウントの一時停止',
};

/** What a deed of the journal is called; its own name where the page does not know it yet. */
export const deedWords = (kind: string): string => words[kind] ?? kind;

const subjects: Readonly<Record<string, string>> = {
  account: 'アカウント',
  staff: '職員',
  department: '部署',
  designation: '部署',
  appointment: '発令',
  overtime: '時間外勤務',
  correction: '届け出',
  measures: '縮減の対策',
  survey: '実態調査',
  explanation: '説明',
  due: '対策の予定',
  breach: '上限を超えた記録',
  'breach-review': '要因の分析',
  reduction: '縮減の取組',
  plan: '実施計画書',
  'report-measures': '対策報告書の対策',
  support: '応援の依頼',
  supporter: '応援者',
  review: '事務事業の見直し',
  effect: 'デジタル化の効果',
  agreement: '36協定',
  category: '職員',
  disaster: '災害等による臨時の必要',
  task: '業務の指定',
  notice: '特例業務の事前届出',
  mandate: '代決・専決',
  absence: '所属長の不在',
  'after-review': '後閲',
  objection: '申し出',
  ordinance: '団体の設定',
  closing: '月の締め',
  'pay-layout': '給与連携のレイアウト',
  'pay-export': '給与連携のファイル',
  import: '取り込み',
  device: '端末',
  form: '様式',
  'form-use': '使う様式',
  'form-office': '様式の役職',
  'notice-choices': 'お知らせの受け取り方',
  acknowledgment: '指定の周知の確認',
  demo: '見本の市',
};

/** What a deed was done to: 「職員 100240」 for `staff/100240`; as it is where the page does not know its kind. */
export function subjectWords(subject: string): string {
  const [kind = '', ...rest] = subject.split('/');
  const word = subjects[kind];
  const name = rest.join('/');
  if (word === undefined) return subject;
  if (kind === 'closing') return `${word} ${closingWords(rest)}`;
  if (kind === 'breach-review') return `${word} ${reviewWords(rest)}`;
  if (name === '') return word;
  if (kind === 'measures') return `${word} ${eraDate(name)}から`;
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(name) ? `${word} ${name.slice(0, 8)}` : `${word} ${name}`;
}

const BY_COMMAND = 'system:command:';
const BY_IMPORT = 'system:import:';

/** Who did it: the name, the user who ran a command or took a file in, or 「システム」 for what the product did by itself. */
export function actorWords(actor: string, name: string): string {
  if (name !== '') return name;
  if (actor.startsWith(BY_IMPORT)) return `取り込み(${actor.slice(BY_IMPORT.length)})`;
  if (actor.startsWith(BY_COMMAND)) return `コマンド(${actor.slice(BY_COMMAND.length)})`;
  if (actor === 'system:command') return 'コマンド';
  if (actor === 'system:demo') return 'システム(見本の記録)';
  return actor.startsWith('system') ? 'システム' : actor;
}

const monthWords = (month: string): string => (/^\d{4}-\d\d$/.test(month) ? eraMonth(month) : month);
const placeWords = (section: string): string => (section === '' || section === 'all' ? '全体' : `部署 ${section}`);

/** `2026-10/5020`: month and 課. */
const closingWords = ([month = '', section = '']: readonly string[]): string =>
  `${monthWords(month)}分 ${placeWords(section)}`;

/** `year/2026-04/`: the year from a month on, or one month, and the 課. */
const reviewWords = ([span = '', period = '', section = '']: readonly string[]): string =>
  `${monthWords(period)}${span === 'year' ? 'からの1年' : '分'} ${placeWords(section)}`;
