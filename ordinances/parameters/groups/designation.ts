import { type DesignationRules, modelDesignation } from '@tokimori/law/designation/rules';
import { define, type Group, sameAs, usedByCommands } from '../definition.ts';
import { orNone, record } from '../kinds/composites.ts';
import { choice, count, flag, percent } from '../kinds/values.ts';

type MonthlyReview = NonNullable<DesignationRules['monthlyReview']>;
const reviewMonths = count('か月', { from: 1, through: 6 });
const reviewDay = count('日', { from: 1, through: 28 });

export const designationGroup: Group<DesignationRules> = {
  title: '他律部署の指定と特例業務',
  about: '他律的業務の比重が高い部署の指定、事前の周知、上限を超えたときの記録と検証。',
  used: usedByCommands,
  model: modelDesignation,
  fields: {
    scope: define('指定の単位', choice<DesignationRules['scope']>({ department: '課・室など', task: '業務ごと' }), [
      '職職―328 第10、総務省事例集(うきは市)',
      '規則',
      'A',
    ]),
    warnPercent: define(
      '指定が多すぎると知らせる割合(課の数に対する%)',
      percent(),
      ['総行公第139号(令和5年12月25日)2(2)', '人事課', 'C'],
      sameAs('externallyDrivenWarnPercent'),
    ),
    noticeBefore: define(
      '適用される上限の周知の期限',
      choice<DesignationRules['noticeBefore']>({ month: '適用される月の前まで', day: '適用される日の前まで' }),
      ['総行公第139号 2(2)、職職―328 第10', '任命権者', 'B'],
    ),
    retroactiveWithReason: define('さかのぼる指定', flag('理由を書けば認める', '認めない'), [
      '総行公第139号 2(2)(事後の指定は不適切)',
      '任命権者',
      'B',
    ]),
    changingMonth: define(
      '部署の区分が変わる月の扱い',
      choice<DesignationRules['changingMonth']>({
        externallyDriven: '他律部署の月とする',
        lastDay: '月の末日の区分による',
      }),
      ['大山崎町告示 別表第1', '規則', 'B'],
    ),
    confirmationDays: define(
      '健康状態の確認が有効な日数(100時間・平均80時間を超える命令の前)',
      count('日', { from: 1, through: 92 }),
      ['職職―99(令和7年3月31日)', '任命権者', 'C'],
    ),
    priorNoticeDay: define('特例業務の事前届出の期限(前の月の日)', count('日', { from: 1, through: 28 }), [
      '総務省事例集(練馬区 前月20日)',
      '任命権者',
      'A',
    ]),
    monthlyReview: define(
      '上限を超えた月の要因の整理・分析・検証を年より早く行う期限',
      orNone(
        record<MonthlyReview>(
          { monthsAfter: reviewMonths, day: reviewDay },
          ({ monthsAfter, day }) => `${monthsAfter}か月後の${day}日`,
        ),
        '年の期限だけ',
      ),
      ['人事院規則15―14 第16条の2の2第3項、総務省事例集(練馬区 翌々月20日)', '任命権者', 'A'],
    ),
  },
  checks: [],
};
