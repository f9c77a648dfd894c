import { type FormDefinition, keyOf, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { minutesOf } from '../sheet/figures.ts';
import { cumulative, type Filled, type Given, monthOf } from '../sheet/given.ts';
import { type NoticeContent, taskOf } from '../sheet/notice.ts';
import { exceptionalAt, expectedExceptional, expectedPart } from './months.ts';
import { rowPart } from './rows.ts';
import { isExtreme } from './rules.ts';
import { type NerimaSheet, sheetOf, shownOf } from './sheet.ts';
import { workbookOf } from './workbook.ts';

const priorParts = (given: Given): readonly Part[] => [expectedPart(given), rowPart('prior', given)];
const reviewParts = (given: Given): readonly Part[] => [rowPart('review', given)];

/** The 事前届出 as the notice of the register: rows that this person's sheet does not have are not told. */
function noticeOf(given: Given, filled: Filled): NoticeContent {
  const part = rowPart('prior', given);
  const told = (id: 'staffing' | 'unavoidable' | 'reduction' | 'health') => {
    const field = part.fields.find((each) => each.id === id);
    return field === undefined ? {} : { [id]: textOf([part], filled, keyOf(part, field)) };
  };
  return {
    task: taskOf(textOf([part], filled, 'prior.overview')),
    expected: expectedExceptional(given, filled),
    hoursAt: exceptionalAt(given.month),
    ...told('staffing'),
    ...told('unavoidable'),
    ...told('reduction'),
    ...told('health'),
  };
}

const common = {
  municipality: '練馬区',
  source: '総務省事例集(令和4年12月) 練馬区「事前届出・事後検証報告書の1ペーパー化」',
  per: 'person',
  by: ['manager'],
  shownToPerson: true,
  route: [{ role: 'health', label: '健康管理部局' }],
  shown: shownOf,
  template: 'nerima/sheet.typ',
} as const;

const printedPrior = ({ given, filled, submittedOn }: PrintedSheet): NerimaSheet =>
  sheetOf(given, { given, filled, on: submittedOn }, null);

function printedReview({ given, filled, submittedOn }: PrintedSheet): NerimaSheet {
  const { earlier } = given;
  // The left half stands as it was handed in: what was expected on that day.
  const prior = earlier === null ? null : { given: { ...given, on: earlier.on, earlier: null }, ...earlier };
  return sheetOf(given, prior, { given, filled, on: submittedOn });
}

/** 練馬区 事前届出: the left half of the sheet, by the 20th of the month before, where 特例業務 is expected to pass an upper bound. */
export const nerimaPrior: FormDefinition = {
  ...common,
  key: 'nerima-prior',
  title: '特例業務従事職員に係る事前届出 兼 本人通知書',
  ahead: 3,
  concerns: (given, person) => (monthOf(given, person).exceptional ?? 0) > 0,
  parts: priorParts,
  notice: noticeOf,
  printed: printedPrior,
  workbook: (sheet) => workbookOf(printedPrior(sheet)),
};

/** 練馬区 事後検証報告書: the right half, by the 20th of the month after next, on the sheet that the 事前届出 was written on. */
export const nerimaReview: FormDefinition = {
  ...common,
  key: 'nerima-review',
  title: '特例業務従事職員に係る事後検証報告書 兼 本人通知書',
  ahead: 0,
  closes: 'monthOver',
  concerns: (given, person) =>
    isExtreme(given, person) ||
    (!person.externallyDriven && (minutesOf(given, person) > 45 * 60 || cumulative(given, person) > 360 * 60)),
  earlier: 'nerima-prior',
  parts: reviewParts,
  printed: printedReview,
  workbook: (sheet) => workbookOf(printedReview(sheet)),
};
