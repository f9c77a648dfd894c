import type { Citation } from '../../decision/citation.ts';
import type { PrintStyle, Signs } from '../printing.ts';

export const tableNames = [
  'averageYear',
  'averageMonth',
  'longHours',
  'overtimeByMonth',
  'capsExceeded',
  'arrangements',
  'interviews',
  'reasons',
  'reasonsAll',
  'absences',
  'stressCheck',
  'systems',
  'practice',
  'annualLeave',
  'childcare',
  'childcareRate',
  'childcareLength',
  'paternity',
  'leaveUsers',
  'flexibleHours',
] as const;
export type TableName = (typeof tableNames)[number];

/** Which year a column shows, or the change from the year before. */
export type ColumnYear = 'now' | 'before' | 'twoBefore' | 'change';

/**
 * A column. `heading` from the outside in; in it {now} {before} {twoBefore} are years (令和4年度), {span} R3→R4, {date} the
 * 1 April after the year, {next} the year after, {calendarYear} the calendar year (令和4年). `measure` names a figure of the row.
 */
export type Column = {
  readonly id: string;
  readonly heading: readonly string[];
  readonly measure: string;
  readonly of: ColumnYear;
  readonly print: PrintStyle;
};

/** A row; `under` is a line above it (参考). */
export type RowLayout = { readonly id: string; readonly label: string; readonly under?: string };

export type TableLayout = {
  readonly name: TableName;
  readonly title: string;
  readonly unit?: string;
  /** The rows of the national table, or the fixed rows of the sheet; without any, the rows are the municipality and its 部局. */
  readonly rows: readonly RowLayout[];
  readonly columns: readonly Column[];
  readonly notes: readonly string[];
  readonly citation: Citation;
};

/** How the tables of one survey look. */
export type SurveyLayout = {
  /** Where it was read: 令和5年12月25日通知の様式. */
  readonly name: string;
  readonly signs: Signs;
  readonly tables: Readonly<Record<TableName, TableLayout>>;
};
