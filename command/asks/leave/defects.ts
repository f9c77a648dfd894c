import type { AnnualDefect } from '@tokimori/law/leave/annual/types';
import type { LeaveRulesDefect } from '@tokimori/law/leave/kinds/master';
import type { BirthDefect } from '@tokimori/law/leave/kinds/maternity';
import type { RegisterDefect } from '@tokimori/law/leave/kinds/register-tally';
import type { TakingDefect } from '@tokimori/law/leave/kinds/taking-types';
import type { PartialLeaveDefect } from '@tokimori/law/leave/partial-childcare/types';

type Sentence = readonly [why: string, cure: string];
export type Words = readonly [ja: Sentence, en: Sentence];
/** What to say of a defect, with what it is wrong with. */
export type DefectWords<Defect extends string> = Readonly<Record<Defect, (of: string) => Words>>;

/** The sentences of a defect; `%` stands for what it is wrong with. */
export const say =
  (jaWhy: string, jaCure: string, enWhy: string, enCure: string) =>
  (of: string): Words => {
    const put = (text: string) => text.replaceAll('%', of);
    return [
      [put(jaWhy), put(jaCure)],
      [put(enWhy), put(enCure)],
    ];
  };

const noTime = say(
  '時間がないか、逆になっています。',
  '始まりより後に終わる、24時間より短い時間を書いてください。',
  'There is no time, or it is reversed.',
  'Give a time that ends after it begins and is shorter than 24 hours.',
);
const twice = say('「%」が2回あります。', '名前を1つずつにしてください。', '"%" occurs twice.', 'Name each once.');
const unknownKind = say(
  '「%」という種類はありません。',
  'tokimori law ask leave-kinds で種類の一覧を見てください。',
  'There is no kind "%".',
  'See the list: tokimori law ask leave-kinds.',
);
const dayLength = say(
  '1日の勤務時間が正しくありません。',
  '0:01 から 24:00 までで書いてください。',
  'The hours of a day are impossible.',
  'Give 0:01 to 24:00.',
);
const dutyDaysUnknown = say(
  '週又は年の勤務日数がありません。',
  'weeklyDays か annualDays を書いてください。',
  'The duty days of the week or year are missing.',
  'Give weeklyDays or annualDays.',
);

export const partialLeaveDefects: DefectWords<PartialLeaveDefect> = {
  noSuchYear: say(
    '%年度には、第1号・第2号の部分休業がありません(令和7年9月30日までは、勤務時間の始め又は終わりに1日2時間までの部分休業でした)。',
    '2025年度(10月1日から)以後の年度を書いてください。',
    'There was no type 1 or type 2 in the fiscal year %; until 2025-09-30 the leave was up to two hours at the beginning or end of a day.',
    'Give the fiscal year 2025 (from 1 October) or later.',
  ),
  dayLength,
  dutyDaysUnknown,
  eventTwice: twice,
  childTwice: twice,
  unknownChild: say(
    '子の名前が children にありません。',
    'children の id のどれかを書いてください。',
    'The child is not among children.',
    'Give an id of children.',
  ),
  unknownRequest: say(
    '取り消す請求がありません。',
    'requests の id のどれかを書いてください。',
    'There is no such request.',
    'Give an id of requests.',
  ),
  recordedAfterYear: say(
    '年度の後の日です。',
    'その年度の末日までの日を書いてください。',
    'The day is after the year.',
    'Give a day up to the end of the year.',
  ),
  whoseEvent: say(
    'だれの事由かわかりません。',
    '子の事由には child を書き、本人の事由には書かないでください。',
    'Whose event is it?',
    'Name the child for an event about a child, and none for one about the person.',
  ),
  backBeforeBegun: say(
    '復帰の日が事由の日より後ではありません。',
    '事由の日より後の日を書いてください。',
    'The return is not after the event.',
    'Give a later day.',
  ),
  emptySpan: noTime,
  noDay: say('日がありません。', '使う日を1日以上書いてください。', 'There is no day.', 'Give at least one day.'),
  dayTwice: say('同じ日が2回あります。', '日を1回ずつにしてください。', 'A day occurs twice.', 'Give each day once.'),
  outsideYear: say(
    '年度の外の日があります。',
    '4月1日から翌年3月31日までの日を書いてください。',
    'A day lies outside the year.',
    'Give days from 1 April to 31 March.',
  ),
  noTime,
  rowsOverlap: say(
    '時間帯が重なっています。',
    '重ならない時間帯を書いてください。',
    'The times overlap.',
    'Give times that do not overlap.',
  ),
  noHours: say(
    '割り振られた勤務時間がありません。',
    'allotment に勤務時間を書いてください。',
    'There are no regular hours.',
    'Give them as allotment.',
  ),
  negativeTime: noTime,
};

export const annualDefects: DefectWords<AnnualDefect> = {
  dayLength,
  takingTwice: twice,
  outsideTime: say(
    '休暇の年又は在職期間の外の日です。',
    'その年の、採用から退職までの日を書いてください。',
    'The day is outside the year or the service.',
    'Give a day of the year within the service.',
  ),
  noTime,
  attendance: say(
    '%の出勤した日数が全労働日より多いか、負です。',
    '0 から全労働日までの日数を書いてください。',
    'For % more days were attended than there were, or fewer than none.',
    'Give 0 to all duty days.',
  ),
  attendanceUnknown: say(
    '%に付与するための出勤の状況がありません。',
    'attendance に、その前の期間の出勤した日数と全労働日を書いてください。',
    'The attendance before the grant of % is missing.',
    'Give it in attendance.',
  ),
  hoursUnknown: say(
    '1週間の勤務時間がありません。',
    'weeklyHours を書いてください。',
    'The hours of the week are missing.',
    'Give weeklyHours.',
  ),
  dutyDaysUnknown,
  hiredAfterYear: say(
    '採用の日が休暇の年より後です。',
    'その年の末日までの日か、後の年を書いてください。',
    'The appointment is after the year.',
    'Give an earlier day, or a later year.',
  ),
  beforeAppointment: say(
    '採用の前の日です。',
    'through に採用の日以後の日を書いてください。',
    'The day is before the appointment.',
    'Give a later day in through.',
  ),
  notForAppointee: say(
    '会計年度任用職員の付与は年によりません。',
    'year の代わりに through を書いてください。',
    'An appointee has no leave year.',
    'Give through instead of year.',
  ),
  onlyForAppointee: say(
    'through は会計年度任用職員だけに使います。',
    'year を書いてください。',
    'through is for appointees only.',
    'Give year.',
  ),
  negativeCarryOver: noTime,
};

export const takingDefects: DefectWords<TakingDefect> = {
  unknownKind,
  reversed: say(
    '終わりの日が始まりの日より前です。',
    '始まりの日以後の日を書いてください。',
    'It ends before it begins.',
    'Give a later day.',
  ),
  partOfOneDay: say(
    '時間で取る休暇が2日以上にわたっています。',
    '1日ずつ書いてください。',
    'A part of a day lies on one day.',
    'Give each day by itself.',
  ),
  noTime,
  halfDayNeedsTime: say(
    '半日の時間がありません。',
    'time に半日の時間を書いてください。',
    'The hours of the half day are missing.',
    'Give time.',
  ),
  dutyDays: say(
    '勤務を要する日が期間の日数より多くなっています。',
    '期間の日数までで書いてください。',
    'There are more duty days than days.',
    'Give no more than the days.',
  ),
  minutes: dayLength,
  negative: say('負の数があります。', '0 以上で書いてください。', 'A number is negative.', 'Give 0 or more.'),
  reversedPeriod: say(
    '指定された期間が逆になっています。',
    '始まりの日以後に終わる期間を書いてください。',
    'A period is reversed.',
    'Give periods that end after they begin.',
  ),
  factMissing: say(
    'この種類の判定に要る facts.% がありません。',
    'facts に % を書いてください。',
    'facts.% is needed to judge this kind.',
    'Give % in facts.',
  ),
  relationWithoutDays: say(
    '「%」の忌引の日数が定められていません。',
    'rules.bereavement に日数を書いてください。',
    'There are no days for "%".',
    'Give them in rules.bereavement.',
  ),
};

export const birthDefects: DefectWords<BirthDefect> = {
  tooFarFromDue: say(
    '出産の日 % が予定日から離れすぎています。',
    '予定日の195日前から60日後までの日を書いてください。',
    'The birth on % is too far from the due date.',
    'Give a day from 195 days before to 60 days after it.',
  ),
};

export const registerDefects: DefectWords<RegisterDefect> = {
  unknownKind,
  outsideMonth: say(
    '%はこの月の日ではありません。',
    '月の中の日を書いてください。',
    '% is not in the month.',
    'Give a day of it.',
  ),
  kindTwice: say(
    '%に同じ種類が2回あります。',
    '1つにまとめてください。',
    'A kind occurs twice on %.',
    'Put them together.',
  ),
  twoWholeDays: say(
    '%に全日の種類が2つあります。',
    '全日は1つにしてください。',
    'There are two whole days on %.',
    'Give one.',
  ),
  partBesideWhole: say(
    '%は全日の休暇と時間の休暇が重なっています。',
    'どちらかを直してください。',
    'A part of a day stands beside a whole day on %.',
    'Correct one of them.',
  ),
  longerThanDay: say(
    '%の時間の合計が1日以上です。',
    '時間を確かめてください。',
    'The times of % make a day or more.',
    'Check them.',
  ),
  noTime,
};

export const leaveRulesDefects: DefectWords<LeaveRulesDefect> = {
  kindTwice: twice,
  unknownAbsentKind: unknownKind,
  categoryCodeTwice: say(
    '種類「%」が整理欄の2つの欄にあります。',
    '1つの欄だけに書いてください。',
    'The kind "%" stands in two categories.',
    'Put it into one.',
  ),
  unknownCategoryCode: unknownKind,
  prenatalWeeks: say(
    '産前の週数 % は労働基準法65条1項より短くなっています。',
    '6週間(多胎は14週間)以上で書いてください。',
    'The % weeks before birth are fewer than the law has.',
    'Give 6 (14) or more.',
  ),
  postnatalWeeks: say(
    '産後の週数 % は労働基準法65条2項より短くなっています。',
    '8週間以上で書いてください。',
    'The % weeks after birth are fewer than the law has.',
    'Give 8 or more.',
  ),
};
