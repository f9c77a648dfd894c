import type { UploadedFile } from '@tokimori/contract/route';
import { type SagaField, sagaShapes } from '@tokimori/contract/saga-columns';
import type { CsvEncoding } from '@tokimori/forms/csv';
import { sheetOneFromFiles, sheetTwoFromFiles } from '@tokimori/forms/saga/from-files';
import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { refuse } from '../../access/refusal.ts';
import { monthIndexOf } from '../../use-cases/reading/moment.ts';
import { type Format, type Made, madeSheetOne, madeSheetTwo } from './made.ts';
import { readSagaFiles } from './saga-files.ts';

type Wish = {
  readonly month: string;
  readonly sheet: '1' | '2';
  readonly format: Format;
  readonly encoding?: CsvEncoding | undefined;
};

/**
 * 資料① or ② from the three files of another system. Nothing is stored.
 * @throws Refusal when a file is missing, cannot be read, or says nothing of the month
 */
export async function madeFromFiles(files: readonly UploadedFile[], wish: Wish): Promise<Made> {
  const month = monthIndexOf(wish.month);
  const { staff, bureaus, days } = await readSagaFiles(files, wish.sheet === '1' ? ['departments'] : ['staff', 'days']);
  if (wish.sheet === '1') {
    demandMonth(
      'departments',
      wish.month,
      month,
      bureaus.map((row) => row.month),
    );
    return madeSheetOne(sheetOneFromFiles(month, staff, bureaus), wish.format, wish.encoding);
  }
  demandMonth(
    'days',
    wish.month,
    month,
    days.map((row) => monthOf(row.day)),
  );
  const { months, rows } = sheetTwoFromFiles(month, staff, days);
  return madeSheetTwo(month, months, rows, wish.format, wish.encoding);
}

/** A month of which a file says nothing is unknown; a sheet of zeros would be untrue. */
function demandMonth(field: SagaField, name: string, month: MonthIndex, months: readonly MonthIndex[]): void {
  if (months.includes(month)) return;
  refuse('report.no-record', {
    title: '資料を作れません',
    detail: `「${sagaShapes[field].name}」に ${name} の行がありません。月とファイルを確かめてください。`,
  });
}
