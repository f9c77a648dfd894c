import { type LawRefusals, notInForce } from '../law-refusals.ts';

/** What to say when the law of pay refuses. */
export const payRefusals: LawRefusals = {
  NotInForce: notInForce,
  OutsideCalendar: {
    ja: ['その年の祝日がわかりません。', '2010年度から2098年度までの日を書いてください。'],
    en: ['The holidays of that year are not known.', 'Give a day of the fiscal years 2010 to 2098.'],
  },
  ImpossibleAmount: {
    ja: [
      '額か週の勤務時間がありえない値です。',
      '額は 0 以上の円、週の勤務時間は 0:01 から常勤職員の時間までで書いてください。',
    ],
    en: ['An amount or the weekly hours cannot be.', 'Give whole yen, and at most the week of full-time staff.'],
  },
  ImpossibleDesignation: {
    ja: [
      '代休時間の指定がありえない値です。',
      'from より後の to と、代休時間を超えない leave・workedAfterAll を書いてください。',
    ],
    en: ['A designation cannot be.', 'Give a "to" later than "from", and no more leave or work than its hours.'],
  },
  ImpossibleHoliday: {
    ja: ['その日は休日でないか、必要な時間が正規の勤務時間より長くなっています。', '日と時間を確かめてください。'],
    en: ['The day is no holiday, or more is required than its regular hours.', 'Check the day and the hours.'],
  },
  ImpossibleOccasion: {
    ja: [
      '勤務の時間が重なっているか、終わりが始まりより後になっていません。',
      '48:00 までの、重ならない時間を書いてください。',
    ],
    en: ['Hours overlap, or end before they begin.', 'Give spans up to 48:00 that do not overlap.'],
  },
  NoDutyDay: {
    ja: ['休日の後に勤務日が見つかりません。', 'days か calendar に勤務日を書いてください。'],
    en: ['No duty day follows a holiday.', 'Give duty days in "days" or "calendar".'],
  },
};

/** What to say of a week whose figures cannot be, by the message of the law. */
export const weekRefusals: Readonly<Record<string, LawRefusals[string]>> = {
  'no day': {
    ja: ['日がありません。', '週の日を書いてください。'],
    en: ['There is no day.', 'Give the days of a week.'],
  },
  'a day twice': {
    ja: ['同じ日が2回あります。', '1つの日は1回だけ書いてください。'],
    en: ['A day is given twice.', 'Give each day once.'],
  },
  'days of two weeks': {
    ja: ['2つの週の日があります。', '1つの週の日だけを書いてください(週の起算日は rules.weekStart)。'],
    en: ['The days are of two weeks.', 'Give the days of one week (rules.weekStart begins it).'],
  },
  'more worked than allotted and moved in': {
    ja: [
      '勤務した時間が、割振りとほかの週から移した時間の合計より長くなっています。',
      '時間外勤務は除いて書いてください。',
    ],
    en: ['More is worked than allotted and moved in.', 'Leave overtime out.'],
  },
  'more holiday work than worked': {
    ja: ['休日勤務が、勤務した時間より長くなっています。', '休日勤務は worked に含めて書いてください。'],
    en: ['There is more holiday work than work.', 'Include holiday work in "worked".'],
  },
};
