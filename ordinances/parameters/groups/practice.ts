import { hours, type Minutes } from '@tokimori/law/time/minutes';
import { define, type Group } from '../definition.ts';
import { count, duration } from '../kinds/values.ts';

/** 記録と締め: the practice of the office. */
export type PracticeParameters = {
  readonly discrepancyThreshold: Minutes;
  readonly monthCloseDay: number;
  readonly requestDeadline: Minutes;
  /** From when on, each morning, people are told of 打刻漏れ. */
  readonly missingPunchNotice: Minutes;
  readonly priorOrderDeadline: Minutes;
  readonly delegatedDailyLimit: Minutes;
};

export const practiceGroup: Group<PracticeParameters> = {
  title: '確認と締め',
  about: '記録の確認と月の締めの運用。',
  used: '使うところ: 画面と取込み・書出し。',
  model: {
    discrepancyThreshold: 30,
    monthCloseDay: 5,
    requestDeadline: 1035,
    priorOrderDeadline: hours(24),
    delegatedDailyLimit: hours(24),
    missingPunchNotice: 540,
  },
  fields: {
    discrepancyThreshold: define(
      '命令の終わりと退勤の差をたずねる時間(これを超えたとき)',
      duration({ from: 0, through: hours(4) }),
      ['総務省事例集(横浜市 30分、練馬区 15分)', '人事課', 'A'],
    ),
    monthCloseDay: define('翌月の締めの日', count('日', { from: 1, through: 28 }), ['運用', '人事課', 'C']),
    requestDeadline: define('その日の申請を決裁する時刻', duration({ from: 0, through: hours(24) }), [
      '運用',
      '人事課',
      'C',
    ]),
    missingPunchNotice: define(
      '打刻漏れを本人と所属長に知らせる時刻(翌朝)',
      duration({ from: 0, through: hours(12) }),
      ['総務省事例集(南砺市)、時刻は運用', '人事課', 'C'],
    ),
    priorOrderDeadline: define(
      '事前の命令の期限(勤務する日のこの時刻か始まりの早いほうより後の命令は「事後」と示す。24:00 は始まりまで)',
      duration({ from: 0, through: hours(24) }),
      ['総務省事例集(横浜市「事前命令の徹底」)', '人事課', 'C'],
    ),
    delegatedDailyLimit: define(
      '専決で命令できる、職員1人1日の時間外勤務の上限(24:00 は上限なし)',
      duration({ from: 15, through: hours(24) }),
      ['事務決裁規程・専決規程', '人事課', 'C'],
    ),
  },
  checks: [],
};
