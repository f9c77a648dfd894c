const words: Readonly<Record<string, string>> = {
  OvertimeRequested: '時間外勤務の申請',
  OvertimeOrdered: '時間外勤務の命令',
  OvertimeReturned: '差戻し',
  OvertimeRejected: '却下',
  OvertimeWithdrawn: '取下げ',
  OvertimeRevoked: '命令の取消',
  OvertimeConfirmed: '実績の確認',
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
  DueSettled: '対策の処理',
  MeasuresDecided: '縮減の対策の決定',
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
  ordinance: '団体の設定',
  import: '取り込み',
  device: '端末',
};

/** What a deed was done to: 「職員 100240」 for `staff/100240`; as it is where the page does not know its kind. */
export function subjectWords(subject: string): string {
  const [kind = '', ...rest] = subject.split('/');
  const word = subjects[kind];
  const name = rest.join('/');
  if (word === undefined) return subject;
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
