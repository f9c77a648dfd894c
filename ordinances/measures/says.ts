import { formatDuration } from '@tokimori/law/time/minutes';
import { isExpected } from './expected.ts';
import { type Action, type Measure, type MeasureSet, sayCondition, sayDue } from './measure.ts';
import {
  type Deed,
  departmentScopes,
  type Figure,
  figures,
  type Moment,
  moments,
  type Role,
  reportedTo,
  roles,
  staffScopes,
  subjects,
} from './vocabulary.ts';

const named = (some: readonly Role[]): string => some.map((role) => roles[role]).join('・');

/** 「本人と面談する」; where the interview is reported: 「本人と面談し、所属の労務担当課に報告する」. */
function sayInterview(to: readonly Role[]): string {
  const told = to.filter((role) => reportedTo.has(role));
  const met = `${named(to.filter((role) => !reportedTo.has(role)))}と面談`;
  return told.length === 0 ? `${met}する` : `${met}し、${named(told)}に報告する`;
}

/** What is done, each deed in its own sentence. */
const sentences: Readonly<Record<Deed, (what: string, by: string, to: string, roles: readonly Role[]) => string>> = {
  alert: (what, _, to) => `${to}に知らせる(${what})`,
  list: (what, by, to) => `${by}が${to}へ「${what}」を渡す`,
  notice: (what, by, to) => `${by}が${to}へ「${what}」を送る`,
  approver: (what, by) => `${by}が承認者になる(${what})`,
  form: (what, by, to) => `${by}が${to}へ「${what}」を出す`,
  interview: (what, by, _, to) => `${by}が${sayInterview(to)}(${what})`,
  meeting: (what, by, to) => `${by}が会議を開き、${to}と話し合う(${what})`,
  hearing: (what, by, to) => `${by}が${to}から聞き取る(${what})`,
  permission: (what, by, to) => `${by}が${to}の許可を受ける(${what})`,
};

/** The value of a figure with its unit: 「3回」, or hours and minutes. */
export const sayValue = (figure: Figure, value: number): string =>
  figures[figure].unit === 'count' ? `${value}回` : formatDuration(value);

/** 「所属長が人事課へ「時間外勤務状況報告書」を出す」. */
export const sayDeed = ({ do: deed, what, by, to }: Pick<Action, 'do' | 'what' | 'by' | 'to'>): string =>
  sentences[deed](what, named(by), named(to), to);

/** 「翌月の末日までに、所属長が人事課へ「時間外勤務状況報告書」を出す」. */
export function sayAction(action: Action, moment?: Moment): string {
  const { due } = action;
  const when = due === null ? '' : `${sayDue(due, moment === 'beforeMonth' ? 1 : 0)}に、`;
  return `${when}${sayDeed(action)}`;
}

/** From where it is known what a month to come brings; other figures are not known before it. */
function sayExpected(when: Measure['when']): string {
  const expected = when.filter(isExpected);
  if (expected.length === 0) return '(前もって分からないので、過去の月で試すときだけ数えます)';
  return expected.every(({ figure }) => figure === 'monthExceptional')
    ? '(見込みは、届け出た時間と命じた時間の大きいほう)'
    : '(見込みは、届け出た時間、命じた時間、その月のこれまでの進み方、年度の月平均から出します)';
}

/** When and for whom, in one sentence. */
export function sayOccasion({ moment, day, per, staff, departments, when, lasting }: Measure): string {
  const foresees = moment === 'beforeMonth' && when.some(isExpected);
  const on = day === null ? '' : `${day === 31 ? '末日' : `${day}日`}`;
  const time = moment === 'onDay' ? `毎月${on}` : moment === 'beforeMonth' ? `前の月の${on}までに` : moments[moment];
  const who = [staffScopes[staff], ...(departments === 'all' ? [] : [departmentScopes[departments]])].join('、');
  const whose = per === 'city' ? '団体全体で' : `${subjects[per]}ごとに`;
  if (moment === 'standing') return `${time}、${whose}(${who})。予定は作りません`;
  const condition =
    when.length === 0 ? '条件なし' : `${when.map(sayCondition).join('か、')}${foresees ? '見込みの' : ''}とき`;
  const apart = moment === 'beforeMonth' && when.length > 0 ? sayExpected(when) : '';
  const run =
    lasting === undefined
      ? ''
      : `。${lasting === 1 ? '初めの月' : `${lasting}か月続いた月`}に一度だけ(続く間は繰り返さない)`;
  return `${time}、${whose}(${who})。${condition}${apart}${run}`;
}

/** A measure as lines that a 人事課 reads: title, occasion, what follows, source. */
export function sayMeasure(measure: Measure): readonly string[] {
  return [
    measure.title,
    `  いつ: ${sayOccasion(measure)}`,
    ...measure.follows.map((action) => `  すること: ${sayAction(action, measure.moment)}`),
    `  根拠: ${measure.source}(${measure.confidence})`,
  ];
}

/** A whole practice. */
export const saySet = ({ name, about, measures }: MeasureSet): readonly string[] => [
  `${name}: ${about}`,
  ...measures.flatMap((measure, at) => ['', ...sayMeasure({ ...measure, title: `${at + 1}. ${measure.title}` })]),
];
