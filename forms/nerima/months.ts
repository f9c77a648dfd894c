import { parseDuration } from '@tokimori/law/time/minutes';
import { monthName } from '@tokimori/wording/format';
import { type Field, type Part, textOf } from '../sheet/definition.ts';
import { monthsOfYear, ordinaryOf, subjectOf, sumOf } from '../sheet/figures.ts';
import { type Filled, type Given, type GivenMonth, yearOf } from '../sheet/given.ts';
import { noticedHours } from '../sheet/notice.ts';
import { hours } from '../sheet/words.ts';

/** Row ①: 合計時間, 通常業務, 特例業務, each by month with the year at the end. */
export type HoursRows = {
  readonly total: readonly string[];
  readonly ordinary: readonly string[];
  readonly exceptional: readonly string[];
};

type Split = { readonly ordinary: number | null; readonly exceptional: number | null };

/**
 * Whether the hours of a month are expected and typed in the 事前届出. The original asks for every month from April through the end of the 特例業務: months
 * that were over when it was written and lie before the month concerned come from the records, the others are expected.
 */
export const isExpected = (given: Given, month: string): boolean =>
  month >= given.month || month >= given.on.slice(0, 7);

/** The expected hours: asked for through the month concerned, and open for the months after it. */
export function expectedPart(given: Given): Part {
  const person = subjectOf(given);
  const months = monthsOfYear(given).filter((month) => person !== undefined && isExpected(given, month));
  return {
    id: 'hours',
    title: '①超過勤務時間数(これからの見込み)',
    about:
      '終わった月の実績は記録から入ります。当月から特例業務が終わる月までの見込みを、通常業務と特例業務に分けて入力します。',
    fields: months.flatMap((month): readonly Field[] => {
      const base = { kind: 'hours', required: month <= given.month } as const;
      const known = yearOf(person!).find((each) => each.month === month);
      const soFar = known === undefined || known.total === null ? '' : soFarHint(given.on, known);
      return [
        {
          ...base,
          id: `ordinary-${month}`,
          label: `${monthName(month)}の通常業務`,
          ...(soFar === '' ? {} : { hint: soFar }),
        },
        {
          ...base,
          id: `exceptional-${month}`,
          label: `${monthName(month)}の特例業務`,
          start: month < given.month ? '' : noticedHours(given, month),
        },
      ];
    }),
  };
}

const soFarHint = (on: string, month: GivenMonth): string =>
  `${monthName(on.slice(0, 7))}${Number(on.slice(8))}日に記録にある時間は、通常業務${hours(ordinaryOf(month))}、特例業務${hours(month.exceptional)}です。`;

/** The 特例業務 that the 事前届出 expects, by month from the month concerned on; months left open are none of it. */
export function expectedExceptional(
  given: Given,
  filled: Filled,
): readonly { readonly month: string; readonly minutes: number }[] {
  const parts = [expectedPart(given)];
  return monthsOfYear(given).flatMap((month) => {
    const minutes = parseDuration(textOf(parts, filled, exceptionalAt(month)));
    return month < given.month || minutes === undefined ? [] : [{ month, minutes }];
  });
}

/** Key of the field with the expected 特例業務 of a month. */
export const exceptionalAt = (month: string): string => `hours.exceptional-${month}`;

/** Hours of the 事前届出: the records of months that are over, then what was expected. */
export function priorHours(given: Given, filled: Filled): HoursRows {
  const parts = [expectedPart(given)];
  const person = subjectOf(given);
  const typed = (kind: string, month: string) => parseDuration(textOf(parts, filled, `hours.${kind}-${month}`)) ?? null;
  return rowsOf(
    monthsOfYear(given).map((month) => {
      if (isExpected(given, month))
        return { ordinary: typed('ordinary', month), exceptional: typed('exceptional', month) };
      return recorded(person === undefined ? undefined : yearOf(person).find((each) => each.month === month));
    }),
  );
}

/** Hours of the 事後検証: the records through the month concerned. */
export function reviewHours(given: Given): HoursRows {
  const person = subjectOf(given);
  return rowsOf(
    monthsOfYear(given).map((month) =>
      recorded(
        person === undefined || month > given.month ? undefined : yearOf(person).find((each) => each.month === month),
      ),
    ),
  );
}

const recorded = (month: GivenMonth | undefined): Split =>
  month === undefined
    ? { ordinary: null, exceptional: null }
    : { ordinary: ordinaryOf(month), exceptional: month.exceptional };

function rowsOf(months: readonly Split[]): HoursRows {
  const withYear = (values: readonly (number | null)[]) => [...values, sumOf(values)].map(hours);
  return {
    total: withYear(months.map(({ ordinary, exceptional }) => sumOf([ordinary, exceptional]))),
    ordinary: withYear(months.map(({ ordinary }) => ordinary)),
    exceptional: withYear(months.map(({ exceptional }) => exceptional)),
  };
}
