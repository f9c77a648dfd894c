import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import {
  firstDayOf,
  firstMonthOf,
  fiscalYearOf,
  formatYearMonth,
  type MonthIndex,
  monthOf,
} from '@tokimori/law/time/months';
import { disasterMonth } from '@tokimori/ordinances/example-city/stories';
import type { Actor, Context } from '../context.ts';
import { runBreaches } from '../jobs/breaches-run.ts';
import { instantOf, tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { completeBreach } from '../use-cases/breaches/breach.ts';
import { moveReduction, registerReduction } from '../use-cases/breaches/reductions.ts';
import { writeReview } from '../use-cases/breaches/reviews.ts';
import { demoId } from './ids.ts';

type Row = {
  id: string;
  staff: string;
  month: string;
  fiscal_year: number;
  section: string;
  outline_made: string;
  found_at: Date;
};
type Told = { readonly reason: string; readonly causes: readonly string[] };

/** What the heads of the example city wrote, by turns. */
const told: readonly Told[] = [
  { reason: '締切までの期間が短く、係の中で分担し直したが、検算までは回らなかった。', causes: ['締切の集中'] },
  {
    reason: '病気休暇の職員の分を係で受け持った。応援を頼んだが、経験のいる事務で任せられなかった。',
    causes: ['欠員・休業者', '業務の偏り'],
  },
  {
    reason: '制度改正の通知が遅れ、システムの確認と案内の作り直しが重なった。',
    causes: ['制度改正・システム更新', '突発業務'],
  },
  { reason: '申請が見込みより多く、窓口を閉めたあとの審査が続いた。', causes: ['業務量の増加', '住民・事業者の対応'] },
];
const storm: Told = {
  reason: '台風21号の避難所の運営と被害の調査に、全員で交代して当たった。ほかの部署の応援を受けても足りなかった。',
  causes: ['災害・感染症', '突発業務'],
};

const head = (municipality: string, staff: string): Actor => ({
  municipality,
  login: staff,
  staff,
  roles: ['staff', 'manager'],
});

/**
 * The example city has used these pages since its year began: it has written the records up to two months ago, has reviewed last year but for one 課,
 * has begun a measure, and has still to write the records of last month. All of it by the very deeds of its people, at the times of theirs.
 */
export async function writeDemoBreaches(
  context: Context,
  municipality: string,
  { asOf, headOf }: { readonly asOf: EpochDay; readonly headOf: (department: string) => string },
): Promise<void> {
  const running = monthOf(asOf);
  for (let month = firstMonthOf(fiscalYearOf(running)) + 1; month <= running; month++)
    await runBreaches(onThe(context, firstDayOf(month)), municipality);
  if ((await runBreaches(context, municipality)) === null) throw new Error('the days of the example city are not made');
  const rows = await context.store.tenant(municipality, (tx) =>
    readWritten(tx, formatLocalDate(firstDayOf(running - 1))),
  );
  for (const [nth, row] of rows.entries()) await complete(context, municipality, { row, nth, running, headOf });
  const sections = mostOf(rows);
  const [section] = sections;
  if (section === undefined) return;
  await begin(context, municipality, { running, section, owner: headOf(section), rows });
  await review(context, municipality, { rows, running, headOf });
}

type Writing = {
  readonly row: Row;
  readonly nth: number;
  readonly running: MonthIndex;
  readonly headOf: (department: string) => string;
};

async function complete(context: Context, municipality: string, { row, nth, running, headOf }: Writing): Promise<void> {
  const month = row.month.slice(0, 7);
  const { reason, causes } =
    month === formatYearMonth(disasterMonth(running)) ? storm : (told[nth % told.length] ?? storm);
  const day = firstDayOf(monthOf(tokyoOf(row.found_at).day)) + 6 + (nth % 3);
  await completeBreach(onThe(context, day), head(municipality, headOf(row.section)), {
    id: row.id,
    outline: row.outline_made === '' ? '通常の業務' : row.outline_made,
    reason,
    causes: [...causes],
    mainCause: causes[0] ?? '',
    also: [],
  });
}

type Reviewing = {
  readonly rows: readonly Row[];
  readonly running: MonthIndex;
  readonly headOf: (department: string) => string;
};

/** 要因の整理・分析・検証 of last year, a month before it was due; the last 課 has not written its own. */
async function review(context: Context, municipality: string, { rows, running, headOf }: Reviewing): Promise<void> {
  const year = fiscalYearOf(running) - 1;
  const sections = mostOf(rows.filter((row) => row.fiscal_year === year));
  const period = formatYearMonth(firstMonthOf(year));
  const day = firstDayOf(firstMonthOf(year + 1) + 4) + 19;
  for (const [nth, section] of sections.slice(0, -1).entries()) {
    await writeReview(onThe(context, day + (nth % 5)), head(municipality, headOf(section)), {
      span: 'year',
      period,
      section,
      conclude: true,
      sorted: '締切の集中と欠員の二つで、半分を超える。同じ業務を持つ職員に偏っている。',
      analysed:
        '検算を一人の手順に頼っており、締切の前の週に重なる。欠員の月は分担を変えたが、引き継ぎに時間がかかった。',
      verified: '応援は、定型の入力では効いたが、検算では効かなかった。手順をそろえ、早い時期に検算を済ませる。',
    });
  }
}

/** The same context on the morning of a day. */
const onThe = (context: Context, day: EpochDay): Context => ({
  ...context,
  clock: { now: () => instantOf(day, 10 * 60) },
});

/** Records whose month is over for two months or more, in the order in which they happened. */
const readWritten = (tx: Tx, before: string): Promise<Row[]> =>
  tx.query<Row>(
    `select b.id, b.staff, b.month, b.fiscal_year, b.section, b.outline_made, b.found_at from tk.breach b
     where b.municipality = $1 and b.month < $2::date order by b.month, b.section, b.staff, b.limit_name`,
    [tx.municipality, before],
  );

/** The 課 with most records first. */
function mostOf(rows: readonly Row[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { section } of rows) counts.set(section, (counts.get(section) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([section]) => section);
}

type Beginning = {
  readonly running: MonthIndex;
  readonly section: string;
  readonly owner: string;
  readonly rows: readonly Row[];
};

/** One measure that has begun four months ago, registered by the head of the 課 with most records. */
async function begin(
  context: Context,
  municipality: string,
  { running, section, owner, rows }: Beginning,
): Promise<void> {
  const from = running - 4;
  const registered = firstDayOf(from) - 12;
  const actor = head(municipality, owner);
  const id = demoId(9, 0, from, 0);
  await registerReduction(onThe(context, registered), actor, {
    id,
    plan: {
      title: '検算の作業を表計算の様式にまとめる',
      kind: 'efficiency',
      what: '係ごとに違う検算の手順を一つの様式にまとめ、入力のあとすぐに誤りが分かるようにする。締切の前の週の夜の検算をなくす。',
      owner,
      dueOn: formatLocalDate(firstDayOf(running + 2)),
      from: formatYearMonth(from),
      sections: [section],
      causes: ['締切の集中'],
      records: rows
        .filter((row) => row.section === section && row.month < `${formatYearMonth(from)}-01`)
        .map((row) => row.id),
      expected: 15 * 60,
    },
  });
  await moveReduction(onThe(context, firstDayOf(from)), actor, { id, to: 'underway', note: '' });
}
