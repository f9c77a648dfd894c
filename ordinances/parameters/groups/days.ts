import { hours, type Minutes } from '@tokimori/law/time/minutes';
import { lengthOfSpan, type Span } from '@tokimori/law/time/spans';
import { type Check, define, type Group } from '../definition.ts';
import { list, NONE, optional, record, span } from '../kinds/composites.ts';
import { count, duration, monthDay, text, weekday } from '../kinds/values.ts';

type Allotment = { readonly hours: Span; readonly breaks: readonly Span[] };
type Anniversary = { readonly on: string; readonly name: string; readonly from?: number | undefined };

/** 日と勤務時間: on which days and in which hours people work. Minutes; `MM-DD` days of the year; weekdays 0 = Sunday. */
export type DayParameters = {
  readonly yearStartMonth: number;
  readonly dayBoundary: Minutes;
  readonly allotment: Allotment;
  readonly weeklyDaysOff: readonly number[];
  /** First and last day, both inclusive; may cross the end of the year. */
  readonly yearEndClosing: { readonly from: string; readonly through: string };
  readonly anniversaries: readonly Anniversary[];
};

const MIDNIGHT = hours(24);
const daySpan = span(hours(48));

/** Length of the allotted hours without their breaks. */
export const allottedLength = ({ hours: whole, breaks }: Allotment): Minutes =>
  lengthOfSpan(whole) - breaks.reduce((sum, pause) => sum + lengthOfSpan(pause), 0);

/** 労働基準法34条1項: 45 minutes over six hours, an hour over eight. */
const demandedBreak = (work: Minutes): Minutes => (work > hours(8) ? 60 : work > hours(6) ? 45 : 0);

const checks: readonly Check<DayParameters>[] = [
  {
    about: ['allotment'],
    broken: ({ allotment }) =>
      allotment.hours.from < allotment.hours.until && lengthOfSpan(allotment.hours) <= MIDNIGHT
        ? undefined
        : {
            ja: '勤務時間は、始まりが終わりより前で、24時間以内にします。',
            en: 'The hours must begin before they end, and last 24 hours at most.',
          },
  },
  {
    about: ['allotment.breaks', 'allotment'],
    broken: ({ allotment: { hours: whole, breaks } }) => {
      const inside = breaks.every(({ from, until }) => whole.from < from && from < until && until < whole.until);
      const ascending = breaks.every(({ from }, at) => at === 0 || from > (breaks[at - 1]?.until ?? 0));
      return inside && ascending
        ? undefined
        : {
            ja: '休憩は、勤務時間の途中に、早い順に、重ならないように書きます(労働基準法34条1項「労働時間の途中に」)。',
            en: 'Breaks lie inside the hours, in order, and do not overlap.',
          };
    },
  },
  {
    about: ['allotment.breaks', 'allotment'],
    broken: ({ allotment }) => {
      const rest = allotment.breaks.reduce((sum, pause) => sum + lengthOfSpan(pause), 0);
      const work = allottedLength(allotment);
      return rest >= demandedBreak(work)
        ? undefined
        : {
            ja: `勤務時間が6時間を超えるときは45分以上、8時間を超えるときは60分以上の休憩が要ります(労働基準法34条1項)。いまの休憩は${rest}分です。`,
            en: `Over six hours of work a break of 45 minutes is needed, over eight 60 (Labor Standards Act 34(1)); it is ${rest}.`,
          };
    },
  },
  {
    about: ['dayBoundary', 'allotment'],
    broken: ({ dayBoundary, allotment }) =>
      dayBoundary <= allotment.hours.from
        ? undefined
        : {
            ja: '日の区切りは、勤務時間の始まりより後にはできません(出勤の打刻が前日に入ります)。',
            en: 'The day boundary must not be after the start of the hours.',
          },
  },
];

export const dayGroup: Group<DayParameters> = {
  title: '日と勤務時間',
  about: 'いつが勤務の日で、何時から何時までが正規の勤務時間か。',
  used: '使うところ: 画面と取込み・書出し。',
  model: {
    yearStartMonth: 4,
    dayBoundary: hours(5),
    allotment: { hours: { from: 510, until: 1035 }, breaks: [{ from: 720, until: 780 }] },
    weeklyDaysOff: [0, 6],
    yearEndClosing: { from: '12-29', through: '01-03' },
    anniversaries: [],
  },
  fields: {
    yearStartMonth: define('上限を数える1年の始まりの月', count('月', { from: 1, through: 12 }), [
      '職職―328 第10(1年は4月1日から)',
      '任命権者',
      'A',
    ]),
    dayBoundary: define('日の区切り(これより前の打刻は前日の勤務に入れる)', duration({ from: 0, through: hours(12) }), [
      '運用',
      '人事課',
      'C',
    ]),
    allotment: define(
      '正規の勤務時間の割振りと休憩',
      record<Allotment>(
        { hours: daySpan, breaks: list(daySpan, { most: 6 }) },
        ({ hours: whole, breaks }) =>
          `${daySpan.says(whole)}${breaks.length === 0 ? '' : `(休憩 ${breaks.map(daySpan.says).join('、')})`}`,
      ),
      ['勤務時間条例(準則)第2条・第3条・第6条', '任命権者', 'A'],
    ),
    weeklyDaysOff: define('週休日(0は日曜日)', list(weekday, { least: 1, most: 6, between: '・' }), [
      '勤務時間条例(準則)第3条',
      '条例',
      'A',
    ]),
    yearEndClosing: define(
      '年末年始の休日',
      record<DayParameters['yearEndClosing']>(
        { from: monthDay, through: monthDay },
        ({ from, through }) => `${monthDay.says(from)}〜${monthDay.says(through)}`,
      ),
      ['勤務時間条例(準則)第9条', '条例', 'A'],
    ),
    anniversaries: define(
      'その団体だけの休日(慰霊の日など)',
      list(
        record<Anniversary>(
          { on: monthDay, name: text(40), from: optional(count('年', { from: 1948, through: 2099 })) },
          ({ on, name, from }) => `${monthDay.says(on)} ${name}${from === undefined ? '' : `(${from}年から)`}`,
        ),
        { most: 30, empty: NONE },
      ),
      ['休日を定める条例', '条例', 'A'],
    ),
  },
  checks,
};
