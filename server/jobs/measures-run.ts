import { type EpochDay, formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { monthOf } from '@tokimori/law/time/months';
import { asksDays } from '@tokimori/ordinances/measures/bounds';
import { asksExpected, type ExpectedMonth } from '@tokimori/ordinances/measures/expected';
import { Firing, Gathering } from '@tokimori/ordinances/measures/fire';
import { Foreseeing } from '@tokimori/ordinances/measures/foreseen';
import type { Measure, MeasureSet } from '@tokimori/ordinances/measures/measure';
import type { Context } from '../context.ts';
import { writeDueNotices } from '../notices/due-notices.ts';
import type { Tx } from '../store/tenant.ts';
import { settleWrittenDues } from '../use-cases/forms/form-dues.ts';
import { readDecided } from '../use-cases/measures/decided.ts';
import { readExpected } from '../use-cases/measures/expected.ts';
import { eachPerson, type Ground, placesIn, readTrees, spanOf, staffIn } from '../use-cases/measures/people-by-day.ts';
import { settlePlanDues } from '../use-cases/plans/settle-plan-dues.ts';
import { dayToAsk } from './day-to-ask.ts';
import { type Asked, lapseDues, writeDues } from './due-rows.ts';

type Held = {
  readonly set: MeasureSet;
  readonly from: EpochDay;
  readonly through: EpochDay;
  /** Since when each of its measures holds, by id: sets that followed one another with the same measure are one time. */
  readonly begun: ReadonlyMap<string, EpochDay>;
};
type RunGround = Ground & {
  readonly sets: readonly Held[];
  readonly yearStartMonth: number;
  /** The last day of which was asked before. */
  readonly last: EpochDay | null;
  /** What notices and orders tell of months; none where no measure asks. */
  readonly expected: readonly ExpectedMonth[];
};

const dayIn = (text: string): EpochDay => parseLocalDate(text) ?? Number.NaN;

async function lastAsked(tx: Tx): Promise<EpochDay | null> {
  const [ran] = await tx.query<{ through: string }>(
    'select m.through from tk.measure_run m where m.municipality = $1',
    [tx.municipality],
  );
  return ran === undefined ? null : dayIn(ran.through);
}

/** What makes a measure the same one in the set before, for how long it has held. */
const sameness = ({ when, lasting, per, staff, departments }: Measure): string =>
  JSON.stringify([when, lasting, per, staff, departments]);

function begunIn({ measures }: MeasureSet, from: EpochDay, before: Held | undefined): ReadonlyMap<string, EpochDay> {
  const known = new Map(before?.set.measures.map((measure) => [measure.id, measure]));
  return new Map(
    measures.map((measure) => {
      const earlier = known.get(measure.id);
      const same = earlier !== undefined && sameness(earlier) === sameness(measure);
      return [measure.id, (same ? before?.begun.get(measure.id) : undefined) ?? from];
    }),
  );
}

/** What the run rests on: the sets that held, the months they are asked of (this one and those since the last run, with the one before). */
async function groundOf(context: Context, tx: Tx, until: EpochDay, last: EpochDay | null): Promise<RunGround | null> {
  const decided = await readDecided(tx);
  const sets: Held[] = [];
  for (const [at, { from, set }] of decided.entries()) {
    const next = decided[at + 1];
    const through = next === undefined ? Number.POSITIVE_INFINITY : dayIn(next.from) - 1;
    sets.push({ set, from: dayIn(from), through, begun: begunIn(set, dayIn(from), sets.at(-1)) });
  }
  const held = sets.filter(({ from }) => from <= until);
  if (held.length === 0) return null;
  const through = monthOf(until);
  const from = Math.max(Math.min(monthOf(last ?? until), through) - 1, monthOf(held[0]?.from ?? until));
  const { yearStartMonth, allotment } = await context.parameters(tx, until);
  const span = spanOf(from, through, yearStartMonth);
  const [trees, staff] = await Promise.all([readTrees(tx, span, until), staffIn(tx, span)]);
  const asks = held.at(-1)?.set.measures.some(asksExpected) ?? false;
  return {
    sets: held.filter(({ through: end }) => monthOf(Math.min(end, until)) >= from),
    expected: asks ? await readExpected(tx, from, until) : [],
    last,
    span,
    yearStartMonth,
    hours: allotment.hours,
    byDay: held.some(({ set }) => set.measures.some(asksDays)),
    staff,
    placeOf: placesIn(trees),
  };
}

/** Asks the sets of everybody, each on the days on which it held; the one that holds on the last day what is foreseen as well. */
async function fireAll(context: Context, municipality: string, ground: RunGround, until: EpochDay) {
  const { span, sets, yearStartMonth } = ground;
  const firings = sets.map(({ set, from, through, begun }) => {
    const gathering = new Gathering();
    const days = { since: from, until: Math.min(until, through) };
    const options = { from: span.from, through: span.through, yearStartMonth, live: true, begun, ...days };
    return { gathering, firing: new Firing(set.measures, options, gathering) };
  });
  const foreseeing = foreseeingOf(ground, until);
  await eachPerson(context, municipality, ground, (person) => {
    for (const { firing } of firings) firing.add(person);
    foreseeing.add(person);
  });
  return [...firings.flatMap(({ gathering }) => gathering.all()), ...foreseeing.all()];
}

const expectingOf = (sets: readonly Held[]): readonly string[] =>
  sets.flatMap(({ set }) => set.measures.filter(asksExpected).map(({ id }) => id));

/** The set that holds on the last day, and the months of which it is asked what is expected: of none before it held. */
function holding({ sets, span }: RunGround) {
  const held = sets.at(-1);
  return held === undefined ? null : { ...held, from: Math.max(span.from, monthOf(held.from)), since: held.from };
}

function foreseeingOf(ground: RunGround, until: EpochDay): Foreseeing {
  const { yearStartMonth, expected, span, last: asked } = ground;
  const { set, from, since } = holding(ground) ?? { set: { measures: [] }, from: span.from, since: until };
  return new Foreseeing(set.measures, expected, { since, until, asked, from, yearStartMonth });
}

const askedOf = (ground: RunGround, until: EpochDay): Asked => ({
  days: { from: ground.span.from, until },
  expecting: {
    ever: expectingOf(ground.sets),
    now: expectingOf(ground.sets.slice(-1)),
    from: holding(ground)?.from ?? ground.span.from,
  },
});

/**
 * Asks the measures of a municipality for all days that are over and writes what came to be due. All of it or nothing: stopped in the middle,
 * the next run writes the same once. Days of a stop of the server are made up for.
 * @param notices null: nobody is written to
 * @returns how many rows are new; null when there was nothing to ask yet
 */
export async function runMeasures(
  context: Context,
  municipality: string,
  notices: { readonly url: string | null } | null = null,
): Promise<number | null> {
  const found = await context.store.tenant(municipality, async (tx) => {
    const last = await lastAsked(tx);
    const until = await dayToAsk(context, tx, last);
    return until === null ? null : { until, ground: await groundOf(context, tx, until, last) };
  });
  if (found === null) return null;
  const { until, ground } = found;
  const fired = ground === null ? [] : await fireAll(context, municipality, ground, until);
  const now = context.clock.now();
  return context.store.tenant(municipality, async (tx) => {
    const mine = await tx.query(
      `insert into tk.measure_run as m (municipality, through, ran_at) values ($1, $2, $3)
       on conflict (municipality) do update set through = excluded.through, ran_at = excluded.ran_at
         where m.through < excluded.through
       returning m.through`,
      [tx.municipality, formatLocalDate(until), now],
    );
    if (mine.length === 0 || ground === null) return 0;
    const asked = askedOf(ground, until);
    const fresh = await writeDues(tx, fired, now);
    await lapseDues(tx, asked, fired);
    await settlePlanDues(tx, now);
    await settleWrittenDues(tx, asked.expecting.now, now);
    if (notices !== null) {
      const { least } = (await context.parameters(tx, until)).notices;
      await writeDueNotices(tx, fresh, { now, about: `dues/${formatLocalDate(until)}`, url: notices.url, least });
    }
    return fresh.length;
  });
}
