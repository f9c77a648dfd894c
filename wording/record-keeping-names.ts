/** Japanese names of what the rules of record keeping name by a word. */

export const startWords: Readonly<Record<string, string>> = {
  lastEntry: '最後に記入した日',
  completion: '記録が完結した日',
  separation: '退職(死亡)の日',
  endOfTerm: '期間の満了の日',
  made: '記録を作った日',
};

export const limitWords: Readonly<Record<string, string>> = {
  care24: '育児・介護の制限',
  transfer30: '異動後の月平均',
  month45: '月の上限',
  average80: '月平均の上限',
  month100: '他律部署の月の上限(未満)',
  own: '団体の目安',
};

export const sourceWords: Readonly<Record<string, string>> = {
  card: 'カードの打刻',
  gate: '入退庁の記録',
  pc: 'PCの記録',
  all: 'すべての客観的な記録',
};

export const differenceWords: Readonly<Record<string, string>> = {
  beforeStart: '始業前の在庁',
  afterDuty: '勤務時間の終わりの後の在庁',
  afterOvertime: '時間外勤務の終わりの後の在庁',
  dayOff: '勤務を要しない日の在庁',
  recordsDisagree: '判定した記録より後の、別の記録の在庁',
};

export const dueWords: Readonly<Record<string, string>> = {
  explain: '本人が理由を答えます',
  confirm: '所属長が理由を確認します',
  correct: '所属長が実際の時間に補正します',
  investigate: '人事課が実態を調査します',
};

export const notWorkWords: Readonly<Record<string, string>> = {
  break: '休憩',
  selfStudy: '自主的な研修・学習',
  waiting: '交通機関などの待ち時間',
  private: '私用',
  other: 'その他',
};

export const itemWords: Readonly<Record<string, string>> = {
  name: '氏名',
  sex: '性別',
  period: '賃金計算期間',
  daysWorked: '労働日数',
  worked: '労働時間数',
  overtime: '時間外労働時間数',
  holidayWork: '休日労働時間数',
  night: '深夜労働時間数',
  pay: '基本給・手当の種類ごとの額',
  deductions: '控除額',
};
