import type { SpecialDays } from '@tokimori/law/leave/special-days';
import { define, type Section } from '../definition.ts';
import { orNone } from '../kinds/composites.ts';
import { count } from '../kinds/values.ts';

const given = count('日', { from: 1, through: 60 });
const orAbsent = orNone(given, '設けない');
const ground = ['人事院規則15―14 第22条', '規則', 'B'] as const;

/** 特別休暇: days by kind. */
export const specialDaysSection: Section<SpecialDays> = {
  title: '特別休暇の日数',
  fields: {
    volunteer: define('ボランティア休暇(1年)', orAbsent, ground),
    marriage: define('結婚休暇(1回)', orAbsent, ground),
    fertility: define('出生サポート休暇(1年)', orAbsent, ground),
    fertilityAssisted: define('出生サポート休暇(体外受精・顕微授精のとき、1年)', orAbsent, ground),
    spouseBirth: define('配偶者出産休暇(1回)', orAbsent, ground),
    fatherhood: define('育児参加のための休暇(1回)', orAbsent, ground),
    sickChild: define('子の看護等休暇(子1人、1年)', given, [
      '人事院規則15―14 第22条、育児・介護休業法第16条の2',
      '規則',
      'B',
    ]),
    sickChildTwo: define('子の看護等休暇(子2人以上、1年)', given, [
      '人事院規則15―14 第22条、育児・介護休業法第16条の2',
      '規則',
      'B',
    ]),
    shortCare: define('短期介護休暇(1人、1年)', given, [
      '人事院規則15―14 第22条、育児・介護休業法第16条の5',
      '規則',
      'B',
    ]),
    shortCareTwo: define('短期介護休暇(2人以上、1年)', given, [
      '人事院規則15―14 第22条、育児・介護休業法第16条の5',
      '規則',
      'B',
    ]),
    memorial: define('父母の追悼(1回)', orAbsent, ground),
    summer: define('夏季休暇(1年)', orAbsent, ['人事院規則15―14 第22条(市町村は3〜5日)', '規則', 'B']),
    disaster: define('災害による住居の滅失など(1回)', orAbsent, ground),
  },
};
