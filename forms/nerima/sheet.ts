import { parseDuration } from '@tokimori/law/time/minutes';
import { eraDate, monthName } from '@tokimori/wording/format';
import type { Shown } from '../sheet/definition.ts';
import { monthsOfYear, subjectOf } from '../sheet/figures.ts';
import { cumulative, type Filled, type Given, monthOf, monthsOver45 } from '../sheet/given.ts';
import { hours } from '../sheet/words.ts';
import { type HoursRows, priorHours, reviewHours } from './months.ts';
import { printedRow, ROWS } from './rows.ts';

const BLANK = '　年　月　日';

/** What the upper bounds are for the department of the person, as the head of each half says them. */
const boundsOf = (externallyDriven: boolean) =>
  externallyDriven
    ? { month: '月100時間未満', year: '年720時間以下', yearMinutes: 720 * 60 }
    : { month: '月45時間以下', year: '年360時間以下', yearMinutes: 360 * 60 };

/** ○ under the month concerned, and under 年間 where the year passes its bound. */
function marksOf(given: Given, rows: HoursRows, yearMinutes: number): readonly string[] {
  const year = parseDuration((rows.total.at(-1) ?? '').replaceAll(',', '')) ?? 0;
  return [...monthsOfYear(given).map((month) => (month === given.month ? '○' : '')), year > yearMinutes ? '○' : ''];
}

const EMPTY = Array.from({ length: 13 }, () => '');
const EMPTY_HALF = { marks: EMPTY, total: EMPTY, ordinary: EMPTY, exceptional: EMPTY };

/** A half with its hours and rows; null where it is not filled in yet, or never was. */
type HalfOf = { readonly given: Given; readonly filled: Filled; readonly on: string | null } | null;

type Hours = HoursRows & { readonly marks: readonly string[] };
/** The values of the one sheet that 事前届出 and 事後検証報告書 share; its lengths are words, as they are printed. */
export type NerimaSheet = {
  readonly priorOn: string;
  readonly reviewOn: string;
  readonly kind: string;
  readonly staff: string;
  readonly name: string;
  readonly section: string;
  readonly monthBound: string;
  readonly yearBound: string;
  /** The months of the year, then 年間. */
  readonly months: readonly string[];
  readonly prior: Hours;
  readonly review: Hours;
  readonly rows: readonly {
    readonly no: string;
    readonly title: string;
    readonly note: string;
    readonly date: boolean;
    readonly prior: string;
    readonly review: string;
  }[];
};

/** Both halves, from the forms as far as they are written. */
export function sheetOf(given: Given, prior: HalfOf, review: HalfOf): NerimaSheet {
  const person = subjectOf(given);
  const bounds = boundsOf(person?.externallyDriven ?? false);
  const priorRows = prior === null ? null : priorHours(prior.given, prior.filled);
  const reviewRows = review === null ? null : reviewHours(review.given);
  const half = (rows: HoursRows | null) =>
    rows === null ? EMPTY_HALF : { ...rows, marks: marksOf(given, rows, bounds.yearMinutes) };
  return {
    priorOn: prior?.on ? eraDate(prior.on) : BLANK,
    reviewOn: review?.on ? eraDate(review.on) : BLANK,
    kind: person?.externallyDriven === true ? '他律職場' : '原則職場',
    staff: person?.staff ?? '',
    name: person?.name ?? '',
    section: person?.section ?? given.section,
    monthBound: bounds.month,
    yearBound: bounds.year,
    months: [...monthsOfYear(given).map(monthName), '年間'],
    prior: half(priorRows),
    review: half(reviewRows),
    rows: ROWS.map((row) => ({
      no: row.no,
      title: row.title,
      note: row.note,
      date: row.date === true,
      prior: prior === null ? '' : printedRow('prior', row, prior.given, prior.filled),
      review: review === null ? '' : printedRow('review', row, review.given, review.filled),
    })),
  };
}

/** What the page shows of the person beside either half. */
export function shownOf(given: Given): readonly Shown[] {
  const person = subjectOf(given);
  if (person === undefined) return [];
  const month = monthOf(given, person);
  return [
    {
      title: '対象職員',
      columns: ['職員番号', '氏名', '所属名', '部署', '当月', 'うち特例業務', '年度の累計', '45時間超の月数'],
      rows: [
        [
          person.staff,
          person.name,
          person.section,
          person.externallyDriven ? '他律' : '原則(自律)',
          hours(month.total),
          hours(month.exceptional),
          hours(cumulative(given, person)),
          `${monthsOver45(given, person)}月`,
        ],
      ],
    },
  ];
}
