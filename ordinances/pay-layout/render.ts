import { paidHours } from '@tokimori/law/pay/pay-rates';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { className, type PayColumn, type PayLayout, type Unit } from './layout.ts';

/** A person's month as payroll is told it. Minutes; by class in the order of the file's classes. */
export type PayFigures = {
  readonly byClass: readonly number[];
  readonly beyondSixty: number;
  readonly timeOffInLieu: number;
};
export type PayLine = {
  readonly staff: string;
  readonly name: string;
  readonly kana: string;
  readonly department: string;
  readonly departmentName: string;
  readonly closed: boolean;
  readonly figures: PayFigures;
  /** What the file before said, in a file of differences. */
  readonly before: PayFigures | null;
};
/** What all lines of a file are written with. */
export type PayFile = {
  readonly layout: PayLayout;
  /** `overtime/125` … */
  readonly classes: readonly string[];
  readonly month: MonthIndex;
  /** Minutes of the last hour of a class from which it is paid as a whole one. */
  readonly roundingUpFrom: number;
};
export type PayCell = string | number;

const nobody: PayFigures = { byClass: [], beyondSixty: 0, timeOffInLieu: 0 };

const decimal = (hundredths: number): string =>
  `${hundredths < 0 ? '-' : ''}${Math.floor(Math.abs(hundredths) / 100)}.${String(Math.abs(hundredths) % 100).padStart(2, '0')}`;
const hhmm = (minutes: number): string => `${minutes < 0 ? '-' : ''}${formatDuration(Math.abs(minutes))}`;
const inHundredths = (minutes: number): number => Math.round((minutes * 100) / 60);

/** A length in a unit; of a change, the difference of what both files say. */
function measured(now: number, before: number, unit: Unit, roundingUpFrom: number): PayCell {
  switch (unit) {
    case 'minutes':
      return now - before;
    case 'hhmm':
      return hhmm(now - before);
    case 'decimal':
      return decimal(inHundredths(now) - inHundredths(before));
    case 'wholeHours':
      return paidHours(now, roundingUpFrom) - paidHours(before, roundingUpFrom);
  }
}

const overtimeOf = ({ classes }: PayFile, { byClass }: PayFigures): number =>
  classes.reduce((sum, key, at) => (key.startsWith('overtime/') ? sum + (byClass[at] ?? 0) : sum), 0);

/** Sums have no class whose last hour is rounded: they are told exactly. */
const exactly = (unit: Unit): Unit => (unit === 'wholeHours' ? 'hhmm' : unit);

/** Hours of a column: of the class at a place, or a sum. */
function hoursOf(column: PayColumn, line: PayLine, file: PayFile, at: number): PayCell {
  const { layout, classes, roundingUpFrom } = file;
  const before = layout.differences === 'change' ? (line.before ?? nobody) : nobody;
  const unit = column.unit ?? layout.unit;
  const told = (of: (figures: PayFigures) => number, as: Unit): PayCell =>
    measured(of(line.figures), of(before), as, roundingUpFrom);
  switch (column.gives) {
    case 'overtimeTotal':
      return told((figures) => overtimeOf(file, figures), exactly(unit));
    case 'beyondSixty':
      return told((figures) => figures.beyondSixty, exactly(unit));
    case 'timeOffInLieu':
      return told((figures) => figures.timeOffInLieu, exactly(unit));
    default: {
      const place = column.gives === 'class' ? classes.indexOf(column.of ?? '') : at;
      return told((figures) => figures.byClass[place] ?? 0, unit);
    }
  }
}

function cellOf(column: PayColumn, line: PayLine, file: PayFile, at: number): PayCell {
  const { layout, classes, month } = file;
  switch (column.gives) {
    case 'staff':
    case 'name':
    case 'kana':
    case 'department':
    case 'departmentName':
      return line[column.gives];
    case 'month':
      return formatYearMonth(month).replace('-', '');
    case 'monthDashed':
      return formatYearMonth(month);
    case 'classCode':
      return layout.codes.find(({ of }) => of === classes[at])?.code ?? '';
    case 'className':
      return className(classes[at] ?? '');
    case 'state':
      return line.closed ? '確定' : '未確定';
    case 'text':
      return column.text ?? '';
    default:
      return hoursOf(column, line, file, at);
  }
}

/** The rows of a person: one, or one a class that has hours (in a file of differences: whose hours changed). */
export function rowsOf(line: PayLine, file: PayFile): readonly (readonly PayCell[])[] {
  const { layout, classes } = file;
  const row = (at: number) => layout.columns.map((column) => cellOf(column, line, file, at));
  if (layout.rows === 'person') return [row(-1)];
  const isTold = (at: number): boolean => {
    const now = line.figures.byClass[at] ?? 0;
    if (line.before !== null) return now !== (line.before.byClass[at] ?? 0);
    return now > 0 || layout.people === 'everybody';
  };
  return classes.flatMap((_, at) => (isTold(at) ? [row(at)] : []));
}

/** The first row, where the layout has one. */
export const headingOf = ({ columns, heading }: PayLayout): readonly (readonly PayCell[])[] =>
  heading ? [columns.map((column) => column.heading)] : [];

/** Classes that have hours but no place in the file: those hours would be lost. */
export function withoutPlace({ rows, columns, codes }: PayLayout, classes: readonly string[]): readonly string[] {
  if (rows === 'person') return classes.filter((key) => !columns.some(({ of }) => of === key));
  const needsCode = columns.some(({ gives }) => gives === 'classCode');
  return needsCode ? classes.filter((key) => !codes.some(({ of }) => of === key)) : [];
}
