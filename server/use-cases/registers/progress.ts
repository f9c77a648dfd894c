import type { Progress, progressView as viewRoute } from '@tokimori/contract/registers/progress';
import type { Input } from '@tokimori/contract/route';
import { bandOf, bandsOf, type LongStay, progressRow, threeMonthStay } from '@tokimori/forms/nanto/progress';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayTakeProgress, mayViewProgress, mayViewProgressOfAll } from '../../access/policies-registers.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';
import { type Here, here } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { isOver, monthUpTo } from './month-up-to.ts';
import { sectionName } from './places.ts';
import { type CityCounts, readCityCounts, readLongStays, readStays, type StayRow } from './progress-rows.ts';
import { isSharedWithHeads } from './progress-shared.ts';

/** Departments; null = all. */
type Within = ReadonlySet<string> | null;
/** Whose people are named, whose months and trends may be opened from here, and whether the report may be taken as a file of tables. */
type Reading = { readonly named: Within; readonly open: Within; readonly files: boolean };

/** 進捗報告 of a month: the city for everyone who may open it, names and sections of the departments one may see, or that are shown to all heads. */
export async function progressView(context: Context, actor: Actor, input: Input<typeof viewRoute>): Promise<Progress> {
  ensure(mayViewProgress(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const open = mayViewProgressOfAll(actor, false) ? null : (await scopeOf(tx, actor, at.dutyDate)).departments;
    const shared = open !== null && (await isSharedWithHeads(tx, formatLocalDate(at.day)));
    const named = mayViewProgressOfAll(actor, shared) ? null : open;
    return readProgress(tx, at, monthUpTo(at, input.month), { named, open, files: mayTakeProgress(actor) });
  });
}

/** Reads the report: one pass over the rows of four months, then the months of those who stayed long. */
export async function readProgress(tx: Tx, at: Here, month: MonthIndex, reading: Reading): Promise<Progress> {
  const { named, open, files } = reading;
  const three = [month - 2, month - 1, month];
  const four = [...three, month - 12];
  const [tree, counts, allStays] = await Promise.all([
    readTree(tx, lastDayOf(month)),
    readCityCounts(tx, four),
    readLongStays(tx, four),
  ]);
  const seen = (department: string) => named === null || named.has(department);
  const long = allStays.filter((stay) => stay.month > month - 3);
  const stays = await readStays(tx, [...new Set(long.map(({ staff }) => staff))], three);
  const names = await namesOf(
    tx,
    long.map(({ staff }) => staff),
  );
  const personOf = ({ staff, department, managerial }: StayRow) => ({
    staff,
    name: names.get(staff) ?? staff,
    section: sectionName(tree, department),
    managerial,
    mayOpen: open === null || open.has(department),
  });
  // A section whose people one may not see is counted, not named.
  const placed = allStays.map((stay) => ({
    month: formatYearMonth(stay.month),
    section: seen(stay.department) ? sectionName(tree, stay.department) : '',
    beyond: stay.beyond,
  }));
  return {
    month: formatYearMonth(month),
    today: formatLocalDate(at.day),
    settled: isOver(at, month),
    whole: named === null,
    files,
    rows: rowsOf(counts, month),
    bands: [month, month - 1, month - 2, month - 12].map((each) => bandAt(each, month, counts, placed)),
    over60: long
      .filter((stay) => stay.month === month && bandOf(stay.beyond) !== null && seen(stay.department))
      .map((stay) => ({ ...personOf(stay), beyond: stay.beyond, overtime: stay.overtime })),
    months: three.map(formatYearMonth),
    over180: longOfThree(stays, three, seen).map(({ last, beyond, total }) => ({ ...personOf(last), beyond, total })),
    departments: selectable(tree, open),
    remarks: remarksOf(counts, month, at),
  };
}

function bandAt(
  each: MonthIndex,
  month: MonthIndex,
  counts: ReadonlyMap<MonthIndex, CityCounts>,
  stays: readonly LongStay[],
): Progress['bands'][number] {
  const known = (counts.get(each)?.presentHeads ?? 0) > 0;
  const band = bandsOf({ month: formatYearMonth(each), lastYear: each === month - 12, known }, stays);
  return { ...band, sections: band.sections.filter((section) => section !== '') };
}

const nobody = { headcount: 0, presentHeads: 0, beyond: null, overtime: null, allowance: null };

const rowsOf = (counts: ReadonlyMap<MonthIndex, CityCounts>, month: MonthIndex): Progress['rows'] =>
  (
    [
      ['thisMonth', month],
      ['lastMonth', month - 1],
      ['lastYear', month - 12],
    ] as const
  ).map(([period, each]) => progressRow(period, counts.get(each) ?? { ...nobody, month: formatYearMonth(each) }));

/** Those whose three months come to 180 hours, the most first; placed where they belong in the last month known. */
function longOfThree(stays: readonly StayRow[], three: readonly MonthIndex[], seen: (department: string) => boolean) {
  return [...grouped(stays, ({ staff }) => staff).values()]
    .flatMap((own) => {
      const last = own.at(-1)!;
      const beyond = three.map((month) => own.find((stay) => stay.month === month)?.beyond ?? null);
      const total = threeMonthStay(beyond);
      return total === null || !seen(last.department) ? [] : [{ last, beyond, total }];
    })
    .sort((a, b) => b.total - a.total || (a.last.staff < b.last.staff ? -1 : 1));
}

const selectable = (tree: DepartmentTree, within: Within): Progress['departments'] =>
  tree.nodes
    .filter(({ department }) => within === null || within.has(department))
    .map(({ department, kind }) => ({ department, kind, name: tree.path(department) }))
    .sort((a, b) => (a.department < b.department ? -1 : 1));

/** What is missing in the figures, in sentences. */
function remarksOf(counts: ReadonlyMap<MonthIndex, CityCounts>, month: MonthIndex, at: Here): string[] {
  const own = counts.get(month);
  const unknown = [month, month - 1, month - 12].filter((each) => {
    const count = counts.get(each);
    return count !== undefined && count.presentHeads < count.headcount;
  });
  const names = unknown.map(formatYearMonth).join('、');
  return [
    ...(isOver(at, month)
      ? []
      : [`今月は途中です(${at.dutyDay - firstDayOf(month)}日分)。前月と前年同月は、月の全体の数字です。`]),
    ...(unknown.length > 0
      ? [`月計だけを取り込んだ職員がいる月(${names})は、その職員の超過在席時間が分からないため入れていません。`]
      : []),
    ...((own?.unclassifiable ?? 0) > 0
      ? [
          `打刻がそろわない日が ${own!.unclassifiable.toLocaleString('ja-JP')}日分あり、その日の超過在席時間は入っていません。`,
        ]
      : []),
    ...(own !== undefined && own.allowance === null
      ? ['手当支出額は、時間外勤務のあった職員の全員の手当額が取り込まれた月だけ表示します。']
      : []),
  ];
}
