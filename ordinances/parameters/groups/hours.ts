import {
  type FlextimeRules,
  type HoursRules,
  modelHours,
  type ShiftChoice,
  type StaggeredRules,
} from '@tokimori/law/hours/rules';
import { hours } from '@tokimori/law/time/minutes';
import { type Check, define, type Group, ordered, sameAs, usedByCommands } from '../definition.ts';
import { list, record, span } from '../kinds/composites.ts';
import { choice, count, duration, flag, text } from '../kinds/values.ts';

const pointOfDay = duration({ from: 0, through: hours(24) });
const ofDay = duration({ from: 0, through: hours(24) });
const pause = span(hours(48));
const shift = record<ShiftChoice>(
  {
    name: text(20),
    from: pointOfDay,
    until: duration({ from: 0, through: hours(48) }),
    breaks: list(pause, { most: 6 }),
  },
  ({ name, from, until, breaks }) =>
    `${name} ${pause.says({ from, until })}${breaks.length === 0 ? '' : `(休憩 ${breaks.map(pause.says).join('、')})`}`,
);

const whoMay = { childOrCare: '子の養育・介護の職員', anyone: '希望する職員すべて' } as const;

const shiftLength = ({ from, until, breaks }: ShiftChoice) =>
  until - from - breaks.reduce((sum, each) => sum + each.until - each.from, 0);

const checks: readonly Check<HoursRules>[] = [
  ordered(['flextime.bandFrom', 'flextime.bandUntil'], ({ flextime: f }) => [f.bandFrom, f.bandUntil], 'lessThan'),
  {
    about: ['flextime.core', 'flextime.bandFrom', 'flextime.bandUntil'],
    broken: ({ flextime: { core, bandFrom, bandUntil } }) =>
      core.length === 0 || (bandFrom <= core.from && core.until <= bandUntil)
        ? undefined
        : {
            ja: 'コアタイムを置く時間帯は、勤務できる時間帯の中に収めます。',
            en: 'The window of the core must lie inside the band.',
          },
  },
  {
    about: ['flextime.core'],
    broken: ({ flextime: { core } }) =>
      core.length === 0 || core.from + core.length <= core.until
        ? undefined
        : {
            ja: 'コアタイムの長さが、置く時間帯(from〜until)より長くなっています。',
            en: 'The core is longer than the window it lies in.',
          },
  },
  ordered(['flextime.minPerDay', 'flextime.maxPerDay'], ({ flextime: f }) => [f.minPerDay, f.maxPerDay], 'atMost'),
  ordered(['fullDay', 'fullWeek'], ({ fullDay, fullWeek }) => [fullDay, fullWeek], 'atMost'),
  {
    about: ['staggered.shifts', 'fullDay'],
    broken: ({ staggered, fullDay }) => {
      const wrong = staggered.shifts.find(
        (one) =>
          shiftLength(one) !== fullDay ||
          one.breaks.some(({ from, until }) => from <= one.from || until >= one.until || from >= until),
      );
      return wrong === undefined
        ? undefined
        : {
            ja: `「${wrong.name}」は、途中の休憩を除いて1日の勤務時間(${ofDay.says(fullDay)})と同じ長さにします。`,
            en: `The shift ${wrong.name} must last a full day (${ofDay.says(fullDay)}) without its breaks, which lie inside it.`,
          };
    },
  },
];

export const hoursGroup: Group<HoursRules> = {
  title: '正規の勤務時間とフレックス',
  about: 'フルタイムの勤務時間、フレックスタイム制、早出遅出・時差出勤、勤務間のインターバル。',
  used: usedByCommands,
  model: modelHours,
  fields: {
    fullDay: define('フルタイムの1日の勤務時間', duration({ from: hours(4), through: hours(8) }), [
      '勤務時間条例(準則)第2条・第3条(上限は労働基準法32条)',
      '条例',
      'A',
    ]),
    fullWeek: define('フルタイムの1週間の勤務時間', duration({ from: hours(20), through: hours(40) }), [
      '勤務時間条例(準則)第2条(上限は労働基準法32条)',
      '条例',
      'A',
    ]),
    simultaneousBreakExempt: define(
      '一斉休憩の例外(官公署など法律で除かれる事業場のほか)',
      flag('条例で除いている', '除いていない'),
      ['労働基準法第34条第2項ただし書', '条例', 'B'],
    ),
    flextime: {
      title: 'フレックスタイム制',
      fields: {
        period: define(
          '単位期間',
          choice<FlextimeRules['period']>({
            oneWeek: '1週間',
            twoWeeks: '2週間',
            threeWeeks: '3週間',
            fourWeeks: '4週間',
            calendarMonth: '1か月(暦月)',
          }),
          ['勤務時間法第6条第3項、労働基準法第32条の2', '条例', 'A'],
        ),
        bandFrom: define('勤務できる時間帯の始まり', pointOfDay, ['職職―328(5時から22時)', '規則', 'B']),
        bandUntil: define('勤務できる時間帯の終わり', pointOfDay, ['職職―328(5時から22時)', '規則', 'B']),
        core: define(
          'コアタイム(長さ0:00はなし)',
          record<FlextimeRules['core']>(
            { length: ofDay, from: pointOfDay, until: pointOfDay },
            ({ length, from, until }) =>
              length === 0 ? 'なし' : `${ofDay.says(from)}〜${ofDay.says(until)}のうち連続する${ofDay.says(length)}`,
          ),
          ['人事院規則15―14 第3条(令和5年4月1日から2〜4時間、9時〜16時)', '規則', 'B'],
        ),
        minPerDay: define('1日の最短の勤務時間', ofDay, ['人事院規則15―14 第3条(令和5年4月1日から2時間)', '規則', 'B']),
        maxPerDay: define('1日の最長の勤務時間', ofDay, ['定めなし(勤務できる時間帯の長さ)', '規則', 'C']),
        exemptDaysPerWeek: define('コアタイムと最短時間を免除する日(1週間に)', count('日', { from: 0, through: 5 }), [
          '人事院規則15―14 第3条(令和5年4月1日)',
          '規則',
          'B',
        ]),
        zeroDay: define(
          '勤務時間を割り振らない日(選択的週休3日)を使える職員',
          choice<FlextimeRules['zeroDay']>({ none: 'いない', ...whoMay }),
          ['勤務時間法第6条第4項(令和7年4月1日)', '条例', 'A'],
        ),
        zeroDaysPerWeek: define('勤務時間を割り振らない日(1週間に)', count('日', { from: 0, through: 3 }), [
          '勤務時間法第6条第4項(令和7年4月1日)',
          '条例',
          'A',
        ]),
        deadlineDays: define('申告の期限(単位期間の何日前)', count('日', { from: 0, through: 62 }), [
          '運用(大阪市 1か月前)',
          '規則',
          'C',
        ]),
        step: define('割り振る時間の刻み', duration({ from: 1, through: 60 }), ['職職―328(15分)', '規則', 'C']),
        leaveDayStandard: define(
          '休暇・休日の1日分の時間',
          choice<FlextimeRules['leaveDayStandard']>({
            allotted: 'その日に割り振られた時間',
            fullDay: '1日の勤務時間(7:45など)',
          }),
          ['労働基準法第32条の2、中種子町規則(7:45)', '規則', 'B'],
        ),
      },
    },
    rest: {
      title: '勤務間のインターバル',
      fields: {
        target: define(
          '確保をめざす時間',
          duration({ from: 60, through: hours(24) }),
          ['職職―78(令和6年4月1日、11時間)', '任命権者', 'A'],
          sameAs('restTarget'),
        ),
        daysPerWeek: define('毎日が難しいときにめざす日数(1週間に。7は毎日)', count('日', { from: 1, through: 7 }), [
          '職職―78(週3日以上の例)',
          '任命権者',
          'A',
        ]),
        adopted: define('確保の努力義務を団体の定めに置いたか', flag('置いた', '置いていない'), [
          '人事院規則15―14 第1条の2(令和6年4月1日)',
          '規則',
          'A',
        ]),
      },
    },
    staggered: {
      title: '早出遅出・時差出勤',
      fields: {
        shifts: define('選べる勤務時間', list(shift, { most: 30, empty: 'なし', sameBy: 'name' }), [
          '勤務時間条例(準則)第8条の2、要綱',
          '任命権者',
          'C',
        ]),
        offeredTo: define('使える職員', choice<StaggeredRules['offeredTo']>(whoMay), [
          '勤務時間条例(準則)第8条の2、要綱',
          '規則',
          'B',
        ]),
        deadlineDays: define('申出の期限(始める日の何日前)', count('日', { from: 0, through: 62 }), [
          '運用',
          '人事課',
          'C',
        ]),
      },
    },
    partTimeWeeklyLimit: define(
      'パートタイム会計年度任用職員の、週の勤務時間(フルタイムの分)を超えた時間',
      flag('125/100とする', '1日の勤務時間だけで分ける'),
      ['給与条例(会計年度任用職員の報酬)', '条例', 'B'],
    ),
  },
  checks,
};
