import { type ImpossibleSpans, type SpanDefect, spanDefects } from '@tokimori/law/pay/check-month';
import { payLaw } from '@tokimori/law/pay/pay-rates';
import type { OvertimeSpan, PayMonth, PaySpan, Reallotted } from '@tokimori/law/pay/pay-types';
import type { PayRules } from '@tokimori/law/pay/rules';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth } from '@tokimori/law/time/months';
import { complain } from '../document/complaints.ts';
import { readDocument, refuseDocument } from '../document/read-document.ts';
import type { Complaint } from '../refusal.ts';
import { type PayMonthInput, payMonthInput } from './month-schema.ts';

type Said = (on: string, month: string) => readonly [ja: readonly [string, string], en: readonly [string, string]];

const sentences: Readonly<Record<SpanDefect, Said>> = {
  otherMonth: (on, month) => [
    [`${on} は ${month} の日ではありません。`, 'その月の勤務日の時間だけを書いてください。'],
    [`${on} is not a day of ${month}.`, 'Give the duty dates of that month alone.'],
  ],
  reversed: () => [
    [
      '終わりが始まりより後になっていません。',
      'to には from より後の時刻を書いてください(翌日は 24:00 を超える時刻)。',
    ],
    ['It does not end after it begins.', 'Give a "to" later than "from" (past midnight: beyond 24:00).'],
  ],
  pastEnd: () => [
    ['48:00 を過ぎています。', '時刻は勤務日の 0:00 から 48:00 までで書いてください。'],
    ['It runs past 48:00.', 'Give times from 0:00 to 48:00 of the duty date.'],
  ],
  overlap: (on) => [
    [`${on} の前の時間と重なっています。`, '同じ時間は1回だけ書いてください。'],
    [`It overlaps another span before it on ${on}.`, 'Give each minute once.'],
  ],
  nightTwice: () => [
    [
      '夜間勤務(nightRegular)が、時間外勤務か休日勤務と重なっています。',
      'nightRegular には正規の勤務時間だけを書いてください。休日勤務の深夜は holidayWork から計算します。',
    ],
    [
      'nightRegular meets overtime or holiday work.',
      'Give regular hours alone; the night of holidayWork is counted from there.',
    ],
  ],
  twoKinds: (on) => [
    [`${on} の日の種類が2とおりあります。`, '1つの勤務日の dayKind はそろえてください。'],
    [`${on} is of two kinds.`, 'Give each duty date one dayKind.'],
  ],
  twoRegularHours: (on) => [
    [`${on} の正規の勤務時間が2とおりあります。`, '1つの勤務日の regularHours はそろえてください。'],
    [`${on} has two lengths of regular hours.`, 'Give each duty date one regularHours.'],
  ],
  regularHoursTooLong: () => [
    ['正規の勤務時間が 24:00 を超えています。', 'その勤務日の正規の勤務時間を書いてください。'],
    ['The regular hours are longer than 24:00.', 'Give the regular hours of that duty date.'],
  ],
  nextDayUnknown: () => [
    [
      '24:00 を過ぎますが、翌日の種類がわかりません。',
      '割合を暦日で決めるとき(overnightRateBy: CALENDAR_DATE)は nextDayKind を書いてください。',
    ],
    ['It runs past midnight into a day of unknown kind.', 'Where the calendar day decides, give nextDayKind.'],
  ],
  weekHoursUnknown: (on) => [
    [
      `${on} の週の正規の勤務時間がわかりません。`,
      '週で見るとき(shortTimeWithoutHours: FULL_WEEK)は weekHours か shortTimeWeekHours を書いてください。',
    ],
    [
      `The regular hours of the week of ${on} are not told.`,
      'Where the week is looked at, give weekHours or shortTimeWeekHours.',
    ],
  ],
  twoWeekHours: (on) => [
    [`${on} の週の正規の勤務時間が2とおりあります。`, '1つの週の weekHours はそろえてください。'],
    [`The week of ${on} has two lengths of regular hours.`, 'Give each week one weekHours.'],
  ],
  negative: () => [
    ['負の時間です。', '0:00 以上の時間を書いてください。'],
    ['It is negative.', 'Give 0:00 or more.'],
  ],
};

type Sources = ReadonlyMap<PaySpan | Reallotted, string>;

function complaintOf({ defect, source }: ImpossibleSpans, places: Sources, month: string): Complaint {
  return complain(places.get(source) ?? '', ...sentences[defect](formatLocalDate(source.dutyDate), month));
}

/** The month as the law takes it; the span of each place is kept apart, so that a defect can name it. */
function monthOf(input: PayMonthInput): { readonly month: PayMonth; readonly places: Sources } {
  const places = new Map<PaySpan | Reallotted, string>();
  const placed = <In, Out extends PaySpan | Reallotted>(name: string, list: readonly In[], of: (each: In) => Out) =>
    list.map((each, i) => {
      const out = of(each);
      places.set(out, `${name}[${i}]`);
      return out;
    });
  type Plain = NonNullable<PayMonthInput['holidayWork']>[number];
  // A day that says its own regular hours once does not take those of the document.
  const ownDays = new Set(
    (input.spans ?? []).flatMap((span) => (span.regularHours === undefined ? [] : span.dutyDate)),
  );
  const plain = ({ dutyDate, from, to }: Plain): PaySpan => ({ dutyDate, from, until: to });
  const month: PayMonth = {
    month: input.month,
    overtime: placed('spans', input.spans ?? [], (span): OvertimeSpan => {
      const regularHours = span.regularHours ?? (ownDays.has(span.dutyDate) ? undefined : input.shortTimeRegularHours);
      const weekHours = span.weekHours ?? input.shortTimeWeekHours;
      return {
        ...plain(span),
        dayKind: span.dayKind,
        ...(regularHours === undefined ? {} : { regularHours }),
        ...(weekHours === undefined ? {} : { weekHours }),
        ...(span.nextDayKind === undefined ? {} : { nextDayKind: span.nextDayKind }),
        ...(span.travel === undefined ? {} : { travel: span.travel }),
      };
    }),
    holidayWork: placed('holidayWork', input.holidayWork ?? [], plain),
    reallotted: placed('reallotted', input.reallotted ?? [], (each): Reallotted => ({ ...each })),
    nightRegular: placed('nightRegular', input.nightRegular ?? [], plain),
    ...(input.statutoryDaysOff === undefined ? {} : { statutoryDaysOff: input.statutoryDaysOff }),
  };
  return { month, places };
}

/** The month in a document that is read already. @throws InputRefused naming every place that is impossible */
export function payMonthOf(input: PayMonthInput): PayMonth {
  const { month, places } = monthOf(input);
  const name = formatYearMonth(month.month);
  const begins = payLaw[0]?.from ?? '';
  if (formatLocalDate(firstDayOf(month.month)) < begins) {
    refuseDocument([
      complain(
        'month',
        [`${name} には、まだ今の支給割合の定めがありません。`, `${begins} 以後の月を書いてください。`],
        [`The rates were not in force in ${name}.`, `Give a month from ${begins} on.`],
      ),
    ]);
  }
  const defects = spanDefects(month, input.rules);
  if (defects.length > 0) refuseDocument(defects.map((defect) => complaintOf(defect, places, name)));
  return month;
}

/**
 * The month in a document of `tokimori pay-hours`, and the rules over the model.
 * @throws InputRefused naming every place that is unknown, unreadable or impossible
 */
export function readPayMonth(document: unknown): { readonly month: PayMonth; readonly rules: PayRules } {
  const input = readDocument(payMonthInput, document);
  return { month: payMonthOf(input), rules: input.rules };
}
