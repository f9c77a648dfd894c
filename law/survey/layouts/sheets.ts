import { surveyCitations } from '../citations.ts';
import type { Column, RowLayout, TableLayout } from './types.ts';

/** Sheets beside the tables of the notice: what its text counts, and what a municipality must answer. */

const now = (id: string, heading: readonly string[], print: Column['print'], measure = id): Column => ({
  id,
  heading,
  measure,
  of: 'now',
  print,
});

export const overtimeByMonth: TableLayout = {
  name: 'overtimeByMonth',
  title: '時間外勤務の月別内訳({now})',
  rows: [],
  columns: [
    now('heads', ['職員数'], 'count'),
    now('hours', ['時間外勤務の総時間数'], 'tenths'),
    now('perHead', ['1人当たり(時間)'], 'tenths'),
    ...(
      [
        ['over45', '45時間超'],
        ['between', '45時間超100時間未満'],
        ['above', '100時間以上'],
      ] as const
    ).flatMap(([measure, heading]) => [
      now(measure, [heading], 'count'),
      now(`${measure}.share`, [heading, '割合'], 'bracketedShare', `${measure}Share`),
    ]),
  ],
  notes: [],
  citation: surveyCitations.longHours,
};

export const capRows = [
  { id: 'selfDirectedMonthly', label: '月45時間超', under: '自律部署' },
  { id: 'selfDirectedAnnual', label: '年360時間超' },
  { id: 'externallyDrivenMonthly', label: '月100時間以上', under: '他律的業務の比重が高い部署' },
  { id: 'average', label: '2–6か月平均80時間超' },
  { id: 'externallyDrivenAnnual', label: '年720時間超' },
  { id: 'monthsOver45', label: '月45時間超が年6回を超える' },
  { id: 'afterTransfer', label: '自律部署への異動後 30時間×月数超' },
  { id: 'article36Monthly', label: '月の協定時間超', under: '36協定' },
  { id: 'article36MonthlyTotal', label: '月100時間以上(休日労働を含む)' },
  { id: 'article36Average', label: '2–6か月平均80時間超(休日労働を含む)' },
  { id: 'article36Annual', label: '年の協定時間超' },
  { id: 'article36MonthsOver', label: '特別条項の回数超' },
] as const satisfies readonly RowLayout[];
export type CapRow = (typeof capRows)[number]['id'];

export const capsExceeded: TableLayout = {
  name: 'capsExceeded',
  title: '上限時間を超えた職員({now})',
  unit: '人',
  rows: capRows,
  columns: [
    now('times', ['延べ'], 'count'),
    now('times.exceptional', ['延べ', 'うち特例業務'], 'count', 'timesExceptional'),
    now('people', ['実人数'], 'count'),
    now('people.exceptional', ['実人数', 'うち特例業務のみ'], 'count', 'peopleExceptional'),
    now('people.notJudged', ['判定できない実人数'], 'count', 'peopleNotJudged'),
  ],
  notes: [
    '※「うち特例業務のみ」は、その上限を超えたのが特例業務によるときだけの職員の数である。',
    '※「判定できない実人数」は、前年度の月が不明なため判定できない期間がある職員の数である。',
  ],
  citation: surveyCitations.capsExceeded,
};

const chain = (heading: string, measure: string): Column[] => [
  now(measure, [heading], 'people'),
  now(`${measure}.share`, [heading, '割合'], 'bracketedShare', `${measure}Share`),
];
const workplaces = (heading: string, measure: string): Column[] => [
  now(measure, [heading], 'count'),
  now(`${measure}.share`, [heading, '割合'], 'bracketedShare', `${measure}Share`),
];

export const stressCheck: TableLayout = {
  name: 'stressCheck',
  title: 'ストレスチェックの実施状況({now})',
  rows: [],
  columns: [
    now('enrolled', ['在籍職員数'], 'people'),
    now('eligible', ['対象職員数'], 'people'),
    ...chain('受検者数', 'taken'),
    ...chain('高ストレス者数', 'highStress'),
    ...chain('面接指導の申出', 'requested'),
    ...chain('面接指導の実施', 'interviewed'),
    now('workplaces', ['事業場数'], 'count'),
    ...workplaces('ストレスチェック 実施事業場数', 'heldAt'),
    ...workplaces('集団分析 実施事業場数', 'analysedAt'),
    ...workplaces('集団分析結果 活用事業場数', 'usedAt'),
  ],
  notes: [
    '※割合は、受検者は対象職員、高ストレス者は受検者、申出は高ストレス者、面接指導の実施は申出に占めるもの。',
    '※事業場の割合は、実施は事業場数、集団分析は実施事業場数、活用は集団分析の実施事業場数に占めるもの。',
  ],
  citation: surveyCitations.stressCheck,
};

/** The yes/no sheet. */
export const systemRows = [
  { id: 'overtimeCaps', label: '時間外勤務の上限規制を例規で定めている' },
  { id: 'exceptionalCaps', label: '原則の上限時間(月45時間・年360時間)以外の例外の上限時間を定めている' },
  { id: 'designation', label: '他律部署を指定している' },
  { id: 'notAllDesignated', label: '他律部署を必要最小限の範囲としている(全ての部署としていない)' },
  { id: 'designationAnnounced', label: '適用される上限時間をあらかじめ職員に周知している' },
  { id: 'causeReviewRule', label: '要因の整理・分析・検証の規定がある' },
  { id: 'causeReviewDone', label: '要因の整理・分析・検証をしている' },
  { id: 'causeRecordMade', label: '個々の職員についての記録を作成している' },
  { id: 'causeRecordUsed', label: '記録を活用している' },
  { id: 'objectiveRecording', label: '勤務時間を職員本人の自己申告のみによらずに把握している' },
  { id: 'guidanceRules', label: '医師による面接指導の例規・指針等を全ての部局で整備している' },
  { id: 'mentalHealthPlan', label: 'メンタルヘルス対策に関する計画等がある' },
  { id: 'harassmentMeasures', label: 'ハラスメントの防止の措置がある' },
] as const satisfies readonly RowLayout[];
export type SystemItem = (typeof systemRows)[number]['id'];

export const systems: TableLayout = {
  name: 'systems',
  title: '制度・運用の状況({date}現在)',
  rows: systemRows,
  columns: [now('answer', ['回答'], 'answer'), now('remedy', ['対応'], 'text'), now('place', ['通知の記載'], 'text')],
  notes: ['※空欄は、前の項目の答えにより問わないもの、又は答えのないものである。'],
  citation: surveyCitations.systems,
};

/** What the text of the notice counts of the same matters, over all organisations. */
export const practiceRows = [
  { id: 'withoutCaps', label: '時間外勤務の上限規制制度が未導入' },
  { id: 'withoutGuidanceRules', label: '面接指導の例規・指針等を整備していない部局を有する' },
  { id: 'selfReportOnly', label: '自己申告のみにより勤務時間を管理' },
  { id: 'withoutCauseReviewRule', label: '要因の整理分析等の規定が未整備' },
  { id: 'withoutCauseRecord', label: '個々の職員についての記録を行っていない' },
  { id: 'withoutRecordUse', label: '記録の活用を行っていない' },
] as const satisfies readonly RowLayout[];
export type PracticeItem = (typeof practiceRows)[number]['id'];

export const practice: TableLayout = {
  name: 'practice',
  title: '通知本文の団体数({date}時点)',
  rows: practiceRows,
  columns: [now('bodies', ['団体数'], 'bodies'), now('bodies.share', ['割合'], 'bracketedShare', 'bodiesShare')],
  notes: [],
  citation: surveyCitations.systems,
};
