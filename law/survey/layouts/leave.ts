import { surveyCitations } from '../citations.ts';
import type { Column, RowLayout, TableLayout } from './types.ts';

/** Leave, childcare and flexible hours. */

const now = (id: string, heading: readonly string[], print: Column['print'], measure = id): Column => ({
  id,
  heading,
  measure,
  of: 'now',
  print,
});

export const annualLeave: TableLayout = {
  name: 'annualLeave',
  title: '年次有給休暇の取得状況',
  rows: [],
  columns: [
    now('people', ['対象職員数'], 'people'),
    now('days', ['平均取得日数(日)'], 'tenths'),
    {
      id: 'days.former',
      heading: ['平均取得日数(日)', '(前年)'],
      measure: 'days',
      of: 'before',
      print: 'formerTenths',
    },
    now('few', ['取得日数が年5日に満たない職員'], 'people'),
    now('few.share', ['取得日数が年5日に満たない職員', '割合'], 'bracketedShare', 'fewShare'),
  ],
  notes: [],
  citation: surveyCitations.annualLeave,
};

const sexes = [
  ['male', '男性職員'],
  ['female', '女性職員'],
  ['total', '計'],
] as const;
const courses = [
  ['new', '新規'],
  ['continued', '継続'],
  ['again', '再度'],
] as const;

const childcareRows: readonly RowLayout[] = sexes.flatMap(([sex, under]) =>
  courses.map(([course, label], position) => ({
    id: `${sex}.${course}`,
    label,
    ...(position === 0 ? { under } : {}),
  })),
);

const sexRows: readonly RowLayout[] = sexes.map(([id, label]) => ({ id, label }));

export const childcare: TableLayout = {
  name: 'childcare',
  title: '育児休業、育児短時間勤務、部分休業の取得状況({now})',
  unit: '人',
  rows: childcareRows,
  columns: [
    now('childcareLeave', ['育児休業'], 'count'),
    now('childcareShortTimeWork', ['育児短時間勤務'], 'count'),
    now('partialChildcareLeave', ['部分休業'], 'count'),
  ],
  notes: [
    '※「新規」は年度中に新たに取得した職員、「継続」は前の年度から引き続き取得している職員、「再度」は年度中に再び取得した職員である。',
  ],
  citation: surveyCitations.childcare,
};

/** Since 2025-10-01 部分休業 has two forms (地公育休法19条). */
export const childcareWithForms: TableLayout = {
  ...childcare,
  columns: [
    ...childcare.columns,
    now('form1', ['部分休業', 'うち第1号部分休業'], 'count'),
    now('form2', ['部分休業', 'うち第2号部分休業'], 'count'),
  ],
  citation: surveyCitations.childcareForms,
};

export const childcareRate: TableLayout = {
  name: 'childcareRate',
  title: '育児休業の取得率({now})',
  rows: sexRows,
  columns: [
    now('eligible', ['新たに育児休業が取得可能となった職員数'], 'people'),
    now('taken', ['うち取得した職員数'], 'people'),
    now('rate', ['取得率'], 'share'),
  ],
  notes: [],
  citation: surveyCitations.childcareRate,
};

/** Bounds in months, each inclusive; the last class has none. */
export const lengthClasses = [
  { id: 'upTo1', label: '1月以下', months: 1 },
  { id: 'upTo3', label: '1月超3月以下', months: 3 },
  { id: 'upTo6', label: '3月超6月以下', months: 6 },
  { id: 'upTo9', label: '6月超9月以下', months: 9 },
  { id: 'upTo12', label: '9月超12月以下', months: 12 },
  { id: 'upTo24', label: '12月超24月以下', months: 24 },
  { id: 'beyond24', label: '24月超', months: null },
] as const;

export const childcareLength: TableLayout = {
  name: 'childcareLength',
  title: '新たに取得した育児休業の期間({now})',
  rows: sexRows,
  columns: [
    now('spans', ['件数'], 'count'),
    ...lengthClasses.flatMap(({ id, label }) => [
      now(id, [label], 'count'),
      now(`${id}.share`, [label, '割合'], 'bracketedShare', `${id}Share`),
    ]),
  ],
  notes: [],
  citation: surveyCitations.childcareRate,
};

const taken = (heading: string, measure: string): Column[] => [
  now(measure, [heading], 'count'),
  now(`${measure}.share`, [heading, '割合'], 'bracketedShare', `${measure}Share`),
];

export const paternity: TableLayout = {
  name: 'paternity',
  title: '配偶者出産休暇及び育児参加のための休暇の取得状況({now})',
  unit: '人',
  rows: [],
  columns: [
    now('eligible', ['新たに育児休業が取得可能となった男性職員数'], 'count'),
    ...taken('配偶者出産休暇を取得した職員数', 'delivery'),
    ...taken('育児参加のための休暇を取得した職員数', 'participation'),
    ...taken('配偶者出産休暇又は育児参加のための休暇を取得した職員数', 'either'),
    ...taken('両休暇を合わせて5日以上取得した職員数', 'fiveDays'),
  ],
  notes: [],
  citation: surveyCitations.paternity,
};

export const leaveUserRows = [
  { id: 'caregiverLeave', label: '介護休暇' },
  { id: 'caregiverTime', label: '介護時間' },
  { id: 'shortCaregiverLeave', label: '短期介護休暇' },
  { id: 'timeOffInLieu', label: '時間外勤務代休時間' },
] as const satisfies readonly RowLayout[];

export const flexibleRows = [
  { id: 'flextime', label: 'フレックスタイム制' },
  { id: 'staggeredHours', label: '早出遅出勤務・時差出勤' },
  { id: 'telework', label: 'テレワーク' },
  { id: 'restBetweenShifts', label: '勤務間のインターバル' },
] as const satisfies readonly RowLayout[];

const userColumns = [
  now('inPlace', ['制度'], 'answer'),
  now('male', ['男性'], 'people'),
  now('female', ['女性'], 'people'),
  now('users', ['計'], 'people'),
  now('users.share', ['計', '在籍職員数に占める割合'], 'bracketedShare', 'usersShare'),
];

export const leaveUsers: TableLayout = {
  name: 'leaveUsers',
  title: '介護休暇等、時間外勤務代休時間の状況({now})',
  rows: leaveUserRows,
  columns: userColumns,
  notes: [],
  citation: surveyCitations.leaveUsers,
};

export const flexibleHours: TableLayout = {
  name: 'flexibleHours',
  title: '多様で柔軟な勤務時間の設定の状況({now})',
  rows: flexibleRows,
  columns: userColumns,
  notes: [],
  citation: surveyCitations.flexibleHours,
};
