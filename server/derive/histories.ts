import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import { CAPS_BEGIN } from '@tokimori/law/overtime/caps/caps';
import type { OvertimeHistory, OvertimeMonth, Pace } from '@tokimori/law/overtime/types';
import type { EpochDay } from '@tokimori/law/time/civil';
import {
  firstDayOf,
  firstMonthOf,
  fiscalYearOf,
  lastDayOf,
  lengthOf,
  type MonthIndex,
  monthOf,
} from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import { dayStates } from '../store/day-state.ts';
import type { Tx } from '../store/tenant.ts';
import { underArticle36 } from './article36/histories.ts';
import type { Workplace } from './article36/regimes.ts';
import type { DepartmentBook } from './departments.ts';
import { monthDate, monthDates } from './facts.ts';
import { dayOf, readDepartments, readDepartmentsOf } from './rules.ts';
import { type Service, transfersOfYear } from './service.ts';
import { readServices } from './services.ts';
import { integersOf } from './told.ts';

/** What a month_record says of the month in question. Minutes. */
export type HistoryRecord = {
  readonly department: string;
  readonly managerial: boolean;
  readonly externallyDriven: boolean;
  readonly source: 'days' | 'month';
  readonly overtime: number;
  readonly exceptional: number;
  readonly orderedAhead: number;
  readonly presence: number;
  readonly beyond: number;
  readonly daysWorked: number;
  readonly unclassifiable: number;
  readonly discrepancies: number;
};

/** Everything that the caps of one person in one month depend on. */
export type StaffHistory = {
  readonly history: OvertimeHistory;
  /** Null when no working day of the month is left and nothing is ordered: the month is final. */
  readonly pace: Pace | null;
  readonly record: HistoryRecord;
  /** Of people under 労基法36条: their 事業場 and agreement, and the minutes of the month beyond any agreement. */
  readonly article36?: { readonly workplace: Workplace; readonly uncovered: number };
};

/** Up to so many people only their own departments are read. */
const FEW = 200;
/** How far back a history goes for the page. */
const MONTHS_SHOWN = 18;

/**
 * Loads the histories of some people as they stand in a month: every page and every judgement starts from these.
 * Months before the municipality's first record lie outside; a month of service after it without a row is unknown.
 * @param parameters in force in the month.
 * @returns only people who have a record in the month.
 */
export async function loadHistories(
  tx: Tx,
  parameters: Parameters,
  staff: readonly string[],
  month: MonthIndex,
): Promise<Map<string, StaffHistory>> {
  return historiesOf(tx, { parameters, from: month - MONTHS_SHOWN + 1 }, staff, month);
}

/** The first month that a judgement of `month` looks at: its year (年度), and six months for the averages. */
export function firstMonthNeeded(month: MonthIndex, yearStartMonth: number): MonthIndex {
  return Math.min(month - 5, firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth));
}

type Wanted = {
  readonly parameters: Parameters;
  readonly from: MonthIndex;
  /** These two are given when they are read already. */
  readonly departments?: DepartmentBook;
  readonly services?: ReadonlyMap<string, Service>;
};

/** As `loadHistories`, from a month of one's own choice. */
export async function historiesOf(
  tx: Tx,
  { parameters, from, departments, services: known }: Wanted,
  staff: readonly string[],
  month: MonthIndex,
): Promise<Map<string, StaffHistory>> {
  if (staff.length === 0) return new Map();
  const [rows, services, book, begins] = await Promise.all([
    readHistoryRows(tx, staff, from, month),
    known ?? readServices(tx, staff),
    departments ?? (staff.length > FEW ? readDepartments(tx) : readDepartmentsOf(tx, staff)),
    readFirstRecord(tx),
  ]);
  const dutyDays = dutyDaysOf(parameters, month);
  const found = new Map<string, StaffHistory>();
  const knownDays = new Map<string, EpochDay>();
  for (const row of rows) {
    const service = services.get(row.staff);
    if (service === undefined) continue;
    found.set(row.staff, historyFrom(row, { service, book, begins, dutyDays, parameters, from, month }));
    knownDays.set(row.staff, knownDay(row, month));
  }
  if (month < CAPS_BEGIN) return found;
  const under = await underArticle36(tx, { parameters, book, from, month }, found, knownDays);
  for (const [staff, history] of under) found.set(staff, history);
  return found;
}

/** The last day of the month that is not still to come: by it, departments and agreements of a running month are read. */
function knownDay({ day_state, source }: HistoryRow, month: MonthIndex): EpochDay {
  const ahead = source === 'month' ? -1 : integersOf(day_state).indexOf(FUTURE);
  return ahead === -1 ? lastDayOf(month) : Math.max(firstDayOf(month), firstDayOf(month) + ahead - 1);
}

type HistoryRow = {
  readonly staff: string;
  readonly months: string;
  readonly department: string;
  readonly source: 'days' | 'month';
  readonly day_state: string;
  readonly figures: string;
};

const recordFigures = ['presence', 'beyond', 'days_worked', 'unclassifiable', 'discrepancies'] as const;
const MONTH_FIELDS = 6;

async function readHistoryRows(
  tx: Tx,
  staff: readonly string[],
  from: MonthIndex,
  month: MonthIndex,
): Promise<HistoryRow[]> {
  const last = 'filter (where r.month = $4)';
  return tx.query<HistoryRow>(
    `select r.staff,
            string_agg(concat_ws(',', r.month - date '1970-01-01', r.overtime, r.exceptional,
              r.externally_driven::int, r.managerial::int, r.ordered_ahead), ',' order by r.month) as months,
            max(r.department) ${last} as department, max(r.source) ${last} as source,
            max(array_to_string(r.day_state, ',')) ${last} as day_state,
            max(concat_ws(',', ${recordFigures.map((name) => `r.${name}`).join(', ')})) ${last} as figures
       from tk.month_record r
      where r.municipality = $1 and r.staff = any($2) and r.month = any($3::date[])
      group by r.staff having max(r.month) = $4`,
    [tx.municipality, staff, monthDates(from, month), monthDate(month)],
  );
}

/** The first month of which the municipality knows anything. */
export async function readFirstRecord(tx: Tx): Promise<MonthIndex> {
  const [row] = await tx.query<{ first: string | null }>(
    'select min(r.month) as first from tk.month_record r where r.municipality = $1',
    [tx.municipality],
  );
  return row?.first ? monthOf(dayOf(row.first)) : 0;
}

type Ground = {
  readonly service: Service;
  readonly book: DepartmentBook;
  readonly begins: MonthIndex;
  readonly dutyDays: readonly boolean[];
  readonly parameters: Parameters;
  readonly from: MonthIndex;
  readonly month: MonthIndex;
};

function historyFrom(row: HistoryRow, ground: Ground): StaffHistory {
  const { service, book, begins, dutyDays, parameters, month } = ground;
  const numbers = integersOf(row.months);
  const months: OvertimeMonth[] = [];
  for (let i = 0; i < numbers.length; i += MONTH_FIELDS) {
    months.push({
      month: monthOf(numbers[i]!),
      overtime: numbers[i + 1]!,
      exceptional: numbers[i + 2]!,
      department: numbers[i + 3] === 1 ? 'externallyDriven' : 'selfDirected',
      legalHolidayWork: 0,
    });
  }
  const now = months.at(-1)!;
  const [presence, beyond, daysWorked, unclassifiable, discrepancies] = integersOf(row.figures) as Figures;
  const record: HistoryRecord = {
    department: row.department,
    source: row.source,
    overtime: now.overtime,
    exceptional: now.exceptional,
    externallyDriven: now.department === 'externallyDriven',
    managerial: numbers.at(-2) === 1,
    orderedAhead: numbers.at(-1)!,
    presence,
    beyond,
    daysWorked,
    unclassifiable,
    discrepancies,
  };
  return {
    history: {
      regime: 'ordinance',
      months,
      // A move later in the running month does not count before its day; by then the month is externally driven.
      transfers: transfersOfYear(service, book, month, parameters.yearStartMonth).filter(
        (t) => record.externallyDriven || monthOf(t.on) < month,
      ),
      asOf: lastDayOf(month),
      employedFrom: Math.max(begins, monthOf(service.from)),
      yearStartMonth: parameters.yearStartMonth,
      rules: parameters.caps,
    },
    pace: paceOf(record, integersOf(row.day_state), dutyDays),
    record,
  };
}

type Figures = [number, number, number, number, number];

const CLASSIFIED = dayStates.indexOf('classified');
const OPEN = dayStates.indexOf('open');
const FUTURE = dayStates.indexOf('future');

function paceOf(record: HistoryRecord, states: readonly number[], dutyDays: readonly boolean[]): Pace | null {
  let judgedDays = 0;
  let daysLeft = 0;
  for (let i = 0; i < states.length; i++) {
    if (!dutyDays[i]) continue;
    if (states[i] === CLASSIFIED) judgedDays += 1;
    else if (states[i] === OPEN || states[i] === FUTURE) daysLeft += 1;
  }
  if (daysLeft === 0 && record.orderedAhead === 0) return null;
  return { judgedMinutes: record.overtime, judgedDays, daysLeft, orderedAhead: record.orderedAhead };
}

function dutyDaysOf(parameters: Parameters, month: MonthIndex): boolean[] {
  const first = firstDayOf(month);
  return Array.from({ length: lengthOf(month) }, (_, i) => allotmentOf(parameters, first + i).kind === 'dutyDay');
}
