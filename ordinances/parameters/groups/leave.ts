import { type LeaveRules, type MunicipalKind, modelLeave, type RegisterCategory } from '@tokimori/law/leave/rules';
import type { BereavementDays, BereavementRelation } from '@tokimori/law/leave/special-days';
import { hours } from '@tokimori/law/time/minutes';
import { type Check, define, type Group, ordered, startsFrom, usedByCommands } from '../definition.ts';
import { list, orNone, record, row } from '../kinds/composites.ts';
import { choice, count, duration, flag, numberChoice, text } from '../kinds/values.ts';
import { specialDaysSection } from './special-days.ts';

const days = (through: number) => count('日', { from: 0, through });
const monthOfYear = count('月', { from: 1, through: 12 });

const relationWords: Readonly<Record<BereavementRelation, string>> = {
  spouse: '配偶者',
  parent: '父母',
  child: '子',
  grandparent: '祖父母',
  grandchild: '孫',
  sibling: '兄弟姉妹',
  uncleOrAunt: 'おじ・おば',
  parentInLaw: '父母の配偶者・配偶者の父母',
  childInLaw: '子の配偶者・配偶者の子',
  grandparentInLaw: '祖父母の配偶者・配偶者の祖父母',
  siblingInLaw: '兄弟姉妹の配偶者・配偶者の兄弟姉妹',
  uncleOrAuntInLaw: 'おじ・おばの配偶者',
};
const relation = choice<BereavementRelation>(relationWords);

const unit = choice<MunicipalKind['units'][number]>({
  day: '1日',
  halfDay: '半日',
  hour: '1時間',
  thirtyMinutes: '30分',
  minute: '分',
});
const pay = choice<MunicipalKind['pay']>({ paid: '有給', unpaid: '無給' });
const attendance = choice<MunicipalKind['attendance']>({
  present: '出勤',
  deemedPresent: '出勤したものとみなす',
  absent: '欠勤',
  outside: '数えない',
});
const units = list(unit, { least: 1, most: 5, between: '・' });
const daysPerYear = orNone(count('日', { from: 1, through: 366 }), '要る時間');
const ownKind = record<MunicipalKind>(
  { code: text(40), name: text(20), pay, attendance, units, daysPerYear },
  (kind) => `${kind.name}(${pay.says(kind.pay)}、${units.says(kind.units)}、年 ${daysPerYear.says(kind.daysPerYear)})`,
);

const sure: Readonly<Record<RegisterCategory['sure'], string>> = {
  legible: '読めた',
  fair: 'おおむね読めた',
  guess: '推測',
  unknown: '不明',
};
const codes = list(text(40), { most: 40, empty: 'なし', between: '・' });
const registerCell = record<RegisterCategory>({ label: text(12), codes, sure: choice(sure) }, ({ label, sure: how }) =>
  how === 'legible' ? label : `${label}(${sure[how]})`,
);

const checks: readonly Check<LeaveRules>[] = [
  ordered(['summerFrom', 'summerThrough'], (v) => [v.summerFrom, v.summerThrough], 'atMost'),
  ordered(['prenatalWeeks', 'prenatalWeeksMultiple'], (v) => [v.prenatalWeeks, v.prenatalWeeksMultiple], 'atMost'),
  ordered(['shortTimeWeekLeast', 'shortTimeWeekMost'], (v) => [v.shortTimeWeekLeast, v.shortTimeWeekMost], 'atMost'),
  {
    about: ['firstYearDays', 'annualDays'],
    broken: ({ firstYearDays, annualDays }) =>
      firstYearDays.every((one, at) => one <= (firstYearDays[at + 1] ?? annualDays))
        ? undefined
        : {
            ja: '年の途中で採用された職員の日数は、在職月数の少ない順に小さい日数から並べ、1年の日数を超えないようにします。',
            en: 'The days of a first year must not fall from month to month nor exceed the yearly days.',
          },
  },
  {
    about: ['bereavement'],
    broken: ({ bereavement }) =>
      bereavement.every((one) => one.days <= one.daysIfShared)
        ? undefined
        : {
            ja: '忌引の daysIfShared(生計を一にするときなど)は days 以上にします。',
            en: 'Each daysIfShared must be at least its days.',
          },
  },
  {
    about: ['registerCategories'],
    broken: ({ registerCategories }) => {
      const all = registerCategories.flatMap((one) => one.codes);
      const twice = all.find((code, at) => all.indexOf(code) !== at);
      return twice === undefined
        ? undefined
        : { ja: `${twice} が整理欄の2つの欄にあります。`, en: `${twice} stands in two cells of the register.` };
    },
  },
];

export const leaveGroup: Group<LeaveRules> = {
  title: '休暇と部分休業',
  about:
    '産前6週間・産後8週間、部分休業の2時間・10日相当などの最低や限度は法令の数字です。ここは、条例・規則で定める日数と単位です。',
  used: usedByCommands,
  model: modelLeave,
  fields: {
    leaveYear: define('年次有給休暇の1年', choice<LeaveRules['leaveYear']>({ calendar: '暦年', fiscal: '年度' }), [
      '勤務時間条例(準則)第12条(三郷市は年度)',
      '条例',
      'A',
    ]),
    dayMinutes: define(
      '時間単位の休暇を1日に換算する時間',
      duration({ from: hours(4), through: hours(8) }),
      ['人事院規則15―14 第20条(7:45)', '規則', 'A'],
      startsFrom('hours.fullDay'),
    ),
    annualDays: define('年次有給休暇の日数(1年)', count('日', { from: 10, through: 40 }), [
      '勤務時間条例(準則)第12条',
      '条例',
      'A',
    ]),
    carryOver: define('翌年に繰り越せる日数の限度', days(40), ['勤務時間条例(準則)第12条', '条例', 'A']),
    carryOverFraction: define(
      '繰り越すときの1日未満の端数',
      choice<LeaveRules['carryOverFraction']>({ keep: '繰り越す', cut: '切り捨てる' }),
      ['人事院規則15―14 第19条', '規則', 'C'],
    ),
    annualOrder: define(
      '年次有給休暇を使う順',
      choice<LeaveRules['annualOrder']>({ carriedOverFirst: '繰り越した分から', currentFirst: 'その年の分から' }),
      ['運用', '人事課', 'C'],
    ),
    firstYearDays: define('年の途中で採用された職員の日数(残りの在職月数 1〜12)', row(days(40), 12), [
      '人事院規則15―14 別表第1',
      '規則',
      'B',
    ]),
    halfDayUnit: define('年次有給休暇の半日の取得', flag('できる', 'できない'), ['規則', '規則', 'B']),
    halfDayCounts: define(
      '半日の取得で減る分',
      choice<LeaveRules['halfDayCounts']>({ halfOfDay: '0.5日', hoursTaken: '勤務しない時間' }),
      ['規則(例規で要確認)', '規則', 'C'],
    ),
    appointeeGrant: define(
      '会計年度任用職員への年次有給休暇の付与',
      choice<LeaveRules['appointeeGrant']>({ afterSixMonths: '6か月勤務した後', onAppointment: '任用のとき' }),
      ['労働基準法第39条、規則', '規則', 'B'],
    ),
    sickLeaveDays: define('病気休暇の限度(引き続く日数)', count('日', { from: 30, through: 366 }), [
      '人事院規則15―14 第21条(90日)',
      '規則',
      'B',
    ]),
    specialDays: specialDaysSection,
    bereavement: define(
      '忌引の日数',
      list(
        record<BereavementDays>(
          { relation, days: days(31), daysIfShared: days(31) },
          ({ relation: who, days: plain, daysIfShared }) =>
            `${relationWords[who]} ${plain}日${plain === daysIfShared ? '' : `(生計を一にするとき等 ${daysIfShared}日)`}`,
        ),
        { most: 12, sameBy: 'relation' },
      ),
      ['人事院規則15―14 別表第2', '規則', 'B'],
    ),
    summerFrom: define('夏季休暇の期間の最初の月', monthOfYear, ['人事院規則15―14 第22条', '規則', 'B']),
    summerThrough: define('夏季休暇の期間の最後の月', monthOfYear, ['人事院規則15―14 第22条', '規則', 'B']),
    sickChildUntil: define(
      '子の看護等休暇の子の範囲',
      numberChoice<LeaveRules['sickChildUntil']>({
        9: '9歳の年度末(小学校3年生)まで',
        12: '12歳の年度末(小学校6年生)まで',
        15: '15歳の年度末(中学校3年生)まで',
      }),
      ['小林市訓令第4号(令和7年4月1日)', '規則', 'A'],
    ),
    prenatalWeeks: define('産前休暇(単胎)', count('週間', { from: 6, through: 14 }), [
      '労働基準法第65条(6週間以上)、人事院規則15―14 第22条',
      '規則',
      'B',
    ]),
    prenatalWeeksMultiple: define('産前休暇(多胎)', count('週間', { from: 14, through: 20 }), [
      '労働基準法第65条(14週間以上)、人事院規則15―14 第22条',
      '規則',
      'B',
    ]),
    postnatalWeeks: define('産後休暇', count('週間', { from: 8, through: 14 }), [
      '労働基準法第65条(8週間以上)、人事院規則15―14 第22条',
      '規則',
      'B',
    ]),
    caregiverPeriods: define('介護休暇を分けられる回数(一つの状態ごと)', count('回', { from: 3, through: 12 }), [
      '三郷市条例第15条、人事院規則15―14 第23条',
      '条例',
      'A',
    ]),
    caregiverMonths: define('介護休暇の通算の期間', count('か月', { from: 3, through: 24 }), [
      '三郷市条例第15条、人事院規則15―14 第23条',
      '条例',
      'A',
    ]),
    caregiverTimeMinutes: define('介護時間の限度(1日)', duration({ from: 30, through: hours(4) }), [
      '勤務時間法第20条の2',
      '条例',
      'B',
    ]),
    caregiverTimeYears: define('介護時間の期間', count('年', { from: 1, through: 10 }), [
      '勤務時間法第20条の2',
      '条例',
      'B',
    ]),
    shortTimeWeekLeast: define(
      '条例で定める育児短時間勤務の最短(1週間)',
      duration({ from: hours(10), through: hours(35) }),
      ['地方公務員の育児休業等に関する法律第10条', '条例', 'B'],
    ),
    shortTimeWeekMost: define(
      '条例で定める育児短時間勤務の最長(1週間)',
      duration({ from: hours(10), through: hours(35) }),
      ['地方公務員の育児休業等に関する法律第10条', '条例', 'B'],
    ),
    childcareLeaveLeadMonths: define('育児休業の請求の期限(始める日の前)', count('か月', { from: 0, through: 3 }), [
      '沖縄県教育委員会職員服務規程第16条の2(1か月)',
      '規則',
      'A',
    ]),
    birthLeaveLeadWeeks: define(
      '出生後57日までの育児休業の請求の期限(始める日の前)',
      count('週間', { from: 0, through: 8 }),
      ['沖縄県教育委員会職員服務規程第16条の2(2週間)', '規則', 'A'],
    ),
    shortTimeLeadMonths: define('育児短時間勤務の請求の期限(始める日の前)', count('か月', { from: 0, through: 3 }), [
      '地方公務員の育児休業等に関する法律第10条第2項、育児休業条例(1か月)',
      '条例',
      'B',
    ]),
    type2FirstPeriod: define(
      '第2号部分休業の最初の半年(令和7年10月1日から令和8年3月31日まで)',
      choice<LeaveRules['type2FirstPeriod']>({ half: '半分(38:45)', full: '全部(77:30)' }),
      ['育児休業条例(準則)附則', '条例', 'B'],
    ),
    conversionAtChange: define(
      '第1号から第2号に変えたときに残る時間',
      choice<LeaveRules['conversionAtChange']>({
        lessTaken: '取得した時間を引く',
        byMonths: '残りの月数で割り振る',
        full: '全部',
      }),
      ['育児休業条例(例規で要確認)', '規則', 'C'],
    ),
    typeChanges: define('部分休業の型を1年に変えられる回数', count('回', { from: 0, through: 12 }), [
      '第24号様式の3(第1回・第2回)',
      '規則',
      'B',
    ]),
    partialLeavePayRounding: define(
      '部分休業で減額する時間の端数',
      choice<LeaveRules['partialLeavePayRounding']>({
        thirtyMinutes: '月の合計を30分で切り上げ・切り捨て',
        exact: '分のまま',
      }),
      ['三郷市育児休業条例第19条、給与条例', '規則', 'C'],
    ),
    municipalKinds: define('その団体だけの休暇', list(ownKind, { most: 60, empty: 'なし', sameBy: 'code' }), [
      '条例・規則',
      '規則',
      'C',
    ]),
    absentKinds: define('その団体にない休暇(種別のコード)', list(text(40), { most: 60, empty: 'なし' }), [
      '条例・規則',
      '規則',
      'C',
    ]),
    registerCategories: define('出勤簿の整理欄', list(registerCell, { least: 1, most: 40, sameBy: 'label' }), [
      '出勤簿(第4号様式、令和7年10月1日)',
      '人事課',
      'C',
    ]),
  },
  checks,
};
