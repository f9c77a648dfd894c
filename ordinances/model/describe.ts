import type { Parameters } from '../schema.ts';

/** What a parameter means, for the page of settings: wording in Japanese, the source of its default, and who decides it. */
export type ParameterDescription = {
  readonly what: string;
  readonly source: string;
  readonly decides: string;
  readonly confidence: 'A' | 'B' | 'C';
};

export const parameterDescriptions: Readonly<Record<keyof Parameters, ParameterDescription>> = {
  yearStartMonth: {
    what: '上限を数える1年の始まりの月',
    source: '職職―328 第10(1年は4月1日から)',
    decides: '任命権者',
    confidence: 'A',
  },
  dayBoundary: {
    what: '日の区切り(これより前の打刻は前日の勤務に入れる)',
    source: '運用',
    decides: '人事課',
    confidence: 'C',
  },
  allotment: {
    what: '正規の勤務時間の割振りと休憩',
    source: '勤務時間条例(準則)第2条・第3条・第6条',
    decides: '任命権者',
    confidence: 'A',
  },
  weeklyDaysOff: { what: '週休日(0は日曜日)', source: '勤務時間条例(準則)第3条', decides: '条例', confidence: 'A' },
  yearEndClosing: { what: '年末年始の休日', source: '勤務時間条例(準則)第9条', decides: '条例', confidence: 'A' },
  anniversaries: {
    what: 'その団体だけの休日(慰霊の日など)',
    source: '休日を定める条例',
    decides: '条例',
    confidence: 'A',
  },
  discrepancyThreshold: {
    what: '命令の終わりと退勤の差をたずねる時間(これを超えたとき)',
    source: '総務省事例集(横浜市 30分、練馬区 15分)',
    decides: '人事課',
    confidence: 'A',
  },
  exceptionalCategories: {
    what: '特例業務として数える業務の区分',
    source: '人事院規則15―14 第16条の2の2第2項',
    decides: '任命権者',
    confidence: 'C',
  },
  monthlyGuideline: {
    what: '団体が定める月の目安(法令の上限とは別)',
    source: '運用',
    decides: '人事課',
    confidence: 'C',
  },
  nearPercent: { what: '「注意」を出す割合(上限に対する%)', source: '運用', decides: '人事課', confidence: 'C' },
  restTarget: {
    what: '勤務間のインターバルの目安',
    source: '職職―78(令和6年4月1日)',
    decides: '任命権者',
    confidence: 'B',
  },
  externallyDrivenWarnPercent: {
    what: '他律部署の指定が多すぎると知らせる割合(課の数に対する%)',
    source: '総行公第139号(令和5年12月25日)2(2)',
    decides: '人事課',
    confidence: 'C',
  },
  monthCloseDay: { what: '翌月の締めの日', source: '運用', decides: '人事課', confidence: 'C' },
  requestDeadline: { what: 'その日の申請を決裁する時刻', source: '運用', decides: '人事課', confidence: 'C' },
};
