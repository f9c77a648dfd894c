import type { Citation } from '../decision/citation.ts';
import type { Step } from '../decision/decision.ts';
import { ImpossibleSurvey } from './defects.ts';
import type { Column, ColumnYear, RowLayout, SurveyLayout, TableLayout, TableName } from './layouts/types.ts';
import { absent, changeOf, type Measured } from './measured.ts';
import { printed } from './printing.ts';
import type { SurveyStepName } from './step-names.ts';
import { withYears } from './year-labels.ts';

export type SurveyStep = Step<SurveyStepName>;

/** The figures of one row and year by the name of the measure. A measure that is not there is absent. */
export type Figures = Readonly<Record<string, Measured>>;
/** The figures of a year by the id of the row. */
export type YearFigures = ReadonlyMap<string, Figures>;
/** Years by their distance: 0 = the surveyed year, 1 the year before, 2 … A year that is not there is not known. */
export type Years = ReadonlyMap<0 | 1 | 2, YearFigures>;

export type Cell = { readonly column: string; readonly measured: Measured; readonly printed: string };
export type Row = {
  readonly id: string;
  readonly label: string;
  readonly under?: string;
  readonly cells: readonly Cell[];
};
export type Table = {
  readonly name: TableName;
  readonly title: string;
  readonly unit?: string;
  readonly columns: readonly { readonly id: string; readonly heading: readonly string[] }[];
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  readonly citation: Citation;
};

const distances: Readonly<Record<Exclude<ColumnYear, 'change'>, 0 | 1 | 2>> = { now: 0, before: 1, twoBefore: 2 };

function measuredIn(years: Years, row: string, measure: string, of: ColumnYear): Measured {
  const at = (distance: 0 | 1 | 2) => years.get(distance)?.get(row)?.[measure] ?? absent;
  return of === 'change' ? changeOf(at(0), at(1)) : at(distances[of]);
}

/** Builds one table. @param rows in the order in which they are printed */
export function buildTable(
  layout: SurveyLayout,
  table: TableLayout,
  rows: readonly RowLayout[],
  years: Years,
  fiscalYear: number,
): Table {
  return {
    name: table.name,
    title: withYears(table.title, fiscalYear),
    ...(table.unit === undefined ? {} : { unit: table.unit }),
    columns: table.columns.map(({ id, heading }) => ({
      id,
      heading: heading.map((each) => withYears(each, fiscalYear)),
    })),
    rows: rows.map((row) => ({
      ...row,
      cells: table.columns.map(({ id, measure, of, print }): Cell => {
        const measured = measuredIn(years, row.id, measure, of);
        return { column: id, measured, printed: printed(measured, print, layout.signs) };
      }),
    })),
    notes: table.notes.map((each) => withYears(each, fiscalYear)),
    citation: table.citation,
  };
}

function stepOf(column: Column, words: Record<string, string>, years: Years, row: string): SurveyStep | undefined {
  const { of, measure } = column;
  const measured = measuredIn(years, row, measure, of);
  if (of === 'change') {
    const [now, before] = [measuredIn(years, row, measure, 'now'), measuredIn(years, row, measure, 'before')];
    if (measured.kind === 'absent' || !('value' in now) || !('value' in before) || !('value' in measured)) return;
    const figures = { now: Number(now.value), before: Number(before.value), change: Number(measured.value) };
    return { says: measured.kind === 'tenths' ? 'displayedDifference' : 'countDifference', figures, words };
  }
  if (of !== 'now' || column.print === 'tenths') return;
  if (measured.kind === 'ofNothing') return { says: 'shareOfNothing', figures: {}, words };
  if (measured.kind !== 'tenths') return;
  const { exact, value: tenths } = measured;
  if (measure === 'personMonthsShare') return;
  if (exact === undefined) return { says: 'sharePublished', figures: { tenths }, words };
  return { says: 'shareRounded', figures: { part: exact.numerator, whole: exact.denominator, tenths }, words };
}

/** The reasoning of a table's shares of the surveyed year and of its changes, cell by cell; `reasonsAll` tells that of `reasons`. */
export function tableSteps(table: Table, layout: TableLayout, years: Years): SurveyStep[] {
  if (table.name === 'reasons') return [];
  return table.rows.flatMap((row) =>
    layout.columns.flatMap((column, position): SurveyStep[] => {
      const heading = table.columns[position]?.heading.join(' ') ?? '';
      const words = { table: table.title, row: row.label, column: heading };
      const step = stepOf(column, words, years, row.id);
      return step === undefined ? [] : [{ ...step, citation: table.citation }];
    }),
  );
}

/** The years of a series: consecutive, each once, the surveyed one last. @throws ImpossibleSurvey */
export function checkYears(given: readonly number[], surveyed: number, place: string): void {
  given.forEach((year, position) => {
    const expected = surveyed - (given.length - 1 - position);
    if (year !== expected)
      throw new ImpossibleSurvey('notConsecutive', `${place}[${position}].fiscalYear`, { expected });
  });
}
