import type { LimitState } from '@tokimori/contract/values';
import type { ListColumn, Value } from '@tokimori/forms/spreadsheet';
import { lastDayOf, lengthOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Context } from '../../context.ts';
import { integersOf } from '../../derive/told.ts';
import { type DepartmentTree, readTree } from '../../use-cases/reading/department-tree.ts';
import { monthDate } from './month-sums.ts';
import { readAhead } from './read-ahead.ts';

/** 職員別月計: everybody's month in a row, with the overtime of each day. Durations are minutes. */
const BATCH = 1_000;
const stateNames: Readonly<Record<LimitState, string>> = {
  over: '超過',
  overExceptional: '特例で超過',
  forecastOver: '見込みで超過',
  near: '注意',
  unknown: '判定できない',
  fine: '余裕あり',
  none: '上限なし',
};
const limitNames: Readonly<Record<string, string>> = {
  monthly: '月',
  annual: '年',
  monthsOver45: '45時間超の月数',
  afterTransfer: '異動後',
  'average-2': '2か月平均',
  'average-3': '3か月平均',
  'average-4': '4か月平均',
  'average-5': '5か月平均',
  'average-6': '6か月平均',
};

const duration = (header: string): ListColumn => ({ header, width: 9, as: 'duration' });

export function monthListColumns(month: MonthIndex): readonly ListColumn[] {
  return [
    { header: '職員番号', width: 11, as: 'text' },
    { header: '氏名', width: 16, as: 'text' },
    { header: '部局', width: 18, as: 'text' },
    { header: '所属', width: 20, as: 'text' },
    { header: '上限の区分', width: 11, as: 'text' },
    duration('時間外'),
    duration('うち特例'),
    duration('在庁'),
    { header: '判定できない日', width: 9, as: 'whole' },
    { header: '上限の状態', width: 13, as: 'text' },
    duration('上限まで'),
    { header: '先に届く上限', width: 14, as: 'text' },
    ...Array.from({ length: lengthOf(month) }, (_, at) => duration(`${at + 1}日`)),
  ];
}

type Row = {
  staff: string;
  name: string;
  department: string;
  managerial: boolean;
  externally_driven: boolean;
  overtime: number;
  exceptional: number;
  presence: number;
  unclassifiable: number;
  /** One figure a day, with commas between. */
  overtime_days: string;
  state: LimitState | null;
  remaining: number | null;
  binding: string | null;
};

/**
 * Rows in order of 職員番号, read in batches; of one department and those below it when `department` is given. While a
 * batch is written the database reads the next.
 */
export async function* monthListRows(
  context: Context,
  municipality: string,
  month: MonthIndex,
  department: string | undefined,
): AsyncGenerator<readonly Value[]> {
  const tree = await context.store.tenant(municipality, (tx) => readTree(tx, lastDayOf(month)));
  const departments = department === undefined ? null : tree.below(department);
  const read = (after: string) =>
    context.store.statement<Row>(
      municipality,
      `select p.*, t.state, t.remaining, t.binding from (
         select r.staff, s.name, r.department, r.managerial, r.externally_driven, r.overtime, r.exceptional, r.presence,
           r.unclassifiable, array_to_string(r.overtime_days, ',') as overtime_days
         from tk.month_record r join tk.staff s on s.municipality = $1 and s.staff = r.staff
         where r.municipality = $1 and r.month = $2::date and r.staff > $3 and ($4::text[] is null or r.department = any($4))
         order by r.staff limit $5) p
       left join tk.standing t on t.municipality = $1 and t.month = $2::date and t.staff = p.staff
       order by p.staff`,
      [municipality, monthDate(month), after, departments, BATCH],
    );
  const rows = readAhead<Row>((before) => {
    if (before === null) return read('');
    return before.length < BATCH ? null : read(before.at(-1)!.staff);
  });
  const placeOf = placesIn(tree);
  for await (const row of rows) yield valuesOf(row, placeOf(row.department), lengthOf(month));
}

/** 部局 and 所属 as the list names them. */
type Place = { readonly bureau: string; readonly section: string };

function placesIn(tree: DepartmentTree): (department: string) => Place {
  const known = new Map<string, Place>();
  return (department) => {
    let place = known.get(department);
    if (place === undefined) {
      const names = tree.chain(department).map((node) => node.name);
      place = { bureau: names.at(-1) ?? '', section: names.slice(0, -1).reverse().join(' ') || (names[0] ?? '') };
      known.set(department, place);
    }
    return place;
  };
}

function valuesOf(row: Row, { bureau, section }: Place, days: number): readonly Value[] {
  const values: Value[] = [
    row.staff,
    row.name,
    bureau,
    section,
    row.managerial ? '管理監督職員' : row.externally_driven ? '他律' : '自律',
    row.overtime,
    row.exceptional,
    row.presence,
    row.unclassifiable,
    stateNames[row.state ?? (row.managerial ? 'none' : 'unknown')],
    row.remaining,
    row.binding === null ? '' : (limitNames[row.binding] ?? row.binding),
  ];
  const overtime = integersOf(row.overtime_days);
  for (let at = 0; at < days; at++) values.push(overtime[at] || null);
  return values;
}
