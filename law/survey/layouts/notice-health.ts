import { surveyCitations } from '../citations.ts';
import type { Column, RowLayout, TableLayout } from './types.ts';

/** Groups of the health tables: the sum last, 一部事務組合等 outside it. */
export const healthGroups = (under: string): readonly RowLayout[] => [
  { id: 'prefecture', label: '都道府県' },
  { id: 'designatedCity', label: '指定都市' },
  { id: 'city', label: '市区' },
  { id: 'town', label: '町村' },
  { id: 'total', label: '合計' },
  { id: 'union', label: '一部事務組合等', under },
];

const roundingNote = '端数処理のため、合計が100%とならない場合がある。';

/** A state of the guidance rules, and in brackets that of the year before. */
function state(measure: string, heading: string): Column[] {
  return [
    { id: measure, heading: [heading], measure, of: 'now', print: 'share' },
    { id: `${measure}.former`, heading: [heading, '(前年度)'], measure, of: 'before', print: 'bracketedShare' },
  ];
}

const withoutHeading = '参考1 {date}時点で未整備(①+②)の団体数及び割合(※)';

export const arrangements: TableLayout = {
  name: 'arrangements',
  title: 'ア) 面接指導の強化に係る例規・指針等の団体区分別(部局ごと)整備状況の割合({date}現在)',
  rows: healthGroups('(参考2)'),
  columns: [
    ...state('arrangedShare', '{date}時点で整備済み'),
    ...state('withinYearShare', '{next}中に整備予定(①)'),
    ...state('undecidedShare', '整備時期未定(②)'),
    { id: 'without', heading: [withoutHeading], measure: 'without', of: 'now', print: 'bodies' },
    {
      id: 'without.former',
      heading: [withoutHeading, '(前年度)'],
      measure: 'without',
      of: 'before',
      print: 'formerBodies',
    },
    { id: 'withoutShare', heading: [withoutHeading, '割合'], measure: 'withoutShare', of: 'now', print: 'share' },
    {
      id: 'withoutShare.former',
      heading: [withoutHeading, '割合', '(前年度)'],
      measure: 'withoutShare',
      of: 'before',
      print: 'bracketedShare',
    },
  ],
  notes: [
    `(注1)${roundingNote}`,
    '(注2)同一部局内で整備ができない部門がある場合には、整備していない部局として計上している。',
    '(注3)「参考1」は例規・指針等を未整備である部局を有する団体の数で、割合は団体の数に占めるものである。',
    '(注4)()内の数字は前年度の数字を示している。',
  ],
  citation: surveyCitations.arrangements,
};

const due = '医師による面接指導の対象となる要件に該当した職員';
const held = 'うち実際に医師による面接指導が行われた職員';

const interviewYear = (of: 'before' | 'now'): Column[] => [
  { id: `${of}.due`, heading: [`{${of}}`, due], measure: 'due', of, print: 'people' },
  { id: `${of}.held`, heading: [`{${of}}`, held], measure: 'held', of, print: 'people' },
  { id: `${of}.held.share`, heading: [`{${of}}`, held, '割合'], measure: 'heldShare', of, print: 'bracketedShare' },
];

export const interviews: TableLayout = {
  name: 'interviews',
  title: 'イ) 医師による面接指導の実施状況({now})',
  rows: healthGroups('(参考)'),
  columns: [
    ...interviewYear('before'),
    ...interviewYear('now'),
    { id: 'change.due', heading: ['{span} 増減', due], measure: 'due', of: 'change', print: 'peopleChange' },
    { id: 'change.held', heading: ['{span} 増減', held], measure: 'held', of: 'change', print: 'peopleChange' },
    {
      id: 'change.held.share',
      heading: ['{span} 増減', held, '割合'],
      measure: 'heldShare',
      of: 'change',
      print: 'pointChange',
    },
  ],
  notes: [
    '(注1)職員数は{now}の延べ人数である(ウについても同じ。)。',
    `(注2)()内の%については、「${due}」に占める割合である。`,
  ],
  citation: surveyCitations.interviews,
};

const reasonHeadings = [
  ['foundUnneeded', '面接指導を受ける必要がないと医師が判断した(※)'],
  ['declined', '職員に対し、面接指導を受けることを通知・勧奨したが、反応が無かった又は職員自身が必要ないと判断した'],
  ['tooBusy', '職員が業務多忙で面接時間を確保できなかった'],
  ['other', 'その他(記録のないものを含む)'],
] as const;

const reasonColumns = (many: number): Column[] => [
  {
    id: 'missing',
    heading: ['医師による面接指導が行われなかった職員'],
    measure: 'missing',
    of: 'now',
    print: 'people',
  },
  ...reasonHeadings.slice(0, many).flatMap(([measure, heading]): Column[] => [
    { id: measure, heading: [heading], measure, of: 'now', print: 'people' },
    {
      id: `${measure}.share`,
      heading: [heading, '割合'],
      measure: `${measure}Share`,
      of: 'now',
      print: 'bracketedShare',
    },
  ]),
];

const reasonNotes = [
  '(注1)(※)労働安全衛生規則の規定により、時間外勤務時間算定の期日前1か月以内に面接指導を受けた職員などについて、面接指導を受ける必要がないと医師が判断した場合は、面接指導を行わないことが認められている。',
  '(注2)()内の%については、「医師による面接指導が行われなかった職員」に占める割合を示している。',
];

export const reasons: TableLayout = {
  name: 'reasons',
  title: 'ウ) 医師による面接指導が行われなかった職員のうちその主な理由({now})',
  rows: healthGroups('(参考)'),
  columns: reasonColumns(3),
  notes: reasonNotes,
  citation: surveyCitations.reasons,
};

/** The product's own sheet: the same with the rest, so that it adds up. */
export const reasonsAll: TableLayout = {
  ...reasons,
  name: 'reasonsAll',
  title: '医師による面接指導が行われなかった理由(全区分、{now})',
  columns: reasonColumns(4),
};

const absenceYear = (of: 'before' | 'now'): Column[] => [
  { id: `${of}.enrolled`, heading: [`{${of}}`, '(参考)在籍職員数'], measure: 'enrolled', of, print: 'people' },
  { id: `${of}.absent`, heading: [`{${of}}`, '休務者数'], measure: 'absent', of, print: 'people' },
  {
    id: `${of}.absent.share`,
    heading: [`{${of}}`, '休務者数', '割合'],
    measure: 'absentShare',
    of,
    print: 'bracketedShare',
  },
];

export const absences: TableLayout = {
  name: 'absences',
  title: 'メンタルヘルス不調による休務者の状況',
  rows: healthGroups('(参考)'),
  columns: [
    ...absenceYear('before'),
    ...absenceYear('now'),
    { id: 'change.absent', heading: ['{span} 増減'], measure: 'absent', of: 'change', print: 'peopleChange' },
    {
      id: 'change.absent.share',
      heading: ['{span} 増減', '割合'],
      measure: 'absentShare',
      of: 'change',
      print: 'pointChange',
    },
  ],
  notes: [
    '(注1)原則として、{now}中にメンタルヘルス不調により引き続いて30日以上又は1か月以上の期間、病気休暇を取得し、又は休職した職員を休務者として計上している。',
    '(注2)年度ではなく暦年の休務者数を計上している団体がある。',
    '(注3){before}から引き続いて休務した者及び{now}中に退職した者も含んでいる。',
    '(注4)在籍職員数は、ストレスチェックの実施状況等で調査した在籍職員数を引用している。',
    '(注5)()内の%については、「在籍職員数」に占める割合を示している。',
  ],
  citation: surveyCitations.absences,
};
