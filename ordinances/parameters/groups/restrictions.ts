import { modelRestrictions, type RestrictionRules } from '@tokimori/law/restrictions/rules';
import { define, type Group, startsFrom, usedByCommands } from '../definition.ts';
import { choice, count, date } from '../kinds/values.ts';

const months = count('か月', { from: 1, through: 12 });

export const restrictionsGroup: Group<RestrictionRules> = {
  title: '育児・介護のための制限',
  about: '月24時間・年150時間、深夜22時〜5時は法令の数字です。ここは、請求の期間と手続です。',
  used: usedByCommands,
  model: modelRestrictions,
  fields: {
    yearOf: define(
      '年150時間を数える期間',
      choice<RestrictionRules['yearOf']>({ requestPeriod: '請求した期間(1年以内)', fiscalYear: '年度' }),
      ['育児・介護休業法第17条、人事院規則10―11 第11条', '規則', 'C'],
    ),
    yearStartMonth: define(
      '年度で数えるときの始まりの月',
      count('月', { from: 1, through: 12 }),
      ['職職―328 第10', '規則', 'C'],
      startsFrom('yearStartMonth'),
    ),
    exemptionUntilSchoolFrom: define('時間外勤務の免除が就学前の子まで広がった日(前は3歳未満)', date, [
      '育児・介護休業法第16条の8(令和7年4月1日)',
      '条例',
      'B',
    ]),
    overtimePeriodMonths: define('時間外勤務の制限・免除を1回に請求できる期間', months, [
      '人事院規則10―11 第11条',
      '規則',
      'B',
    ]),
    nightPeriodMonths: define('深夜勤務の制限を1回に請求できる期間', months, ['人事院規則10―11 第7条', '規則', 'B']),
    overtimeRequestDays: define(
      '時間外勤務の制限・免除の請求の期限(始まりの何日前)',
      count('日', { from: 0, through: 31 }),
      ['人事院規則10―11(前日まで)、育児・介護休業法(1か月前)', '規則', 'B'],
    ),
    nightRequestMonths: define('深夜勤務の制限の請求の期限(始まりの何か月前)', count('か月', { from: 0, through: 3 }), [
      '人事院規則10―11 第7条(1か月前)',
      '規則',
      'B',
    ]),
  },
  checks: [],
};
