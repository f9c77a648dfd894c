import { randomUUID } from 'node:crypto';
import { reviewDue } from '@tokimori/law/designation/breach-record';
import { type EpochDay, formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { firstMonthOf, fiscalYearOf, formatYearMonth, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { BreachFigures } from '@tokimori/records/breaches/breach';
import type { Exceeded } from '@tokimori/records/breaches/exceeded';
import type { Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { type BreachGround, figuresOf } from '../use-cases/breaches/figures-of.ts';
import { findExceeded } from '../use-cases/breaches/find-exceeded.ts';
import { keptIn, type PlaceOf, readTrees } from '../use-cases/measures/people-by-day.ts';
import { monthDate, monthOfText } from '../use-cases/reading/moment.ts';
import { type MadeBreach, moved, type Stored, setStanding, write } from './breach-rows.ts';
import { dayToAsk } from './day-to-ask.ts';

/** Excesses whose works are read together. */
const TOGETHER = 200;
const keyOf = (row: { staff: string; limit: string; period: MonthIndex }): string =>
  `${row.staff} ${row.limit} ${row.period}`;

type Horizon = { readonly since: MonthIndex; readonly from: MonthIndex; readonly yearStartMonth: number };

/**
 * From which month on records are made: the year that runs, and the one before while its review is not overdue at the first run.
 * Later runs follow corrections in both years.
 */
async function horizonOf(context: Context, tx: Tx, until: EpochDay, kept: MonthIndex | null): Promise<Horizon> {
  const { yearStartMonth, designation } = await context.parameters(tx, until);
  const year = fiscalYearOf(monthOf(until), yearStartMonth);
  const [before, running] = [firstMonthOf(year - 1, yearStartMonth), firstMonthOf(year, yearStartMonth)];
  const due = reviewDue({ fiscalYear: year - 1, yearStartMonth, month: null }, designation).outcome.ofYear;
  const since = kept ?? (due >= until ? before : running);
  return { since, from: Math.max(since, before), yearStartMonth };
}

type Found = {
  readonly until: EpochDay;
  readonly horizon: Horizon;
  readonly exceeded: readonly Exceeded[];
  readonly stored: ReadonlyMap<string, Stored>;
  readonly placeOf: PlaceOf;
};

async function find(context: Context, tx: Tx): Promise<Found | null> {
  const [ran] = await tx.query<{ through: string; since: string }>(
    'select b.through, b.since from tk.breach_run b where b.municipality = $1',
    [tx.municipality],
  );
  const last = ran === undefined ? null : (parseLocalDate(ran.through) ?? null);
  const until = await dayToAsk(context, tx, last);
  if (until === null) return null;
  const kept = ran === undefined ? null : monthOfText(ran.since.slice(0, 7));
  const horizon = await horizonOf(context, tx, until, kept);
  const through = monthOf(until);
  const span = { earliest: horizon.from, from: horizon.from, through };
  const [exceeded, stored, trees] = await Promise.all([
    findExceeded(tx, horizon.from, through, horizon.yearStartMonth),
    readStored(tx, horizon, through),
    readTrees(tx, span, until),
  ]);
  return { until, horizon, exceeded, stored, placeOf: keptIn(trees) };
}

async function readStored(tx: Tx, { from, yearStartMonth }: Horizon, through: MonthIndex) {
  const years = [from, through].map((month) => fiscalYearOf(month, yearStartMonth));
  const rows = await tx.query<Omit<Stored, 'period'> & { period: string }>(
    `select b.period, b.staff, b.limit_name as limit, b.id, b.standing, b.value, b.cap from tk.breach b
     where b.municipality = $1 and b.fiscal_year between $2 and $3`,
    [tx.municipality, ...years],
  );
  return new Map(
    rows.map((row) => {
      const stored: Stored = { ...row, period: monthOfText(row.period.slice(0, 7)) };
      return [keyOf(stored), stored] as const;
    }),
  );
}

/** What is new, differs, or is of these weeks, in which works are still written down. */
const wantsFigures = ({ stored, until }: Found, each: Exceeded): boolean => {
  const before = stored.get(keyOf(each));
  return (
    before === undefined ||
    before.standing === 'lapsed' ||
    before.value !== each.value ||
    before.cap !== each.cap ||
    each.through >= monthOf(until) - 1
  );
};

function madeOf(each: Exceeded, ground: BreachGround, { stored, placeOf }: Found): MadeBreach {
  const { section, bureau } = placeOf(each.department, each.month);
  return { ...each, ...ground, section, bureau, id: stored.get(keyOf(each))?.id ?? randomUUID() };
}

const figuresIn = (made: MadeBreach): BreachFigures => ({
  staff: made.staff,
  name: made.name,
  department: made.department,
  limit: made.limit,
  month: formatYearMonth(made.month),
  value: made.value,
  cap: made.cap,
});

/**
 * Makes the records of the limits that were exceeded, up to the day that is over: ①②③ and what ④ starts from. A record follows corrected
 * figures, lapses when the limit is not exceeded any more and comes back when it is again; what people wrote stays in all of these. All of it or nothing:
 * stopped in the middle, the next run makes the same once. Days of a stop of the server are made up for.
 * @returns how many records are new; null when there was nothing to look at yet
 */
export async function runBreaches(context: Context, municipality: string): Promise<number | null> {
  const found = await context.store.tenant(municipality, (tx) => find(context, tx));
  if (found === null) return null;
  const wanted = found.exceeded.filter((each) => wantsFigures(found, each));
  const made: MadeBreach[] = [];
  for (let at = 0; at < wanted.length; at += TOGETHER) {
    const part = wanted.slice(at, at + TOGETHER);
    const grounds = await context.store.tenant(municipality, (tx) => figuresOf(tx, part));
    made.push(...part.flatMap((each, nth) => (grounds[nth] === undefined ? [] : [madeOf(each, grounds[nth], found)])));
  }
  const now = context.clock.now();
  return context.store.tenant(municipality, async (tx) => {
    const mine = await tx.query(
      `insert into tk.breach_run as b (municipality, through, since, ran_at) values ($1, $2, $3, $4)
       on conflict (municipality) do update set through = excluded.through, ran_at = excluded.ran_at
         where b.through < excluded.through
       returning b.through`,
      [tx.municipality, formatLocalDate(found.until), monthDate(found.horizon.since), now],
    );
    if (mine.length === 0) return 0;
    const standing = new Set(found.exceeded.map(keyOf));
    const gone = [...found.stored].filter(([key, row]) => row.standing === 'holds' && !standing.has(key));
    const back = made.filter((each) => found.stored.get(keyOf(each))?.standing === 'lapsed');
    const fresh = new Set(await write(tx, made, now));
    await moved(tx, 'BreachFound', made.filter(({ id }) => fresh.has(id)).map(asFound), now);
    await setStanding(
      tx,
      gone.map(([, { id }]) => id),
      'lapsed',
      now,
    );
    await setStanding(
      tx,
      back.map(({ id }) => id),
      'holds',
      now,
    );
    return fresh.size;
  });
}

const asFound = (made: MadeBreach) => ({ id: made.id, seq: 1, data: figuresIn(made) });
