import type { GuidanceRuleName, GuidanceThreshold, LocalClass } from '@tokimori/law/health/guidance-rules';
import {
  FEWEST_ANSWERS,
  FEWEST_YEARS,
  type HealthRules,
  healthRulesMistakes,
  type Invitation,
  modelHealth,
  type ProcedureTerm,
  type StressCheckRules,
  type StressCheckTerm,
  type StressGroupRules,
} from '@tokimori/law/health/rules';
import { hours, type Minutes } from '@tokimori/law/time/minutes';
import { type Check, define, type Group, type Section, sameAs } from '../definition.ts';
import { list, orNone, record, row } from '../kinds/composites.ts';
import { type Term, term } from '../kinds/term.ts';
import { choice, count, duration, flag, text } from '../kinds/values.ts';

const fires = choice<GuidanceThreshold['fires']>({ atLeast: '以上', moreThan: '超' });
const threshold = (through: Minutes) =>
  record<GuidanceThreshold>(
    { hours: duration({ from: hours(1), through }), fires },
    (value) => `${Math.floor(value.hours / 60)}:${String(value.hours % 60).padStart(2, '0')}${fires.says(value.fires)}`,
  );
const monthHours = duration({ from: hours(1), through: hours(300) });

const ruleWords: Readonly<Record<GuidanceRuleName, string>> = {
  month100: '月100時間以上',
  average: '平均80時間超',
  month80: '月80時間超(申出)',
  law80: '労働安全衛生法の80時間超',
};
const from = orNone(threshold(hours(300)), 'すべて');
const through = orNone(monthHours, '上なし');
const when = choice<LocalClass['when']>({
  withoutRequest: '申出なしに',
  onRequest: '申出により',
  foundNecessary: '所属長・医師が必要と認めるとき',
});
const localClass = record<LocalClass>(
  { id: text(30), from, through, when, exempts: flag('医師の判断で除く', '除かない') },
  (one) =>
    `${one.id}(${from.says(one.from)}${one.through === null ? '' : `${through.says(one.through)}以下`}、${when.says(one.when)})`,
);

const terms = <N extends string>(
  title: string,
  words: Readonly<Record<N, readonly [what: string, source: string]>>,
): Section<Readonly<Record<N, Term>>> => ({
  title,
  fields: Object.fromEntries(
    Object.entries<readonly [string, string]>(words).map(([name, [what, source]]) => [
      name,
      define(what, term, [source, '人事課', 'B']),
    ]),
  ) as unknown as Section<Readonly<Record<N, Term>>>['fields'],
});

type Depression23 = NonNullable<StressCheckRules['depression23']>;
const invited = choice<Invitation>({ invited: '受検を勧める', notInvited: '対象にしない' });
const keepYears = count('年', { from: FEWEST_YEARS, through: 100 });
const answers = count('人', { from: FEWEST_ANSWERS, through: 1000 });
const points = count('点', { from: 0, through: 1000 });

const checks: readonly Check<HealthRules>[] = [
  {
    about: ['guidance.monthOnRequest', 'guidance.month'],
    broken: ({ guidance }) =>
      guidance.monthOnRequest.hours <= guidance.month.hours
        ? undefined
        : {
            ja: '申出による月の時間は、申出のない月の時間以下にします。',
            en: 'The hours on request must not exceed those without request.',
          },
  },
  {
    about: ['stressGroup.riskCap', 'stressGroup.riskFloor'],
    broken: ({ stressGroup: { riskCap, riskFloor } }) =>
      riskCap === null || riskFloor === null || riskFloor <= riskCap
        ? undefined
        : { ja: '健康リスクの下限は上限以下にします。', en: 'The floor of the risk must not exceed its cap.' },
  },
  {
    about: ['stressCheck', 'stressGroup', 'procedure'],
    broken: (rules) => {
      const [mistake] = healthRulesMistakes(rules);
      return mistake === undefined
        ? undefined
        : {
            ja: `${mistake.at} は ${mistake.least} 以上にします(労働安全衛生規則・指針)。`,
            en: `${mistake.at} is at least ${mistake.least}.`,
          };
    },
  },
];

export const healthGroup: Group<HealthRules> = {
  title: '面接指導とストレスチェック',
  about:
    '労働安全衛生法の基準(週40時間を超える時間が月80時間超)、集団の下限10人、記録の5年は法令・指針の数字です。ここは、団体の定めで違うところです。',
  used: '使うところ: 画面「なぜ」の面接指導の判定(health.guidance)。ほかは、読み合わせ表と設定の比較だけです。',
  model: modelHealth,
  fields: {
    guidance: {
      title: '面接指導の対象',
      fields: {
        month: define('申出なしに対象とする月の時間外勤務', threshold(hours(100)), [
          '人事院規則10―4 第22条の2(市町村に「100時間超」の例あり)',
          '任命権者',
          'A',
        ]),
        average: define('申出なしに対象とする2〜6か月の平均', threshold(hours(80)), [
          '人事院規則10―4 第22条の2',
          '任命権者',
          'A',
        ]),
        monthOnRequest: define('申出により対象とする月の時間外勤務', threshold(hours(100)), [
          '人事院規則10―4 第22条の2',
          '任命権者',
          'A',
        ]),
        exempts: define(
          '医師が要らないと判断した職員を除ける基準',
          list(choice(ruleWords), { most: 4, empty: 'なし' }),
          ['職職―97 1(3)、労働安全衛生規則第52条の2第1項ただし書', '任命権者', 'A'],
        ),
        localClasses: define('団体が加える区分', list(localClass, { most: 12, empty: 'なし', sameBy: 'id' }), [
          '日向市・野辺地町・鮭川村の例',
          '任命権者',
          'A',
        ]),
        includeHolidayWork: define('休日勤務(割り振られた時間)を時間外勤務に含めるか', flag('含める', '含めない'), [
          '七戸町の例',
          '任命権者',
          'A',
        ]),
        managersIncluded: define(
          '管理監督職員に団体の定めが及ぶか',
          flag('及ぶ', '及ばない'),
          ['人事院規則10―4 第22条の2(市町村の定めに違いあり)', '任命権者', 'B'],
          sameAs('regime.managersGuidance'),
        ),
      },
    },
    procedure: {
      title: '面接指導の手続',
      fields: {
        countDay: define('時間を算定する日(翌月の)', count('日', { from: 1, through: 28 }), [
          '労働安全衛生規則第52条の2第2項(毎月1回以上、一定の期日)',
          '人事課',
          'A',
        ]),
        terms: terms<ProcedureTerm>('手続の期限', {
          notifyPerson: ['本人に知らせる(算定から)', '労働安全衛生規則第52条の2第3項「速やかに」'],
          informPhysician: ['産業医に知らせる(算定から)', '労働安全衛生規則第14条の2「速やかに」'],
          request: ['本人の申出(算定から)', '労働安全衛生規則第52条の3第2項「遅滞なく」'],
          interviewAfterRequest: ['面接指導(申出から)', '労働安全衛生規則第52条の3第3項「遅滞なく」'],
          interviewWithoutRequest: ['面接指導(申出のないとき、算定から)', '労働安全衛生規則第52条の3第3項「遅滞なく」'],
          opinion: ['医師の意見(面接指導から)', '労働安全衛生規則第52条の7「遅滞なく」'],
          urgentOpinion: ['医師の意見(急ぐとき、面接指導から)', '労働安全衛生規則第52条の7、指針'],
          measures: ['措置を産業医に知らせる(意見から)', '労働安全衛生規則第14条の2第1項第1号「遅滞なく」'],
        }),
        keepYears: define('面接指導の記録を残す年数', keepYears, ['労働安全衛生規則第52条の6(5年)', '任命権者', 'B']),
      },
    },
    stressCheck: {
      title: 'ストレスチェック',
      fields: {
        shortTerm: define('任期が1年に満たない職員', invited, ['総行公第139号 3(2)(すべての職員)', '衛生委員会', 'A']),
        lowHours: define('勤務時間が4分の3に満たない職員', invited, [
          '総行公第139号 3(2)(すべての職員)',
          '衛生委員会',
          'A',
        ]),
        smallWorkplace: define('50人に満たない事業場の職員', invited, [
          '総行公第139号 3(2)(すべての職員)',
          '衛生委員会',
          'A',
        ]),
        form: define('調査票', choice<StressCheckRules['form']>({ items57: '57項目', items23: '23項目' }), [
          'ストレスチェック制度実施マニュアル',
          '衛生委員会',
          'A',
        ]),
        method: define(
          '高ストレス者を選ぶ方法',
          choice<StressCheckRules['method']>({ sum: '合計点数', converted: '素点換算表' }),
          ['ストレスチェック制度実施マニュアル', '衛生委員会', 'A'],
        ),
        terms: terms<StressCheckTerm>('手続の期限', {
          notifyResult: ['結果を本人に知らせる(検査から)', '労働安全衛生規則第52条の12「遅滞なく」'],
          request: ['面接指導の申出(結果から)', '労働安全衛生規則第52条の16「遅滞なく」'],
          interview: ['面接指導(申出から)', '労働安全衛生規則第52条の16「遅滞なく」'],
          opinion: ['医師の意見(面接指導から)', '労働安全衛生規則第52条の19「遅滞なく」'],
        }),
        keepYears: define('結果を残す年数', keepYears, [
          '労働安全衛生規則第52条の13・第52条の18(5年)',
          '任命権者',
          'B',
        ]),
        depression23: define(
          '23項目のときの抑うつ感の換算表(5つの列の最大の素点)',
          orNone(row<number, Depression23>(count('点', { from: 3, through: 12 }), 5), '未確認(合計点数だけで判定)'),
          ['ストレスチェック制度実施マニュアル(23項目の換算表は未確認)', '衛生委員会', 'C'],
        ),
      },
    },
    stressGroup: {
      title: '集団分析',
      fields: {
        minimum: define('結果を出す最少の回答数', answers, [
          'ストレスチェック制度実施マニュアル(10人)',
          '衛生委員会',
          'A',
        ]),
        belowMinimum: define(
          '回答数がそれより少ない集団',
          choice<StressGroupRules['belowMinimum']>({ nothing: '出さない', withConsentOfAll: '全員の同意があれば出す' }),
          ['ストレスチェック制度実施マニュアル', '衛生委員会', 'B'],
        ),
        riskTableVersion: define(
          '仕事のストレス判定図の全国平均の版',
          choice<StressGroupRules['riskTableVersion']>({ legacy: '旧版', current: '現行版' }),
          ['仕事のストレス判定図(東京大学)', '衛生委員会', 'B'],
        ),
        mixedSex: define(
          '男女のいる集団',
          choice<StressGroupRules['mixedSex']>({
            weightedByAnswers: '回答数で重みを付けて合わせる',
            apart: '男女別に出す',
          }),
          ['運用(要確認)', '衛生委員会', 'C'],
        ),
        riskFloor: define('健康リスクの表示の下限', orNone(points, 'なし'), ['運用', '衛生委員会', 'C']),
        riskCap: define('健康リスクの表示の上限', orNone(points, 'なし'), ['運用(350の例あり)', '衛生委員会', 'C']),
        highStressAbove: define('高ストレス職場とする総合健康リスク(これを超えるとき)', orNone(points, '区分しない'), [
          '総行公第139号 事例(姫路市 120)',
          '衛生委員会',
          'A',
        ]),
        recommended: define(
          '少ない回答数と注意書きを付ける人数(これより少ないとき)',
          count('人', { from: 0, through: 1000 }),
          ['仕事のストレス判定図 Q&A(20人)', '衛生委員会', 'A'],
        ),
      },
    },
  },
  checks,
};
