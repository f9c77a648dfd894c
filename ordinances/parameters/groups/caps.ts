import { modelOvertime, type OvertimeRules } from '@tokimori/law/overtime/rules';
import { define, type Group } from '../definition.ts';
import { choice } from '../kinds/values.ts';

const transferWords = {
  confirmsKind: '異動後の部署だけで判定する',
  counts: '異動として扱う(その月は特定期間、その後は月30時間)',
} as const;

export const capsGroup: Group<OvertimeRules> = {
  title: '時間外勤務の上限の当てはめ',
  about:
    '上限そのもの(月45時間・100時間、年360時間・720時間、平均80時間、6回)は法令の数字です。ここは、規則の読み方が分かれるところだけです。',
  used: '使うところ: 画面の上限の判定。「再度の任用」と「兼務」だけは、命令(tokimori law ask)の入力によります。',
  model: modelOvertime,
  fields: {
    transferOnFirstDayOfYear: define(
      '1年の初日の異動',
      choice<OvertimeRules['transferOnFirstDayOfYear']>(transferWords),
      ['人事院規則15―14 第16条の2の2第1項第1号ロ(例規で要確認)', '規則', 'B'],
    ),
    transferOnFirstDayOfMonth: define(
      '年の途中の、月の初日の異動',
      choice<OvertimeRules['transferOnFirstDayOfMonth']>(transferWords),
      ['大山崎町告示 別表第1(例規で要確認)', '規則', 'C'],
    ),
    reappointment: define(
      '間を空けない再度の任用(再任用、会計年度任用)',
      choice<OvertimeRules['reappointment']>({ continuous: '続けて数える', anew: '新しく数える' }),
      ['運用(例規で要確認)', '任命権者', 'C'],
    ),
    concurrentKind: define(
      '兼務のある月の部署の区分',
      choice<OvertimeRules['concurrentKind']>({ mainPost: '本務の部署による', anyPost: '一つでも他律部署なら他律' }),
      ['職職―328 第10、総行公第139号 2(2)', '任命権者', 'B'],
    ),
  },
  checks: [],
};
