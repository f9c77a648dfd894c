import type { Confidence } from '@tokimori/law/decision/citation';

/** Hours of a month or year in minutes, counts of months, minutes of one day. */
export type Unit = 'minutes' | 'count';
/** Of what a figure is told: of a month as it runs, of the year to date, of one day. */
export type Reach = 'month' | 'year' | 'day';

type FigureWords = { readonly title: string; readonly unit: Unit; readonly reach: Reach };

/** The derived figures on which a measure may look. Every one is stored or follows from what is stored; none is typed in. */
export const figures = {
  month: { title: '月の時間外勤務', unit: 'minutes', reach: 'month' },
  monthOrdinary: { title: '月の時間外勤務(特例業務を除く)', unit: 'minutes', reach: 'month' },
  monthExceptional: { title: '月の特例業務', unit: 'minutes', reach: 'month' },
  forecast: { title: '月末の時間外勤務の見込み', unit: 'minutes', reach: 'month' },
  year: { title: '年度の時間外勤務の累計', unit: 'minutes', reach: 'year' },
  yearForecast: { title: '年度末の時間外勤務の累計の見込み', unit: 'minutes', reach: 'year' },
  average: { title: '2〜6か月の平均のうち最も長いもの', unit: 'minutes', reach: 'year' },
  monthsOver45: { title: '年度のうち45時間を超えた月', unit: 'count', reach: 'year' },
  presence: { title: '月の超過在席時間', unit: 'minutes', reach: 'month' },
  presenceThreeMonths: { title: '直近3か月の超過在席時間の累計', unit: 'minutes', reach: 'year' },
  arriveBeforeWork: {
    title: '出勤から、勤務又は命令の始めまでの差(命令のない早出)',
    unit: 'minutes',
    reach: 'day',
  },
  leaveAfterDuty: { title: '勤務終了から退勤までの差(時間外勤務のない日)', unit: 'minutes', reach: 'day' },
  leaveAfterOvertime: { title: '時間外勤務の終わりから退勤までの差', unit: 'minutes', reach: 'day' },
} as const satisfies Readonly<Record<string, FigureWords>>;
export type Figure = keyof typeof figures;
export const figureNames = Object.keys(figures) as readonly Figure[];

/** Who acts, is told or decides. The municipality maps each to posts of its own. */
export const roles = {
  person: '本人',
  subsectionChief: '係長',
  manager: '所属長',
  director: '部長',
  bureauHead: '部局長(区局長)',
  managers: '全所属長',
  laborOffice: '所属の労務担当課',
  hr: '人事課',
  hrDirector: '人事部長',
  generalAffairs: '総務課長',
  health: '健康管理部局',
  viceMayor: '副市長',
  union: '職員組合',
  everyone: '全職員',
} as const;
export type Role = keyof typeof roles;

/** Whose the final approval can become when it moves up: the head of the 部局. */
export const risenTo: ReadonlySet<Role> = new Set(['director', 'bureauHead']);

/** Offices to which an interview is reported: they do not sit in it. */
export const reportedTo: ReadonlySet<Role> = new Set(['laborOffice']);

/** When a measure is looked at. `standing`: what is done every day is told, and never comes to be due. */
export const moments = {
  atOnce: '条件に当てはまった日(月に一度)',
  daily: '条件に当てはまった日ごと',
  onDay: '毎月の決まった日',
  monthEnd: '月の終わり',
  beforeMonth: '前の月の決まった日まで',
  yearStart: '年度の初め',
  standing: '日々の運用として',
} as const;
export type Moment = keyof typeof moments;
/** Moments that are a day of the month. */
export const dayMoments: ReadonlySet<Moment> = new Set(['onDay', 'beforeMonth']);
/** Moments of which nothing is known but what was exceeded: without a condition they would never come. */
export const conditionMoments: ReadonlySet<Moment> = new Set(['atOnce', 'daily']);
/** Moments that come once a year, or never: without a condition they do not fill anybody's list. */
export const rareMoments: ReadonlySet<Moment> = new Set(['yearStart', 'standing']);
/** Moments at which a run of months may be asked for. */
export const lastingMoments: ReadonlySet<Moment> = new Set(['monthEnd', 'atOnce']);

export const subjects = { person: '職員', section: '所属(課)', bureau: '部局', city: '団体全体' } as const;
export type Subject = keyof typeof subjects;
export const staffScopes = { all: '管理職を含む全職員', nonManagers: '管理職を除く職員', managers: '管理職' } as const;
export type StaffScope = keyof typeof staffScopes;
export const departmentScopes = {
  all: 'すべての部署',
  selfDirected: '自律部署',
  externallyDriven: '他律部署',
} as const;
export type DepartmentScope = keyof typeof departmentScopes;
export const comparisons = { above: 'を超える', atLeast: '以上になる' } as const;
export type Comparison = keyof typeof comparisons;

export const listings = { people: '職員ごと', sections: '所属ごとの人数' } as const;
/** What stands on a list: each person, or how many people of each 課, without names. */
export type Listing = keyof typeof listings;

/**
 * What follows: 知らせる、一覧を渡す、通知を送る、承認者が上がる、様式を出す、面談する、会議で検討する、聞き取る、許可を受ける. Nothing here refuses a
 * declaration or an order: it is taken, escalated and judged.
 */
export const deeds = {
  alert: '知らせる',
  list: '一覧を渡す',
  notice: '通知を送る',
  approver: '承認者が上がる',
  form: '様式を出す',
  interview: '面談する',
  meeting: '会議で検討する',
  hearing: '聞き取る',
  permission: '許可を受ける',
} as const;
export type Deed = keyof typeof deeds;

/** Whether an action of a deed has a part: it needs one, it may have one, it has none. */
export type Part = 'needed' | 'possible' | 'none';
/** Which parts an action of a deed has beside what it is about: who does it, to whom, a form, what stands on a list. */
export const deedParts: Readonly<Record<Deed, Readonly<Record<'by' | 'to' | 'form' | 'lists', Part>>>> = {
  alert: { by: 'none', to: 'needed', form: 'none', lists: 'none' },
  list: { by: 'needed', to: 'needed', form: 'possible', lists: 'possible' },
  notice: { by: 'needed', to: 'needed', form: 'possible', lists: 'none' },
  approver: { by: 'needed', to: 'possible', form: 'none', lists: 'none' },
  form: { by: 'needed', to: 'needed', form: 'possible', lists: 'none' },
  interview: { by: 'needed', to: 'needed', form: 'possible', lists: 'none' },
  meeting: { by: 'needed', to: 'needed', form: 'possible', lists: 'none' },
  hearing: { by: 'needed', to: 'needed', form: 'possible', lists: 'none' },
  permission: { by: 'needed', to: 'needed', form: 'possible', lists: 'none' },
};

/** How sure it is that a measure is what its source says. */
export const confidences = { A: '文書で確認', B: '一部で確認', C: '要確認' } as const satisfies Record<
  Confidence,
  string
>;

/** What pages call the members of a measure and of a file of measures. */
export const memberNames = {
  name: '名称',
  about: '説明',
  effectiveFrom: '適用を始める日',
  title: '対策の名前',
  moment: 'いつ',
  day: '日',
  per: 'だれごとに',
  staff: '職員の範囲',
  departments: '部署の範囲',
  when: '条件',
  figure: '数字',
  comparison: '比べ方',
  value: '時間・回数',
  and: 'しかも',
  lasting: '続いた月数',
  follows: 'すること',
  do: '何をするか',
  what: '内容',
  form: '様式',
  lists: '一覧の中身',
  by: 'だれが',
  to: 'だれに',
  due: '期限',
  source: '根拠',
  confidence: '確からしさ',
} as const;
export type Member = keyof typeof memberNames;
