import { kindsOfRecord } from '@tokimori/law/record-keeping/retention/terms';
import {
  type DiscrepancyRules,
  modelRecordKeeping,
  type ObjectiveSource,
  type RecordKeepingRules,
  type RecordKind,
  type WatchedLimit,
} from '@tokimori/law/record-keeping/rules';
import { hours } from '@tokimori/law/time/minutes';
import { type Check, define, type Group, ordered, startsFrom, usedByCommands } from '../definition.ts';
import { byName, list, orNone } from '../kinds/composites.ts';
import { choice, count, duration, percent } from '../kinds/values.ts';

const kindWords: Readonly<Record<RecordKind, string>> = {
  wageLedger: '賃金台帳',
  workingTime: '出勤簿・打刻・時間外勤務命令簿',
  staffRoll: '職員名簿',
  hiring: '任用・退職の書類',
  article36Agreement: '36協定の協定書',
  article36Health: '健康福祉確保措置の記録',
  leaveLedger: '年次有給休暇管理簿',
  guidanceResult: '面接指導の結果',
  workingTimeState: '労働時間の状況',
  stressResult: 'ストレスチェックの結果',
  stressInterview: 'ストレスチェックの面接指導の結果',
};
const sourceWords: Readonly<Record<ObjectiveSource, string>> = {
  card: 'カード',
  gate: '入退館',
  pc: 'PCの使用記録',
};
const limitWords: Readonly<Record<WatchedLimit, string>> = {
  care24: '育児・介護の月24時間',
  transfer30: '異動後の月30時間',
  month45: '月45時間',
  average80: '平均80時間',
  month100: '月100時間',
};

const minutesOfDay = duration({ from: 0, through: hours(8) });
const term = count('日', { from: 1, through: 366 });
const months = count('か月', { from: 1, through: 60 });

/** Years that the law demands of a kind today. */
const demanded = (kind: RecordKind): number => kindsOfRecord[kind].terms.at(-1)?.value.years ?? 0;

const checks: readonly Check<RecordKeepingRules>[] = [
  {
    about: ['retentionYearsByKind'],
    broken: ({ retentionYearsByKind }) => {
      const short = (Object.keys(kindWords) as RecordKind[]).find(
        (kind) => (retentionYearsByKind[kind] ?? Number.POSITIVE_INFINITY) < demanded(kind),
      );
      return short === undefined
        ? undefined
        : {
            ja: `${short}(${kindWords[short]})は法令で${demanded(short)}年以上残します。`,
            en: `The law demands ${demanded(short)} years of ${short}.`,
          };
    },
  },
  {
    about: ['discrepancy.grave', 'discrepancy.afterDuty', 'discrepancy.afterOvertime'],
    broken: ({ discrepancy: { grave, afterDuty, afterOvertime } }) =>
      grave >= Math.max(afterDuty, afterOvertime)
        ? undefined
        : {
            ja: '著しい乖離の時間は、たずねる時間(afterDuty、afterOvertime)以上にします。',
            en: 'A grave difference must not be smaller than the one that is asked about.',
          },
  },
  ordered(['clipped.within', 'clipped.band'], ({ clipped }) => [clipped.within, clipped.band], 'lessThan'),
  {
    about: ['clipped.spread', 'clipped.roundTo'],
    broken: ({ clipped: { spread, roundTo } }) =>
      spread % roundTo === 0
        ? undefined
        : { ja: 'spread は roundTo の倍数にします。', en: 'spread must be a multiple of roundTo.' },
  },
];

export const recordsGroup: Group<RecordKeepingRules> = {
  title: '記録の保存と突合',
  about: '保存の最低の年数と、打刻・申告を記録することは法令で決まっています。ここは、団体の文書規程と突合の目安です。',
  used: usedByCommands,
  model: modelRecordKeeping,
  fields: {
    retentionYears: define('記録を残す年数', count('年', { from: 5, through: 100 }), [
      '労働基準法第109条(5年、当分の間3年)、文書規程',
      '任命権者',
      'B',
    ]),
    retentionYearsByKind: define('種類ごとに長く残す年数', byName(kindWords, count('年', { from: 1, through: 100 })), [
      '文書規程',
      '任命権者',
      'C',
    ]),
    retentionFrom: define(
      '残す年数の数え始め',
      choice<RecordKeepingRules['retentionFrom']>({
        recordEnd: '記録が終わった日',
        nextFiscalYear: 'その後の4月1日',
      }),
      ['労働基準法施行規則第56条、文書規程', '任命権者', 'B'],
    ),
    discrepancy: {
      title: '在庁と命令・申告の突合',
      fields: {
        afterDuty: define(
          '勤務時間の終わりの後の在庁をたずねる時間',
          minutesOfDay,
          ['総務省事例集(横浜市 30分、練馬区 15分)', '人事課', 'A'],
          startsFrom('discrepancyThreshold'),
        ),
        afterOvertime: define(
          '時間外勤務の終わりの後の在庁をたずねる時間',
          minutesOfDay,
          ['総務省事例集(横浜市 30分、練馬区 15分)', '人事課', 'A'],
          startsFrom('discrepancyThreshold'),
        ),
        beforeStart: define('始まりより前の在庁をたずねる時間', orNone(minutesOfDay, 'たずねない'), [
          '運用',
          '人事課',
          'C',
        ]),
        fires: define(
          'ちょうどその時間のとき',
          choice<DiscrepancyRules['fires']>({ moreThan: 'たずねない(超)', atLeast: 'たずねる(以上)' }),
          ['総務省事例集(横浜市 30分超、練馬区 15分以上)', '人事課', 'A'],
        ),
        grave: define('必ず調べる著しい乖離', duration({ from: 0, through: hours(24) }), [
          '労働時間把握ガイドライン 4(3)ウ(数字はない)',
          '人事課',
          'C',
        ]),
        precedence: define('使う客観的な記録の順', list(choice(sourceWords), { least: 1, most: 3, between: '→' }), [
          '労働時間把握ガイドライン 4(2)イ',
          '人事課',
          'B',
        ]),
        wins: define(
          '記録が複数あるとき',
          choice<DiscrepancyRules['wins']>({ precedence: '先の記録だけを使う', widest: '早い出勤と遅い退勤を使う' }),
          ['労働時間把握ガイドライン 4(2)イ', '人事課', 'C'],
        ),
        answerDays: define('本人が理由を届け出る期限', term, ['運用', '人事課', 'C']),
        confirmDays: define('別の人が確認する期限', term, [
          '労働時間把握ガイドライン 4(3)エ(期限はない)',
          '人事課',
          'C',
        ]),
        investigateDays: define('著しい乖離を調べる期限', term, [
          '労働時間把握ガイドライン 4(3)ウ(期限はない)',
          '人事課',
          'C',
        ]),
      },
    },
    clipped: {
      title: '上限に合わせた申告の見張り',
      fields: {
        watches: define('見張る上限', list(choice(limitWords), { most: 5, empty: 'なし' }), [
          '労働時間把握ガイドライン 4(3)オ',
          '人事課',
          'B',
        ]),
        ownLimits: define(
          '見張る団体の目安(月)',
          list(duration({ from: 1, through: hours(200) }), { most: 12, empty: 'なし' }),
          ['労働時間把握ガイドライン 4(3)オ', '人事課', 'C'],
        ),
        within: define('上限のすぐ下とみる幅', duration({ from: 1, through: hours(10) }), [
          '統計の方法',
          '人事課',
          'C',
        ]),
        band: define('比べる隣の幅', duration({ from: 2, through: hours(40) }), ['統計の方法', '人事課', 'C']),
        undeclared: define('申告のない在庁の合計(月、これを超えるとき)', duration({ from: 0, through: hours(100) }), [
          '統計の方法',
          '人事課',
          'C',
        ]),
        alphaPerTenThousand: define('誤って知らせる見込み(1万回のうち)', count('回', { from: 1, through: 1000 }), [
          '統計の方法(1%)',
          '人事課',
          'C',
        ]),
        personMonths: define('個人を判定するのに要る月数', months, ['統計の方法', '人事課', 'C']),
        groupMonths: define('集団を判定するのに要る月数', months, ['統計の方法', '人事課', 'C']),
        groupPeople: define('集団を判定するのに要る人数', count('人', { from: 1, through: 100 }), [
          '統計の方法',
          '人事課',
          'C',
        ]),
        roundTo: define('切りのよい時間数の単位', duration({ from: 5, through: hours(10) }), [
          '統計の方法',
          '人事課',
          'C',
        ]),
        repeatGrid: define('くり返しを判定するときの申告の刻み', duration({ from: 1, through: hours(10) }), [
          '統計の方法',
          '人事課',
          'C',
        ]),
        repeatsFrom: define('くり返しを見る時間数の下限(月)', duration({ from: 0, through: hours(100) }), [
          '統計の方法',
          '人事課',
          'C',
        ]),
        spread: define('ふつうの月のばらつき', duration({ from: 5, through: hours(100) }), [
          '統計の方法',
          '人事課',
          'C',
        ]),
        repeatMonths: define('くり返しを判定するのに要る月数', months, ['統計の方法', '人事課', 'C']),
      },
    },
    recording: {
      title: '記録の方法',
      fields: {
        explanationMonths: define('自己申告の説明が有効な期間', orNone(months, '一度でよい'), [
          '労働時間把握ガイドライン 4(3)ア・イ(期間はない)',
          '人事課',
          'C',
        ]),
        surveyMonths: define('申告と実際を調べる間隔', months, [
          '労働時間把握ガイドライン 4(3)ウ(間隔はない)',
          '人事課',
          'C',
        ]),
        selfPercent: define('自己申告だけの日の割合(これを超える課を知らせる)', percent({ from: 0, through: 100 }), [
          '労働時間把握ガイドライン 4(2)、総行公第139号(自己申告のみ 26.5%)',
          '人事課',
          'C',
        ]),
      },
    },
  },
  checks,
};
