import { type BureauKind, modelSurvey, type SurveyRules } from '@tokimori/law/survey/rules';
import { hours } from '@tokimori/law/time/minutes';
import { define, type Group, startsFrom, usedByCommands } from '../definition.ts';
import { list } from '../kinds/composites.ts';
import { choice, duration, flag } from '../kinds/values.ts';

const bureauWords: Readonly<Record<BureauKind, string>> = {
  mayor: '首長部局',
  assembly: '議会事務局',
  committees: '行政委員会の事務局',
  education: '教育委員会',
  police: '警察',
  fire: '消防',
  enterprise: '公営企業',
};
const years = { calendar: '暦年', fiscal: '年度' } as const;

export const surveyGroup: Group<SurveyRules> = {
  title: '勤務条件等に関する調査',
  about:
    '総務省の調査の答えの数え方のうち、団体で違うところ。調査の区切り(45時間超など)と端数の扱いは調査で決まっています。',
  used: usedByCommands,
  model: modelSurvey,
  fields: {
    overtimeExcludes: define('時間外勤務の表から除く部局', list(choice(bureauWords), { most: 7, empty: 'なし' }), [
      '総行公第139号 別添1 ア注',
      '人事課',
      'A',
    ]),
    overtimeExcludesManagerial: define('時間外勤務の表から管理監督職員を', flag('除く', '除かない'), [
      '総行公第139号 別添1 ア注',
      '人事課',
      'A',
    ]),
    absencePeriod: define('メンタルヘルス不調による休務者を数える1年', choice<SurveyRules['absencePeriod']>(years), [
      '総行公第139号 別添1 注2',
      '人事課',
      'A',
    ]),
    absenceMinimum: define(
      '休務者に数える引き続いた期間',
      choice<SurveyRules['absenceMinimum']>({ days30: '30日以上', month: '1か月以上(暦)' }),
      ['総行公第139号 別添1 注1', '人事課', 'A'],
    ),
    absenceLength: define(
      '休務の期間の測り方',
      choice<SurveyRules['absenceLength']>({
        throughYearEnd: '始まりから年の終わりまで',
        withinYear: '年の中だけ',
        wholeSpan: '年の後も含めた全部',
      }),
      ['総行公第139号 別添1 注3', '人事課', 'C'],
    ),
    annualLeavePeriod: define(
      '年次有給休暇を数える1年',
      choice<SurveyRules['annualLeavePeriod']>(years),
      ['調査要領(休暇の年度による)', '人事課', 'B'],
      startsFrom('leave.leaveYear'),
    ),
    leaveDay: define(
      '時間単位の年次有給休暇を日に換算する時間',
      duration({ from: hours(4), through: hours(8) }),
      ['人事院規則15―14 第20条(7:45)', '人事課', 'B'],
      startsFrom('leave.dayMinutes'),
    ),
    childcareRate: define(
      '育児休業の取得率の分子',
      choice<SurveyRules['childcareRate']>({
        eligibleTakers: '新たに取得できるようになった職員のうちの取得者',
        newTakers: 'その年に新たに取得した職員すべて',
      }),
      ['調査要領(調査票で要確認)', '人事課', 'C'],
    ),
  },
  checks: [],
};
