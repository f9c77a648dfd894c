import type { DayState } from '@tokimori/contract/values';
import { lengthOf } from '@tokimori/law/time/months';
import { dayStates } from '../../store/day-state.ts';
import type { Tx } from '../../store/tenant.ts';
import { monthOfText } from './moment.ts';

/** A row of tk.month_record. Minutes; arrays have one entry a day of the month. */
export type MonthRow = {
  month: string;
  staff: string;
  department: string;
  managerial: boolean;
  externally_driven: boolean;
  source: 'days' | 'month';
  overtime: number;
  exceptional: number;
  ordered_ahead: number;
  holiday_work: number;
  night: number;
  day_off_overtime: number;
  presence: number;
  beyond: number;
  days_worked: number;
  unclassifiable: number;
  discrepancies: number;
  day_state: number[];
  first_in: number[];
  last_out: number[];
  pc_first: number[];
  pc_last: number[];
  presence_days: number[];
  beyond_days: number[];
  overtime_days: number[];
  exceptional_days: number[];
  ordered_days: number[];
  discrepancy_days: number[];
  unclassifiable_days: number[];
  cumulative: number[];
};

const arrays = [
  'day_state',
  'first_in',
  'last_out',
  'pc_first',
  'pc_last',
  'presence_days',
  'beyond_days',
  'overtime_days',
  'exceptional_days',
  'ordered_days',
  'discrepancy_days',
  'unclassifiable_days',
  'cumulative',
] as const;
type Stored = Omit<MonthRow, (typeof arrays)[number]> & Readonly<Record<(typeof arrays)[number], string>>;

const columns = `r.month, r.staff, r.department, r.managerial, r.externally_driven, r.source, r.overtime, r.exceptional,
  r.ordered_ahead, r.holiday_work, r.night, r.day_off_overtime, r.presence, r.beyond, r.days_worked, r.unclassifiable,
  r.discrepancies, ${arrays.map((name) => `r.${name}::text as ${name}`).join(', ')}`;

/** Months of one or a few people. Arrays come as text, which is read several times faster. @param months first days `YYYY-MM-01` */
export async function readMonths(tx: Tx, staff: readonly string[], months: readonly string[]): Promise<MonthRow[]> {
  if (staff.length === 0) return [];
  const rows = await tx.query<Stored>(
    `select ${columns} from tk.month_record r
     where r.municipality = $1 and r.staff = any($2) and r.month = any($3::date[]) order by r.month, r.staff`,
    [tx.municipality, staff, months],
  );
  return rows.map((row) => {
    const length = lengthOf(monthOfText(row.month.slice(0, 7)));
    const read = { ...row } as unknown as MonthRow;
    for (const name of arrays) read[name] = readArray(row[name], length);
    return read;
  });
}

/** Reads `{1,-1,3}`; an array stored empty is all zero. */
function readArray(literal: string, length: number): number[] {
  return literal === '{}' ? new Array<number>(length).fill(0) : JSON.parse(`[${literal.slice(1, -1)}]`);
}

/** Name of the state a day is stored with; a day the record does not reach is not known yet. */
export function dayStateAt(row: MonthRow | undefined, index: number): DayState {
  const stored = row?.day_state[index];
  return (stored === undefined ? undefined : dayStates[stored]) ?? 'future';
}

/** A point in time of a day, or null: the record holds -1 where there is none. */
export function minuteAt(array: readonly number[] | undefined, index: number): number | null {
  const minute = array?.[index];
  return minute === undefined || minute < 0 ? null : minute;
}

/** A length of a day; 0 where the array is empty. */
export const lengthAt = (array: readonly number[] | undefined, index: number): number => array?.[index] ?? 0;
