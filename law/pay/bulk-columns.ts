import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import type { MonthIndex } from '../time/months.ts';
import { checkMonth } from './check-month.ts';
import { inOrderOfEntry } from './cut-month.ts';
import { ordinaryMinutes } from './ordinary-minutes.ts';
import { MIDNIGHT } from './pay-rates.ts';
import type { PayMonth, PaySpan } from './pay-types.ts';
import { entersAfter, type OvertimePart, resolveOvertime, resolveRegular } from './resolve.ts';
import type { PayRules } from './rules.ts';

/** Spans of many rows, row after row; those of row r are at `rowFrom[r]` … `rowFrom[r + 1] - 1`. Minutes of a duty date. */
export type SpanColumns = {
  readonly rowFrom: Int32Array;
  readonly from: Int16Array;
  readonly until: Int16Array;
};

/**
 * Person-months as columns: what `resolveOvertime` says of each span, in the order in which it counts. A person-month is a row; rows may
 * be of different people and months.
 */
export type BulkPayMonths = {
  readonly rows: number;
  /** Month of each row. */
  readonly month: Int32Array;
  readonly overtime: SpanColumns & {
    /** 1 = paid as on a day without allotted hours or a 休日. */
    readonly otherDay: Uint8Array;
    /** 1 = counts to sixty hours. */
    readonly counted: Uint8Array;
    /** Minutes of the span that short-time staff are paid 100/100 for. */
    readonly shortTime: Int16Array;
  };
  /** 1 in `statutory` = on a 法定休日. */
  readonly holidayWork: SpanColumns & { readonly statutory: Uint8Array };
  readonly nightRegular: SpanColumns;
  /** Minutes of a 振替, each before the span of its row at the position `before` (counted from the row's first). */
  readonly reallotted: { readonly rowFrom: Int32Array; readonly before: Int32Array; readonly minutes: Int32Array };
};

type Regular = PaySpan & { readonly statutory: boolean };

function spanColumns(rows: readonly (readonly { from: Minutes; until: Minutes }[])[]): SpanColumns {
  const rowFrom = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => {
    rowFrom[r + 1] = rowFrom[r]! + row.length;
  });
  const all = rows.flat();
  return { rowFrom, from: Int16Array.from(all, (s) => s.from), until: Int16Array.from(all, (s) => s.until) };
}

/** Holiday work cut at midnight, where the 法定休日 may begin or end. */
function holidayParts(given: PayMonth, rules: PayRules): Regular[] {
  return resolveRegular(given.holidayWork, given, rules).flatMap(({ dutyDate, from, until }) =>
    [
      { dutyDate, from, until: Math.min(until, MIDNIGHT), next: 0 },
      { dutyDate, from: Math.max(from, MIDNIGHT), until, next: 1 },
    ]
      .filter((half) => half.until > half.from)
      .map(({ next, ...half }) => ({
        ...half,
        statutory: given.statutoryDaysOff?.includes(dutyDate + next) ?? false,
      })),
  );
}

/** Position of the first part before which re-allotted minutes enter the counter. */
function positionOf(after: EpochDay, parts: readonly OvertimePart[]): number {
  const found = parts.findIndex(({ day }) => day > after);
  return found < 0 ? parts.length : found;
}

/**
 * The columns of some person-months.
 * @throws ImpossibleSpans
 */
export function columnsOf(months: readonly PayMonth[], rules: PayRules): BulkPayMonths {
  for (const month of months) checkMonth(month, rules);
  const parts = months.map((month) => resolveOvertime(month, rules).parts);
  const holidays = months.map((month) => holidayParts(month, rules));
  const entries = months.map(({ reallotted }, r) =>
    inOrderOfEntry(reallotted, rules).map((each) => ({
      minutes: each.exceeding,
      before: positionOf(entersAfter(each, rules), parts[r] ?? []),
    })),
  );
  const all = parts.flat();
  return {
    rows: months.length,
    month: Int32Array.from(months, ({ month }): MonthIndex => month),
    overtime: {
      ...spanColumns(parts),
      otherDay: Uint8Array.from(all, ({ kind }) => Number(kind === 'otherDay')),
      counted: Uint8Array.from(all, ({ counted }) => Number(counted)),
      shortTime: Int16Array.from(parts.flatMap((row) => ordinaryMinutes(row, rules))),
    },
    holidayWork: {
      ...spanColumns(holidays),
      statutory: Uint8Array.from(holidays.flat(), ({ statutory }) => Number(statutory)),
    },
    nightRegular: spanColumns(months.map((month) => resolveRegular(month.nightRegular, month, rules))),
    reallotted: {
      rowFrom: spanColumns(entries.map((row) => row.map(() => ({ from: 0, until: 0 })))).rowFrom,
      before: Int32Array.from(entries.flat(), ({ before }) => before),
      minutes: Int32Array.from(entries.flat(), ({ minutes }) => minutes),
    },
  };
}
