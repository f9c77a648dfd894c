import type { breachAnalysis as analysisRoute, breachFile as fileRoute } from '@tokimori/contract/breaches';
import type { Answer, FileAnswer, Input } from '@tokimori/contract/route';
import type { ListColumn, Value } from '@tokimori/forms/spreadsheet';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstMonthOf } from '@tokimori/law/time/months';
import { is } from '../../access/policies.ts';
import type { Actor, Context } from '../../context.ts';
import { answered } from '../../exchange/reports/answered.ts';
import { madeList } from '../../exchange/reports/made.ts';
import { tokyoOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { limitWords } from '../reading/limit-words.ts';
import { namesOf } from '../reading/names.ts';
import { type BreachFilter, filtered, filterValues, readGroups } from './groups.ts';
import { inReach, type Reach, reachOf, sectionNames, yearsWithin } from './reach.ts';
import { type BreachRow, breachColumns } from './rows.ts';

/** 要因の整理: the records of a fiscal year under a filter, by cause, 課, work, limit and month. */
export async function breachAnalysis(
  context: Context,
  actor: Actor,
  input: Input<typeof analysisRoute>,
): Promise<Answer<typeof analysisRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const reach = await reachOf(context, tx, actor);
    const filter = { ...input, year: input.year ?? reach.runningYear };
    const [years, groups, choices] = await Promise.all([
      yearsWithin(tx, reach),
      readGroups(tx, reach.tree, reach.departments, filter),
      readChoices(tx, reach, filter),
    ]);
    return {
      on: formatLocalDate(reach.at.day),
      year: filter.year,
      years: [...years],
      groups,
      ...choices,
      mayRegister: is(actor, 'hr') || (is(actor, 'manager') && reach.scope.departments.size > 0),
    };
  });
}

/** What the filter may be set to: what the year has. */
async function readChoices(tx: Tx, { departments, tree }: Reach, { year }: BreachFilter) {
  const rows = await tx.query<{ section: string; month: string; causes: string[] }>(
    `select b.section, b.month, array_agg(distinct k.cause) as causes from tk.breach b
     cross join lateral unnest(array_append(b.causes, '')) as k (cause)
     where b.municipality = $1 and b.fiscal_year = $3 and b.standing = 'holds' and ${inReach} group by b.section, b.month`,
    [tx.municipality, departments, year],
  );
  return {
    sections: sectionNames(
      tree,
      rows.map(({ section }) => section),
    ),
    months: [...new Set(rows.map(({ month }) => month.slice(0, 7)))].sort(),
    causes: [...new Set(rows.flatMap(({ causes }) => causes))].filter((cause) => cause !== '').sort(),
  };
}

const columns: readonly ListColumn[] = [
  { header: '年度', width: 8, as: 'whole' },
  { header: '超えた月', width: 10, as: 'text' },
  { header: '①所属', width: 26, as: 'text' },
  { header: '職員番号', width: 11, as: 'text' },
  { header: '②氏名', width: 14, as: 'text' },
  { header: '上限', width: 26, as: 'text' },
  { header: '③時間', width: 10, as: 'duration' },
  { header: '③月数', width: 7, as: 'whole' },
  { header: '上限時間', width: 10, as: 'duration' },
  { header: '上限月数', width: 8, as: 'whole' },
  { header: 'うち特例業務', width: 11, as: 'duration' },
  { header: '④業務の概要', width: 40, as: 'text' },
  { header: '⑤回避できなかった理由', width: 40, as: 'text' },
  { header: '要因', width: 24, as: 'text' },
  { header: '主な要因', width: 14, as: 'text' },
  { header: '状態', width: 10, as: 'text' },
  { header: '記入した人', width: 14, as: 'text' },
  { header: '記入した日', width: 12, as: 'text' },
];
const stateNames: Readonly<Record<BreachRow['state'], string>> = {
  open: '記入待ち',
  completed: '記入済み',
  returned: '差し戻し',
};

/** The records under a filter, one a row with their five items. Hours leave as h:mm; those of averages are the sum of their window. */
export async function breachFile(context: Context, actor: Actor, input: Input<typeof fileRoute>): Promise<FileAnswer> {
  const { rows, month, year } = await context.store.tenant(actor.municipality, async (tx) => {
    const reach = await reachOf(context, tx, actor);
    const filter = { ...input, year: input.year ?? reach.runningYear };
    const found = await tx.query<BreachRow>(
      `select ${breachColumns} from ${filtered()} order by b.month, b.section, b.staff, b.limit_name`,
      [...filterValues(tx, reach.departments, filter)],
    );
    const names = await namesOf(
      tx,
      found.flatMap(({ completed_by }) => (completed_by === null ? [] : [completed_by])),
    );
    return {
      rows: found.map((row) => valuesOf(row, reach.tree, names)),
      month: firstMonthOf(filter.year, reach.at.parameters.yearStartMonth),
      year: filter.year,
    };
  });
  const made = madeList({ title: '上限を超えた記録', sheet: '上限を超えた記録', month }, columns, rows, input.format);
  return answered({ ...made, fileName: `上限を超えた記録_${year}年度.${input.format}` });
}

function valuesOf(row: BreachRow, tree: DepartmentTree, names: ReadonlyMap<string, string>): readonly Value[] {
  const inMonths = row.limit_name === 'monthsOver45';
  const { value, cap } = row;
  return [
    row.fiscal_year,
    row.month.slice(0, 7),
    tree.path(row.department) || row.department,
    row.staff,
    row.name,
    limitWords(row.limit_name),
    inMonths ? null : value,
    inMonths ? value : null,
    inMonths ? null : cap,
    inMonths ? cap : null,
    row.exceptional,
    row.outline,
    row.reason,
    row.causes.join('、'),
    row.main_cause,
    stateNames[row.state],
    row.completed_by === null ? '' : (names.get(row.completed_by) ?? row.completed_by),
    row.completed_at === null ? '' : formatLocalDate(tokyoOf(row.completed_at).day),
  ];
}
