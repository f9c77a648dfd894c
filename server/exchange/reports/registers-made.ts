import type { DigitalEffect, EntryState, WorkReview } from '@tokimori/contract/registers/entries';
import type { Progress } from '@tokimori/contract/registers/progress';
import type { BureausMonthly, SectionSheet } from '@tokimori/contract/registers/sheets';
import { type CsvEncoding, csvBytes } from '@tokimori/forms/csv';
import { effectFileColumns, effectFileRow } from '@tokimori/forms/kochi/effects-file';
import { progressLayout, progressRows } from '@tokimori/forms/nanto/progress-layout';
import { type Sheet, type Value, writeSheet } from '@tokimori/forms/spreadsheet';
import { sectionSheetLayout, sectionSheetRows } from '@tokimori/forms/ukiha/section-sheet-layout';
import { reviewFileColumns, reviewFileRow } from '@tokimori/forms/yamagata/review-file';
import {
  bureausMonthlyColumns,
  bureausMonthlyLayout,
  bureausMonthlyRows,
} from '@tokimori/forms/yokohama/bureaus-monthly';
import { formatEraDate } from '@tokimori/law/time/eras';
import { firstDayOf, type MonthIndex, parseYearMonth } from '@tokimori/law/time/months';
import { type Format, type Made, madeList, mediaTypes } from './made.ts';

/** 令和8年10月. */
function eraMonth(month: string): string {
  const era = formatEraDate(firstDayOf(parseYearMonth(month)!));
  return era === undefined ? month : era.replace(/1日$/, '');
}

type Table = {
  readonly fileName: string;
  /** What the JSON answers: the whole view. */
  readonly view: object;
  readonly rows: () => readonly (readonly Value[])[];
  readonly layout: () => Sheet;
};

/** A sheet in the format asked for. */
function madeTable({ fileName, view, rows, layout }: Table, format: Format, encoding: CsvEncoding = 'utf-8'): Made {
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (format === 'xlsx') yield await writeSheet(layout());
    else if (format === 'csv') yield* csvBytes(rows(), encoding);
    else yield new TextEncoder().encode(`${JSON.stringify(view)}\n`);
  }
  return { fileName: `${fileName}.${format}`, mediaType: mediaTypes[format], bytes: whole() };
}

/** 進捗報告. */
export function madeProgress(view: Progress, format: Format, encoding?: CsvEncoding): Made {
  const title = `働き方改革・休み方改革 進捗報告(${eraMonth(view.month)})`;
  return madeTable(
    {
      fileName: `進捗報告_${view.month}`,
      view,
      rows: () => progressRows(view),
      layout: () => progressLayout(title, view),
    },
    format,
    encoding,
  );
}

/** 時間外勤務マネジメントシート. */
export function madeSectionSheet(view: SectionSheet, format: Format, encoding?: CsvEncoding): Made {
  const title = `時間外勤務マネジメントシート ${view.path}(${eraMonth(view.month)}${view.settled ? '' : '・途中'})`;
  return madeTable(
    {
      fileName: `マネジメントシート_${view.name}_${view.month}`,
      view,
      rows: () => sectionSheetRows(view),
      layout: () => sectionSheetLayout(title, view),
    },
    format,
    encoding,
  );
}

/** 区局別の超過勤務実績. */
export function madeBureausMonthly(view: BureausMonthly, format: Format, encoding?: CsvEncoding): Made {
  const title = `部局別の時間外勤務の実績(${eraMonth(view.month)}${view.settled ? '' : '・途中'})`;
  return madeTable(
    {
      fileName: `部局別の実績_${view.month}`,
      view,
      rows: () => [bureausMonthlyColumns.map(({ header }) => header), ...bureausMonthlyRows(view)],
      layout: () => bureausMonthlyLayout(title, view),
    },
    format,
    encoding,
  );
}

/** An entry of a register as a file writes it. */
export type Written<C> = { readonly state: EntryState; readonly section: string; readonly content: C };

/** 事務事業の見直し as a list; its columns are those that are taken in. */
export const madeReviews = (
  month: MonthIndex,
  entries: readonly Written<WorkReview>[],
  format: Format,
  encoding?: CsvEncoding,
): Made =>
  madeList(
    { title: '事務事業の見直し', sheet: '事務事業の見直し', month },
    reviewFileColumns,
    entries.map(reviewFileRow),
    format,
    encoding,
  );

/** デジタル化の効果 as a list; its columns are those that are taken in. */
export const madeEffects = (
  month: MonthIndex,
  entries: readonly Written<DigitalEffect>[],
  format: Format,
  encoding?: CsvEncoding,
): Made =>
  madeList(
    { title: 'デジタル化の効果', sheet: 'デジタル化の効果', month },
    effectFileColumns,
    entries.map(effectFileRow),
    format,
    encoding,
  );
