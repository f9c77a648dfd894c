import { randomUUID } from 'node:crypto';
import { type EpochDay, formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { monthOf } from '@tokimori/law/time/months';
import { dueOn, type Fired, Firing, Gathering } from '@tokimori/ordinances/measures/fire';
import type { MeasureSet } from '@tokimori/ordinances/measures/measure';
import type { Context } from '../context.ts';
import { writeDueNotices } from '../notices/due-notices.ts';
import type { Tx } from '../store/tenant.ts';
import { readDecided } from '../use-cases/measures/decided.ts';
import { eachPerson, type Ground, placesIn, readTrees, spanOf, staffIn } from '../use-cases/measures/people-by-day.ts';
import { settlePlanDues } from '../use-cases/plans/settle-plan-dues.ts';
import { monthDate } from '../use-cases/reading/moment.ts';
import { dayToAsk } from './day-to-ask.ts';

type Held = { readonly set: MeasureSet; readonly from: EpochDay; readonly through: EpochDay };
type RunGround = Ground & { readonly sets: readonly Held[]; readonly yearStartMonth: number };

const dayIn = (text: string): EpochDay => parseLocalDate(text) ?? Number.NaN;

async function lastAsked(tx: Tx): Promise<EpochDay | null> {
  const [ran] = await tx.query<{ through: string }>(
    'select m.through from tk.measure_run m where m.municipality = $1',
    [tx.municipality],
  );
  return ran === undefined ? null : dayIn(ran.through);
}

/** What the run rests on: the sets that held, the months they are asked of (this one and those since the last run, with the one before). */
async function groundOf(context: Context, tx: Tx, until: EpochDay, last: EpochDay | null): Promise<RunGround | null> {
  const decided = await readDecided(tx);
  const sets = decided.map(({ from, set }, at): Held => {
    const next = decided[at + 1];
    return { set, from: dayIn(from), through: next === undefined ? Number.POSITIVE_INFINITY : dayIn(next.from) - 1 };
  });
  const held = sets.filter(({ from }) => from <= until);
  if (held.length === 0) return null;
  const through = monthOf(until);
  const from = Math.max(Math.min(monthOf(last ?? until), through) - 1, monthOf(held[0]?.from ?? until));
  const { yearStartMonth, allotment } = await context.parameters(tx, until);
  const span = spanOf(from, through, yearStartMonth);
  const [trees, staff] = await Promise.all([readTrees(tx, span, until), staffIn(tx, span)]);
  return {
    sets: held.filter(({ through: end }) => monthOf(Math.min(end, until)) >= from),
    span,
    yearStartMonth,
    dutyEnds: allotment.hours.until,
    staff,
    placeOf: placesIn(trees),
  };
}

/** Asks the sets of everybody, each on the days on which it held. */
async function fireAll(context: Context, municipality: string, ground: RunGround, until: EpochDay) {
  const { span, sets, yearStartMonth } = ground;
  const firings = sets.map(({ set, from, through }) => {
    const gathering = new Gathering();
    const days = { since: from, until: Math.min(until, through) };
    const options = { from: span.from, through: span.through, yearStartMonth, live: true, ...days };
    return { gathering, firing: new Firing(set.measures, options, gathering) };
  });
  await eachPerson(context, municipality, ground, (person) => {
    for (const { firing } of firings) firing.add(person);
  });
  return firings.flatMap(({ gathering }) => gathering.all());
}

type Row = readonly unknown[];

function rowsOf(fired: readonly Fired[]): readonly Row[] {
  return fired.flatMap((each) =>
    each.measure.follows.map((action, place): Row => {
      const due = dueOn(action.due, each);
      return [
        monthDate(each.month),
        each.measure.id,
        each.subject,
        each.measure.moment === 'daily' ? formatLocalDate(each.on) : monthDate(each.month),
        place,
        randomUUID(),
        each.measure.per,
        each.section,
        each.bureau,
        each.measure.title,
        action.do,
        action.what,
        action.form ?? null,
        `{${action.by.join(',')}}`,
        `{${action.to.join(',')}}`,
        due === null ? null : formatLocalDate(due),
        JSON.stringify(each.causes),
        formatLocalDate(each.on),
      ];
    }),
  );
}

/** Place of the id in a row, behind its key; a row that was there before keeps its own. */
const ID = 5;
/** Rows of one statement. */
const AT_ONCE = 2_000;
const types = [
  ...['date', 'text', 'text', 'date', 'smallint', 'uuid', 'text', 'text', 'text', 'text', 'text', 'text', 'text'],
  ...['text', 'text', 'date', 'jsonb', 'date'],
];
const listed = types.map((type, at) => `$${at + 3}::${type === 'jsonb' ? 'text' : type}[]`).join(', ');

/**
 * Writes what is due. A row that is there stays, with newer causes; one that had lapsed is open again. Written twice, nothing changes.
 * @returns the ids of the rows that are new
 */
async function write(tx: Tx, rows: readonly Row[], now: Date): Promise<readonly string[]> {
  const fresh: string[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const part = rows.slice(at, at + AT_ONCE);
    const columns = types.map((_, column) => part.map((row) => row[column]));
    const written = await tx.query<{ id: string }>(
      `insert into tk.due as d (municipality, month, measure, subject, instance, action, id, per, section, bureau, title, deed, what, form,
                                by_roles, to_roles, due_on, causes, on_date, state, recorded_at)
       select $1, u.month, u.measure, u.subject, u.instance, u.action, u.id, u.per, u.section, u.bureau, u.title, u.deed, u.what, u.form,
              u.by_roles::text[], u.to_roles::text[], u.due_on, u.causes::jsonb, u.on_date, 'open', $2
       from unnest(${listed})
         as u (month, measure, subject, instance, action, id, per, section, bureau, title, deed, what, form, by_roles, to_roles, due_on, causes, on_date)
       on conflict (municipality, month, measure, subject, instance, action) do update
         set causes = excluded.causes, state = case when d.state = 'lapsed' then 'open' else d.state end
         where d.state = 'lapsed' or (d.state = 'open' and d.causes is distinct from excluded.causes)
       returning d.id`,
      [tx.municipality, now, ...columns],
    );
    const sent = new Set(part.map((row) => row[ID]));
    fresh.push(...written.flatMap(({ id }) => (sent.has(id) ? [id] : [])));
  }
  return fresh;
}

type OpenKey = { id: string; month: string; measure: string; subject: string; instance: string; action: number };
const keyOf = (...parts: readonly unknown[]): string => parts.join('\u0000');

/** What is open, came on the days asked and did not come again: its figures were corrected. Compared here, whatever the database plans. */
async function lapse(tx: Tx, { span }: Ground, until: EpochDay, rows: readonly Row[]): Promise<void> {
  const came = new Set(rows.map((row) => keyOf(...row.slice(0, ID))));
  const open = await tx.query<OpenKey>(
    `select d.id, d.month, d.measure, d.subject, d.instance, d.action from tk.due d
     where d.municipality = $1 and d.state = 'open' and d.on_date between $2::date and $3::date`,
    [tx.municipality, monthDate(span.from), formatLocalDate(until)],
  );
  const gone = open.filter(
    (each) => !came.has(keyOf(each.month, each.measure, each.subject, each.instance, each.action)),
  );
  for (let at = 0; at < gone.length; at += AT_ONCE)
    await tx.query(
      `update tk.due as d set state = 'lapsed' where d.municipality = $1 and d.state = 'open' and d.id = any($2::uuid[])`,
      [tx.municipality, gone.slice(at, at + AT_ONCE).map(({ id }) => id)],
    );
}

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
    const rows = rowsOf(fired);
    const fresh = await write(tx, rows, now);
    await lapse(tx, ground, until, rows);
    await settlePlanDues(tx, now);
    if (notices !== null) {
      const { least } = (await context.parameters(tx, until)).notices;
      await writeDueNotices(tx, fresh, { now, about: `dues/${formatLocalDate(until)}`, url: notices.url, least });
    }
    return fresh.length;
  });
}
