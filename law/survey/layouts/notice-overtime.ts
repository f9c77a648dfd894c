import { surveyCitations } from '../citations.ts';
import type { Column, ColumnYear, RowLayout, TableLayout } from './types.ts';

/** Groups of the overtime tables: the whole first. */
export const overtimeGroups: readonly RowLayout[] = [
  { id: 'all', label: '全体' },
  { id: 'prefecture', label: '都道府県' },
  { id: 'designatedCity', label: '指定都市' },
  { id: 'municipality', label: '市区町村' },
];

const populationNote =
  '※調査対象は、警察部門、消防部門及び教育委員会以外の部門に属する職員のうち、管理監督職員(管理職手当を支給される職及びこれに準じる職として条例で定める職に任用されている職員)を除いた職員である。';
const averageNote =
  '※「時間(年)」は、対象団体における時間外勤務の年間総時間数を、「平均職員数(対象団体の各月の職員数を足し上げた数を12で除したもの)」で除したもの(小数点第2位を四捨五入)。';

function series(measure: string, label: string): Column[] {
  const years: readonly ColumnYear[] = ['twoBefore', 'before', 'now'];
  return [
    ...years.map((of): Column => ({ id: of, heading: [`{${of}}`, label], measure, of, print: 'tenths' })),
    { id: 'change', heading: ['{span} 増減', `(${label})`], measure, of: 'change', print: 'tenthsChange' },
  ];
}

export const averageYear: TableLayout = {
  name: 'averageYear',
  title: 'ア) 地方公務員の平均時間外勤務時間数(直近3年分) 時間外勤務時間(年間)',
  unit: '時間',
  rows: overtimeGroups,
  columns: series('yearHours', '時間(年)'),
  notes: [populationNote, averageNote],
  citation: surveyCitations.average,
};

export const averageMonth: TableLayout = {
  name: 'averageMonth',
  title: 'ア) 地方公務員の平均時間外勤務時間数(直近3年分) 時間外勤務時間(月間)',
  unit: '時間',
  rows: overtimeGroups,
  columns: series('monthHours', '時間(月)'),
  notes: [populationNote],
  citation: surveyCitations.average,
};

const classes = [
  ['over45', '45時間超'],
  ['between', '45時間超100時間未満'],
  ['above', '100時間以上'],
] as const;

/** A count with its share under it. */
function withShare(measure: string, heading: readonly string[], of: 'before' | 'now'): Column[] {
  return [
    { id: `${of}.${measure}`, heading, measure, of, print: 'count' },
    {
      id: `${of}.${measure}.share`,
      heading: [...heading, '割合'],
      measure: `${measure}Share`,
      of,
      print: 'bracketedShare',
    },
  ];
}

const ofYear = (of: 'before' | 'now'): Column[] => [
  ...withShare('personMonths', [`{${of}}`, '調査対象延べ人数(年間)'], of),
  ...classes.flatMap(([measure, label]) => withShare(measure, [`{${of}}`, label], of)),
];

export const longHours: TableLayout = {
  name: 'longHours',
  title: 'イ) 時間外勤務の時間数が月45時間を超える職員数及び職員割合(直近2年分)',
  unit: '人',
  rows: overtimeGroups,
  columns: [
    ...ofYear('before'),
    ...ofYear('now'),
    ...classes.flatMap(([measure, label]): Column[] => [
      { id: `change.${measure}`, heading: ['{span} 増減', label], measure, of: 'change', print: 'countChange' },
      {
        id: `change.${measure}.share`,
        heading: ['{span} 増減', label, '割合'],
        measure: `${measure}Share`,
        of: 'change',
        print: 'pointChange',
      },
    ]),
  ],
  notes: [
    '※「調査対象延べ人数(年間)」は、各月の職員数を12か月分合算したものである。',
    '※「45時間超」、「45時間超100時間未満」及び「100時間以上」欄の上段は、それぞれの区分に該当する職員数である。',
    '※同欄の下段は、「調査対象延べ人数(年間)」に占めるそれぞれの区分に該当する職員の割合である。',
  ],
  citation: surveyCitations.longHours,
};
