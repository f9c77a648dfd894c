import { hours, type Minutes } from '@tokimori/law/time/minutes';
import { type Check, define, type Group } from '../definition.ts';
import { list, orNone } from '../kinds/composites.ts';
import { choice, duration, percent } from '../kinds/values.ts';

type Category = 'normal' | 'temporary' | 'exceptional' | 'disaster' | 'infection';

/** 目安と注意: what the pages watch beside the caps of the law. */
export type WatchParameters = {
  readonly exceptionalCategories: readonly Category[];
  readonly monthlyGuideline: Minutes | null;
  readonly nearPercent: number;
  readonly restTarget: Minutes;
  readonly externallyDrivenWarnPercent: number;
};

const categoryWords: Readonly<Record<Category, string>> = {
  normal: '通常',
  temporary: '臨時',
  exceptional: '特例業務',
  disaster: '災害',
  infection: '感染症',
};

const checks: readonly Check<WatchParameters>[] = [
  {
    about: ['exceptionalCategories'],
    broken: ({ exceptionalCategories }) =>
      exceptionalCategories.includes('normal')
        ? {
            ja: 'normal(通常)の業務は特例業務になりません。特例業務は、重要で、特に緊急に処理することを要するものに限られます(人事院規則15―14 第16条の2の2第2項)。',
            en: 'Ordinary work is never exceptional work (NPA Rule 15-14, 16-2-2(2)).',
          }
        : undefined,
  },
];

export const watchGroup: Group<WatchParameters> = {
  title: '目安と注意',
  about: '法令の上限とは別に、いつ知らせるか。上限そのもの(45時間など)は法令の数字で、変えられません。',
  used: '使うところ: 画面と取込み・書出し。',
  model: {
    exceptionalCategories: ['exceptional', 'disaster', 'infection'],
    monthlyGuideline: null,
    nearPercent: 80,
    restTarget: hours(11),
    externallyDrivenWarnPercent: 50,
  },
  fields: {
    exceptionalCategories: define('特例業務として数える業務の区分', list(choice(categoryWords), { most: 5 }), [
      '人事院規則15―14 第16条の2の2第2項',
      '任命権者',
      'C',
    ]),
    monthlyGuideline: define(
      '団体が定める月の目安(法令の上限とは別)',
      orNone(duration({ from: 60, through: hours(100) - 1 })),
      ['運用', '人事課', 'C'],
    ),
    nearPercent: define('「注意」を出す割合(上限に対する%)', percent(), ['運用', '人事課', 'C']),
    restTarget: define('勤務間のインターバルの目安', duration({ from: 60, through: hours(24) }), [
      '職職―78(令和6年4月1日)',
      '任命権者',
      'B',
    ]),
    externallyDrivenWarnPercent: define('他律部署の指定が多すぎると知らせる割合(課の数に対する%)', percent(), [
      '総行公第139号(令和5年12月25日)2(2)',
      '人事課',
      'C',
    ]),
  },
  checks,
};
