import type { breachesView as listRoute } from '@tokimori/contract/breaches';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, monthOf } from '@tokimori/law/time/months';
import { mayWriteBreach } from '../../access/policies-breaches.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { inReach, type Reach, reachOf, sectionNames, yearsWithin } from './reach.ts';
import { type BreachRow, breachColumns, breachShown } from './rows.ts';

type View = Answer<typeof listRoute>;
/** Records of one answer. */
const SIZE = 50;

const states: Readonly<Record<View['breaches'][number]['standing'] | 'waiting' | 'completed', string>> = {
  waiting: `b.standing = 'holds' and b.state <> 'completed'`,
  completed: `b.standing = 'holds' and b.state = 'completed'`,
  lapsed: `b.standing = 'lapsed'`,
  holds: `b.standing = 'holds'`,
};

/** 上限を超えた記録 of a fiscal year: those that wait for ④⑤, the oldest month first; completed ones, the newest first. Fifty at a time. */
export async function breachesView(context: Context, actor: Actor, input: Input<typeof listRoute>): Promise<View> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const reach = await reachOf(context, tx, actor);
    const year = input.year ?? reach.runningYear;
    const [years, counts, waitingBefore, sections, rows] = await Promise.all([
      yearsWithin(tx, reach),
      countStates(tx, reach, year),
      countBefore(tx, reach, year),
      sectionsOfYear(tx, reach, year),
      readRows(tx, reach, year, input),
    ]);
    const today = formatLocalDate(reach.at.day);
    const { parameters } = reach.at;
    return {
      on: today,
      year,
      years: [...years],
      counts,
      waitingBefore,
      count: counts[input.show],
      size: SIZE,
      sections: sectionNames(reach.tree, sections),
      breaches: rows.map((row) => ({
        ...breachShown(row, reach.tree, today, parameters),
        mayWrite: row.standing === 'holds' && mayWriteBreach(actor, reach.scope, row),
      })),
    };
  });
}

async function readRows(
  tx: Tx,
  { departments }: Reach,
  year: number,
  { show, section, after }: Input<typeof listRoute>,
) {
  const order = show === 'waiting' ? 'b.month' : 'b.month desc';
  return tx.query<BreachRow>(
    `select ${breachColumns} from tk.breach b
     where b.municipality = $1 and b.fiscal_year = $3 and ${inReach} and ${states[show]} and ($4::text is null or b.section = $4)
     order by ${order}, b.section, b.staff, b.limit_name offset $5 limit ${SIZE}`,
    [tx.municipality, departments, year, section ?? null, after],
  );
}

/** How many there are; late = ④⑤ were to be written in a month that is over since. */
async function countStates(tx: Tx, { departments, at }: Reach, year: number): Promise<View['counts']> {
  const month = monthOf(at.day);
  const isOver = at.day - firstDayOf(month) + 1 > at.parameters.breaches.recordDay;
  // Excesses of the month before last and earlier are late; those of the last month from the day after the one given.
  const lateFrom = formatLocalDate(firstDayOf(isOver ? month : month - 1));
  const [row] = await tx.query<View['counts']>(
    `select count(*) filter (where ${states.waiting})::int as waiting,
       count(*) filter (where ${states.waiting} and b.month < $4::date)::int as late,
       count(*) filter (where ${states.completed})::int as completed,
       count(*) filter (where ${states.lapsed})::int as lapsed
     from tk.breach b where b.municipality = $1 and b.fiscal_year = $3 and ${inReach}`,
    [tx.municipality, departments, year, lateFrom],
  );
  return row ?? { waiting: 0, late: 0, completed: 0, lapsed: 0 };
}

async function countBefore(tx: Tx, { departments }: Reach, year: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from tk.breach b
     where b.municipality = $1 and b.standing = 'holds' and b.state <> 'completed' and b.fiscal_year < $3 and ${inReach}`,
    [tx.municipality, departments, year],
  );
  return row?.count ?? 0;
}

async function sectionsOfYear(tx: Tx, { departments }: Reach, year: number): Promise<readonly string[]> {
  const rows = await tx.query<{ section: string }>(
    `select distinct b.section from tk.breach b where b.municipality = $1 and b.fiscal_year = $3 and ${inReach}`,
    [tx.municipality, departments, year],
  );
  return rows.map(({ section }) => section);
}
