import { NotInForce } from '@tokimori/law/decision/dated';
import { ImpossibleSurvey, type SurveyDefect } from '@tokimori/law/survey/defects';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth } from '@tokimori/law/time/months';
import { complain } from '../../document/complaints.ts';
import { refuseDocument } from '../../document/read-document.ts';

type Sentence = readonly [ja: readonly [why: string, cure: string], en: readonly [why: string, cure: string]];
type Refusal = Pick<ImpossibleSurvey, 'figures' | 'words'>;

const figure = ({ figures }: Refusal, name: string): number => figures[name] ?? Number.NaN;
const month = (refusal: Refusal): string => formatYearMonth(figure(refusal, 'month'));
const word = ({ words }: Refusal, name: string): string => words[name] ?? '';

type Words = (refusal: Refusal) => Sentence;

/** Numbers that cannot be. */
const counts = {
  notWhole: () => [
    ['0 以上の整数ではありません。', '0 以上の整数で書いてください。'],
    ['It is not a whole number of 0 or more.', 'Write a whole number of 0 or more.'],
  ],
  partOverWhole: (r: Refusal) => [
    [`${figure(r, 'part')} が、元になる ${figure(r, 'whole')} より多くなっています。`, '両方の数を確かめてください。'],
    [`${figure(r, 'part')} is more than the ${figure(r, 'whole')} it is a part of.`, 'Check both numbers.'],
  ],
  sharesNotHundred: (r: Refusal) => [
    [
      `割合の合計が ${(figure(r, 'tenths') / 10).toFixed(1)}% です。`,
      '四捨五入した割合の合計は 99.9% から 100.1% までです。割合を確かめてください。',
    ],
    [
      `The shares add up to ${(figure(r, 'tenths') / 10).toFixed(1)} %.`,
      'Rounded shares of one whole make 99.9 to 100.1 %. Check them.',
    ],
  ],
  moreThanHeads: (r: Refusal) => [
    [
      `職員の月が ${figure(r, 'people')} 人分あり、職員数 ${figure(r, 'heads')} 人より多くなっています。`,
      '職員数か、職員の月の部局・管理監督職員の別を直してください。',
    ],
    [
      `There are ${figure(r, 'people')} people in the month, but ${figure(r, 'heads')} heads.`,
      'Correct the headcount, or the bureau or managerial of the months.',
    ],
  ],
  exceptionalOverOvertime: (r: Refusal) => [
    [
      `特例業務 ${formatDuration(figure(r, 'exceptional'))} が時間外勤務 ${formatDuration(figure(r, 'overtime'))} より長くなっています。`,
      '特例業務は時間外勤務の内数で書いてください。',
    ],
    ['There is more exceptional work than overtime.', 'exceptional is a part of overtime.'],
  ],
  notInPlace: (r: Refusal) => [
    [`制度がないのに、利用者が ${figure(r, 'users')} 人います。`, 'inPlace か人数を直してください。'],
    [`The system is not in place, but has ${figure(r, 'users')} users.`, 'Correct inPlace, or the numbers of users.'],
  ],
} satisfies Partial<Record<SurveyDefect, Words>>;

/** Things out of place. */
const places = {
  monthMissing: (r: Refusal) => [
    [`${month(r)} の職員数がありません。`, '年度の12か月全ての職員数を書いてください。'],
    [`There is no headcount of ${month(r)}.`, 'Give the headcounts of all twelve months.'],
  ],
  monthOutside: (r: Refusal) => [
    [`${month(r)} は調査する年度の外です。`, '年度の月(4月から翌年3月)を書いてください。'],
    [`${month(r)} is outside the surveyed year.`, 'Give a month of the fiscal year.'],
  ],
  twice: () => [
    ['前に書いたものと重なっています。', '1つのことは1度だけ書いてください。'],
    ['It is given twice.', 'Give each thing once.'],
  ],
  unknownBureau: (r: Refusal) => [
    [`部局「${word(r, 'bureau')}」が bureaus にありません。`, 'bureaus に加えるか、部局の符号を直してください。'],
    [`The bureau "${word(r, 'bureau')}" is not among bureaus.`, 'Add it to bureaus, or correct its id.'],
  ],
  reversed: () => [
    ['終わりの日が始まりの日より前です。', '両方の日を確かめてください。'],
    ['It ends before it begins.', 'Check both days.'],
  ],
  overlaps: () => [
    ['同じ職員の前の休務と重なっています。', '休務の日を確かめてください。'],
    ['It overlaps an earlier absence of the same person.', 'Check the days.'],
  ],
  notAsked: (r: Refusal) => [
    [`「${word(r, 'item')}」がないときは問わない項目です。`, `項目を取り除くか、${word(r, 'item')} を書いてください。`],
    [`It is not asked without "${word(r, 'item')}".`, `Remove it, or give ${word(r, 'item')}.`],
  ],
  notConsecutive: (r: Refusal) => [
    ['年度が続いていません。', `${figure(r, 'expected')} を書いてください。年度は古い順に続けて書きます。`],
    [
      'The years do not follow each other.',
      `Write ${figure(r, 'expected')}. Give the years in order, the oldest first.`,
    ],
  ],
  needed: (r: Refusal) => [
    [`「${word(r, 'what')}」が必要です。`, '足りないものを加えるか、数を減らしてください(年度は3年分まで)。'],
    [`"${word(r, 'what')}" is needed.`, 'Add what is missing; of years there are one to three.'],
  ],
} satisfies Partial<Record<SurveyDefect, Words>>;

const sentences: Readonly<Record<SurveyDefect, Words>> = { ...counts, ...places };

const layoutUnknown: Sentence = [
  ['この年度の調査の様式はわかりません。', '令和4年度(2022)か、それより後の年度を書いてください。'],
  ['The layout of the survey of that year is not known.', 'Give 2022 or a later fiscal year.'],
];

/** What the law answers, or a refusal that names the place. @param year where the fiscal year stands */
export function surveyed<T>(year: string, question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (error instanceof ImpossibleSurvey)
      return refuseDocument([complain(error.place, ...sentences[error.because](error))]);
    if (error instanceof NotInForce) return refuseDocument([complain(year, ...layoutUnknown)]);
    throw error;
  }
}

/** Tenths of a figure as it is printed, "148.2". @throws InputRefused */
export function tenthsAt(text: string, place: string): number {
  if (/^\d{1,9}\.\d$/.test(text)) return Number(text.replace('.', ''));
  return refuseDocument([
    complain(
      place,
      [`「${text}」は小数点以下1桁の数として読めません。`, '公表されたとおりに書いてください。例 "148.2"'],
      [`"${text}" is not a number with one decimal.`, 'Write it as it was published, such as "148.2".'],
    ),
  ]);
}
