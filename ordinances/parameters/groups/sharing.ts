import { define, type Group } from '../definition.ts';
import { choice, count, flag } from '../kinds/values.ts';

/** 数字の共有: what staff see of figures that are not their own. */
export type SharingParameters = {
  /** 時間外勤務マネジメントシート to the staff of the section: not at all, totals and the own row, or everybody by name. */
  readonly sectionSheet: 'none' | 'own' | 'names';
  /** 部局別の実績 to every staff member. */
  readonly bureauFigures: boolean;
  /** Where every staff member looks, bureaus of fewer people are shown together. */
  readonly fewestPeople: number;
};

export const sharingGroup: Group<SharingParameters> = {
  title: '数字の共有',
  about: '課や部局の時間外勤務を、職員にどこまで見せるか。所属長・人事課・幹部が見る範囲は変わりません。',
  used: '使うところ: 進捗と効果の画面(課のシート、部局別の実績)。',
  model: { sectionSheet: 'own', bureauFigures: false, fewestPeople: 5 },
  fields: {
    sectionSheet: define(
      '課の職員に見せる時間外勤務マネジメントシート',
      choice({ none: '見せない', own: '課の計と自分の行', names: '課の全員を氏名で' }),
      ['総務省事例集(うきは市 職員間で共有)', '人事課', 'B'],
    ),
    bureauFigures: define('部局別の時間外勤務の実績を全職員に見せるか', flag('見せる', '見せない'), [
      '総務省事例集(横浜市 労務担当課からの庁内周知)',
      '人事課',
      'B',
    ]),
    fewestPeople: define(
      '全職員に見せるとき、これより人数の少ない部局は「その他」にまとめる',
      count('人', { from: 1, through: 50 }),
      ['運用(個人の時間が分からないようにする)', '人事課', 'C'],
    ),
  },
  checks: [],
};
