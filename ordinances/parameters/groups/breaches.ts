import { define, type Group } from '../definition.ts';
import { list } from '../kinds/composites.ts';
import { count, text } from '../kinds/values.ts';

/** 上限を超えた記録: how the municipality sorts causes, and by when records are written. */
export type BreachParameters = {
  /** Causes that may be chosen, in the order of the page. Records keep the words with which they were written. */
  readonly causes: readonly string[];
  /** Day of the month after the excess by which ④ and ⑤ are written. */
  readonly recordDay: number;
};

export const breachesGroup: Group<BreachParameters> = {
  title: '上限を超えた記録',
  about: '上限を超えたときの記録と、要因の整理の区分。検証の期限は「他律部署の指定と特例業務」で決めます。',
  used: '使うところ: 画面と書出し。',
  model: {
    causes: [
      '突発業務',
      '締切の集中',
      '業務量の増加',
      '欠員・休業者',
      '経験の不足・異動直後',
      '議会対応',
      '制度改正・システム更新',
      '住民・事業者の対応',
      '災害・感染症',
      '業務の偏り',
      'その他',
    ],
    recordDay: 10,
  },
  fields: {
    causes: define('要因の区分(いくつでも選べ、主なもの一つを決める)', list(text(30), { least: 1, most: 30 }), [
      '総務省事例集(練馬区 要因の類型化)、総行公第139号 2(3)',
      '人事課',
      'C',
    ]),
    recordDay: define(
      '業務の概要と回避できなかった理由を書く期限(超えた月の翌月の日)',
      count('日', { from: 1, through: 28 }),
      ['総務省事例集(座間市 翌月以降速やかに)', '人事課', 'C'],
    ),
  },
  checks: [],
};
