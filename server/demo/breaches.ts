import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { disasterMonth } from '@tokimori/ordinances/example-city/stories';
import type { Actor, Context } from '../context.ts';
import { runBreaches } from '../jobs/breaches-run.ts';
import { instantOf, tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { completeBreach } from '../use-cases/breaches/breach.ts';
import { moveReduction, registerReduction } from '../use-cases/breaches/reductions.ts';
import { writeReview } from '../use-cases/breaches/reviews.ts';
import { monthDate } from '../use-cases/reading/moment.ts';
import { demoId } from './ids.ts';

type Row = {
  id: string;
  month: string;
  section: string;
  carried: 'exceptional' | 'none';
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
 * The example city has written the records of last month but for the 課 with most of them, has reviewed one 課, and has begun a measure in the summer:
 * all of it by the very deeds of its heads, at the times at which they would have done them.
 */
export async function writeDemoBreaches(
  context: Context,
  municipality: string,
  { asOf, headOf }: { readonly asOf: EpochDay; readonly headOf: (department: string) => string },
): Promise<void> {
  const running = monthOf(asOf);
  await runBreaches(onThe(context, firstDayOf(running)), municipality);
  if ((await runBreaches(context, municipality)) === null) throw new Error('the days of the example city are not made');
  const rows = await context.store.tenant(municipality, readRows);
  const [most, ...others] = mostOf(rows);
  if (most === undefined) return;
  await begin(context, municipality, { running, section: most, owner: headOf(most) });
  const written = rows.filter((row) => row.section !== most && row.month < monthDate(running));
  for (const [nth, row] of written.entries()) await complete(context, municipality, { row, nth, running, headOf });
  const [section] = others.filter((each) =>
    written.some((row) => row.section === each && row.month >= monthDate(running - 1)),
  );
  if (section !== undefined)
    await review(onThe(context, firstDayOf(running) + 14), municipality, { running, section, owner: headOf(section) });
}

type Writing = {
  readonly row: Row;
  readonly nth: number;
  readonly running: MonthIndex;
  readonly headOf: (department: string) => string;
};

async function complete(context: Context, municipality: string, { row, nth, running, headOf }: Writing): Promise<void> {
  const ofStorm = row.carried === 'exceptional' && row.month === monthDate(disasterMonth(running));
  const { reason, causes } = ofStorm ? storm : (told[nth % told.length] ?? storm);
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

type Beginning = { readonly running: MonthIndex; readonly section: string; readonly owner: string };

/** 要因の整理・分析・検証 of last month, of one 課. */
async function review(context: Context, municipality: string, { running, section, owner }: Beginning): Promise<void> {
  await writeReview(context, head(municipality, owner), {
    span: 'month',
    period: formatYearMonth(running - 1),
    section,
    conclude: true,
    sorted: '突発の業務が半分を超える。ふだんの業務は、同じ係の職員に偏っている。',
    analysed: '交代の表を作らないまま始めたため、初めの3日に一人が続けて当たった。',
    verified: '交代の表をあらかじめ決め、ほかの課からの応援の順を申し合わせた。次から使い、時間を比べる。',
  });
}

/** The same context on the morning of a day. */
const onThe = (context: Context, day: EpochDay): Context => ({
  ...context,
  clock: { now: () => instantOf(day, 10 * 60) },
});

/** All records, in the order in which they happened. */
const readRows = (tx: Tx): Promise<Row[]> =>
  tx.query<Row>(
    `select b.id, b.month, b.section, b.carried, b.outline_made, b.found_at from tk.breach b
     where b.municipality = $1 order by b.month, b.section, b.staff, b.limit_name`,
    [tx.municipality],
  );

/** The 課 with most records first. */
function mostOf(rows: readonly Row[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { section } of rows) counts.set(section, (counts.get(section) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([section]) => section);
}

/** One measure that has begun four months ago, registered by the head of the 課 with most records. */
async function begin(context: Context, municipality: string, { running, section, owner }: Beginning): Promise<void> {
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
      records: [],
      expected: 15 * 60,
    },
  });
  await moveReduction(onThe(context, firstDayOf(from)), actor, { id, to: 'underway', note: '' });
}
