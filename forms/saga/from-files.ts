import type { EpochDay } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { firstMonthOf, fiscalYearOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { OvertimeCategory } from '@tokimori/law/working-time/types';
import { sumKnown } from './rounding.ts';
import type { Category, OverviewLabel, OverviewLine, SheetOneInput } from './sheet-one.ts';
import { bySeverity, type SheetTwoInput } from './sheet-two.ts';

/** ①前月末時点の職員一覧. */
export type StaffRow = { readonly staff: string; readonly name: string; readonly bureau: string };
/** ②部局ごとの時間外一覧: a month, a category. */
export type BureauRow = {
  readonly bureau: string;
  readonly month: MonthIndex;
  readonly category: OvertimeCategory;
  readonly minutes: Minutes;
  readonly allowance: number | null;
};
/** ③日ごとの時間外一覧. */
export type DayRow = {
  readonly staff: string;
  readonly day: EpochDay;
  readonly category: OvertimeCategory;
  readonly minutes: Minutes;
  readonly allowance: number | null;
};

/** 通常業務 is everything but 感染症 and 災害. */
export const categoryOf = (category: OvertimeCategory): Category =>
  category === 'infection' || category === 'disaster' ? category : 'normal';

type Sums = { readonly minutes: number; readonly allowance: number | null };

/** Sums of months. A month without any row is unknown, not zero. */
class MonthSums {
  readonly #months = new Set<MonthIndex>();
  readonly #sums = new Map<string, { minutes: number; allowance: number; allowanceKnown: boolean }>();

  constructor(rows: readonly BureauRow[]) {
    for (const row of rows) {
      this.#months.add(row.month);
      for (const bureau of [row.bureau, '']) {
        for (const label of ['total', categoryOf(row.category)]) this.#add(`${row.month} ${label} ${bureau}`, row);
      }
    }
  }

  #add(key: string, row: BureauRow): void {
    const sum = this.#sums.get(key) ?? { minutes: 0, allowance: 0, allowanceKnown: true };
    sum.minutes += row.minutes;
    sum.allowance += row.allowance ?? 0;
    sum.allowanceKnown &&= row.allowance !== null;
    this.#sums.set(key, sum);
  }

  /** Of a bureau, or of all when it is ''. */
  of(month: MonthIndex, label: OverviewLabel, bureau = ''): Sums | null {
    if (!this.#months.has(month)) return null;
    const sum = this.#sums.get(`${month} ${label} ${bureau}`);
    if (sum === undefined) return { minutes: 0, allowance: null };
    return { minutes: sum.minutes, allowance: sum.allowanceKnown ? sum.allowance : null };
  }

  minutes(month: MonthIndex, label: OverviewLabel, bureau = ''): number | null {
    return this.of(month, label, bureau)?.minutes ?? null;
  }
}

const since = (month: MonthIndex): MonthIndex[] => {
  const first = firstMonthOf(fiscalYearOf(month));
  return Array.from({ length: month - first + 1 }, (_, at) => first + at);
};

/** 資料① from the staff list and the list by bureau. Head counts are those of the list; last year's are not in it. */
export function sheetOneFromFiles(
  month: MonthIndex,
  staff: readonly StaffRow[],
  rows: readonly BureauRow[],
): SheetOneInput {
  const sums = new MonthSums(rows);
  const departments = [...new Set(rows.filter((row) => row.month === month).map((row) => row.bureau))];
  const counts = new Map<string, number>();
  for (const person of staff) counts.set(person.bureau, (counts.get(person.bureau) ?? 0) + 1);
  const line = (label: Category) => ({ cells: departments.map((bureau) => sums.minutes(month, label, bureau)) });
  const elsewhere = [...counts.keys()].filter((bureau) => !departments.includes(bureau));
  return {
    month,
    unit: 'minutes',
    departments,
    hours: { normal: line('normal'), infection: line('infection'), disaster: line('disaster') },
    lastYearNormal: departments.map((bureau) => sums.minutes(month - 12, 'normal', bureau)),
    headcount: departments.map((bureau) => counts.get(bureau) ?? null),
    lastYearHeadcount: null,
    overview: (['total', 'normal', 'infection', 'disaster'] as const).map((label) => overviewLine(sums, month, label)),
    remarks:
      elsewhere.length === 0
        ? []
        : [`職員一覧の部局のうち、時間外一覧にないものは載せていません: ${elsewhere.join('、')}。`],
  };
}

function overviewLine(sums: MonthSums, month: MonthIndex, label: OverviewLabel): OverviewLine {
  const over = (months: readonly MonthIndex[], pick: (sum: Sums | null) => number | null): number | null =>
    sumKnown(months.map((each) => pick(sums.of(each, label))));
  const minutes = (sum: Sums | null): number | null => sum?.minutes ?? null;
  const allowance = (sum: Sums | null): number | null => sum?.allowance ?? null;
  const [thisYear, lastYear] = [since(month), since(month).map((each) => each - 12)];
  return {
    label,
    month: over([month], minutes),
    lastYearMonth: over([month - 12], minutes),
    cumulative: over(thisYear, minutes),
    lastYearCumulative: over(lastYear, minutes),
    allowance: over([month], allowance),
    lastYearAllowance: over([month - 12], allowance),
    cumulativeAllowance: over(thisYear, allowance),
    lastYearCumulativeAllowance: over(lastYear, allowance),
  };
}

/** 資料② from the staff list and the list by day: months of the fiscal year up to this one, worst first. */
export function sheetTwoFromFiles(
  month: MonthIndex,
  staff: readonly StaffRow[],
  days: readonly DayRow[],
): { readonly months: readonly MonthIndex[]; readonly rows: readonly SheetTwoInput[] } {
  const months = since(month);
  const known = new Set(days.map((row) => monthOf(row.day)));
  const people = new Map(staff.map((person) => [person.staff, person]));
  const sums = new Map<string, { hours: (number | null)[]; allowances: (number | null)[] }>();
  const entry = (number: string) => {
    const found = sums.get(number) ?? {
      hours: months.map((each) => (known.has(each) ? 0 : null)),
      allowances: months.map(() => null),
    };
    sums.set(number, found);
    return found;
  };
  for (const person of staff) entry(person.staff);
  for (const row of days) {
    const at = months.indexOf(monthOf(row.day));
    if (at === -1) continue;
    const { hours, allowances } = entry(row.staff);
    hours[at] = (hours[at] ?? 0) + row.minutes;
    if (row.allowance !== null) allowances[at] = (allowances[at] ?? 0) + row.allowance;
  }
  const rows = [...sums].map(([number, sum]) => ({
    staff: number,
    name: people.get(number)?.name ?? '(職員一覧にない職員)',
    departmentName: people.get(number)?.bureau ?? '',
    ...sum,
  }));
  return { months, rows: rows.toSorted(bySeverity) };
}
