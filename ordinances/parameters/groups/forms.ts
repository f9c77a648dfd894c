import { define, type Group } from '../definition.ts';
import { list } from '../kinds/composites.ts';
import { flag, text } from '../kinds/values.ts';

/** 様式: who writes and who approves where the case books leave it to the municipality. */
export type FormParameters = {
  /** 人事課 approves for an office for which nobody was named. */
  readonly hrForUnnamedOffices: boolean;
  /** A 係長 writes the forms that the original lets the 係長 write. */
  readonly chiefsWrite: boolean;
  /** 職名 of those who head a 係. */
  readonly chiefPosts: readonly string[];
  /** Words in a 職名 by which the 次長 of a 部局 is told from its head. */
  readonly deputyPosts: readonly string[];
};

export const formsGroup: Group<FormParameters> = {
  title: '様式',
  about: '縮減の対策の様式を、だれが書き、だれが承認するか。役職に就く人は「様式の設定」の画面で決めます。',
  used: '使うところ: 様式の画面。',
  model: {
    hrForUnnamedOffices: true,
    chiefsWrite: true,
    chiefPosts: ['係長'],
    deputyPosts: ['次長', '副部長'],
  },
  fields: {
    hrForUnnamedOffices: define(
      '就く人を決めていない役職(人事課長・総務部長など)の承認を、人事課ができるか',
      flag('人事課が承認できる', '紙の決裁の記録だけ'),
      ['運用(事務決裁規程による)', '人事課', 'C'],
    ),
    chiefsWrite: define(
      '係長が書くと元の様式にあるもの(横浜市 様式1)を、係長も書けるか',
      flag('係長も書ける', '所属長だけが書く'),
      ['総務省事例集(横浜市「係長(課長)が聞き取り」)', '人事課', 'B'],
    ),
    chiefPosts: define('係長に当たる職名', list(text(20), { least: 1, most: 10, between: '・' }), [
      '職の設置に関する規則',
      '人事課',
      'C',
    ]),
    deputyPosts: define('部局の次長に当たる職名に含まれる語', list(text(20), { least: 1, most: 10, between: '・' }), [
      '職の設置に関する規則',
      '人事課',
      'C',
    ]),
  },
  checks: [],
};
