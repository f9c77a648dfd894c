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
  DepartmentSet: '部署の登録',
  StaffSet: '職員の登録',
  AppointmentSet: '発令の登録',
  DepartmentDesignated: '他律部署の指定',
  DesignationEnded: '他律部署の指定の終わり',
  OrdinanceSet: '団体の設定の変更',
  ImportFinished: 'ファイルの取り込み',
  DeviceRegistered: '端末の登録',
  DeviceRevoked: '端末の停止',
  PasswordChanged: 'パスワードの変更',
  SignedIn: 'ログイン',
  SignInFailed: 'ログインの失敗',
  AccountLocked: 'アカウントの一時停止',
};

/** What a deed of the journal is called; its own name where the page does not know it yet. */
export const deedWords = (kind: string): string => words[kind] ?? kind;
