import type { ImpossibleOccasion } from '@tokimori/law/statutory-hours/disaster-need';
import type { WeekDefect } from '@tokimori/law/statutory-hours/weeks';

type Sentence = readonly [ja: readonly [string, string], en: readonly [string, string]];

/** What is wrong with the days of `statutory-hours`, by the defect that the law named. */
export const weekDefects: Readonly<Record<WeekDefect, (day: string) => Sentence>> = {
  noDay: () => [
    ['日がありません。', '週の初めから7日ずつ書いてください。'],
    ['There is no day.', 'Give whole weeks.'],
  ],
  dayTwice: (day) => [
    [`${day} が2回あります。`, '1つの日は1回だけ書いてください。'],
    [`${day} is given twice.`, 'Give each day once.'],
  ],
  gap: (day) => [
    [`${day} がありません。`, '勤務のない日も続けて書いてください。'],
    [`${day} is missing.`, 'Give every day, also those without work.'],
  ],
  notWholeWeeks: (day) => [
    [`週の途中(${day})で始まるか終わっています。`, '週の起算日から7日ずつ書いてください。'],
    [`A week is cut at ${day}.`, 'Give whole weeks from the day on which the week starts.'],
  ],
  emptySpan: (day) => [
    [`${day} に、終わりが始まりより後でない時間帯があります。`, '翌日に入る勤務は 26:10 のように書いてください。'],
    [`A span of ${day} does not end after it begins.`, 'Write times past midnight as 26:10.'],
  ],
  spanOutsideDay: (day) => [
    [`${day} に、48:00 を過ぎる時間帯があります。`, '始まった日ごとに分けて書いてください。'],
    [`A span of ${day} passes 48:00.`, 'Give the work on the day on which it began.'],
  ],
  spansOverlap: (day) => [
    [`${day} の勤務が、ほかの勤務と重なっています。`, '前の日から続く勤務とも重ならないように直してください。'],
    [`Work of ${day} overlaps other work.`, 'Correct the times, also of a shift that runs on from the day before.'],
  ],
  hoursOnDayOff: (day) => [
    [`${day} は週休日なのに割り振られた時間があります。`, '割り振った日は dutyDay にしてください。'],
    [`${day} is a 週休日 with allotted hours.`, 'A day with allotted hours is a dutyDay.'],
  ],
  noHoursOnDutyDay: (day) => [
    [
      `${day} に割り振られた時間がありません。`,
      'allotted を書くか、割り振りのない日なら weeklyDayOff にしてください。',
    ],
    [`No hours are allotted to ${day}.`, 'Give allotted, or make the day a weeklyDayOff.'],
  ],
  moreRegularThanAllotted: (day) => [
    [
      `${day} の正規の勤務が、割り振られた時間より長くなっています。`,
      '休憩を除き、超えた分は overtime に書いてください。',
    ],
    [`More regular hours than allotted on ${day}.`, 'Take out breaks; what goes beyond is overtime.'],
  ],
  weekAfterNeeded: (day) => [
    [`${day} の勤務が次の週に入っています。`, '次の週の7日も書いてください。'],
    [`Work of ${day} runs into the next week.`, 'Give the seven days of the next week, too.'],
  ],
  periodTooLong: (day) => [
    [`${day} からの変形期間が1箇月を超えています。`, '変形期間は1箇月以内にしてください。'],
    [`The averaging period from ${day} is longer than a month.`, 'Make it a month at most.'],
  ],
  periodReversed: (day) => [
    [`${day} からの変形期間の終わりが始まりより前です。`, '始まりと終わりを確かめてください。'],
    [`The averaging period from ${day} ends before it begins.`, 'Check both days.'],
  ],
  periodsOverlap: (day) => [
    [`${day} からの変形期間が前の変形期間と重なっています。`, '変形期間が重ならないように直してください。'],
    [`The averaging period from ${day} overlaps the one before.`, 'Keep periods apart.'],
  ],
  periodNotCovered: (day) => [
    [`${day} からの変形期間に、書かれていない日があります。`, '変形期間のすべての日を含む週を書いてください。'],
    [`Days of the averaging period from ${day} are missing.`, 'Give all weeks that hold its days.'],
  ],
  weekStartUnknown: () => [
    ['週の起算日が曜日ではありません。', '0(日曜日)から 6(土曜日)を書いてください。'],
    ['The start of the week is no day of the week.', 'Write 0 (Sunday) to 6 (Saturday).'],
  ],
};

/** What is wrong with an occasion of 33条1項. */
export const occasionDefects: Readonly<Record<ImpossibleOccasion['defect'], Sentence>> = {
  reversed: [
    ['終わりの日が始まりの日より前です。', '始まりの日と終わりの日を確かめてください。'],
    ['It ends before it begins.', 'Check both days.'],
  ],
  reportBefore: [
    ['届出の日が始まりの日より前です。', '届出は勤務の後に行います。事前のものは permittedOn に書いてください。'],
    ['It was reported before it began.', 'A report follows the work; a permission beforehand goes into permittedOn.'],
  ],
  unknownNumber: [
    ['労働基準法別表第1にない号です。', '1 から 15、または null を書いてください。'],
    ['There is no such number.', 'Write 1 to 15, or null.'],
  ],
};
