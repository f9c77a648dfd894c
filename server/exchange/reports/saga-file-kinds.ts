import type { SagaField } from '@tokimori/contract/saga-columns';
import type { BureauRow } from '@tokimori/forms/saga/file-sums';
import type { DayRow, StaffRow } from '@tokimori/forms/saga/from-files';
import { categories } from '../kinds/overtime.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { plain, readAmount, readDay, readDuration, readMonth, readText, readWord } from '../rows/values.ts';
import { sentenceOf } from '../wording.ts';

/** One of the three files: what its form field and its columns are called, and how a row of it is read. */
export type FileKind<Row> = {
  readonly field: SagaField;
  readonly read: (row: RowReader) => Row | undefined;
  /** What a row sums up, when it is a total that was printed. */
  readonly totalOf?: (row: Row) => string | null;
};

const amount = (row: RowReader) => row.optional('手当額', readAmount, null);

/** Names of a line that sums up the others. */
const totals = new Set(['計', '合計', '総計', '総合計', '部局計', '全部局', '全庁', '全庁計', '全体']);
const totalCategories: Readonly<Record<string, 'total'>> = Object.fromEntries(
  ['計', '合計', '総計', '区分計', '総時間', '総時間数', 'total'].map((name) => [name, 'total'] as const),
);
const isTotal = (text: string): boolean => totals.has(plain(text).replaceAll(/[\s()]/g, ''));
const category = (row: RowReader) => row.required('区分', (text) => readWord(text, categories));
const categoryOrTotal = (row: RowReader) =>
  row.required('区分', (text) => readWord(text, { ...categories, ...totalCategories }));

export const staffList: FileKind<StaffRow> = {
  field: 'staff',
  read: (row) => {
    const staff = readPerson(row);
    const name = row.required('氏名', (text) => readText(text, 60));
    const bureau = row.required('部局', (text) => readText(text, 60));
    return staff === undefined || name === undefined || bureau === undefined ? undefined : { staff, name, bureau };
  },
};

export const bureauList: FileKind<BureauRow> = {
  field: 'departments',
  read: (row) => {
    const bureau = row.required('部局', (text) => readText(text, 60));
    const month = row.required('年月', readMonth);
    const ofAll = bureau !== undefined && isTotal(bureau);
    const kind = ofAll && !row.has('区分') ? ('total' as const) : categoryOrTotal(row);
    const minutes = row.required('時間数', readDuration);
    const allowance = amount(row);
    if (bureau === undefined || month === undefined || kind === undefined || minutes === undefined) return undefined;
    return { bureau: ofAll ? null : bureau, month, category: kind, minutes, allowance };
  },
  totalOf: ({ bureau, month, category: kind }) =>
    bureau === null || kind === 'total' ? `${month} ${kind} ${bureau ?? ''}` : null,
};

export const dayList: FileKind<DayRow> = {
  field: 'days',
  read: (row) => {
    const staff = readPerson(row);
    const day = row.required('日付', readDay);
    const minutes = row.required('時間数', readDuration);
    const kind = row.has('区分') ? category(row) : ('normal' as const);
    const allowance = amount(row);
    if (staff === undefined || day === undefined || minutes === undefined || kind === undefined) return undefined;
    return { staff, day, minutes, category: kind, allowance };
  },
};

/** A person; a line that sums people up is none. */
const readPerson = (row: RowReader): string | undefined =>
  isTotal(row.text('職員番号')) ? row.refuse('職員番号', TOTAL_LINE) : row.required('職員番号', plain);

/** Refusals that only these files know. */
const TOTAL_LINE = 'saga.total-line';
export const TWICE = 'saga.total-twice';
const ownSentences: Readonly<Record<string, string>> = {
  [TOTAL_LINE]: '計の行は職員として読めません 計の行を消す',
  [TWICE]: '同じ月・部局・区分の計の行が、2つ以上あります どちらか1行にする',
};
/** Why a line is refused, and what to do about it. */
export const saidOf = (refusal: { code: string; field: string; line: number }): string => {
  const own = ownSentences[refusal.code];
  if (own !== undefined) return own;
  const { message, cure } = sentenceOf(refusal, 'saga');
  return `${message} ${cure}`;
};
